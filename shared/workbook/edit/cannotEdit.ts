/** Why an edit was not made. Stable: sentences are made from these. */
export const CANNOT_EDIT_CODES = [
  /** The file can be read but not changed in place: `kind` is csv (see `editCsv`), xls, ods or signed. */
  "not-editable",
  "no-such-sheet",
  /** No address, or one beyond what a report can be. */
  "bad-cell",
  /** A number no cell can hold, or a text longer than one. */
  "bad-value",
  /** Covered by the merged `range`; only its first cell holds a value. */
  "merged-cell",
  /** Part of an array formula or data table over `range`: spreadsheets change those only whole. */
  "formula-block",
  /** A heading or total of the table `range`, which also stands in the table's own part. */
  "table-heading",
] as const;

export type CannotEditCode = (typeof CANNOT_EDIT_CODES)[number];

/** What `editWorkbook` and `editCsv` reject with when the file is sound but the edit is not possible; nothing was written. */
export class CannotEdit extends Error {
  readonly code: CannotEditCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: CannotEditCode, params: Record<string, string | number> = {}) {
    super(`cannot edit: ${code}${Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : ""}`);
    this.name = "CannotEdit";
    this.code = code;
    this.params = params;
  }
}
