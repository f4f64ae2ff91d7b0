// What stands around a booking, in the browser: the menu behind the bar, many sessions cancelled in three clicks, free places before
// a session is asked for, and a series that goes on on other days.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, day, errorAt, go, invalidHtml, signIn, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`bookings on ${engine}`, () => {
    let server;
    before(async () => {
      server = await startServer(engine);
    });
    after(async () => {
      await server?.stop();
    });
    for (const scripting of [true, false]) {
      const how = `scripting ${scripting ? "on" : "off"}`;
      test(`the coordinator finds everything and cancels a day, ${how}`, () => coordinate(server, scripting));
      test(`a session is asked for at a free time and goes on on other days, ${how}`, () => ask(server, scripting));
    }
  });
}

async function clean(page) {
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(await invalidHtml(await page.content()), []);
}

async function coordinate(server, scripting) {
  const page = await signIn(browser, server, "coordinator", { scripting, width: 390, height: 800 });
  const navigation = page.getByRole("navigation", { name: "Main navigation" });
  assert.ok(await navigation.getByRole("link", { name: "Day board" }).isVisible());
  assert.ok((await navigation.getByRole("link").count()) <= 7, "what is of every day");
  // By keyboard, and with nothing but HTML.
  await navigation.getByText("More").focus();
  await page.keyboard.press("Enter");
  await navigation.getByRole("link", { name: "Kits" }).waitFor();
  if (scripting) await clean(page);
  await go(navigation.getByRole("link", { name: "Kits" }));
  assert.ok(await navigation.getByText("More: Kits").isVisible(), "where one is, though the menu is closed");

  await page.goto("/lockdowns/new");
  await clean(page);
  await page.getByLabel("From", { exact: true }).fill(day(1));
  await page.getByLabel("From, time").fill("08:00");
  await page.getByLabel("Until", { exact: true }).fill(day(1));
  await go(page.getByRole("button", { name: "See what it touches" }));
  await clean(page);
  await go(page.locator("main button.danger"));
  assert.ok(await page.getByRole("status").filter({ hasText: /./ }).first().isVisible());
  await go(page.locator("form[action$='/undo'] button"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

async function ask(server, scripting) {
  const page = await signIn(browser, server, "practitioner", { scripting });
  await page.goto("/sessions/new");
  const activity = page.getByLabel(/^Activity/);
  const offered = await activity.locator("option").evaluateAll((options) =>
    options.filter((option) => option.value && !option.textContent.includes(" – ")).map((option) => option.value),
  );
  await activity.selectOption(offered[0]);
  const person = page.locator("input[name=people]").first();
  await person.check();
  await go(page.getByRole("button", { name: "Suggest free times" }));
  assert.ok(await person.isChecked(), "what was ticked stays");
  await clean(page);
  const place = page.locator("button[name=pick]").nth(scripting ? 0 : 1);
  const [, start] = (await place.textContent()).match(/(\d\d:\d\d)–/);
  await go(place);
  assert.equal(await page.getByLabel(/^Starts at/).inputValue(), start);
  await page.getByLabel("yes, at this time by the clock").check();
  await page.getByLabel(/^Or so many times/).fill("4");
  await go(page.getByRole("button", { name: "Send the request" }));
  if (page.url().endsWith("/sessions/new")) {
    await page.getByLabel(/Make the series without these days/).check();
    await go(page.getByRole("button", { name: "Send the request" }));
  }
  assert.match(page.url(), /\/series\//);

  // One session alone has no weekdays of its own; from the second on there may be another.
  const days = page.getByRole("group", { name: "On" });
  const free = days.locator("input:not(:checked)").first();
  const label = await free.evaluate((input) => input.labels[0].textContent.trim());
  await free.check();
  await go(page.getByRole("button", { name: "Move", exact: true }));
  assert.match(await errorAt(days.locator("input").first()), /Weekdays are changed for a session/);
  await clean(page);
  await page.getByLabel("all that are ahead").check();
  await go(page.getByRole("button", { name: "Move", exact: true }));
  assert.match(await page.locator("p.lead").textContent(), new RegExp(label));
  await go(page.locator("table a[href^='/sessions/']").first());
  await go(page.getByRole("link", { name: "To the series" }));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}
