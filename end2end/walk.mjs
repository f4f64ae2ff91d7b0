// Every page that a role can reach: it opens, speaks the language, is valid HTML, pleases axe in light and dark, fits a phone, and
// the console is silent.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { axe, invalidHtml, onOneServer, signIn, speak } from "./support.mjs";

/** Pages of one kind that are visited: the second may be in another state than the first. */
const OF_EACH_KIND = 2;

const kindOf = (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replace(/=[^&]*/g, "=");

/** Files beside the pages: they are no pages, and a browser would keep them. */
const FILE = /\.(csv|xlsx|ics|json)(\?|$)/;

/** Where a page leads. */
const links = (html) => [...html.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)].map(([, path]) => path.replaceAll("&amp;", "&")).filter((path) => !FILE.test(path));

/** Walks the links from the first page on, a few of each kind: `open` gives the answer to a path, `visit` looks at it. */
async function walk(role, open, visit) {
  const waiting = ["/", "/account"];
  const seen = new Set();
  const kinds = new Map();
  while (waiting.length > 0) {
    const path = waiting.shift();
    const kind = kindOf(path);
    if (seen.has(path) || (kinds.get(kind) ?? 0) >= OF_EACH_KIND) continue;
    seen.add(path);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const answer = await open(path);
    const html = await answer.text();
    // What is closed to other health staff, reviewers and the head until they say why asks them for it.
    const asks = ["clinician", "reviewer", "head"].includes(role) && answer.status() === 403 && /name="opening"/.test(html);
    assert.ok(answer.status() === 200 || asks, `${path}: ${answer.status()}`);
    await visit(path, html, kinds.get(kind) === 1);
    waiting.push(...links(html));
  }
  return kinds.size;
}

/** The two ways in which a page is looked at. */
const DESK = { size: { width: 1280, height: 900 }, colorScheme: "light" };
const PHONE = { size: { width: 390, height: 844 }, colorScheme: "dark" };

async function look(page, { size, colorScheme }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/** Tests of everything that these roles can reach, on one server. */
export function everyPage(roles) {
  const here = onOneServer();
  for (const role of roles) {
    describe(role, () => {
      test("every page is sound, and fits a phone in the dark", async () => {
        const page = await signIn(here.browser, here.server, role);
        const faults = [];
        const kinds = await walk(role, (path) => page.goto(path), async (path, html, first) => {
          const fault = (what) => faults.push(`${path}: ${what}`);
          (await invalidHtml(html)).forEach(fault);
          (await axe(page)).forEach(fault);
          if (html.includes("⟦")) fault(`missing words: ${html.match(/⟦[^⟧]*⟧/)[0]}`);

          await look(page, PHONE);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (wide > 0) fault(`${wide} px too wide`);
          // In the light axe has seen both of a kind; what the dark changes is the kind's, not the page's.
          if (first) (await axe(page)).forEach((what) => fault(`in the dark, on a phone: ${what}`));
          await look(page, DESK);
          page.complaints.splice(0).forEach(fault);
        });
        assert.ok(kinds >= 2, `${kinds} kinds of pages`);
        assert.deepEqual(faults, []);
        await page.context().close();
      });

      for (const lang of ["sq", "sr"]) {
        test(`every page speaks ${lang}`, async () => {
          const page = await signIn(here.browser, here.server, role, { scripting: false });
          await speak(page, lang);
          const faults = [];
          await walk(role, (path) => page.request.get(path), async (path, html) => {
            if (html.includes("⟦")) faults.push(`${path}: ${html.match(/⟦[^⟧]*⟧/)[0]}`);
            if (!html.includes(`<html lang="${lang === "sr" ? "sr-Latn" : "sq"}"`)) faults.push(`${path}: does not say its language`);
          });
          assert.deepEqual(faults, []);
          await page.context().close();
        });
      }
    });
  }
}
