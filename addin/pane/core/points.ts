import type { CellAnswer, FieldAnswer, Finding, Report, RowAnswer, Verdict } from "../../../shared/answer.ts";
import { subjectOf } from "../../../shared/forms/index.ts";
import type { Code } from "../../../shared/rules/codes.ts";
import { parseAddress } from "../../../shared/sheet/address.ts";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { formOf } from "../knownForms.ts";

/**
 * What a point is about: one cell; the two tick cells of a row; two cells that changed places; a row moved aside; a row that
 * repeats another; the sheet; a comment that came back.
 */
export type PointKind = "cell" | "pair" | "swap" | "shift" | "duplicate" | "finding" | "returned";
export type PointVerdict = Exclude<Verdict, "ok" | "fixed">;

/** One thing for a person to look at, in the order of the sheet. */
export interface Point {
  /** The same point keeps its key from one check to the next. */
  key: string;
  kind: PointKind;
  verdict: PointVerdict;
  code: Code | null;
  /** As printed; null for what is about the sheet. */
  row: number | null;
  /** Field ids it is about, in form order. */
  fields: string[];
  /** Where to jump; null when there is no such cell. */
  cell: string | null;
  raw: Scalar;
  answer: CellAnswer | null;
  params: Record<string, Scalar>;
  /** The words of a returned comment. */
  text: string | null;
  /** Rows below that take this cell's content and are settled with it. */
  followers: number;
  /** The places around the cell: what is alike in words alone is not alike. */
  context: string;
  order: number;
}

export interface Comment {
  row: number | null;
  field: string | null;
  text: string;
}

const ROW_SPAN = 1000;
const TAKEN_FROM_ABOVE = new Set<Code>(["TXT_DITTO", "GEO_FILL"]);
const PAIR_CODES = new Set<Code>(["TICK_NONE", "TICK_CONFLICT"]);

/** True for a point that keeps the report from being sent. */
export function isBlocking(point: Point): boolean {
  return point.kind !== "returned" && point.verdict !== "warn";
}

/** Everything a person should look at: what came back first, then the sheet's own points from top to bottom. */
export function pointsOf(report: Report, comments: readonly Comment[] = []): Point[] {
  const points: Point[] = [];
  for (const finding of report.findings)
    if (finding.verdict !== "ok" && finding.verdict !== "fixed") points.push(ofFinding(finding));
  for (const [field, answer] of Object.entries(report.fields)) {
    const found = ofPart(field, answer, report);
    if (found !== null) points.push(found);
  }
  const heads = new Map<string, Point>();
  for (const row of report.rows) if (row.verdict !== "skip") readRow(report, row, points, heads);
  points.sort((a, b) => a.order - b.order);
  return [...comments.map((comment, i) => ofComment(report, comment, i)), ...points];
}

function orderOf(cell: string | null): number {
  const at = cell === null ? null : parseAddress(cell);
  return at === null ? -1 : at.row * ROW_SPAN + at.col;
}

function point(kind: PointKind, key: string, over: Partial<Point> & Pick<Point, "verdict">): Point {
  const cell = over.cell ?? null;
  const empty = { code: null, row: null, fields: [], raw: null, answer: null, params: {}, text: null };
  return { ...empty, followers: 0, context: "", order: orderOf(cell), ...over, kind, key, cell };
}

function ofFinding(finding: Finding): Point {
  const { code, cell, params } = finding;
  return point("finding", `f:${code}:${cell ?? params.label ?? params.expected ?? ""}`, {
    verdict: finding.verdict as PointVerdict,
    ...{ code, cell, params },
  });
}

/** A blank of a form without a table. What is said of a line of a list is not said again of the whole list. */
function ofPart(field: string, answer: FieldAnswer, report: Report): Point | null {
  if (answer.verdict === "ok" || answer.verdict === "fixed") return null;
  const code = answer.codes.find((one) => !TAKEN_FROM_ABOVE.has(one)) ?? null;
  const told = (other: string) => other.startsWith(`${field}.`) && report.fields[other]!.codes.includes(code!);
  if (Array.isArray(answer.raw) && code !== null && Object.keys(report.fields).some(told)) return null;
  const raw = Array.isArray(answer.raw) ? null : answer.raw;
  const value = Array.isArray(answer.value) ? null : answer.value;
  return point("cell", `p:${field}`, {
    ...{ verdict: answer.verdict, code, fields: [field], cell: answer.cell, raw, params: answer.params ?? {} },
    answer: { ...answer, raw, value },
  });
}

function ofComment(report: Report, { row, field, text }: Comment, i: number): Point {
  const letters = field === null ? undefined : report.columns[field];
  const column = letters ?? Object.values(report.columns)[0] ?? "A";
  return point("returned", `c:${i}:${row ?? ""}:${field ?? ""}`, {
    verdict: "error",
    ...{ row, text, fields: field === null ? [] : [field] },
    cell: row === null ? null : `${column}${row}`,
  });
}

