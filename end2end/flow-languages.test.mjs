// The main pages of the flow in Albanian and Serbian, without scripting: each has its heading in the words of the language, no
// word is missing, and dates stand as they are written there.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { day, onOneServer, signIn, speak } from "./support.mjs";

/** The finished texts of a language, by their keys. */
function textsOf(code) {
  const folder = new URL(`../app/locales/${code}/`, import.meta.url);
  const lines = readdirSync(folder).flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"));
  return new Map(lines.map((line) => line.match(/^([a-z][\w-]*) = (.+)$/)).filter(Boolean).map(([, key, text]) => [key, text]));
}

const [YEAR, MONTH, DATE] = day().split("-").map(Number);
const LANGUAGES = {
  sq: {
    date: /\b\d\d\.\d\d\.\d{4}\b(?!\.)/,
    foreign: /\b\d{1,2}\. \d{1,2}\. \d{4}\.|\b\d{1,2} [A-Z][a-z]{2} \d{4}\b/,
    today: (texts) => `${texts.get(`kit-weekday-${weekday()}`)}, ${DATE} ${texts.get(`kit-month-${MONTH}`)} ${YEAR}`,
  },
  sr: {
    date: /\b\d{1,2}\. \d{1,2}\. \d{4}\./,
    foreign: /\b\d\d\.\d\d\.\d{4}\b|\b\d{1,2} [A-Z][a-z]{2} \d{4}\b/,
    today: (texts) => `${texts.get(`kit-weekday-${weekday()}`)}, ${DATE}. ${texts.get(`kit-month-${MONTH}`)} ${YEAR}.`,
  },
};
const weekday = () => new Date(day()).getUTCDay() || 7;

const here = onOneServer();

