import type { Sql } from "../province/sql.ts";
import { openJournal, type Province, provinceOf } from "../province/store.ts";
import { type Directory, directoryOf } from "./directory.ts";
import { type Enrolments, enrolmentsOf } from "./enrolments.ts";
import { type People, peopleOf } from "./people.ts";

/** One database: a province with its people; "TH" holds the department's people and the deployment's secret. */
export type Partition = Province & People & Enrolments & Directory;

export function openPartition(sql: Sql, now: () => number = Date.now): Partition {
  const journal = openJournal(sql, now);
  return { ...provinceOf(journal, now), ...peopleOf(journal), ...enrolmentsOf(journal), ...directoryOf(journal) };
}

/** The same calls from afar: another thread, or another machine's Durable Object. */
export type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** Where the partitions are found. The one thing a host has to provide to the app. */
export interface Collector {
  /** By province code or "TH". Throws the refusal `province-unknown` when this deployment holds no such province. */
  at(partition: string): Promise<Remote<Partition>>;
}
