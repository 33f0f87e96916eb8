import type { FormDefinition, FormExport } from "../../../shared/forms/index.ts";
import type { Scalar } from "../../../shared/sheet/grid.ts";

/** What one types into each column of the system, in order; "" where the row says nothing. Days as dd/mm/พ.ศ. */
export function typedRow(form: FormDefinition, { columns }: FormExport, values: Record<string, Scalar>): string[] {
  const kinds = new Map(form.fields.map(({ id, kind }) => [id, kind]));
  return columns.map(({ fields }) =>
    fields
      .map((id) => typed(values[id] ?? null, kinds.get(id) === "date"))
      .filter((text) => text !== "")
      .join(" "),
  );
}

function typed(value: Scalar, isDay: boolean): string {
  if (value === null || typeof value === "boolean") return value === true ? "✓" : "";
  const day = isDay ? /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(String(value)) : null;
  return day === null ? String(value) : `${day[3]}/${day[2]}/${Number(day[1]) + 543}`;
}
