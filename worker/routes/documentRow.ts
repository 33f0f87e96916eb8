import type { CellAnswer, ListValue, Report, RowAnswer, Verdict } from "../../shared/answer.ts";
import { worse } from "../../shared/answer.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";

/** A form without a table as the one row it is in the master: each field a cell, each list its lines as text. */
export function rowOfFields(form: FormDefinition, report: Report): RowAnswer {
  const cells: Record<string, CellAnswer> = {};
  let verdict: Verdict = "ok";
  for (const { id } of form.fields) {
    const answer = report.fields[id];
    if (answer === undefined) continue;
    const raw = asText(answer.raw);
    const value = asText(answer.value);
    cells[id] = { ...answer, raw, value };
    verdict = worse(verdict, answer.verdict);
  }
  return { row: 1, verdict, codes: [], status: "done", cells };
}

/** "ทาสีรั้วศูนย์ (2); ปลูกต้นไม้ (1)" */
function asText(value: Scalar | ListValue): Scalar {
  if (!Array.isArray(value)) return value;
  return value
    .map((line) => {
      const [first, ...rest] = Object.values(line).filter((part) => part !== null && part !== "");
      return rest.length === 0 ? String(first ?? "") : `${first} (${rest.join(", ")})`;
    })
    .join("; ");
}
