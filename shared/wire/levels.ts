import * as z from "zod";
import { Reason, StandsSchema, SubmissionRef } from "./desk.ts";
import { named } from "./named.ts";
import { FormId, OfficeCode, Period } from "./report.ts";
import { Sight } from "./sight.ts";

/*
 * What travels between district, province and department: who has a report in hand, what was sent up, and the overview of all
 * provinces.
 */

const Instant = z.iso.datetime();

export const WhichQuery = z.object({ form: FormId, period: Period });

export const ForwardRequest = named("ForwardRequest", z.object({ items: z.array(SubmissionRef).min(1).max(50) }));
export const ForwardAnswerSchema = named(
  "ForwardAnswer",
  z.object({ results: z.array(z.object({ submission: z.string(), result: z.string() })) }),
);

export const TakeRequest = named("TakeRequest", z.object({ reason: Reason, ...Sight }));

const OfficeTypeSchema = z.enum(["อบจ.", "ทน.", "ทม.", "ทต.", "อบต.", "เมืองพัทยา"]);
const DirectSchema = z.object({
  types: z.array(OfficeTypeSchema).max(6),
  offices: z.array(OfficeCode).max(500),
});
/** `direct` null: back to what is usual. */
export const DirectRequest = named("DirectRequest", z.object({ form: FormId, direct: DirectSchema.nullable() }));
export const LevelRuleSchema = named(
  "LevelRule",
  z.object({ through: z.boolean(), direct: DirectSchema, set: z.boolean() }),
);

const TotalsSchema = z.object({ rows: z.int(), fields: z.record(z.string(), z.number()) });

export const SentUpSchema = named(
  "SentUp",
  z.object({
    number: z.int(),
    at: Instant,
    by: z.object({ role: z.string(), place: z.string() }),
    note: z.string(),
    hash: z.string(),
    offices: z.int(),
    reports: z.int(),
    totals: TotalsSchema,
    undone: Instant.nullable(),
  }),
);

export const LevelsSchema = named(
  "Levels",
  z.object({
    form: z.string(),
    period: z.string(),
    rule: LevelRuleSchema,
    closed: Instant.nullable(),
    waiting: z.object({ district: z.int(), province: z.int() }),
    ready: z.object({ hash: z.string(), reports: z.int(), totals: TotalsSchema }).nullable(),
    sentUp: z.array(SentUpSchema),
  }),
);

export const SendUpRequest = named(
  "SendUpRequest",
  z.object({
    form: FormId,
    period: Period,
    note: z.string().trim().max(1000).default(""),
    /** Of what was looked at; other content is not sent up unseen. */
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
);
export const SendUpUndoRequest = named("SendUpUndoRequest", z.object({ form: FormId, period: Period, reason: Reason }));
export const SentUpListSchema = named("SentUpList", z.object({ sentUp: z.array(SentUpSchema) }));

const LineSchema = z.object({
  form: z.string(),
  period: z.string(),
  name: z.string().nullable(),
  offices: z.int(),
  stands: StandsSchema,
  accepted: z.int(),
  withDistrict: z.int(),
  closed: Instant.nullable(),
  sentUp: z
    .object({
      at: Instant,
      number: z.int(),
      reports: z.int(),
      hash: z.string(),
      totals: TotalsSchema,
      changed: z.boolean(),
    })
    .nullable(),
});

/** `silent`: the province's store did not answer, and nothing is known; `absent`: this collector has no list of its offices. */
export const RollupSchema = named(
  "Rollup",
  z.object({
    form: z.string(),
    period: z.string(),
    asOf: Instant,
    provinces: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        state: z.enum(["answered", "silent", "absent"]),
        line: LineSchema.nullable(),
      }),
    ),
    total: z.object({
      answered: z.int(),
      silent: z.int(),
      absent: z.int(),
      sentUp: z.int(),
      offices: z.int(),
      stands: StandsSchema,
      accepted: z.int(),
      withDistrict: z.int(),
      totals: TotalsSchema,
    }),
  }),
);

/** The master ready for paper: everything in the words that are printed. */
export const PrintSchema = named(
  "Print",
  z.object({
    title: z.array(z.string()),
    scope: z.string(),
    asOf: z.string(),
    columns: z.array(
      z.object({ label: z.string(), group: z.string().nullable(), number: z.boolean(), width: z.number() }),
    ),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
    totals: z.array(z.number().nullable()),
    offices: z.array(
      z.object({ name: z.string(), district: z.string(), state: z.string(), late: z.boolean(), rows: z.int() }),
    ),
    missing: z.array(z.object({ name: z.string(), district: z.string(), state: z.string() })),
    notes: z.array(z.string()),
    signature: z.array(z.string()),
  }),
);
