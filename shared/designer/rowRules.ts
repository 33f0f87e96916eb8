import type { FieldDefinition, FormDefinition, RowRule } from "../forms/definition.ts";
import { matchKey } from "../text/key.ts";
import type { Points } from "./points.ts";

/** The rules about rows that such columns call for; a pair of ticks gets the names the checker reads a pair by. */
export function proposeRules(
  made: readonly FieldDefinition[],
  points: Points,
): Pick<FormDefinition, "fields" | "rowRules"> {
  const rowRules: RowRule[] = [];
  const fields = namedPair(made);
  if (fields !== made) {
    rowRules.push({ rule: "tickPair", verdict: "error" });
    points.say("pair", "likely", "TICK_PAIR", { one: labelOf(fields, "done"), other: labelOf(fields, "notDone") });
  }
  const key = keyOf(fields, points);
  if (key !== null)
    rowRules.push({ rule: "duplicateRow", verdict: "warn", ...(key.length === 0 ? {} : { fields: key }) });
  return { fields: [...fields], rowRules };
}

const labelOf = (fields: readonly FieldDefinition[], id: string) =>
  fields.find((field) => field.id === id)?.label ?? id;

/** "ดำเนินการ" and "ไม่ดำเนินการ" side by side: exactly one of them holds. Only the first two ticks of a form can be such a pair. */
function namedPair(fields: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const [first, second, third] = fields.filter((field) => field.kind === "tick");
  if (first === undefined || second === undefined || third !== undefined) return fields;
  if (fields.indexOf(second) !== fields.indexOf(first) + 1) return fields;
  const [yes, no] = [matchKey(first.label), matchKey(second.label)];
  if (
    !/ดำเนินการ|จัดทำ|ปฏิบัติ/.test(yes) ||
    yes.startsWith("ไม่") ||
    no.replace(/^ไม่(?:ได้)?/, "") !== yes.replace(/^ได้/, "")
  )
    return fields;
  return fields.map((field) =>
    field === first ? { ...field, id: "done" } : field === second ? { ...field, id: "notDone" } : field,
  );
}

/** What tells two rows of one office apart: its centre, what the row is about with its day, or the office alone. Null for nothing. */
function keyOf(fields: readonly FieldDefinition[], points: Points): string[] | null {
  const first = (kind: FieldDefinition["kind"]) => fields.find((field) => field.kind === kind);
  const [centre, name, date, office] = [first("centre"), first("name"), first("date"), first("office")];
  if (centre !== undefined) {
    points.say("key", "likely", "KEY_CENTRE", { label: centre.label });
    return [];
  }
  if (name !== undefined) {
    const key = [name, ...(date === undefined ? [] : [date])];
    points.say("key", "unsure", "KEY_OFFICE_NAME", { labels: key.map(({ label }) => label).join(", ") });
    return key.map(({ id }) => id);
  }
  points.say(
    "key",
    "unsure",
    office === undefined ? "KEY_NONE" : "KEY_OFFICE",
    office === undefined ? {} : { label: office.label },
  );
  return null;
}
