import type { FieldDefinition, FormDefinition } from "../forms/definition.ts";
import { type Heading, labelScore } from "./headings.ts";
import type { GridView } from "./view.ts";

/** Does a filled cell hold what a field of this kind holds? Null when the cell says nothing either way. */
export type ContentTest = (field: FieldDefinition, row: number, col: number) => boolean | null;

export interface ColumnMap {
  /** Field -> column of the grid. */
  columns: Map<string, number>;
  /** Fields found by their place and content, under a heading nobody foresaw. */
  renamed: { field: string; col: number; label: string }[];
  /** Columns that are none of the form's. */
  extra: { col: number; label: string }[];
  missing: FieldDefinition[];
}

const SAMPLE_ROWS = 200;

/**
 * Which column is which field: by label first, then by place among the neighbours together with content.
 * Every column with a heading or content ends up as a field or as `extra`; none is dropped.
 */
export function mapColumns(view: GridView, form: FormDefinition, heading: Heading, fits: ContentTest): ColumnMap {
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const assign = (field: string, col: number) => {
    columns.set(field, col);
    taken.add(col);
  };
  for (const { field, col } of rankLabels(form, heading)) {
    if (!columns.has(field.id) && !taken.has(col)) assign(field.id, col);
  }
  const filled = (col: number) => countFilled(view, heading.bottom + 1, col);
  const labelOf = (col: number) => heading.labels[col]?.join(" ") ?? "";
  const renamed: ColumnMap["renamed"] = [];
  for (const field of form.fields) {
    if (columns.has(field.id)) continue;
    const candidates = between(form, columns, field, view.width).filter(
      (col) => !taken.has(col) && (labelOf(col) !== "" || filled(col) > 0),
    );
    const best = candidates
      .map((col) => ({ col, share: contentShare(view, heading.bottom + 1, field, col, fits) }))
      .filter(({ share }) => share >= 0.6)
      .sort((a, b) => b.share - a.share)[0];
    if (best === undefined) continue;
    assign(field.id, best.col);
    renamed.push({ field: field.id, col: best.col, label: labelOf(best.col) });
  }
  const extra: ColumnMap["extra"] = [];
  for (let col = 0; col < view.width; col++)
    if (!taken.has(col) && (labelOf(col) !== "" || filled(col) > 0)) extra.push({ col, label: labelOf(col) });
  return { columns, renamed, extra, missing: form.fields.filter((field) => !columns.has(field.id)) };
}

function rankLabels(form: FormDefinition, heading: Heading): { field: FieldDefinition; col: number }[] {
  const ranked: { field: FieldDefinition; col: number; score: number }[] = [];
  heading.labels.forEach((texts, col) => {
    const own = texts[texts.length - 1];
    if (own === undefined) return;
    for (const field of form.fields) {
      // The lowest text names the column; what stands above it is the group.
      let score = labelScore(own, field);
      if (texts.length > 1)
        score = Math.max(score, labelScore(texts.join(" "), field) - 5, labelScore(texts[0]!, field) - 20);
      if (score >= 40) ranked.push({ field, col, score });
    }
  });
  return ranked.sort((a, b) => b.score - a.score || a.col - b.col);
}

/** Columns a field could stand in: after the last found field before it, before the first found field after it. */
function between(form: FormDefinition, columns: Map<string, number>, field: FieldDefinition, width: number): number[] {
  const at = form.fields.indexOf(field);
  const found = (fields: readonly FieldDefinition[]) =>
    fields.map((f) => columns.get(f.id)).filter((col): col is number => col !== undefined);
  const before = found(form.fields.slice(0, at));
  const after = found(form.fields.slice(at + 1));
  const from = before.length > 0 ? Math.max(...before) + 1 : 0;
  const to = after.length > 0 ? Math.min(...after) - 1 : width - 1;
  const cols: number[] = [];
  for (let col = from; col <= to; col++) cols.push(col);
  return cols;
}

function countFilled(view: GridView, from: number, col: number): number {
  let count = 0;
  for (let row = from; row < view.height; row++) if (!view.isBlank(row, col)) count++;
  return count;
}

function contentShare(view: GridView, from: number, field: FieldDefinition, col: number, fits: ContentTest): number {
  let yes = 0;
  let no = 0;
  const until = Math.min(view.height, from + SAMPLE_ROWS);
  for (let row = from; row < until; row++) {
    if (view.isBlank(row, col)) continue;
    const answer = fits(field, row, col);
    if (answer === true) yes++;
    else if (answer === false) no++;
  }
  return yes === 0 ? 0 : yes / (yes + no);
}
