import { type CellAnswer, isAccepted, type RowAnswer, type RowStatus, type Verdict, worse } from "../answer.ts";
import { centreKey, declaresNone } from "../rules/centre.ts";
import type { Code } from "../rules/codes.ts";
import { isGood, type Reading } from "../rules/reading.ts";
import { type Scalar, scalarOf } from "../sheet/grid.ts";
import { namesExactly } from "../sheet/headings.ts";
import { type RowTexts, readSubhead, skipReason, subheadText } from "../sheet/rowKind.ts";
import type { GridView } from "../sheet/view.ts";
import { makeKey } from "../text/key.ts";
import { rowAgainst } from "./against.ts";
import type { SheetContext } from "./context.ts";
import { type Carry, type EffectiveCell, fillCell } from "./effective.ts";
import type { Plan } from "./plan.ts";
import { type RowCells, type RowReadings, readRow, reportsNothing } from "./readRow.ts";
import { reshape } from "./shape.ts";

/** One row as judged, without the rules that look across rows; what it hands down is part of it. */
export interface RowState extends Carry {
  answer: RowAnswer;
  officeCode: string | null;
  /** What the row is about inside its office, for finding the same pair twice; null when either is open. On a form without offices it stands alone. */
  subject: string | null;
}

/** `texts`: the row's tidied texts by column, "" where a merge covers the cell. */
function rowTexts(view: GridView, row: number, texts: string[], context: SheetContext, carry: Carry): RowTexts {
  const { columnOf } = context.plan;
  const all: string[] = [];
  let firstCol = -1;
  for (let col = 0; col < texts.length; col++) {
    const text = texts[col]!;
    if (text === "") continue;
    if (firstCol < 0) firstCol = col;
    all.push(text);
  }
  const at = (col: number) => (col < 0 ? "" : texts[col]!);
  const done = at(columnOf.done);
  const notDone = at(columnOf.notDone);
  const seq = at(columnOf.seq);
  return {
    all,
    seq,
    province: at(columnOf.province),
    district: at(columnOf.district),
    office: at(columnOf.office),
    subject: at(columnOf.subject),
    remark: at(columnOf.remark),
    ticks: done === "" ? (notDone === "" ? NO_TEXTS : [notDone]) : notDone === "" ? [done] : [done, notDone],
    spans: firstCol >= 0 && view.spanRight(row, firstCol) > firstCol,
    startsLeft: firstCol >= 0 && (columnOf.office < 0 || firstCol < columnOf.office),
    repeatsHeading: !NUMBER.test(seq) && repeatsHeading(context, texts),
    loneDistrict: all.length === 1 && isDistrict(context, subheadText(all[0]!)),
    afterFooter: carry.afterFooter,
    further: hasFurther(context.plan, texts),
  };
}

/** Something stands in a column that is read by its kind alone, the row's subject aside. */
function hasFurther({ others, columns, subject }: Plan, texts: readonly string[]): boolean {
  for (const place of others) if (place !== subject && texts[columns[place]!] !== "") return true;
  return false;
}

const NO_TEXTS: string[] = [];
const NUMBER = /^[0-9๐-๙]+$/;

function textsOf(view: GridView, row: number): string[] {
  const texts: string[] = [];
  for (let col = 0; col < view.width; col++) texts.push(view.mergedFrom(row, col) === null ? view.text(row, col) : "");
  return texts;
}

function isDistrict(context: SheetContext, text: string): boolean {
  return text !== "" && !/^[0-9๐-๙]+$/.test(text) && isGood(context.district(text));
}

/** Two columns that hold their own label; or both tick labels and nothing else, the lower row of the heading. */
function repeatsHeading(context: SheetContext, texts: readonly string[]): boolean {
  const { fields, columns } = context.plan;
  let filled = 0;
  let named = 0;
  let namedPlaces = 0;
  for (let place = 0; place < fields.length; place++) {
    const text = texts[columns[place]!] ?? "";
    if (text === "") continue;
    filled++;
    if (!namesExactly(text, fields[place]!)) continue;
    named++;
    if (fields[place]!.kind !== "tick") namedPlaces++;
  }
  return namedPlaces >= 2 || (named === 2 && filled === 2);
}

function skipped(view: GridView, row: number, code: Code, carry: Carry): RowState {
  const answer: RowAnswer = { row: view.rowNumber(row), verdict: "skip", codes: [code], cells: {} };
  const { district, office, afterFooter, above } = carry;
  return { answer, officeCode: null, subject: null, district, office, afterFooter, above };
}

/** A line that only numbers or pre-fills carries nothing on; the line above it still is the one a ditto mark means. */
function carrySkip(texts: RowTexts, code: Code, carry: Carry): Carry {
  if (code === "ROW_FOOTER" && !carry.afterFooter) return carrySkip(texts, code, { ...carry, afterFooter: true });
  const head = code === "ROW_SUBHEAD" ? readSubhead(texts) : null;
  // A line of its own that is not understood may have been a sub-heading: what stood above no longer fills.
  if (head === null) return mayBeSubhead(texts, code) ? { ...carry, district: null, office: null } : carry;
  return head.kind === "district" ? { ...carry, district: head.text, office: null } : { ...carry, office: head.text };
}

