import type { Box, RuleData } from "./model.ts";
import type { FakeRange } from "./range.ts";
import { bare, strict } from "./strict.ts";

type GRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GRange = GoogleAppsScript.Spreadsheet.Range;
type GBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type GCondition = GoogleAppsScript.Spreadsheet.BooleanCondition;

export const CRITERIA = { CUSTOM_FORMULA: "CUSTOM_FORMULA", TEXT_CONTAINS: "TEXT_CONTAINS" };

export class FakeRule implements Pick<GRule, "getRanges" | "getBooleanCondition"> {
  readonly data: RuleData;
  readonly #range: (box: Box) => GRange;

  constructor(data: RuleData, range: (box: Box) => GRange) {
    this.data = data;
    this.#range = range;
  }

  getRanges(): GRange[] {
    return this.data.boxes.map(this.#range);
  }

  /** Null for a rule that grades colours. */
  getBooleanCondition(): GCondition | null {
    const { formula, foreign } = this.data;
    if (foreign === "gradient") return null;
    const condition: Pick<GCondition, "getCriteriaType" | "getCriteriaValues"> = {
      getCriteriaType: () =>
        (foreign === undefined
          ? CRITERIA.CUSTOM_FORMULA
          : CRITERIA.TEXT_CONTAINS) as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria,
      getCriteriaValues: () => [foreign ?? formula],
    };
    return strict("BooleanCondition", condition) as GCondition;
  }
}

export class FakeRuleBuilder
  implements Pick<GBuilder, "whenFormulaSatisfied" | "setBackground" | "setRanges" | "build">
{
  #formula = "";
  #background: string | null = null;
  #boxes: Box[] = [];
  readonly #range: (box: Box) => GRange;

  constructor(range: (box: Box) => GRange) {
    this.#range = range;
  }

  whenFormulaSatisfied(formula: string): GBuilder {
    if (!formula.startsWith("=")) throw new Error("Conditional format rule formula must begin with =");
    this.#formula = formula;
    return this.#self;
  }

  setBackground(color: string | null): GBuilder {
    this.#background = color;
    return this.#self;
  }

  setRanges(ranges: GRange[]): GBuilder {
    this.#boxes = ranges.map((range) => (bare(range) as unknown as FakeRange).box);
    return this.#self;
  }

  build(): GRule {
    if (this.#formula === "" || this.#boxes.length === 0)
      throw new Error("ConditionalFormatRule must have ranges and a condition");
    const data = { formula: this.#formula, background: this.#background, boxes: this.#boxes };
    return strict("ConditionalFormatRule", new FakeRule(data, this.#range)) as unknown as GRule;
  }

  get #self(): GBuilder {
    return strict("ConditionalFormatRuleBuilder", this) as unknown as GBuilder;
  }
}
