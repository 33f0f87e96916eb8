import type { Need } from "./needs.ts";

/** What is known of a file in the list, as far as the others matter to it. */
export interface Listed {
  id: string;
  name: string;
  /** Of its bytes; null while not known. */
  hash: string | null;
  form: string | null;
  office: string | null;
  period: string | null;
  /** Sent, or known to be with the province already. */
  done: boolean;
}

/**
 * What files of one list need because of each other: the same file twice, and two files that are the same report with different
 * content. Of two equal files the first goes on; of two that differ a person says which, so both wait.
 */
export function compareList(list: readonly Listed[]): Map<string, Need> {
  const needs = new Map<string, Need>();
  const byHash = new Map<string, Listed>();
  const byReport = new Map<string, Listed[]>();
  for (const item of list) {
    const first = item.hash === null ? undefined : byHash.get(item.hash);
    if (first !== undefined) {
      needs.set(item.id, { code: "duplicate", params: { name: first.name } });
      continue;
    }
    if (item.hash !== null) byHash.set(item.hash, item);
    if (item.form === null || item.office === null || item.period === null || item.done) continue;
    const report = `${item.form} ${item.office} ${item.period}`;
    byReport.set(report, [...(byReport.get(report) ?? []), item]);
  }
  for (const items of byReport.values()) {
    if (items.length < 2) continue;
    for (const item of items) {
      const others = items.filter((other) => other !== item).map(({ name }) => name);
      needs.set(item.id, { code: "same-report", params: { names: others.slice(0, 3).join(", ") } });
    }
  }
  return needs;
}
