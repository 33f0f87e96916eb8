import { describe, expect, it } from "vitest";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { editWorkbook } from "../../../shared/workbook/edit.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { makeXlsx, type SheetSource } from "../makeXlsx.ts";
import { changedParts, partOf } from "./parts.ts";

const SHEET = "xl/worksheets/sheet1.xml";

/** What stands in `<worksheet>` after edits of the only sheet, and every part that changed. */
async function edited(sheet: SheetSource, edits: [cell: string, value: Scalar][]) {
  const before = makeXlsx({ strings: ["<si><t>เดิม</t></si>"], sheets: [sheet] });
  const after = await editWorkbook(
    before,
    edits.map(([cell, value]) => ({ sheet: "Sheet1", cell, value })),
  );
  const xml = partOf(after, SHEET);
  const inside = xml.slice(xml.indexOf("<worksheet"), xml.lastIndexOf("</")).replace(/^<[^>]*>/, "");
  return { inside, changed: changedParts(before, after), after };
}

describe("a cell that is there", () => {
  const rows: [what: string, cell: string, value: Scalar, becomes: string][] = [
    ["a number", '<c r="A1" s="6"><v>1</v></c>', 2.5, '<c r="A1" s="6"><v>2.5</v></c>'],
    [
      "a shared text becomes its own",
      '<c r="A1" s="6" t="s"><v>0</v></c>',
      "ทต.ช่อแฮ",
      '<c r="A1" s="6" t="inlineStr"><is><t>ทต.ช่อแฮ</t></is></c>',
    ],
    ["a text that looks like a formula", '<c r="A1"/>', "=1+1", '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>'],
    ["a text that looks like a number", '<c r="A1"/>', "007", '<c r="A1" t="inlineStr"><is><t>007</t></is></c>'],
    ["true", '<c r="A1" s="1"><v>7</v></c>', true, '<c r="A1" s="1" t="b"><v>1</v></c>'],
    ["false", '<c r="A1" t="b"><v>1</v></c>', false, '<c r="A1" t="b"><v>0</v></c>'],
    ["null keeps the format", '<c r="A1" s="6" t="s"><v>0</v></c>', null, '<c r="A1" s="6"/>'],
    ["an empty text clears too", '<c r="A1" s="6"><v>3</v></c>', "", '<c r="A1" s="6"/>'],
    ["null where nothing is", '<c r="A1" s="6" />', null, '<c r="A1" s="6" />'],
    ["an error", '<c r="A1" t="e"><v>#REF!</v></c>', 1, '<c r="A1"><v>1</v></c>'],
    ["a formula goes", '<c r="A1" s="6"><f>1+1</f><v>2</v></c>', 3, '<c r="A1" s="6"><v>3</v></c>'],
    ["a formula is cleared", '<c r="A1" t="str"><f>"x"</f><v>x</v></c>', null, '<c r="A1"/>'],
    [
      "a one-cell array formula with its metadata",
      '<c r="A1" cm="1" vm="2"><f t="array" ref="A1">X()</f><v>2</v></c>',
      3,
      '<c r="A1"><v>3</v></c>',
    ],
    [
      "extensions stay",
      '<c r="A1"><v>2</v><extLst><ext uri="{1}"><w n="9"/></ext></extLst></c>',
      3,
      '<c r="A1"><v>3</v><extLst><ext uri="{1}"><w n="9"/></ext></extLst></c>',
    ],
    [
      "entities",
      '<c r="A1"/>',
      `a<b>&"c"']]>`,
      `<c r="A1" t="inlineStr"><is><t>a&lt;b&gt;&amp;&quot;c&quot;']]&gt;</t></is></c>`,
    ],
    ["white space", '<c r="A1"/>', " a\nb ", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>'],
    [
      "characters XML has not",
      '<c r="A1"/>',
      "a\rb\u0001\ud800_x0041_",
      '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x0001__xD800__x005F_x0041_</t></is></c>',
    ],
    ["no address: the first", "<c><v>1</v></c><c><v>2</v></c>", 3, "<c><v>3</v></c><c><v>2</v></c>"],
    [
      "the same cell twice: both",
      '<c r="A1"><v>1</v></c><c r="$a$1"><v>2</v></c>',
      3,
      '<c r="A1"><v>3</v></c><c r="$a$1"><v>3</v></c>',
    ],
    [
      "odd writing of the tag",
      "<c\n r='A1'  s = '6' ph='&gt; t=&quot;s&quot;' t='s' ><v>0</v></c >",
      3,
      "<c\n r='A1'  s = '6' ph='&gt; t=&quot;s&quot;' ><v>3</v></c>",
    ],
  ];
  it.each(rows)("%s", async (_, cell, value, becomes) => {
    const { inside, changed, after } = await edited({ data: `<row r="1" ht="20">${cell}</row>` }, [["A1", value]]);
    expect(inside).toBe(`<sheetData><row r="1" ht="20">${becomes}</row></sheetData>`);
    expect(changed).toEqual(cell === becomes ? [] : [SHEET]);
    const read = (await readWorkbook(after)).sheets[0]!.rows[0]?.[0] ?? null;
    expect(typeof read === "object" && read !== null ? read.v : read).toEqual(value === "" ? null : value);
  });
});

describe("a cell that is not there yet", () => {
  const A = '<c r="A2"><v>1</v></c>';
  const D = '<c r="D2"><v>4</v></c>';
  const rows: [what: string, sheet: SheetSource, edits: [string, Scalar][], becomes: string][] = [
    [
      "between two",
      { data: `<row r="2">${A}${D}</row>` },
      [["B2", 2]],
      `<sheetData><row r="2">${A}<c r="B2"><v>2</v></c>${D}</row></sheetData>`,
    ],
    [
      "before all",
      { data: `<row r="2">${D}</row>` },
      [["B2", 2]],
      `<sheetData><row r="2"><c r="B2"><v>2</v></c>${D}</row></sheetData>`,
    ],
    [
      "behind all, several",
      { data: `<row r="2">${A}</row>` },
      [
        ["E2", 5],
        ["C2", 3],
      ],
      `<sheetData><row r="2">${A}<c r="C2"><v>3</v></c><c r="E2"><v>5</v></c></row></sheetData>`,
    ],
    [
      "behind cells without address",
      { data: `<row r="2"><c><v>1</v></c></row>` },
      [["C2", 3]],
      `<sheetData><row r="2"><c><v>1</v></c><c r="C2"><v>3</v></c></row></sheetData>`,
    ],
    [
      "in a row that holds nothing",
      { data: `<row r="2" ht="30"/>` },
      [["B2", 2]],
      `<sheetData><row r="2" ht="30"><c r="B2"><v>2</v></c></row></sheetData>`,
    ],
    [
      "in an empty pair of tags",
      { data: `<row r="2"></row>` },
      [["B2", 2]],
      `<sheetData><row r="2"><c r="B2"><v>2</v></c></row></sheetData>`,
    ],
    [
      "in a row that is not there",
      { data: `<row r="2">${A}</row><row r="9">\n</row>` },
      [
        ["B4", 2],
        ["A4", 1],
        ["A12", 3],
        ["A1", 0],
      ],
      `<sheetData><row r="1"><c r="A1"><v>0</v></c></row><row r="2">${A}</row><row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row><row r="9">\n</row><row r="12"><c r="A12"><v>3</v></c></row></sheetData>`,
    ],
    [
      "behind rows without number",
      { data: "<row><c><v>1</v></c></row><row/>" },
      [
        ["B2", 2],
        ["A3", 3],
      ],
      `<sheetData><row><c><v>1</v></c></row><row><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>`,
    ],
    [
      "on a sheet that holds nothing",
      { xml: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData /></worksheet>' },
      [["B2", 2]],
      `<sheetData><row r="2"><c r="B2"><v>2</v></c></row></sheetData>`,
    ],
    [
      "clearing it adds nothing",
      { data: `<row r="2">${A}</row>` },
      [
        ["B2", null],
        ["C7", null],
      ],
      `<sheetData><row r="2">${A}</row></sheetData>`,
    ],
    [
      "the later of two edits",
      { data: `<row r="2">${A}</row>` },
      [
        ["A2", 7],
        ["$A$2", 8],
      ],
      `<sheetData><row r="2"><c r="A2"><v>8</v></c></row></sheetData>`,
    ],
    [
      "spans grow when they must",
      { data: `<row r="2" spans="1:2" ht="9">${A}</row>` },
      [
        ["B2", 2],
        ["C2", 3],
      ],
      `<sheetData><row r="2" spans="1:3" ht="9">${A}<c r="B2"><v>2</v></c><c r="C2"><v>3</v></c></row></sheetData>`,
    ],
    [
      "spans stay when they can",
      { data: `<row r="2" spans="1:2 4:8">${A}</row>` },
      [["H2", 2]],
      `<sheetData><row r="2" spans="1:2 4:8">${A}<c r="H2"><v>2</v></c></row></sheetData>`,
    ],
    [
      "the row's format",
      { before: '<cols><col min="2" max="3" style="3"/></cols>', data: `<row r="2" s="6" customFormat="1"/>` },
      [["B2", 2]],
      `<cols><col min="2" max="3" style="3"/></cols><sheetData><row r="2" s="6" customFormat="1"><c r="B2" s="6"><v>2</v></c></row></sheetData>`,
    ],
    [
      "the column's format",
      { before: '<cols><col min="2" max="3" style="6"/></cols>', data: `<row r="2" s="1"/>` },
      [
        ["C2", 2],
        ["C3", 3],
      ],
      `<cols><col min="2" max="3" style="6"/></cols><sheetData><row r="2" s="1"><c r="C2" s="6"><v>2</v></c></row><row r="3"><c r="C3" s="6"><v>3</v></c></row></sheetData>`,
    ],
    [
      "the format above",
      { data: '<row r="1"><c r="B1" s="6"/></row><row r="2"/>' },
      [
        ["B2", 2],
        ["B3", 3],
      ],
      '<sheetData><row r="1"><c r="B1" s="6"/></row><row r="2"><c r="B2" s="6"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row></sheetData>',
    ],
    [
      "not a date's above a number",
      { data: '<row r="1"><c r="B1" s="1"/></row><row r="2"/>' },
      [["B2", 2]],
      '<sheetData><row r="1"><c r="B1" s="1"/></row><row r="2"><c r="B2"><v>2</v></c></row></sheetData>',
    ],
    [
      "the dimension grows when it must",
      { before: '<dimension ref="A2"/>', data: `<row r="2">${A}</row>` },
      [["C3", 3]],
      `<dimension ref="A2:C3"/><sheetData><row r="2">${A}</row><row r="3"><c r="C3"><v>3</v></c></row></sheetData>`,
    ],
    [
      "the dimension stays when it can",
      { before: "<dimension  ref='A1:F99'></dimension>", data: `<row r="2">${A}</row>` },
      [
        ["C3", 3],
        ["Z500", null],
      ],
      `<dimension  ref='A1:F99'></dimension><sheetData><row r="2">${A}</row><row r="3"><c r="C3"><v>3</v></c></row></sheetData>`,
    ],
    [
      "a merged range's first cell",
      { data: `<row r="2"/>`, after: '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>' },
      [["B2", 2]],
      '<sheetData><row r="2"><c r="B2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="B2:C3"/></mergeCells>',
    ],
  ];
  it.each(rows)("%s", async (_, sheet, edits, becomes) => {
    const { inside, changed } = await edited(sheet, edits);
    expect(inside).toBe(becomes);
    expect(changed.filter((part) => part !== SHEET)).toEqual([]);
  });
});

describe("a sheet written unusually", () => {
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const prefixed = `\ufeff<?xml version="1.0"?>\r\n<!-- <c r="A1"> --><x:worksheet xmlns:x="${MAIN}">\r\n<x:sheetData>\r\n<x:row r="1"><x:c r="A1" t="str"><x:f>"&lt;c>"</x:f><x:v><![CDATA[<c r="A1">]]></x:v></x:c></x:row>\r\n</x:sheetData></x:worksheet>\r\n`;
  const expected = prefixed
    .replace(
      '<x:c r="A1" t="str"><x:f>"&lt;c>"</x:f><x:v><![CDATA[<c r="A1">]]></x:v></x:c>',
      '<x:c r="A1"><x:v>5</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>ก</x:t></x:is></x:c>',
    )
    .replace("</x:sheetData>", '<x:row r="2"><x:c r="A2" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData>');
  const edits = [
    { sheet: "Sheet1", cell: "A1", value: 5 },
    { sheet: "Sheet1", cell: "B1", value: "ก" },
    { sheet: "Sheet1", cell: "A2", value: true },
  ];

  it("keeps prefixes, comments, CDATA, line ends and the byte order mark", async () => {
    const file = makeXlsx({ sheets: [{ xml: prefixed }] });
    expect(partOf(await editWorkbook(file, edits), SHEET)).toBe(expected);
  });

  it.each([true, false])("keeps UTF-16 (little endian: %s)", async (little) => {
    const utf16 = (text: string) => {
      const bytes = Buffer.from(text, "utf16le");
      return new Uint8Array(little ? bytes : bytes.swap16());
    };
    const file = makeXlsx({ sheets: [{ xml: "" }], parts: { [SHEET]: utf16(prefixed) } });
    const after = await editWorkbook(file, edits);
    const same = makeXlsx({ sheets: [{ xml: "" }], parts: { [SHEET]: utf16(expected) } });
    expect(partOf(after, SHEET)).toBe(partOf(same, SHEET));
  });
});

describe("several sheets", () => {
  it("changes only the sheets named, hidden ones too", async () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const sheets: SheetSource[] = [
      { name: "หนึ่ง", data },
      { name: "R&amp;D 'x'", state: "veryHidden", data },
      { name: "สาม", state: "hidden", data },
    ];
    const before = makeXlsx({ sheets });
    const after = await editWorkbook(before, [
      { sheet: "R&D 'x'", cell: "A1", value: 2 },
      { sheet: "สาม", cell: "A1", value: 3 },
    ]);
    expect(changedParts(before, after)).toEqual(["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"]);
    expect((await readWorkbook(after)).sheets.map(({ sheet, rows, hidden }) => [sheet, rows[0]![0], hidden])).toEqual([
      ["หนึ่ง", 1, undefined],
      ["R&D 'x'", 2, true],
      ["สาม", 3, true],
    ]);
  });

  it("counts days from 1900 in a file that counts from 1904, as the reader does", async () => {
    const before = makeXlsx({
      date1904: true,
      sheets: [{ data: '<row r="1"><c r="A1" s="1"/><c r="B1" s="4"/></row>' }],
    });
    const after = await editWorkbook(before, [
      { sheet: "Sheet1", cell: "A1", value: 45000 },
      { sheet: "Sheet1", cell: "B1", value: 0.5 },
      { sheet: "Sheet1", cell: "C1", value: 45000 },
    ]);
    expect((await readWorkbook(after)).sheets[0]!.rows).toEqual([
      [{ v: 45000, t: "d", fmt: "mm-dd-yy" }, { v: 0.5, t: "d", fmt: "h:mm" }, 45000],
    ]);
  });
});
