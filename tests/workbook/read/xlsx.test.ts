import { describe, expect, it } from "vitest";
import type { Cell } from "../../../shared/sheet/grid.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { makeXlsx, makeZip, row, type XlsxSource, xlsxParts } from "../makeXlsx.ts";

/** The cell A1 of a workbook whose row 1 is this XML. */
async function a1(xml: string, source: XlsxSource = {}): Promise<Cell | undefined> {
  const bytes = makeXlsx({ ...source, sheets: [{ data: `<row r="1">${xml}</row>` }] });
  return (await readWorkbook(bytes)).sheets[0]!.rows[0]?.[0];
}

const MARKED = "[$-107041E]d/m/bbbb;@";

describe("a cell of an .xlsx becomes the value the sheet shows, and nothing is guessed", () => {
  const strings = [
    "<si><t>ทต.ช่อแฮ</t></si>",
    '<si><t xml:space="preserve">  สอง  ช่อง </t></si>',
    "<si><t>บรรทัด_x000D_\nใหม่ _x005F_x000D_</t></si>",
    '<si><r><t>ศูนย์</t></r><r><rPr><b/><rFont val="TH SarabunPSK"/></rPr><t>พัฒนา</t></r></si>',
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
    '<si><r><rPr><rFont val="Wingdings 2"/></rPr><t>P</t></r></si>',
    '<si><r><rPr><rFont val="Wingdings 2"/></rPr><t>P</t></r><r><rPr><rFont val="TH SarabunPSK"/></rPr><t> ครบ</t></r></si>',
    '<si><r><rPr><rFont val="Wingdings 2"/></rPr><t>P</t></r><r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve">  </t></r></si>',
    '<si><r><rPr><rFont val="Arial"/></rPr><t>P</t></r></si>',
    "<si><r><t>P</t></r></si>",
    "<si/>",
    "<si><t><![CDATA[<ก&ข>]]></t></si>",
    "<si><t>=1+1</t></si>",
  ];
  const shared = (index: number, style = 0) => `<c r="A1" t="s" s="${style}"><v>${index}</v></c>`;
  const cases: [promise: string, xml: string, cell: Cell | undefined][] = [
    ["a whole number", '<c r="A1"><v>12</v></c>', 12],
    ["a decimal as stored", '<c r="A1" t="n"><v>0.30000000000000004</v></c>', 0.30000000000000004],
    ["an exponent", '<c r="A1"><v>1.5E+3</v></c>', 1500],
    ["a number with two decimals is no date", '<c r="A1" s="6"><v>12.5</v></c>', 12.5],
    ["a number in scientific format is no date", '<c r="A1" s="7"><v>12000</v></c>', 12000],
    ["a date keeps its serial and format", '<c r="A1" s="1"><v>45200</v></c>', { v: 45200, t: "d", fmt: "mm-dd-yy" }],
    ["a พ.ศ. year typed as ค.ศ. survives", '<c r="A1" s="2"><v>243770</v></c>', { v: 243770, t: "d", fmt: MARKED }],
    ["a time", '<c r="A1" s="4"><v>0.0625</v></c>', { v: 0.0625, t: "d", fmt: "h:mm" }],
    [
      "a date serial beyond the calendar stays a serial",
      '<c r="A1" s="1"><v>1E7</v></c>',
      { v: 1e7, t: "d", fmt: "mm-dd-yy" },
    ],
    ["an ISO date of a strict file", '<c r="A1" t="d"><v>2567-06-01</v></c>', { v: 243770, t: "d", fmt: "yyyy-mm-dd" }],
    [
      "an ISO date with time",
      '<c r="A1" t="d" s="1"><v>2024-06-01T12:00:00Z</v></c>',
      { v: 45444.5, t: "d", fmt: "mm-dd-yy" },
    ],
    ["true", '<c r="A1" t="b"><v>1</v></c>', true],
    ["false", '<c r="A1" t="b"><v>0</v></c>', false],
    ["an error", '<c r="A1" t="e"><v>#REF!</v></c>', { v: "#REF!", t: "e" }],
    ["a formula's last number", '<c r="A1"><f>B1*2</f><v>25</v></c>', 25],
    ["a formula's last text", '<c r="A1" t="str"><f>"ก"&amp;"ข"</f><v>กข</v></c>', "กข"],
    ["a formula's last error", '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { v: "#DIV/0!", t: "e" }],
    ["a formula never calculated is empty", '<c r="A1"><f>B1*2</f></c>', undefined],
    ["a formula that gives no text is empty", '<c r="A1" t="str"><f>""</f><v></v></c>', undefined],
    ["an empty cell with a style is empty", '<c r="A1" s="3"/>', undefined],
    ["a text", shared(0), "ทต.ช่อแฮ"],
    ["spaces are kept", shared(1), "  สอง  ช่อง "],
    ["escaped characters are decoded, an escaped escape is not", shared(2), "บรรทัด\r\nใหม่ _x000D_"],
    ["runs are one text", shared(3), "ศูนย์พัฒนา"],
    ["phonetic text is not the text", shared(4), "東京"],
    ["a run in a symbol font", shared(5), { v: "P", font: "Wingdings 2" }],
    ["a text only partly in a symbol font is its letters", shared(6), "P ครบ"],
    ["a space in another font shows nothing", shared(7), { v: "P  ", font: "Wingdings 2" }],
    ["a run's plain font beats the cell's symbol font", shared(8, 3), "P"],
    ["a run without a font has the cell's", shared(9, 3), { v: "P", font: "Wingdings 2" }],
    ["a text in the cell's symbol font", shared(12, 5), { v: "=1+1", font: "Wingdings" }],
    ["a number in a symbol font", '<c r="A1" s="3"><v>1</v></c>', { v: 1, font: "Wingdings 2" }],
    ["an empty text is empty", shared(10), undefined],
    ["CDATA", shared(11), "<ก&ข>"],
    ["a text that begins with = stays text", shared(12), "=1+1"],
    ["an inline text", '<c r="A1" t="inlineStr"><is><t>ก</t></is></c>', "ก"],
    [
      "an inline text of runs",
      '<c r="A1" t="inlineStr"><is><r><rPr><rFont val="Webdings"/></rPr><t>a</t></r></is></c>',
      { v: "a", font: "Webdings" },
    ],
    ["a cell without an address", "<c><v>7</v></c>", 7],
    ["an address in lower case with dollars", '<c r="$a$1"><v>7</v></c>', 7],
  ];
  it.each(cases)("%s", async (_, xml, cell) => {
    expect(await a1(xml, { strings })).toEqual(cell);
  });

  it("dates of a 1904 workbook are moved to the one date system; times are not", async () => {
    const date1904 = true;
    expect(await a1('<c r="A1" s="1"><v>43738</v></c>', { date1904 })).toEqual({ v: 45200, t: "d", fmt: "mm-dd-yy" });
    expect(await a1('<c r="A1" s="4"><v>0.5</v></c>', { date1904 })).toEqual({ v: 0.5, t: "d", fmt: "h:mm" });
    expect(await a1('<c r="A1"><v>43738</v></c>', { date1904 })).toBe(43738);
  });
});

describe("a sheet keeps what the checker needs and loses what only looks", () => {
  it("reads rows, gaps, merges, hidden rows and hidden sheets", async () => {
    const bytes = makeXlsx({
      sheets: [
        {
          name: "ต.ค.66",
          data: `${row(1, ["ที่", null, "ชื่อ"])}<row r="3" hidden="1"><c r="B3"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row>`,
          after: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B4:B3"/><mergeCell ref="A2"/></mergeCells>',
        },
        { name: "ซ่อน", state: "hidden", data: row(1, [1]) },
        { name: "ซ่อนลึก", state: "veryHidden" },
      ],
    });
    expect(await readWorkbook(bytes, { fileName: "รายงาน.xlsx" })).toEqual({
      fileName: "รายงาน.xlsx",
      names: [],
      sheets: [
        {
          sheet: "ต.ค.66",
          rows: [["ที่", null, "ชื่อ"], [], [null, 1], [2]],
          merges: ["A1:C1", "B3:B4"],
          hiddenRows: [3],
        },
        { sheet: "ซ่อน", rows: [[1]], hidden: true },
        { sheet: "ซ่อนลึก", rows: [], hidden: true },
      ],
    });
  });

  it("formatting, hidden rows, merges and validations down to the last row leave no trace", async () => {
    const far = Array.from(
      { length: 50 },
      (_, i) => `<row r="${1_048_576 - 49 + i}" hidden="1"><c s="2"/><c r="XFD${1_048_576 - 49 + i}" s="1"/></row>`,
    );
    const bytes = makeXlsx({
      sheets: [
        {
          before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="1000000000" width="9" style="2"/></cols>',
          data: row(1, ["ก", "ข"]) + row(2, [1, 2]) + far.join(""),
          after:
            '<autoFilter ref="A1:XFD1048576"/><mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="D9:E99"/></mergeCells><dataValidations count="1"><dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
        },
      ],
    });
    expect((await readWorkbook(bytes)).sheets).toEqual([
      {
        sheet: "Sheet1",
        rows: [
          ["ก", "ข"],
          [1, 2],
        ],
        merges: ["A1:A2", "A1:B2"],
      },
    ]);
  });

  it("a blank typed far away by accident is not data", async () => {
    const bytes = makeXlsx({
      sheets: [{ data: `${row(1, ["ก"])}<row r="1048576"><c r="XFD1048576" t="str"><v>  </v></c></row>` }],
    });
    expect((await readWorkbook(bytes)).sheets[0]!.rows).toEqual([["ก"]]);
  });

  it("names come with their values, the workbook's own before those of a sheet", async () => {
    const names =
      '<definedName name="RUAM_ID" localSheetId="0">"copy|1|54||"</definedName><definedName name="RUAM_ID" hidden="1">"childcare-clips|1|54|2023-10|"</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$2</definedName>';
    expect((await readWorkbook(makeXlsx({ names }))).names).toEqual([
      { name: "RUAM_ID", value: '"childcare-clips|1|54|2023-10|"' },
      { name: "RUAM_ID", value: '"copy|1|54||"' },
      { name: "_xlnm.Print_Titles", value: "Sheet1!$1:$2" },
    ]);
  });
});

describe("legal but unusual files read like ordinary ones", () => {
  const plain = [["ก", 1], [], ["ข"]];

  it("rows and cells without addresses", async () => {
    const data =
      '<row><c t="inlineStr"><is><t>ก</t></is></c><c><v>1</v></c></row><row/><row><c t="str"><v>ข</v></c></row>';
    expect((await readWorkbook(makeXlsx({ sheets: [{ data }] }))).sheets[0]!.rows).toEqual(plain);
  });

  it("rows and cells in any order", async () => {
    const data =
      '<row r="3"><c r="A3" t="str"><v>ข</v></c></row><row r="1"><c r="B1"><v>1</v></c><c r="A1" t="str"><v>ก</v></c></row>';
    expect((await readWorkbook(makeXlsx({ sheets: [{ data }] }))).sheets[0]!.rows).toEqual(plain);
  });

  it("prefixed tags, absolute targets, parts of another name and case", async () => {
    const parts = xlsxParts({ sheets: [{}] });
    const office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const rels = (target: string, kind: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="q" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
    const bytes = makeZip({
      "[Content_Types].xml": parts["[Content_Types].xml"]!,
      "_rels/.rels": rels("/Book/Main.xml", "officeDocument"),
      "book/main.xml": `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="${office}"><x:sheets><x:sheet name="ก" sheetId="9" q:id="q"/></x:sheets></x:workbook>`,
      "book/_rels/main.xml.rels": rels("../Data/./one.xml", "worksheet"),
      "data/one.xml":
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ก</x:t></x:is></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c r="A3" t="str"><x:v>ข</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await readWorkbook(bytes)).toEqual({ names: [], sheets: [{ sheet: "ก", rows: plain }] });
  });

  it("parts in UTF-16, parts stored unpacked, no styles, no shared strings", async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c t="str"><v>ก</v></c><c><v>1</v></c></row><row/><row><c t="str"><v>ข</v></c></row></sheetData></worksheet>';
    const utf16 = new Uint8Array(2 + 2 * xml.length);
    utf16.set([0xff, 0xfe]);
    new Uint16Array(utf16.buffer, 2).set([...xml].map((char) => char.charCodeAt(0)));
    const bytes = makeXlsx({
      level: 0,
      parts: {
        "xl/worksheets/sheet1.xml": utf16,
        "xl/styles.xml": null,
        "xl/sharedStrings.xml": null,
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
    });
    expect((await readWorkbook(bytes)).sheets[0]!.rows).toEqual(plain);
  });

  it("chart sheets are no sheets of cells", async () => {
    const parts = xlsxParts({ sheets: [{ name: "ก", data: row(1, [1]) }, { name: "กราฟ" }] });
    const rels = parts["xl/_rels/workbook.xml.rels"] as string;
    parts["xl/_rels/workbook.xml.rels"] = rels.replace(
      'worksheet" Target="worksheets/sheet2.xml',
      'chartsheet" Target="chartsheets/sheet1.xml',
    );
    expect((await readWorkbook(makeZip(parts))).sheets.map(({ sheet }) => sheet)).toEqual(["ก"]);
  });
});
