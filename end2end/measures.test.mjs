// Measures: one taken and scored and compared with the one before, one under licence that the head must open, and one of the
// facility's own that comes by file.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENGINES, PASSWORD, axe, day, errorAt, go, signIn, sql, startBrowser, startServer } from "./support.mjs";

const OWN = new URL("../app/library/measures/house_group.toml", import.meta.url);
const QUESTIONS = [/cheerful and in good spirits/, /calm and relaxed/, /active and vigorous/, /fresh and rested/, /things that interest me/];

const button = (page, name) => page.getByRole("button", { name, exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true });
const said = (page) => page.locator(".flash[role=status]").textContent();
const main = (page) => page.getByRole("main").innerText();
const answer = (page, question, words) => page.locator("fieldset", { hasText: question }).last().getByRole("radio", { name: words }).check();

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`measures on ${engine}`, () => {
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
    const page = await as("practitioner");
    await page.goto("/patients/new");
    await go(page.getByRole("button", { name: /^Take into caseload/ }).first());
    patient = page.url().match(/[0-9a-f-]{36}/)[0];
  });
  after(async () => {
    for (const page of pages.values()) await page.context().close();
  });
  const quiet = () => {
    for (const [user, page] of pages) assert.deepEqual(page.complaints, [], `the console of ${user}`);
  };

  test("WHO-5 is taken twice, scored and compared", async () => {
    const page = await as("practitioner");
    await page.goto(`/patients/${patient}/measures`);
    assert.ok((await main(page)).includes("No measure has been taken yet."));
    await go(page.getByRole("link", { name: /WHO-5/ }));
    assert.ok((await main(page)).includes("CC BY-NC-SA 3.0 IGO"), "whose it is stands below it");
    for (const question of QUESTIONS) await answer(page, question, /Some of the time/);
    await page.getByLabel("Taken on").fill(day(-40));
    await page.getByLabel("Password").fill(PASSWORD);
    assert.equal((await go(button(page, "Sign"))).status(), 422);
    assert.equal(await errorAt(page.getByLabel("Reason for the late entry")), "Fill this in.");
    assert.ok(await page.locator("fieldset", { hasText: QUESTIONS[4] }).last().getByRole("radio", { name: /Some of the time/ }).isChecked(), "answers are kept");
    if (scripting) assert.deepEqual(await axe(page), []);
    await page.getByLabel("Reason for the late entry").fill("Taken on paper");
    await page.getByLabel("Password").fill(PASSWORD);
    await go(button(page, "Sign"));
    assert.equal(await said(page), "Signed. The result is among the measures and among the notes.");
    assert.match(await main(page), /20 \/ 100/);

    await go(page.getByRole("link", { name: /WHO-5/ }));
    for (const question of QUESTIONS.slice(1)) await answer(page, question, /More than half of the time/);
    await page.getByRole("textbox", { name: "Comment" }).fill("Said it was a good week");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.locator("input[required]").evaluateAll((all) => all.forEach((input) => input.removeAttribute("required")));
    assert.equal((await go(button(page, "Sign"))).status(), 422);
    assert.equal(await errorAt(page.locator("fieldset", { hasText: QUESTIONS[0] }).last().getByRole("radio").first()), "Choose an answer.");
    assert.equal(await page.getByRole("textbox", { name: "Comment" }).inputValue(), "Said it was a good week");
    await answer(page, QUESTIONS[0], /More than half of the time/);
    await page.getByLabel("Password").fill(PASSWORD);
    await go(button(page, "Sign"));
    const shown = await main(page);
    assert.match(shown, /60 \/ 100/);
    assert.match(shown, /\+40 since/);
    assert.match(shown, /better/);
    assert.match(shown, /A change of 10 or more matters\./);
    await page.goto(`/patients/${patient}/notes`);
    assert.match(await main(page), /Said it was a good week/);
    quiet();
  });

  test("an instrument under licence is closed until the head opens it, and takes numbers only", async () => {
    // The second story begins where the first began.
    sql(server, "delete from care_measure_licence where measure_code = 'mohost'");
    const [page, head] = [await as("practitioner"), await as("head")];
    assert.equal((await page.goto(`/patients/${patient}/measures/mohost`)).status(), 404);
    await head.goto("/measures/settings");
    const card = head.locator("section.card, div.card", { has: head.getByRole("heading", { name: /MOHOST/ }) });
    await card.getByRole("checkbox").check();
    await card.getByRole("textbox", { name: "Licence" }).evaluate((box) => box.removeAttribute("required"));
    assert.equal((await go(card.getByRole("button", { name: "Save" }))).status(), 422);
    assert.equal(await errorAt(card.getByRole("textbox", { name: "Licence" })), "Fill this in.");
    assert.ok(await card.getByRole("checkbox").isChecked());
    if (scripting) assert.deepEqual(await axe(head), []);
    await card.getByRole("textbox", { name: "Licence" }).fill("KS-2026-17");
    await go(card.getByRole("button", { name: "Save" }));
    assert.equal(await said(head), "Saved.");

    await page.goto(`/patients/${patient}/measures`);
    await go(page.getByRole("link", { name: /MOHOST/ }));
    const total = page.getByRole("textbox", { name: /total/i });
    await total.fill("many");
    await page.getByLabel("Password").fill(PASSWORD);
    assert.equal((await go(button(page, "Sign"))).status(), 422);
    assert.equal(await errorAt(total), "Enter a number from 24 to 96.");
    assert.equal(await total.inputValue(), "many");
    await total.fill("61");
    await page.getByLabel("Password").fill(PASSWORD);
    await go(button(page, "Sign"));
    assert.match(await main(page), /61 \/ 96/);
    quiet();
  });

  test("a measure of the facility's own comes by file", async () => {
    const code = `kitchen_${scripting ? "on" : "off"}`;
    const text = readFileSync(OWN, "utf8").replace('"house_group"', `"${code}"`).replace("House group rating", `Kitchen rating ${scripting}`);
    writeFileSync(join(server.folder, "own.toml"), text);
    writeFileSync(join(server.folder, "bad.toml"), text.replace(/^version = .*$/m, ""));
    const bad = server.ergon("measure", "add", "bad.toml");
    assert.notEqual(bad.status, 0, "a definition that is not whole is refused");
    assert.match(bad.stderr, /bad\.toml/);
    const added = server.ergon("measure", "add", "own.toml", "--by", "Head of the unit");
    assert.equal(added.status, 0, added.stderr);
    assert.equal(server.ergon("measure", "add", "own.toml").status, 1, "one version is added once");
    const page = await as("practitioner");
    await page.goto(`/patients/${patient}/measures`);
    await go(page.getByRole("link", { name: `Kitchen rating ${scripting}` }));
    assert.equal(await page.getByRole("heading", { level: 2, name: `Kitchen rating ${scripting}` }).count(), 1);
    quiet();
  });
}
