import * as z from "zod";
import { FormDefinitionSchema } from "../forms/schema.ts";
import { named } from "./named.ts";
import { Sight } from "./sight.ts";

/*
 * Everything that travels between the add-in and the worker, over HTTP under /api/v1. What comes in is held to these schemas;
 * what goes out is described by them in /api/v1/openapi.json. A schema with `meta({ id })` is a named part of that description.
 */

export const MAX_JSON_BYTES = 6 * 1024 * 1024;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** A cell of Excel holds no more. */
const MAX_CELL_CHARS = 32_767;
const MAX_ROWS = 50_000;
const MAX_COLUMNS = 500;

export const FormId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
/** Gregorian YYYY-MM. A พ.ศ. year is refused, never converted. */
export const Period = z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/);
export const ProvinceCode = z.string().regex(/^[1-9][0-9]$/);
export const OfficeCode = z.string().regex(/^[1-9][1-9][0-9]{5}$/);
export const SubmissionId = z.string().regex(/^[1-9][0-9]-[0-9A-Z]{10}$/);
/** Opaque to the server but for equality; a UUID does well. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/);

export const RoleSchema = z.enum(["office", "district", "province", "department", "auditor"]);
export const StatusSchema = z.enum(["received", "returned", "accepted", "withdrawn"]);
const VerdictSchema = z.enum(["ok", "fixed", "warn", "suggest", "error"]);
const RowVerdictSchema = z.enum(["ok", "fixed", "warn", "suggest", "error", "skip"]);
const Instant = z.iso.datetime();
const PlainDay = z.iso.date();

// --- a sheet and the checker's answer -----------------------------------------------------------------------------

const ScalarSchema = z.union([z.string().max(MAX_CELL_CHARS), z.number(), z.boolean(), z.null()]);

const RichCellSchema = z.object({
  v: ScalarSchema,
  t: z.enum(["d", "e"]).optional(),
  fmt: z.string().max(255).optional(),
  font: z.string().max(100).optional(),
  merged: z.union([z.boolean(), z.string().max(30)]).optional(),
  err: z.boolean().optional(),
});

export const CellSchema = named(
  "Cell",
  z.union([z.string().max(MAX_CELL_CHARS), z.number(), z.null(), z.boolean(), RichCellSchema]),
);

export const GridSchema = named(
  "Grid",
  z.object({
    sheet: z.string().max(255),
    rows: z.array(z.array(CellSchema).max(MAX_COLUMNS)).max(MAX_ROWS),
    merges: z.array(z.string().max(30)).max(20_000).optional(),
    hiddenRows: z.array(z.int().min(1).max(1_048_576)).max(MAX_ROWS).optional(),
    origin: z
      .string()
      .regex(/^[A-Z]{1,3}[1-9][0-9]{0,6}$/)
      .optional(),
    hidden: z.boolean().optional(),
    pictures: z.array(z.string().max(12)).max(1_000).optional(),
  }),
);

export const CertifierSchema = named(
  "Certifier",
  z.object({ name: z.string().max(200), position: z.string().max(200) }),
);

const SuggestionSchema = z.union([ScalarSchema, z.object({ cell: z.string(), value: ScalarSchema })]);
const Params = z.record(z.string(), ScalarSchema);

const CellAnswerSchema = named(
  "CellAnswer",
  z.object({
    cell: z.string().nullable(),
    raw: ScalarSchema,
    verdict: VerdictSchema,
    value: ScalarSchema,
    officeCode: z.string().optional(),
    codes: z.array(z.string()),
    suggestions: z.array(SuggestionSchema),
    params: Params.optional(),
    message: z.string().optional(),
  }),
);

const ListSchema = z.array(z.record(z.string(), ScalarSchema));

/** A part of a form without a table; of a repeated part the whole, each line's parts beside it. */
const FieldAnswerSchema = named(
  "FieldAnswer",
  CellAnswerSchema.extend({ raw: z.union([ScalarSchema, ListSchema]), value: z.union([ScalarSchema, ListSchema]) }),
);

