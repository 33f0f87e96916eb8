import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "./index.ts";

/*
 * The other recorded conversations, by what Excel answers to each action in turn. Ids of the things made are ours; the shapes,
 * and which action is answered with what, are those recorded with the genuine library.
 */

let sim: ExcelSim;
beforeEach(async () => {
  const rows = [
    ["id", "qty"],
    ["a", 7],
  ];
  sim = await startExcel({ grids: [{ sheet: "Report", rows }] });
  sim.wire.recording = true;
});
afterEach(() => sim.close());

const SHEET = { Id: "{00000000-0001-0000-0001-000000000000}" };
const NEXT = { Id: "{00000000-0001-0000-0002-000000000000}" };
const REF = { _ReferenceId: "ref1" };

type Work = (context: Excel.RequestContext) => unknown;

const report = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Report");

const CASES: [string, number, Work, unknown[]][] = [
  [
    "fill colour, font colour, a nested load",
    1,
    (context) => {
      const range = report(context).getRange("B2");
      range.format.fill.color = "#ffc7ce";
      range.format.font.color = "#9C0006";
      range.load("format/fill/color");
    },
    [{}, {}, SHEET, {}, null, REF, {}, {}, null, {}, null, { ...REF, Format: { Fill: { Color: "#FFC7CE" } } }],
  ],
  [
    "a conditional format",
    1,
    (context) => {
      const format = report(context).getRange("B2:B20").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=B2<0";
      format.custom.format.font.color = "#FF0000";
      format.load("id,type");
    },
    [{}, {}, SHEET, {}, null, REF, {}, NEXT, {}, {}, null, {}, {}, null, { ...NEXT, Type: "Custom" }],
  ],
  [
    "a comment",
    1,
    ({ workbook }) => workbook.comments.add("Report!B2", "Negative").load("content,id"),
    [{}, {}, NEXT, { ...NEXT, Content: "Negative" }],
  ],
  ["listening to a sheet", 1, (context) => report(context).onChanged.add(async () => {}), [{}, {}, SHEET, null, null]],
  [
    "listening to all sheets, which is no write from ExcelApi 1.12 on",
    0,
    ({ workbook }) => workbook.worksheets.onChanged.add(async () => {}),
    [{}, {}, null, null],
  ],
  [
    "events switched off",
    1,
    (context) => {
      context.runtime.enableEvents = false;
    },
    [{}, {}, null],
  ],
];

describe("simulated Excel: answers as recorded with the genuine office.js", () => {
  it.each(CASES)("%s", async (name, flags, work, values) => {
    await sim.Excel.run(async (context) => {
      await work(context);
      await context.sync();
    });
    const [first] = sim.wire.recordings;
    const answers = first!.response.Results.map(({ Value }) => Value);
    expect(first!.flags).toBe(flags);
    expect(answers).toEqual(values);
    expect(first!.response.TraceIds.length).toBe(name.startsWith("listening") ? 1 : 0);
  });
});
