import * as z from "zod";
import { named } from "./named.ts";
import {
  CommentSchema,
  FormId,
  OfficeCode,
  Period,
  StatusSchema,
  SubmissionSummarySchema,
  TodoSchema,
} from "./report.ts";
import { Sight } from "./sight.ts";

/*
 * What travels to and from the desk, beside `report.ts`: who owes, what waits, what was decided, who looked.
 */

const Instant = z.iso.datetime();
export const DistrictCode = z.string().regex(/^[1-9][0-9]{3}$/);
/** Long enough to say why; never empty. */
export const Reason = z.string().trim().min(1).max(1000);

export const StandSchema = z.enum(["missing", "returned", "late", "nil", "onTime"]);
export const StandsSchema = z.object({
  missing: z.int(),
  returned: z.int(),
  late: z.int(),
  nil: z.int(),
  onTime: z.int(),
});
const DueSchema = TodoSchema.shape.items.element.shape.due;

export const ProgressSchema = named(
  "Progress",
  z.object({
    form: z.string(),
    period: z.string(),
    due: DueSchema,
    closed: Instant.nullable(),
    extended: z.int(),
    offices: z.int(),
    stands: StandsSchema,
    districts: z.array(z.object({ code: z.string(), name: z.string(), offices: z.int(), stands: StandsSchema })),
    arrivals: z.array(z.object({ date: z.iso.date(), count: z.int() })),
  }),
);

