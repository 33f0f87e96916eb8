import { matchKey } from "../text/key.ts";
import { columnLetters } from "./address.ts";
import type { Heading } from "./headings.ts";

/** What a person said of columns: key of the column's heading -> field id, or null for a column that is none of the form's. */
export type ColumnAnswers = Readonly<Record<string, string | null>>;

/**
 * What each column is remembered by: its heading, wherever it stands next time. Headings that are alike are counted from the left; a
 * column without one is remembered by its letter.
 */
export function columnKeys(heading: Heading, width: number, firstColumn = 0): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, col) => {
    const label = matchKey((heading.labels[col] ?? []).join(" ")).slice(0, 120);
    if (label === "") return `@${columnLetters(col + firstColumn)}`;
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label}#${count}`;
  });
}

/** What was said of a column; undefined when nothing was. */
export function answerFor(answers: ColumnAnswers, key: string): string | null | undefined {
  return Object.keys(answers).includes(key) ? answers[key] : undefined;
}
