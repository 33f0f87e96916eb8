import { cellsIn, intersect, without } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import type { Validation } from "../book/sheet.ts";
import type { Json } from "../wireTypes.ts";
import type { Model } from "./model.ts";
import { areasOfSpan } from "./spans.ts";

/** Read only: what a template brings along. */
export const dataValidation: Model<Span> = {
  scalars: {
    // No rule at all reads as an empty one, differing rules as null.
    Rule: (span) => {
      const rules = rulesOf(span);
      if (rules.length === 0) return {};
      return rules.length > 1 || !coversAll(span, rules[0]!) ? null : (rules[0]!.rule as Json);
    },
    // "Inconsistent" where only some cells have a rule, "MixedCriteria" where rules differ (docs: Excel.DataValidationType).
    Type: (span) => {
      const rules = rulesOf(span);
      if (rules.length === 0) return "None";
      if (rules.length > 1) return "MixedCriteria";
      return coversAll(span, rules[0]!) ? rules[0]!.type : "Inconsistent";
    },
  },
};

function rulesOf(span: Span): Validation[] {
  const areas = areasOfSpan(span);
  return span.sheet.state.validations.filter((validation) =>
    validation.areas.some((one) => areas.some((area) => intersect(one, area) !== null)),
  );
}

function coversAll(span: Span, validation: Validation): boolean {
  let left = areasOfSpan(span);
  for (const hole of validation.areas) left = left.flatMap((area) => without(area, hole));
  return left.every((area) => cellsIn(area) === 0);
}
