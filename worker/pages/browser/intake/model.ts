import type { IntakeAnswer } from "../../../../shared/wire/intake.ts";
import type { ReceiptWire } from "../../../../shared/wire/report.ts";
import { compareList } from "../../../intake/list.ts";
import type { MailNote } from "../../../intake/mail.ts";
import { HOPELESS, type Need, type NeedCode } from "../../../intake/needs.ts";

/** One file of the list. */
export interface Item {
  id: string;
  name: string;
  within: string[];
  mail: MailNote | null;
  /** Null where no file came out of what was dropped; then `trouble` says why. */
  file: File | null;
  trouble: Need | null;
  /** Its id among the files that wait with the collector. */
  waiting: string | null;
  step: "queued" | "checking" | "checked" | "sending" | "sent" | "passed" | "failed";
  answer: IntakeAnswer | null;
  /** What a person chose. */
  office: string | undefined;
  period: string | undefined;
  sheet: string | undefined;
  /** What was said of its columns, by the key of each. */
  columns: Record<string, string | null>;
  replace: boolean;
  receipt: ReceiptWire | null;
  error: string | null;
}

/** What is shown of an item, by shape, word and colour. */
export type Shown =
  | "queued"
  | "checking"
  | "ready"
  | "person"
  | "stuck"
  | "sending"
  | "sent"
  | "received"
  | "passed"
  | "failed";

export type Filter = "all" | "ready" | "person" | "stuck" | "done";

let made = 0;

export function newItem(from: Pick<Item, "name" | "within" | "mail" | "file" | "trouble" | "waiting">): Item {
  const step = from.file === null ? "checked" : "queued";
  const chosen = { office: undefined, period: undefined, sheet: undefined, columns: {}, replace: false };
  return { ...from, id: `f${++made}`, step, answer: null, ...chosen, receipt: null, error: null };
}

/** The months to choose from that were not proposed already: each stands in the list once. */
export function otherPeriods(proposed: IntakeAnswer["periods"], months: readonly string[]): string[] {
  return months.filter((month) => !proposed.some(({ period }) => period === month));
}

/** Needs that come from the other files of the list, by item. */
export function needsOfList(items: readonly Item[]): Map<string, Need> {
  return compareList(
    items.map(({ id, name, answer, step }) => ({
      ...{ id, name, hash: answer?.hash ?? null, form: answer?.form?.id ?? null },
      ...{ office: answer?.office?.code ?? null, period: answer?.period ?? null },
      done: step === "sent" || step === "passed" || answer?.received != null,
    })),
  );
}

/** Everything that keeps an item from going, most telling first. */
export function needsOf(item: Item, beside: Need | undefined): Need[] {
  if (item.trouble !== null) return [item.trouble];
  const own = (item.answer?.needs ?? []) as Need[];
  const open = own.filter(({ code }) => !(code === "replaces" && item.replace));
  return beside === undefined ? open : [beside, ...open];
}

export function shownOf(item: Item, beside: Need | undefined): Shown {
  if (item.step === "checked") return shownOfChecked(item, beside);
  return item.step;
}

function shownOfChecked(item: Item, beside: Need | undefined): Shown {
  const { answer } = item;
  if (answer !== null && answer.received !== null) return "received";
  const needs = needsOf(item, beside);
  if (needs.some(({ code }) => HOPELESS.has(code as NeedCode))) return "stuck";
  if (needs.length > 0 || answer === null || answer.office === null || answer.period === null) return "person";
  return answer.submittable ? "ready" : "stuck";
}

const FILTER_OF: Record<Shown, Exclude<Filter, "all"> | null> = {
  ...{ queued: null, checking: null, ready: "ready", person: "person", stuck: "stuck", sending: "ready" },
  ...{ sent: "done", received: "done", passed: "done", failed: "person" },
};

export function passes(shown: Shown, filter: Filter): boolean {
  return filter === "all" || FILTER_OF[shown] === filter;
}

export function tally(shown: readonly Shown[]): Record<"total" | Exclude<Filter, "all">, number> {
  const counts = { total: shown.length, ready: 0, person: 0, stuck: 0, done: 0 };
  for (const one of shown) {
    const kind = FILTER_OF[one];
    if (kind !== null) counts[kind]++;
  }
  return counts;
}
