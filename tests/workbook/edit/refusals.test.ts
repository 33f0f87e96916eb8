import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { CannotEdit, type CellEdit, editCsv, editWorkbook } from "../../../shared/workbook/edit.ts";
import { UnreadableFile } from "../../../shared/workbook/read.ts";
import { HOSTILE_FILES } from "../../hostile/workbookFiles.ts";
import { escapeXml, makeXlsx, makeZip, type XlsxSource } from "../makeXlsx.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const table = (attributes: string): XlsxSource => ({
  sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
  parts: {
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`,
    "xl/tables/table1.xml": `<table ref="B2:D9" ${attributes}/>`,
  },
});
const merged: XlsxSource = { sheets: [{ after: '<mergeCells><mergeCell ref="$B$2:C4"/></mergeCells>' }] };
const block = (formula: string): XlsxSource => ({
  sheets: [{ data: `<row r="2"><c r="B2">${formula}<v>1</v></c><c r="C2"><v>1</v></c></row>` }],
});

describe("what is not edited gets a typed error, and nothing is written", () => {
  const rows: [what: string, source: XlsxSource, edit: Partial<CellEdit>, code: string, params: object][] = [
    ["no such sheet", {}, { sheet: "sheet1" }, "no-such-sheet", { sheet: "sheet1" }],
    ["no address", {}, { cell: "1A" }, "bad-cell", { cell: "1A" }],
    ["a range", {}, { cell: "A1:B2" }, "bad-cell", { cell: "A1:B2" }],
    ["row 0", {}, { cell: "A0" }, "bad-cell", { cell: "A0" }],
    ["a column no report has", {}, { cell: "ZZ1" }, "bad-cell", { cell: "ZZ1" }],
    ["a row no report has", {}, { cell: "A200001" }, "bad-cell", { cell: "A200001" }],
    ["infinity", {}, { value: Number.POSITIVE_INFINITY }, "bad-value", { cell: "B3" }],
    ["not a number", {}, { value: Number.NaN }, "bad-value", { cell: "B3" }],
    ["a text too long", {}, { value: "ก".repeat(32_768) }, "bad-value", { cell: "B3" }],
    ["covered by a merge, below", merged, {}, "merged-cell", { sheet: "Sheet1", cell: "B3", range: "B2:C4" }],
    [
      "covered by a merge, right",
      merged,
      { cell: "C2" },
      "merged-cell",
      { sheet: "Sheet1", cell: "C2", range: "B2:C4" },
    ],
    [
      "clearing what a merge covers",
      merged,
      { value: null },
      "merged-cell",
      { sheet: "Sheet1", cell: "B3", range: "B2:C4" },
    ],
    [
      "in an array formula",
      block('<f t="array" ref="B2:C3">X()</f>'),
      {},
      "formula-block",
      { sheet: "Sheet1", cell: "B3", range: "B2:C3" },
    ],
    [
      "at the head of one",
      block('<f t="array" ref="B2:C3">X()</f>'),
      { cell: "B2" },
      "formula-block",
      { sheet: "Sheet1", cell: "B2", range: "B2:C3" },
    ],
    [
      "in a data table",
      block('<f t="dataTable" ref="B2:B3" r1="A1"/>'),
      {},
      "formula-block",
      { sheet: "Sheet1", cell: "B3", range: "B2:B3" },
    ],
    ["a table's heading", table(""), { cell: "D2" }, "table-heading", { sheet: "Sheet1", cell: "D2", range: "B2:D2" }],
    [
      "a table's total",
      table('totalsRowCount="1"'),
      { cell: "B9" },
      "table-heading",
      { sheet: "Sheet1", cell: "B9", range: "B9:D9" },
    ],
    ["a signed file", { parts: { "_xmlsignatures/origin.sigs": "" } }, {}, "not-editable", { kind: "signed" }],
  ];
  it.each(rows)("%s", async (_, source, edit, code, params) => {
    const good = { sheet: "Sheet1", cell: "A1", value: 1 };
    const promise = editWorkbook(makeXlsx(source), [good, { sheet: "Sheet1", cell: "B3", value: 1, ...edit }]);
    await expect(promise).rejects.toBeInstanceOf(CannotEdit);
    await expect(promise).rejects.toMatchObject({ code, params });
  });

  it.each([
    ["a table's body", table('totalsRowCount="1"'), "B8"],
    ["a table without heading", table('headerRowCount="0"'), "B2"],
    ["a merge's first cell", merged, "B2"],
    ["beside a merge", merged, "D3"],
  ])("but %s is", async (_, source, cell) => {
    await expect(editWorkbook(makeXlsx(source), [{ sheet: "Sheet1", cell, value: 1 }])).resolves.toBeInstanceOf(
      Uint8Array,
    );
  });
});

describe("a file that cannot be read is refused as the reader refuses it", () => {
  const sheet = "xl/worksheets/sheet1.xml";
  const whole = makeXlsx({ sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
  const stored = makeXlsx({ sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }], level: 0 });
  const flipped = () => {
    const at = Buffer.from(stored).indexOf("<v>1</v>") + 3;
    return stored.map((byte, i) => (i === at ? byte ^ 1 : byte));
  };
  const rows: [what: string, bytes: Uint8Array, code: string][] = [
    ["nothing", new Uint8Array(), "empty"],
    ["truncated", whole.subarray(0, whole.length - 10), "truncated"],
    ["a flipped bit", flipped(), "crc"],
    [
      "a DTD",
      makeXlsx({ parts: { [sheet]: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>' } }),
      "dtd",
    ],
    ["no XML", makeXlsx({ parts: { [sheet]: "<worksheet><sheetData></worksheet>" } }), "damaged"],
    ["not UTF-8", makeXlsx({ parts: { [sheet]: new Uint8Array([0x3c, 0xff, 0x3e]) } }), "damaged"],
    ["a sheet without data", makeXlsx({ parts: { [sheet]: "<worksheet/>" } }), "damaged"],
    ["a part that is not there", makeXlsx({ parts: { [sheet]: null } }), "damaged"],
    ["a cell nowhere", makeXlsx({ sheets: [{ data: '<row r="1"><c r="ZZZZ1"/></row>' }] }), "damaged"],
    [
      "deep nesting",
      makeXlsx({ parts: { [sheet]: `<worksheet><sheetData/>${"<a>".repeat(500)}${"</a>".repeat(500)}</worksheet>` } }),
      "damaged",
    ],
    ["an archive", makeZip({ "a.txt": "a" }), "zip-archive"],
    ["macros", makeXlsx({ parts: { "xl/vbaProject.bin": "x" } }), "macros"],
    ["a page", strToU8("<html><table></table></html>"), "html-renamed"],
    ["a bomb", makeXlsx({ parts: { [sheet]: " ".repeat(3_000_000) } }), "zip-bomb"],
  ];
  it.each(rows)("%s", async (_, bytes, code) => {
    const promise = editWorkbook(bytes, [{ sheet: "Sheet1", cell: "A1", value: 1 }]);
    await expect(promise).rejects.toBeInstanceOf(UnreadableFile);
    await expect(promise).rejects.toMatchObject({ code });
  });

  it.each(HOSTILE_FILES.map((file) => [file.name, file] as const))("hostile: %s", async (_, { bytes, code }) => {
    const promise = editWorkbook(bytes(), [{ sheet: "Sheet1", cell: "A1", value: 1 }]);
    await expect(promise).rejects.toBeInstanceOf(UnreadableFile);
    await expect(promise).rejects.toMatchObject({ code });
  });

  it("more than the limits allow", async () => {
    const promise = editWorkbook(whole, [], { limits: { fileBytes: 10 } });
    await expect(promise).rejects.toMatchObject({ code: "too-large" });
  });
});

describe("other kinds of file", () => {
  const ods = makeZip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content xmlns:office="o" xmlns:table="t"><office:body><office:spreadsheet><table:table table:name="${escapeXml("ก")}"><table:table-row><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
  });

  it("say what they are", async () => {
    await expect(editWorkbook(strToU8("a,b\n"), [])).rejects.toMatchObject({
      code: "not-editable",
      params: { kind: "csv" },
    });
    await expect(editWorkbook(ods, [])).rejects.toMatchObject({ code: "not-editable", params: { kind: "ods" } });
    await expect(editCsv(makeXlsx(), [])).rejects.toMatchObject({ code: "not-editable", params: { kind: "xlsx" } });
    await expect(editCsv(strToU8('a,"b\n'), [])).rejects.toMatchObject({ code: "csv-quote" });
    await expect(editCsv(strToU8("a"), [{ cell: "A", value: 1 }])).rejects.toMatchObject({ code: "bad-cell" });
  });
});
