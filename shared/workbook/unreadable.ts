/** Why a file was not read. Stable: the sentences in `words/unreadable.ts` and the wire carry these. */
export const UNREADABLE_CODES = [
  "empty",
  "too-large",
  // another kind of file
  "encrypted",
  "macros",
  "html-renamed",
  "xml-2003",
  "xlsb",
  "old-xls",
  "zip-archive",
  "not-a-workbook",
  // damaged or made to harm
  "truncated",
  "damaged",
  "crc",
  "zip64",
  "overlap",
  "duplicate-entry",
  "too-many-entries",
  "zip-bomb",
  "size-lie",
  "dtd",
  // more than a report can be
  "no-sheet",
  "too-many-sheets",
  "too-many-rows",
  "too-many-columns",
  "too-many-cells",
  "too-many-names",
  "too-many-merges",
  "text-too-long",
  // text files
  "text-encoding",
  "csv-quote",
] as const;

export type UnreadableCode = (typeof UNREADABLE_CODES)[number];

/** The one error `readWorkbook` rejects with: a code, the slots of its sentence, and what had been unpacked by then. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Bytes inflated before the refusal; 0 when the zip's directory alone was reason enough. */
  inflatedBytes = 0;

  constructor(code: UnreadableCode, params: Record<string, string | number> = {}) {
    super(`unreadable file: ${code}${Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : ""}`);
    this.name = "UnreadableFile";
    this.code = code;
    this.params = params;
  }
}
