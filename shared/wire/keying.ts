import * as z from "zod";
import { named } from "./named.ts";
import { FormId, OfficeCode, Period, SubmissionId } from "./report.ts";

/*
 * What travels to and from the page where rows are typed into other systems, beside `report.ts`.
 */

const Instant = z.iso.datetime();
const SystemId = z.string().regex(/^[a-z][a-z0-9-]{1,20}$/);

export const KeyingWhich = z.object({
  form: FormId,
  system: SystemId,
  period: Period.optional(),
  office: OfficeCode.optional(),
});

export const KeyingQuery = KeyingWhich.extend({
  show: z.enum(["left", "keyed", "gone"]).default("left"),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const KeyedBySchema = z.object({
  at: Instant,
  version: z.int(),
  row: z.int(),
  role: z.string(),
  place: z.string(),
  mine: z.boolean(),
});

const KeyingRowSchema = z.object({
  submission: z.string(),
  version: z.int(),
  row: z.int(),
  period: z.string(),
  office: z.string(),
  officeName: z.string(),
  receipt: z.string(),
  values: z.array(z.string()),
  changed: z.array(z.object({ column: z.int(), from: z.string() })),
  keyed: KeyedBySchema.nullable(),
});

export const KeyingSchema = named(
  "Keying",
  z.object({
    form: z.string(),
    system: z.string(),
    name: z.string(),
    source: z.string(),
    doubt: z.string().nullable(),
    mayType: z.boolean(),
    columns: z.array(z.string()),
    counts: z.object({
      rows: z.int(),
      keyed: z.int(),
      left: z.int(),
      changed: z.int(),
      gone: z.int(),
      held: z.int(),
    }),
    offices: z.array(z.object({ code: z.string(), name: z.string() })),
    total: z.int(),
    rows: z.array(KeyingRowSchema),
  }),
);
export type KeyingWire = z.infer<typeof KeyingSchema>;

const Row = {
  system: SystemId,
  submission: SubmissionId,
  version: z.int().min(1).max(100_000),
  row: z.int().min(1).max(1_048_576),
};

/** Marks a row as typed, or takes the mark off that was seen (`at`). */
export const KeyedRequest = named(
  "KeyedRequest",
  z.discriminatedUnion("keyed", [
    z.object({ ...Row, keyed: z.literal(true) }),
    z.object({ ...Row, keyed: z.literal(false), at: Instant }),
  ]),
);

export const KeyedAnswer = named("KeyedAnswer", z.object({ keyed: KeyedBySchema.nullable(), already: z.boolean() }));
export type KeyedAnswerWire = z.infer<typeof KeyedAnswer>;
