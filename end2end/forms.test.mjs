// Long forms outlive a lost connection and a sign-in that has ended: what was typed into a discharge, a review or an evaluation is
// there again after signing in, with and without scripting; and so is what corrections type.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, draftState, go, signIn, sql, startBrowser, startServer, typeUntilNoticed } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`long forms on ${engine}`, () => {
    let server;
    before(async () => {
      server = await startServer(engine);
    });
    after(async () => {
      await server?.stop();
    });
    // Nothing of it needs scripting.
    test("what corrections typed comes back", () => tellOfCorrections(server));
    for (const scripting of [true, false]) {
      test(`what was typed comes back after signing in again, scripting ${scripting ? "on" : "off"}`, () => tell(server, scripting));
    }
  });
}

/** Forms by their page below the patient's, and the box that is typed into. */
const FORMS = [
  ["/discharge", "course"],
  ["/review", "summary"],
  ["/evaluation", "strengths"],
];

async function tell(server, scripting) {
  const page = await signIn(browser, server, "practitioner", { scripting });
  const patient = await whoHasAPlan(page);
  for (const [path, name] of FORMS) {
    await page.goto(`/patients/${patient}${path}`);
    const begin = page.locator("form[action$='/evaluation/begin'] button").first();
    if (await begin.count()) await go(begin);
    const box = page.locator(`textarea[name=${name}]`);
    const form = page.locator("form", { has: box });
    const guard = (words) => draftState(box).filter({ hasText: words }).waitFor({ timeout: 15_000 });
    const reason = form.locator("input[name=reason]").first();
    if (await reason.count()) await reason.check();
    const words = `Typed into ${path} without a line.`;
    if (scripting) {
      await typeUntilNoticed(box, "Begun");
      await guard("Draft saved at");
      await page.context().setOffline(true);
      await box.fill("Without a line");
      await guard("The server cannot be reached");
      await page.context().setOffline(false);
      await guard("Draft saved at");
      endSignIns(server, "practitioner");
      await box.fill(words);
      await guard("Your sign-in has ended");
    } else {
      await box.fill(words);
      endSignIns(server, "practitioner");
    }
    assert.equal((await go(form.locator("button:not([formaction])").first())).status(), 401, path);
    await sendAgain(page, "practitioner");
    assert.equal(await box.inputValue(), words, path);
  }
  const left = page.complaints.filter((said) => !/net::ERR_(CONNECTION_|INTERNET_|EMPTY_|SOCKET_)|401/.test(said));
  assert.deepEqual(left, []);
  await page.context().close();
}

/** Forms of corrections by their page, what is typed into them and is refused, and the button. */
const OF_CORRECTIONS = [
  ["/escorts/supply", { "officers-1-am": "41", "women-1-am": "42" }, "Save the week"],
  ["/closures", { from: "2031-02-03", from_time: "10:15", until: "2031-02-01" }, "Close"],
  ["/cautions/pairs/new", { one: "DUB-1", other: "DUB-2", reason: "Words that were typed" }, "Save"],
];

async function tellOfCorrections(server) {
  const page = await signIn(browser, server, "coordinator", { scripting: false });
  await page.goto("/tools");
  const forms = [...OF_CORRECTIONS];
  const count = page.getByRole("link", { name: /^Count out/ }).first();
  if (await count.count()) forms.push([await count.getAttribute("href"), { initials: "A", "second-initials": "BB" }, "Tools are handed out"]);
  for (const [path, typed, label] of forms) {
    const fill = async () => {
      await page.goto(path);
      for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).first().fill(value);
    };
    const stands = async () => {
      for (const [name, value] of Object.entries(typed)) assert.equal(await page.locator(`[name="${name}"]`).first().inputValue(), value, `${path}: ${name}`);
    };
    const send = page.getByRole("button", { name: label, exact: true }).first();
    // Without a line the browser keeps what was sent; loading again sends it.
    await fill();
    await page.context().setOffline(true);
    await send.click();
    await page.waitForURL(/^chrome-error/);
    await page.context().setOffline(false);
    assert.equal((await page.reload()).status(), 422, path);
    await stands();
    await fill();
    endSignIns(server, "coordinator");
    assert.equal((await go(send)).status(), 401, path);
    await sendAgain(page, "coordinator");
    await stands();
  }
  // Many sessions are chosen in the address of a page, to which the sign-in leads back.
  const many = "/lockdowns/new?area=facility&from_date=2031-02-03&from_time=08:00&to_date=2031-02-03&to_time=09:45&reason=training";
  endSignIns(server, "coordinator");
  await page.goto(many);
  await enter(page, "coordinator");
  assert.equal(await page.locator("[name=to_time]").inputValue(), "09:45");
  // A file cannot be put back into a form; the page says so and leads to it.
  await page.goto("/changes/import");
  await page.setInputFiles("input[type=file]", { name: "closures.csv", mimeType: "text/csv", buffer: Buffer.from("facility;closure;starts;ends\n") });
  endSignIns(server, "coordinator");
  assert.equal((await go(page.getByRole("button", { name: "Upload and look at it", exact: true }))).status(), 401);
  await page.getByText("a file cannot be kept").waitFor();
  await enter(page, "coordinator");
  assert.equal(new URL(page.url()).pathname, "/changes/import");
  await page.context().close();
}

async function enter(page, user) {
  await page.getByRole("textbox", { name: "User name", exact: true }).fill(user);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(PASSWORD);
  await go(page.getByRole("button", { name: "Sign in", exact: true }));
}

async function sendAgain(page, user) {
  await page.getByText("What you typed is kept").waitFor();
  await enter(page, user);
  await go(page.getByRole("button", { name: "Send what I typed", exact: true }));
}

const endSignIns = (server, user) =>
  sql(server, `update access_session set ended_at = created_at where ended_at is null and user_id = (select id from access_user where username = '${user}')`);

/** The first patient of the practitioner's own who can be reviewed. */
async function whoHasAPlan(page) {
  await page.goto("/patients?lead=mine");
  const links = await page.locator("th[scope=row] a").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  for (const link of links) {
    await page.goto(`${link}/review`);
    if (await page.locator("textarea[name=summary]").count()) return link.match(/[0-9a-f-]{36}/)[0];
  }
  return assert.fail("nobody has a plan");
}
