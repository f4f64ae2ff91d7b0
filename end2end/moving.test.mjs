// Leaving: a move with its package from one health unit to the other, and the end of a treatment with the copy that the patient
// takes along, each as custody and both units live it.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, axe, choose, day, errorAt, go, signIn, speak, sql, sqlId, startBrowser, startServer } from "./support.mjs";

const SUMMARY = "Bakes bread alone since October.";
const PLAIN = "Ju piqni bukë vetë. Mirë e keni bërë!";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const box = (page, name) => page.getByRole("textbox", { name, exact: true });
const radio = (page, name) => page.getByRole("radio", { name, exact: true });
const said = (page) => page.locator(".flash[role=status]").textContent();
const main = (page) => page.getByRole("main").innerText();
/** Chromium writes one object of this type for each page. */
const sheets = async (page) => ((await page.pdf({ format: "A4", printBackground: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`leaving on ${engine}`, () => {
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
    if (!pages.has(user)) {
      pages.set(user, await signIn(browser, server, user, { scripting }));
      await speak(pages.get(user), "en");
    }
    return pages.get(user);
  };
  before(() => {
    server = serverOf();
  });
  after(async () => {
    for (const page of pages.values()) await page.context().close();
  });
  const quiet = () => {
    for (const [user, page] of pages) assert.deepEqual(page.complaints, [], `the console of ${user}`);
  };

  /** A patient of the practitioner with an active plan, a measure and sessions ahead, and nothing that waits to be signed. */
  function patient() {
    const now = new Date().toISOString().replace("Z", "+00:00");
    const id = sql(server, `select ${server.engine === "sqlite" ? "lower(hex(c.person_id))" : "replace(cast(c.person_id as text), '-', '')"}
      from care_patient c join access_user u on u.id = c.lead_id join custody_person p on p.id = c.person_id
      where u.username = 'practitioner' and c.status = 'open' and p.facility_id = c.facility_id
        and exists (select 1 from care_plan l where l.patient_id = c.person_id and l.status = 'active')
        and not exists (select 1 from custody_transfer t where t.person_id = c.person_id)
        and not exists (select 1 from care_transfer t where t.patient_id = c.person_id)
        and exists (select 1 from care_measure_result m where m.patient_id = c.person_id)
        and exists (select 1 from custody_slot_person s where s.person_id = c.person_id and s.starts_at > '${now}')
      order by p.prison_number limit 1`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    assert.ok(id, "the demonstration has nobody left to go");
    const person = sqlId(server, id);
    sql(server, `update custody_slot set status = 'not_held', cancel_side = 'health', cancel_reason = 'health'
      where starts_at <= '${now}' and status in ('requested', 'confirmed', 'in_progress', 'completed')
        and id in (select c.id from care_session c join custody_slot_person s on s.slot_id = c.id where s.person_id = ${person} and c.signed_at is null)`);
    const ahead = () => Number(sql(server, `select count(*) from custody_slot_person s join custody_slot t on t.id = s.slot_id
      where s.person_id = ${person} and s.starts_at > '${now}' and t.status in ('requested', 'confirmed') and s.movement is distinct from 'not_brought'`));
    return { id, person, ahead, number: sql(server, `select prison_number from custody_person where id = ${person}`) };
  }

  test("a move ends what was booked, and the record goes with a package to those who receive it", async () => {
    const who = patient();
    const [custody, old, next] = [await as("coordinator"), await as("practitioner"), await as("practitioner2")];
    const there = sql(server, "select name from custody_facility where code = 'HSP'");
    assert.ok(who.ahead() > 0);

    await custody.goto(`/transfers/new?q=${encodeURIComponent(who.number)}`);
    await go(custody.getByRole("link", { name: /^Plan a move/ }));
    await custody.getByRole("combobox", { name: "To" }).selectOption({ label: there });
    await custody.getByLabel("Planned for").fill(day(-1));
    assert.equal((await go(button(custody, "Plan the move"))).status(), 422);
    assert.equal(await errorAt(custody.getByLabel("Planned for")), "This day has passed. Choose today or a later day.");
    if (scripting) assert.deepEqual(await axe(custody), []);
    await custody.getByLabel("Planned for").fill(day());
    await go(button(custody, "Plan the move"));
    assert.equal(await said(custody), "The move is planned.");
    assert.match(await main(custody), /session(s)? ahead/);

    // The unit is told, writes the package, and is asked what the patient says to it.
    await old.goto(`/patients/${who.id}/transfer`);
    assert.ok((await main(old)).includes(`Custody moves this patient to ${there}`));
    await box(old, "Summary").fill(SUMMARY);
    await radio(old, "No, the patient has not been told").check();
    await old.getByLabel("Password").fill(PASSWORD);
    assert.equal((await go(button(old, "Sign and send"))).status(), 422);
    assert.equal(await errorAt(box(old, "Objection, or why not informed")), "Say why the patient has not been told.");
    assert.equal(await box(old, "Summary").inputValue(), SUMMARY);
    if (scripting) assert.deepEqual(await axe(old), []);
    await radio(old, "Yes, the patient knows that the record goes along").check();
    await box(old, "Objection, or why not informed").fill("Would rather stay.");
    await old.getByLabel("Password").fill(PASSWORD);
    await go(button(old, "Sign and send"));
    assert.equal(await said(old), "The package is signed and sent.");

    // The record comes after the person.
    await next.goto("/transfers/incoming");
    await go(next.locator("a[href^='/transfers/incoming/']").filter({ hasText: /./ }).first());
    const inbox = next.url();
    assert.ok((await main(next)).includes("has not come to this facility yet") && !(await main(next)).includes(SUMMARY));
    assert.equal(await button(next, "Receive the patient").count(), 0);

    await go(button(custody, "Carry out the move"));
    assert.equal(await said(custody), "The person is moved. What was booked here has ended.");
    assert.equal(who.ahead(), 0);
    await next.goto(inbox);
    await go(button(next, "Receive the patient"));
    assert.equal(await said(next), "The patient is received. What came stands below.");
    const received = await main(next);
    for (const text of [SUMMARY, "Would rather stay.", "What is open"]) assert.ok(received.includes(text), `${text}: ${received}`);
    assert.match(received, /\d+ goals?\b/);
    assert.equal((await old.goto(`/patients/${who.id}`)).status(), 403, "the record is one, and it has gone");
    assert.equal((await next.goto(`/patients/${who.id}`)).status(), 200);
    quiet();
  });

  test("a discharge holds what was reached; the copy is one page in the patient's language", async () => {
    const who = patient();
    const page = await as("practitioner");
    await page.goto(`/patients/${who.id}/discharge`);
    const record = await main(page);
    for (const text of ["Goal attainment T", "Measures, first and last", "h attended"]) assert.ok(record.includes(text), `${text}: ${record}`);
    await radio(page, "goals reached").check();
    await radio(page, "Shqip").check();
    await box(page, "What the patient takes along").fill(PLAIN);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.locator("[required]").evaluateAll((all) => all.forEach((held) => held.removeAttribute("required")));
    assert.equal((await go(button(page, "Sign and close the record"))).status(), 422);
    assert.equal(await errorAt(box(page, "Course of treatment")), "Fill this in.");
    assert.equal(await box(page, "What the patient takes along").inputValue(), PLAIN);
    if (scripting) assert.deepEqual(await axe(page), []);
    await box(page, "Course of treatment").fill("From watching to baking alone.");
    await go(button(page, "Save the draft"));
    assert.equal(await said(page), "Draft of the discharge saved.");
    await page.getByLabel("Password").fill(PASSWORD);
    await go(button(page, "Sign and close the record"));
    assert.equal(await said(page), "Signed. The record is closed.");
    assert.equal(who.ahead(), 0);

    await page.goto(`/patients/${who.id}/copy`);
    const copy = page.locator("article.copy");
    assert.equal(await copy.getAttribute("lang"), "sq");
    const words = await copy.innerText();
    assert.ok(words.includes(PLAIN), words);
    assert.ok(!words.includes(who.number) && !/\bT\s*\d/.test(words), "neither number nor score");
    assert.equal(await sheets(page), 1, "the copy is one page");
    await page.goto(`/patients/${who.id}/discharge`);
    assert.ok((await main(page)).includes("From watching to baking alone."));
    assert.ok((await sheets(page)) >= 1);
    quiet();
  });
}
