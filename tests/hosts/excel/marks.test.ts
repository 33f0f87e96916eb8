import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "./index.ts";

let sim: ExcelSim;
beforeEach(async () => {
  sim = await startExcel({
    grids: [
      { sheet: "S", rows: [["a", 1]] },
      { sheet: "T", rows: [] },
    ],
  });
});
afterEach(() => sim.close());

const run = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  sim.Excel.run((context) => work(context.workbook.worksheets.getItem("S"), context));

async function addFormat(address: string, formula: string): Promise<string> {
  return run(async (sheet, context) => {
    const format = sheet.getRanges(address).conditionalFormats.add("Custom");
    format.custom.rule.formula = formula;
    format.custom.format.font.color = "#9C0006";
    format.custom.format.borders.bottom.style = "Continuous";
    format.stopIfTrue = true;
    format.load("id");
    await context.sync();
    return format.id;
  });
}

const formats = () => sim.book.conditionalFormats("S").map(({ address, formula }) => [address, formula]);

describe("simulated Excel: conditional formats", () => {
  it("the newest comes first; they are found where they stand, read, and taken away", async () => {
    await addFormat("A1:B2", "=1");
    const second = await addFormat("B2,D4", "=2");
    expect(sim.book.conditionalFormats("S")[0]).toMatchObject({
      address: "B2,D4",
      stopIfTrue: true,
      font: { color: "#9C0006" },
      borders: { EdgeBottom: { style: "Continuous" } },
    });
    await run(async (sheet, context) => {
      const here = sheet.getRange("B2:C3").conditionalFormats.load("items/id,items/type,items/priority");
      const there = sheet.getRange("Z9").conditionalFormats;
      const none = there.getCount();
      await context.sync();
      expect(here.items.map(({ type, priority }) => [type, priority])).toEqual([
        ["Custom", 0],
        ["Custom", 1],
      ]);
      expect(none.value).toBe(0);
      const [first] = here.items;
      const rule = first!.customOrNullObject.rule.load("formula");
      const ranges = first!.getRanges().load("address");
      const range = first!.getRangeOrNullObject();
      await context.sync();
      expect([first!.id, rule.formula, ranges.address, range.isNullObject]).toEqual([second, "=2", "S!B2, S!D4", true]);
      first!.delete();
      await context.sync();
    });
    expect(formats()).toEqual([["A1:B2", "=1"]]);
  });

  it("clearing a range leaves the rest of a larger format standing", async () => {
    await addFormat("A1:C9", "=1");
    await run(async (sheet, context) => {
      sheet.getRange("B2:B3").conditionalFormats.clearAll();
      await context.sync();
    });
    expect(formats()).toEqual([["A1:C1,A2:A3,C2:C3,A4:C9", "=1"]]);
  });

  it("they move along with rows put in above, and go with the rows taken out", async () => {
    await addFormat("A2:B2", "=1");
    sim.user.insertRows("S", 1, 3);
    expect(formats()).toEqual([["A5:B5", "=1"]]);
    sim.user.deleteRows("S", 5);
    expect(formats()).toEqual([]);
  });
});

describe("simulated Excel: looks", () => {
  it("what differs reads as null, untouched cells count", async () => {
    sim.user.fillColor("S", "A1", "#ffff00");
    await run(async (sheet, context) => {
      const read = ["A1", "A1:B1", "B:B"].map((address) => {
        const { fill } = sheet.getRange(address).format;
        return fill.load("color");
      });
      await context.sync();
      expect(read.map(({ color }) => color)).toEqual(["#FFFF00", null, "#FFFFFF"]);
      sheet.getRange("A1:B2").format.fill.color = "#ffc7ce";
      sheet.getRange("A1").format.fill.clear();
      sheet.getRange("B1").format.font.name = "Wingdings 2";
      await context.sync();
    });
    const fills = ["A1", "B1", "B2"].map((address) => sim.book.cell("S", address).fill);
    expect([fills, sim.book.cell("S", "B1").font]).toEqual([[undefined, "#FFC7CE", "#FFC7CE"], "Wingdings 2"]);
  });

  it("many areas in one go, up to a text of 8,192 letters", async () => {
    const addresses = (count: number) => Array.from({ length: count }, (_, at) => `A${at + 100}`).join(",");
    await run(async (sheet, context) => {
      sheet.getRanges(addresses(1000)).format.fill.color = "#ffc7ce";
      await context.sync();
    });
    expect(sim.book.cell("S", "A1099").fill).toBe("#FFC7CE");
    const tooMany = run(async (sheet, context) => {
      sheet.getRanges(addresses(2000)).format.fill.color = "#ffc7ce";
      await context.sync();
    });
    await expect(tooMany).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("hidden rows: all, none, or null for some", async () => {
    sim.user.hideRows("S", 2, 2);
    await run(async (sheet, context) => {
      const read = ["A1", "A2:A3", "A1:A3"].map((address) => sheet.getRange(address).load("rowHidden,hidden"));
      await context.sync();
      expect(read.map(({ rowHidden, hidden }) => [rowHidden, hidden])).toEqual([
        [false, false],
        [true, true],
        [null, null],
      ]);
    });
  });
});

describe("simulated Excel: comments", () => {
  const codeOf = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
    run(async (sheet, context) => {
      work(sheet, context);
      await context.sync();
      return "done";
    }).catch((error) => error.code);

  it("one for a cell, by the sheet or by the book", async () => {
    await run(async (sheet, context) => {
      sheet.comments.add("A1", "หนึ่ง");
      const { comments } = context.workbook;
      comments.add("T!B2", "สอง");
      comments.add(sheet.getRange("C3"), "สาม");
      comments.load("items/content,items/authorName");
      sheet.comments.load("items/content");
      await context.sync();
      expect(comments.items.map(({ content }) => content)).toEqual(["หนึ่ง", "สาม", "สอง"]);
      expect(sheet.comments.items.map(({ content }) => content)).toEqual(["หนึ่ง", "สาม"]);
      const location = comments.items[2]!.getLocation().load("address");
      const found = comments.getItemByCell("S!A1").load("id,content");
      await context.sync();
      expect([location.address, found.content]).toEqual(["T!B2", "หนึ่ง"]);
      found.content = "ใหม่";
      comments.items[2]!.delete();
      await context.sync();
    });
    expect(sim.book.comments("T")).toEqual([]);
    const [author] = sim.book.comments("S").map((comment) => comment.author);
    expect(sim.book.comments("S")).toEqual([
      { cell: "A1", text: "ใหม่", author, replies: [] },
      { cell: "C3", text: "สาม", author, replies: [] },
    ]);
  });

  it.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
    ["a second comment on a cell", "InvalidOperation", (sheet) => sheet.comments.add("A1", "x")],
    ["a cell with an old note", "InvalidOperation", (sheet) => sheet.comments.add("D1", "x")],
    ["more than one cell", "InvalidArgument", (sheet) => sheet.comments.add("A1:B1", "x")],
    ["the book's, without a sheet", "InvalidArgument", (_, context) => context.workbook.comments.add("C1", "x")],
    ["an empty text", "InvalidArgument", (sheet) => sheet.comments.add("C1", "")],
    ["a cell without one", "ItemNotFound", (sheet) => sheet.comments.getItemByCell("B1").load("content")],
  ])("%s: %s", async (_, code, work) => {
    sim.user.comment("S", "A1", "there");
    sim.user.note("S", "D1", "เดิม");
    expect(await codeOf(work)).toBe(code);
    expect(sim.book.comments("S").map(({ text }) => text)).toEqual(["there"]);
  });
});
