// Hours by group, drilled into; a report of a month that is over, given out, printed and opened by the auditor.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENGINES, signIn, startBrowser, startServer } from "./support.mjs";

let browser;
before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

for (const engine of ENGINES) {
  describe(`hours and reports on ${engine}`, () => tell(engine));
}

function tell(engine) {
  let server;
  before(async () => {
    server = await startServer(engine, { patients: 48, weeks: 12 });
  });
  after(async () => {
    await server?.stop();
  });

  for (const scripting of [true, false]) {
    test(`a practitioner follows the own caseload down to a week, scripting ${scripting ? "on" : "off"}`, async () => {
      const page = await signIn(browser, server, "practitioner", { scripting });
      await page.goto(`${server.address}/hours`);
      await page.getByLabel("Period").selectOption({ index: 1 });
      await page.getByLabel("Group by").selectOption("programme");
      await page.getByRole("button", { name: "Show" }).click();
      const rows = page.locator("tbody tr");
      assert.ok((await rows.count()) > 1, "no programme");
      await rows.first().getByRole("link").first().click();
      assert.ok(await page.getByRole("link", { name: /^Back to:/ }).isVisible());
      assert.ok((await page.locator("tbody").last().locator("tr").count()) >= 5, "a month has four or five weeks, and a total");
      await page.context().close();
    });
  }

  test("a head gives out a month, and the auditor reads the same", async () => {
    const page = await signIn(browser, server, "head");
    await page.goto(`${server.address}/reports`);
    await page.getByLabel("Period").selectOption({ index: 1 });
    await page.getByLabel("Place").selectOption("department");
    await page.getByRole("button", { name: "Show the report" }).click();
    await page.getByText("Given out and kept as it is.").waitFor();
    const table = await page.locator("main table").allInnerTexts();
    assert.ok(table.length >= 4, "provision, reasons, facilities and counts");
    const paper = await page.pdf({ format: "A4" });
    if (process.env.ERGON_PAPER) writeFileSync(join(process.env.ERGON_PAPER, "report.pdf"), paper);
    const sheets = paper.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    assert.ok(sheets >= 1 && sheets <= 5, `${sheets} sheets`);
    const path = new URL(page.url()).pathname;
    await page.context().close();

    const auditor = await signIn(browser, server, "auditor");
    await auditor.goto(`${server.address}/reports`);
    await auditor.getByRole("link", { name: "3/1" }).click();
    assert.equal(new URL(auditor.url()).pathname, path);
    assert.deepEqual(await auditor.locator("main table").allInnerTexts(), table);
    await auditor.context().close();
  });

  test("a coordinator sees what custody lost", async () => {
    const page = await signIn(browser, server, "coordinator");
    await page.goto(`${server.address}/custody-hours`);
    await page.getByLabel("Period").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Show" }).click();
    assert.equal(await page.getByRole("table").count(), 2);
    await page.context().close();
  });
}
