import { problemsOf } from "../../../shared/designer/index.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { FormSchema, type ProblemFinding } from "../../../shared/wire/report.ts";
import { shapeFinding } from "../body.ts";
import { HttpProblem } from "../problems.ts";

const MOST_FINDINGS = 100;
/** A definition is one row of the store and travels with every book. */
const MOST_CHARS = 200_000;

/**
 * Holds a draft to what a form must be: the schema, and what the checker needs to find its fields and its due rule. Throws
 * `form-invalid` with every point; `field` is the id of the field, or the place in the definition.
 */
export function requireDefinition(given: unknown, id: string): FormDefinition {
  const shaped = FormSchema.safeParse({ ...(given as object), id, version: 1 });
  const findings: ProblemFinding[] = shaped.success
    ? problemsOf(shaped.data).map(({ code, field }) => ({
        ...{ code, verdict: "error", cell: null },
        ...(field === null ? {} : { field }),
      }))
    : shaped.error.issues.map((issue) => ({ ...shapeFinding(issue, given), code: `schema-${issue.code}` }));
  if (JSON.stringify(given)?.length > MOST_CHARS)
    findings.push({ code: "schema-too_big", verdict: "error", cell: null, message: `over ${MOST_CHARS} characters` });
  if (!shaped.success || findings.length > 0)
    throw new HttpProblem("form-invalid", {}, { findings: findings.slice(0, MOST_FINDINGS) });
  return shaped.data;
}
