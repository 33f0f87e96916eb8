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
