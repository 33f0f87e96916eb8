import { type FieldDefinition, type FieldKind, type FormDefinition, subjectOf } from "../forms/definition.ts";
import type { Layout } from "./layout.ts";

/**
 * Where each field of a form stands in one sheet: worked out once, used for every row. A place is an index into
 * `form.fields`, and so into a row's cells and readings; -1 where the sheet has no such field.
 */
export interface Plan {
  readonly fields: readonly FieldDefinition[];
  /** Column of the grid for each field; -1 when the sheet has no such column. */
  readonly columns: readonly number[];
  readonly seq: number;
  readonly province: number;
  readonly district: number;
  readonly office: number;
  readonly centre: number;
  readonly remark: number;
  /** The tick columns, left to right. */
  readonly done: number;
  readonly notDone: number;
  /** What the row is about: its centre, else its first name. */
  readonly subject: number;
  /** The form has no column of offices: rows are told apart by the fields it names alone. */
  readonly officeless: boolean;
  /** Fields that are read by their kind alone, one by one. */
  readonly others: readonly number[];
  /** Column of the field with this id; -1 when the sheet has no such column. */
  readonly columnOf: Readonly<
    Record<"seq" | "province" | "district" | "office" | "subject" | "remark" | "done" | "notDone", number>
  >;
  /** Places in the order in which a row's cells are read and listed. */
  readonly order: readonly number[];
}

export function planOf(form: FormDefinition, layout: Layout): Plan {
  const columns = form.fields.map((field) => layout.map.columns.get(field.id) ?? -1);
  // A missing column says nothing, except the province: that is known from the sheet.
  const places = (kind: FieldKind) =>
    form.fields.flatMap((field, i) => (field.kind === kind && (columns[i]! >= 0 || kind === "province") ? [i] : []));
  const first = (kind: FieldKind) => places(kind)[0] ?? -1;
  // Ticks are a pair only where the form says so; any others stand each for itself.
  const paired = form.rowRules.some((rule) => rule.rule === "tickPair");
  const [done = -1, notDone = -1] = paired ? places("tick") : [];
  const subject = subjectOf(form);
  const columnAt = (place: number) => (place < 0 ? -1 : columns[place]!);
  const plan = {
    fields: form.fields,
    columns,
    columnOf: {
      seq: columnAt(first("seq")),
      province: columnAt(first("province")),
      district: columnAt(first("district")),
      office: columnAt(first("office")),
      subject: subject === undefined ? -1 : columnAt(form.fields.indexOf(subject)),
      remark: columnAt(first("remark")),
      done: columnAt(done),
      notDone: columnAt(notDone),
    },
    seq: first("seq"),
    province: first("province"),
    district: first("district"),
    office: first("office"),
    centre: first("centre"),
    remark: first("remark"),
    done,
    notDone,
    officeless: !form.fields.some((field) => field.kind === "office"),
    subject: subject === undefined ? -1 : form.fields.indexOf(subject),
  };
  const { seq, province, district, office, centre, remark } = plan;
  const own = [seq, province, district, office, done, notDone, centre, remark].filter((place) => place >= 0);
  const others = form.fields.flatMap((_, i) => (columns[i]! >= 0 && !own.includes(i) ? [i] : []));
  return { ...plan, others, order: [...own, ...others] };
}
