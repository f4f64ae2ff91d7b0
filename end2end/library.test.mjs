// The library of activities: one written with its whole analysis, approved by the head, cleared by custody, which reads neutral
// words, and written anew; found by what it needs. And a programme that fills its places and asks for a session.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, axe, choose, errorAt, fact, go, signIn, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`the library on ${engine}`, () => tell(engine));
}

const WORDS = {
  steps: "Choose a sheet.\nFold it in half.\nOpen it and look.",
  grades: "One fold.\nThree folds.\nA whole figure alone.",
  contra: "Paper is hoarded to pass messages.",
};

/** Writes what an analysis says in each of the three languages. */
async function writeWords(page, title) {
  const fields = await page.locator("main form[method=post] :is(input[type=text], textarea)").evaluateAll((all) => all.map((field) => field.name));
  for (const name of fields.filter((name) => /-(en|sq|sr)$/.test(name))) {
    const what = name.split("-")[0];
    await page.fill(`[name="${name}"]`, what === "title" ? `${title} ${name.slice(-2)}` : (WORDS[what] ?? `Hidden purpose of ${name}.`));
  }
}

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine);
  });
  after(async () => {
    await server?.stop();
  });

  for (const scripting of [true, false]) {
    const words = `scripting ${scripting ? "on" : "off"}`;

    test(`an activity is written, approved, cleared in neutral words, written anew and found, ${words}`, async () => {
      const [page, head, custody] = await Promise.all(["practitioner", "head", "coordinator"].map((user) => signIn(browser, server, user, { scripting })));
      const title = `Paper folding ${scripting ? "by day" : "by night"}`;
      await page.goto("/activities");
      await go(page.getByRole("link", { name: "Propose an activity" }));
      const propose = () => go(page.getByRole("button", { name: "Save and propose to the head" }));
      await page.fill("[name=title-en]", `${title} en`);
      assert.equal((await propose()).status(), 422);
      for (const field of ["title-sq", "purpose-en", "steps-en"]) assert.notEqual(await errorAt(page.locator(`[name=${field}]`)), "", field);
      assert.equal(await page.inputValue("[name=title-en]"), `${title} en`);
      assert.deepEqual(await axe(page), []);
      await writeWords(page, title);
      await page.fill("[name=tools]", "4 scissors with rounded ends\n3 unheard-of tools");
      assert.equal((await propose()).status(), 422);
      assert.match(await errorAt(page.locator("[name=tools]")), /Line 2/);
      await page.fill("[name=tools]", "4 scissors with rounded ends");
      await page.fill("[name=most]", "5");
      assert.equal((await propose()).status(), 200);
      const path = new URL(page.url()).pathname;
      assert.match(await page.getByRole("main").textContent(), /Waits for the head/);

      // The head gives it back with a word, and approves it when it comes again.
      await head.goto(`${path}?version=1`);
      const giveBack = head.getByRole("button", { name: "Return" });
      if (!(await giveBack.isVisible())) await head.locator("summary").filter({ hasText: "Return" }).click();
      assert.equal((await go(giveBack)).status(), 422);
      assert.notEqual(await errorAt(head.locator("[name=comment]")), "");
      assert.deepEqual(await axe(head), []);
      await head.fill("[name=comment]", "Say how the scissors are counted.");
      await go(giveBack);
      await page.goto(`${path}?version=1`);
      assert.match(await page.getByRole("main").textContent(), /Say how the scissors are counted/);
      await go(page.getByRole("link", { name: "Edit the draft" }));
      await page.check("[name=count-tools]");
      await propose();
      await head.goto(`${path}?version=1`);
      await go(head.getByRole("button", { name: "Approve" }));

      // Until custody has cleared it nobody can ask for it; custody reads what it needs and nothing of what it is for.
      const offered = async () => {
        await page.goto("/sessions/new");
        return page.locator("[name=activity] option").filter({ hasText: `${title} en` }).textContent();
      };
      assert.match(await offered(), /not yet cleared here/);
      await custody.goto("/kits?status=waiting");
      await go(custody.locator("main tbody a").last());
      const kit = await custody.content();
      assert.match(await custody.getByRole("main").textContent(), /scissors with rounded ends/i);
      for (const secret of ["Paper folding", "Hidden purpose", "hoarded", "Fold it"]) assert.ok(!kit.includes(secret), `custody reads '${secret}'`);
      await custody.getByLabel("Refuse it").check();
      assert.equal((await go(custody.getByRole("button", { name: "Save the decision" }))).status(), 422);
      assert.notEqual(await errorAt(custody.locator("[name=reason]")), "");
      assert.deepEqual(await axe(custody), []);
      await custody.getByLabel("Clear it").check();
      await go(custody.getByRole("button", { name: "Save the decision" }));
      assert.doesNotMatch(await offered(), /not yet cleared here/);

      // The next version says what is different from the one before it; that one stays to be read.
      await page.goto(path);
      await go(page.getByRole("link", { name: "Propose a new version" }));
      await page.fill("[name=most]", "4");
      await propose();
      await head.goto(`${path}?version=2`);
      const changed = head.locator("main details").filter({ hasText: "What changed" }).or(head.locator("main section").filter({ hasText: "What changed" })).first();
      assert.match((await changed.textContent()).replace(/\s+/g, " "), /5.*4/);
      await go(head.getByRole("button", { name: "Approve" }));
      await page.goto(`${path}?version=1`);
      assert.match(await page.getByRole("main").textContent(), /Retired/);

      for (const [field, value, found, not] of [
        ["q", title, `${title} en`, "Music group"],
        ["area", "leisure", "Music group", "Kitchen group"],
        ["kind", "music", "Music group", "Kitchen group"],
        ["tool", "sharp", "Kitchen group", "Music group"],
        ["level", "8", "Kitchen group", "Sensory"],
        ["cell", true, "In-cell", "Kitchen group"],
      ]) {
        await page.goto("/activities");
        const control = page.locator(`main form [name=${field}]`);
        if (value === true) await control.check();
        else if (field === "q") await control.fill(value);
        else await control.selectOption(value);
        await go(page.getByRole("button", { name: "Show", exact: true }));
        const list = (await page.locator("main tbody").textContent()).toLowerCase();
        assert.ok(list.includes(found.toLowerCase()) && !list.includes(not.toLowerCase()), `${field}: ${list.slice(0, 400)}`);
      }
      for (const held of [page, head, custody]) {
        assert.deepEqual(held.complaints, []);
        await held.context().close();
      }
    });

    test(`a programme fills its places in order and asks for a session, ${words}`, async () => {
      const page = await signIn(browser, server, "practitioner", { scripting });
      const main = page.getByRole("main");
      await page.goto("/patients");
      const numbers = await page.locator("main tbody tr").evaluateAll((rows) => rows.slice(0, 4).map((row) => row.innerText.match(/[A-Z]+-?\d[\w-]*/)[0]));
      await page.goto("/programmes");
      await go(page.getByRole("link", { name: "Begin a programme" }));
      assert.equal((await go(page.getByRole("button", { name: "Save" }))).status(), 422);
      assert.notEqual(await errorAt(page.locator("[name=title]")), "");
      assert.deepEqual(await axe(page), []);
      await page.fill("[name=title]", "Songs & rhythm");
      await choose(page.locator("[name=activity]"), "Music group");
      await page.check("[name=intake][value=rolling]");
      await page.fill("[name=capacity]", "2");
      await go(page.getByRole("button", { name: "Save" }));
      const path = new URL(page.url()).pathname;
      for (const number of numbers) {
        await page.fill("[name=number]", number);
        await go(page.getByRole("button", { name: "Add a patient" }));
      }
      assert.equal((await fact(page, "Members")).trim(), "2 / 2");
      assert.equal((await fact(page, "Waiting")).trim(), "2");
      await page.fill("[name=number]", "none-1");
      assert.equal((await go(page.getByRole("button", { name: "Add a patient" }))).status(), 422);
      assert.match(await errorAt(page.locator("[name=number]")), /No open patient/);
      assert.deepEqual(await axe(page), []);

      // Nobody takes a place that is not free, nor one for which somebody else has waited longer.
      const of = (number) => main.locator("tbody tr").filter({ hasText: number });
      const become = async (number, state) => {
        const list = of(number).locator("select");
        await choose(list, state);
        return go(of(number).getByRole("button", { name: /^Change/ }));
      };
      assert.equal((await become(numbers[2], "Member")).status(), 422);
      assert.match(await main.textContent(), /Every place is taken/);
      assert.deepEqual(await axe(page), []);
      await become(numbers[0], "Completed");
      assert.equal((await become(numbers[3], "Member")).status(), 422);
      assert.match(await main.textContent(), /Somebody has waited longer/);
      await page.goto(path);
      await go(of(numbers[3]).getByRole("button", { name: /^One place forward/ }));
      await become(numbers[3], "Member");
      assert.equal((await fact(page, "Members")).trim(), "2 / 2");

      // Its next lead, and its next session with those who are members now.
      await go(main.getByRole("link", { name: "Edit the programme" }));
      const leads = await page.locator("[name=lead] option").evaluateAll((all) => all.filter((one) => one.value).map((one) => one.label));
      await page.locator("[name=lead]").selectOption({ label: leads.at(-1) });
      await go(page.getByRole("button", { name: "Save" }));
      assert.equal((await fact(page, "Practitioner")).trim(), leads.at(-1));
      await go(main.getByRole("link", { name: "Request a session" }));
      assert.equal(await page.locator("[name=people]:checked").count(), 2);
      assert.match(await page.locator("[name=activity] option:checked").textContent(), /Music group/);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}
