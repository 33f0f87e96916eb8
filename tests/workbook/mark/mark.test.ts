import { describe, expect, it } from "vitest";
import { CannotEdit } from "../../../shared/workbook/edit/cannotEdit.ts";
import { DEFAULT_LIMITS } from "../../../shared/workbook/limits.ts";
import { type CellMark, markWorkbook } from "../../../shared/workbook/mark.ts";
import { Parcel } from "../../../shared/workbook/read/parcel.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { HOSTILE_FILES } from "../../hostile/workbookFiles.ts";
import { partOf } from "../edit/parts.ts";
import { makeXlsx, row, type XlsxSource } from "../makeXlsx.ts";

const AUTHOR = { author: "รวม" };
const mark = (cell: string, text = "แก้ที่นี่", tone: CellMark["tone"] = "error"): CellMark => ({
  sheet: "Sheet1",
  ...{ cell, tone, text },
});
const SHEET = { data: row(1, ["ที่", "อปท."]) + row(2, [1, "อบต.สมมติ"]) };

function names(file: Uint8Array): string[] {
  return [...new Parcel(file, DEFAULT_LIMITS).entries.values()].map(({ name }) => name);
}

/** Names of the parts whose packed bytes changed. */
function changed(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [before, after].map(
    (file) =>
      new Map(
        [...new Parcel(file, DEFAULT_LIMITS).entries.values()].map((entry) => [
          entry.name,
          Buffer.from(file.subarray(entry.start, entry.start + entry.packedBytes)).toString("base64"),
        ]),
      ),
  ) as [Map<string, string>, Map<string, string>];
  expect([...b.keys()].slice(0, a.size)).toEqual([...a.keys()]);
  return [...a.keys()].filter((name) => a.get(name) !== b.get(name));
}

/** Fill colour of a cell, by our own walk through the styles. */
function fillOf(file: Uint8Array, cell: string, part = "xl/worksheets/sheet1.xml"): string | undefined {
  const style = new RegExp(`<c r="${cell}"[^>]*? s="([0-9]+)"`).exec(partOf(file, part))?.[1];
  if (style === undefined) return undefined;
  const styles = partOf(file, "xl/styles.xml");
  const list = (name: string, item: string) => {
    const body = new RegExp(`<${name}[ >].*?</${name}>`, "s").exec(styles)![0];
    return body.match(new RegExp(`<${item}\\b(?:[^>]*/>|.*?</${item}>)`, "gs"))!;
  };
  const id = /fillId="([0-9]+)"/.exec(list("cellXfs", "xf")[Number(style)]!)?.[1];
  return id === undefined ? undefined : /fgColor rgb="([0-9A-F]+)"/.exec(list("fills", "fill")[Number(id)]!)?.[1];
}

