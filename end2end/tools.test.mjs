// The tools of a session: out by two people, one missing on the way back, both sides told, answered for; the register as a file; a
// calendar made and revoked.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, signIn, sql, sqlId, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`tools and calendars on ${engine}`, () => tell(engine));
}

/** A confirmed session of the practitioner, held tonight when nothing else is booked, with a kit that has tools. */
function session(server, minute) {
  const text = server.engine === "sqlite" ? "lower(hex(s.id))" : "replace(cast(s.id as text), '-', '')";
  const id = sql(server, `select ${text} from custody_slot s join care_session c on c.id = s.id join access_user u on u.id = s.practitioner_id
    where u.username = 'practitioner' and c.signed_at is null and s.status = 'confirmed' order by s.starts_at desc, s.id limit 1`);
  assert.ok(id, "the demonstration has no session that waits");
  const slot = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const today = new Date().toISOString().slice(0, 10);
  const at = (minutes) => `${today}T00:${minutes}:00+00:00`;
  sql(server, `update custody_slot set starts_at = '${at(minute)}', ends_at = '${at(minute + 10)}',
    kit_id = (select kit_id from care_activity_version where code = 'cooking' and status = 'approved') where id = ${sqlId(server, slot)}`);
  return slot;
}

async function count(page, change, scripting) {
  const fields = await page.locator("input[name^='n-']").all();
  for (const [n, field] of fields.entries()) {
    const hint = await page.locator(`#${await field.getAttribute("aria-describedby").then((ids) => ids.split(" ")[0])}`).innerText();
    await field.fill(String(Number(hint.match(/\d+/)[0]) + (n === 0 ? change : 0)));
  }
  await page.fill("input[name='initials']", "ab");
  await page.selectOption("select[name='second']", { index: 1 });
  await page.fill("input[name='second-initials']", "cd");
  await page.locator("form:has(input[name='way']) button").click();
  await page.waitForLoadState(scripting ? "networkidle" : "load");
}

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine);
  });
  after(async () => {
    await server?.stop();
  });

  for (const scripting of [false, true]) {
    test(`one tool is missing and answered for, scripting ${scripting ? "on" : "off"}`, async () => {
      const slot = session(server, scripting ? 40 : 20);
      const officer = await signIn(browser, server, "officer", { scripting, width: 390, height: 844 });
      await officer.goto(`/slots/${slot}/tools`);
      const before = await officer.locator("table").count();
      if (before === 0) await count(officer, 0, scripting);
      await count(officer, -1, scripting);
      assert.match(await officer.locator("h1").innerText(), /Numbers differ/);
      const wide = await officer.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 390, `${wide} px wide on a phone`);

      const practitioner = await signIn(browser, server, "practitioner", { scripting });
      await practitioner.goto("/today");
      assert.match(await practitioner.locator("main").innerText(), /A tool is missing/);

      const coordinator = await signIn(browser, server, "coordinator", { scripting });
      await coordinator.goto(`/slots/${slot}/tools`);
      await coordinator.check("input[name='answer'][value='lost']");
      await coordinator.locator("form:has(input[name='answer']) button").click();
      assert.match(await coordinator.locator("h1").innerText(), /Decided/);
      await coordinator.goto("/tools/register?only=differing");
      assert.match(await coordinator.locator("table").innerText(), /Lost/);
      const csv = await coordinator.request.get("/tools/register.csv?only=differing");
      assert.match(await csv.text(), /,Lost\r\n/);
    });
  }

  test("a calendar is made, opened without signing in, and revoked", async () => {
    const page = await signIn(browser, server, "coordinator", { scripting: false });
    await page.goto("/account/feeds");
    await page.check("input[name='kind'][value='facility']");
    await page.locator("form:has(input[name='kind']) button").click();
    const address = await page.locator("code").innerText();
    assert.ok(address.startsWith(server.address) && address.endsWith(".ics"), address);
    assert.match(await (await fetch(address)).text(), /^BEGIN:VCALENDAR\r\n/);
    const first = await fetch(address);
    const again = await fetch(address, { headers: { "if-none-match": first.headers.get("etag") } });
    assert.equal(again.status, 304);
    await page.goto("/account/feeds");
    await page.locator("form[action$='/revoke'] button").first().click();
    assert.equal((await fetch(address)).status, 410);
  });
}
