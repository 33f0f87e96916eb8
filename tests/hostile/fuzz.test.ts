import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { UnreadableFile } from "../../shared/workbook/unreadable.ts";
import { makeOds, table, textRow } from "../workbook/makeOds.ts";
import { compoundFile, makeXls } from "../workbook/makeXls.ts";
import { makeXlsx, makeZip, row, xlsxParts } from "../workbook/makeXlsx.ts";

const XLSX = {
  sheets: [
    {
      name: "ต.ค.66",
      data: `${row(1, ["ที่", null, 5])}<row r="2" hidden="1"><c r="A2" s="2"><v>243770</v></c><c r="B2" t="s" s="3"><v>0</v></c></row>`,
      after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    },
  ],
  strings: ['<si><r><rPr><rFont val="Wingdings"/></rPr><t>P</t></r></si>'],
  names: '<definedName name="RUAM_ID">"x|1|54||"</definedName>',
};
const ODS = {
  styles:
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties fo:font-family="Wingdings"/></style:style>',
  body: table(
    "ก",
    `${textRow("ที่", "<text:span>ก</text:span>")}<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-spanned="2" office:value-type="date" office:date-value="2567-06-01"/></table:table-row>`,
  ),
};
const CSV = new TextEncoder().encode('ที่,จังหวัด\r\n1,"แพร่\n""เมือง"""\r\n');

type Edit = [where: number, what: number, kind: "set" | "cut" | "double" | "insert"];
const edits = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(255),
    fc.constantFrom("set", "set", "set", "cut", "double", "insert"),
  ),
  { minLength: 1, maxLength: 8 },
) as fc.Arbitrary<Edit[]>;

function damage(bytes: Uint8Array, list: Edit[]): Uint8Array {
  let damaged = [...bytes];
  for (const [where, what, kind] of list) {
    const at = Math.floor(where * Math.max(0, damaged.length - 1));
    if (kind === "set") damaged[at] = what;
    else if (kind === "cut") damaged.splice(at, what);
    else if (kind === "insert") damaged.splice(at, 0, what);
    else damaged = [...damaged.slice(0, at + what), ...damaged.slice(at)];
  }
  return Uint8Array.from(damaged);
}

/** A workbook or a named refusal. Anything else fails the property. */
async function isAnswered(bytes: Uint8Array): Promise<void> {
  try {
    const { sheets, names } = await readWorkbook(bytes, { limits: { cells: 100_000 } });
    expect(sheets.every(({ rows }) => Array.isArray(rows)) && Array.isArray(names)).toBe(true);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
}

/** Damages one part inside, under sound sizes and CRC, so that the damage gets past the container. */
function damagedPart(parts: Record<string, string | Uint8Array>, name: string, list: Edit[]): Uint8Array {
  const content = parts[name]!;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return makeZip({ ...parts, [name]: damage(bytes, list) }, 0);
}

/** The good BIFF stream inside makeXls, to be damaged and boxed again. */
function biffStream(): Uint8Array {
  return makeXls().subarray(512 * 3);
}

function odsParts(): Record<string, string | Uint8Array> {
  return {
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<d><automatic-styles>${ODS.styles}</automatic-styles><body>${ODS.body}</body></d>`,
  };
}

const TARGETS: [name: string, make: (list: Edit[]) => Uint8Array, runs: number][] = [
  ["an .xlsx, packed", (list) => damage(makeXlsx(XLSX), list), 300],
  ["an .xlsx, stored", (list) => damage(makeXlsx({ ...XLSX, level: 0 }), list), 300],
  ["the sheet of an .xlsx", (list) => damagedPart(xlsxParts(XLSX), "xl/worksheets/sheet1.xml", list), 400],
  ["the workbook part of an .xlsx", (list) => damagedPart(xlsxParts(XLSX), "xl/workbook.xml", list), 300],
  ["the styles of an .xlsx", (list) => damagedPart(xlsxParts(XLSX), "xl/styles.xml", list), 300],
  ["the shared strings of an .xlsx", (list) => damagedPart(xlsxParts(XLSX), "xl/sharedStrings.xml", list), 300],
  ["an .ods", (list) => damage(makeOds(ODS), list), 300],
  ["the content of an .ods", (list) => damagedPart(odsParts(), "content.xml", list), 400],
  ["an .xls", (list) => damage(makeXls(), list), 400],
  ["the records of an .xls", (list) => compoundFile({ Workbook: damage(biffStream(), list).subarray(0, 8192) }), 400],
  ["a .csv", (list) => damage(CSV, list), 300],
];

describe("random damage ends in a workbook or a named refusal, never in anything else", () => {
  it.each(TARGETS)("%s", async (_, make, runs) => {
    await fc.assert(
      fc.asyncProperty(edits, (list) => isAnswered(make(list))),
      { numRuns: runs },
    );
  });

  it("the files are good before they are damaged", async () => {
    for (const [, make] of TARGETS) await readWorkbook(make([]));
  });
});
