/**
 * Rows that report the same office and centre. The first keeps its verdict; each further one is a duplicate of it.
 * Nearly every centre has one row, so a lone row is kept without a list; centres are kept by office, so that no key has
 * to be put together for every row.
 */
export class Duplicates {
  readonly #offices = new Map<string, Map<string, number | number[]>>();

  /** Answers the first row of the same office and centre, when there is one before this. */
  add(office: string, centre: string, row: number): number | null {
    let centres = this.#offices.get(office);
    if (centres === undefined) this.#offices.set(office, (centres = new Map()));
    const known = centres.get(centre);
    if (known === undefined) {
      centres.set(centre, row);
      return null;
    }
    const rows = typeof known === "number" ? [known] : known;
    // Rows mostly come in order; an edit may put one in between.
    let at = rows.length;
    while (at > 0 && rows[at - 1]! > row) at--;
    rows.splice(at, 0, row);
    centres.set(centre, rows);
    return rows[0] === row ? null : rows[0]!;
  }

  remove(office: string, centre: string, row: number): void {
    const centres = this.#offices.get(office);
    const known = centres?.get(centre);
    if (centres === undefined || known === undefined) return;
    if (known === row) centres.delete(centre);
    if (typeof known === "number") return;
    const at = known.indexOf(row);
    if (at >= 0) known.splice(at, 1);
    if (known.length === 0) centres.delete(centre);
  }

  /** The first row of the same office and centre when that is another; null when this row is the first. */
  firstBefore(office: string, centre: string, row: number): number | null {
    const known = this.#offices.get(office)?.get(centre);
    const first = typeof known === "number" ? known : known?.[0];
    return first === undefined || first === row ? null : first;
  }

  rowsOf(office: string, centre: string): readonly number[] {
    const known = this.#offices.get(office)?.get(centre);
    return known === undefined ? [] : typeof known === "number" ? [known] : known;
  }
}
