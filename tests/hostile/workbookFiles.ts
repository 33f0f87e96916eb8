import { zlibSync } from "fflate";
import type { UnreadableCode } from "../../shared/workbook/unreadable.ts";
import { makeOds, table, textRow } from "../workbook/makeOds.ts";
import {
  cell,
  cellFormat,
  compoundFile,
  font,
  makeXls,
  record,
  sst,
  u16,
  u32,
  wide,
  workbookStream,
} from "../workbook/makeXls.ts";
import { makeXlsx, makeZip, row, type XlsxSource, xlsxParts } from "../workbook/makeXlsx.ts";
import { concat, type RawEnd, type RawEntry, rawZip } from "./rawZip.ts";

const MB = 1024 * 1024;

export interface HostileFile {
  name: string;
  bytes: () => Uint8Array;
  code: UnreadableCode;
  /** Most bytes that may have come out of the inflater before the refusal. */
  inflatedAtMost: number;
}

/** The parts of a small good workbook as raw zip entries, one of them changed or added. */
function withEntry(change: RawEntry, end?: RawEnd): Uint8Array {
  const entries = Object.entries(xlsxParts({ sheets: [{ data: row(1, ["ก"]) }] })).map(([name, content]) => ({
    name,
    content,
  }));
  const at = entries.findIndex(({ name }) => name === change.name);
  return rawZip(at < 0 ? [...entries, change] : entries.toSpliced(at, 1, change), end);
}

function sheet(data: string, source: XlsxSource & { after?: string } = {}): Uint8Array {
  return makeXlsx({ ...source, sheets: [{ data, after: source.after }] });
}

const SHEET = "xl/worksheets/sheet1.xml";
const NOTHING = 0;
const SMALL = 64 * 1024;

/** Zeros are the best-packing content there is: 1032 : 1. */
const zeros = (bytes: number) => zlibDeflate(new Uint8Array(bytes));
/** Legal cells in a pattern that packs about 300 : 1. */
const cells = (bytes: number) =>
  `<worksheet><sheetData><row>${"<c><v>1</v></c>".repeat(bytes / 15)}</row></sheetData></worksheet>`;

