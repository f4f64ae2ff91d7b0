// A real server on a free port with demonstration data of its own, and a real Chromium before it.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const BINARY = process.env.ERGON_BINARY ?? new URL("../target/debug/ergon", import.meta.url).pathname;

export const PASSWORD = "ergon-demo";
export const ROLES = ["practitioner", "clinician", "reviewer", "head", "coordinator", "officer", "administrator", "auditor"];

/** The engines that this run can test: PostgreSQL when `cargo xtask test` has started one. */
export const ENGINES = process.env.ERGON_TEST_POSTGRES ? ["sqlite", "postgres"] : ["sqlite"];

/** How much there is in the demonstration of a story that asks for nothing else. */
const USUAL = { patients: 24, weeks: 6 };

/** A folder with the usual demonstration, and beside it a database of PostgreSQL, which `cargo xtask test` has filled for all stories
    to copy. A story that is started alone fills its own. */
const TEMPLATE = process.env.ERGON_TEST_DEMO;
const TEMPLATE_DATABASE = "demo";

/** What was filled before midnight has no sessions of today. */
const isOfToday = (file) => localDate(statSync(file).mtime) === day();

/** Starts `ergon serve` on demonstration data. `stop()` ends it and removes what it left; `crash()` is a power cut, after which
    `resume()` starts it on the same data at the same address. */
