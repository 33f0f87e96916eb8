import type { Sql } from "../province/sql.ts";
import { openJournal, type Province, provinceOf } from "../province/store.ts";
import { migrateTokens } from "./apiTokenSchema.ts";
import { type ApiTokens, apiTokensOf } from "./apiTokens.ts";
import { type Directory, directoryOf } from "./directory.ts";
import { type Enrolments, enrolmentsOf } from "./enrolments.ts";
import { type People, peopleOf } from "./people.ts";

/** One database: a province with its people; "TH" holds the department's people and the deployment's secret. */
export type Partition = Province & People & Enrolments & Directory & ApiTokens;

export function openPartition(sql: Sql, now: () => number = Date.now): Partition {
  const journal = openJournal(sql, now);
  migrateTokens(sql);
  return {
    ...{ ...provinceOf(journal, now), ...peopleOf(journal), ...enrolmentsOf(journal) },
    ...{ ...directoryOf(journal), ...apiTokensOf(journal, now) },
  };
}

/** The same calls from afar: another thread, or another machine's Durable Object. */
export type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** Where the partitions are found. The one thing a host has to provide to the app. */
export interface Collector {
  /** By province code or "TH". Throws the refusal `province-unknown` when this deployment holds no such province. */
  at(partition: string): Promise<Remote<Partition>>;
  /** Codes of the provinces held here, where the host can tell. */
  provinces?(): Promise<string[]>;
  /**
   * Where all stores share one thread: resolves after others had theirs, for one caller at a time. Whoever asks many stores in one
   * request waits for it before each, so that nobody's report waits for all of them.
   */
  breathe?(): Promise<void>;
}
