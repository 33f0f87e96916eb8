import type * as wireGoogle from "../../../shared/wire/google.ts";
import type * as wire from "../../../shared/wire/report.ts";

/** What a schema of the wire describes. Types only: no part of zod travels to the browser. */
type Out<Schema extends { _zod: { output: unknown } }> = Schema["_zod"]["output"];

export type FormList = Out<typeof wire.FormListSchema>;
export type Report = Out<typeof wire.ReportSchema>;
export type Receipt = Out<typeof wire.ReceiptSchema>;
export type ProblemFinding = Out<typeof wire.ProblemFindingSchema>;
export type Summary = Out<typeof wire.SubmissionSummarySchema>;
export type SubmissionList = Out<typeof wire.SubmissionListSchema>;
export type VersionList = Out<typeof wire.VersionListSchema>;
export type Todo = Out<typeof wire.TodoSchema>;
export type Completeness = Out<typeof wire.CompletenessSchema>;
export type GoogleCard = Out<typeof wireGoogle.GoogleSchema>;
export type Roster = Out<typeof wire.RosterSchema>;

/** What the person is looking at now. */
export interface View {
  role: "office" | "district" | "province" | "department" | "auditor";
  /** As in the session: an office, a district, a province, or TH. */
  place: string;
  /** Two-digit code. */
  province: string;
  form: string;
  period: string;
}