function mayBeSubhead(texts: RowTexts, code: Code): boolean {
  const lone = texts.all.length === 1 && texts.startsLeft && texts.province === "";
  return lone && code !== "ROW_TOTAL" && !/^[0-9๐-๙.)(\s]+$/.test(texts.all[0]!);
}

/** Judges one row by its own cells and what the rows above hand down. */
export function judgeRow(view: GridView, row: number, context: SheetContext, carryIn: Carry): RowState {
  const texts = textsOf(view, row);
  const about = rowTexts(view, row, texts, context, carryIn);
  const reason = skipReason(about);
  if (reason !== null) return skipped(view, row, reason, carrySkip(about, reason, carryIn));

  const { plan, layout } = context;
  const cells: (EffectiveCell | undefined)[] = [];
  // The row as it stands in the grid serves the next row as the row above, unless something was filled into it.
  const own = view.cells(row);
  let above = own;
  for (let place = 0; place < plan.fields.length; place++) {
    const col = plan.columns[place]!;
    if (col < 0 && place !== plan.province) {
      cells.push(undefined);
      continue;
    }
    const cell = context.cells[place]!;
    fillCell(cell, view, row, carryIn, layout.firstDataRow, texts[col]);
    cells.push(cell);
    if (col < 0 || cell.cell === (own[col] ?? null)) continue;
    if (above === own) above = Array.from({ length: view.width }, (_, i) => own[i] ?? null);
    above[col] = cell.cell;
  }
  let readings = readRow(cells, context);
  let rowCodes = NO_CODES;
  if (needsReshaping(cells, readings)) {
    const reshaped = reshape(view, row, cells, readings, context);
    if (reshaped !== null) {
      readings = reshaped.readings;
      if (reshaped.code === "COL_SHIFTED") rowCodes = [reshaped.code];
    }
  }
  const nothing = plan.centre < 0 && reportsNothing(cells, context);
  const read = assemble(view, row, cells, readings, rowCodes, plan, nothing);
  const officeCode = read.cells.office?.officeCode ?? null;
  const answer = context.before === null ? read : rowAgainst(read, context.form, context.before, officeCode);
  const subject = officeCode === null && !plan.officeless ? null : subjectKey(answer, context);
  const { district, office, afterFooter } = carryIn;
  return { answer, officeCode, subject, district, office, afterFooter, above };
}

/** What tells the row from the others of its office: its centre, or the fields the form names. Null while one of them is open. */
function subjectKey(answer: RowAnswer, context: SheetContext): string | null {
  if (context.plan.centre >= 0) {
    const centre = answer.cells.centre?.value;
    return typeof centre === "string" && centre !== "" ? centreKey(centre) : null;
  }
  const { sameness } = context;
  if (sameness === null || answer.status === "nil") return null;
  let key = "";
  for (const field of sameness) {
    const value = answer.cells[field]?.value ?? null;
    if (value === null || value === "") return null;
    key += `${makeKey(String(value))}|`;
  }
  return key;
}

const NO_CODES: Code[] = [];

function needsReshaping(cells: RowCells, readings: RowReadings): boolean {
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i];
    if (reading !== undefined && !isGood(reading) && cells[i]!.from === null) return true;
  }
  return false;
}

function assemble(
  view: GridView,
  row: number,
  cells: RowCells,
  readings: RowReadings,
  rowCodes: Code[],
  plan: Plan,
  nothing: boolean,
): RowAnswer {
  const answers: Record<string, CellAnswer> = {};
  const number = view.rowNumber(row);
  const printed = String(number);
  let verdict: Verdict = rowCodes.length > 0 ? "suggest" : "ok";
  for (const place of plan.order) {
    const cell = cells[place];
    const reading = readings[place];
    if (cell === undefined || reading === undefined) continue;
    answers[cell.field.id] = answerOf(cell.col < 0 ? null : view.letters(cell.col) + printed, cell.raw, reading);
    if (reading.verdict !== "ok") verdict = worse(verdict, reading.verdict);
  }
  const status = !isAccepted(verdict) ? null : nothing ? "nil" : statusOf(answers, cells[plan.remark]);
  return status === null
    ? { row: number, verdict, codes: rowCodes, cells: answers }
    : { row: number, verdict, codes: rowCodes, cells: answers, status };
}

/** Written out as whole objects: one object for each cell of each row, and adding members one by one made them cost twice as much. */
function answerOf(cell: string | null, raw: Scalar, reading: Reading): CellAnswer {
  const { verdict, value, codes, suggestions, officeCode, params } = reading;
  if (officeCode !== undefined)
    return params === undefined
      ? { cell, raw, verdict, value, codes, suggestions, officeCode }
      : { cell, raw, verdict, value, codes, suggestions, officeCode, params };
  return params === undefined
    ? { cell, raw, verdict, value, codes, suggestions }
    : { cell, raw, verdict, value, codes, suggestions, params };
}

function statusOf(answers: Record<string, CellAnswer>, remarkCell: EffectiveCell | undefined): RowStatus | null {
  const { centre, done, notDone } = answers;
  if (centre?.codes.includes("CDC_NONE")) {
    if (done?.value !== true) return "nil";
    const remark = scalarOf(remarkCell?.cell);
    if (typeof remark === "string" && declaresNone(remark.trim())) return "nil";
  }
  if (done?.value === true) return "done";
  if (notDone?.value === true) return "notDone";
  return null;
}
