// What somebody has typed outlives the sign-in that it was typed under: the form is carried through signing in and then sent.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, go, signIn, startBrowser, startServer } from "./support.mjs";

const TITLE = "Sleeping „behind the door“ & <waking>";
const SUMMARY = "First line.\n\n  Third line, moved in: ëçšž 100 %+.";
const STEP = "Sleeps five hours; 20 + 5 = 25 %.";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

const button = (page, name) => page.getByRole("button", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name, exact: true });

/** Ends every other session of the user, from the account page of one of them. */
async function endOtherSessions(page) {
  await page.goto("/account");
  const end = button(page, "End");
  while ((await end.count()) > 0) {
    await go(end.first());
    assert.equal(await page.locator(".flash").textContent(), "That session was ended.");
  }
}

for (const engine of ENGINES) {
  describe(`a sign-in that ends in between, on ${engine}`, () => {
    let server;
    before(async () => {
      server = await startServer(engine);
    });
    after(async () => {
      await server?.stop();
    });

    for (const scripting of [true, false]) {
      test(`a typed plan is not lost, scripting ${scripting ? "on" : "off"}`, async () => {
        const page = await signIn(browser, server, "practitioner", { scripting });
        const other = await signIn(browser, server, "practitioner", { scripting });
        await page.goto("/patients/new");
        await go(page.getByRole("button", { name: /^Take into caseload/ }).first());
        const patient = await page.getByRole("heading", { level: 1 }).textContent();
        await go(page.getByRole("link", { name: "Write a plan", exact: true }).first());
        await field(page, "Title").fill(TITLE);
        await field(page, "Summary for the patient").fill(SUMMARY);
        await page.getByRole("checkbox", { name: "Work", exact: true }).check();
        await page.getByRole("checkbox", { name: "Rest and sleep", exact: true }).check();
        await field(page, "0 expected").fill(STEP);
        await endOtherSessions(other);

        assert.equal((await go(button(page, "Save draft").last())).status(), 401);
        await page.getByText("What you typed is kept").waitFor();
        // A slip of the finger loses nothing either.
        await field(page, "User name").fill("practitioner");
        await field(page, "Password").fill("not-my-password");
        assert.equal((await go(button(page, "Sign in"))).status(), 422);
        await page.getByText("What you typed is kept").waitFor();
        await field(page, "User name").fill("practitioner");
        await field(page, "Password").fill(PASSWORD);
        await go(button(page, "Sign in"));
        await go(button(page, "Send what I typed"));

        assert.equal(await page.locator(".flash").textContent(), "Draft saved.");
        assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), patient);
        await page.reload();
        assert.equal(await field(page, "Title").inputValue(), TITLE);
        assert.equal(await field(page, "Summary for the patient").inputValue(), SUMMARY);
        assert.equal(await field(page, "0 expected").inputValue(), STEP);
        assert.ok(await page.getByRole("checkbox", { name: "Work", exact: true }).isChecked());
        assert.ok(await page.getByRole("checkbox", { name: "Rest and sleep", exact: true }).isChecked());
        assert.ok(!(await page.getByRole("checkbox", { name: "Leisure", exact: true }).isChecked()));
        assert.deepEqual([...page.complaints, ...other.complaints], []);
        await page.context().close();
        await other.context().close();
      });
    }

    test("passwords are not carried along, and a page asked for is come back to", async () => {
      const page = await signIn(browser, server, "clinician");
      const other = await signIn(browser, server, "clinician");
      await page.goto("/account");
      await field(page, "Current password").fill(PASSWORD);
      await field(page, "New password").fill("a-new-sentence-of-mine");
      await endOtherSessions(other);
      assert.equal((await go(button(page, "Change password"))).status(), 401);
      const html = await page.content();
      assert.ok(!html.includes(PASSWORD) && !html.includes("a-new-sentence-of-mine"));

      await page.goto("/patients?q=a");
      assert.ok(page.url().includes("/sign-in?next="), page.url());
      await field(page, "User name").fill("clinician");
      await field(page, "Password").fill(PASSWORD);
      await go(button(page, "Sign in"));
      assert.ok(page.url().endsWith("/patients?q=a"), page.url());
      assert.deepEqual(page.complaints, []);
      await page.context().close();
      await other.context().close();
    });
  });
}