export async function startServer(engine = "sqlite", scale = USUAL) {
  const { patients, weeks } = { ...USUAL, ...scale };
  const copies = TEMPLATE && scale === USUAL && isOfToday(join(TEMPLATE, "ergon.db"));
  const folder = mkdtempSync(join(tmpdir(), "ergon-end2end-"));
  const env = {
    ...process.env,
    ERGON_DATABASE_URL: engine === "sqlite" ? `sqlite://${join(folder, "ergon.db")}` : createPostgres(copies),
    ERGON_KEY_FILE: join(folder, "ergon.key"),
    ERGON_LISTEN: "127.0.0.1:0",
  };
  if (copies) {
    cpSync(TEMPLATE, folder, { recursive: true });
  } else {
    const demo = spawnSync(BINARY, ["demo", "--seed", "1", "--patients", String(patients), "--weeks", String(weeks)], { env, encoding: "utf8" });
    assert.equal(demo.status, 0, demo.stderr);
  }
  let log = "";
  let running;
  const end = async (signal) => {
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await ended;
  };
  const serve = (listen) => {
    let said = "";
    running = spawn(BINARY, ["serve"], { env: { ...env, ERGON_LISTEN: listen }, stdio: ["ignore", "ignore", "pipe"] });
    return new Promise((resolve, reject) => {
      running.stderr.on("data", (part) => {
        said += part;
        log += part;
        const found = said.match(/listening on (http:\/\/127\.0\.0\.1:\d+)/);
        if (found) resolve(found[1]);
      });
      running.once("exit", () => reject(new Error(`ergon serve ended: ${said}`)));
    });
  };
  const address = await serve(env.ERGON_LISTEN);
  return {
    address,
    engine,
    env,
    folder,
    log: () => log,
    ergon: (...args) => spawnSync(BINARY, args, { env, encoding: "utf8", cwd: folder }),
    crash: () => end("SIGKILL"),
    resume: () => serve(new URL(address).host),
    async stop() {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function createPostgres(copies) {
  const base = process.env.ERGON_TEST_POSTGRES;
  const name = `end2end_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const made = spawnSync("psql", [base, "-v", "ON_ERROR_STOP=1", "-c", `create database ${name}${copies ? ` template ${TEMPLATE_DATABASE}` : ""}`], { encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  return base.replace(/\/[^/]*$/, `/${name}`);
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** A server and a browser for the tests around: they are there once the first of these begins, and gone after the last. */
export function onOneServer(engine = "sqlite") {
  const here = {};
  before(async () => {
    here.server = await startServer(engine);
    here.browser = await startBrowser();
  });
  after(async () => {
    await here.browser?.close();
    await here.server?.stop();
  });
  return here;
}

/** What a browser says of a form that it sends from a page of the same server. */
const FROM_HERE = { "sec-fetch-site": "same-origin" };

/** A page of somebody signed in, without the form, which stories of signing in fill in themselves. Whatever the console complains of is kept in `page.complaints`. */
export async function signIn(browser, server, user, { scripting = true, width = 1280, height = 900, dark = false } = {}) {
  const context = await browser.newContext({
    baseURL: server.address,
    javaScriptEnabled: scripting,
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    locale: "en-GB",
  });
  const page = await context.newPage();
  page.complaints = [];
  page.scripting = scripting;
  context.isLookedAt = scripting && server.engine === ENGINES[0];
  page.on("console", (message) => {
    // Chromium reports the status of a page that was refused on purpose as an error of its own.
    if (["error", "warning"].includes(message.type()) && !/status of 4\d\d/.test(message.text())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  const answer = await page.request.post("/sign-in", { form: { username: user, password: PASSWORD }, headers: FROM_HERE, maxRedirects: 0 });
  assert.equal(answer.status(), 303, `${user} could not sign in`);
  await page.goto(answer.headers().location);
  return page;
}

/** The engine's own client on the server's database, as its owner: for what no page may do. Gives what was printed. */
export function sql(server, text) {
  const url = server.env.ERGON_DATABASE_URL;
  const [program, args] =
    server.engine === "sqlite"
      ? ["sqlite3", ["-bail", "-cmd", ".timeout 5000", url.replace("sqlite://", ""), text]]
      : ["psql", [url, "-v", "ON_ERROR_STOP=1", "-qAt", "-c", text]];
  const done = spawnSync(program, args, { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trim();
}

/** An identifier as it is written in a statement. */
export function sqlId(server, id) {
  return server.engine === "sqlite" ? `x'${id.replaceAll("-", "")}'` : `'${id}'`;
}

/** Presses something that leads to another page, and gives the answer to it. */
export async function go(locator) {
  const [answer] = await Promise.all([locator.page().waitForNavigation(), locator.click()]);
  return answer;
}

/** What a control says is wrong with it, to the eye and to a screen reader alike; nothing when nothing is. */
export function errorAt(control) {
  return control.evaluate((element) => {
    const told = element.getAttribute("aria-describedby") ?? element.closest("fieldset")?.getAttribute("aria-describedby") ?? "";
    const errors = told.split(" ").map((id) => document.getElementById(id)).filter((held) => held?.classList.contains("error"));
    const invalid = element.getAttribute("aria-invalid") ?? element.closest("fieldset")?.getAttribute("aria-invalid");
    if (errors.length > 0 && invalid !== "true") return "an error beside a control that does not say that it is invalid";
    return errors.map((error) => error.textContent.replace("✕", "").trim()).join(" ");
  });
}

/** The value that a page gives under a name in a list of facts. */
export function fact(page, name) {
  return page.locator("dl.facts > div").filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) }) }).getByRole("definition").textContent();
}

/** Chooses the option of a list whose words begin so. */
export async function choose(list, beginning) {
  const labels = await list.locator("option").allInnerTexts();
  const found = labels.filter((label) => label.trim().startsWith(beginning));
  assert.equal(found.length, 1, `${beginning} among ${labels.join(" | ")}`);
  await list.selectOption({ label: found[0] });
}

const localDate = (moment) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Belgrade" }).format(moment);

/** The facilities' date, some days from today, as date fields take it. */
export function day(ahead = 0) {
  const date = new Date(`${localDate(new Date())}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ahead);
  return date.toISOString().slice(0, 10);
}

/** What the guard says of the draft that a box belongs to: of its part of the form, or else of the whole form. */
export function draftState(box) {
  return box.locator("xpath=ancestor::*[self::form or @data-draft][1]").locator(".draft-state");
}

/** Types on until the guard has noticed: it may wake a moment after the page. The box holds these words then. */
export async function typeUntilNoticed(box, words) {
  await box.fill(words);
  for (let left = 40; left > 0 && (await draftState(box).textContent()) === ""; left -= 1) {
    await box.page().waitForTimeout(100);
    await box.fill(`${words} `);
    await box.fill(words);
  }
}

/** Speaks another language from here on. */
export async function speak(page, code) {
  const answer = await page.request.post("/language", { form: { lang: code, back: "/account" }, headers: FROM_HERE, maxRedirects: 0 });
  assert.equal(answer.status(), 303);
}

/** Accessibility violations of the page as it stands, in words. */
export async function axe(page) {
  // Axe is a script itself: where pages run without, the same pages are looked at in the story that has it. What a page looks like
  // is the same on both engines, and looking takes longer than the story's own steps.
  if (page.context().isLookedAt === false) return [];
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }));
  return found.violations.map((violation) => `${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")}`);
}

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // What the renderer writes is valid HTML in another style than this tool likes.
    "void-style": "off",
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-implicit-button-type": "off",
    "long-title": "off",
    "no-inline-style": "error",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-trailing-whitespace": "off",
    "valid-id": ["error", { relaxed: true }],
    // Custom elements of islands.
    "no-unknown-elements": ["error", { exclude: ["leptos-island", "leptos-children"] }],
    "element-permitted-content": "error",
  },
});

/** What is wrong with a page's HTML as the server wrote it. */
export async function invalidHtml(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message} (line ${message.line}, ${message.selector ?? ""})`));
}