describe("marking a workbook in place", () => {
  it("colours the cell and adds its note; values stay, and what needs no change keeps its bytes", async () => {
    const before = makeXlsx({ sheets: [SHEET, { name: "อื่น", data: row(1, ["x"]) }] });
    const after = await markWorkbook(before, [mark("B2", "ไม่พบ “<อบต.> & ก”\nเลือกจากรายการ")], AUTHOR);
    expect(await readWorkbook(after)).toEqual(await readWorkbook(before));
    expect(changed(before, after)).toEqual(["[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]);
    expect(names(after).slice(names(before).length)).toEqual([
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/worksheets/_rels/sheet1.xml.rels",
    ]);
    expect(partOf(after, "xl/comments1.xml")).toContain(
      '<comment ref="B2" authorId="0"><text><r><t xml:space="preserve">ไม่พบ “&lt;อบต.&gt; &amp; ก”\nเลือกจากรายการ</t></r></text></comment>',
    );
    expect(partOf(after, "xl/drawings/vmlDrawing1.vml")).toMatch(/<x:Row>1<\/x:Row><x:Column>1<\/x:Column>/);
    expect(partOf(after, "xl/worksheets/sheet1.xml")).toMatch(
      /<legacyDrawing [^>]*r:id="rIdRuamShapes"\/><\/worksheet>$/,
    );
  });

  it.each([
    ["a cell without an address", "B2", "FFF8C9C4", "error"],
    ["an absent cell in a row", "E2", "FFFFE08A", "suggest"],
    ["a row that is not there", "C9", "FFD6E6F5", "warn"],
  ] as const)("colours %s by its tone", async (_, cell, colour, tone) => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>2</v></c></row>';
    const before = makeXlsx({ sheets: [{ data }] });
    const after = await markWorkbook(before, [mark(cell, "ดู", tone)], AUTHOR);
    expect(fillOf(after, cell)).toBe(colour);
    expect(await readWorkbook(after)).toEqual(await readWorkbook(before));
  });

  it("a covered cell of a merge is marked at its first cell, several points of a cell become one note of the worst tone", async () => {
    const before = makeXlsx({
      sheets: [
        {
          ...SHEET,
          data: `<row r="1"><c r="A1"><v>1</v></c></row>`,
          after: '<mergeCells><mergeCell ref="A1:A9"/></mergeCells>',
        },
      ],
    });
    const marks = [mark("A5", "หนึ่ง", "warn"), mark("A1", "สอง"), mark("A9", "หนึ่ง", "suggest")];
    const after = await markWorkbook(before, marks, AUTHOR);
    expect(fillOf(after, "A1")).toBe("FFF8C9C4");
    expect(partOf(after, "xl/comments1.xml").match(/ref="[^"]+"|(?<=preserve">)[^<]*/g)).toEqual([
      'ref="A1"',
      "หนึ่ง\nสอง",
    ]);
  });

  it("the user's own notes stay, and their cells get no second", async () => {
    const once = await markWorkbook(makeXlsx({ sheets: [SHEET] }), [mark("A1", "ของผู้ใช้")], { author: "ผู้ใช้" });
    const twice = await markWorkbook(once, [mark("A1", "ของเรา"), mark("B1", "ของเรา")], AUTHOR);
    const comments = partOf(twice, "xl/comments1.xml");
    expect(comments.match(/(?<=<author>)[^<]*|ref="[^"]+" authorId="[0-9]+"|(?<=preserve">)[^<]*/g)).toEqual([
      ...["ผู้ใช้", "รวม", 'ref="A1" authorId="0"', "ของผู้ใช้", 'ref="B1" authorId="1"', "ของเรา"],
    ]);
    const shapes = partOf(twice, "xl/drawings/vmlDrawing1.vml").match(/(?<=<v:shape )id="[^"]+"/g);
    expect(shapes).toEqual(['id="_x0000_s1025"', 'id="_x0000_s1026"']);
    expect(names(twice)).toEqual(names(once));
  });

  it("the note's drawing stands where a worksheet has its place for it", async () => {
    const after =
      '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst><ext uri="{x}"/></extLst>';
    const marked = await markWorkbook(makeXlsx({ sheets: [{ ...SHEET, after }] }), [mark("A1")], AUTHOR);
    expect(partOf(marked, "xl/worksheets/sheet1.xml")).toMatch(/footer="1"\/><legacyDrawing [^>]*\/><extLst>/);
  });

  it.each<[string, XlsxSource]>([
    [
      "a workbook in the strict form",
      {
        sheets: [
          {
            xml: `<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData>${row(1, ["ก"])}</sheetData></worksheet>`,
          },
        ],
      },
    ],
    [
      "styles without fills",
      { sheets: [SHEET], styles: '<fonts count="1"><font/></fonts><cellXfs count="1"><xf/></cellXfs>' },
    ],
  ])("%s keeps its values whatever can be marked of it", async (_, source) => {
    const before = makeXlsx(source);
    const marked = await markWorkbook(before, [mark("A1")], AUTHOR);
    expect(await readWorkbook(marked)).toEqual(await readWorkbook(before));
  });

  it("another reader finds fill and note", async () => {
    // It reads no cell without an address.
    const data = '<row r="2"><c r="B2" t="inlineStr"><is><t>อบต.สมมติ</t></is></c></row>';
    const marked = await markWorkbook(makeXlsx({ sheets: [{ data }] }), [mark("B2", "ไม่พบ อปท. นี้")], AUTHOR);
    const { default: exceljs } = await import("exceljs");
    const book = new exceljs.Workbook();
    await book.xlsx.load(marked as never);
    const cell = book.worksheets[0]!.getCell("B2");
    expect([cell.value, cell.fill, cell.note]).toMatchObject([
      "อบต.สมมติ",
      { pattern: "solid", fgColor: { argb: "FFF8C9C4" } },
      "ไม่พบ อปท. นี้",
    ]);
  });

  it("nothing to mark gives the file as it was", async () => {
    const before = makeXlsx({ sheets: [SHEET] });
    expect(await markWorkbook(before, [], AUTHOR)).toEqual(before);
  });

  it.each([
    ["another sheet", [{ ...mark("A1"), sheet: "ไม่มี" }], "no-such-sheet"],
    ["an address that is none", [mark("A0")], "bad-cell"],
    ["a cell beyond a report", [mark("ZZZ1")], "bad-cell"],
  ])("%s is refused and nothing is written", async (_, marks, code) => {
    const refusal = await markWorkbook(makeXlsx({ sheets: [SHEET] }), marks, AUTHOR).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CannotEdit);
    expect((refusal as CannotEdit).code).toBe(code);
  });

  const CHEAP = ["duplicate-entry", "overlap", "encrypted", "macros", "dtd"];
  const hostile = CHEAP.map((code) => HOSTILE_FILES.find((one) => one.code === code)!);
  it.each(hostile)("what the reader refuses is not marked: $name", async ({ bytes, code }) => {
    await expect(markWorkbook(bytes(), [mark("A1")], AUTHOR)).rejects.toMatchObject({ code });
  });
});
