import type { FieldDefinition, FormDefinition } from "../../shared/forms/index.ts";

/**
 * One form for a master whose reports were sent under several versions: the layout of `base`, and every column that only another
 * version has, behind the column it stood behind there. Nothing that was reported is without a column. `label` names the version
 * beside the heading of such a column. A column that both have keeps the heading and kind of `base`.
 */
export function mergeForms(
  base: FormDefinition,
  others: readonly FormDefinition[],
  label: (heading: string, version: number) => string,
): FormDefinition {
  const fields: FieldDefinition[] = [...base.fields];
  const placeOf = (id: string) => fields.findIndex((field) => field.id === id);
  for (const { version, fields: theirs } of others) {
    let place = -1;
    for (const field of theirs) {
      const known = placeOf(field.id);
      if (known >= 0) {
        place = known;
        continue;
      }
      fields.splice(++place, 0, { ...field, label: label(field.label, version) });
    }
  }
  return fields.length === base.fields.length ? base : { ...base, fields };
}
