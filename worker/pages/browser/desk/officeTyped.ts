import { toArabicDigits } from "../../../../shared/text/digits.ts";

/** An office that may be chosen by its name. */
export interface Named {
  office: string;
  name: string;
  district: string;
}

/** What a typed text means: one office, none, or one of several of that name. */
export type Typed = { is: "one"; office: Named } | { is: "none" } | { is: "several"; offices: Named[] };

const TYPE = /^(?:อบจ|ทน|ทม|ทต|อบต)\./;

/** As an office stands in the list: two districts may have offices of one name. */
export function choiceOf({ name, district }: Pick<Named, "name" | "district">): string {
  return `${name} อำเภอ${district}`;
}

/** Reads a choice of the list, a name with or without its type, or a code. Part of a name is no name: nothing is guessed. */
export function officeTyped(text: string, offices: readonly Named[]): Typed {
  const typed = keyOf(text);
  const ways: ((one: Named) => string)[] = [
    ({ office }) => office,
    (one) => keyOf(choiceOf(one)),
    ({ name }) => keyOf(name),
    ({ name }) => keyOf(name.replace(TYPE, "")),
  ];
  for (const way of ways) {
    const found = offices.filter((one) => way(one) === typed);
    if (found.length === 1) return { is: "one", office: found[0]! };
    if (found.length > 1) return { is: "several", offices: found };
  }
  return { is: "none" };
}

/** Several offices, with commas between (between codes mere spaces will do): all of them, or the first text that means no one office. */
export function officesTyped(
  text: string,
  offices: readonly Named[],
): { offices: Named[] } | { unclear: string; typed: Exclude<Typed, { is: "one" }> } {
  const parts = text
    .split(",")
    .flatMap((part) => (/^[\s\d๐-๙]+$/.test(part) ? part.split(/\s+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found: Named[] = [];
  for (const part of parts) {
    const typed = officeTyped(part, offices);
    if (typed.is !== "one") return { unclear: part, typed };
    found.push(typed.office);
  }
  return { offices: found };
}

function keyOf(text: string): string {
  return toArabicDigits(text).replace(/อำเภอ|[\s\u200B-\u200D\uFEFF]/g, "");
}