for (const [code, style] of Object.entries(LANGUAGES)) {
  describe(`the flow in ${code}`, () => {
    const texts = textsOf(code);
    const english = textsOf("en");

    /** A text of the language, which must not be the English one left standing. */
    function text(key) {
      assert.ok(texts.has(key), key);
      assert.notEqual(texts.get(key), english.get(key), key);
      return texts.get(key);
    }

    /** The page as it stands: its heading, and whether it speaks one language alone. */
    async function reads(page, heading, { dates = true } = {}) {
      // Without the example of what a date field takes, which is written alike in each language.
      const examples = [text("form-date"), text("admin-import-hint")];
      const told = examples.reduce((words, example) => words.replaceAll(example, ""), await page.getByRole("main").innerText());
      assert.equal(await page.locator("html").getAttribute("lang"), code === "sr" ? "sr-Latn" : code);
      const first = await page.getByRole("heading", { level: 1 }).textContent();
      assert.ok(first.includes(heading), `${page.url()}: ${first} and not ${heading}`);
      assert.ok(!(await page.content()).includes("⟦"), `${page.url()}: a word is missing`);
      if (dates) assert.match(told, style.date, page.url());
      assert.doesNotMatch(told, style.foreign, page.url());
      assert.deepEqual(page.complaints, []);
    }

    async function signInSpeaking(user, options) {
      const page = await signIn(here.browser, here.server, user, { scripting: false, ...options });
      await speak(page, code);
      return page;
    }

    /** Opens the first page of a kind that this one leads to. */
    async function follow(page, pattern) {
      const links = await page.getByRole("main").locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      const found = links.find((href) => pattern.test(href));
      assert.ok(found, `${page.url()} leads to no ${pattern}`);
      await page.goto(found);
    }

    test("import and users", async () => {
      const page = await signInSpeaking("administrator");
      await page.goto("/import");
      await reads(page, text("admin-import"), { dates: false });
      const wrong = "prison_number;family_name;given_name;birth_date;sex;legal_status;facility\nX-1;A;B;31.2.1990;male;remand;DUB\n";
      await page.getByRole("main").locator("input[type=file]").setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from(wrong) });
      await page.getByRole("button", { name: text("admin-import-upload") }).click();
      await page.getByText(text("form-no-such-day")).waitFor();
      await page.getByText(text("admin-import-not-good")).waitFor();
      await page.goto("/users");
      await reads(page, text("admin-users"), { dates: false });
      await page.context().close();
    });

    test("a practitioner's day, a patient, the plan, a request, a session, notes", async () => {
      const page = await signInSpeaking("practitioner");
      await page.goto("/today");
      await reads(page, style.today(texts), { dates: false });
      await page.getByRole("heading", { name: text("sessions-to-do") }).waitFor();
      await page.goto("/schedule");
      await reads(page, text("sessions-nav-schedule"));
      await page.goto("/activities");
      await reads(page, text("sessions-activities"), { dates: false });
      await page.goto("/patients/new");
      await reads(page, text("patients-take"));
      await page.goto("/patients?sort=review&dir=asc");
      await reads(page, text("patients-caseload"));
      await follow(page, /^\/patients\/[0-9a-f-]{36}$/);
      const patient = new URL(page.url()).pathname;
      await reads(page, ",");
      await page.getByRole("heading", { name: text("patients-team") }).waitFor();
      for (const tab of ["/plan", "/sessions", "/notes", "/progress"]) {
        await page.goto(`${patient}${tab}`);
        await reads(page, ",");
      }
      await page.goto(`/sessions/new?patient=${patient.split("/").at(-1)}`);
      await reads(page, text("sessions-request-title"), { dates: false });
      await page.getByRole("button", { name: text("sessions-next") }).click();
      await page.getByRole("alert").getByText(text("form-choose")).first().waitFor();
      await page.goto(`${patient}/sessions`);
      await follow(page, /^\/sessions\/[0-9a-f-]{36}$/);
      assert.equal(await page.getByRole("term").filter({ hasText: text("sessions-purpose") }).count(), 1);
      await reads(page, "", { dates: false });
      await page.context().close();
    });

    test("the plan's editor says what is missing", async () => {
      const page = await signInSpeaking("practitioner");
      await page.goto("/patients/new");
      await page.getByRole("button", { name: text("patients-take-action") }).first().click();
      await page.getByRole("link", { name: text("plans-write"), exact: true }).first().click();
      await page.getByRole("button", { name: text("plans-activate") }).click();
      const alert = page.getByRole("alert");
      for (const key of ["plans-gap-title", "plans-gap-summary", "plans-gap-areas", "plans-gap-agreement", "plans-gap-no-goal"]) {
        await alert.getByText(text(key)).waitFor();
      }
      await reads(page, ",");
      await page.context().close();
    });

    test("the board, a slot and the unlock list", async () => {
      const coordinator = await signInSpeaking("coordinator");
      await coordinator.goto(`/board?date=${day(1)}`);
      await reads(coordinator, String(Number(day(1).slice(0, 4))), { dates: false });
      await coordinator.goto(`/board?date=${day()}`);
      await reads(coordinator, style.today(texts), { dates: false });
      await follow(coordinator, /^\/slots\/[0-9a-f-]{36}$/);
      await reads(coordinator, text("slot-label").replace(/\{.*/, "").trim());
      await coordinator.context().close();
      const officer = await signInSpeaking("officer", { width: 390, height: 844 });
      await officer.goto("/unlock?part=am");
      await reads(officer, texts.get("part-am"), { dates: false });
      await officer.getByText(style.today(texts)).first().waitFor();
      await officer.context().close();
    });

    test("the unit, a patient's progress, the access log and the proof", async () => {
      const reviewer = await signInSpeaking("reviewer");
      await reviewer.goto("/unit");
      await reads(reviewer, text("oversight-unit-title").replace(/\{.*/, "").trim(), { dates: false });
      await follow(reviewer, /^\/patients\/[0-9a-f-]{36}\/progress$/);
      // The pseudonym, in two groups.
      await reads(reviewer, "-");
      await reviewer.context().close();
      const auditor = await signInSpeaking("auditor");
      await auditor.goto("/access-log");
      await reads(auditor, text("oversight-access-log"));
      await auditor.goto("/verification");
      await reads(auditor, text("oversight-nav-verification"));
      await auditor.context().close();
    });
  });
}
