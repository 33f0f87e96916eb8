import { periodText } from "../../shared/calendar/period.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { fill } from "../../shared/words/fill.ts";
import type { RollupWords } from "../../shared/words/rollup.ts";
import { MARGINS, pageFooter, ROW_POINTS } from "../../shared/workbook/authorStyle.ts";
import { blankCell, numberCell, textCell } from "./cells.ts";
import { csvField } from "./csv.ts";
import {
  CORE_PROPERTIES,
  contentTypes,
  coreXml,
  relationships,
  type SheetPrint,
  sheetHead,
  sheetTail,
  workbookXml,
} from "./parts.ts";
import type { Rollup } from "./rollup.ts";
import { type RollupTable, rollupTable } from "./rollupTable.ts";
import { readableOf } from "./stream.ts";
import { STYLE, stylesXml } from "./styles.ts";
import { Texts } from "./texts.ts";
import { bangkokText } from "./time.ts";
import { letters } from "./xml.ts";
import { type Deflater, type ZipPart, zip } from "./zip.ts";

const HEADING_ROW = 4;
/** Columns from the first count on; those before hold words. */
const WIDTHS = [8, 8, 20, 30, 12, 10, 10, 10, 10, 12, 12, 24, 12, 12];
const WIDTH_OF_SUM = 16;

/** Of which form and month, and when the provinces were asked. */
export function rollupScope({ period, asOf }: Rollup, form: FormDefinition, words: RollupWords): string {
  return fill(words.scope, {
    ...{ period: periodText(period), time: bangkokText(asOf) },
    form: form.title[0] ?? form.id,
  });
}

/** The overview of all provinces as an .xlsx file of one sheet. */
export function rollupXlsx(rollup: Rollup, form: FormDefinition, words: RollupWords, deflater?: Deflater) {
  return readableOf(zip(parts(rollup, form, words), deflater));
}

/** The same as CSV: UTF-8 with a byte order mark, CRLF, text that a spreadsheet would run made harmless. */
export function rollupCsv(rollup: Rollup, form: FormDefinition, words: RollupWords): Uint8Array {
  const { headings, lines, total } = rollupTable(rollup, form, words);
  const text = [headings, ...lines, total].map((line) => line.map(csvField).join(",")).join("\r\n");
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

async function* parts(rollup: Rollup, form: FormDefinition, words: RollupWords): AsyncGenerator<ZipPart> {
  const print: SheetPrint = { name: words.sheet, printArea: "$A$1" };
  yield { name: "[Content_Types].xml", text: [contentTypes(1, false)] };
  yield {
    name: "_rels/.rels",
    text: [
      relationships([
        ["rId1", "officeDocument", "xl/workbook.xml"],
        ["rId2", CORE_PROPERTIES, "docProps/core.xml"],
      ]),
    ],
  };
  yield { name: "docProps/core.xml", text: [coreXml(words.title)] };
  yield { name: "xl/styles.xml", text: [stylesXml()] };
  yield {
    name: "xl/_rels/workbook.xml.rels",
    text: [
      relationships([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "styles", "styles.xml"],
        ["rId3", "sharedStrings", "sharedStrings.xml"],
      ]),
    ],
  };
  const scope = rollupScope(rollup, form, words);
  yield { name: "xl/worksheets/sheet1.xml", text: [sheetXml(rollupTable(rollup, form, words), scope, words, print)] };
  yield { name: "xl/sharedStrings.xml", text: new Texts().xml() };
  yield { name: "xl/workbook.xml", text: [workbookXml([print], [])] };
}

function sheetXml(
  { headings, lines, total }: RollupTable,
  scope: string,
  words: RollupWords,
  print: SheetPrint,
): string {
  const last = letters(headings.length - 1);
  const bottom = HEADING_ROW + lines.length + 1;
  const rowXml = (row: number, points: number, cells: string) =>
    `<row r="${row}" ht="${points}" customHeight="1">${cells}</row>`;
  const cells = (row: number, line: Scalar[], isTotal: boolean) =>
    line.map((value, i) => cellXml(`${letters(i)}${row}`, value, isTotal)).join("");
  print.printArea = `$A$1:$${last}$${bottom}`;
  print.titleRows = `$${HEADING_ROW}:$${HEADING_ROW}`;
  return [
    sheetHead({ widths: headings.map((_, i) => WIDTHS[i] ?? WIDTH_OF_SUM), frozenRows: HEADING_ROW, selected: true }),
    rowXml(1, ROW_POINTS.title, textCell("A1", words.title, STYLE.title)),
    rowXml(2, ROW_POINTS.title, textCell("A2", scope, STYLE.subtitle)),
    rowXml(
      HEADING_ROW,
      ROW_POINTS.heading * 2,
      headings.map((text, i) => textCell(`${letters(i)}${HEADING_ROW}`, text, STYLE.heading)).join(""),
    ),
    ...lines.map((line, i) => `<row r="${HEADING_ROW + 1 + i}">${cells(HEADING_ROW + 1 + i, line, false)}</row>`),
    `<row r="${bottom}">${cells(bottom, total, true)}</row>`,
    sheetTail({
      merges: [`A1:${last}1`, `A2:${last}2`],
      footer: pageFooter(words.page),
      margins: MARGINS,
      landscape: true,
    }),
  ].join("");
}

function cellXml(at: string, value: Scalar, isTotal: boolean): string {
  if (typeof value === "number") return numberCell(at, value, isTotal ? STYLE.totalCount : STYLE.count);
  if (value === null) return blankCell(at, isTotal ? STYLE.totalLabel : STYLE.text);
  return textCell(at, String(value), isTotal ? STYLE.totalLabel : STYLE.text);
}
