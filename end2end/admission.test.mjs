// How a person comes to therapy: referred by health staff and by custody, decided about in the triage list, and evaluated in
// sections that are kept one by one until the whole is signed.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, axe, choose, errorAt, go, signIn, sql, startBrowser, startServer, typeUntilNoticed } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`admission on ${engine}`, () => tell(engine));
}

/** Names of the first column of the page's table, without the words beside them. */
const names = (page) => page.locator("main tbody th").evaluateAll((cells) => cells.map((cell) => cell.firstChild.textContent.trim()));

/** The table row that holds these words. */
const row = (page, ...words) => words.reduce((rows, word) => rows.filter({ hasText: word }), page.locator("main tbody tr"));

/** What custody noticed, each the reason of one referral of the same person. */
const ACCEPTED = "keeps away from others";
const DECLINED = "does not sleep";
const REDIRECTED = "repeated conflict";
const WAITING = "does not leave the cell";

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine);
    // Only what the story makes is in the lists.
    sql(server, "delete from care_referral");
    sql(server, "delete from custody_referral");
  });
  after(async () => {
    await server?.stop();
  });

  for (const scripting of [true, false]) {
    const words = `scripting ${scripting ? "on" : "off"}`;

    test(`referrals are triaged, and custody sees how far they came and no more, ${words}`, async () => {
      const [practitioner, clinician, custody] = await Promise.all(
        ["practitioner", "clinician", "coordinator"].map((user) => signIn(browser, server, user, { scripting })),
      );
      await practitioner.goto("/patients/new");
      const [name, ill] = await names(practitioner);

      for (const reason of [ACCEPTED, DECLINED, REDIRECTED, WAITING]) {
        await custody.goto("/refer/new");
        await go(row(custody, name).getByRole("link"));
        await custody.getByLabel(reason).check();
        if (reason === ACCEPTED) {
          await custody.locator("[name=words]").evaluate((field) => field.removeAttribute("maxlength"));
          await custody.fill("[name=words]", "š".repeat(141));
          assert.equal((await go(custody.getByRole("button", { name: "Send to the health unit" }))).status(), 422);
          assert.match(await errorAt(custody.locator("[name=words]")), /140/);
          assert.equal(await custody.inputValue("[name=words]"), "š".repeat(141));
          assert.ok(await custody.getByLabel(reason).isChecked());
          assert.deepEqual(await axe(custody), []);
        }
        await custody.fill("[name=words]", "Sits alone since Sunday");
        await go(custody.getByRole("button", { name: "Send to the health unit" }));
        assert.match(await row(custody, name, reason).textContent(), /Received/);
      }

      // Health staff refer with a source, a reason and an urgency.
      await clinician.goto("/referrals/new");
      await go(row(clinician, ill).getByRole("link"));
      await clinician.getByLabel("urgent", { exact: true }).check();
      const answer = await go(clinician.getByRole("button", { name: "Save the referral" }));
      assert.equal(answer.status(), 422);
      for (const field of ["source", "reason"]) assert.notEqual(await errorAt(clinician.locator(`[name=${field}]`)), "", field);
      assert.deepEqual(await axe(clinician), []);
      await choose(clinician.locator("[name=source]"), "nurse");
      await clinician.fill("[name=reason]", "Sleeps all day and does not wash.");
      await clinician.getByLabel("Rest and sleep").check();
      await go(clinician.getByRole("button", { name: "Save the referral" }));
      assert.match(await clinician.locator("main").textContent(), /Sleeps all day/);
      assert.equal(await clinician.getByRole("button", { name: "Decide" }).count(), 0, "deciding is for those who treat");

      await practitioner.goto("/referrals");
      const line = (await row(practitioner, ill).innerText()).replace(/\s+/g, " ");
      for (const told of [/nurse/, /urgent/i, /today|0 days/i]) assert.match(line, told);
      assert.match(await row(practitioner, name, ACCEPTED).innerText(), /correctional staff/);

      const decide = async (noticed, decision, reason) => {
        await practitioner.goto("/referrals");
        await go(row(practitioner, name, noticed).getByRole("link"));
        assert.match(await practitioner.locator("main").textContent(), /Sits alone since Sunday/);
        await practitioner.locator(`[name=decision][value=${decision}]`).check();
        if (reason) {
          assert.equal((await go(practitioner.getByRole("button", { name: "Decide" }))).status(), 422);
          assert.notEqual(await errorAt(practitioner.locator("[name=decision_reason]")), "", decision);
          assert.ok(await practitioner.locator(`[name=decision][value=${decision}]`).isChecked());
          assert.deepEqual(await axe(practitioner), []);
          await practitioner.fill("[name=decision_reason]", reason);
        }
        await go(practitioner.getByRole("button", { name: "Decide" }));
      };
      await decide(DECLINED, "declined", "Seen by psychology already.");
      await decide(REDIRECTED, "redirected", "To the doctor: sleeps because of new medicine.");
      await decide(WAITING, "waiting_list");
      await decide(ACCEPTED, "accepted");
      assert.match(await practitioner.getByRole("heading", { level: 1 }).textContent(), new RegExp(name.split(",")[0]), "accepted, the record is open");
      await practitioner.goto("/referrals");
      assert.deepEqual([await row(practitioner, name, WAITING).count(), await row(practitioner, name, DECLINED).count()], [1, 0], "whoever waits stays in the list");

      await custody.goto("/refer");
      for (const [reason, state] of [
        [ACCEPTED, "Accepted"],
        [DECLINED, "Closed"],
        [REDIRECTED, "Closed"],
        [WAITING, "Received"],
      ]) {
        assert.match(await row(custody, name, reason).textContent(), new RegExp(state), reason);
      }
      const seen = (await custody.content()).toLowerCase();
      for (const secret of ["psychology", "medicine", "waiting list", "declined", "redirected", "urgent", ill.toLowerCase()]) {
        assert.ok(!seen.includes(secret), `custody reads '${secret}'`);
      }
      for (const page of [practitioner, clinician, custody]) {
        assert.deepEqual(page.complaints, []);
        await page.context().close();
      }
    });

    test(`an evaluation is kept section by section, shows both texts of two writers, and is signed, ${words}`, async () => {
      const page = await signIn(browser, server, "practitioner", { scripting });
      await page.goto("/patients/new");
      await go(page.locator("main tbody tr button").first());
      await go(page.getByRole("main").getByRole("link", { name: "Evaluation" }).last());
      await go(page.getByRole("button", { name: "Begin the evaluation" }));

      // The same sections in a second window, opened before anything was written.
      const other = await page.context().newPage();
      other.complaints = [];
      await other.goto(page.url());

      const section = (of, name) => of.locator(`#section-${name}`);
      const write = async (of, name, text) => {
        await section(of, name).locator("textarea").fill(text);
        return go(section(of, name).getByRole("button", { name: /^Save/ }));
      };
      if (scripting) {
        // Written and left alone, a section is kept without a button.
        const roles = section(page, "roles").locator("textarea");
        await typeUntilNoticed(roles, "Father");
        const kept = page.waitForResponse((answer) => answer.url().endsWith("/evaluation/sections") && answer.status() === 204);
        await roles.fill("Father of two.");
        await kept;
      } else {
        await write(page, "roles", "Father of two.");
      }
      // Written elsewhere, and another section's button pressed.
      await section(page, "demands").locator("textarea").fill("Reading and sums.");
      await write(page, "concerns", "The yard, which he avoids.");
      assert.equal(await section(page, "roles").locator("textarea").inputValue(), "Father of two.", "the others stay as they are");
      assert.equal(await section(page, "demands").locator("textarea").inputValue(), "Reading and sums.", "nothing typed is lost");

      // Nobody has been in the way of another section; the same one shows both texts before it is decided.
      assert.equal((await write(other, "history", "A painter.")).status(), 200);
      await other.goto(page.url().replace(/#.*/, ""));
      await write(page, "concerns", "The yard and the letters.");
      assert.equal((await write(other, "concerns", "Only the letters.")).status(), 422);
      assert.match(await errorAt(section(other, "concerns").locator("textarea")), /The yard and the letters\./);
      assert.equal(await section(other, "concerns").locator("textarea").inputValue(), "Only the letters.");
      assert.deepEqual(await axe(other), []);
      assert.equal((await write(other, "concerns", "The yard, and the letters most of all.")).status(), 200);

      // What is missing is said at its section, and nothing is signed.
      await page.goto(page.url().replace(/#.*/, ""));
      assert.equal((await go(page.getByRole("button", { name: "Read and sign" }))).status(), 422);
      for (const name of ["reason", "priorities", "observed", "synthesis"]) {
        assert.notEqual(await errorAt(section(page, name).locator("textarea")), "", name);
      }
      assert.deepEqual(await axe(page), []);
      for (const [name, text] of [
        ["reason", "Asked for by the nurse."],
        ["priorities", "To cook again."],
        ["observed", "Made tea in the training kitchen."],
        ["synthesis", "Knows the steps and begins late."],
      ]) {
        await write(page, name, text);
      }
      await go(page.getByRole("button", { name: "Read and sign" }));
      await page.fill("[name=password]", "not it");
      assert.equal((await go(page.getByRole("button", { name: /^Sign/ }))).status(), 422);
      assert.notEqual(await errorAt(page.locator("[name=password]")), "");
      await page.fill("[name=password]", PASSWORD);
      await go(page.getByRole("button", { name: /^Sign/ }));
      const signed = page.getByRole("article");
      for (const text of ["Father of two.", "A painter.", "letters most of all.", "Knows the steps"]) {
        assert.ok((await signed.textContent()).includes(text), text);
      }
      assert.equal(await page.locator("main textarea").count(), 0);
      await go(page.getByRole("main").getByRole("link", { name: "Notes" }));
      assert.match(await page.locator("main").textContent(), /Knows the steps and begins late/);
      assert.deepEqual([page.complaints, other.complaints], [[], []]);
      await page.context().close();
    });
  }
}
