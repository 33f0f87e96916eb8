import type { RowStatus } from "../../shared/answer.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Office, ReporterType } from "../../shared/offices/office.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";

/** One data row of a stored version. */
export interface StoredRow {
  /** Row number in the sender's own sheet, 1-based. */
  row: number;
  status: RowStatus;
  /** Field -> what the checker accepted. */
  values: Record<string, Scalar>;
  /** Field -> the text as typed, only where it differed from the value. */
  typed: Record<string, Scalar>;
}

/** Rows of one version. Read twice while a master is written, so iterating must start anew each time and give the same rows. */
export type StoredRows = Iterable<StoredRow> | AsyncIterable<StoredRow>;

export type SubmissionStatus = "received" | "returned" | "accepted";

/** The version of an office's report that counts now. */
export interface CurrentSubmission {
  /** Seven-digit office code. */
  office: string;
  receipt: string;
  version: number;
  /** ISO 8601 with zone, server time. */
  receivedAt: string;
  sender: string;
  late: boolean;
  status: SubmissionStatus;
  /** The office reports that it has nothing to report. */
  nil: boolean;
  /** In whose hands it is; left away: the province's. */
  level?: "district" | "province";
  /** A newer version that waits beside this accepted one. */
  newer?: number | null;
  rows: StoredRows;
}

export interface MasterInput {
  form: FormDefinition;
  province: { code: string; name: string };
  /** Gregorian YYYY-MM. */
  period: string;
  /** The roster: every office that has to report, in official order. */
  offices: readonly (Omit<Office, "type"> & { type: ReporterType })[];
  /** At most one for each office; any order. */
  submissions: Iterable<CurrentSubmission>;
}
