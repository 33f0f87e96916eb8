/**
 * Rows that report the same office and centre. The first keeps its verdict; each further one is a duplicate of it.
 * Nearly every key has one row, so a lone row is kept without a list.
 */
export class Duplicates {
  readonly #rows = new Map<string, number | number[]>();

  add(key: string, row: number): void {
    const known = this.#rows.get(key);
    if (known === undefined) {
      this.#rows.set(key, row);
      return;
    }
    const rows = typeof known === "number" ? [known] : known;
    // Rows mostly come in order; an edit may put one in between.
    let at = rows.length;
    while (at > 0 && rows[at - 1]! > row) at--;
    rows.splice(at, 0, row);
    this.#rows.set(key, rows);
  }

  remove(key: string, row: number): void {
    const known = this.#rows.get(key);
    if (known === row) this.#rows.delete(key);
    if (known === undefined || typeof known === "number") return;
    const at = known.indexOf(row);
    if (at >= 0) known.splice(at, 1);
    if (known.length === 0) this.#rows.delete(key);
  }

  /** The first row of the same key when that is another; null when this row is the first. */
  firstBefore(key: string, row: number): number | null {
    const known = this.#rows.get(key);
    const first = typeof known === "number" ? known : known?.[0];
    return first === undefined || first === row ? null : first;
  }

  rowsOf(key: string): readonly number[] {
    const known = this.#rows.get(key);
    return known === undefined ? [] : typeof known === "number" ? [known] : known;
  }
}
