import { type FormBook, formVersion, latestForm, withProgram } from "../../shared/forms/book.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Collector } from "../people/partition.ts";
import { HttpProblem } from "./problems.ts";

/** The provinces' books of forms, kept and renewed when a province has published. */
export interface Books {
  /** Throws `province-unknown`. */
  of(province: string): Promise<FormBook>;
}

/** Asks the province for its book's number every time, as with rosters: a verdict is always by the forms of this moment. */
export function booksOf(collector: Collector): Books {
  const held = new Map<string, FormBook>();
  return {
    async of(province) {
      const known = held.get(province);
      const news = await (await collector.at(province)).formBook(known?.version ?? null);
      if (news === null) return known!;
      const fresh = withProgram(news);
      held.set(province, fresh);
      return fresh;
    },
  };
}

/** Throws `form-unknown`. */
export function requireForm(book: FormBook, id: string): FormDefinition {
  const form = latestForm(book, id);
  if (form === undefined) throw new HttpProblem("form-unknown", { form: id });
  return form;
}

/** One published version, whether it still holds or not. Throws `form-unknown`, `form-version`. */
export function requireVersion(book: FormBook, id: string, version: number): FormDefinition {
  const latest = requireForm(book, id);
  const form = formVersion(book, id, version);
  if (form === undefined) throw new HttpProblem("form-version", { form: id, version, current: latest.version });
  return form;
}
