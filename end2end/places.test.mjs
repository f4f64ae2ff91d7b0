// Regime, closures, keep-apart, a file of the prison and what health is told of it, in the browser: as the coordinator does it, and as
// the practitioner takes note of it.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, day, errorAt, go, invalidHtml, signIn, sql, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`places on ${engine}`, () => {
    let server;
    before(async () => {
      server = await startServer(engine);
    });
    after(async () => {
      await server?.stop();
    });
    for (const scripting of [true, false]) {
      test(`the prison changes and health is told, scripting ${scripting ? "on" : "off"}`, () => tell(server, scripting));
    }
  });
}

async function whole(page) {
  assert.deepEqual(await invalidHtml(await page.content()), []);
}

async function tell(server, scripting) {
  const page = await signIn(browser, server, "coordinator", { scripting, width: 390, height: 800 });

  // The regime: a half answer is said at its field, then a later morning leaves sessions outside.
  const morning = sql(server, `select substr(cast(min(s.starts_at) as text), 1, 10) from custody_slot s join custody_facility f on f.id = s.facility_id where f.code = 'DUB' and s.part = 'am' and s.status in ('requested', 'confirmed') and s.starts_at > '${day(1)}'`);
  const weekday = new Date(`${morning}T12:00:00Z`).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
  await page.goto("/regime");
  const start = page.getByLabel(`${weekday} AM, begins`);
  const usual = await start.inputValue();
  await start.fill("");
  await go(page.getByRole("button", { name: "Save" }));
  assert.match(await errorAt(start), /both times/);
  await start.fill(scripting ? "09:45" : "09:40");
  await go(page.getByRole("button", { name: "Save" }));
  assert.ok(await page.getByRole("heading", { name: /lies? outside the regime/ }).isVisible());
  if (scripting) assert.deepEqual(await axe(page), []);
  await whole(page);
  await start.fill(usual);
  await go(page.getByRole("button", { name: "Save" }));
  assert.ok(await page.getByText("All sessions to come lie within the regime.").isVisible());

  // A closure of today names the sessions in it, and is taken back.
  await go(page.getByRole("link", { name: "Closures", exact: true }));
  await page.getByLabel(/^Reason/).selectOption("inspection");
  await page.getByLabel(/^First day/).fill(day());
  await page.getByLabel(/^Last day/).fill(day(10));
  await go(page.getByRole("button", { name: "Close", exact: true }));
  assert.ok(await page.getByRole("heading", { name: /booked then/ }).isVisible());
  assert.ok((await page.getByRole("link", { name: /^Health unit – / }).count()) > 0);
  await whole(page);
  await go(page.getByRole("button", { name: "Take the closure back" }));
  assert.ok(await page.getByText("taken back").first().isVisible());

  // Two people are kept apart; the officer reads it without the reason.
  const numbers = sql(server, "select p.prison_number from custody_person p join custody_wing w on w.id = p.wing_id join access_grant g on g.wing_id = w.id join access_user u on u.id = g.user_id where u.username = 'officer' and p.presence = 'present' order by p.prison_number desc limit 4").split("\n");
  const [one, other] = scripting ? numbers.slice(0, 2) : numbers.slice(2, 4);
  await page.goto("/cautions/pairs/new");
  await page.getByLabel("Number of one").fill(one);
  await page.getByLabel("Number of the other").fill(one);
  await page.getByLabel(/^Reason/).fill("A reason that stays here.");
  await go(page.getByRole("button", { name: "Save" }));
  assert.match(await errorAt(page.getByLabel("Number of the other")), /same person/);
  await page.getByLabel("Number of the other").fill(other);
  await go(page.getByRole("button", { name: "Save" }));
  const officer = await signIn(browser, server, "officer", { scripting, width: 390, height: 800 });
  await officer.goto("/cautions");
  assert.ok(await officer.getByText(other).first().isVisible());
  assert.ok(!(await officer.content()).includes("A reason that stays here."));
  await officer.context().close();

  // A file of the prison: somebody unknown is left out, somebody known is at court.
  const patient = sql(server, "select min(p.prison_number) from custody_person p join custody_facility f on f.id = p.facility_id join care_patient c on c.person_id = p.id where f.code = 'DUB' and c.status = 'open' and p.presence = 'present'");
  await page.goto("/changes/import");
  const file = `facility;prison_number;presence\nDUB;${patient};court\nDUB;NOBODY-1;released\n`;
  await page.getByLabel(/^File/).setInputFiles({ name: "moves.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await go(page.getByRole("button", { name: "Upload and look at it" }));
  assert.ok(await page.getByText("Nobody in the record has this number").isVisible());
  await whole(page);
  await go(page.getByRole("button", { name: "Apply" }));
  await page.goto("/changes");
  assert.ok(await page.getByText(patient).first().isVisible());
  if (scripting) assert.deepEqual(await axe(page), []);
  await whole(page);

  // Health is told on 'Today', looks, and says that it was seen.
  const health = await signIn(browser, server, "practitioner", { scripting });
  await health.goto("/today");
  await go(health.getByRole("link", { name: "Look", exact: true }));
  assert.ok(await health.getByText("At court").first().isVisible());
  await whole(health);
  await go(health.getByRole("button", { name: /^Seen: all/ }));
  assert.ok(await health.getByText("Nothing has changed that was not seen.").isVisible());
  await health.goto("/schedule/places");
  if (scripting) assert.deepEqual(await axe(health), []);
  await whole(health);
  assert.deepEqual([...page.complaints, ...health.complaints], []);
  await health.context().close();
  await page.context().close();
}