const RowAnswerSchema = named(
  "RowAnswer",
  z.object({
    row: z.int(),
    verdict: RowVerdictSchema,
    codes: z.array(z.string()),
    status: z.enum(["done", "notDone", "nil"]).optional(),
    cells: z.record(z.string(), CellAnswerSchema),
    params: Params.optional(),
    message: z.string().optional(),
  }),
);

const FindingSchema = named(
  "Finding",
  z.object({
    code: z.string(),
    verdict: VerdictSchema,
    cell: z.string().nullable(),
    params: Params.optional(),
    message: z.string().optional(),
  }),
);

export const CountsSchema = named(
  "Counts",
  z.object({
    rows: z.int(),
    ok: z.int(),
    fixed: z.int(),
    warn: z.int(),
    suggest: z.int(),
    error: z.int(),
    skip: z.int(),
  }),
);

export const ReportSchema = named(
  "Report",
  z.object({
    form: z.string(),
    version: z.int(),
    sheet: z.string(),
    province: z.string().nullable(),
    office: z.string().nullable(),
    period: z.string().nullable(),
    submittable: z.boolean(),
    counts: CountsSchema,
    columns: z.record(z.string(), z.string()),
    questions: z
      .array(
        z.object({
          column: z.string(),
          cell: z.string(),
          label: z.string(),
          key: z.string(),
          candidates: z.array(z.string()),
        }),
      )
      .optional(),
    answered: z.record(z.string(), z.string().nullable()).optional(),
    findings: z.array(FindingSchema),
    rows: z.array(RowAnswerSchema),
    fields: z.record(z.string(), FieldAnswerSchema),
    certifier: CertifierSchema.nullable(),
  }),
);

// --- signing in ---------------------------------------------------------------------------------------------------

const AccessCode = z.string().min(1).max(100);
/** A Google ID token has about 1,200 letters. */
const GoogleToken = z.string().min(1).max(4096);

/** An access code; or a Google account, with a code the first time. */
export const SessionRequest = named(
  "SessionRequest",
  z.union([z.object({ googleToken: GoogleToken, code: AccessCode.optional() }), z.object({ code: AccessCode })]),
);

export const EnrolmentRequest = named("EnrolmentRequest", z.object({ office: OfficeCode }));

export const EnrolmentSchema = named(
  "Enrolment",
  z.object({ code: z.string(), office: OfficeCode, expiresAt: Instant }),
);

export const SessionSchema = named(
  "Session",
  z.object({
    token: z.string(),
    expiresAt: Instant,
    role: RoleSchema,
    place: z.string(),
    /** Tells persons of one place apart; it names nobody. */
    person: z.string(),
  }),
);

// --- forms and offices --------------------------------------------------------------------------------------------

export const FormSummarySchema = named(
  "FormSummary",
  z.object({ id: z.string(), version: z.int(), official: z.boolean(), title: z.array(z.string()) }),
);

export const FormListSchema = named("FormList", z.object({ forms: z.array(FormSummarySchema) }));

export const FormSchema = named("Form", FormDefinitionSchema);

/** A province's offices, packed. `version` changes with the content; `?known=` it to hear only of a change. */
export const RosterSchema = named(
  "Roster",
  z.object({
    version: z.string(),
    pack: z.object({
      v: z.literal(1),
      code: z.string(),
      name: z.string(),
      districts: z.record(z.string(), z.array(z.string())),
      elsewhere: z.record(z.string(), z.string()),
      /** Names borne before: type and name, district, who bore it, who stands for it today, until when. */
      former: z.array(z.array(z.string())).optional(),
    }),
  }),
);

// --- checking and sending -----------------------------------------------------------------------------------------

