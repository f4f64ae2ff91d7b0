// The training register: the head runs a course to its certificates, a stranger checks a paper, a unit's need is set, and a
// supervisor signs off a session that then counts.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, choose, day, errorAt, go, invalidHtml, signIn, startBrowser, startServer } from "./support.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true });
const said = (page) => page.locator(".flash[role=status]").textContent();
const main = (page) => page.getByRole("main").innerText();

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`training on ${engine}`, () => {
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
  let server;
  const as = async (user) => {
    if (!pages.has(user)) pages.set(user, await signIn(browser, server, user, { scripting }));
    return pages.get(user);
  };
  before(() => {
    server = serverOf();
  });
  after(async () => {
    for (const page of pages.values()) await page.context().close();
  });
  const sound = async (page) => {
    if (scripting) assert.deepEqual(await axe(page), []);
    assert.deepEqual(await invalidHtml(await (await page.request.get(page.url())).text()), []);
    assert.deepEqual(page.complaints, []);
  };

  test("a course goes from its pair of trainers to certificates that a stranger checks", async () => {
    const page = await as("head");
    await page.goto("/training");
    await sound(page);
    await go(link(page, "Add a course"));
    await choose(page.getByLabel("Subject"), "Programme");
    await choose(page.getByLabel("Level"), "Training of trainers");
    await page.getByLabel("First day").fill(day(-7));
    await page.getByLabel("Last day").fill(day(-6));
    await page.getByLabel("Site").fill("Lipjan");
    const first = await page.getByLabel("First trainer").locator("option").nth(1).innerText();
    await choose(page.getByLabel("First trainer"), first);
    await choose(page.getByLabel("Second trainer"), first);
    assert.equal((await go(button(page, "Save"))).status(), 422);
    assert.equal(await errorAt(page.getByLabel("Second trainer")), "A pair is two different people. Choose somebody else.");
    assert.equal(await page.getByLabel("Site").inputValue(), "Lipjan");
    await choose(page.getByLabel("Second trainer"), await page.getByLabel("Second trainer").locator("option").nth(2).innerText());
    await go(button(page, "Save"));
    assert.equal(await said(page), "Saved.");

    await page.getByLabel("Name of the other institution").fill("Institute of Trials");
    await page.getByRole("textbox", { name: "Names" }).fill(`Era Trial ${scripting}\nFlora Trial ${scripting}`);
    await go(button(page, "Enrol").first());
    assert.equal(await said(page), "Enrolled.");
    await sound(page);
    for (const box of await page.getByRole("checkbox", { name: /was there on/ }).all()) await box.check();
    await choose(page.getByLabel(/^Assessment: Era/), "Passed");
    await choose(page.getByLabel(/^Assessment: Flora/), "Not passed");
    await go(button(page, "Save attendance and assessment"));
    assert.match(await main(page), /One participant was there on every day/);
    await go(button(page, "Issue certificates"));
    await go(link(page, "Open the certificate"));
    const code = await page.locator(".certificate .code b").innerText();
    assert.match(await main(page), new RegExp(`Era Trial ${scripting}`));
    await sound(page);

    const stranger = await (await browser.newContext({ baseURL: server.address, javaScriptEnabled: scripting, locale: "en-GB" })).newPage();
    await stranger.goto("/certificates/check");
    await stranger.getByLabel("Verification code").fill(code.toLowerCase());
    await go(button(stranger, "Check"));
    const told = await main(stranger);
    assert.ok(told.includes(`Era Trial ${scripting}`) && /valid until/.test(told) && !told.includes("Institute"), told);
    if (scripting) assert.deepEqual(await axe(stranger), []);
    await stranger.context().close();
  });

  test("who taught whom is a picture and a table, and a unit's need shows its gap", async () => {
    const page = await as("head");
    await page.goto("/training/lineage");
    assert.ok((await page.locator(".lineage svg .node").count()) >= 4);
    assert.ok((await page.locator(".lineage svg .leaf").count()) >= 40);
    await sound(page);
    await page.goto("/training/competence");
    await sound(page);
    const unit = page.locator("section.card").filter({ hasText: "Dubrava" }).first();
    await unit.locator("summary").first().click();
    await unit.getByLabel("Needed: OT guidelines").fill("99");
    await go(button(unit, "Save").first());
    assert.match(await page.locator("section.card").filter({ hasText: "Dubrava" }).first().innerText(), /\d+ are missing/);
  });

  test("a supervisor signs off a session, and the trainee sees it", async () => {
    const page = await as("practitioner");
    await page.goto("/account");
    await go(link(page, "My training"));
    assert.match(await main(page), /You sign alone\./);
    await page.getByRole("combobox", { name: "Name" }).selectOption({ index: 1 });
    await page.getByLabel("Day of the session").fill(day(scripting ? -3 : -4));
    await page.getByRole("radio", { name: "Met what is asked" }).check();
    await go(button(page, "Sign off a session"));
    assert.equal(await said(page), "The session has been signed off.");
    await sound(page);
    const trainee = await as("trainee");
    await trainee.goto("/training/own");
    assert.match(await main(trainee), /Met what is asked/);
    const coordinator = await as("coordinator");
    await coordinator.goto("/training/staff");
    assert.match(await main(coordinator), /Instruments for violent extremist prisoners/);
    await sound(coordinator);
  });
}
