// A group of eight with two absences, recorded and signed by keyboard and mouse as somebody does who does it every day: every key
// and click is counted, besides the words that are typed.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, signIn, sql, sqlId, startBrowser, startServer } from "./support.mjs";

const MOST = 25;
const SHARED = "We planned a meal, shared the work and ate together. The pace was even, and the tools were counted in.";
/** A page of a group of eight, as the server writes it. */
const LARGEST = 45 * 1024;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  for (const scripting of [true, false]) {
    describe(`a group of eight on ${engine}, scripting ${scripting ? "on" : "off"}`, () => tell(engine, scripting));
  }
}

/** The session of eight that the demonstration has for today, held last night instead and with everybody brought. */
function group(server) {
  const id = sql(server, `select ${server.engine === "sqlite" ? "lower(hex(s.id))" : "replace(cast(s.id as text), '-', '')"} from care_session s
    join access_user u on u.id = s.lead_id join custody_slot c on c.id = s.id
    where u.username = 'practitioner' and s.mode in ('group', 'outdoor') and s.signed_at is null and c.status in ('requested', 'confirmed')
      and (select count(*) from custody_slot_person p where p.slot_id = s.id) >= 8 order by c.starts_at limit 1`);
  assert.ok(id, "the demonstration has no group of eight");
  const slot = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  // Somebody may have begun to record it: the story begins from nothing.
  for (const clear of [
    "delete from care_participation_goal where session_id = ",
    "delete from care_participation where session_id = ",
    "update care_session set recorded_at = null, shared_narrative = '' where id = ",
  ]) {
    sql(server, clear + sqlId(server, slot));
  }
  // At night nothing else is booked, and the note is not late yet.
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [`${yesterday}T23:00:00+00:00`, `${yesterday}T23:59:00+00:00`];
  sql(server, `update custody_slot set starts_at = '${from}', ends_at = '${to}' where id = ${sqlId(server, slot)}`);
  sql(server, `update custody_slot_person set movement = 'arrived', custody_reason = null where slot_id = ${sqlId(server, slot)}`);
  return slot;
}

function tell(engine, scripting) {
  let server;
  before(async () => {
    server = await startServer(engine);
  });
  after(async () => {
    await server?.stop();
  });

  test(`is recorded and signed in at most ${MOST} keys and clicks`, async () => {
    const slot = group(server);
    const page = await signIn(browser, server, "practitioner", { scripting });
    const keys = [];
    const press = async (key) => {
      keys.push(key);
      await page.keyboard.press(key);
    };
    /** A code is keys; words are not counted. */
    const code = async (text) => {
      for (const key of text) await press(key);
    };
    const tab = async (times) => {
      for (let n = 0; n < times; n += 1) await press("Tab");
    };
    const focused = () => page.evaluate(() => document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.tagName);

    const answer = await page.goto(`/sessions/${slot}`);
    const size = (await answer.body()).length;
    assert.ok(size <= LARGEST, `the page of eight people has ${size} bytes`);
    assert.equal(await page.locator(".lines input").count(), 8);

    // The cursor stands in the first thing to say.
    assert.match(await focused(), /^Participation/);
    await code("5");
    await tab(1);
    await code("04");
    await tab(1);
    assert.match(await focused(), /^What the group did/);
    await page.keyboard.type(SHARED);
    for (const rating of "4454") {
      await tab(1);
      await code(rating);
    }
    // Past the explanation of the codes to the second person, who declined, and to the fifth, who is unwell.
    await tab(3);
    await code("d2");
    await tab(3);
    await code("u");
    await Promise.all([page.waitForURL("**/sign"), press("Enter")]);

    assert.equal(await page.getByRole("article").count(), 8);
    assert.equal(await page.getByRole("article").filter({ hasText: "We planned a meal" }).count(), 6);
    // A page takes the focus to its field when it has been drawn.
    await page.locator("input:focus").waitFor();
    assert.match(await focused(), /^Password/);
    await page.keyboard.type(PASSWORD);
    await Promise.all([page.waitForURL(`**/sessions/${slot}`), press("Enter")]);
    assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /Signed/);
    assert.deepEqual(page.complaints, []);

    const of = `from care_participation where session_id = ${sqlId(server, slot)} and signed_at is not null`;
    assert.equal(sql(server, `select count(*) ${of}`), "8");
    assert.equal(sql(server, `select count(*) ${of} and attendance in ('declined', 'unwell') and minutes = 0`), "2");
    assert.equal(sql(server, `select count(*) ${of} and attendance = 'full' and participation = 5 and assistance = '04'`), "6");
    assert.equal(sql(server, `select cohesion * 1000 + group_participation * 100 + rule_keeping * 10 + mutual_help from care_session where id = ${sqlId(server, slot)}`), "4454");
    assert.equal(sql(server, `select count(*) from care_note where session_id = ${sqlId(server, slot)}`), "8");
    console.log(`group of eight on ${engine}, scripting ${scripting}: ${keys.length} keys and clicks, ${size} bytes`);
    assert.ok(keys.length <= MOST, `${keys.length} keys and clicks: ${keys.join(" ")}`);
    await page.context().close();
  });
}
