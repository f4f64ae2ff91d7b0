// The life of a note as those live it who write, supervise and read: what is typed outlives a power cut, a lost connection and a
// sign-in that has ended; a trainee's note goes through its supervisor's hands; and all of it can be verified elsewhere.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENGINES, PASSWORD, axe, day, errorAt, go, signIn, sql, sqlId, startBrowser, startServer, typeUntilNoticed } from "./support.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const radio = (page, name) => page.getByRole("radio", { name, exact: true });
const said = (page) => page.locator(".flash[role=status]").textContent();

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`notes on ${engine}`, () => {
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

/** What the page says of its draft, once it says this. */
const guard = (page, words) => page.locator(".draft-state", { hasText: words }).waitFor({ timeout: 15_000 });

async function begin(page, patient, kind, format) {
  await page.goto(`/patients/${patient}/notes`);
  await go(link(page, kind));
  await radio(page, format).check();
  await go(button(page, "Begin"));
}

/** Axe is a script: it runs where the page's own may. */
async function accessible(page) {
  if (page.scripting) assert.deepEqual(await axe(page), []);
}

/** From an editor to the signed note; a password slip on the way is told at its field. */
async function sign(page, { slip = false } = {}) {
  await go(button(page, "Save and go to sign"));
  if (slip) {
    await page.getByLabel("Password").fill("not-my-password");
    assert.equal((await go(button(page, "Sign"))).status(), 422);
    assert.notEqual(await errorAt(page.getByLabel("Password")), "");
    await accessible(page);
  }
  await page.getByLabel("Password").fill(PASSWORD);
  await go(button(page, "Sign"));
}

function tell(serverOf, scripting) {
  const pages = new Map();
  let patient, number, server;
  const as = async (user) => {
    if (!pages.has(user)) pages.set(user, await signIn(browser, server, user, { scripting }));
    return pages.get(user);
  };
  const quiet = () => {
    for (const [user, page] of pages) {
      // A server that is not there is what the story is about.
      const left = page.complaints.filter((said) => !/net::ERR_(CONNECTION_|INTERNET_|EMPTY_|SOCKET_)/.test(said));
      assert.deepEqual(left, [], `the console of ${user}`);
    }
  };
  const endSignIns = (user) =>
    sql(server, `update access_session set ended_at = created_at where ended_at is null and user_id = (select id from access_user where username = '${user}')`);

  before(async () => {
    server = serverOf();
    const page = await as("practitioner");
    await page.goto("/patients/new");
    await go(page.getByRole("button", { name: /^Take into caseload/ }).first());
    patient = page.url().match(/[0-9a-f-]{36}/)[0];
    number = sql(server, `select prison_number from custody_person where id = ${sqlId(server, patient)}`);
  });
  after(async () => {
    for (const page of pages.values()) await page.context().close();
  });

  test("a draft outlives a power cut", async () => {
    const page = await as("practitioner");
    await begin(page, patient, "Contact", "Narrative");
    const [address, box] = [page.url(), field(page, "Account")];
    if (scripting) {
      await typeUntilNoticed(box, "Rang the workshop.");
      await guard(page, "Draft saved at");
      await server.crash();
      await box.press("End");
      await box.pressSequentially(" Čedomir begins on Monday.");
      await guard(page, "The server cannot be reached");
      await server.resume();
      await guard(page, "Draft saved at");
      await page.reload();
    } else {
      await box.fill("Rang the workshop.");
      await go(button(page, "Save draft").last());
      await box.fill("Rang the workshop. Čedomir begins on Monday.");
      await server.crash();
      await Promise.all([page.waitForEvent("requestfailed"), button(page, "Save draft").last().click({ noWaitAfter: true })]);
      await server.resume();
      await page.reload();
      assert.equal(await said(page), "The draft is saved.");
    }
    assert.equal(page.url(), address);
    assert.equal(await box.inputValue(), "Rang the workshop. Čedomir begins on Monday.");
    quiet();
  });

  test("and a lost connection, and a sign-in that has ended; then it is signed", async () => {
    const page = await as("practitioner");
    const box = field(page, "Account");
    if (scripting) {
      await page.context().setOffline(true);
      await typeUntilNoticed(box, "Without a line.");
      await guard(page, "The server cannot be reached");
      await page.context().setOffline(false);
      await guard(page, "Draft saved at");
      endSignIns("practitioner");
      await box.fill("Without a line, and without a sign-in.");
      await guard(page, "Your sign-in has ended");
    } else {
      await box.fill("Without a line, and without a sign-in.");
      endSignIns("practitioner");
    }
    assert.equal((await go(button(page, "Save draft").last())).status(), 401);
    await page.getByText("What you typed is kept").waitFor();
    await field(page, "User name").fill("practitioner");
    await field(page, "Password").fill(PASSWORD);
    await go(button(page, "Sign in"));
    await go(button(page, "Send what I typed"));
    assert.equal(await said(page), "The draft is saved.");
    assert.equal(await box.inputValue(), "Without a line, and without a sign-in.");

    await box.fill("   ");
    assert.equal((await go(button(page, "Save and go to sign"))).status(), 422);
    assert.equal(await errorAt(box), "Write something before you sign.");
    await accessible(page);
    await box.fill("Rang the workshop.\n\nČedomir begins on Monday.");
    await sign(page, { slip: true });
    assert.equal(await said(page), "Signed.");
    await page.getByText("Čedomir begins on Monday.").first().waitFor();

    // An addendum stands with it.
    await go(button(page, "Write an addendum"));
    await field(page, "Account").fill("The workshop confirmed.");
    await sign(page);
    const whole = await page.getByRole("main").innerText();
    assert.ok(whole.includes("Rang the workshop.") && whole.includes("The workshop confirmed."), whole);
    quiet();
  });

  test("templates, quick phrases, a late entry and what has been since last time", async () => {
    const page = await as("practitioner");
    for (const [kind, title, label, words] of [
      ["Template", `First visit ${scripting}`, "Plan", "See weekly."],
      ["Phrase", `Prompt ${scripting}`, "Text", "With one prompt."],
    ]) {
      await page.goto("/notes/phrases");
      await field(page, "Title").fill(title);
      await radio(page, kind).check();
      await radio(page, "SOAP").check();
      await go(button(page, "Add"));
      await field(page, label).fill(words);
      await go(button(page, "Save"));
      assert.equal(await said(page), "Saved.");
    }
    await begin(page, patient, "Telephone", `Template: First visit ${scripting}`);
    await page.getByRole("heading", { name: "Since last time" }).waitFor();
    await page.getByText("The last note").click();
    await page.getByText("Rang the workshop.").waitFor();
    assert.equal(await field(page, "Plan").inputValue(), "See weekly.");
    await page.getByRole("combobox", { name: "Phrase" }).selectOption({ label: `Prompt ${scripting}` });
    await page.getByRole("combobox", { name: "Into" }).selectOption({ label: "Plan" });
    await go(button(page, "Insert the phrase"));
    assert.equal(await field(page, "Plan").inputValue(), "See weekly.\nWith one prompt.");

    await page.getByLabel("Date").fill(day(-3));
    assert.equal((await go(button(page, "Save and go to sign"))).status(), 422);
    assert.equal(await errorAt(field(page, "Why it is late")), "Say why this note is late.");
    assert.equal(await field(page, "Plan").inputValue(), "See weekly.\nWith one prompt.");
    await field(page, "Why it is late").fill("Night shift");
    await sign(page);
    assert.equal(await said(page), "Signed.");
    assert.match(await page.getByRole("article").first().innerText(), /Late entry\s+Night shift/);
    quiet();
  });

  test("a trainee's note is returned, written anew and co-signed; an error takes two", async () => {
    const [trainee, supervisor] = [await as("trainee"), await as("practitioner")];
    await begin(trainee, patient, "Contact", "Narrative");
    await field(trainee, "Account").fill(`He seemed fine, ${scripting}.`);
    await sign(trainee);
    assert.equal(await said(trainee), "Signed. Your supervisor will be asked to co-sign it.");
    const first = trainee.url();
    await trainee.getByText("Awaiting co-signature").first().waitFor();

    await supervisor.goto("/notes/worklist");
    const waiting = supervisor.locator(`a[href="${new URL(first).pathname}"]`);
    assert.equal(await waiting.count(), 1);
    await go(waiting);
    await button(supervisor, "Return").scrollIntoViewIfNeeded();
    const refusal = supervisor.locator("form", { has: button(supervisor, "Return") });
    await refusal.getByLabel("Password").fill(PASSWORD);
    await refusal.getByRole("textbox", { name: "Comment" }).evaluate((box) => box.removeAttribute("required"));
    assert.equal((await go(button(supervisor, "Return"))).status(), 422);
    assert.equal(await errorAt(refusal.getByRole("textbox", { name: "Comment" })), "Fill this in.");
    await accessible(supervisor);
    await refusal.getByRole("textbox", { name: "Comment" }).fill("What did you see?");
    await refusal.getByLabel("Password").fill(PASSWORD);
    await go(button(supervisor, "Return"));
    assert.equal(await said(supervisor), "Returned to the author.");

    await trainee.goto("/notes/worklist");
    await go(trainee.locator(`a[href="${new URL(first).pathname}"]`).first());
    await go(button(trainee, "Write the next version"));
    await trainee.getByText("What did you see?").first().waitFor();
    assert.equal(await field(trainee, "Account").inputValue(), `He seemed fine, ${scripting}.`);
    await field(trainee, "Account").fill(`He smiled twice, ${scripting}.`);
    await sign(trainee);
    const second = trainee.url();
    assert.notEqual(second, first);
    await supervisor.goto(second);
    const agreed = supervisor.locator("form", { has: button(supervisor, "Co-sign") });
    await agreed.getByLabel("Password").fill(PASSWORD);
    await go(button(supervisor, "Co-sign"));
    assert.equal(await said(supervisor), "Co-signed.");
    await trainee.goto(first);
    await trainee.getByText("Replaced by the next version").first().waitFor();

    await trainee.goto(second);
    await trainee.getByText("Entered in error…").click();
    await field(trainee, "Reason").fill("This was somebody else.");
    await trainee.getByLabel("Password").fill(PASSWORD);
    await go(button(trainee, "Ask to declare it an error"));
    assert.equal(await said(trainee), "Asked. Somebody else must confirm it.");
    assert.equal(await button(trainee, "Confirm the error").count(), 0, "nobody confirms what they asked for");
    await supervisor.goto("/notes/worklist");
    await supervisor.getByText("Errors to confirm").first().waitFor();
    await supervisor.goto(second);
    await supervisor.getByLabel("Password").fill(PASSWORD);
    await go(button(supervisor, "Confirm the error"));
    assert.equal(await said(supervisor), "The note now counts as entered in error.");
    await supervisor.getByText("Show the text").first().waitFor();
    quiet();
  });

  test("a restricted note is the team's; others learn that there is one", async () => {
    const page = await as("practitioner");
    await begin(page, patient, "Contact", "Narrative");
    await radio(page, "Restricted").check();
    await field(page, "Account").fill("Told me about his brother.");
    await sign(page);
    const address = page.url();
    await page.getByText("Told me about his brother.").first().waitFor();
    for (const user of ["reviewer", "trainee"]) {
      const other = await as(user);
      await other.goto(address);
      const text = await other.getByRole("main").innerText();
      assert.ok(text.includes("There is a restricted note here") && !text.includes("his brother"), `${user}: ${text}`);
    }
    quiet();
  });

  test("the chart is verified by somebody who has the public key alone", async () => {
    const exits = (...args) => {
      const done = server.ergon(...args);
      return [done.status, done.stdout + done.stderr];
    };
    const [whole, told] = exits("verify");
    assert.equal(whole, 0, told);
    assert.ok(!told.includes("Rang the workshop"), "no text is printed");
    const names = { chart: `chart-${scripting}.json`, key: `key-${scripting}.pub` };
    assert.equal(exits("key", "public", "--out", names.key)[0], 0);
    assert.deepEqual(exits("export", "chart", number, "--out", names.chart)[0], 0);
    const verify = ["verify", "--chart", names.chart, "--public-key", names.key];
    assert.equal(exits(...verify)[0], 0);
    const chart = readFileSync(join(server.folder, names.chart), "utf8");
    assert.ok(chart.includes("Rang the workshop."));
    writeFileSync(join(server.folder, names.chart), chart.replace("Rang the workshop.", "Rang the Workshop."));
    const [changed, fault] = exits(...verify);
    assert.equal(changed, 1, fault);
    assert.ok(!fault.includes("Workshop"), fault);
  });
}
