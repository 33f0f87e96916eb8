import type { CellAnswer } from "../answer.ts";
import { isAccepted, worse } from "../answer.ts";
import type { FieldKind } from "../forms/definition.ts";
import type { Scalar } from "../sheet/grid.ts";
import type { Code } from "./codes.ts";
import { sortCodes } from "./codes.ts";

const FACTOR = 2;
const COUNTED = new Set<FieldKind>(["count", "money"]);

/**
 * A number at least twice, or at most half, of what the last accepted report has for the same thing. It may be so: both are
 * told. Nought before, or a cell left blank, is no number to compare with. Null where there is nothing to say.
 */
export function countJump<T extends Pick<CellAnswer, "verdict" | "codes" | "params"> & { value: unknown }>(
  cell: T,
  kind: FieldKind,
  before: Scalar | undefined,
  period: string,
): T | null {
  const { value, verdict } = cell;
  if (!COUNTED.has(kind) || typeof value !== "number" || typeof before !== "number" || before <= 0) return null;
  if (!isAccepted(verdict) || cell.codes.includes("NUM_BLANK")) return null;
  if (value < before * FACTOR && value > before / FACTOR) return null;
  const codes: Code[] = sortCodes([...cell.codes, "NUM_JUMP"]);
  return { ...cell, verdict: worse(verdict, "warn"), codes, params: { ...cell.params, last: before, before: period } };
}
