/** Text to stand where `start` to `end` stood; an insertion when both are the same. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The text with all splices made. They must not overlap; those at the same place keep the order they were given in. */
export function splice(text: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of sorted) {
    if (start < at) throw new RangeError("splices overlap");
    pieces.push(text.slice(at, start), piece);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
