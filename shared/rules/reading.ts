import type { Suggestion, Verdict } from "../answer.ts";
import type { Scalar } from "../sheet/grid.ts";
import { type Code, sortCodes } from "./codes.ts";

/** What a rule says of one cell, before the cell's address and raw text are put beside it. Shared between equal cells: never changed. */
export interface Reading {
  readonly verdict: Verdict;
  readonly value: Scalar;
  readonly codes: Code[];
  readonly suggestions: Suggestion[];
  readonly officeCode?: string;
  readonly params?: Record<string, Scalar>;
}

const NO_CODES: Code[] = [];
const NO_SUGGESTIONS: Suggestion[] = [];

/** Accepted: `ok` when nothing was done to it, else `fixed`. */
export function accept(value: Scalar, codes: Code[] = NO_CODES, params?: Reading["params"]): Reading {
  return {
    verdict: codes.length === 0 ? "ok" : "fixed",
    value,
    codes: sortCodes(codes),
    suggestions: NO_SUGGESTIONS,
    params,
  };
}

export function acceptOffice(value: string, officeCode: string, codes: Code[], params?: Reading["params"]): Reading {
  return { ...accept(value, codes, params), officeCode };
}

export function warn(value: Scalar, codes: Code[], params?: Reading["params"]): Reading {
  return { verdict: "warn", value, codes: sortCodes(codes), suggestions: NO_SUGGESTIONS, params };
}

/** Waits for a person; best proposal first. */
export function suggest(codes: Code[], suggestions: Suggestion[], params?: Reading["params"]): Reading {
  return { verdict: "suggest", value: null, codes: sortCodes(codes), suggestions, params };
}

export function refuse(codes: Code[], suggestions: Suggestion[] = NO_SUGGESTIONS, params?: Reading["params"]): Reading {
  return { verdict: "error", value: null, codes: sortCodes(codes), suggestions, params };
}

/** The same reading with further codes; an `ok` becomes `fixed`. */
export function withCodes(reading: Reading, codes: Code[]): Reading {
  if (codes.length === 0) return reading;
  return {
    ...reading,
    verdict: reading.verdict === "ok" ? "fixed" : reading.verdict,
    codes: sortCodes([...reading.codes, ...codes]),
  };
}

export function isGood(reading: Reading): boolean {
  return reading.verdict === "ok" || reading.verdict === "fixed" || reading.verdict === "warn";
}
