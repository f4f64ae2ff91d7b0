// From the unit to the reason why somebody is listed, from there to the patient's story and its report on paper; and a filter that
// is kept. What the review says beside a plan, asks with a day, and finds of a chart. With scripting and without.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, go, invalidHtml, signIn, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`the unit and a patient's progress on ${engine}`, () => {
    let server;
    before(async () => {
      server = await startServer(engine, { weeks: 12 });
    });
    after(async () => {
      await server?.stop();
    });
    for (const scripting of [true, false]) {
      test(`scripting ${scripting ? "on" : "off"}`, () => tell(server, scripting));
      test(`the review's voice, scripting ${scripting ? "on" : "off"}`, () => review(server, scripting));
    }
  });
}

async function tell(server, scripting) {
  const page = await signIn(browser, server, "reviewer", { scripting });
  await page.goto("/unit?show=slipping");
  await page.getByLabel("Reason").selectOption("hours");
  await go(page.getByRole("button", { name: "Show", exact: true }));
  assert.match(page.url(), /show=slipping.*reason=hours/);
  assert.match(await page.locator(".reasons").first().textContent(), /Few hours .* h in four weeks/s);

  const name = `Few hours, scripting ${scripting}`;
  await page.getByLabel("Name of this filter").fill(name);
  await go(page.getByRole("button", { name: "Keep this filter" }));
  await go(page.getByRole("button", { name: new RegExp(`^Open with this ?: ${name}`) }));
  assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /Patients slipping/);
  await go(page.getByRole("button", { name: new RegExp(`^Remove ?: ${name}`) }));
  assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /^Unit: /);

  // Two clicks: the patient, and back in every picture the same months.
  await page.goto("/unit?show=slipping");
  await go(page.locator("tbody a").first());
  assert.match(page.url(), /\/progress$/);
  const months = await page.locator("svg.timeline").evaluateAll((pictures) =>
    pictures.map((picture) => [...picture.querySelectorAll(".month")].map((line) => line.getAttribute("x1")).join()),
  );
  assert.ok(months.length > 2 && new Set(months).size === 1, JSON.stringify(months));
  assert.deepEqual(await invalidHtml(await page.content()), []);
  if (scripting) assert.deepEqual(await axe(page), []);

  await page.getByLabel("Language of the report").selectOption("sr");
  await go(page.getByRole("button", { name: "Report to print" }));
  assert.equal(await page.locator("html").getAttribute("lang"), "sr-Latn");
  assert.match(await page.locator(".period").textContent(), /^Napredak od /);
  assert.deepEqual(page.complaints, []);
}

async function review(server, scripting) {
  const words = `Which step comes next, scripting ${scripting}?`;
  const page = await signIn(browser, server, "reviewer", { scripting });
  await page.goto("/comments?show=open");
  await go(page.locator("tbody a").first());
  await go(page.getByRole("button", { name: "Comment", exact: true }));
  assert.ok(await page.getByRole("alert").isVisible(), "nothing was said");
  await page.getByLabel("New comment").fill(words);
  await go(page.getByRole("button", { name: "Comment", exact: true }));
  assert.match(page.url(), /#comments$/);
  assert.ok(await page.getByText(words).isVisible(), "beside what it is about");
  if (scripting) assert.deepEqual(await axe(page), []);

  await go(page.getByRole("link", { name: "Ask the practitioner" }));
  await page.getByLabel("Question").fill(words);
  await go(page.getByRole("button", { name: "Ask", exact: true }));
  const question = new URL(page.url()).pathname;

  await page.goto("/samples");
  await go(page.getByRole("button", { name: "Draw", exact: true }));
  await go(page.locator("tbody a").first());
  await page.getByRole("radiogroup", { name: "Occupational profile" }).getByLabel("Partly").check();
  assert.deepEqual(await invalidHtml(await page.content()), []);
  if (scripting) assert.deepEqual(await axe(page), []);
  await go(page.getByRole("button", { name: "Save", exact: true }));
  assert.ok(await page.getByText("1 of 12").isVisible(), "saved with as much as there is");
  assert.deepEqual(page.complaints, []);
  await page.context().close();

  const practitioner = await signIn(browser, server, "practitioner", { scripting });
  await practitioner.goto("/questions");
  assert.ok(await practitioner.getByRole("heading", { name: "Questions", level: 1 }).isVisible());
  const asked = await practitioner.goto(question);
  if (asked.status() === 200) {
    await practitioner.getByLabel("Answer").fill("The third, on Friday.");
    await go(practitioner.getByRole("button", { name: "Send the answer" }));
    assert.ok(await practitioner.getByText("The third, on Friday.").isVisible());
  }
  await practitioner.context().close();
}
