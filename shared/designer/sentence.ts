import type { FieldDefinition, FieldKind, Severity } from "../forms/definition.ts";
import { KIND_WORDS } from "./kindWords.ts";
import { printGroups, printItems, printQuoted } from "./quoted.ts";

/** What a column holds and how strictly: everything of a field but its name, its headings and its place on paper. */
export type Meaning = Pick<
  FieldDefinition,
  | "kind"
  | "required"
  | "requiredWhen"
  | "units"
  | "list"
  | "unusual"
  | "least"
  | "most"
  | "inPeriod"
  | "future"
  | "personal"
>;

/** The fields a sentence may name, by their labels. */
export type Named = readonly Pick<FieldDefinition, "id" | "label">[];

export const BOUNDED: ReadonlySet<FieldKind> = new Set<FieldKind>(["count", "money", "measure", "duration"]);

const MUST: Record<Severity, string> = { error: "ต้องกรอก", warn: "ควรกรอก" };
const IN_PERIOD: Record<Severity, string> = { error: "ในเดือนที่รายงาน", warn: "ควรอยู่ในเดือนที่รายงาน" };

/**
 * A field's kind and limits as a plain Thai sentence: "จำนวนเต็ม ไม่น้อยกว่า 20 ต้องกรอก". `parseSentence` reads it back to the very
 * same. `fields`: those of the form, for a condition on another column.
 */
export function printSentence(field: Meaning, fields: Named): string {
  const { kind, required, requiredWhen: when } = field;
  const parts: { text: string; open?: boolean }[] = [];
  const say = (text: string | null | undefined, open = false) => {
    if (text !== null && text !== undefined) parts.push({ text, open });
  };
  if (field.list !== undefined)
    say(`เลือกจาก: ${printGroups(field.list.map(({ value, aliases }) => [value, ...aliases]))}`, true);
  if (kind !== "category") say(KIND_WORDS[kind][0]);
  if (field.inPeriod !== undefined) say(IN_PERIOD[field.inPeriod]);
  if (field.future !== undefined) say(field.future ? "เป็นวันข้างหน้าได้" : "เป็นวันข้างหน้าไม่ได้");
  if (field.least !== undefined) say(`ไม่น้อยกว่า ${printNumber(field.least)}`);
  if (field.most !== undefined) say(`ไม่เกิน ${printNumber(field.most)}`);
  if (field.unusual !== undefined) say(`เตือนเมื่อเกิน ${printNumber(field.unusual)}`);
  if (required !== undefined) say(MUST[required]);
  if (field.personal !== undefined) say(field.personal ? "เป็นข้อมูลส่วนบุคคล" : "ไม่ใช่ข้อมูลส่วนบุคคล");
  if (field.units !== undefined) say(`หน่วย: ${printItems(field.units)}`, true);
  if (when !== undefined)
    say(`${MUST[when.verdict]}เมื่อ ${printField(when.field, fields)} เป็น: ${printItems(when.values)}`, true);
  return parts.map(({ text }, i) => (i === 0 ? text : `${parts[i - 1]!.open ? ";" : ""} ${text}`)).join("");
}

/** A field by its label; where two share it, or it is not among them, by its id, too. */
function printField(id: string, fields: Named): string {
  const label = fields.find((field) => field.id === id)?.label;
  if (label === undefined) return `[${id}]`;
  const only = fields.filter((field) => field.label === label).length === 1;
  return only ? printQuoted(label) : `${printQuoted(label)} [${id}]`;
}

function printNumber(value: number): string {
  const text = String(value);
  if (text.includes("e")) return text;
  const [whole, rest] = text.split(".") as [string, string?];
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`);
}
