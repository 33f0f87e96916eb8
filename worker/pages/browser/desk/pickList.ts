/** A cell the reviewer marked (`field` null: the whole row), with what is written about it so far. */
export interface Pick {
  row: number;
  field: string | null;
  text: string;
}

/** What a mark without a word says. */
export interface Unsaid {
  cell: string;
  row: string;
}

export function unsaidOf({ field }: Pick, unsaid: Unsaid): string {
  return field === null ? unsaid.row : unsaid.cell;
}

/** What is sent, in the order of the sheet; a mark without a word is a request to look at the cell, and says so. */
export function asComments(picks: Iterable<Pick>, unsaid: Unsaid): Pick[] {
  return [...picks]
    .sort((a, b) => a.row - b.row)
    .map((pick) => ({ ...pick, text: pick.text.trim() === "" ? unsaidOf(pick, unsaid) : pick.text.trim() }));
}

/** What a comparison of two versions says of rows. */
interface Pairs {
  added: { row: number }[];
  removed: { row: number }[];
  changed: { from: number; to: number }[];
  moved: { from: number; to: number }[];
}

/**
 * Takes remarks along to a newer version, each to the row it was about. `before` and `after` are the rows of the two versions in
 * order. What was about a row that is gone is left over, for a person to decide.
 */
export function carry(
  picks: Iterable<Pick>,
  before: readonly number[],
  after: readonly number[],
  { added, removed, changed, moved }: Pairs,
): { placed: Pick[]; left: Pick[] } {
  const pairs = new Map([...changed, ...moved].map(({ from, to }) => [from, to]));
  const gone = new Set(removed.map(({ row }) => row));
  const taken = new Set([...added.map(({ row }) => row), ...pairs.values()]);
  // A comparison tells what changed or moved: the rest stand in the same order in both versions.
  const rest = after.filter((row) => !taken.has(row));
  before
    .filter((row) => !gone.has(row) && !pairs.has(row))
    .forEach((row, i) => {
      if (rest[i] !== undefined) pairs.set(row, rest[i]);
    });
  const placed: Pick[] = [];
  const left: Pick[] = [];
  for (const pick of picks) {
    const row = pairs.get(pick.row);
    if (row === undefined) left.push(pick);
    else placed.push({ ...pick, row });
  }
  return { placed, left };
}
