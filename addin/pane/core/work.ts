import type { Todo } from "../../../shared/wire/report.ts";

export type WorkItem = Todo["items"][number];

/** What came back for one report, as last said. */
export interface Returned {
  receipt: string | null;
  version: number | null;
  note: string;
  at: string;
  comments: { row: number | null; field: string | null; text: string }[];
}

const OWED = new Set<WorkItem["status"]>(["missing", "returned", "withdrawn"]);

/** What is still owed: what came back first, then what is due soonest. */
export function owed(todo: Todo): WorkItem[] {
  const rank = (item: WorkItem) => (item.status === "returned" ? "0" : "1") + (item.due?.due ?? "9999");
  return todo.items.filter((item) => OWED.has(item.status)).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What came back for a form and a month; null when nothing did. */
export function returnedOf(todo: Todo | null, form: string, period: string | null): Returned | null {
  const item = todo?.items.find((one) => one.form === form && one.period === period);
  const last = item?.status === "returned" ? item.returns.at(-1) : undefined;
  if (item === undefined || last === undefined) return null;
  const { note, at, comments } = last;
  return { receipt: item.receipt, version: item.version, note, at, comments };
}

const DAY_MS = 86_400_000;

/** Whole days from one plain date (YYYY-MM-DD) to another; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