/** What a person said of columns: key of the heading -> field, or null for a column that is none of the form's. */
export const ColumnAnswersSchema = z
  .record(z.string().min(1).max(130), z.string().max(60).nullable())
  .refine((answers) => Object.keys(answers).length <= 60, { message: "at most 60 columns" });

export const CheckRequest = named(
  "CheckRequest",
  z.object({
    form: FormId.optional(),
    /** With a form: that version of it, whether it still holds or not. */
    version: z.int().min(1).max(9999).optional(),
    grid: GridSchema,
    columns: ColumnAnswersSchema.optional(),
    province: ProvinceCode.optional(),
    period: Period.optional(),
  }),
);

const ClientSchema = z.union([
  z.string().max(200),
  z.object({
    name: z.string().max(100),
    version: z.string().max(50).optional(),
    host: z.string().max(100).optional(),
  }),
]);

export const SubmissionRequest = named(
  "SubmissionRequest",
  z.object({
    form: FormId,
    version: z.int().min(1).max(9999),
    period: Period,
    office: OfficeCode,
    grid: GridSchema,
    columns: ColumnAnswersSchema.optional(),
    certifier: CertifierSchema.nullable().optional(),
    client: ClientSchema.optional(),
  }),
);
export type SubmissionRequest = z.infer<typeof SubmissionRequest>;

export const ReceiptSchema = named(
  "Receipt",
  z.object({
    receipt: z.string(),
    submission: z.string(),
    version: z.int(),
    receivedAt: Instant,
    late: z.boolean(),
    contentHash: z.string(),
  }),
);
export type ReceiptWire = z.infer<typeof ReceiptSchema>;

// --- what was sent ------------------------------------------------------------------------------------------------

const PlaceSchema = z.object({ role: z.string(), place: z.string() });

const summaryShape = {
  submission: z.string(),
  version: z.int(),
  receipt: z.string(),
  form: z.string(),
  formVersion: z.int(),
  period: z.string(),
  office: z.string(),
  officeName: z.string(),
  district: z.string(),
  status: StatusSchema,
  nil: z.boolean(),
  late: z.boolean(),
  due: PlainDay.nullable(),
  receivedAt: Instant,
  contentHash: z.string(),
  rows: z.int(),
  sender: z.object({ name: z.string(), role: z.string(), place: z.string() }),
};

export const SubmissionSummarySchema = named("SubmissionSummary", z.object(summaryShape));

export const SubmissionListSchema = named(
  "SubmissionList",
  z.object({ submissions: z.array(SubmissionSummarySchema), next: z.string().nullable() }),
);

export const VersionListSchema = named("VersionList", z.object({ versions: z.array(SubmissionSummarySchema) }));

export const CommentSchema = named(
  "Comment",
  z.object({
    row: z.int().min(1).max(1_048_576).nullable().default(null),
    field: z.string().max(50).nullable().default(null),
    text: z.string().min(1).max(2000),
  }),
);

const ReturnSchema = named(
  "Return",
  z.object({
    version: z.int(),
    at: Instant,
    by: PlaceSchema,
    note: z.string(),
    comments: z.array(z.object({ row: z.int().nullable(), field: z.string().nullable(), text: z.string() })),
  }),
);

export const SubmissionDetailSchema = named(
  "SubmissionDetail",
  z.object({
    ...summaryShape,
    current: z.boolean(),
    certifier: CertifierSchema.nullable(),
    client: z.string(),
    sheet: z.string(),
    counts: CountsSchema,
    columns: z.record(z.string(), z.string()),
    findings: z.array(FindingSchema),
    answers: z.array(RowAnswerSchema),
    returns: z.array(ReturnSchema),
    grid: GridSchema.nullable(),
  }),
);

const RowValuesSchema = z.object({ row: z.int(), values: z.record(z.string(), ScalarSchema) });

