import { describe, expect, it } from "vitest";
import { shiftFormula } from "../../../shared/workbook/edit/shiftFormula.ts";
import { editWorkbook } from "../../../shared/workbook/edit.ts";
import { makeXlsx, type XlsxSource } from "../makeXlsx.ts";
import { changedParts, partOf } from "./parts.ts";

describe("shiftFormula: down 2, right 1", () => {
  const rows: [formula: string, moved: string][] = [
    ["A1+1", "B3+1"],
    ["$A1+A$1+$A$1", "$A3+B$1+$A$1"],
    ["SUM(a1:xfc9)", "SUM(B3:XFD11)"],
    ["SUM(A:B)+SUM($A:B)+SUM(1:3)+SUM($1:3)", "SUM(B:C)+SUM($A:C)+SUM(3:5)+SUM($1:5)"],
    ['LOG10(A1)&"A1 ""B2"""&\'A1\'!A1&Data1!A1', 'LOG10(B3)&"A1 ""B2"""&\'A1\'!B3&Data1!B3'],
    ["[1]Sheet1!A1+Table1[[#This Row],[A1]]+T1[A']1]", "[1]Sheet1!B3+Table1[[#This Row],[A1]]+T1[A']1]"],
    ["ยอดA1+A1_x+_A1+A1.b+ZZZ9+XFD1", "ยอดA1+A1_x+_A1+A1.b+ZZZ9+#REF!"],
    ["1E5+2.5E+3+TRUE+A1%", "1E5+2.5E+3+TRUE+B3%"],
    ["A1048575", "#REF!"],
    ['IF(A1="","",ROW(A1)-ROW($A$5))', 'IF(B3="","",ROW(B3)-ROW($A$5))'],
    ["", ""],
    ['"open A1', '"open B3'],
  ];
  it.each(rows)("%s", (formula, moved) => expect(shiftFormula(formula, 2, 1)).toBe(moved));

  it("comes back when shifted back", () => {
    expect(shiftFormula(shiftFormula("A10+$B10:C$3*D:D", 5, 2), -5, -2)).toBe("A10+$B10:C$3*D:D");
  });
});

const one = (data: string): XlsxSource => ({ sheets: [{ data }] });
const SHEET = "xl/worksheets/sheet1.xml";
const edit = (source: XlsxSource, cell: string, value: number | null = 9) =>
  editWorkbook(makeXlsx(source), [{ sheet: "Sheet1", cell, value }]);
const rowsOf = (xml: string) => /<sheetData>(.*)<\/sheetData>/s.exec(xml)![1];

