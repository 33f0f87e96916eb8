import type { Scalar } from "../sheet/grid.ts";
import type { DesignCode } from "./codes.ts";

/** What is wrong with a designed form: a code with its values, and where. Words: `designProblemText` of `shared/words/designer.ts`. */
export interface DesignProblem {
  code: DesignCode;
  params: Record<string, Scalar>;
  /** The field it is about, when it is about one. */
  field: string | null;
  /** Where it stands in the workbook of the definition, when it was read from one. */
  at: { sheet: string; cell: string } | null;
}

export function problem(
  code: DesignCode,
  params: DesignProblem["params"] = {},
  field: string | null = null,
): DesignProblem {
  return { code, params, field, at: null };
}
