/**
 * Why a file cannot go on by itself: each is something for a person. Stable: they travel, and the sentences in `words/intake.ts`
 * are keyed by them.
 */
export const NEED_CODES = [
  // no workbook came out of it
  "too-many-files",
  "too-deep",
  "too-large",
  "mail-empty",
  "mail-damaged",
  "outlook-message",
  "other-file",
  "encrypted",
  "unreadable",
  // what the workbook is
  "no-form",
  "several-sheets",
  "foreign-province",
  // whose it is, and for when
  "no-office",
  "several-offices",
  "office-differs",
  "office-outside",
  "no-period",
  "period-differs",
  "not-asked",
  // what stands in it
  "columns",
  "points",
  // beside the others
  "duplicate",
  "same-report",
  "replaces",
] as const;

export type NeedCode = (typeof NEED_CODES)[number];

export interface Need {
  code: NeedCode;
  params: Record<string, string | number>;
}

/** A file with one of these is at its end: nothing a person chooses on the page makes it a report. */
export const HOPELESS: ReadonlySet<NeedCode> = new Set([
  ...["too-many-files", "too-deep", "too-large", "mail-empty", "mail-damaged", "outlook-message", "other-file"],
  ...["encrypted", "unreadable", "no-form", "foreign-province", "points", "several-offices"],
] as NeedCode[]);
