import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { isPeriod } from "../../shared/calendar/period.ts";
import { type FormBook, formIds, formIn, latestForm, PROGRAM_BOOK } from "../../shared/forms/book.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { UsageError } from "./command.ts";

type Values<Names extends string> = Partial<Record<Names, string>> & {
  json: boolean;
  sample: boolean;
  "dry-run": boolean;
  google: boolean;
  keep: boolean;
};

export interface Arguments<Names extends string> {
  words: string[];
  options: Values<Names>;
}

/**
 * Splits a command's arguments. `names` are options that take a value; `--json` and the other flags stand alone
 * and are refused by commands that do not list them. `more`: the last word may come several times.
 * Throws UsageError for anything else.
 */
export function readArguments<Names extends string>(
  args: string[],
  names: readonly Names[],
  expected: {
    words: readonly string[];
    more?: boolean;
    flags?: readonly ("json" | "sample" | "google" | "dry-run" | "keep")[];
  },
): Arguments<Names> {
  const config: ParseArgsOptionsConfig = {};
  for (const name of names) config[name] = { type: "string" };
  for (const flag of expected.flags ?? []) config[flag] = { type: "boolean" };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args, options: config, allowPositionals: true, strict: true });
  } catch (error) {
    const detail = error instanceof Error ? error.message.split(". ")[0]! : String(error);
    throw new UsageError(fill(CLI_WORDS.unknownOption, { detail }));
  }
  const missing = expected.words[parsed.positionals.length];
  if (missing !== undefined) throw new UsageError(fill(CLI_WORDS.missingArgument, { name: missing }));
  const extra = parsed.positionals[expected.words.length];
  if (extra !== undefined && expected.more !== true)
    throw new UsageError(fill(CLI_WORDS.tooManyArguments, { name: extra }));
  return {
    words: parsed.positionals,
    options: {
      json: false,
      sample: false,
      google: false,
      "dry-run": false,
      keep: false,
      ...parsed.values,
    } as Values<Names>,
  };
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new UsageError(fill(CLI_WORDS.missingArgument, { name }));
  return value;
}

export function provinceOption(value: string | undefined): string | undefined {
  return matching(value, /^[1-9][0-9]$/, CLI_WORDS.badProvince);
}

export function officeOption(value: string | undefined): string | undefined {
  return matching(value, /^[1-9][0-9]{6}$/, CLI_WORDS.badOffice);
}

export function periodOption(value: string | undefined): string | undefined {
  if (value !== undefined && !isPeriod(value)) throw new UsageError(fill(CLI_WORDS.badPeriod, { value }));
  return value;
}

/** The version of a form that holds in a period, else the last one. Throws UsageError for a form that is not in the book. */
export function formOption(id: string, book: FormBook = PROGRAM_BOOK, period?: string): FormDefinition {
  const form = (period === undefined ? undefined : formIn(book, id, period)) ?? latestForm(book, id);
  if (form === undefined) throw badForm(id, book);
  return form;
}

export function badForm(id: string, book: FormBook): UsageError {
  return new UsageError(fill(CLI_WORDS.badForm, { value: id, known: formIds(book).join(" ") }));
}

function matching(value: string | undefined, pattern: RegExp, sentence: string): string | undefined {
  if (value !== undefined && !pattern.test(value)) throw new UsageError(fill(sentence, { value }));
  return value;
}
