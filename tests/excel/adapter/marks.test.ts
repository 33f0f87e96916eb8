import { afterEach, describe, expect, it } from "vitest";
import type { Mark } from "../../../addin/host.ts";
import type { Grid } from "../../../shared/sheet/grid.ts";
import { line, sheetOf } from "../../pane/support.ts";
import { closeStage, excelStage, LARGEST, trips } from "./stage.ts";

afterEach(closeStage);

const NAME = "ต.ค.69";
const report = (count = 6): Grid => sheetOf(Array.from({ length: count }, (_, i) => line({}, i + 1)));
const mark = (row: number, col: number, verdict: Mark["verdict"] = "error", note = "กรุณาแก้"): Mark => ({
  ...{ row, col, verdict, note },
});

describe("marks on the sheet, over Microsoft's library and a simulated Excel", () => {
  it("are three round trips whatever their number, a handful of rules, and below 4 MB", async () => {
    const stage = await excelStage({ grids: [report(3_000)] });
    const { excel, host, sheet } = stage;
    const { revision } = await host.read(sheet, "whole");
    const marks = Array.from({ length: 3_000 }, (_, i) =>
      mark(3 + i, 2 + (i % 3), (["error", "suggest", "warn"] as const)[i % 3]),
    );
    excel.wire.clear();
    await host.mark(sheet, revision, marks);
    expect(trips(stage).length).toBeLessThanOrEqual(3);
    expect(Math.max(...trips(stage).map((batch) => batch.requestBytes))).toBeLessThan(LARGEST);
    const formats = excel.book.conditionalFormats(NAME);
    expect(formats.length).toBeLessThan(20);
    expect(excel.book.comments(NAME).length).toBeLessThanOrEqual(100);
  });

  it("a full check of 3,000 rows with its marks keeps within five round trips", async () => {
    const stage = await excelStage({ grids: [report(3_000)] });
    const { excel, host, sheet } = stage;
    await host.readAll([sheet]);
    excel.wire.clear();
    const { revision } = await host.read(sheet, "whole");
    await host.mark(sheet, revision, [mark(3, 4), mark(9, 3, "suggest")]);
    expect(trips(stage).length).toBeLessThanOrEqual(5);
  });

  it("leave the user's own fills, rules and comments as they are, and go without a trace", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await excel.user.fillColor(NAME, "E4", "#FFFF00");
    await excel.user.comment(NAME, "E5", "ของผู้ใช้เอง");
    const before = {
      fill: excel.book.cell(NAME, "E4").fill,
      formats: excel.book.conditionalFormats(NAME),
      comments: excel.book.comments(NAME),
      values: excel.book.values(NAME),
    };
    const { revision } = await host.read(sheet, "whole");
    await host.mark(sheet, revision, [mark(3, 4), mark(4, 4), mark(5, 4, "suggest"), mark(5, 5, "warn")]);
    const formats = excel.book.conditionalFormats(NAME);
    expect(formats.map(({ address, fill }) => [address, fill ?? null]).sort()).toEqual([
      ["E4", null],
      ["E5", "#FBDAD6"],
      ["E6", "#FCE9C6"],
      ["F6", "#E3E8F4"],
    ]);
    expect(excel.book.comments(NAME).map(({ cell, text }) => [cell, text])).toEqual([
      ["E5", "ของผู้ใช้เอง"],
      ["E4", "รวมแบบ · กรุณาแก้"],
      ["E6", "รวมแบบ · กรุณาแก้"],
    ]);
    await host.clearMarks(sheet);
    expect({
      fill: excel.book.cell(NAME, "E4").fill,
      formats: excel.book.conditionalFormats(NAME),
      comments: excel.book.comments(NAME),
      values: excel.book.values(NAME),
    }).toEqual(before);
  });

  it("painted again they replace the earlier ones; a comment that was answered stays", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    const { revision } = await host.read(sheet, "whole");
    await host.mark(sheet, revision, [mark(3, 4), mark(4, 4)]);
    await excel.user.reply(NAME, "E4", "แก้แล้วค่ะ");
    await host.mark(sheet, revision, [mark(5, 3, "suggest", "กรุณาเลือก")]);
    expect(excel.book.conditionalFormats(NAME).map(({ address }) => address)).toEqual(["D6"]);
    expect(excel.book.comments(NAME).map(({ cell }) => cell)).toEqual(["E4", "D6"]);
  });

  it.each(["1.9", "1.14", "1.17"])("at ExcelApi %s nothing is asked that this Excel does not know", async (api) => {
    const { excel, host, sheet } = await excelStage({ grids: [report()], api });
    const { revision } = await host.read(sheet, "whole");
    await host.mark(sheet, revision, [mark(3, 4)]);
    expect(excel.book.conditionalFormats(NAME)).toHaveLength(1);
    expect(excel.book.comments(NAME)).toHaveLength(api === "1.9" ? 0 : 1);
    expect(excel.wire.batches.filter((batch) => batch.error !== undefined)).toEqual([]);
  });

  it("where Excel refuses a comment (a note of the old kind stands there) the marks stand", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()] });
    await excel.user.note(NAME, "E4", "หมายเหตุแบบเก่า");
    const { revision } = await host.read(sheet, "whole");
    await host.mark(sheet, revision, [mark(3, 4), mark(4, 4)]);
    expect(excel.book.conditionalFormats(NAME).map(({ address }) => address)).toEqual(["E4:E5"]);
  });
});
