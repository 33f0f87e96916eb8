import { dayNumber, isPlainDate } from "../../shared/calendar/plainDate.ts";
import type { FieldDefinition, FieldKind } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import type { MasterWords } from "../../shared/words/master.ts";
import { MARGINS, pageFooter, ROW_POINTS } from "../../shared/workbook/authorStyle.ts";
import { type FormLayout, signatureLines } from "../../shared/workbook/blankLayout.ts";
import { blankCell, formulaCell, numberCell, scalarRest, textCell } from "./cells.ts";
import { type MasterModel, type MasterRow, masterRows } from "./model.ts";
import { type SheetPrint, sheetHead, sheetTail } from "./parts.ts";
import { STYLE } from "./styles.ts";
import { countRow, isTicked, sum, type Tally } from "./tally.ts";
import { numberRest, type Texts } from "./texts.ts";
import { letters } from "./xml.ts";

/** A sheet ends here. */
const SHEET_ROWS = 1_048_576;
/** Days from the spreadsheet's 1899-12-30 to 1970-01-01. */
const SERIAL_OF_EPOCH = 25_569;
/** Printed and counted for a tick; what officers themselves write most. */
export const TICK = "/";

/** Kinds whose texts come again in many rows. */
const RECURRING = new Set<FieldKind>(["province", "district", "subdistrict", "office", "category"]);
/** Kinds that are added up below. */
const NUMBERS = new Set<FieldKind>(["count", "money", "measure"]);

/** A day as a date of the spreadsheet, shown in Buddhist years. */
function dayRest(value: Scalar | undefined): string {
  if (typeof value !== "string" || !isPlainDate(value)) return scalarRest(value, STYLE.centred, null);
  return numberRest(dayNumber(value) + SERIAL_OF_EPOCH, STYLE.day);
}

/** Gives the rest of a cell, after its address. */
type CellWriter = (row: MasterRow, value: Scalar | undefined) => string;

function writerOf({ kind }: FieldDefinition, texts: Texts): CellWriter {
  if (kind === "seq") return (row) => numberRest(row.seq, STYLE.centred);
  if (kind === "tick") {
    const ticked = texts.rest(TICK, STYLE.centred);
    const empty = texts.rest("", STYLE.centred);
    return (_row, value) => (isTicked(value) ? ticked : empty);
  }
  if (kind === "date") return (_row, value) => dayRest(value);
  if (NUMBERS.has(kind)) return (_row, value) => scalarRest(value, STYLE.count, texts);
  if (!RECURRING.has(kind)) return (_row, value) => scalarRest(value, STYLE.text, null);
  // Places run on for many rows: the last answer serves again.
  let last: Scalar | undefined;
  let rest = scalarRest(last, STYLE.text, texts);
  return (_row, value) => {
    if (value !== last) rest = scalarRest((last = value), STYLE.text, texts);
    return rest;
  };
}

const rowXml = (row: number, points: number, cells: string) =>
  `<row r="${row}" ht="${points}" customHeight="1">${cells}</row>`;

function* headXml(model: MasterModel, layout: FormLayout, merges: string[]): Generator<string> {
  const last = letters(layout.lastColumn);
  yield sheetHead({ widths: model.form.fields.map((f) => f.width), frozenRows: layout.headingBottom, selected: true });
  for (const [i, line] of layout.title.entries()) {
    merges.push(`A${i + 1}:${last}${i + 1}`);
    yield rowXml(i + 1, ROW_POINTS.title, textCell(`A${i + 1}`, line, STYLE.title));
  }
  for (let row = layout.headingTop; row <= layout.headingBottom; row++) {
    const cells = model.form.fields.map((_, column) => {
      const at = letters(column) + row;
      const heading = layout.headings.find((h) => h.top === row && h.from === column);
      return heading === undefined ? blankCell(at, STYLE.heading) : textCell(at, heading.text, STYLE.heading);
    });
    yield rowXml(row, ROW_POINTS.heading, cells.join(""));
  }
  for (const h of layout.headings)
    if (h.from !== h.to || h.top !== h.bottom) merges.push(`${letters(h.from)}${h.top}:${letters(h.to)}${h.bottom}`);
}

