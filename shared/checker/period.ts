import type { Finding } from "../answer.ts";
import { parsePeriod, periodText } from "../calendar/period.ts";

export interface PeriodSources {
  given: string | null;
  identity: string | null;
  sheetName: string;
  /** From the title rows, already read. */
  title: string | null;
  fileName: string | null;
}

/**
 * The reporting month: as given, else the identity's, the sheet name's, the title's, the file name's. A copy of last
 * month's sheet whose title was forgotten is the commonest slip, so places that disagree are told.
 */
export function resolvePeriod(sources: PeriodSources): { period: string | null; findings: Finding[] } {
  const sheet = parsePeriod(sources.sheetName);
  const file = sources.fileName === null ? null : parsePeriod(sources.fileName);
  const period = sources.given ?? sources.identity ?? sheet ?? sources.title ?? file;
  if (period === null)
    return { period, findings: [{ code: "PERIOD_MISSING", verdict: "warn", cell: null, params: {} }] };
  const other = [sheet, sources.title].find((candidate) => candidate !== null && candidate !== period);
  if (other === undefined || other === null) return { period, findings: [] };
  const params = { period: periodText(period), other: periodText(other) };
  return { period, findings: [{ code: "PERIOD_CONFLICT", verdict: "warn", cell: null, params }] };
}
