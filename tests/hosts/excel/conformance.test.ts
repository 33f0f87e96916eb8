import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVENT_TYPE } from "./events.ts";
import { type ExcelSim, startExcel } from "./index.ts";
import { MODELS } from "./members/index.ts";

let sim: ExcelSim;
beforeAll(async () => {
  sim = await startExcel({ grids: [{ sheet: "S", rows: [["a"]] }] });
});
afterAll(() => sim.close());

const models = Object.entries(MODELS);

describe("simulated Excel: nothing is modelled that Microsoft's library does not have", () => {
  it("reads the whole library", () => {
    const classes = Object.values(sim.metadata);
    expect(classes.length).toBeGreaterThan(150);
    expect(classes.reduce((sum, { methods }) => sum + Object.keys(methods).length, 0)).toBeGreaterThan(600);
    expect(sim.metadata.Range!.scalars.RowIndex).toEqual({ name: "rowIndex", updateable: false });
    expect(sim.metadata.Range!.scalars.RowHidden).toEqual({
      name: "rowHidden",
      updateable: true,
      since: ["ExcelApi", "1.2"],
    });
    expect(sim.metadata.Range!.navigation.DataValidation).toEqual({
      name: "dataValidation",
      type: "DataValidation",
      since: ["ExcelApi", "1.8"],
    });
    expect(sim.metadata.ConditionalFormatCollection!.methods.Add).toMatchObject({
      type: "ConditionalFormat",
      writes: true,
    });
  });

  it.each(models)("%s", (type, model) => {
    const info = sim.metadata[type]!;
    expect(info, `a class ${type}`).toBeDefined();
    const strangers = [
      ...Object.keys(model.scalars ?? {}).filter((name) => info.scalars[name] === undefined),
      ...Object.keys(model.setters ?? {}).filter((name) => info.scalars[name]?.updateable !== true),
      ...Object.keys(model.navigation ?? {}).filter((name) => info.navigation[name] === undefined),
      ...Object.keys(model.objects ?? {}).filter((name) => info.methods[name]?.type === undefined),
      ...Object.keys(model.methods ?? {}).filter((name) => info.methods[name] === undefined || info.methods[name].type),
      ...(model.item !== undefined && info.item === undefined ? ["getItem"] : []),
      ...(model.items !== undefined && !info.isCollection ? ["items"] : []),
    ];
    expect(strangers).toEqual([]);
    const classes = Object.values(info.navigation).filter(({ type: to }) => sim.metadata[to] === undefined);
    expect(classes).toEqual([]);
  });

  it("every class handed out is modelled", () => {
    const missing: string[] = [];
    for (const [type, model] of models) {
      const info = sim.metadata[type]!;
      const handedOut = [
        ...Object.keys(model.navigation ?? {}).map((name) => info.navigation[name]!.type),
        ...Object.keys(model.objects ?? {}).map((name) => info.methods[name]!.type!),
      ];
      missing.push(...handedOut.filter((to) => MODELS[to] === undefined).map((to) => `${type} -> ${to}`));
    }
    expect(missing).toEqual([]);
  });

  it("events go by the library's own numbers", () => {
    const known = Object.fromEntries(
      Object.keys(EVENT_TYPE).map((name) => [name, sim.metadata.WorksheetCollection!.events[name]?.type]),
    );
    expect(EVENT_TYPE).toEqual(known);
  });
});

describe("simulated Excel: what is not modelled is refused by name", () => {
  const REFUSED: [string, (sheet: Excel.Worksheet) => unknown][] = [
    ["simulator: Worksheet.charts", (sheet) => sheet.charts.load("items/name")],
    ["simulator: Worksheet.tables", (sheet) => sheet.tables.getItemOrNullObject("T").load("name")],
    ["simulator: Range.clear", (sheet) => sheet.getRange("A1").clear()],
    ["simulator: Range.insert", (sheet) => sheet.getRange("A1").insert("Down")],
    ["simulator: Range.formulasR1C1", (sheet) => sheet.getRange("A1").load("formulasR1C1")],
    ["simulator: Range.rowHidden", (sheet) => Object.assign(sheet.getRange("A1"), { rowHidden: true })],
    ["simulator: RangeFormat.rowHeight", (sheet) => sheet.getRange("A1").format.load("rowHeight")],
    [
      'simulator: ConditionalFormatCollection.add("DataBar")',
      (sheet) => sheet.getRange("A1").conditionalFormats.add("DataBar"),
    ],
    ["simulator: calculation of =1+1", (sheet) => Object.assign(sheet.getRange("A1"), { values: [["=1+1"]] })],
    ["simulator: WorksheetProtection.protect", (sheet) => sheet.protection.protect()],
    ['simulator: the colour "pink"', (sheet) => Object.assign(sheet.getRange("A1").format.fill, { color: "pink" })],
    ["simulator: CellProperties.style", (sheet) => sheet.getRange("A1").getCellProperties({ style: true })],
  ];

  it.each(REFUSED)("%s", async (message, use) => {
    const run = sim.Excel.run(async (context) => {
      use(context.workbook.worksheets.getItem("S"));
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "ApiNotFound", message });
    expect(sim.book.values("S")).toEqual([["a"]]);
  });
});