function readRow(report: Report, row: RowAnswer, points: Point[], heads: Map<string, Point>): void {
  const fields = Object.keys(row.cells);
  const withCode = (code: Code) => fields.filter((field) => row.cells[field]!.codes.includes(code));
  const around = { row: row.row, params: row.params ?? {} };
  const cellOf = (field: string | undefined) => (field === undefined ? null : row.cells[field]!.cell);
  if (row.codes.includes("COL_SHIFTED")) {
    const moved = withCode("COL_SHIFTED");
    const first = moved.find((field) => row.cells[field]!.cell !== null);
    const answer = row.cells[first ?? ""] ?? null;
    points.push(
      point("shift", `${row.row}:shift`, {
        ...{ ...around, verdict: "suggest", code: "COL_SHIFTED", fields: moved, answer },
        ...{ cell: cellOf(first), raw: answer?.raw ?? null },
      }),
    );
    heads.clear();
    return;
  }
  const told = new Set<string>();
  const group = (kind: "swap" | "pair", members: string[], verdict: PointVerdict, code: Code) => {
    for (const field of members) told.add(field);
    const answer = row.cells[members[0]!]!;
    points.push(
      point(kind, `${row.row}:${kind}`, {
        ...{ ...around, verdict, code, fields: members, answer },
        ...{ cell: answer.cell, raw: answer.raw },
      }),
    );
  };
  const swapped = withCode("COL_SWAPPED");
  if (swapped.length === 2) group("swap", swapped, "suggest", "COL_SWAPPED");
  const pair = fields.filter((field) => row.cells[field]!.codes.some((code) => PAIR_CODES.has(code)));
  if (pair.length === 2) group("pair", pair, "error", row.cells[pair[0]!]!.codes.find((code) => PAIR_CODES.has(code))!);
  for (const field of fields) {
    if (told.has(field)) continue;
    const found = ofCell(report, row, field, heads);
    if (found !== null) points.push(found);
  }
  if (row.codes.includes("ROW_DUPLICATE")) {
    const form = formOf(report);
    const subject = form === undefined ? undefined : subjectOf(form)?.id;
    const named = subject !== undefined && fields.includes(subject);
    const at = cellOf(named ? subject : fields.find((field) => row.cells[field]!.cell !== null));
    points.push(
      point("duplicate", `${row.row}:duplicate`, {
        ...{ ...around, verdict: row.verdict === "warn" ? "warn" : "error", code: "ROW_DUPLICATE", fields: [] },
        ...{ cell: at, order: orderOf(at) + 0.5 },
      }),
    );
  }
}

function ofCell(report: Report, row: RowAnswer, field: string, heads: Map<string, Point>): Point | null {
  const answer = row.cells[field]!;
  const fromAbove = answer.codes.some((code) => TAKEN_FROM_ABOVE.has(code)) && isFilled(answer);
  if (!fromAbove) heads.delete(field);
  if (answer.verdict === "ok" || answer.verdict === "fixed") return null;
  const own = answer.codes.filter((code) => !TAKEN_FROM_ABOVE.has(code));
  const head = heads.get(field);
  if (fromAbove && head?.answer != null && sameCase(head.answer, answer)) {
    head.followers += 1;
    return null;
  }
  const made = point("cell", `${row.row}:${field}`, {
    ...{ verdict: answer.verdict, code: own[0] ?? answer.codes[0] ?? null, row: row.row, fields: [field], answer },
    ...{ cell: answer.cell, raw: answer.raw, params: answer.params ?? {}, context: contextOf(report, row, field) },
  });
  heads.set(field, made);
  return made;
}

/** Content that is not the cell's own: a ditto mark, or a blank that a merge or a sub-heading fills. */
function isFilled(answer: CellAnswer): boolean {
  return answer.codes.includes("TXT_DITTO") || answer.raw === null || answer.raw === "";
}

function sameCase(a: CellAnswer, b: CellAnswer): boolean {
  const own = (answer: CellAnswer) => answer.codes.filter((code) => !TAKEN_FROM_ABOVE.has(code)).join();
  return own(a) === own(b) && JSON.stringify(a.suggestions) === JSON.stringify(b.suggestions);
}

const PLACES = ["province", "district", "office"];

function contextOf(report: Report, row: RowAnswer, field: string): string {
  const kind = formOf(report)?.fields.find((one) => one.id === field)?.kind;
  if (kind === undefined || !["district", "office", "centre"].includes(kind)) return "";
  return PLACES.filter((place) => place !== field)
    .map((place) => {
      const answer = row.cells[place];
      return answer === undefined ? "" : `${String(answer.value)}/${answer.value === null ? String(answer.raw) : ""}`;
    })
    .join("|");
}