function zlibDeflate(content: Uint8Array): Uint8Array {
  return zlibSync(content, { level: 9 }).subarray(2, -4);
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function xls(globals: number[], records: number[] = [], type = 0): Uint8Array {
  return compoundFile({ Workbook: workbookStream(globals, [{ name: "ก", records, type }]) });
}

function patched(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

const DOCTYPE =
  '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ฮา"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const XXE = '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

function file(name: string, code: UnreadableCode, bytes: () => Uint8Array, inflatedAtMost = NOTHING): HostileFile {
  return { name, code, bytes, inflatedAtMost };
}

/** Bombs and lies in the container. */
const CONTAINER: HostileFile[] = [
  file("bomb: 1 GB of zeros in a sheet", "zip-bomb", () =>
    withEntry({ name: SHEET, content: "", packed: zeros(16 * MB), unpackedBytes: 1024 * MB }),
  ),
  file("bomb: 8 MB of legal cells that pack 300 : 1", "zip-bomb", () =>
    withEntry({ name: SHEET, content: cells(8 * MB) }),
  ),
  file("bomb in a part nobody reads", "zip-bomb", () =>
    withEntry({ name: "xl/media/image1.png", content: "", packed: zeros(4 * MB), unpackedBytes: 4 * MB }),
  ),
  file("bomb of many parts, each below the limit", "zip-bomb", () =>
    rawZip(
      Array.from({ length: 40 }, (_, i) => ({
        name: `xl/media/${i}.bin`,
        content: "",
        packed: new Uint8Array(40_000),
        unpackedBytes: 7 * MB,
      })),
    ),
  ),
  file(
    "a part that unpacks to more than it says",
    "size-lie",
    () => withEntry({ name: SHEET, content: "", packed: zeros(64 * MB), unpackedBytes: 900_000 }),
    20 * MB,
  ),
  file(
    "a part that unpacks to less than it says",
    "size-lie",
    () => withEntry({ name: SHEET, content: "<worksheet/>", unpackedBytes: 500_000 }),
    SMALL,
  ),
  file("a size of 4 GB that is not there", "zip64", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", unpackedBytes: 0xffffffff }),
  ),
  file("a size just below 4 GB that is not there", "zip-bomb", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", unpackedBytes: 0xfffffffe }),
  ),
  file("local header and directory differ in size", "size-lie", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", local: { unpackedBytes: 4 } }),
  ),
  file("local header and directory differ in name", "damaged", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", local: { name: "xl/worksheets/sheet9.xml" } }),
  ),
  file("local header and directory differ in packing", "damaged", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", local: { method: 0 } }),
  ),
  file("one part under two entries", "duplicate-entry", () =>
    rawZip([
      { name: "a", content: "x" },
      { name: "a", content: "x", sameDataAs: 0 },
    ]),
  ),
  file("entries nested into one another's data", "overlap", () => overlapping()),
  file("data that runs into the directory", "overlap", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", packedBytes: 5000, unpackedBytes: 5000 }),
  ),
  file("a part twice", "duplicate-entry", () =>
    rawZip([
      { name: SHEET, content: "<worksheet/>" },
      { name: SHEET, content: "<worksheet><sheetData/></worksheet>" },
    ]),
  ),
  file("a part twice, in other letters", "duplicate-entry", () =>
    withEntry({ name: "XL\\Worksheets/SHEET1.xml", content: "<worksheet/>" }),
  ),
  file("60,000 parts", "too-many-entries", () =>
    rawZip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, content: "", method: 0 }))),
  ),
  file("65,535 parts, which means zip64", "zip64", () => withEntry({ name: "x", content: "" }, { entries: 0xffff })),
  file("a directory elsewhere", "damaged", () => withEntry({ name: "x", content: "" }, { directoryOffset: 3 })),
  file("a directory beyond the file", "damaged", () =>
    withEntry({ name: "x", content: "" }, { directoryOffset: 900_000 }),
  ),
  file("a directory of more entries than it has", "damaged", () =>
    withEntry({ name: "x", content: "" }, { entries: 500 }),
  ),
  file("a part with a password", "encrypted", () => withEntry({ name: SHEET, content: "<worksheet/>", flags: 1 })),
  file("a packing nobody knows", "damaged", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", method: 99, unpackedBytes: 12, packedBytes: 12 }),
  ),
  file("a wrong CRC", "crc", () => withEntry({ name: SHEET, content: "<worksheet/>", crc: 1 }), SMALL),
  file(
    "packed data that is noise",
    "damaged",
    () =>
      withEntry({
        name: SHEET,
        content: "",
        packed: Uint8Array.from({ length: 400 }, (_, i) => 7 + i * 31),
        unpackedBytes: 400,
      }),
    SMALL,
  ),
  file("cut in half", "truncated", () => {
    const good = sheet(row(1, ["ก"]));
    return good.subarray(0, good.length / 2);
  }),
  file("the last byte missing", "truncated", () => sheet(row(1, ["ก"])).subarray(0, -1)),
  file("bytes after the end", "truncated", () => concat([sheet(row(1, ["ก"])), new Uint8Array(10)])),
];

/** XML that means harm, in a sound container. */
const XML: HostileFile[] = [
  file(
    "a billion laughs",
    "dtd",
    () => makeXlsx({ parts: { "xl/sharedStrings.xml": `${DOCTYPE}<sst><si><t>&c;</t></si></sst>` } }),
    SMALL,
  ),
  file(
    "a file of the server asked for",
    "dtd",
    () => makeXlsx({ parts: { "xl/sharedStrings.xml": `${XXE}<sst><si><t>&x;</t></si></sst>` } }),
    SMALL,
  ),
  file(
    "a DTD in the workbook part",
    "dtd",
    () => makeXlsx({ parts: { "xl/workbook.xml": `${DOCTYPE}<workbook/>` } }),
    SMALL,
  ),
  file("an entity never declared", "damaged", () => sheet('<row><c t="str"><v>&l9;</v></c></row>'), SMALL),
  file("tags nested 100,000 deep", "damaged", () => sheet("<row>".repeat(100_000)), MB),
  file("a tag with 200,000 attributes", "text-too-long", () => sheet(`<row ${attributes(200_000)}/>`), 32 * MB),
  file("a comment of 6 MB", "text-too-long", () => sheet(`<!--${noise(6 * MB)}-->`), 20 * MB),
  file("a text of 6 MB", "text-too-long", () => sheet(`<row><c t="str"><v>${noise(6 * MB)}</v></c></row>`), 20 * MB),
  file(
    "a shared text of 6 MB",
    "text-too-long",
    () => makeXlsx({ strings: [`<si><t>${noise(6 * MB)}</t></si>`] }),
    20 * MB,
  ),
  file("a text one letter longer than Excel's", "text-too-long", () => sheet(row(1, ["ก".repeat(32_768)])), 128 * 1024),
  file("XML that ends early", "damaged", () => makeXlsx({ parts: { [SHEET]: "<worksheet><sheetData><row>" } }), SMALL),
  file("XML with tags crossed", "damaged", () => sheet("<row><c></row></c>"), SMALL),
  file(
    "letters that are no UTF-8",
    "damaged",
    () => makeXlsx({ parts: { [SHEET]: latin("<worksheet>\xe1</worksheet>") } }),
    SMALL,
  ),
  file("no workbook part", "damaged", () => makeXlsx({ parts: { "xl/workbook.xml": null } }), SMALL),
  file("no sheet part", "damaged", () => makeXlsx({ parts: { [SHEET]: null } }), SMALL),
  file(
    "a workbook part that leads out of the file",
    "damaged",
    () =>
      makeXlsx({
        parts: {
          "_rels/.rels": '<R><Relationship Id="a" Type="t/officeDocument" Target="../../../../etc/passwd"/></R>',
        },
      }),
    SMALL,
  ),
  file(
    "no sheets",
    "no-sheet",
    () => makeXlsx({ parts: { "xl/workbook.xml": "<workbook><sheets/></workbook>" } }),
    SMALL,
  ),
  file(
    "one part as 300 sheets",
    "too-many-sheets",
    () =>
      makeXlsx({
        parts: {
          "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${'<sheet name="ก" r:id="rId1"/>'.repeat(300)}</sheets></workbook>`,
        },
      }),
    SMALL,
  ),
  file(
    "110,000 defined names",
    "too-many-names",
    () => makeXlsx({ names: many(110_000, (i) => `<definedName name="n${i}">${i * 7919}</definedName>`) }),
    16 * MB,
  ),
];

