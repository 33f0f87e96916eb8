import { parseRange } from "../../sheet/address.ts";
import { type DefinedName, type Grid, scalarOf } from "../../sheet/grid.ts";
import type { Attributes } from "./xml.ts";

/** A drop-down as the file has it: the ranges it is offered in, and the formula its values come from. */
export interface RawChoice {
  ranges: string[];
  formula: string;
}

const MOST_CHOICES = 500;
const MOST_VALUES = 500;

/** Gathers the drop-downs of a worksheet while it is streamed: those of ECMA-376, and those Excel 2010 on keeps in an extension. */
export class ChoiceReader {
  readonly found: RawChoice[] = [];
  #open: { sqref: string; formula: string } | null = null;
  #in: "formula" | "sqref" | null = null;

  open(tag: string, attributes: Attributes): void {
    if (tag === "dataValidation")
      this.#open = attributes.type === "list" ? { sqref: attributes.sqref ?? "", formula: "" } : null;
    else if (this.#open === null) return;
    else if (tag === "formula1") this.#in = "formula";
    else if (tag === "sqref") this.#in = "sqref";
  }

  close(tag: string): void {
    if (tag === "formula1" || tag === "sqref") this.#in = null;
    if (tag !== "dataValidation" || this.#open === null) return;
    const { sqref, formula } = this.#open;
    if (sqref !== "" && formula !== "" && this.found.length < MOST_CHOICES)
      this.found.push({ ranges: sqref.trim().split(/\s+/).slice(0, MOST_CHOICES), formula });
    this.#open = null;
  }

  text(text: string): void {
    if (this.#open === null || this.#in === null) return;
    if (this.#in === "formula") this.#open.formula += text;
    else this.#open.sqref += text;
  }
}

/** The sheet with its drop-downs, their values fetched from where the formula points. A formula that is calculated offers nothing here. */
export function withChoices(
  grid: Grid,
  raw: readonly RawChoice[],
  grids: readonly Grid[],
  names: readonly DefinedName[],
): Grid {
  const choices = raw.flatMap(({ ranges, formula }) => {
    const values = valuesOf(formula.trim(), grid, grids, names);
    return values.length === 0 ? [] : ranges.map((range) => ({ range, values }));
  });
  return choices.length === 0 ? grid : { ...grid, choices };
}

function valuesOf(formula: string, own: Grid, grids: readonly Grid[], names: readonly DefinedName[]): string[] {
  const inline = /^"([\s\S]*)"$/.exec(formula);
  if (inline !== null) return tidied(inline[1]!.replaceAll('""', '"').split(","));
  const named = names.find(({ name }) => name.toLowerCase() === formula.toLowerCase())?.value;
  const at = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?)$/.exec(
    named ?? formula,
  );
  if (at === null) return [];
  const sheet = (at[1]?.replaceAll("''", "'") ?? at[2])?.trim();
  const from = sheet === undefined ? own : grids.find((grid) => grid.sheet === sheet);
  const range = from === undefined ? null : parseRange(at[3]!, from.rows.length - 1, 16_383);
  if (from === undefined || range === null) return [];
  const values: string[] = [];
  for (let row = range.top; row <= Math.min(range.bottom, from.rows.length - 1, range.top + MOST_VALUES); row++)
    for (let col = range.left; col <= Math.min(range.right, range.left + MOST_VALUES); col++) {
      const value = scalarOf(from.rows[row]?.[col]);
      if (typeof value === "string" || typeof value === "number") values.push(String(value));
    }
  return tidied(values);
}

function tidied(values: readonly string[]): string[] {
  return values
    .map((value) => value.trim())
    .filter((value) => value !== "")
    .slice(0, MOST_VALUES);
}