function totalsXml(layout: FormLayout, tally: Tally, row: number, words: MasterWords, merges: string[]): string {
  const counted = [...tally.ticks, ...tally.sums].map((one) => one.column);
  const firstTick = Math.min(layout.fields.length, ...counted);
  if (firstTick > 1) merges.push(`A${row}:${letters(firstTick - 1)}${row}`);
  const cells = layout.fields.map((_, column) => {
    const at = letters(column) + row;
    if (column === 0 && firstTick > 0) return textCell(at, words.total, STYLE.totalLabel);
    const added = tally.sums.find((one) => one.column === column);
    if (added !== undefined && tally.rows > 0)
      return formulaCell(
        at,
        `SUM(${letters(column)}${layout.firstRow}:${letters(column)}${row - 1})`,
        added.total,
        STYLE.totalCount,
      );
    const tick = tally.ticks.find((t) => t.column === column);
    if (added !== undefined) return numberCell(at, 0, STYLE.totalCount);
    if (tick === undefined) return blankCell(at, STYLE.totalLabel);
    if (tally.rows === 0) return numberCell(at, 0, STYLE.totalCount);
    const letter = letters(column);
    const formula = `COUNTIF(${letter}${layout.firstRow}:${letter}${row - 1},"${TICK}")`;
    return formulaCell(at, formula, sum(tick.counts), STYLE.totalCount);
  });
  return rowXml(row, ROW_POINTS.body, cells.join(""));
}

/**
 * The official layout for the whole province, in pieces: title, heading, every row in order with a running number, totals,
 * notes, signature block. Fills `tally` and `print` on the way; both are complete when it ends.
 * Throws RangeError when the rows do not fit a sheet.
 */
export async function* officialSheet(
  model: MasterModel,
  layout: FormLayout,
  words: MasterWords,
  tally: Tally,
  texts: Texts,
  print: SheetPrint,
): AsyncGenerator<string> {
  const merges: string[] = [];
  yield* headXml(model, layout, merges);
  const last = letters(layout.lastColumn);
  const columns = model.form.fields.map((field, column) => ({
    id: field.id,
    address: `<c r="${letters(column)}`,
    write: writerOf(field, texts),
  }));
  const tailRows = 2 + model.form.notes.length + 4;
  let row = layout.firstRow;
  for await (const batch of masterRows(model)) {
    let xml = "";
    for (const entry of batch) {
      if (row + tailRows > SHEET_ROWS) throw new RangeError(`More rows than a sheet holds (${SHEET_ROWS})`);
      countRow(tally, entry, row);
      const at = String(row);
      xml += `<row r="${at}">`;
      const { values } = entry.stored;
      for (const column of columns) xml += column.address + at + column.write(entry, values[column.id]);
      xml += "</row>";
      row++;
    }
    yield xml;
  }
  yield totalsXml(layout, tally, row++, words, merges);
  row++;
  for (const [i, note] of model.form.notes.entries()) {
    merges.push(`A${row}:${last}${row}`);
    yield rowXml(row, ROW_POINTS.note, textCell(`A${row}`, note, i === 0 ? STYLE.note : STYLE.noteMore));
    row++;
  }
  row++;
  const from = letters(layout.signatureFrom);
  for (const line of signatureLines(model.form)) {
    merges.push(`${from}${row}:${last}${row}`);
    yield rowXml(row, ROW_POINTS.sign, textCell(`${from}${row}`, line, STYLE.sign));
    row++;
  }
  print.printArea = `$A$1:$${last}$${row - 1}`;
  print.titleRows = `$${layout.headingTop}:$${layout.headingBottom}`;
  yield sheetTail({ merges, footer: pageFooter(words.page), margins: MARGINS, landscape: true });
}
