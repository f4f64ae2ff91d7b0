// A plan from the first ladder to the version that a review makes: what may not stand is said at its field, versions stand beside
// each other, ratings move the score, and of a review the coordinator reads what was agreed for the regime alone.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { ENGINES, PASSWORD, axe, choose, day, errorAt, go, signIn, startBrowser, startServer } from "./support.mjs";

const STEPS = ["m2", "m1", "0", "p1", "p2"];
const LADDER = ["Eats what others cook.", "Cooks with somebody beside him.", "Cooks one dish alone.", "Cooks three dishes.", "Cooks for others."];

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`planning on ${engine}`, () => tell(engine));
}

async function climb(page, goal, steps) {
  for (const [at, step] of STEPS.entries()) await page.fill(`[name=goal-${goal}-${step}]`, steps[at]);
}

/** The rows of the page's comparison: what is said differently. */
const changes = (page) => page.locator("main table").last().innerText();

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine);
  });
  after(async () => {
    await server?.stop();
  });

  for (const scripting of [true, false]) {
    test(`a plan is written, followed, rated, raised and reviewed, scripting ${scripting ? "on" : "off"}`, async () => {
      const page = await signIn(browser, server, "practitioner", { scripting });
      const main = page.getByRole("main");
      await page.goto("/patients/new");
      await go(page.locator("main tbody tr button").first());
      const patient = new URL(page.url()).pathname;

      // The first version, with one goal of our own and one from the bank.
      await go(main.getByRole("link", { name: "Write a plan" }).first());
      const activate = () => go(page.getByRole("button", { name: "Save and activate" }));
      assert.equal((await activate()).status(), 422);
      for (const field of ["title", "summary", "areas"]) assert.notEqual(await errorAt(page.locator(`[name=${field}]`).first()), "", field);
      assert.deepEqual(await axe(page), []);
      await page.fill("[name=title]", "Back to the kitchen");
      await page.fill("[name=summary]", "We cook together twice a week.");
      await page.check("[name=areas][value=iadl]");
      await page.fill("[name=precautions]", "Knives are counted in.");
      await page.fill("[name=target_hours]", "20");
      await page.check("[name=agreement][value=agreed]");
      await page.fill("[name=agreed_on]", day());
      await page.fill("[name=goal-1-description]", "Cooks a simple meal");
      await page.check("[name=goal-1-baseline][value='-2']");
      await page.check("[name=goal-1-importance][value='2']");
      for (const [steps, at, told] of [
        [["0 meals", "1 meal", "2 meals", "4 meals", "5 meals"], "p1", /numbers between steps/],
        [["0-1 meals", "1-2 meals", "3 meals", "4 meals", "5 meals"], "m1", /belongs to both/],
        [["1 meal with 5 prompts", "2 meals with 4 prompts", "3 meals with 3 prompts", "4 meals with 2 prompts", "5 meals with 1 prompt"], "0", /more than one number/],
        [[LADDER[0], LADDER[1], "", LADDER[3], LADDER[4]], "0", /./],
      ]) {
        await climb(page, 1, steps);
        assert.equal((await activate()).status(), 422);
        assert.match(await errorAt(page.locator(`[name=goal-1-${at}]`)), told, steps.join(" | "));
        assert.equal(await page.inputValue("[name=goal-1-p2]"), steps[4]);
      }
      assert.notEqual(await errorAt(page.locator("[name=target_reason]")), "", "fewer hours than the target need a reason");
      assert.deepEqual(await axe(page), []);
      await page.fill("[name=target_reason]", "Works in the laundry for ten hours.");
      await climb(page, 1, LADDER);
      await go(page.getByRole("button", { name: "Add another goal" }));
      await page.locator("[name=goal-2-bank]").selectOption({ index: 1 });
      await go(page.locator("button[name=do][value=take-2]"));
      const taken = await page.inputValue("[name=goal-2-description]");
      assert.ok(taken.length > 10 && (await page.inputValue("[name=goal-2-0]")).length > 0, "the bank gives a text with its ladder");
      await page.fill("[name=goal-2-description]", `${taken} On the wing.`);
      assert.equal((await activate()).status(), 200);
      assert.match(await main.textContent(), /Works in the laundry for ten hours/);
      assert.match(await main.textContent(), /Knives are counted in/);
      assert.match(await main.textContent(), /Kiresuk/);
      assert.equal(await main.locator("textarea").count(), 0, "an active plan is not edited");

      // Rated on evidence; above what was expected twice in a row asks whether to raise.
      const score = async () => (await main.getByText(/^T \d/).first().textContent()).match(/T ([\d.]+) at the start, ([\d.]+) now/).slice(1).map(Number);
      const [before] = await score();
      const first = await main.locator("a[href*='/goals/']").first().getAttribute("href");
      for (const [turn, level] of ["0", "1"].entries()) {
        await page.goto(first);
        await page.check(`[name=level][value='${level}']`);
        if (turn === 0) {
          assert.equal((await go(page.getByRole("button", { name: "Add the rating" }))).status(), 422);
          assert.notEqual(await errorAt(page.locator("[name=evidence]")), "", "a rating rests on something");
          assert.ok(await page.isChecked(`[name=level][value='${level}']`));
          assert.deepEqual(await axe(page), []);
        }
        await page.fill("[name=evidence]", `Seen at lunch, ${turn + 1}`);
        await go(page.getByRole("button", { name: "Add the rating" }));
      }
      assert.match(await main.textContent(), /Seen at lunch, 1/);
      assert.match(await main.textContent(), /Seen at lunch, 2/);
      await page.goto(`${patient}/plan`);
      const [start, now] = await score();
      assert.ok(start === before && now > start, `${before}: ${start} to ${now}`);
      assert.match(await main.textContent(), /Every goal alike/);
      await go(main.getByRole("button", { name: /^Raise it/ }));
      assert.equal(await page.inputValue("[name=goal-1-m2]"), LADDER[2], "the ladder has moved up");
      await page.fill("[name=goal-1-p1]", "Cooks a dinner for four.");
      await page.fill("[name=goal-1-p2]", "Teaches somebody to cook.");
      await page.fill("[name=title]", "The kitchen and the shop");
      // The patient is asked about each version.
      const agreed = async () => {
        await page.check("[name=agreement][value=agreed]");
        await page.fill("[name=agreed_on]", day());
      };
      assert.equal((await activate()).status(), 422);
      assert.notEqual(await errorAt(page.locator("[name=agreement]").first()), "");
      await agreed();
      const answer = await activate();
      assert.equal(answer.status(), 200, await main.locator(".error").allInnerTexts().then((all) => all.join(" | ")));

      // Another version, and any two of them beside each other.
      await go(page.getByRole("button", { name: "Make the next version" }));
      await page.fill("[name=title]", "The kitchen, the shop and home");
      await agreed();
      assert.equal((await activate()).status(), 200);
      await go(main.getByRole("link", { name: "Compare versions" }));
      assert.match(await changes(page), /The kitchen and the shop[\s\S]*The kitchen, the shop and home/);
      await page.selectOption("[name=a]", "1");
      await go(page.getByRole("button", { name: "Compare" }));
      const compared = await changes(page);
      assert.match(compared, /Eats what others cook/);
      assert.match(compared, /Back to the kitchen[\s\S]*The kitchen, the shop and home/);
      assert.match(compared, /Teaches somebody to cook/);
      assert.ok(!compared.includes("The kitchen and the shop"), "only the two that were chosen");
      assert.ok(!compared.includes("We cook together"), "what is the same is not told");

      // The review: one goal goes on, one is achieved; the next version is there at once.
      await page.goto(`${patient}/plan`);
      await go(main.getByRole("link", { name: "Review the plan" }));
      const decisions = page.locator("main section.goal");
      assert.equal(await decisions.count(), 2);
      assert.deepEqual(await decisions.first().locator("[name$=-decision]").evaluateAll((all) => all.map((one) => one.value).sort()), ["achieved", "continue", "discontinue", "modify"]);
      await decisions.nth(1).locator("[name$=-decision][value=achieved]").check();
      await choose(page.locator("[name=action-1-what]"), "Library time");
      await page.fill("[name=action-1-due]", day(20));
      await page.fill("[name=password]", PASSWORD);
      const sign = () => go(page.getByRole("button", { name: "Sign the review" }));
      assert.equal((await sign()).status(), 422);
      for (const field of ["summary", "patient_view"]) assert.notEqual(await errorAt(page.locator(`[name=${field}]`)), "", field);
      assert.notEqual(await errorAt(page.locator("[name=custody]").first()), "", "an action for the regime is agreed with custody");
      assert.deepEqual(await axe(page), []);
      await page.fill("[name=summary]", "The ladder was read together.");
      await page.fill("[name=patient_view]", "Wants to go on.");
      await page.check("[name=custody][value=yes]");
      await page.fill("[name=next_review_on]", day(30));
      await page.fill("[name=password]", PASSWORD);
      assert.equal((await sign()).status(), 200);
      assert.equal(new URL(page.url()).pathname, `${patient}/plan`);
      assert.match(await main.textContent(), /Version 4/);
      assert.ok((await main.locator("section.goal h3").allTextContents()).every((title) => !title.includes(taken)), "what was achieved is not worked on");
      const name = (await page.getByRole("heading", { level: 1 }).textContent()).split(",")[0].trim();

      const custody = await signIn(browser, server, "coordinator", { scripting });
      await custody.goto("/regime-actions");
      const action = custody.locator("main tbody tr").filter({ hasText: name }).filter({ hasText: "Library time" });
      assert.equal(await action.count(), 1);
      const read = await custody.content();
      for (const secret of ["ladder was read", "Wants to go on", "kitchen", "Cooks"]) assert.ok(!read.includes(secret), `custody reads '${secret}'`);
      await go(action.getByRole("button", { name: /^Done/ }));
      assert.equal(await action.count(), 0);
      for (const held of [page, custody]) {
        assert.deepEqual(held.complaints, []);
        await held.context().close();
      }
    });
  }
}
