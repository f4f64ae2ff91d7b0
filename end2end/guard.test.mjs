// The guard of a draft: what is typed is on the server a moment later, without a button; a page left and opened again has it.

import { test } from "node:test";
import assert from "node:assert/strict";
import { onOneServer, signIn, typeUntilNoticed } from "./support.mjs";

const here = onOneServer();

test("words typed into a session's record are saved as they are written", async () => {
  const page = await signIn(here.browser, here.server, "practitioner");
  const wasm = page.waitForResponse((answer) => answer.url().endsWith(".wasm"));
  await page.goto("/today");
  const links = await page.$$eval("a[href^='/sessions/']", (all) => all.map((link) => link.getAttribute("href")).filter((path) => /[0-9a-f-]{36}$/.test(path)));
  assert.ok(links.length > 0, "the demonstration has a session to record today");
  // Some of today's sessions lie ahead or are signed: the first that can be written is taken.
  const words = page.locator("textarea[name=shared]");
  for (const link of links) {
    await page.goto(link);
    if ((await words.count()) > 0) break;
  }
  await wasm;
  await typeUntilNoticed(words, "Everybody chose a song");
  await page.waitForFunction(() => /^Draft saved at \d\d:\d\d$/.test(document.querySelector(".draft-state").textContent));
  const typed = await words.inputValue();
  await page.reload();
  assert.equal(await words.inputValue(), typed);
  assert.deepEqual(page.complaints, []);
});
