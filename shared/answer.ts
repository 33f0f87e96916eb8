import type { Code } from "./rules/codes.ts";
import type { Scalar } from "./sheet/grid.ts";

/** Ordered from best to worst; a cell, a row and a sheet carry the worst that applies. */
export type Verdict = "ok" | "fixed" | "warn" | "suggest" | "error";
export type RowVerdict = Verdict | "skip";

/** A proposed value for the cell itself, or `{cell, value}` where another field of the row is meant. */
export type Suggestion = Scalar | { cell: string; value: Scalar };

/** What the checker says of one cell: data only. Sentences are made from it in `words/`. */
export interface CellAnswer {
  /** A1 address, or null when the sheet has no such column and the value was filled. */
  cell: string | null;
  /** As typed. For a merged or ditto cell: what this very cell holds. */
  raw: Scalar;
  verdict: Verdict;
  /** What goes to the master; null while a person has to decide. */
  value: Scalar;
  /** Seven-digit code, for an office field that resolved. */
  officeCode?: string;
  codes: Code[];
  suggestions: Suggestion[];
  /** Slots for the sentence: what was read, what is expected, the place it was compared with. */
  params?: Record<string, Scalar>;
}

/** The lines of a repeated part: of each activity its name and count, of each result its text. */
export type ListValue = Record<string, Scalar>[];

/** The answer for a part of a form without a table. */
export type FieldAnswer = Omit<CellAnswer, "raw" | "value"> & { raw: Scalar | ListValue; value: Scalar | ListValue };

export type RowStatus = "done" | "notDone" | "nil";

export interface RowAnswer {
  /** Row number as printed on the sheet, 1-based. */
  row: number;
  verdict: RowVerdict;
  /** Codes about the whole row (ROW_*, COL_SHIFTED). */
  codes: Code[];
  status?: RowStatus;
  /** Field -> answer. Empty for a skipped row. */
  cells: Record<string, CellAnswer>;
  params?: Record<string, Scalar>;
}

/** Something about the sheet as a whole. */
export interface Finding {
  code: Code;
  verdict: Verdict;
  cell: string | null;
  params: Record<string, Scalar>;
}

export interface Counts {
  /** Data rows: everything but skip. */
  rows: number;
  ok: number;
  fixed: number;
  warn: number;
  suggest: number;
  error: number;
  skip: number;
}

export interface Certifier {
  name: string;
  position: string;
}

/** A column that a person has to name; until then its fields are missing. */
export interface ColumnQuestion {
  /** Column letters, and the cell of its heading. */
  column: string;
  cell: string;
  /** As printed; "" where it has no heading. */
  label: string;
  /** What the answer is given under. */
  key: string;
  /** Field ids it could be; it may also be none of the form's. */
  candidates: string[];
}

/** The checker's answer for one sheet: codes and values, no sentences. */
export interface Report {
  form: string;
  version: number;
  sheet: string;
  /** Two-digit code. */
  province: string | null;
  /** Seven-digit code when every data row belongs to one office, or the sheet's identity names it. */
  office: string | null;
  /** Gregorian YYYY-MM. */
  period: string | null;
  submittable: boolean;
  counts: Counts;
  /** Field -> column letters. */
  columns: Record<string, string>;
  /** Left away when there is none. */
  questions?: ColumnQuestion[];
  /** What was said of columns of this sheet, by the key of each; left away when nothing was. */
  answered?: Record<string, string | null>;
  findings: Finding[];
  rows: RowAnswer[];
  /** For a form without a table: field -> answer. */
  fields: Record<string, FieldAnswer>;
  /** From the signature block, when filled. */
  certifier: Certifier | null;
}

const RANK: Record<Verdict, number> = { ok: 0, fixed: 1, warn: 2, suggest: 3, error: 4 };

export function worse(a: Verdict, b: Verdict): Verdict {
  return RANK[a] >= RANK[b] ? a : b;
}

/** True when nothing waits for a person: no `suggest`, no `error`. */
export function isAccepted(verdict: RowVerdict): boolean {
  return verdict === "ok" || verdict === "fixed" || verdict === "warn";
}
