import { Refusal } from "./refusal.ts";

/** A Durable Object's row and bind hold 2 MB; a Thai letter takes three bytes. */
const PART_CHARS = 500_000;

/** Cuts text into parts that fit a row, never through a surrogate pair. */
export function splitText(text: string, limit = PART_CHARS): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + limit);
    const last = text.charCodeAt(to - 1);
    if (to < text.length && last >= 0xd800 && last <= 0xdbff) to--;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}

/** JSON arrays of the rows, in order, each small enough for one bind. Throws `row-too-large` for a row that fits none. */
export function toBatches(rows: readonly unknown[], limit = PART_CHARS): string[] {
  const batches: string[] = [];
  let texts: string[] = [];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (text.length > limit) throw new Refusal("row-too-large", { row: (row as { row?: number }).row ?? null });
    if (size + text.length > limit && texts.length > 0) {
      batches.push(`[${texts.join(",")}]`);
      texts = [];
      size = 0;
    }
    texts.push(text);
    size += text.length + 1;
  }
  if (texts.length > 0) batches.push(`[${texts.join(",")}]`);
  return batches;
}
