import { DEFAULT_LIMITS, ISOLATE_LIMITS, type Limits } from "../../shared/workbook/limits.ts";

/** What a heap of files that somebody sent may cost before it is refused. Bytes unless the name says otherwise. */
export interface IntakeLimits {
  /** Files listed from one heap, those that only get a line saying why not included. */
  files: number;
  /** Containers inside containers: a zip in an e-mail in a zip is three. */
  depth: number;
  mailBytes: number;
  archiveBytes: number;
  /** Everything taken out of containers. */
  totalBytes: number;
  /** Of an archive; one file in it may be as large as `workbook.fileBytes`. */
  archiveEntries: number;
  workbook: Limits;
}

const MB = 1024 * 1024;

/** A browser or a server: an inbox of a month is some forty files of 50 KB. */
export const INTAKE_LIMITS: Readonly<IntakeLimits> = {
  files: 1_000,
  depth: 4,
  mailBytes: 40 * MB,
  archiveBytes: 100 * MB,
  totalBytes: 300 * MB,
  archiveEntries: 5_000,
  workbook: DEFAULT_LIMITS,
};

/** Inside an isolate of 128 MB: Cloudflare hands over messages of at most 25 MB. */
export const ISOLATE_INTAKE_LIMITS: Readonly<IntakeLimits> = {
  files: 100,
  depth: 3,
  mailBytes: 25 * MB,
  archiveBytes: 20 * MB,
  totalBytes: 40 * MB,
  archiveEntries: 500,
  workbook: ISOLATE_LIMITS,
};
