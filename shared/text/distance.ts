/**
 * Edit distance with neighbouring letters that changed places counted once (optimal string alignment).
 * Answers `limit + 1` as soon as the distance is known to exceed `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = b.length + 1;
  let before = new Array<number>(width).fill(0);
  let above = Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(width);
    row[0] = i;
    let best = i;
    for (let j = 1; j < width; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j - 1]! + (same ? 0 : 1), above[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/** How many edits still count as "near" for a name of this length: short names are too alike for two. */
export function nearLimit(length: number): number {
  return length < 2 ? 0 : length <= 5 ? 1 : 2;
}

/** Letters that look or sound alike to a tired eye, folded so that one of them for the other is no edit. */
export function foldLookalikes(text: string): string {
  return text.replace(/[ฃฅฎํoO]/g, (ch) => FOLD[ch]!).replace(/l/g, "1");
}

const FOLD: Record<string, string> = { ฃ: "ข", ฅ: "ค", ฎ: "ฏ", "\u0E4D": "", o: "0", O: "0" };