/** Cells where no report has any. */
const CELLS: HostileFile[] = [
  file(
    "A1 and XFD1048576",
    "too-many-rows",
    () => sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    SMALL,
  ),
  file("a value in column XFD", "too-many-columns", () => sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'), SMALL),
  file("a cell called ZZZZZZ1", "damaged", () => sheet('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), SMALL),
  file("a cell called __proto__", "damaged", () => sheet('<row r="1"><c r="__proto__"><v>1</v></c></row>'), SMALL),
  file("row 999999999", "damaged", () => sheet('<row r="999999999"><c><v>1</v></c></row>'), SMALL),
  file("row 0", "damaged", () => sheet('<row r="0"><c><v>1</v></c></row>'), SMALL),
  file("row -1e9", "damaged", () => sheet('<row r="-1e9"><c><v>1</v></c></row>'), SMALL),
  file("row x", "damaged", () => sheet('<row r="x"><c><v>1</v></c></row>'), SMALL),
  file(
    "a merge over nonsense",
    "damaged",
    () => sheet("", { after: '<mergeCells><mergeCell ref="A1:__proto__"/></mergeCells>' }),
    SMALL,
  ),
  file("a text that is not in the table", "damaged", () => sheet('<row><c t="s"><v>99</v></c></row>'), SMALL),
  file("a text number __proto__", "damaged", () => sheet('<row><c t="s"><v>__proto__</v></c></row>'), SMALL),
  file("a cell type nobody knows", "damaged", () => sheet('<row><c t="constructor"><v>1</v></c></row>'), SMALL),
  file("a number that is infinite", "damaged", () => sheet("<row><c><v>1e999</v></c></row>"), SMALL),
  file(
    "few cells that would fill 50 million places",
    "too-many-cells",
    () => sheet(many(200_000, (i) => `<row r="${i + 1}"><c r="IV${i + 1}"><v>1</v></c></row>`)),
    16 * MB,
  ),
  file(
    "merges that cover the sheet again and again",
    "too-many-merges",
    () =>
      sheet(
        many(5_000, (i) => `<row r="${i + 1}"><c r="T${i + 1}"><v>1</v></c></row>`),
        {
          after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100)}</mergeCells>`,
        },
      ),
    MB,
  ),
  file(
    "210,000 merges",
    "too-many-merges",
    () =>
      sheet("", {
        after: `<mergeCells>${many(210_000, (i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`)}</mergeCells>`,
      }),
    16 * MB,
  ),
];

/** Other kinds of file, and files under a wrong name. */
const KINDS: HostileFile[] = [
  file("nothing at all", "empty", () => new Uint8Array()),
  file("only blank lines", "empty", () => latin("\r\n \t\r\n")),
  file("11 MB", "too-large", () => new Uint8Array(11 * MB)),
  file("a web page named .xls", "html-renamed", () =>
    latin(
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1</td></tr></table></body></html>',
    ),
  ),
  file("a web page in capitals after blank lines", "html-renamed", () => latin("\r\n\r\n  <TABLE BORDER=1><TR><TD>1")),
  file("a web archive named .xls", "html-renamed", () =>
    latin("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"),
  ),
  file("Excel 2003 XML", "xml-2003", () =>
    latin(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
  ),
  file("XML of another kind", "not-a-workbook", () => latin('<?xml version="1.0"?><rss/>')),
  file("a PDF", "not-a-workbook", () => latin("%PDF-1.7\n")),
  file("a picture", "not-a-workbook", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])),
  file("a letter in RTF", "not-a-workbook", () => latin("{\\rtf1 hello}")),
  file("noise", "not-a-workbook", () => Uint8Array.from({ length: 999 }, (_, i) => (i * 73) & 255)),
  file("a zip of other files", "zip-archive", () => makeZip({ "รายงาน.xlsx": "x" })),
  file("an empty zip", "not-a-workbook", () => rawZip([])),
  file("a Word document", "not-a-workbook", () =>
    makeZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
  ),
  file("a binary workbook", "xlsb", () => makeZip({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" })),
  file("a workbook with macros", "macros", () => makeXlsx({ parts: { "xl/vbaProject.bin": "x" } })),
  file("a workbook with Excel 4 macros", "macros", () => makeXlsx({ parts: { "xl/macrosheets/sheet1.xml": "<x/>" } })),
  file(
    "a drawing named .ods",
    "not-a-workbook",
    () => makeOds({ parts: { mimetype: "application/vnd.oasis.opendocument.graphics" } }),
    SMALL,
  ),
  file("text in an encoding nobody can tell", "text-encoding", () => latin("caf\xe9,na\xefve,\xff\xfe")),
  file("UTF-8 cut inside a letter", "text-encoding", () => new TextEncoder().encode("ที่,จังหวัด\n1,แพร่").subarray(0, -1)),
  file("a CSV quote that never closes", "csv-quote", () => new TextEncoder().encode('ก,ข\n"1,2\n3,4\n')),
  file("a CSV of 300,000 rows", "too-many-rows", () => latin("1,2\n".repeat(300_000))),
  file("a CSV line of 300 fields", "too-many-columns", () => latin(`${"1,".repeat(300)}\n`)),
];

/** OpenDocument. */
const ODS: HostileFile[] = [
  file(
    "a value repeated over the whole sheet",
    "too-many-cells",
    () => makeOds({ body: table("ก", filledRow(1_048_576, 16_384, "")) }),
    SMALL,
  ),
  file(
    "a value repeated 2^50 rows down",
    "too-many-rows",
    () => makeOds({ body: table("ก", filledRow(2 ** 50, 1, "")) }),
    SMALL,
  ),
  file(
    "a value past the last row",
    "too-many-rows",
    () => makeOds({ body: table("ก", `<table:table-row table:number-rows-repeated="1048575"/>${textRow("ข")}`) }),
    SMALL,
  ),
  file(
    "a text of a billion blanks",
    "text-too-long",
    () => makeOds({ body: table("ก", textRow('<text:s text:c="1000000000"/>')) }),
    SMALL,
  ),
  file(
    "a password",
    "encrypted",
    () => makeOds({ parts: { "META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>" } }),
    SMALL,
  ),
  file("macros", "macros", () => makeOds({ parts: { "Basic/Standard/Module1.xml": "<x/>" } }), SMALL),
  file("a DTD", "dtd", () => makeOds({ parts: { "content.xml": `${DOCTYPE}<c/>` } }), SMALL),
  file("no content", "damaged", () => makeOds({ parts: { "content.xml": null } }), SMALL),
  file("no table", "no-sheet", () => makeOds(), SMALL),
  file(
    "a date that is none",
    "damaged",
    () =>
      makeOds({
        body: table(
          "ก",
          '<table:table-row><table:table-cell office:value-type="date" office:date-value="2024-02-31"/></table:table-row>',
        ),
      }),
    SMALL,
  ),
];

function filledRow(rows: number, columns: number, attributes: string): string {
  return `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell ${attributes} table:number-columns-repeated="${columns > 256 ? 200 : columns}" office:value-type="float" office:value="1"/></table:table-row>`;
}

/** Excel 97-2003. */
const XLS: HostileFile[] = [
  file("a password", "encrypted", () => xls(record(0x2f, u16(1)))),
  file("an encrypted .xlsx", "encrypted", () =>
    compoundFile({ EncryptionInfo: new Uint8Array(9), EncryptedPackage: new Uint8Array(9) }),
  ),
  file("macros", "macros", () => compoundFile({ Workbook: new Uint8Array(9), _VBA_PROJECT_CUR: new Uint8Array(9) })),
  file("an Excel 4 macro sheet", "macros", () => xls([], [], 1)),
  file("Excel 95", "old-xls", () => compoundFile({ Book: new Uint8Array(9) })),
  file("Excel 95 records under the new name", "old-xls", () =>
    compoundFile({ Workbook: Uint8Array.from(record(0x809, u16(0x500), u16(5))) }),
  ),
  file("Excel 4, no container", "old-xls", () => Uint8Array.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0])),
  file("a Word document", "not-a-workbook", () => compoundFile({ WordDocument: new Uint8Array(9) })),
  file("cut in half", "truncated", () => makeXls().subarray(0, 2000)),
  file("only the header", "truncated", () => makeXls().subarray(0, 512)),
  file("a chain that bites its tail", "damaged", () => patched(makeXls(), 512 + 4 * 2, ...u32(2))),
  file("a directory chain that bites its tail", "damaged", () => patched(makeXls(), 512 + 4 * 1, ...u32(1))),
  file("a sector size of 2^60", "damaged", () => patched(makeXls(), 30, 60, 0)),
  file("a FAT larger than the file", "truncated", () => patched(makeXls(), 44, ...u32(0x7fffffff))),
  file("a stream of 4 GB", "truncated", () => patched(makeXls(), 1024 + 128 + 120, ...u32(0xfffffff0))),
  file("sheets that share their records", "overlap", () =>
    compoundFile({
      Workbook: workbookStream(
        [],
        [
          { name: "a", records: [] },
          { name: "b", records: [] },
        ],
        0,
      ).map((byte, i, all) => sameSheet(byte, i, all)),
    }),
  ),
  file("a sheet that begins elsewhere", "damaged", () =>
    compoundFile({ Workbook: workbookStream([], [{ name: "a", records: [] }], 3) }),
  ),
  file("4 billion texts", "too-many-cells", () => xls(record(0xfc, u32(0), u32(0xffffffff)))),
  file("a text longer than the file", "damaged", () => xls(record(0xfc, u32(1), u32(1), u16(0xffff), [1]))),
  file("a text that is not in the table", "damaged", () => xls(sst(["ก"]), cell.text(0, 0, 7))),
  file("a number that is none", "damaged", () => xls([], cell.number(0, 0, Number.NaN))),
  file("a value in the last column", "too-many-columns", () => xls([], cell.number(0, 300, 1))),
  file("a date format of 30,000 letters", "damaged", () =>
    xls([...font("ก"), ...cellFormat(0, 164), ...record(0x41e, u16(164), u16(60_000), wide("d"))]),
  ),
];

/** Gives the second BOUNDSHEET the position of the first. */
function sameSheet(byte: number, i: number, all: Uint8Array): number {
  const first = 20;
  const second = first + 4 + 4 + 2 + 1 + 1 + 2;
  return i >= second + 4 && i < second + 8 ? all[i - second + first]! : byte;
}

function attributes(count: number): string {
  return many(count, (i) => `a${i}="${i}" `);
}

function many(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join("");
}

/** Text that packs about 2 : 1, so that the ratio is no reason to refuse. */
function noise(length: number): string {
  let seed = 7;
  const block = Array.from({ length: 60_000 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + ((seed >> 16) % 26));
  }).join("");
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
}

/** Small parts of one local header after another, each declaring the next as its own data. */
function overlapping(): Uint8Array {
  const inner = rawZip([{ name: "b", content: "<worksheet/>", method: 0 }]);
  const outer = rawZip([
    { name: "a", content: inner, method: 0 },
    { name: "b", content: "<worksheet/>", method: 0, sameDataAs: 0 },
  ]);
  // The second entry begins where the first one's data does: a header inside a file.
  const at = 30 + 1;
  const second = outer.length - 22 - (46 + 1) + 42;
  return patched(outer, second, ...u32(at));
}

export const HOSTILE_FILES: HostileFile[] = [
  ...CONTAINER,
  ...XML,
  ...CELLS,
  ...KINDS,
  ...ODS.map((one) => ({ ...one, name: `.ods: ${one.name}` })),
  ...XLS.map((one) => ({ ...one, name: `.xls: ${one.name}` })),
];
