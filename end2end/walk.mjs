// Every page that a role can reach: it opens, speaks the language, is valid HTML, pleases axe in light and dark, fits a phone, and
// the console is silent.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { axe, invalidHtml, signIn, speak, startBrowser, startServer } from "./support.mjs";

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
    await visit(path, html);
    waiting.push(...links(html));
  }
  return kinds.size;
}

/** What a page is built of: each element below its forebears, with classes, names of attributes and whether it holds words. */
const partsOf = (page) =>
  page.evaluate(() => {
    const paths = new Map();
    const path = (element) => {
      if (!element) return "";
      if (!paths.has(element)) {
        const attributes = [...element.attributes].map((attribute) => attribute.name).sort();
        const words = element.textContent.trim() ? "words" : "";
        paths.set(element, `${path(element.parentElement)}>${[element.localName, element.className, attributes, words].join(" ")}`);
      }
      return paths.get(element);
    };
    document.querySelectorAll("body *").forEach(path);
    return [...new Set(paths.values())];
  });

/** Tests of everything that these roles can reach, on one server. */
export function everyPage(roles) {
  let server, browser;
  // What the dark and a narrow window change is a kind's own, not a role's or a page's: in the light axe sees each role's pages.
  const seenInTheDark = new Set();
  before(async () => {
    server = await startServer("sqlite");
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const role of roles) {
    describe(role, () => {
      test("every page is sound", async () => {
        const page = await signIn(browser, server, role);
        const faults = [];
        const known = new Map();
        const kinds = await walk(role, (path) => page.goto(path), async (path, html) => {
          const fault = (what) => faults.push(`${path}: ${what}`);
          (await invalidHtml(html)).forEach(fault);
          // Axe takes longer than all else. Where the second page of a kind has no part that the first had not, it would only read
          // other words.
          const parts = await partsOf(page);
          const first = known.get(kindOf(path));
          known.set(kindOf(path), new Set(parts));
          if (!first || parts.some((part) => !first.has(part))) (await axe(page)).forEach(fault);
          if (html.includes("⟦")) fault(`missing words: ${html.match(/⟦[^⟧]*⟧/)[0]}`);
          page.complaints.splice(0).forEach(fault);
        });
        assert.ok(kinds >= 2, `${kinds} kinds of pages`);
        assert.deepEqual(faults, []);
        await page.context().close();
      });

      test("every page fits a phone, dark", async () => {
        const page = await signIn(browser, server, role, { width: 390, height: 844, dark: true });
        const faults = [];
        await walk(role, (path) => page.goto(path), async (path) => {
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (wide > 0) faults.push(`${path}: ${wide} px too wide`);
          const kind = kindOf(path);
          if (seenInTheDark.has(kind)) return;
          seenInTheDark.add(kind);
          (await axe(page)).forEach((what) => faults.push(`${path}: ${what}`));
        });
        assert.deepEqual(faults, []);
        await page.context().close();
      });

      for (const lang of ["sq", "sr"]) {
        test(`every page speaks ${lang}`, async () => {
          const page = await signIn(browser, server, role, { scripting: false });
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
