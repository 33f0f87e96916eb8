import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launch, leave } from "../../pages/browser.ts";
import { makeXlsx, row } from "../../workbook/makeXlsx.ts";
import { type ExcelStage, openExcelStage } from "./chromium.ts";

const PANE = `<!doctype html><meta charset="utf-8"><title>pane</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><body><p id="told"></p><script>
  const told = document.getElementById("told");
  Office.onReady(async (info) => {
    document.title = JSON.stringify(info);
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => { told.textContent += address + " "; });
      await context.sync();
    });
    told.dataset.ready = "yes";
  });
  Office.actions.associate("check", async (event) => {
    await Office.addin.showAsTaskpane();
    event.completed();
  });
</script></body>`;

describe.skipIf(CHROMIUM === null)("simulated Excel on the web around a genuine office.js page (Chromium)", () => {
  let browser: Browser;
  let stage: ExcelStage;
  beforeAll(async () => {
    browser = await launch();
    stage = await openExcelStage(browser, { files: { "/taskpane.html": PANE } });
  });
  afterAll(async () => {
    await stage?.close();
    await leave(browser);
  });

  it("frames the pane, hears and is heard, shows the hidden pane from the ribbon", async () => {
    const bytes = makeXlsx({ sheets: [{ name: "S", data: row(1, ["a", 1]) }] });
    const excel = await stage.open({ pane: "/taskpane.html", bytes, shared: true, paneHidden: true });
    const { pane, sim } = excel;
    await pane.locator('[data-ready="yes"]').waitFor({ state: "attached" });
    expect(JSON.parse(await pane.title())).toEqual({
      host: "Excel",
      platform: "OfficeOnline",
      addin: { visibilityMode: "Hidden" },
    });
    expect(await pane.locator("#told").isVisible()).toBe(false);
    await sim(({ user }) => {
      user.type("S", "B1", 2);
      user.select("S", "A1:B1");
    });
    await pane.locator("#told", { hasText: "B1" }).waitFor({ state: "attached" });
    expect(await sim(async ({ ribbon, pane: shown }) => [(await ribbon("check")).status, shown.visible])).toEqual([
      0,
      true,
    ]);
    expect(await pane.locator("#told").isVisible()).toBe(true);
    const values = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load("values");
        await context.sync();
        range.values = [["x", 3]];
        await context.sync();
        return range.values;
      }),
    );
    expect(values).toEqual([["x", 3]]);
    const seen = await sim(async ({ book, settle, kept, broken, refused }, sheet) => {
      await settle();
      return { values: book.values(sheet), kept: kept(), broken: broken(), refused };
    }, "S");
    expect(seen).toEqual({ values: [["x", 3]], kept: [], broken: [], refused: [] });
    expect([excel.outside, excel.complaints]).toEqual([[], []]);
    await excel.context.close();
  });

  it("passes everything else on to the pane's own server, headers and all", async () => {
    const asked: string[] = [];
    const own = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url?.startsWith("/pane?")) {
        response.writeHead(200, { "content-type": "text/html", "content-security-policy": "img-src 'none'" }).end(PANE);
      } else request.pipe(response.writeHead(200));
    });
    await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
    const { port } = own.address() as AddressInfo;
    const behind = await openExcelStage(browser, { proxy: `http://127.0.0.1:${port}` });
    const grids = [{ sheet: "S", rows: [["a"]] }];
    const excel = await behind.open({ pane: "/pane?province=99", grids });
    await excel.pane.locator('[data-ready="yes"]').waitFor({ state: "attached" });
    const echo = await excel.pane.evaluate(async () => {
      const answer = await fetch("/echo", { method: "POST", body: "ไทย" });
      return answer.text();
    });
    expect(echo).toBe("ไทย");
    expect([asked[0], asked.at(-1)]).toEqual([
      expect.stringContaining("GET /pane?province=99&_host_Info="),
      "POST /echo",
    ]);
    await excel.context.close();
    await behind.close();
    await new Promise((resolve) => own.close(resolve));
  });
});
