import { describe, expect, it } from "vitest";
import { readWorkbook, UnreadableFile } from "../../../shared/workbook/read.ts";
import {
  cell,
  cellFormat,
  compoundFile,
  font,
  makeXls,
  miniCompoundFile,
  record,
  sst,
  u16,
  u32,
  wide,
  workbookStream,
} from "../makeXls.ts";

async function rowsOf(globals: number[], records: number[]) {
  const bytes = compoundFile({ Workbook: workbookStream(globals, [{ name: "ก", records }]) });
  return (await readWorkbook(bytes)).sheets[0]!.rows;
}

describe("an Excel 97-2003 workbook gives the same grid as an .xlsx would", () => {
  it("values, dates, fonts, formulas, errors, merges, hidden rows and sheets, the identity", async () => {
    expect(await readWorkbook(makeXls())).toEqual({
      names: [{ name: "RUAM_ID", value: '"x|1|54|||"' }],
      sheets: [
        {
          sheet: "ต.ค.66",
          rows: [
            ["จังหวัด", { v: "P", font: "Wingdings 2" }],
            [{ v: 243770, t: "d", fmt: "d/m/bbbb" }, 7, 1, 8],
            [true, { v: "#REF!", t: "e" }, 2.5, "กข"],
          ],
          merges: ["A1:A3"],
          hiddenRows: [2],
        },
        { sheet: "ซ่อน", rows: [], hidden: true },
      ],
    });
  });

  it.each([
    ["an integer", (1234 << 2) | 2, 1234],
    ["a negative integer", ((-5 << 2) | 2) >>> 0, -5],
    ["hundredths", (1234 << 2) | 3, 12.34],
    ["the top of a double", 0x3ff80000, 1.5],
    ["hundredths of a double", 0x40590000 | 1, 1],
  ])("an RK number: %s", async (_, raw, value) => {
    expect(await rowsOf([], cell.rk(0, 0, raw))).toEqual([[value]]);
  });

  it("a text cut by a CONTINUE record goes on, in wide or narrow letters", async () => {
    const table = [
      ...record(0xfc, u32(2), u32(2), u16(6), [1], ...["กข"].map((text) => wide(text).slice(1))),
      ...record(0x3c, [0], [0x41, 0x42]),
      ...record(0x3c, [1], wide("คง").slice(1), u16(1), wide("ฮ")),
    ];
    expect(await rowsOf(table, [...cell.text(0, 0, 0), ...cell.text(0, 1, 1)])).toEqual([["กขABคง", "ฮ"]]);
  });

  it("runs in a symbol font, phonetic text behind the text", async () => {
    const globals = [
      ...["TH SarabunPSK", "A", "B", "C", "Wingdings"].flatMap(font),
      ...cellFormat(0, 0),
      ...cellFormat(5, 0),
      ...record(
        0xfc,
        u32(3),
        u32(3),
        [...u16(1), 9, ...u16(1), ...u16(80), ...u16(0), ...u16(5)],
        [...u16(2), 9, ...u16(1), ...wide("Pก").slice(1), ...u16(1), ...u16(0)],
        [...u16(1), 5, ...u32(3), ...wide("東").slice(1), 1, 2, 3],
      ),
    ];
    const records = [...cell.text(0, 0, 0), ...cell.text(0, 1, 1), ...cell.text(0, 2, 2), ...cell.text(0, 3, 1, 1)];
    expect(await rowsOf(globals, records)).toEqual([[{ v: "P", font: "Wingdings" }, "Pก", "東", "Pก"]]);
  });

  it("a 1904 workbook's dates are moved to the one date system", async () => {
    const globals = [...record(0x22, u16(1)), ...font("A"), ...cellFormat(0, 14), ...cellFormat(0, 20)];
    expect(await rowsOf(globals, [...cell.number(0, 0, 43738, 0), ...cell.number(0, 1, 0.5, 1)])).toEqual([
      [
        { v: 45200, t: "d", fmt: "mm-dd-yy" },
        { v: 0.5, t: "d", fmt: "h:mm" },
      ],
    ]);
  });

  it("a small stream in the mini stream", async () => {
    const stream = workbookStream(sst(["ก".repeat(300)]), [{ name: "ก", records: cell.text(0, 0, 0) }]);
    const bytes = miniCompoundFile("Workbook", stream);
    expect((await readWorkbook(bytes)).sheets[0]!.rows).toEqual([["ก".repeat(300)]]);
    // The table of pieces is the third sector; the stream begins at its last piece.
    const biting = bytes.slice();
    const last = Math.ceil(stream.length / 64) - 1;
    biting.set(u32(last), 512 * 3 + 4 * last);
    await expect(readWorkbook(biting)).rejects.toBeInstanceOf(UnreadableFile);
  });

  it("a chart lying on the sheet hides nothing that follows it", async () => {
    const chart = [
      ...record(0x809, u16(0x600), u16(0x20), u32(0), u32(0), u32(0)),
      ...cell.number(5, 5, 9),
      ...record(0x0a),
    ];
    const records = [
      ...cell.text(0, 0, 0),
      ...chart,
      ...cell.number(0, 1, 2),
      ...record(0xe5, u16(1), u16(0), u16(0), u16(0), u16(1)),
    ];
    const bytes = compoundFile({ Workbook: workbookStream(sst(["ก"]), [{ name: "ก", records }]) });
    expect((await readWorkbook(bytes)).sheets).toEqual([{ sheet: "ก", rows: [["ก", 2]], merges: ["A1:B1"] }]);
  });
});
