import { parsePeriod } from "../calendar/period.ts";
import type { FormDefinition } from "../forms/definition.ts";
import { matchKey } from "../text/key.ts";
import type { GridView } from "./view.ts";

export interface Title {
  /** Texts above the heading, top to bottom. */
  texts: string[];
  /** YYYY-MM named in them. */
  period: string | null;
  /** Names written behind จังหวัด and อำเภอ in the title, as typed. */
  province: string | null;
  district: string | null;
  /** First cell with a misprint the form is known for. */
  misprint: { row: number; col: number; wrong: string; right: string } | null;
}

/** Reads the rows above the heading; misprints are looked for in the heading rows, too. */
export function readTitle(view: GridView, form: FormDefinition, headingTop: number, headingBottom: number): Title {
  const title: Title = { texts: [], period: null, province: null, district: null, misprint: null };
  for (let row = 0; row <= headingBottom; row++) {
    for (let col = 0; col < view.width; col++) {
      const text = view.text(row, col);
      if (text === "") continue;
      for (const [wrong, right] of form.misprints)
        if (title.misprint === null && matchKey(text).includes(matchKey(wrong)))
          title.misprint = { row, col, wrong, right };
      if (row >= headingTop) continue;
      title.texts.push(text);
      title.period ??= parsePeriod(text);
      title.province ??= namedAfter(text, /(?:จังหวัด|จ\.)[\s.…_]*([ก-๙]+)/);
      title.district ??= namedAfter(text, /(?:อำเภอ|อ\.(?!บ\.))[\s.…_]*([ก-๙]+)/);
    }
  }
  return title;
}

function namedAfter(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1] ?? null;
}
