// Emergency access: what is closed asks why, opens with a banner, is ended by hand, and waits for the head's review; the head in turn
// states a reason, and sees who looked.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, choose, errorAt, go, signIn, startBrowser, startServer } from "./support.mjs";

const WHY = "Fainted in the yard, the therapist is away.";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const said = (page) => page.locator(".flash[role=status]").textContent();

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`guarding on ${engine}`, () => {
    let server;
    before(async () => {
      server = await startServer(engine);
    });
    after(async () => {
      await server?.stop();
    });
    for (const scripting of [true, false]) {
      describe(`scripting ${scripting ? "on" : "off"}`, () => tell(() => server, scripting));
    }
  });
}

function tell(serverOf, scripting) {
  const pages = new Map();
  let server, patient;
  const as = async (user) => {
    if (!pages.has(user)) pages.set(user, await signIn(browser, server, user, { scripting }));
    return pages.get(user);
  };
  before(async () => {
    server = serverOf();
    // Somebody whom nobody but the practitioner treats.
    const page = await as("practitioner");
    await page.goto("/patients/new");
    await go(page.getByRole("button", { name: /^Take into caseload/ }).first());
    patient = page.url().match(/[0-9a-f-]{36}/)[0];
  });
  after(async () => {
    for (const page of pages.values()) await page.context().close();
  });

  test("health staff break the glass, work under the banner and end it", async () => {
    const page = await as("clinician");
    await page.goto(`/patients/${patient}/notes`);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Emergency access");
    assert.deepEqual(await axe(page), []);
    await choose(page.getByRole("combobox", { name: "What for" }), "medical emergency");
    await page.getByRole("textbox", { name: "Reason" }).fill("quick");
    await go(button(page, "Open with emergency access"));
    assert.match(await errorAt(page.getByRole("textbox", { name: "Reason" })), /at least 10 letters/);
    assert.equal(await page.getByRole("textbox", { name: "Reason" }).inputValue(), "quick");
    await page.getByRole("textbox", { name: "Reason" }).fill(WHY);
    await go(button(page, "Open with emergency access"));
    assert.equal(await said(page), "The record is open to you.");
    assert.match(page.url(), new RegExp(`/patients/${patient}/notes$`));
    await page.goto("/patients");
    assert.match(await page.getByRole("main").innerText(), /Emergency access is open until \d\d:\d\d/);
    assert.deepEqual(await axe(page), []);
    await go(button(page, "End it now"));
    assert.equal(await said(page), "Closed. You no longer see it.");
    assert.equal((await page.goto(`/patients/${patient}/notes`)).status(), 403);
  });

  test("the head reads the message and reviews it", async () => {
    const page = await as("head");
    await page.goto("/openings");
    const row = page.getByRole("row").filter({ hasText: "medical emergency" }).filter({ hasText: "new" }).first();
    await go(row.getByRole("button", { name: /^Mark as read/ }));
    assert.equal(await said(page), "Marked as read.");
    const again = page.getByRole("row").filter({ hasText: "medical emergency" }).first();
    await go(again.getByRole("link", { name: /^Review/ }));
    assert.match(await page.getByRole("main").innerText(), /Fainted in the yard/);
    assert.deepEqual(await axe(page), []);
    await page.getByRole("radio", { name: "unclear", exact: true }).check();
    await go(button(page, "Save the review"));
    assert.match(await errorAt(page.getByRole("textbox", { name: "Finding" })), /Say why/);
    await page.getByRole("textbox", { name: "Finding" }).fill("Asked the nurse on duty.");
    await go(button(page, "Save the review"));
    assert.equal(await said(page), "Review saved.");
  });

  test("the head states a reason and sees who looked", async () => {
    const page = await as("head");
    await page.goto(`/patients/${patient}/sessions`);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "State a reason");
    await choose(page.getByRole("combobox", { name: "What for" }), "complaint");
    await page.getByRole("textbox", { name: "Reason" }).fill("The family asks about missed sessions.");
    await go(button(page, "Open the record"));
    assert.equal(await said(page), "The record is open to you.");
    await page.goto(`/patients/${patient}/looked?in=en`);
    assert.match(await page.getByRole("main").innerText(), /Health staff/);
    assert.deepEqual(await axe(page), []);
    for (const [user, held] of pages) assert.deepEqual(held.complaints.filter((said) => !/403/.test(said)), [], user);
  });
}
