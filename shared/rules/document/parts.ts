import type { RowRule } from "../../forms/definition.ts";
import type { Blank } from "../../sheet/documentCells.ts";
import type { Code } from "../codes.ts";
import { type Reading, refuse, suggest, warn } from "../reading.ts";

/** One part of a repeated line: where it stands and what was read in it. */
export interface Part extends Blank {
  reading: Reading;
}

/** A repeated line or block, by its parts. */
export interface Line {
  number: string | null;
  row: number;
  col: number;
  parts: Record<string, Part>;
}

/** What the sections of a form without a table hold, while its rules are gone through. Rules change the readings in place. */
export interface DocumentState {
  fields: Map<string, Part>;
  lists: Map<string, { lines: Line[]; reading: Reading }>;
}

/** The number a field was read as; null while it waits or is missing. */
export function numberOf(state: DocumentState, field: string | undefined): number | null {
  const value = field === undefined ? undefined : state.fields.get(field)?.reading.value;
  return typeof value === "number" ? value : null;
}

/** The number a line's part was read as. */
export function partNumber(line: Line, part: string): number | null {
  const value = line.parts[part]?.reading.value;
  return typeof value === "number" ? value : null;
}

/** What a part says, as text; "" when it says nothing. */
export function partText(line: Line, part: string): string {
  const value = line.parts[part]?.reading.value;
  return value === null || value === undefined ? "" : String(value);
}

const RANK = { ok: 0, fixed: 1, warn: 2, suggest: 3, error: 4 } as const;

/** A reading with a further finding; of two the graver stands, and every code is kept. */
export function worsened(
  before: Reading,
  { verdict }: Pick<RowRule, "verdict">,
  code: Code,
  params: Reading["params"],
  suggestions: Reading["suggestions"] = [],
): Reading {
  const codes: Code[] = [...before.codes, code];
  const graver = RANK[verdict] >= RANK[before.verdict];
  const told = graver ? { ...before.params, ...params } : { ...params, ...before.params };
  if (verdict === "warn" && before.verdict !== "suggest" && before.verdict !== "error")
    return warn(before.value, codes, told);
  if (before.verdict === "error" || verdict === "error")
    return refuse(codes, suggestions.length > 0 ? suggestions : before.suggestions, told);
  return suggest(codes, suggestions.length > 0 ? suggestions : before.suggestions, told);
}