describe("shared formulas", () => {
  const master = '<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">A1+1&amp;"&lt;"</f><v>2</v></c></row>';
  const members =
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row><row r="4"><c r="A4" s="6"><f t="shared" si="0"></f><v>4</v></c></row>';

  it("an edited member leaves the others as they are", async () => {
    expect(rowsOf(partOf(await edit(one(master + members), "A3"), SHEET))).toBe(
      (master + members).replace('<c r="A3"><f t="shared" si="0"/><v>3</v></c>', '<c r="A3"><v>9</v></c>'),
    );
  });

  it("when the cell with the text is edited, each member gets its own formula and keeps its value", async () => {
    expect(rowsOf(partOf(await edit(one(master + members), "A2"), SHEET))).toBe(
      '<row r="2"><c r="A2"><v>9</v></c></row>' +
        '<row r="3"><c r="A3"><f>A2+1&amp;&quot;&lt;&quot;</f><v>3</v></c></row>' +
        '<row r="4"><c r="A4" s="6"><f>A3+1&amp;&quot;&lt;&quot;</f><v>4</v></c></row>',
    );
  });

  it("an id used again belongs to the text before it", async () => {
    const again =
      '<row r="5"><c r="B5"><f t="shared" ref="B5:B6" si="0">B4*2</f></c></row><row r="6"><c r="B6"><f t="shared" si="0"/></c></row>';
    const xml = partOf(await edit(one(master + members + again), "B5"), SHEET);
    expect(rowsOf(xml)).toBe(
      `${master + members}<row r="5"><c r="B5"><v>9</v></c></row><row r="6"><c r="B6"><f>B5*2</f></c></row>`,
    );
  });

  it("all edited at once", async () => {
    const after = await editWorkbook(
      makeXlsx(one(master + members)),
      ["A2", "A3", "A4"].map((cell) => ({ sheet: "Sheet1", cell, value: null })),
    );
    expect(rowsOf(partOf(after, SHEET))).toBe(
      '<row r="2"><c r="A2"/></row><row r="3"><c r="A3"/></row><row r="4"><c r="A4" s="6"/></row>',
    );
  });

  it("refuses formulas that would grow without end", async () => {
    const long = `<row r="1"><c r="A1"><f t="shared" ref="A1:A3000" si="0">${"A1+".repeat(3000)}1</f></c></row>`;
    const many = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><f t="shared" si="0"/></c></row>`,
    );
    await expect(edit(one(long + many.join("")), "A1")).rejects.toMatchObject({ code: "formula-block" });
  });
});

describe("the calculation chain", () => {
  const CHAIN = "xl/calcChain.xml";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const formula = (cell: string) => `<c r="${cell}"><f>1</f><v>1</v></c>`;
  const data = `<row r="1">${formula("A1")}${formula("B1")}<c r="C1"><v>1</v></c></row>`;
  const mention =
    '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>';
  const relation = `<Relationship Id="rIdC" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`;

  function withChain(chain: string): Uint8Array {
    const source: XlsxSource = { sheets: [{ data }, { data }] };
    const plain = makeXlsx(source);
    return makeXlsx({
      ...source,
      parts: {
        [CHAIN]: `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${chain}</calcChain>`,
        "[Content_Types].xml": partOf(plain, "[Content_Types].xml").replace("</Types>", `${mention}</Types>`),
        "xl/_rels/workbook.xml.rels": partOf(plain, "xl/_rels/workbook.xml.rels").replace(
          "</Relationships>",
          `${relation}</Relationships>`,
        ),
      },
    });
  }
  const inside = (xml: string) => xml.replace(/^<[^>]*>|<[^>]*>$/g, "");

  const rows: [what: string, chain: string, cells: [sheet: string, cell: string][], becomes: string][] = [
    ["the last entry", '<c r="A1" i="1"/><c r="B1"/>', [["Sheet1", "B1"]], '<c r="A1" i="1"/>'],
    [
      "the sheet goes on to the next",
      '<c r="A1" i="1"/><c r="B1" l="1"/>',
      [["Sheet1", "A1"]],
      '<c r="B1" l="1" i="1"/>',
    ],
    [
      "the next of another sheet",
      '<c r="A1" i="1"/><c r="A1" i="2"></c><c r="B1"/>',
      [["Sheet1", "A1"]],
      '<c r="A1" i="2"></c><c r="B1"/>',
    ],
    [
      "between two sheets",
      '<c r="A1" i="1"/><c r="A1" i="2"/><c r="B1"/><c r="B1" i="1"/>',
      [["Sheet2", "A1"]],
      '<c r="A1" i="1"/><c r="B1" i="2"/><c r="B1" i="1"/>',
    ],
    [
      "a value is in no chain",
      '<c r="A1" i="1"/>',
      [
        ["Sheet1", "C1"],
        ["Sheet1", "D1"],
      ],
      '<c r="A1" i="1"/>',
    ],
    ["a formula not in the chain", '<c r="A1" i="1"/>', [["Sheet1", "B1"]], '<c r="A1" i="1"/>'],
  ];
  it.each(rows)("%s", async (_, chain, cells, becomes) => {
    const before = withChain(chain);
    const after = await editWorkbook(
      before,
      cells.map(([sheet, cell]) => ({ sheet, cell, value: 5 })),
    );
    expect(inside(partOf(after, CHAIN))).toBe(becomes);
    const sheets = [...new Set(cells.map(([sheet]) => `xl/worksheets/${sheet.toLowerCase()}.xml`))];
    expect(changedParts(before, after).sort()).toEqual([...(chain === becomes ? [] : [CHAIN]), ...sheets].sort());
  });

  it("left empty, it goes, and what mentions it", async () => {
    const before = withChain('<c r="A1" i="2"/>');
    const after = await editWorkbook(before, [{ sheet: "Sheet2", cell: "A1", value: 5 }]);
    const types = partOf(before, "[Content_Types].xml");
    const relations = partOf(before, "xl/_rels/workbook.xml.rels");
    expect(partOf(after, "[Content_Types].xml")).toBe(types.replace(mention, ""));
    expect(partOf(after, "xl/_rels/workbook.xml.rels")).toBe(relations.replace(relation, ""));
    expect(changedParts(before, after)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheet2.xml",
      CHAIN,
    ]);
    expect(() => partOf(after, CHAIN)).toThrow();
  });
});
