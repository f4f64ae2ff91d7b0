// Emergency access: what is closed asks why, opens with a banner, is ended by hand, and waits for the head's review; the head in turn
// states a reason, and sees who looked. A second factor is set up, asked for, and taken away at the terminal; a file asks once more.

import { createHmac } from "node:crypto";
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, axe, choose, errorAt, go, signIn, speak, sql, startBrowser, startServer } from "./support.mjs";

const WHY = "Fainted in the yard, the therapist is away.";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const said = (page) => page.locator(".flash[role=status]").textContent();

/** The code that an authenticator app shows now for a secret in base32. */
function code(secret) {
  const bits = [...secret.replaceAll(" ", "")].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const hash = createHmac("sha1", key).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0");
}

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
  test("a second factor is set up, asked for at sign-in, and removed at the terminal", async () => {
    const user = "reviewer2";
    const page = await as(user);
    await speak(page, "en");
    await page.goto("/account");
    await go(page.getByRole("link", { name: "Second factor" }));
    await go(button(page, "Set up"));
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.getByRole("img", { name: "Square to scan with the app" }).isVisible());
    const secret = await page.locator("dl.facts code").last().textContent();
    await page.getByLabel(/^Code/).fill("000000");
    await go(button(page, "Confirm"));
    assert.match(await errorAt(page.getByLabel(/^Code/)), /not the code of this secret/);
    await page.getByLabel(/^Code/).fill(code(secret));
    await go(button(page, "Confirm"));
    const codes = await page.locator("ol.codes code").allTextContents();
    assert.equal(codes.length, 10);
    assert.deepEqual(await axe(page), []);

    await page.context().clearCookies();
    await page.goto("/sign-in?next=/account/second-factor");
    await page.fill("#username", user);
    await page.fill("#password", PASSWORD);
    await go(button(page, "Sign in"));
    assert.deepEqual(await axe(page), []);
    const field = page.getByLabel(/^Code/);
    assert.deepEqual([await field.getAttribute("autocomplete"), await field.getAttribute("inputmode")], ["one-time-code", "numeric"]);
    await field.fill("123456");
    await go(button(page, "Sign in"));
    assert.match(await errorAt(field), /not right/);
    await field.fill(codes[0]);
    await go(button(page, "Sign in"));
    assert.match(await page.getByRole("main").innerText(), /9 of 10 left/);

    // Somebody has been away from the desk: the file asks once more, with a recovery code again.
    sql(server, "update access_session set proved_at = null");
    await page.goto("/patients");
    await go(page.getByRole("link", { name: "CSV" }));
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Is it you?");
    assert.deepEqual(await axe(page), []);
    await page.getByLabel(/^Code/).fill(codes[1]);
    await go(button(page, "Go on"));
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Fetch the file" }).click()]);
    assert.match(file.suggestedFilename(), /\.csv$/);

    const removed = server.ergon("user", "second-factor", "remove", user, "--reason", "Lost phone, seen in person");
    assert.equal(removed.status, 0, removed.stderr);
    await page.goto("/patients");
    assert.match(page.url(), /sign-in/);
    const again = await signIn(browser, server, user, { scripting });
    await go(again.getByRole("link", { name: "Read why" }));
    assert.match(await again.getByRole("main").innerText(), /somebody at the server[\s\S]*Lost phone, seen in person/);
    assert.deepEqual(await axe(again), []);
    await go(button(again, "I have read it"));
    assert.equal(await again.getByRole("link", { name: "Read why" }).count(), 0);
    await again.context().close();
  });
}
