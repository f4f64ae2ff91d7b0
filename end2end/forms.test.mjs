// Long forms outlive a lost connection and a sign-in that has ended: what was typed into a discharge, a review or an evaluation is
// there again after signing in, with and without scripting.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, go, signIn, sql, startBrowser, startServer } from "./support.mjs";

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
    const guard = (words) => form.locator(".draft-state", { hasText: words }).waitFor({ timeout: 15_000 });
    const reason = form.locator("input[name=reason]").first();
    if (await reason.count()) await reason.check();
    const words = `Typed into ${path} without a line.`;
    if (scripting) {
      await wake(page, form, box);
      await guard("Draft saved at");
      await page.context().setOffline(true);
      await box.fill("Without a line");
      await guard("The server cannot be reached");
      await page.context().setOffline(false);
      await guard("Draft saved at");
      endSignIns(server);
      await box.fill(words);
      await guard("Your sign-in has ended");
    } else {
      await box.fill(words);
      endSignIns(server);
    }
    assert.equal((await go(form.locator("button:not([formaction])").first())).status(), 401, path);
    await page.getByText("What you typed is kept").waitFor();
    await page.getByRole("textbox", { name: "User name", exact: true }).fill("practitioner");
    await page.getByRole("textbox", { name: "Password", exact: true }).fill(PASSWORD);
    await go(page.getByRole("button", { name: "Sign in", exact: true }));
    await go(page.getByRole("button", { name: "Send what I typed", exact: true }));
    assert.equal(await box.inputValue(), words, path);
  }
  const left = page.complaints.filter((said) => !/net::ERR_(CONNECTION_|INTERNET_|EMPTY_|SOCKET_)|401/.test(said));
  assert.deepEqual(left, []);
  await page.context().close();
}

/** Types until the guard has woken up: it may come a moment after the page. */
async function wake(page, form, box) {
  for (let left = 40; left > 0 && (await form.locator(".draft-state").textContent()) === ""; left -= 1) {
    await box.fill(`Begun ${left}`);
    await page.waitForTimeout(100);
  }
}

const endSignIns = (server) =>
  sql(server, "update access_session set ended_at = created_at where ended_at is null and user_id = (select id from access_user where username = 'practitioner')");

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
