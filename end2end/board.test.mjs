// The week board: a session is moved by dragging it where scripting is on, and by its form where it is not; a question about one that
// must not be moved without health is answered by the practitioner.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, day, go, signIn, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`the week board on ${engine}`, () => tell(engine));
}

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine);
  });
  after(async () => {
    await server?.stop();
  });

  /** The form of a move with a place that is free and a reason, and what it says afterwards. */
  async function finish(page) {
    await go(page.locator("section a[href*='start=']").first());
    await page.locator("input[name=reason][value=no_escort]").check();
    await go(page.locator("main form button[type=submit]").first());
    return page.locator(".flash").textContent();
  }

  /** Coming sessions that have no open question and may be moved without one, by their address. */
  async function sessions(page) {
    await page.goto(`/board/week?date=${day(7)}`);
    const found = [];
    for (const href of await page.locator("[data-move] > a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
      await page.goto(`${href}/move`);
      const asksFirst = await page.getByText("health must be asked before this is moved").count();
      if (!asksFirst && (await page.locator("input[name=reason]").count())) found.push(href);
      if (found.length === 2) break;
    }
    return found;
  }

  test("is moved on by dragging", async () => {
    const page = await signIn(browser, server, "coordinator");
    const [slot] = await sessions(page);
    await page.goto(`/board/week?date=${day(7)}`);
    const item = page.locator(`[data-move]:has(a[href='${slot}'])`);
    const cells = page.locator(`tr:has(a[href='${slot}']) td[data-date]`);
    const dates = await cells.evaluateAll((list) => list.map((cell) => cell.dataset.date));
    const here = await cells.evaluateAll((list, href) => list.findIndex((cell) => cell.querySelector(`a[href='${href}']`)), slot);
    const there = here === 0 ? 1 : here - 1;
    await Promise.all([page.waitForURL(/\/move\?/), item.dragTo(cells.nth(there))]);
    assert.equal(await page.locator("#date").inputValue(), dates[there]);
    assert.match(await finish(page), /moved/);
    await page.context().close();
  });

  test("leads to the form without scripting", async () => {
    const page = await signIn(browser, server, "coordinator", { scripting: false });
    const slot = (await sessions(page)).at(-1);
    await page.goto(slot);
    await go(page.getByRole("link", { name: "Move", exact: true }));
    assert.match(await finish(page), /moved/);
    await page.context().close();
  });

  test("has questions that health answers", async () => {
    const page = await signIn(browser, server, "practitioner");
    await page.goto("/move-requests");
    await go(page.getByRole("button", { name: /^No/ }).first());
    assert.match(await page.locator(".flash").textContent(), /answer has been sent/);
    await page.context().close();
  });
}