export const MatrixQuery = z.object({
  form: FormId,
  period: Period,
  months: z.coerce.number().int().min(1).max(12).default(6),
  district: DistrictCode.optional(),
  stand: StandSchema.optional(),
  find: z.string().max(100).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const MatrixSchema = named(
  "Matrix",
  z.object({
    form: z.string(),
    periods: z.array(z.string()),
    total: z.int(),
    rows: z.array(
      z.object({
        office: z.string(),
        name: z.string(),
        district: z.string(),
        remindedAt: Instant.nullable(),
        cells: z.array(
          z.object({
            stand: StandSchema.nullable(),
            accepted: z.boolean(),
            late: z.boolean(),
            nil: z.boolean(),
            submission: z.string().nullable(),
            receivedAt: Instant.nullable(),
            until: Instant.nullable(),
          }),
        ),
      }),
    ),
  }),
);

export const LevelSchema = z.enum(["district", "province"]);
const RiskSchema = z.enum(["late", "changed", "nilNow", "warned", "again"]);

export const QueueQuery = z.object({
  form: FormId,
  period: Period,
  district: DistrictCode.optional(),
  clean: z.enum(["1"]).optional(),
  level: LevelSchema.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const QueueSchema = named(
  "Queue",
  z.object({
    form: z.string(),
    period: z.string(),
    closed: Instant.nullable(),
    waiting: z.int(),
    clean: z.int(),
    /** Of the clean ones: how many still wait for files. */
    cleanAwaiting: z.int(),
    withDistrict: z.int(),
    districts: z.array(z.object({ code: DistrictCode, name: z.string(), count: z.int(), since: Instant })),
    items: z.array(
      z.object({
        ...SubmissionSummarySchema.shape,
        risks: z.array(RiskSchema),
        weight: z.int(),
        level: LevelSchema,
        warnings: z.int(),
        rowsBefore: z.int().nullable(),
        /** Files that may still follow; never a risk. */
        awaited: z.int(),
        reasons: z.array(z.object({ row: z.int(), text: z.string() })),
      }),
    ),
  }),
);

export const SubmissionRef = z.object({
  submission: z.string().regex(/^[1-9][0-9]-[0-9A-Z]{10}$/),
  version: z.int().min(1),
});

export const AcceptRequest = named("AcceptRequest", z.object({ items: z.array(SubmissionRef).min(1).max(50) }));
export const AcceptAnswerSchema = named(
  "AcceptAnswer",
  z.object({ results: z.array(z.object({ submission: z.string(), result: z.string() })) }),
);

const ExtensionSchema = z.object({ until: Instant, reason: z.string() }).nullable();

export const ExtensionRequest = named(
  "ExtensionRequest",
  z.object({ form: FormId, period: Period, office: OfficeCode, until: Instant.nullable(), reason: Reason }),
);
export const ExtensionAnswerSchema = named("ExtensionAnswer", z.object({ extension: ExtensionSchema }));

export const CloseRequest = named(
  "CloseRequest",
  z.object({ form: FormId, period: Period, close: z.boolean(), reason: Reason }),
);
export const CloseAnswerSchema = named("CloseAnswer", z.object({ closed: Instant.nullable() }));

export const ReminderRequest = named(
  "ReminderRequest",
  z.object({ form: FormId, period: Period, district: DistrictCode.optional(), channel: z.enum(["line", "email"]) }),
);
export const ReminderSchema = named(
  "Reminder",
  z.object({
    at: Instant,
    subject: z.string(),
    text: z.string(),
    offices: z.array(
      z.object({
        office: z.string(),
        name: z.string(),
        district: z.string(),
        stand: StandSchema,
        until: Instant.nullable(),
      }),
    ),
  }),
);

const CommentStateSchema = z.object({
  row: z.int().nullable(),
  field: z.string().nullable(),
  text: CommentSchema.shape.text,
  done: z.object({ at: Instant, answer: z.string() }).nullable(),
});

const ReturnStateSchema = named(
  "ReturnState",
  z.object({
    id: z.int(),
    version: z.int(),
    at: Instant,
    by: z.object({ role: z.string(), place: z.string() }),
    note: z.string(),
    comments: z.array(CommentStateSchema),
  }),
);

export const TickRequest = named(
  "TickRequest",
  z.object({
    returned: z.int().min(1),
    number: z.int().min(0).max(999),
    /** Null takes the tick off again. */
    answer: z.string().max(2000).nullable(),
  }),
);
export const ReturnStatesSchema = named("ReturnStates", z.object({ returns: z.array(ReturnStateSchema) }));

export const UndoRequest = named("UndoRequest", z.object({ reason: Reason, ...Sight }));

export const ReviewSchema = named(
  "Review",
  z.object({
    submission: z.string(),
    version: z.int(),
    previous: z.int().nullable(),
    risks: z.array(RiskSchema),
    rowsBefore: z.int().nullable(),
    returns: z.array(ReturnStateSchema),
    history: z.array(
      z.object({
        at: Instant,
        role: z.string(),
        place: z.string(),
        mine: z.boolean(),
        action: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    seen: z.int(),
    level: LevelSchema,
    acceptedBeside: z.int().nullable(),
    undo: z.enum(["return", "accept", "withdraw", "forward", "take"]).nullable(),
    undoOf: z.int().nullable(),
    extension: ExtensionSchema,
    closed: Instant.nullable(),
  }),
);

const { returns: _, ...todoItem } = TodoSchema.shape.items.element.shape;

export const WorkSchema = named(
  "Work",
  z.object({
    office: z.string(),
    name: z.string(),
    today: z.iso.date(),
    items: z.array(
      z.object({
        ...todoItem,
        status: z.enum(["missing", ...StatusSchema.options]),
        extension: ExtensionSchema,
        closed: Instant.nullable(),
        returns: z.array(ReturnStateSchema),
      }),
    ),
    sent: z.array(SubmissionSummarySchema),
  }),
);

export const TrailSchema = named(
  "Trail",
  z.object({
    lines: z.array(
      z.object({
        seq: z.int(),
        at: Instant,
        role: z.string(),
        place: z.string(),
        mine: z.boolean(),
        action: z.string(),
        subject: z.string(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
    /** What to ask for as `before` to read on; null: that was all. */
    next: z.int().nullable(),
  }),
);
