import { afterEach, describe, expect, it } from "vitest";
import { startExcelWeb, type WebExcel } from "./web.ts";

let excel: WebExcel;
afterEach(() => excel.close());

const grids = [{ sheet: "S", rows: [["a", 1]] }];

describe("simulated Excel on the web around a genuine office.js page (jsdom)", () => {
  it("boots the whole way to onReady, without a request outside", async () => {
    excel = await startExcelWeb({ grids, api: "1.14" });
    await excel.settle();
    const { requirements, diagnostics } = excel.window.Office.context;
    const known = ["1.9", "1.10", "1.14", "1.15"].map((version) => requirements.isSetSupported("ExcelApi", version));
    expect(excel.ready).toMatchObject({ host: "Excel", platform: "OfficeOnline", addin: null });
    expect(known).toEqual([true, true, true, false]);
    expect(requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
    expect(diagnostics).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
    expect(excel.refused).toEqual([]);
  });

  it("takes away what a page may not do inside Excel", async () => {
    excel = await startExcelWeb({ grids });
    const { history } = excel.window;
    expect([history.pushState, history.replaceState]).toEqual([null, null]);
    expect(() => excel.window.confirm("?")).toThrow("not supported");
  });

  it("reads, writes and hears of changes, a co-author's as Remote", async () => {
    excel = await startExcelWeb({ grids });
    const told: unknown[] = [];
    const values = await excel.window.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async ({ address, source, triggerSource }) => {
        told.push([address, source, triggerSource]);
      });
      const range = worksheets.getItem("S").getUsedRange().load("values");
      await context.sync();
      worksheets.getItem("S").getRange("B1").values = [[2]];
      await context.sync();
      return range.values;
    });
    excel.user.type("S", "A1", "x");
    excel.coauthor.type("S", "A2", "y");
    await excel.settle();
    expect(JSON.stringify(values)).toBe('[["a",1]]');
    expect(told).toEqual([
      ["B1", "Local", "ThisLocalAddin"],
      ["A1", "Local", "Unknown"],
      ["A2", "Remote", "Unknown"],
    ]);
    expect(excel.book.values("S")).toEqual([
      ["x", 2],
      ["y", null],
    ]);
  });

  const FAULTS: [string, (excel: WebExcel) => void][] = [
    ["InvalidOperationInCellEditMode", ({ user }) => user.startEditing()],
    ["ActivityLimitReached", ({ faults }) => faults.busy(1)],
    ["RequestPayloadSizeLimitExceeded", ({ faults }) => Object.assign(faults, { requestLimitBytes: 10 })],
    ["ResponsePayloadSizeLimitExceeded", ({ faults }) => Object.assign(faults, { responseLimitBytes: 10 })],
    ["GeneralException", ({ faults }) => faults.failNext("GeneralException")],
  ];

  it.each(FAULTS)("%s has the same name as behind the bridge", async (code, fault) => {
    excel = await startExcelWeb({ grids });
    fault(excel);
    const read = excel.window.Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code });
  });

  it("an API later than this Excel is refused by Excel itself: the library does not look", async () => {
    excel = await startExcelWeb({ grids, api: "1.9" });
    const run = excel.window.Excel.run(async (context) => {
      context.workbook.comments.load("items/content");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: "ApiNotFound",
      debugInfo: { errorLocation: "Workbook.comments" },
    });
  });

  it("saves settings with the document", async () => {
    excel = await startExcelWeb({ grids });
    const { settings } = excel.window.Office.context.document;
    settings.set("key", { v: "ค่า" });
    await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
    expect(excel.documentSettings()).toEqual([["key", '{"v":"ค่า"}']]);
  });

  it("a ribbon button runs its function and waits for its end", async () => {
    excel = await startExcelWeb({
      grids,
      shared: true,
      scripts: [
        `Office.actions.associate("check", async (event) => {
           await Excel.run(async (context) => {
             context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[event.source.id]];
             await context.sync();
           });
           event.completed();
         });`,
      ],
    });
    expect(excel.ready.addin).toEqual({ visibilityMode: "Taskpane" });
    expect(await excel.ribbon("check", "CheckButton")).toMatchObject({ status: 0 });
    expect(excel.book.cell("S", "A1").value).toBe("CheckButton");
    expect((await excel.ribbon("nobody")).status).not.toBe(0);
  });

  it("a hidden pane of a shared runtime is shown and hidden, and told of it", async () => {
    excel = await startExcelWeb({ grids, shared: true, paneHidden: true });
    expect([excel.ready.addin, excel.pane.visible]).toEqual([{ visibilityMode: "Hidden" }, false]);
    const told: string[] = [];
    const { addin } = excel.window.Office;
    await addin.onVisibilityModeChanged(({ visibilityMode }) => void told.push(visibilityMode));
    await addin.showAsTaskpane();
    await excel.settle();
    expect([excel.pane.visible, told]).toEqual([true, ["Taskpane"]]);
    await addin.hide();
    await excel.settle();
    expect([excel.pane.visible, told]).toEqual([false, ["Taskpane", "Hidden"]]);
  });
});
