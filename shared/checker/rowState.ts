import { type CellAnswer, type RowAnswer, type RowStatus, type RowVerdict, worse } from "../answer.ts";
import { centreKey, declaresNone } from "../rules/centre.ts";
import type { Code } from "../rules/codes.ts";
import { isGood, type Reading } from "../rules/reading.ts";
import { type Cell, scalarOf } from "../sheet/grid.ts";
import { namesExactly } from "../sheet/headings.ts";
import { type RowTexts, readSubhead, skipReason } from "../sheet/rowKind.ts";
import type { GridView } from "../sheet/view.ts";
import type { SheetContext } from "./context.ts";
import { type Carry, type EffectiveCell, effectiveCell } from "./effective.ts";
import type { Layout } from "./layout.ts";
import { type RowCells, type RowReadings, readRow } from "./readRow.ts";
import { reshape } from "./shape.ts";

/** One row as judged, without the rules that look across rows. */
export interface RowState {
  answer: RowAnswer;
  carryOut: Carry;
  /** Office and centre, for finding the same pair twice; null when either is open. */
  duplicateKey: string | null;
  officeCode: string | null;
}

function textsOf(view: GridView, row: number, layout: Layout, context: SheetContext, carry: Carry): RowTexts {
  const all: string[] = [];
  let firstCol = -1;
  for (let col = 0; col < view.width; col++) {
    if (view.mergedFrom(row, col) !== null) continue;
    const text = view.text(row, col);
    if (text === "") continue;
    if (firstCol < 0) firstCol = col;
    all.push(text);
  }
  const { columns } = layout.map;
  const own = (field: string) => {
    const col = columns.get(field);
    return col === undefined || view.mergedFrom(row, col) !== null ? "" : view.text(row, col);
  };
  const officeCol = columns.get("office") ?? Number.POSITIVE_INFINITY;
  return {
    all,
    seq: own("seq"),
    province: own("province"),
    district: own("district"),
    office: own("office"),
    centre: own("centre"),
    remark: own("remark"),
    ticks: ["done", "notDone"].map(own).filter((text) => text !== ""),
    spans: firstCol >= 0 && view.spanRight(row, firstCol) > firstCol,
    startsLeft: firstCol >= 0 && firstCol < officeCol,
    repeatsHeading: repeatsHeading(context, own),
    afterFooter: carry.afterFooter,
  };
}

/** Two columns that hold their own label; or both tick labels and nothing else, the lower row of the heading. */
function repeatsHeading(context: SheetContext, own: (field: string) => string): boolean {
  if (/^[0-9๐-๙]+$/.test(own("seq"))) return false;
  const named = context.form.fields.filter((field) => {
    const text = own(field.id);
    return text !== "" && namesExactly(text, field);
  });
  const filled = context.form.fields.filter((field) => own(field.id) !== "").length;
  return named.filter((field) => field.kind !== "tick").length >= 2 || (named.length === 2 && filled === 2);
}

function skipped(view: GridView, row: number, code: Code, carryOut: Carry): RowState {
  const answer: RowAnswer = { row: view.rowNumber(row), verdict: "skip", codes: [code], cells: {} };
  return { answer, carryOut, duplicateKey: null, officeCode: null };
}

/** A line that only numbers or pre-fills carries nothing on; the line above it still is the one a ditto mark means. */
function carrySkip(texts: RowTexts, code: Code, carry: Carry): Carry {
  if (code === "ROW_FOOTER") return carry.afterFooter ? carry : { ...carry, afterFooter: true };
  const head = code === "ROW_SUBHEAD" ? readSubhead(texts) : null;
  if (head === null) return carry;
  return head.kind === "district" ? { ...carry, district: head.text, office: null } : { ...carry, office: head.text };
}

export function judgeRow(view: GridView, row: number, layout: Layout, context: SheetContext, carryIn: Carry): RowState {
  const texts = textsOf(view, row, layout, context, carryIn);
  const reason = skipReason(texts);
  if (reason !== null) return skipped(view, row, reason, carrySkip(texts, reason, carryIn));

  const cells = new Map<string, EffectiveCell>();
  const above: Cell[] = [];
  context.form.fields.forEach((field, i) => {
    const col = layout.map.columns.get(field.id) ?? -1;
    const cell = effectiveCell(view, row, field, col, i, carryIn, layout.firstDataRow);
    above.push(cell.cell);
    // A missing column says nothing, except the province: that is known from the sheet.
    if (col >= 0 || field.kind === "province") cells.set(field.id, cell);
  });
  let readings = readRow(cells, context);
  const rowCodes: Code[] = [];
  if (needsReshaping(cells, readings)) {
    const reshaped = reshape(view, row, cells, readings, context);
    if (reshaped !== null) {
      readings = reshaped.readings;
      if (reshaped.code === "COL_SHIFTED") rowCodes.push(reshaped.code);
    }
  }
  const carryOut: Carry = { ...carryIn, above };
  return assemble(view, row, cells, readings, rowCodes, carryOut);
}

function needsReshaping(cells: RowCells, readings: RowReadings): boolean {
  for (const [field, reading] of readings) if (!isGood(reading) && cells.get(field)!.from === null) return true;
  return false;
}

function assemble(
  view: GridView,
  row: number,
  cells: RowCells,
  readings: RowReadings,
  rowCodes: Code[],
  carryOut: Carry,
): RowState {
  const answers: Record<string, CellAnswer> = {};
  let verdict: RowVerdict = rowCodes.length > 0 ? "suggest" : "ok";
  for (const [field, reading] of readings) {
    const cell = cells.get(field)!;
    answers[field] = answerOf(view, row, cell, reading);
    verdict = worse(verdict, reading.verdict);
  }
  const answer: RowAnswer = { row: view.rowNumber(row), verdict, codes: rowCodes, cells: answers };
  const officeCode = answers.office?.officeCode ?? null;
  const centre = answers.centre?.value;
  const status = statusOf(answers, cells);
  if (verdict !== "suggest" && verdict !== "error" && status !== null) answer.status = status;
  const duplicateKey =
    officeCode !== null && typeof centre === "string" && centre !== "" ? `${officeCode}|${centreKey(centre)}` : null;
  return { answer, carryOut, duplicateKey, officeCode };
}

function answerOf(view: GridView, row: number, cell: EffectiveCell, reading: Reading): CellAnswer {
  const answer: CellAnswer = {
    cell: cell.col < 0 ? null : view.address(row, cell.col),
    raw: cell.raw,
    verdict: reading.verdict,
    value: reading.value,
    codes: reading.codes,
    suggestions: reading.suggestions,
  };
  if (reading.officeCode !== undefined) answer.officeCode = reading.officeCode;
  if (reading.params !== undefined) answer.params = reading.params;
  return answer;
}

function statusOf(answers: Record<string, CellAnswer>, cells: RowCells): RowStatus | null {
  const remark = scalarOf(cells.get("remark")?.cell);
  const saysNone = typeof remark === "string" && declaresNone(remark.trim());
  if (answers.centre?.codes.includes("CDC_NONE") && (answers.done?.value !== true || saysNone)) return "nil";
  if (answers.done?.value === true) return "done";
  if (answers.notDone?.value === true) return "notDone";
  return null;
}
