// Consent, notices to custody and disclosures: without a recorded yes the answer is no; what crosses the wall says nothing of why;
// and with a consent ends at once what rests on it.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, choose, day, errorAt, go, signIn, sql, sqlId, startBrowser, startServer } from "./support.mjs";

const WHY = "His knee gives way on the stairs.";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const radio = (page, name) => page.getByRole("radio", { name, exact: true });
const list = (page, name) => page.getByRole("combobox", { name, exact: true });
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
  describe(`consents on ${engine}`, () => {
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
  let server, patient, number;
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
    number = sql(server, `select prison_number from custody_person where id = ${sqlId(server, patient)}`);
    sql(server, `update custody_person set language = 'sq' where id = ${sqlId(server, patient)}`);
  });
  after(async () => {
    for (const page of pages.values()) await page.context().close();
  });
  const quiet = () => {
    for (const [user, page] of pages) assert.deepEqual(page.complaints, [], `the console of ${user}`);
  };

  async function consent(page, scope) {
    await page.goto(`/patients/${patient}/consents`);
    await page.getByText("Record a decision", { exact: true }).click();
    await choose(list(page, "About what"), scope);
    await radio(page, "permits").check();
    await go(button(page, "Record the decision"));
    assert.equal(await said(page), "The decision is recorded.");
  }

  /** Custody's rows about the patient. */
  async function noticed(page) {
    await page.goto("/notices");
    return page.getByRole("row").filter({ hasText: number });
  }

  test("without consent there is no notice by consent; with it custody reads what, and never why", async () => {
    const [page, custody] = [await as("practitioner"), await as("coordinator")];
    await page.goto(`/patients/${patient}/notices`);
    assert.ok((await main(page)).includes("Consent to notices to custody: not recorded."));
    await page.getByText("Give a notice", { exact: true }).click();
    await choose(list(page, "Notice"), "Seated only");
    await radio(page, "consent of the patient").check();
    await page.getByRole("textbox", { name: "Reason" }).fill(WHY);
    assert.equal((await go(button(page, "Give the notice"))).status(), 422);
    assert.match(await errorAt(radio(page, "consent of the patient")), /^The patient has not agreed that custody is told\./);
    assert.equal(await page.getByRole("textbox", { name: "Reason" }).inputValue(), WHY);
    if (scripting) assert.deepEqual(await axe(page), []);
    assert.equal(await (await noticed(custody)).count(), 0);

    await consent(page, "Notices to custody");
    await page.goto(`/patients/${patient}/notices`);
    await page.getByText("Give a notice", { exact: true }).click();
    await choose(list(page, "Notice"), "Seated only");
    await page.getByLabel("Until").fill(day(5));
    await radio(page, "consent of the patient").check();
    await page.getByRole("textbox", { name: "Reason" }).fill(WHY);
    await go(button(page, "Give the notice"));
    assert.equal(await said(page), "The notice is with custody.");
    assert.match(await main(page), /not acknowledged/);

    const row = await noticed(custody);
    assert.equal(await row.count(), 1);
    const told = await row.innerText();
    assert.ok(told.includes("Seated only") && told.includes("lapses in 5 days") && !told.includes("knee"), told);
    await go(row.getByRole("button", { name: /^Acknowledge/ }));
    assert.equal(await said(custody), "Acknowledged. The health unit sees that.");
    await page.reload();
    const shown = await main(page);
    assert.ok(shown.includes("lapses in 5 days") && /(^|\s)acknowledged/m.test(shown) && !shown.includes("not acknowledged"), shown);
    quiet();
  });

  test("a disclosure is proposed, approved by a second person and sent", async () => {
    const [page, head] = [await as("practitioner"), await as("head")];
    await consent(page, "Sharing with probation");
    await page.goto(`/patients/${patient}/disclosures`);
    await page.getByText("Propose a disclosure", { exact: true }).click();
    await page.getByRole("textbox", { name: "To whom" }).fill("Probation service, Peja");
    await page.getByRole("textbox", { name: "What is passed on" }).fill("Cooks and keeps a budget.");
    await radio(page, "consent").check();
    await page.getByRole("textbox", { name: "Purpose" }).fill("Release preparation");
    assert.equal((await go(button(page, "Propose"))).status(), 422);
    assert.equal(await errorAt(list(page, "Consent that it rests on")), "The consent that it rests on does not hold.");
    assert.equal(await page.getByRole("textbox", { name: "What is passed on" }).inputValue(), "Cooks and keeps a budget.");
    if (scripting) assert.deepEqual(await axe(page), []);
    await choose(list(page, "Consent that it rests on"), "Sharing with probation");
    await go(button(page, "Propose"));
    assert.equal(await said(page), "Proposed. The head decides.");
    assert.equal(await button(page, "Approve").count(), 0, "nobody approves what they proposed");

    await head.goto("/disclosures");
    await go(head.getByRole("row").filter({ hasText: number }).getByRole("link", { name: /^Look/ }));
    assert.equal((await go(button(head, "Refuse"))).status(), 422);
    assert.equal(await errorAt(head.getByRole("textbox", { name: "Reason" })), "Fill this in.");
    await go(button(head, "Approve"));
    assert.equal(await said(head), "Approved. It may be sent.");
    await page.reload();
    await go(button(page, "Mark as sent"));
    assert.equal(await said(page), "Marked as sent.");
    quiet();
  });

  test("a withdrawal says what ends with it, and ends it", async () => {
    const [page, custody] = [await as("practitioner"), await as("coordinator")];
    await page.goto(`/patients/${patient}/consents`);
    await go(page.getByRole("link", { name: /^Withdraw.*Notices to custody/ }));
    assert.ok((await main(page)).includes("1 notice to custody"));
    await page.getByLabel("Withdrawn on").fill(day(3));
    await page.getByRole("textbox", { name: "In the patient’s own words" }).fill("I do not want it any more.");
    assert.equal((await go(button(page, "Withdraw"))).status(), 422);
    assert.equal(await errorAt(page.getByLabel("Withdrawn on")), "This day lies ahead.");
    if (scripting) assert.deepEqual(await axe(page), []);
    await page.getByLabel("Withdrawn on").fill(day());
    await go(button(page, "Withdraw"));
    assert.equal(await said(page), "The consent is withdrawn. What rested on it has ended.");
    assert.ok((await main(page)).includes("I do not want it any more."));
    assert.equal(await (await noticed(custody)).count(), 0);
    await page.goto(`/patients/${patient}/notices`);
    assert.match(await main(page), /ended/);
    quiet();
  });
}
