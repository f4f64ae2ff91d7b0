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

/** What a page is built of, a number for each part: an element below its forebears, with classes, names of attributes and whether
    it holds words; and the order of its headings. */
const partsOf = (page) =>
  page.evaluate(() => {
    const hash = (text, from) => {
      let held = from;
      for (let at = 0; at < text.length; at++) held = Math.imul(held ^ text.charCodeAt(at), 0x01000193);
      return held;
    };
    const parts = new Map([[document.body, 0x811c9dc5]]);
    for (const element of document.querySelectorAll("body *")) {
      const attributes = [...element.attributes].map((attribute) => attribute.name).sort();
      const words = element.textContent.trim() ? "words" : "";
      parts.set(element, hash([element.localName, element.className, attributes, words].join(" "), parts.get(element.parentElement)));
    }
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.localName);
    return [...new Set([...parts.values(), hash(headings.join(" "), 0x811c9dc5)])];
  });

/** The two ways in which a page is looked at. */
const DESK = { size: { width: 1280, height: 900 }, colorScheme: "light" };
const PHONE = { size: { width: 390, height: 844 }, colorScheme: "dark" };

async function look(page, { size, colorScheme }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/** Tests of everything that these roles can reach, on one server. */
export function everyPage(roles) {
  let server, browser;
  // Axe takes longer than all else. It looks at the first page of each kind, in the light and in the dark of a narrow window; in
  // the light at every further page, of whichever role, that has a part which no page had before. The rest are other words.
  const [kindsInTheLight, kindsInTheDark, knownParts] = [new Set(), new Set(), new Set()];
  const isFirst = (kinds, path) => !kinds.has(kindOf(path)) && kinds.add(kindOf(path));
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
      test("every page is sound, and fits a phone in the dark", async () => {
        const page = await signIn(browser, server, role);
        const faults = [];
        const kinds = await walk(role, (path) => page.goto(path), async (path, html) => {
          const fault = (what) => faults.push(`${path}: ${what}`);
          (await invalidHtml(html)).forEach(fault);
          const parts = await partsOf(page);
          const isNew = parts.some((part) => !knownParts.has(part));
          parts.forEach((part) => knownParts.add(part));
          if (isFirst(kindsInTheLight, path) || isNew) (await axe(page)).forEach(fault);
          if (html.includes("⟦")) fault(`missing words: ${html.match(/⟦[^⟧]*⟧/)[0]}`);

          await look(page, PHONE);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (wide > 0) fault(`${wide} px too wide`);
          if (isFirst(kindsInTheDark, path)) (await axe(page)).forEach((what) => fault(`in the dark, on a phone: ${what}`));
          await look(page, DESK);
          page.complaints.splice(0).forEach(fault);
        });
        assert.ok(kinds >= 2, `${kinds} kinds of pages`);
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
