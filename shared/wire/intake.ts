import * as z from "zod";
import { named } from "./named.ts";
import { CountsSchema, FormId, OfficeCode, Period, type ReceiptWire, StatusSchema } from "./report.ts";

/* What travels about files that came by e-mail. */

const Instant = z.iso.datetime();
const Line = z.string().max(300);

export const IntakeId = z.string().regex(/^[1-9][0-9]-M[0-9A-Z]{10}$/);

/** Beside the file: what a person has said of it, and what lay around it (which only proposes). */
export const IntakeFields = z.object({
  form: FormId.optional(),
  office: OfficeCode.optional(),
  period: Period.optional(),
  sheet: z.string().max(255).optional(),
  subject: Line.optional(),
  sender: Line.optional(),
  folder: Line.optional(),
  /** What was said of the sheet's columns: one JSON object. */
  columns: z.string().max(20_000).optional(),
});

export const IntakeSendFields = IntakeFields.extend({
  office: OfficeCode,
  period: Period,
  /** The version that was seen and is to be replaced. */
  replaces: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** The waiting file that this is; it leaves the list. */
  item: IntakeId.optional(),
});

const Whence = z.enum(["fileName", "folder", "subject", "sender"]);
const NeedSchema = named(
  "IntakeNeed",
  z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
);

const PointSchema = named(
  "IntakePoint",
  z.object({
    cell: z.string().nullable(),
    row: z.int().nullable(),
    column: z.string(),
    verdict: z.enum(["ok", "fixed", "warn", "suggest", "error"]),
    message: z.string(),
  }),
);

const StandingReceipt = z.object({
  receipt: z.string(),
  submission: z.string(),
  version: z.int(),
  receivedAt: Instant,
  late: z.boolean(),
  contentHash: z.string(),
  status: StatusSchema,
}) satisfies z.ZodType<ReceiptWire>;

export const IntakeAnswerSchema = named(
  "IntakeAnswer",
  z.object({
    /** SHA-256 of the file. */
    hash: z.string(),
    form: z.object({ id: z.string(), title: z.string() }).nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    office: z.object({ code: z.string(), label: z.string(), district: z.string() }).nullable(),
    period: z.string().nullable(),
    counts: CountsSchema.nullable(),
    submittable: z.boolean(),
    /** A blank of this system, made for this very office. */
    identified: z.boolean(),
    needs: z.array(NeedSchema),
    offices: z.array(z.object({ office: z.string(), label: z.string(), district: z.string(), whence: Whence })),
    periods: z.array(z.object({ period: z.string(), whence: Whence })),
    questions: z.array(
      z.object({
        column: z.string(),
        label: z.string(),
        key: z.string(),
        candidates: z.array(z.object({ field: z.string(), label: z.string() })),
      }),
    ),
    points: z.array(PointSchema),
    pointCount: z.int(),
    /** The same content is with the province already. */
    received: StandingReceipt.nullable(),
    /** What is with the province for this office and month, with other content. */
    current: StandingReceipt.nullable(),
    /** A Thai text to answer the sender with; null while only the province has something to settle. */
    reply: z.string().nullable(),
  }),
);
export type IntakeAnswer = z.infer<typeof IntakeAnswerSchema>;

const MailSchema = z.object({ from: z.string(), fromName: z.string(), subject: z.string(), date: z.string() });

export const IntakeListSchema = named(
  "IntakeList",
  z.object({
    /** Mailed blanks of ours go into the master without a person. */
    auto: z.boolean(),
    items: z.array(
      z.object({
        id: z.string(),
        at: Instant,
        name: z.string(),
        within: z.array(z.string()),
        mail: MailSchema.nullable(),
        need: NeedSchema.nullable(),
        hash: z.string(),
        bytes: z.int(),
        office: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
);
export type IntakeList = z.infer<typeof IntakeListSchema>;

export const IntakeKeepFields = z.object({
  subject: Line.optional(),
  sender: Line.optional(),
  senderName: Line.optional(),
  date: Line.optional(),
  /** Zips, mails and folders it lay in, outermost first, one a line. */
  within: z.string().max(3000).optional(),
});
export const IntakeKeptSchema = named("IntakeKept", z.object({ id: z.string() }));
export const IntakeSettingRequest = named("IntakeSetting", z.object({ auto: z.boolean() }));
