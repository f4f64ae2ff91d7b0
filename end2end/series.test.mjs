// A session that comes again: asked for once, placed ahead, one of its sessions moved, the others cancelled; and what corrections
// see of it.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, signIn, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`a series on ${engine}`, () => {
    let server;
    before(async () => {
      server = await startServer(engine);
    });
    after(async () => {
      await server?.stop();
    });
    for (const scripting of [true, false]) {
      test(`is made, changed and ended, scripting ${scripting ? "on" : "off"}`, () => tell(server, scripting));
    }
  });
}

async function tell(server, scripting) {
  const page = await signIn(browser, server, "practitioner", { scripting });
  await page.goto("/sessions/new");
  await page.locator("input[name=people]").first().check();
  const activity = page.locator("select[name=activity]");
  const cleared = await activity.locator("option").evaluateAll((options) =>
    options.find((option) => option.value && !option.textContent.includes(" – "))?.value);
  await activity.selectOption(cleared);
  // Sundays are free in the timetable of the demonstration.
  const sunday = new Date(Date.now() + 86_400_000 * (28 - new Date().getUTCDay()));
  await page.locator("input[name=date]").fill(sunday.toISOString().slice(0, 10));
  await page.locator("button[value=next]").click();
  await page.locator("select[name=room]").selectOption({ index: 1 });
  await page.locator("input[name=repeat][value=part]").check();
  await page.locator("input[name=count]").fill("4");
  await page.getByRole("button", { name: "Send the request" }).click();
  await page.waitForURL(/\/series\//);
  assert.equal(await page.locator("table").first().locator("tbody tr").count(), 4);

  await page.locator("input[name=scope][value=this]").check();
  await page.locator("input[name=start]").fill("09:00");
  await page.getByRole("button", { name: "Move" }).click();
  await page.getByText("The series was changed.").waitFor();
  assert.equal(await page.getByText("moved by itself").count(), 1);

  const coordinator = await signIn(browser, server, "coordinator", { scripting });
  await coordinator.goto("/board/series");
  assert.ok((await coordinator.locator("tbody tr").count()) >= 2);
  await coordinator.context().close();

  await page.locator("input[name=scope][value=all]").check();
  await page.getByRole("button", { name: "Cancel them" }).click();
  await page.getByText("This series has ended").waitFor();
  await page.context().close();
}