export const DiffSchema = named(
  "Diff",
  z.object({
    submission: z.string(),
    from: z.int(),
    to: z.int(),
    added: z.array(RowValuesSchema),
    removed: z.array(RowValuesSchema),
    changed: z.array(
      z.object({
        from: z.int(),
        to: z.int(),
        fields: z.array(z.object({ field: z.string(), from: ScalarSchema, to: ScalarSchema })),
      }),
    ),
    moved: z.array(z.object({ from: z.int(), to: z.int() })),
  }),
);

export const ReturnRequest = named(
  "ReturnRequest",
  z.object({
    note: z.string().max(5000),
    comments: z.array(CommentSchema).max(1000).default([]),
    ...Sight,
  }),
);

export const ActRequest = named("ActRequest", z.object(Sight));

export const StandingSchema = named(
  "Standing",
  z.object({ submission: z.string(), version: z.int(), receipt: z.string(), status: StatusSchema }),
);

// --- who owes what ------------------------------------------------------------------------------------------------

const DueSchema = named(
  "Due",
  z.object({ rule: z.string(), period: z.string(), nominal: PlainDay, due: PlainDay, holiday: z.boolean().nullable() }),
);

const OpenStatus = z.enum(["missing", "received", "returned", "accepted", "withdrawn"]);

export const TodoSchema = named(
  "Todo",
  z.object({
    office: z.string(),
    name: z.string(),
    today: PlainDay,
    items: z.array(
      z.object({
        form: z.string(),
        period: z.string(),
        due: DueSchema.nullable(),
        status: OpenStatus,
        overdue: z.boolean(),
        submission: z.string().nullable(),
        receipt: z.string().nullable(),
        version: z.int().nullable(),
        late: z.boolean(),
        returns: z.array(ReturnSchema),
      }),
    ),
  }),
);

/** What an office owes, by when, and what came back. */
export type Todo = z.infer<typeof TodoSchema>;

const tallyShape = {
  offices: z.int(),
  sent: z.int(),
  late: z.int(),
  returned: z.int(),
  accepted: z.int(),
  nil: z.int(),
  missing: z.int(),
};

export const CompletenessSchema = named(
  "Completeness",
  z.object({
    form: z.string(),
    period: z.string(),
    due: DueSchema.nullable(),
    total: z.object(tallyShape),
    districts: z.array(z.object({ code: z.string(), name: z.string(), ...tallyShape })),
    offices: z.array(
      z.object({
        office: z.string(),
        name: z.string(),
        district: z.string(),
        status: OpenStatus,
        late: z.boolean(),
        nil: z.boolean(),
        rows: z.int(),
        receipt: z.string().nullable(),
        version: z.int().nullable(),
        receivedAt: Instant.nullable(),
      }),
    ),
  }),
);

// --- saying no ----------------------------------------------------------------------------------------------------

/** One place in the sheet (or in the request) that is at fault. */
export const ProblemFindingSchema = named(
  "ProblemFinding",
  z.object({
    code: z.string(),
    verdict: VerdictSchema,
    cell: z.string().nullable(),
    row: z.int().optional(),
    field: z.string().optional(),
    raw: ScalarSchema.optional(),
    suggestions: z.array(SuggestionSchema).optional(),
    /** What is wrong, in Thai; `messageEn` the same in English, for what does not fit the description. */
    message: z.string().optional(),
    messageEn: z.string().optional(),
  }),
);
export type ProblemFinding = z.infer<typeof ProblemFindingSchema>;

/** RFC 9457. `code` is stable; `title` is Thai, `titleEn` the same in English. */
export const ProblemSchema = named(
  "Problem",
  z.object({
    type: z.string(),
    code: z.string(),
    status: z.int(),
    title: z.string(),
    titleEn: z.string(),
    detail: z.string().optional(),
    params: Params.optional(),
    findings: z.array(ProblemFindingSchema).optional(),
    counts: CountsSchema.optional(),
  }),
);
export type Problem = z.infer<typeof ProblemSchema>;
