/** What a file handed to us may cost before it is refused. Bytes unless the name says otherwise. */
export interface Limits {
  /** The file as it came. */
  fileBytes: number;
  zipEntries: number;
  /** One part of a zip, unpacked. Parts are streamed, so this bounds time more than memory. */
  entryBytes: number;
  /** All parts of a zip, unpacked. */
  totalBytes: number;
  /** Unpacked : packed, looked at above `ratioFromBytes` unpacked. */
  ratio: number;
  ratioFromBytes: number;
  sheets: number;
  rows: number;
  columns: number;
  /** All sheets together, with the empty cells left of a filled one counted: they take memory too. */
  cells: number;
  /** Characters in one cell; Excel's own limit. */
  textLength: number;
  names: number;
  /** Merged ranges of all sheets. */
  merges: number;
  /** Covered cells of all merged ranges of a sheet, after clipping to the used area. */
  mergedCells: number;
}

const MB = 1024 * 1024;

/** Measured for a worker with 128 MB: a sheet of plain cells packs about 15 : 1, a report of 3,000 rows unpacks to 2 MB. */
export const DEFAULT_LIMITS: Readonly<Limits> = {
  fileBytes: 10 * MB,
  zipEntries: 2_000,
  entryBytes: 128 * MB,
  totalBytes: 256 * MB,
  ratio: 200,
  ratioFromBytes: MB,
  sheets: 256,
  rows: 200_000,
  columns: 256,
  cells: 5_000_000,
  textLength: 32_767,
  names: 100_000,
  merges: 200_000,
  mergedCells: 5_000_000,
};

/** For an isolate with 128 MB in all, code and answer included (Cloudflare Workers). */
export const ISOLATE_LIMITS: Readonly<Limits> = {
  ...DEFAULT_LIMITS,
  zipEntries: 500,
  entryBytes: 64 * MB,
  totalBytes: 128 * MB,
  cells: 1_000_000,
  mergedCells: 1_000_000,
};
