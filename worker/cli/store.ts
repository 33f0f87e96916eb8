import { existsSync } from "node:fs";
import { changeHolidays, HOLIDAYS, type Holidays } from "../../shared/calendar/holidays.ts";
import { type FormBook, PROGRAM_BOOK } from "../../shared/forms/book.ts";
import { type ListProblem, unreadRows } from "../../shared/offices/importList.ts";
import type { Office } from "../../shared/offices/office.ts";
import { packProvince, unpackProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { type Data, openData } from "../host/data.ts";
import { OPERATOR } from "../province/actor.ts";
import { Refusal } from "../province/refusal.ts";
import { Failure } from "./command.ts";

export const DATA_DIR = "data";

/** Every office imported into a data folder. Empty, and nothing created, when the folder is not there. */
export function importedOffices(dataDir: string): Office[] {
  if (!existsSync(dataDir)) return [];
  return withData(dataDir, (data) =>
    data.provinces().flatMap((code) => {
      const roster = data.partition(code).roster(null);
      return roster === null ? [] : unpackProvince(roster.pack).inProvince(code);
    }),
  );
}

/**
 * Puts a list into a data folder, one database for each province in it. Answers the number of provinces. Where rows could not be read
 * nobody leaves a registry: a Failure, or with `keep` those who seem absent stay.
 */
export function importOffices(
  data: Data,
  offices: readonly Office[],
  source: string,
  { problems = [], keep = false }: { problems?: ListProblem[]; keep?: boolean } = {},
): number {
  const registry = buildRegistry(offices);
  const provinces = [...new Set(offices.map((office) => office.provinceCode))].sort();
  try {
    for (const code of provinces) {
      const seen = { unread: unreadRows({ problems }, code), keep };
      data.partition(code, true).importRoster(OPERATOR, packProvince(registry, code), source, seen);
    }
  } catch (error) {
    explain(error);
  }
  return provinces.length;
}

/** The province of a data folder that holds just one. */
export function onlyProvince(dataDir: string = DATA_DIR): string | undefined {
  if (!existsSync(dataDir)) return undefined;
  const [province, ...others] = withData(dataDir, (data) => data.provinces());
  return others.length === 0 ? province : undefined;
}

/** The forms of a province of a data folder; the program's own where the folder, or the province in it, is not there. */
export function bookOfProvince(dataDir: string, province: string | undefined): FormBook {
  if (province === undefined || !existsSync(dataDir)) return PROGRAM_BOOK;
  return withData(dataDir, (data) =>
    data.provinces().includes(province) ? (data.partition(province).formBook(null) ?? PROGRAM_BOOK) : PROGRAM_BOOK,
  );
}

/** The days off a province goes by: the table with its own changes. Fails when the folder has no such province. */
export function holidaysOfProvince(dataDir: string, province: string): Holidays {
  if (!existsSync(dataDir)) throw new Failure(fill(CLI_WORDS.storeNoProvince, { value: province }));
  const changes = withData(dataDir, (data) => data.partition(province).holidayChanges());
  return changeHolidays(HOLIDAYS, changes);
}

/** Opens a data folder for one piece of work and closes it again. Refusals of the store become failures with a sentence. */
export function withData<T>(dataDir: string, work: (data: Data) => T): T {
  const data = openData(dataDir);
  try {
    const result = work(data);
    if (!(result instanceof Promise)) {
      data.close();
      return result;
    }
    return result.catch(explain).finally(() => data.close()) as T;
  } catch (error) {
    data.close();
    return explain(error);
  }
}

function explain(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const { province, place } = error.detail;
  if (error.code === "province-unknown") throw new Failure(fill(CLI_WORDS.storeNoProvince, { value: province ?? "" }));
  if (error.code === "place-unknown") throw new Failure(fill(CLI_WORDS.storeNoPlace, { value: place ?? "" }));
  if (error.code === "list-unread") throw new Failure(fill(CLI_WORDS.officesUnread, error.detail as { count: number }));
  if (error.code === "not-found") throw new Failure(CLI_WORDS.storeEmpty);
  throw new Failure(fill(CLI_WORDS.storeRefused, { code: error.code }));
}
