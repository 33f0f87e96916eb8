/** Rows that report the same office and centre. The first keeps its verdict; each further one is a duplicate of it. */
export class Duplicates {
  readonly #rows = new Map<string, number[]>();

  add(key: string, row: number): void {
    const rows = this.#rows.get(key);
    if (rows === undefined) {
      this.#rows.set(key, [row]);
      return;
    }
    // Rows mostly come in order; an edit may put one in between.
    let at = rows.length;
    while (at > 0 && rows[at - 1]! > row) at--;
    rows.splice(at, 0, row);
  }

  remove(key: string, row: number): void {
    const rows = this.#rows.get(key);
    if (rows === undefined) return;
    const at = rows.indexOf(row);
    if (at >= 0) rows.splice(at, 1);
    if (rows.length === 0) this.#rows.delete(key);
  }

  /** The first row of the same key when that is another; null when this row is the first. */
  firstBefore(key: string, row: number): number | null {
    const first = this.#rows.get(key)?.[0];
    return first === undefined || first === row ? null : first;
  }

  rowsOf(key: string): readonly number[] {
    return this.#rows.get(key) ?? [];
  }
}
