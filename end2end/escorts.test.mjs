// A lockdown as a coordinator makes it when there is no time: three clicks from the board, looked at before it is done, and taken
// back; and an escort led there and back on an officer's phone.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, day, signIn, sql, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`escorts and lockdowns on ${engine}`, () => {
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

/** However late it is, a session of the facility is still ahead today: one of another day is held just before midnight. */
function ahead(server) {
  const offset = Number(new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Belgrade", hour: "2-digit", hour12: false }).format(new Date(`${day()}T12:00:00Z`))) - 12;
  const at = (minute) => `${day()}T${23 - offset}:${minute}:00+00:00`;
  const of = "custody_slot s join access_grant g on g.facility_id = s.facility_id join access_user u on u.id = g.user_id where u.username = 'coordinator' and s.status = 'confirmed'";
  const now = new Date().toISOString().replace("Z", "+00:00");
  if (sql(server, `select count(*) from ${of} and s.starts_at > '${now}' and s.starts_at <= '${at(57)}'`) !== "0") return;
  sql(server, `update custody_slot set starts_at = '${at(57)}', ends_at = '${at(58)}' where id = (select s.id from ${of} and s.starts_at > '${day(2)}' order by s.starts_at, s.id limit 1)`);
}

function tell(server, scripting) {
  const live = () => Number(sql(server(), "select count(*) from custody_slot where status in ('requested', 'confirmed')"));

  test("everything stands still after three clicks, and moves again after one", async () => {
    const page = await signIn(browser, server(), "coordinator", { scripting });
    ahead(server());
    await page.goto("/board");
    const before = live();
    let clicks = 0;
    const click = async (locator) => {
      clicks += 1;
      await locator.click();
      await page.waitForLoadState();
    };
    await click(page.getByRole("link", { name: "Cancel many sessions" }));
    await click(page.getByRole("button", { name: "See what it touches" }));
    assert.match(await page.locator("main").innerText(), /people are not brought|person is not brought/);
    assert.equal(live(), before, "looking changes nothing");
    await click(page.getByRole("button", { name: "Cancel these sessions" }));
    assert.equal(clicks, 3);
    assert.match(await page.locator("main").innerText(), /What happens/);
    if (scripting) assert.deepEqual(await axe(page), []);
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.waitForLoadState();
    assert.match(await page.locator("main").innerText(), /everything is as it was before/);
    assert.equal(live(), before);
    await page.context().close();
  });

  test("the plan of escorts says where officers are short", async () => {
    const page = await signIn(browser, server(), "coordinator", { scripting, width: 390 });
    // Whatever the day brings: officers are needed, and there are none.
    sql(server(), "update custody_escort_supply set women = 0, officers = 0");
    sql(server(), `update custody_slot set escort_officers = 1, escort_mode = 'in_sight'
      where status = 'confirmed' and starts_at > '${day(1)}' and starts_at < '${day(9)}'`);
    await page.goto("/escorts");
    const text = await page.locator("main").innerText();
    assert.match(text, /Officers are short in \d+ part/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, "the page is wider than the phone");
    await page.context().close();
  });
}
