import { afterEach, describe, expect, it } from "vitest";
import { HostProblem } from "../../../addin/host.ts";
import type { Grid } from "../../../shared/sheet/grid.ts";
import { line, sheetOf } from "../../pane/support.ts";
import { closeStage, excelStage, freshGrid } from "./stage.ts";

afterEach(closeStage);

const NAME = "ต.ค.69";
const report = (): Grid => sheetOf([line({}), line({}, 2)]);
const CENTRE = { row: 3, col: 4 };
const WRITE = { ...CENTRE, was: "ศพด.บ้านที่ 1", value: "ศพด.ใหม่" };

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no fault";
  } catch (error) {
    return error instanceof HostProblem ? error.fault : `not a HostProblem: ${String(error)}`;
  }
}

describe("when Excel will not, over Microsoft's library and a simulated Excel", () => {
  it("a cell is being typed in: busy, and then it goes on", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await excel.user.startEditing();
    expect(await faultOf(host.read(sheet))).toBe("busy");
    expect(await faultOf(host.write(sheet, [WRITE]))).toBe("busy");
    await excel.user.endEditing();
    expect(await faultOf(host.write(sheet, [WRITE]))).toBe("no fault");
    expect(excel.book.cell(NAME, "E4").value).toBe("ศพด.ใหม่");
  });

  it("it is asked too often: busy", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    excel.faults.busy(2);
    expect([await faultOf(host.read(sheet)), await faultOf(host.read(sheet)), await faultOf(host.read(sheet))]).toEqual(
      [...["busy", "busy", "no fault"]],
    );
  });

  it("an edit told of while reading failed is not forgotten", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await host.read(sheet, "whole");
    await excel.user.type(NAME, "E4", "ศพด.ใหม่");
    await excel.settle();
    excel.faults.busy(1);
    expect(await faultOf(host.read(sheet))).toBe("busy");
    expect((await host.read(sheet)).grid).toEqual(await freshGrid(sheet));
  });

  it("its answers may not be large: the sheet is read in ever smaller parts, and is the same sheet", async () => {
    const grid = sheetOf(Array.from({ length: 400 }, (_, i) => line({ remark: "ข้อความยาว".repeat(20) }, i + 1)));
    const { excel, host, sheet } = await excelStage({ grids: [grid] });
    const whole = (await host.read(sheet, "whole")).grid;
    await excel.user.type(NAME, "E4", "ศพด.ใหม่");
    await excel.settle();
    excel.faults.responseLimitBytes = 150 * 1024;
    const parts = (await host.read(sheet, "whole")).grid;
    expect(parts.rows).toHaveLength(whole.rows.length);
    expect(parts).toEqual(await freshGrid(sheet));
    excel.faults.responseLimitBytes = 2 * 1024;
    expect(await faultOf(host.read(sheet, "whole"))).toBe("failed");
  });

  it("the sheet is protected: nothing is written, nothing marked, and it is said so", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    const { revision } = await host.read(sheet, "whole");
    await excel.user.protect(NAME);
    expect(await faultOf(host.write(sheet, [WRITE]))).toBe("protected");
    expect(await faultOf(host.mark(sheet, revision, [{ ...CENTRE, verdict: "error", note: "ผิด" }]))).toBe("protected");
    expect([excel.book.cell(NAME, "E4").value, excel.book.conditionalFormats(NAME)]).toEqual(["ศพด.บ้านที่ 1", []]);
  });

  it("the sheet is renamed between two round trips of a write: the write still lands in it", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await host.read(sheet, "whole");
    excel.faults.between(() => excel.user.renameSheet(NAME, "พ.ย.69"));
    await host.write(sheet, [WRITE]);
    expect(excel.book.cell("พ.ย.69", "E4").value).toBe("ศพด.ใหม่");
    expect((await host.read(sheet)).grid.sheet).toBe("พ.ย.69");
  });

  it("the sheet is deleted between two round trips: gone, not a crash", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report(), { sheet: "อื่น", rows: [["ก"]] }] });
    await host.read(sheet, "whole");
    excel.faults.between(() => excel.user.removeSheet(NAME));
    expect(await faultOf(host.write(sheet, [WRITE]))).toBe("gone");
    expect(await faultOf(host.read(sheet))).toBe("gone");
  });

  it("somebody changes the cell between looking and pressing: stale, and their text stays", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await host.read(sheet, "whole");
    await excel.coauthor.type(NAME, "E4", "คนอื่นแก้");
    expect(await faultOf(host.write(sheet, [WRITE]))).toBe("stale");
    expect(excel.book.cell(NAME, "E4").value).toBe("คนอื่นแก้");
  });
});

describe("what is written, over a simulated Excel that takes texts for numbers as Excel does", () => {
  it.each([
    "001",
    "1/2",
    "2-3",
    "50%",
    "=1+1",
    "+66 81",
    "-ไม่มี",
    "@ตัวอย่าง",
    "TRUE",
    "๓",
    "'ตัวอย่าง",
    " 12",
    "-",
    "/",
    "อบต.ตัวอย่าง",
  ])("%j stays what it is, letter by letter", async (value) => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await host.write(sheet, [{ ...WRITE, value }]);
    expect(excel.book.cell(NAME, "E4").value).toBe(value);
    expect((await host.read(sheet, "whole")).grid.rows[3]![4]).toBe(value);
  });

  it.each<[number | boolean | null]>([[3], [true], [null]])("%j is no text", async (value) => {
    const { host, sheet } = await excelStage({ grids: [report()] });
    await host.write(sheet, [{ ...WRITE, value }]);
    expect((await host.read(sheet, "whole")).grid.rows[3]![4] ?? null).toBe(value);
  });

  it("a choice taken is one write to Excel", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await host.write(sheet, [WRITE, { row: 4, col: 4, was: "ศพด.บ้านที่ 2", value: "ศพด.อื่น" }]);
    const written = excel.wire.batches.filter((batch) => batch.writes.length > 0);
    expect(written.map((batch) => batch.writes)).toEqual([["Range.formulas"]]);
  });

  it("undo gives up what somebody has changed again since, and takes nothing of theirs", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await host.write(sheet, [WRITE]);
    await excel.user.type(NAME, "E4", "ของผู้ใช้");
    expect(await faultOf(host.undo())).toBe("stale");
    expect(excel.book.cell(NAME, "E4").value).toBe("ของผู้ใช้");
    expect(await host.undo()).toBe(null);
  });
});
