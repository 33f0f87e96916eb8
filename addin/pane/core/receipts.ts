import type { Kept } from "../send/kept.ts";

/** A receipt as it is noted in the document it was given for. */
export interface Noted {
  form: string;
  period: string;
  receipt: string;
  version: number;
  receivedAt: string;
  late: boolean;
}

/** Name of the setting. */
export const NOTED = "receipts";
/** Enough for a workbook used for a year and more; far below what a setting may hold. */
const MANY = 24;

/** Reads the setting; what is not ours counts as nothing. */
export function readNoted(text: string | null): Noted[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list.filter(isNoted) : [];
  } catch {
    return [];
  }
}

function isNoted(value: unknown): value is Noted {
  const one = value as Noted | null;
  return (
    typeof one?.form === "string" &&
    typeof one.period === "string" &&
    typeof one.receipt === "string" &&
    typeof one.version === "number" &&
    typeof one.receivedAt === "string" &&
    typeof one.late === "boolean"
  );
}

/** The list with the receipt of a report added, the oldest let go. The same receipt of the same version stands there once. */
export function withReceipt(noted: readonly Noted[], item: Kept): Noted[] {
  if (item.receipt === null) return [...noted];
  const { receipt, version, receivedAt, late } = item.receipt;
  const fresh: Noted = { form: item.about.form, period: item.about.period, receipt, version, receivedAt, late };
  const others = noted.filter((one) => one.receipt !== receipt || one.version !== version);
  return [...others, fresh].slice(-MANY);
}

/** The receipt that stands for a form and a month. */
export function latest(noted: readonly Noted[], form: string, period: string | null): Noted | undefined {
  return noted.filter((one) => one.form === form && one.period === period).at(-1);
}
