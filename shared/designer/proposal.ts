import type { FormDefinition } from "../forms/definition.ts";
import type { Scalar } from "../sheet/grid.ts";
import type { ReasonCode } from "./codes.ts";
import type { DesignProblem } from "./problem.ts";

/** `sure`: printed on the form. `likely`: what such a form nearly always means. `unsure`: a person must look. */
export type Sureness = "sure" | "likely" | "unsure";

/** The part of the form, or of one field, that a point is about. */
export type Part =
  | "sheet"
  | "examples"
  | "id"
  | "title"
  | "heading"
  | "rows"
  | "total"
  | "nil"
  | "notes"
  | "signature"
  | "key"
  | "pair"
  | "roster"
  | "due"
  | "chain"
  | "source"
  | "kind"
  | "label"
  | "group"
  | "list"
  | "units"
  | "least"
  | "most"
  | "unusual"
  | "required"
  | "personal"
  | "inPeriod"
  | "future"
  | "aliases";

/** One thing proposed, with its reason as a code and values (words: `reasonText` of `shared/words/designer.ts`). */
export interface Point {
  part: Part;
  /** Field id; null for the form as a whole. */
  field: string | null;
  sure: Sureness;
  reason: ReasonCode;
  params: Record<string, Scalar>;
  /** Where it was seen on the official form, such as "D4"; null where nothing was. */
  cell: string | null;
}

export interface Proposal {
  found: true;
  /** Complete, and valid under `shared/forms/schema.ts`. */
  form: FormDefinition;
  /** Name of the sheet the form was found on. */
  sheet: string;
  /** First and last heading row, as printed. */
  heading: { from: number; to: number };
  /** Field id -> column letters on the official form. */
  columns: Record<string, string>;
  /** Everything that was decided, the form first, then field by field. */
  points: Point[];
}

/** Nothing was proposed, and why. */
export interface NoProposal {
  found: false;
  problem: DesignProblem;
}
