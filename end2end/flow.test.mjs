// The whole flow as its users walk it, by what they read on the page: from the administrator's files to the auditor's proof. On
// every engine, with scripting and without, each time on a server of its own.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, choose, day, errorAt, fact, go, signIn, sql, sqlId, startBrowser, startServer } from "./support.mjs";

const PATIENT = { listed: "ÇELAJ, Ëndrit", number: "Z-90001" };
const FELLOW = { listed: "ŠARIĆ, Žarko", number: "Z-90002" };
const PEOPLE = (birth) => `prison_number;family_name;given_name;birth_date;sex;legal_status;facility;wing;cell
Z-90001;Çelaj;Ëndrit;1988-03-14;male;security_measure;DUB;A;1-01
Z-90002;Šarić;Žarko;${birth};male;sentenced;DUB;A;1-02
`;
const ROOMS = `facility,code,name,kind,capacity
DUB,QR1,Quiet room,interview,3
`;

const PLAN = "Getting through the day";
const SUMMARY = "We make music in a group, so that you sleep & eat better.\nYou choose the songs: <rock> as well.";
const GOAL = "Keeps the beat of a whole song in the group.";
const LADDER = [
  ["−2 much less than expected", "Leaves before the first song."],
  ["−1 less than expected", "Listens and does not play."],
  ["0 expected", "Plays one song with two prompts."],
  ["+1 better than expected", "Plays one song without a prompt."],
  ["+2 much better than expected", "Leads a song."],
];
const INDIVIDUAL = { activity: "Relaxation and breathing", purpose: "Notice tension before it becomes anger." };
const GROUP = { activity: "Music group", purpose: "Practise waiting for one's turn." };
const SHARED = "We played two songs. The steady drum helped everybody to begin together.";
const ABOUT_PATIENT = "Counted aloud for the first time.";

/** What custody never reads. */
const CLINICAL = [INDIVIDUAL.activity, INDIVIDUAL.purpose, GROUP.activity, GROUP.purpose, GOAL, PLAN, SHARED, ABOUT_PATIENT, "Relaxation", "Music"];

/** Further ahead than series are placed: the day holds nothing but what the story books. */
const monday = () => [71, 72, 73, 74, 75, 76, 77].map(day).find((date) => new Date(date).getUTCDay() === 1);

/** The instant at which the facilities' day began. */
function midnight() {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Belgrade", hour: "2-digit", minute: "2-digit" });
  const instants = [1, 2].map((hours) => new Date(new Date(`${day()}T00:00:00Z`) - hours * 3_600_000));
  return instants.find((at) => clock.format(at) === "00:00");
}

/** A test cannot wait until its session is held: the days until then pass at once, and the session began at midnight. */
function letDaysPass(server, slot) {
  const [from, to] = [midnight(), new Date(midnight().getTime() + 45 * 60_000)].map((at) => at.toISOString().replace(/\.\d+Z/, "+00:00"));
  sql(server, `update custody_slot set starts_at = '${from}', ends_at = '${to}' where id = ${sqlId(server, slot)}`);
}

