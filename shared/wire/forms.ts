import * as z from "zod";
import { named } from "./named.ts";
import { FormId, FormSchema, GridSchema, Period } from "./report.ts";

/* A province's own forms: what it has, drafts, publishing, and what a change would do. */

const Version = z.int().min(1).max(9999);
const By = z.enum(["program", "province"]);
const Instant = z.iso.datetime();

/** From when: now (what is collected at this moment), the period after it, or a period by name. */
export const StartSchema = z.union([z.enum(["now", "next"]), Period]);

const lineShape = {
  id: FormId,
  title: z.string(),
  by: By,
  official: z.boolean(),
  state: z.enum(["draft", "published", "retired"]),
  version: Version.nullable(),
  from: Period.nullable(),
  coming: z.array(z.object({ version: Version.nullable(), from: Period })),
  draft: z.object({ version: Version, revision: z.int() }).nullable(),
  owed: z.boolean(),
  reference: z.string(),
  first: Period,
  next: Period,
};

export const OwnFormListSchema = named("OwnFormList", z.object({ forms: z.array(z.object(lineShape)) }));
export type OwnFormLine = z.infer<typeof OwnFormListSchema>["forms"][number];

export const OwnFormSchema = named(
  "OwnForm",
  z.object({
    ...lineShape,
    versions: z.array(
      z.object({
        version: Version,
        state: z.enum(["draft", "published"]),
        by: By,
        official: z.boolean(),
        at: Instant.nullable(),
      }),
    ),
    terms: z.array(z.object({ version: Version.nullable(), from: Period.nullable(), at: Instant.nullable() })),
  }),
);
export type OwnForm = z.infer<typeof OwnFormSchema>;

/** The definition is held to its schema by itself, so that what is wrong with it is told point by point. */
export const DraftRequest = named(
  "DraftRequest",
  z.object({ definition: z.unknown(), revision: z.int().min(1).nullable().default(null) }),
);

export const DraftSchema = named(
  "Draft",
  z.object({
    form: FormId,
    version: Version,
    revision: z.int(),
    definition: FormSchema,
    at: Instant,
  }),
);
export type DraftWire = z.infer<typeof DraftSchema>;

export const PublishRequest = named(
  "PublishRequest",
  z.object({ version: Version, revision: z.int().min(1).nullable().default(null), start: StartSchema }),
);
export const RetireRequest = named("RetireRequest", z.object({ start: StartSchema }));
export const DiscardRequest = named("DiscardRequest", z.object({ revision: z.int().min(1) }));

export const FormHeldSchema = named("FormHeld", z.object({ form: FormId, version: Version.nullable(), from: Period }));

export const FormDatesSchema = named(
  "FormDates",
  z.object({
    dates: z.array(
      z.object({
        period: z.string(),
        nominal: z.iso.date(),
        /** The last day on time. */
        due: z.iso.date(),
        /** Why the day named is not worked, where it is a holiday with a name. */
        holiday: z.string().nullable(),
        off: z.boolean().nullable(),
      }),
    ),
  }),
);
export type FormDates = z.infer<typeof FormDatesSchema>;

export const TryRequest = named(
  "TryRequest",
  z.object({ version: Version, grid: GridSchema, period: Period.optional() }),
);

export const DryRunRequest = named(
  "DryRunRequest",
  z.object({ version: Version, after: z.string().max(20).nullable().default(null) }),
);

export const DryRunSchema = named(
  "DryRun",
  z.object({
    form: FormId,
    version: Version,
    period: Period.nullable(),
    /** Sheets looked at in this answer. */
    sheets: z.int(),
    offices: z.array(
      z.object({
        office: z.string(),
        name: z.string(),
        district: z.string(),
        submission: z.string(),
        /** Places that would be newly blocked. */
        count: z.int(),
        findings: z.array(
          z.object({
            code: z.string(),
            cell: z.string().nullable(),
            field: z.string().nullable(),
            row: z.int().nullable(),
            message: z.string(),
          }),
        ),
      }),
    ),
    next: z.string().nullable(),
  }),
);
export type DryRun = z.infer<typeof DryRunSchema>;

const HolidayDay = z.object({ date: z.iso.date(), name: z.string().min(1).max(200) });

export const HolidayChangesSchema = named(
  "HolidayChanges",
  z.object({ added: z.array(HolidayDay), removed: z.array(z.iso.date()) }),
);

export const HolidayRequest = named(
  "HolidayRequest",
  z.union([
    HolidayDay.extend({ change: z.literal("add") }),
    z.object({ change: z.enum(["remove", "reset"]), date: z.iso.date() }),
  ]),
);
