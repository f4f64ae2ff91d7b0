// A wing's morning with its paper and its phone: the list is printed and changes, the wing says that it knows, an officer marks where
// there is no network, and what could not be marked is told.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINES, axe, day, go, signIn, sql, sqlId, startBrowser, startServer } from "./support.mjs";

const PHONE = { width: 390, height: 844 };

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`lists on ${engine}`, () => tell(engine));
}

function hex(server, column) {
  return server.engine === "sqlite" ? `lower(hex(${column}))` : `replace(cast(${column} as text), '-', '')`;
}

function dashed(id) {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A wing of the officer with people who are still expected today, and its list's address. */
function wingOfToday(server, least) {
  const found = sql(server, `select ${hex(server, "p.wing_id")} || ' ' || s.part from custody_slot s
    join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
    join access_grant g on g.wing_id = p.wing_id join access_user u on u.id = g.user_id
    where u.username = 'officer' and s.status = 'confirmed' and sp.movement = 'expected' and s.starts_at >= '${day(0)}' and s.starts_at < '${day(1)}'
    group by p.wing_id, s.part having count(*) >= ${least} order by count(*) desc limit 1`);
  assert.ok(found, "the demonstration calls nobody of the officer's wings today");
  const [wing, part] = found.split(" ");
  return `/unlock?wing=${dashed(wing)}&date=${day(0)}&part=${part}`;
}

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine, { patients: 96 });
  });
  after(async () => {
    await server?.stop();
  });

  test("is printed on A4, with its head on every page, and tells what changed", async () => {
    const list = wingOfToday(server, 1);
    const page = await signIn(browser, server, "officer", { scripting: false });
    await page.goto(list);
    await go(page.locator(".paper-bar form button"));
    assert.match(await page.locator(".sheet .print-head").textContent(), /List \d+, version \d+/);

    const paper = await signIn(browser, server, "officer");
    await paper.goto(page.url());
    assert.deepEqual(await axe(paper), []);
    const folder = mkdtempSync(join(tmpdir(), "ergon-paper-"));
    const file = join(folder, "list.pdf");
    writeFileSync(file, await paper.pdf({ preferCSSPageSize: true }));
    const info = spawnSync("pdfinfo", [file], { encoding: "utf8" });
    if (info.status === 0) {
      assert.match(info.stdout, /A4/);
      const text = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).stdout;
      for (const sheet of text.split("\f").filter((sheet) => sheet.trim())) {
        assert.match(sheet, /\d+, version \d+/);
        assert.match(sheet, /Name,[\s\S]*number/);
      }
      assert.doesNotMatch(text, /Print again/);
    }
    rmSync(folder, { recursive: true, force: true });

    // Somebody is moved to another cell: the wing is told, and says that it knows.
    const id = page.url().split("/").pop();
    const rows = JSON.parse(sql(server, `select printed_rows from custody_list where id = ${sqlId(server, id)}`));
    const row = rows.find((row) => row.live);
    sql(server, `update custody_person set cell = 'Z9-99' where id = ${sqlId(server, row.person)}`);
    await page.goto(list);
    assert.match(await page.locator(".paper-bar").textContent(), /Changed since print/);
    await go(page.locator(".paper-bar").getByRole("link", { name: "See the changes" }));
    assert.match(await page.locator("main").textContent(), /Z9-99/);
    await go(page.getByRole("button", { name: "The wing has seen this" }));
    assert.match(await page.locator("main").textContent(), /Seen by/);

    // What came back on paper.
    await page.goto(`/lists/${id}/catch-up`);
    const entry = page.locator("select[name^=mark-]").first();
    assert.ok(await entry.count());
    await page.fill("input[name=time]", "00:01");
    await entry.selectOption("unlocked");
    await go(page.getByRole("button", { name: "Save what the paper says" }));
    assert.match(await page.locator(".flash").textContent(), /from paper/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    await paper.context().close();
  });

  test("is marked where there is no network, once, in order, and in its time", async () => {
    const list = wingOfToday(server, 2);
    const page = await signIn(browser, server, "officer", PHONE);
    const wasm = page.waitForResponse((answer) => answer.url().endsWith(".wasm"));
    await page.goto(list);
    await wasm;
    await page.waitForTimeout(800);
    const items = page.locator("li.person").filter({ has: page.locator("button[value=unlocked]") });
    const [first, second] = [await items.nth(0).getAttribute("id"), await items.nth(1).getAttribute("id")];
    const row = (id) => page.locator(`#${id}`);
    const key = async (id) => (await row(id).locator("input[name=row]").first().getAttribute("value")).split(".");
    const [slot, person] = await key(first);
    const [otherSlot, otherPerson] = await key(second);

    await page.context().setOffline(true);
    await row(first).locator("button[value=unlocked]").click();
    await row(first).locator("button[value=arrived]").click();
    await row(second).locator("button[value=unlocked]").click();
    assert.match(await page.locator(".mark-keeper").textContent(), /3 waiting/);
    const kept = await page.evaluate(() => localStorage.getItem("ergon-marks"));
    assert.equal(kept.split("\n").length, 4);
    assert.doesNotMatch(kept, /[A-Z]{4,}/, "no name of anybody is kept");
    // Meanwhile somebody else says of the second that he is at court.
    sql(server, `update custody_slot_person set movement = 'not_brought', custody_reason = 'court', version = version + 1
      where slot_id = ${sqlId(server, dashed(otherSlot))} and person_id = ${sqlId(server, dashed(otherPerson))}`);

    await page.context().setOffline(false);
    await page.waitForFunction(() => /Could not be marked/.test(document.querySelector(".mark-keeper")?.textContent ?? "") && !/waiting/.test(document.querySelector(".mark-keeper").textContent));
    const where = `from custody_movement where slot_id = ${sqlId(server, dashed(slot))} and person_id = ${sqlId(server, dashed(person))} and mark_id is not null`;
    assert.equal(sql(server, `select count(*) ${where}`), "2");
    assert.equal(sql(server, `select movement ${where} order by row_version desc limit 1`), "arrived");
    // What was not taken is said until it has been read, also after the page has opened itself again with what was taken.
    await page.waitForTimeout(1000);
    await page.goto(list);
    const refused = page.locator(".mark-keeper");
    await refused.getByRole("button").first().waitFor();
    assert.match(await refused.textContent(), /it now says: Not brought: court/);
    await refused.getByRole("button").first().click();
    assert.equal(await refused.textContent(), "");
    assert.equal(await page.evaluate(() => localStorage.getItem("ergon-marks")), null);
    await page.context().close();
  });
}