const idIn = (url) => url.match(/[0-9a-f]{8}-[0-9a-f-]{27}/)[0];
const button = (page, name) => page.getByRole("button", { name, exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const list = (page, name) => page.getByRole("combobox", { name, exact: true });
const radio = (page, name) => page.getByRole("radio", { name, exact: true });
const heading = (page) => page.getByRole("heading", { level: 1 }).textContent();
/** What the page says of what has just been done; of a page that says nothing, what it shows instead. */
async function said(page) {
  const flash = page.locator(".flash[role=status]");
  return (await flash.count()) === 1 ? flash.textContent() : `nothing, but ${(await page.getByRole("main").innerText()).slice(0, 300)}`;
}
const menu = async (page, name) => {
  const navigation = page.getByRole("navigation", { name: "Main navigation" });
  const link = navigation.getByRole("link", { name, exact: true });
  // What is not of every day stands behind 'More'.
  if (!(await link.isVisible())) await navigation.getByText("More").click();
  await go(link);
};

/** Sends a form past the page, as a second window or an impatient finger does. */
const resend = (page, path, form) => page.request.post(path, { form, headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

/** Waits for an address that two clicks make the browser ask for twice: it gives the first answer up when the second comes. */
async function arrive(page, address) {
  for (let left = 3; ; left -= 1) {
    try {
      await page.waitForURL(address);
      return await page.waitForLoadState();
    } catch (error) {
      if (left === 0 || !/ERR_ABORTED|detached/.test(String(error))) throw error;
    }
  }
}

for (const engine of ENGINES) {
  for (const scripting of [true, false]) {
    describe(`the flow on ${engine}, scripting ${scripting ? "on" : "off"}`, () => tell(engine, scripting));
  }
}

function tell(engine, scripting) {
  let server;
  let failed = false;
  const pages = new Map();
  const story = {};

  before(async () => {
    server = await startServer(engine);
  });
  after(async () => {
    for (const page of pages.values()) await page.context().close();
    await server?.stop();
  });

  /** The page of somebody, signed in once for the whole story. */
  async function as(user, options = {}) {
    if (!pages.has(user)) pages.set(user, await signIn(browser, server, user, { scripting, ...options }));
    return pages.get(user);
  }

  /** A step builds on those before it; after a failure the rest would only repeat it. */
  function step(name, walk) {
    test(name, async (t) => {
      if (failed) return t.skip("an earlier step failed");
      failed = true;
      try {
        await walk();
      } catch (error) {
        error.message += server.log().split("\n").filter((line) => /ERROR|WARN/.test(line)).slice(-3).map((line) => `\n${line}`).join("");
        throw error;
      }
      for (const [user, page] of pages) assert.deepEqual(page.complaints, [], `the console of ${user}`);
      failed = false;
    });
  }

  async function upload(page, name, text) {
    await menu(page, "Import");
    await page.getByLabel(/^File/).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await go(button(page, "Upload and look at it"));
    assert.equal(await heading(page), name);
  }

  async function takeIntoCaseload(page, { listed, number }, search) {
    await menu(page, "Patients");
    await go(link(page, "Take a person into the caseload"));
    await page.getByRole("searchbox", { name: "Name or number" }).fill(search);
    await go(button(page, "Show"));
    await go(page.getByRole("row").filter({ hasText: number }).getByRole("button", { name: /^Take into caseload/ }));
    assert.equal(await said(page), "The person is in the caseload.");
    assert.ok((await heading(page)).startsWith(listed));
  }

  step("the administrator imports rooms and people; a bad row is named and nothing is half imported", async () => {
    const page = await as("administrator");
    await upload(page, "rooms.csv", ROOMS);
    assert.equal(await fact(page, "new"), "1");
    await go(button(page, "Apply"));
    assert.equal(await said(page), "Applied. All rows of the file are in the record.");

    await upload(page, "people.csv", PEOPLE("31.02.1990"));
    const fault = page.getByRole("region", { name: "Faults" }).getByRole("row").nth(1).getByRole("cell");
    assert.deepEqual(await fault.allInnerTexts(), [
      "3",
      "birth_date",
      "31.02.1990",
      "There is no such day. Look at day and month once more.",
    ]);
    assert.equal(await button(page, "Apply").count(), 0);
    await go(button(page, "Discard this file"));

    await upload(page, "people.csv", PEOPLE("28.2.1990"));
    assert.deepEqual([await fact(page, "new"), await fact(page, "changed"), await fact(page, "Faults")], ["2", "0", "0"]);
    await go(button(page, "Apply"));
    assert.equal(await said(page), "Applied. All rows of the file are in the record.");

    await upload(page, "people.csv", PEOPLE("1990-02-28"));
    assert.deepEqual([await fact(page, "new"), await fact(page, "changed"), await fact(page, "unchanged")], ["0", "0", "2"]);
    await page.getByText("Applying it changes nothing.").waitFor();
    await go(button(page, "Apply"));
    assert.equal(sql(server, "select count(*) from custody_person where prison_number like 'Z-9%' and version = 1"), "2");
  });

  step("the practitioner takes two people into her caseload and writes a plan, which a gap keeps from being activated", async () => {
    const page = await as("practitioner");
    await takeIntoCaseload(page, FELLOW, "saric");
    await takeIntoCaseload(page, PATIENT, "ÇELAJ Ënd");
    story.patient = idIn(page.url());

    await go(link(page, "Write a plan").first());
    await field(page, "Title").fill(PLAN);
    await field(page, "Summary for the patient").fill(SUMMARY);
    await page.getByRole("group", { name: /^Areas of occupation/ }).getByRole("checkbox", { name: "Leisure" }).check();
    await radio(page, "agrees with the plan").check();
    await page.getByLabel("Asked on").fill(day());
    await field(page, "What the patient will do").fill(GOAL);
    await field(page, "In the patient’s words").fill("I want to play like my uncle.");
    for (const [name, text] of LADDER.filter(([name]) => !name.startsWith("+1"))) await field(page, name).fill(text);
    await radio(page, "−2 much less than expected").check();

    assert.equal((await go(button(page, "Save and activate"))).status(), 422);
    const gap = field(page, "+1 better than expected");
    assert.match(await errorAt(gap), /^Goal 1: .*what (it|this step) would look like\.$/);
    await page.getByRole("alert").getByRole("link", { name: /^\+1 better than expected/ }).click();
    assert.equal(await gap.evaluate((element) => element === document.activeElement || location.hash === `#${element.id}`), true);
    assert.equal(await page.locator(".error").count(), 1);
    assert.equal(await field(page, "Title").inputValue(), PLAN);
    assert.equal(await field(page, "Summary for the patient").inputValue(), SUMMARY);
    assert.ok(await page.getByRole("checkbox", { name: "Leisure" }).isChecked());
    assert.ok(await radio(page, "−2 much less than expected").isChecked());
    assert.equal(await page.getByLabel("Asked on").inputValue(), day());
    for (const [name, text] of LADDER) assert.equal(await field(page, name).inputValue(), name.startsWith("+1") ? "" : text);

    await gap.fill(LADDER[3][1]);
    await go(button(page, "Save and activate"));
    assert.equal(await said(page), "The plan is active.");
    assert.match(await page.getByRole("heading", { name: PLAN }).innerText(), /active/);
    await page.getByText("You choose the songs: <rock> as well.").waitFor();
  });

  /** The first step of a request, up to the choice of time and room. */
  async function ask(page, mode, what) {
    await choose(list(page, "Activity"), what.activity);
    await radio(page, mode).check();
    await page.getByLabel("Date").fill(monday());
    await radio(page, "AM").check();
    await go(button(page, "Next: goals, time and room"));
    await field(page, "Purpose").fill(what.purpose);
    await page.getByLabel("Starts at").fill("10:00");
    await page.getByRole("spinbutton", { name: "Length in minutes" }).fill("45");
    await choose(list(page, "Room"), "Quiet room");
  }

  step("she asks for sessions; who and what is taken is refused by name", async () => {
    const page = await as("practitioner");
    await page.goto(`/patients/${story.patient}`);
    await go(link(page, "Request a session"));
    assert.ok(await page.getByRole("checkbox", { name: PATIENT.number }).isChecked());
    await ask(page, "Individual", INDIVIDUAL);
    await go(button(page, "Send the request"));
    assert.equal(await said(page), "The request was sent. Custody will confirm or decline it.");
    story.declined = idIn(page.url());

    await menu(page, "Today");
    await go(link(page, "Request a session"));
    await page.getByRole("checkbox", { name: PATIENT.number }).check();
    await page.getByRole("checkbox", { name: FELLOW.number }).check();
    await ask(page, "Group", GROUP);
    await page.getByRole("checkbox", { name: GOAL }).check();
    assert.equal((await go(button(page, "Send the request"))).status(), 422);
    assert.equal(await errorAt(list(page, "Room")), "Quiet room is taken 10:00–10:45.");
    assert.equal(await errorAt(page.getByRole("checkbox", { name: PATIENT.number })), `${PATIENT.listed} is booked elsewhere 10:00–10:45.`);
    assert.equal(await errorAt(page.getByLabel("Starts at")), "You have another session 10:00–10:45.");
    assert.ok(!(await page.content()).includes(INDIVIDUAL.activity), "of the other booking only its time is told");
    assert.equal(await field(page, "Purpose").inputValue(), GROUP.purpose);
    assert.ok(await page.getByRole("checkbox", { name: GOAL }).isChecked());

    await page.getByLabel("Starts at").fill("08:30");
    await go(button(page, "Send the request"));
    assert.equal(await said(page), "The request was sent. Custody will confirm or decline it.");
    assert.ok((await heading(page)).startsWith(GROUP.activity));
    assert.equal(await fact(page, "Purpose"), GROUP.purpose);
    assert.equal(await fact(page, "Label that custody sees"), "Health unit – B");
    story.session = idIn(page.url());
  });

  /** Custody's page shows nothing of what care wrote, not even out of sight. */
  async function nothingClinical(page) {
    const html = await page.content();
    for (const word of CLINICAL) assert.ok(!html.includes(word), `${page.url()} shows custody: ${word}`);
  }

  step("the coordinator sees neutral labels, confirms with an escort and declines with a reason", async () => {
    const page = await as("coordinator");
    await menu(page, "Day board");
    await page.getByLabel("Date").fill(monday());
    await go(button(page, "Show"));
    assert.equal(await page.getByRole("listitem").filter({ hasText: "Health unit – " }).count(), 2);
    await nothingClinical(page);

    await go(page.getByRole("link", { name: /08:30–09:15 Health unit – B/ }).first());
    await page.getByRole("cell", { name: PATIENT.listed }).waitFor();
    await nothingClinical(page);
    const officers = page.getByRole("spinbutton", { name: "Officers" });
    await officers.fill("1");
    assert.equal((await go(button(page, "Confirm"))).status(), 422);
    assert.equal(await officers.inputValue(), "1");
    await page.getByText("Choose where the officers stand.").first().waitFor();
    await radio(page, "in sight").check();
    await go(button(page, "Confirm"));
    assert.equal(await said(page), "Confirmed.");
    assert.equal(await fact(page, "Escort"), "1 officer, in sight");

    await go(link(page, "To the day board"));
    await go(page.getByRole("listitem").filter({ hasText: "Health unit – A" }).getByRole("link", { name: /^Decline/ }));
    assert.equal((await go(button(page, "Decline"))).status(), 422);
    await radio(page, "room not available").check();
    await go(button(page, "Decline"));
    assert.equal(await said(page), "Declined. The health unit sees the reason.");
    await nothingClinical(page);

    const practitioner = await as("practitioner");
    await menu(practitioner, "Today");
    const stopped = practitioner.locator("section").filter({ has: practitioner.getByRole("heading", { name: "From custody" }) });
    assert.match(await stopped.last().innerText(), /Relaxation and breathing[^]*Declined: room not available/);
  });

  step("the officer marks his list on a phone and prints it", async () => {
    letDaysPass(server, story.session);
    const page = await as("officer", { width: 390, height: 844 });
    await menu(page, "Unlock lists");
    await go(page.getByRole("navigation", { name: "Part of the day" }).getByRole("link", { name: "AM" }));
    const item = (person) => page.getByRole("listitem").filter({ hasText: person.number });
    const state = (person) => item(person).locator(".state").innerText();
    assert.match(await item(PATIENT).innerText(), /ÇELAJ, Ëndrit[^]*Quiet room · Health unit – B · 1 officer, in sight/);
    await nothingClinical(page);

    await go(item(PATIENT).getByRole("button", { name: /^Unlocked/ }));
    assert.match(await state(PATIENT), /Unlocked \d\d:\d\d/);
    await go(item(PATIENT).getByRole("button", { name: /^Arrived\b(?! late)/ }));
    assert.match(await state(PATIENT), /Arrived \d\d:\d\d/);

    await item(FELLOW).getByText(/^Not brought…/).click();
    const notBrought = item(FELLOW).getByRole("button", { name: /^Not brought/ });
    assert.equal((await go(notBrought)).status(), 422);
    await item(FELLOW).getByText(`Choose a reason for ${FELLOW.listed}.`).waitFor();
    await item(FELLOW).getByRole("radio", { name: "court", exact: true }).check();
    await go(notBrought);
    assert.match(await state(FELLOW), /Not brought: court/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} px too wide for a phone`);

    await go(page.locator(".paper-bar form button").first());
    await nothingClinical(page);
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator(".sheet").first();
    assert.ok(await sheet.isVisible());
    assert.match(await sheet.innerText(), /Dubrava Prison[^]*Wing A[^]*ÇELAJ, Ëndrit[^]*Z-90001/);
    assert.ok(!(await page.getByRole("button").first().isVisible()), "no button on paper");
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    assert.ok(pdf.startsWith("%PDF-") && /\/Type\s*\/Page\b/.test(pdf), "a print with pages");
    await page.emulateMedia({ media: null });
    await nothingClinical(page);
  });

  step("she records who took part, signs with her password, and a double click signs once", async () => {
    const page = await as("practitioner");
    await menu(page, "Today");
    const today = page.getByRole("row").filter({ hasText: GROUP.activity });
    assert.match(await today.innerText(), /1 of 2 arrived/);
    await go(today.getByRole("link", { name: /^Record/ }));

    const everybody = page.locator("section").filter({ has: page.getByRole("heading", { name: "For everybody who took part" }) }).last();
    const person = ({ listed }) => page.getByRole("group", { name: listed, exact: true });
    assert.equal(await field(page, FELLOW.listed).inputValue(), "n");
    assert.equal(await field(page, PATIENT.listed).inputValue(), "");
    await list(everybody, "Assistance").selectOption({ label: "04 Supervision or touching" });
    await page.getByText("Goals and notes of single people").click();
    const goal = person(PATIENT).getByRole("group", { name: GOAL });
    await list(goal, "Progress in this session").selectOption({ label: "Progressing" });
    await choose(list(goal, "Step of the ladder"), "0 Plays one song");
    await field(person(PATIENT), "About this person only").fill(ABOUT_PATIENT);
    await field(page, "What the group did").fill(`${SHARED}\nZharko and Žarko's cousin sang.`);
    assert.equal((await go(button(page, "Save and go to sign"))).status(), 422);
    assert.match(await errorAt(field(page, "What the group did")), /^Line 2 names 'Žarko's'/);
    assert.equal(await field(person(PATIENT), "About this person only").inputValue(), ABOUT_PATIENT);
    await field(page, "What the group did").fill(SHARED);
    assert.equal((await go(button(page, "Save and go to sign"))).status(), 422);
    assert.match(await errorAt(list(everybody, "Participation")), /^Choose the participation/);
    await choose(list(everybody, "Participation"), "5 Very good");
    await go(button(page, "Save and go to sign"));

    assert.equal(await heading(page), "Sign");
    assert.equal(await page.getByRole("article").count(), 2);
    assert.match(await page.getByRole("article").filter({ hasText: PATIENT.number }).innerText(), /5 Very good[^]*Counted aloud[^]*Plays one song/);
    await page.getByRole("checkbox", { name: "The steps of the ladder were agreed with the patient" }).check();
    await field(page, "Password").fill("not-my-password");
    assert.equal((await go(button(page, "Sign"))).status(), 422);
    assert.equal(await errorAt(field(page, "Password")), "This is not your password.");
    assert.equal(await field(page, "Password").inputValue(), "");
    assert.ok(await page.getByRole("checkbox", { name: "The steps of the ladder were agreed with the patient" }).isChecked());
    assert.equal(await page.getByRole("article").count(), 2);

    await field(page, "Password").fill(PASSWORD);
    // A browser may keep the second click to itself; so the same form is also on its way twice more.
    const form = { version: await page.locator("input[name=version]").inputValue(), "with-patient": "yes", password: PASSWORD };
    const [, , ...others] = await Promise.all([
      arrive(page, `**/sessions/${story.session}`),
      button(page, "Sign").dblclick(),
      resend(page, `/sessions/${story.session}/sign`, form),
      resend(page, `/sessions/${story.session}/sign`, form),
    ]);
    assert.deepEqual(others.map((answer) => answer.status()), [303, 303]);
    assert.match(await said(page), /^(Signed\.|This session had been signed already\.)$/);
    await page.getByRole("cell", { name: /^Attended/ }).getByRole("link", { name: "Signed notes" }).click();
    await page.waitForURL(`**/patients/${story.patient}/notes`);
    const note = page.getByRole("article");
    assert.equal(await note.count(), 1);
    story.note = await note.innerText();
    assert.match(story.note, /steady drum[^]*Counted aloud[^]*Steps agreed with the patient[^]*Signed by/);
    assert.equal(sql(server, `select count(*) from care_note where session_id = ${sqlId(server, story.session)}`), "2");
  });

  step("what is signed cannot be changed any more", async () => {
    const page = await as("practitioner");
    await page.goto(`/sessions/${story.session}`);
    assert.match(await heading(page), /Signed/);
    assert.equal(await page.getByRole("main").locator("form").count(), 0);
    // Who kept the old form open, and sends it.
    const answers = await Promise.all([
      resend(page, `/sessions/${story.session}`, { version: "2", shared: "It was different.", then: "draft" }),
      resend(page, `/sessions/${story.session}/sign`, { version: "2", password: PASSWORD }),
      resend(page, `/sessions/${story.session}/stop`, { version: "3" }),
    ]);
    assert.deepEqual(answers.map((answer) => answer.status()), [303, 303, 409]);
    await page.goto(`/patients/${story.patient}/notes`);
    assert.equal(await page.getByRole("article").innerText(), story.note);
  });

  step("the reviewer comes from the unit to the patient's progress, plan and note", async () => {
    const page = await as("reviewer");
    await menu(page, "Unit");
    assert.equal(await heading(page), "Unit: Dubrava Prison");
    await go(page.locator(`a[href="/patients/${story.patient}/progress"]`).first());
    assert.match(await heading(page), /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const picture = page.locator("section.card").filter({ has: page.getByRole("heading", { name: GOAL }) });
    await picture.getByText("As a table").click();
    const rows = await picture.getByRole("row").allInnerTexts();
    assert.match(rows.at(-1), /0/);
    const pages = page.getByRole("navigation", { name: "Pages of this patient" });
    await go(pages.getByRole("link", { name: "Plan" }));
    await page.getByRole("heading", { name: PLAN }).waitFor();
    await page.getByText(LADDER[3][1]).waitFor();
    const beside = page.getByRole("main").locator("form[action*='/comments']").getByRole("button");
    assert.equal(await page.getByRole("main").getByRole("button").count(), await beside.count(), "a reviewer comments, and changes nothing");
    await go(pages.getByRole("link", { name: "Notes" }));
    assert.equal(await page.getByRole("article").innerText(), story.note);
    assert.ok(!(await page.content()).includes(PATIENT.number), "a reviewer reads under a pseudonym");
  });

  step("the reviewer says why and sees the name until the reason is ended", async () => {
    const page = await as("reviewer");
    await page.goto(`/patients/${story.patient}/plan`);
    await go(link(page, "Show the name for a stated reason"));
    await list(page, "What for").selectOption({ label: "complaint" });
    await field(page, "Reason").fill("Complaint of the family about the kitchen group.");
    await go(button(page, "Show the name"));
    assert.ok((await heading(page)).startsWith(PATIENT.listed));
    await go(button(page, "End it now"));
    await page.goto(`/patients/${story.patient}/plan`);
    assert.match(await heading(page), /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  step("the auditor sees who opened what, under pseudonyms", async () => {
    const page = await as("auditor");
    await menu(page, "Who opened what");
    const opened = async (user, what) => {
      await field(page, "User").fill(user);
      await list(page, "What was done").selectOption({ label: what });
      await go(button(page, "Show"));
      return page.getByRole("row").filter({ hasText: what }).filter({ hasText: user });
    };
    const plans = await opened("practitioner", "Read a plan");
    assert.ok((await plans.count()) >= 1);
    const pseudonym = await plans.first().getByRole("link").last().innerText();
    assert.match(pseudonym, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const notes = await opened("reviewer", "Read signed notes");
    assert.equal(await notes.filter({ hasText: pseudonym }).count(), 1, "the same person has the same pseudonym");
    for (const secret of [PATIENT.number, PATIENT.listed, "Çelaj", GROUP.activity]) {
      assert.ok(!(await page.content()).includes(secret), `the access log shows ${secret}`);
    }
  });

  step("the record verifies, and one changed byte is named", () => {
    const sound = server.ergon("verify");
    assert.equal(sound.status, 0, sound.stdout.slice(0, 2000) + sound.stderr);
    assert.match(sound.stdout, /access rows: [1-9]\d* checked, 0 faults\nsigned notes: [1-9]\d* checked, 0 faults/);

    const whose = `where session_id = ${sqlId(server, story.session)} and patient_id = ${sqlId(server, story.patient)}`;
    const tamper = `update care_note set payload = replace(payload, 'steady', 'Steady') ${whose}`;
    assert.throws(() => sql(server, tamper), /care_note_immutable/);
    const sqlite = server.engine === "sqlite";
    const id = sql(server, `select ${sqlite ? "lower(hex(id))" : "id"} from care_note ${whose}`);
    sql(server, `drop trigger care_note_no_update${sqlite ? "" : " on care_note"}; ${tamper}`);
    const named = id.includes("-") ? id : id.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    const altered = server.ergon("verify");
    assert.equal(altered.status, 1, altered.stderr);
    const lines = altered.stdout.split("\n").filter((line) => line.startsWith("care_note"));
    assert.deepEqual(lines, [`care_note ${named}: changed after it was signed`]);
    assert.match(altered.stdout, /signed notes: \d+ checked, 1 faults/);
  });
}
