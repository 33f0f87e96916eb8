import type * as wire from "../../../../shared/wire/desk.ts";
import type * as levelWire from "../../../../shared/wire/levels.ts";
import type * as collector from "../../../../shared/wire/report.ts";
import type * as tokenWire from "../../../../shared/wire/tokens.ts";
import type { Session } from "../api.ts";

type Out<Schema extends { _zod: { output: unknown } }> = Schema["_zod"]["output"];

export type Progress = Out<typeof wire.ProgressSchema>;
export type Matrix = Out<typeof wire.MatrixSchema>;
export type Queue = Out<typeof wire.QueueSchema>;
export type AcceptAnswer = Out<typeof wire.AcceptAnswerSchema>;
export type Reminder = Out<typeof wire.ReminderSchema>;
export type Completeness = Out<typeof collector.CompletenessSchema>;
export type Detail = Out<typeof collector.SubmissionDetailSchema>;
export type Diff = Out<typeof collector.DiffSchema>;
export type Review = Out<typeof wire.ReviewSchema>;
export type ReturnState = Out<typeof wire.ReturnStatesSchema>["returns"][number];
export type Work = Out<typeof wire.WorkSchema>;
export type Trail = Out<typeof wire.TrailSchema>;
export type Levels = Out<typeof levelWire.LevelsSchema>;
export type SentUp = Out<typeof levelWire.SentUpSchema>;
export type ForwardAnswer = Out<typeof levelWire.ForwardAnswerSchema>;
export type Rollup = Out<typeof levelWire.RollupSchema>;
export type Print = Out<typeof levelWire.PrintSchema>;
export type Tokens = Out<typeof tokenWire.TokensSchema>;
export type MadeToken = Out<typeof tokenWire.MadeTokenSchema>;
export type Stand = Out<typeof wire.StandSchema>;

/** What the person is looking at now. */
export interface Desk {
  session: Session;
  /** Two-digit code. */
  province: string;
  form: string;
  period: string;
  /** Four digits, or "" for all within reach. */
  district: string;
}

/** One page: draws itself anew each time it is asked. */
export type Page = (desk: Desk) => Promise<void>;
