import * as z from "zod";
import { DistrictCode } from "./desk.ts";
import { named } from "./named.ts";
import { FormId, OfficeCode, Period, RoleSchema } from "./report.ts";

/*
 * What travels to and from the registry: offices through time, what each owes, centres, access codes, and what an office
 * reported before.
 */

const Instant = z.iso.datetime();
const Reason = z.string().trim().min(1).max(1000);
const Revision = z.int().min(0);
const Offset = z.coerce.number().int().min(0).max(100_000).default(0);
const Limit = z.coerce.number().int().min(1).max(200).default(50);
const OfficeName = z.string().trim().min(1).max(120);
const TypeSchema = z.enum(["อบจ.", "ทน.", "ทม.", "ทต.", "อบต.", "เมืองพัทยา"]);

// --- offices ------------------------------------------------------------------------------------------------------

export const RegistryQuery = z.object({
  find: z.string().max(100).optional(),
  district: DistrictCode.optional(),
  gone: z.enum(["0", "1"]).default("0"),
  offset: Offset,
  limit: Limit,
});

const NamedOffice = z.object({ office: z.string(), name: z.string() });
const ActDetail = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const RegistrySchema = named(
  "Registry",
  z.object({
    revision: z.int(),
    month: Period,
    total: z.int(),
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
    offices: z.array(
      z.object({
        ...{ office: z.string(), name: z.string(), district: z.string(), listed: z.boolean() },
        successor: NamedOffice.nullable(),
        ...{ owes: z.array(z.string()), exempt: z.array(z.string()), states: z.int() },
      }),
    ),
    acts: z.array(
      z.object({
        ...{ id: z.int(), at: Instant, kind: z.string(), office: z.string(), detail: ActDetail, undone: z.boolean() },
      }),
    ),
  }),
);

export const OfficeHistorySchema = named(
  "OfficeHistory",
  z.object({
    office: z.string(),
    revision: z.int(),
    /** `from` is YYYY-MM; "" is since ever. */
    states: z.array(
      z.object({
        ...{ from: z.string(), name: z.string(), district: z.string(), listed: z.boolean() },
        successor: NamedOffice.nullable(),
      }),
    ),
    before: z.array(NamedOffice),
    exemptions: z.array(
      z.object({ id: z.int(), form: z.string(), from: Period, to: Period.nullable(), reason: z.string() }),
    ),
    reports: z.int(),
  }),
);

const From = { revision: Revision, office: OfficeCode, from: Period };

export const RegistryActRequest = named(
  "RegistryActRequest",
  z.discriminatedUnion("act", [
    z.object({ act: z.literal("rename"), ...From, name: OfficeName }),
    z.object({ act: z.literal("merge"), ...From, into: OfficeCode }),
    z.object({
      ...{ act: z.literal("upgrade"), ...From, type: TypeSchema },
      ...{ code: OfficeCode.nullable().default(null), name: OfficeName.nullable().default(null) },
    }),
    z
      .object({ act: z.literal("exempt"), ...From, form: FormId, to: Period.nullable().default(null), reason: Reason })
      .refine(({ from, to }) => to === null || to >= from, { path: ["to"], message: "ends before it begins" }),
    z.object({ act: z.literal("owe"), revision: Revision, exemption: z.int().min(1), reason: Reason }),
    z.object({ act: z.literal("undo"), revision: Revision, reason: Reason }),
  ]),
);

export const RevisionSchema = named("RegistryRevision", z.object({ revision: z.int() }));

/** Beside the file of a list. `replaced` is "old>new" pairs, with commas. */
export const ListFields = z.object({ from: Period });
export const ListImportFields = z.object({
  from: Period,
  revision: z.coerce.number().int().min(0),
  replaced: z
    .string()
    .regex(/^([1-9][0-9]{6}>[1-9][0-9]{6})(,[1-9][0-9]{6}>[1-9][0-9]{6})*$/)
    .optional(),
  /** Offices that may stand in rows that could not be read stay as they are. */
  keep: z.literal("1").optional(),
});

const ListChange = z.object({
  ...{ office: z.string(), name: z.string(), district: z.string() },
  ...{ toName: z.string().nullable(), toDistrict: z.string().nullable() },
});

export const ListPlanSchema = named(
  "ListPlan",
  z.object({
    revision: z.int(),
    from: Period,
    offices: z.int(),
    /** Offices of other provinces in the file: left alone. */
    elsewhere: z.int(),
    /** Rows that could not be read and may be of this province: with one of them nobody goes. */
    unread: z.int(),
    /** The first of all rows that could not be read: left out. */
    problems: z.array(z.object({ code: z.string(), row: z.int(), detail: z.string() })),
    added: z.array(ListChange),
    gone: z.array(ListChange),
    /** Not among the rows that were read, while others could not be: they stay. */
    kept: z.array(ListChange),
    renamed: z.array(ListChange),
    moved: z.array(ListChange),
    retyped: z.array(ListChange),
    replaced: z.array(z.object({ office: z.string(), into: z.string(), name: z.string(), toName: z.string() })),
  }),
);

// --- centres and what was reported before -------------------------------------------------------------------------

export const CentreQuery = z.object({
  office: OfficeCode.optional(),
  find: z.string().max(100).optional(),
  offset: Offset,
  limit: Limit,
});

export const CentreListSchema = named(
  "CentreList",
  z.object({
    total: z.int(),
    centres: z.array(
      z.object({
        ...{ name: z.string(), office: z.string(), district: z.string() },
        ...{ first: Period, last: Period, times: z.int() },
      }),
    ),
  }),
);

// --- access codes -------------------------------------------------------------------------------------------------

export const CodeHolderId = z.string().regex(/^[1-9][0-9]-P[0-9A-Z]{8}$/);

export const PeopleQuery = z.object({
  find: z.string().max(100).optional(),
  district: DistrictCode.optional(),
  /** Only places that have no code. */
  without: z.enum(["0", "1"]).default("0"),
  offset: Offset,
  limit: Limit,
});

export const PeopleSchema = named(
  "People",
  z.object({
    total: z.int(),
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
    places: z.array(
      z.object({
        ...{ role: RoleSchema, place: z.string(), name: z.string(), district: z.string() },
        people: z.array(
          z.object({ id: z.string(), name: z.string(), issuedAt: Instant, lastUsed: z.iso.date().nullable() }),
        ),
      }),
    ),
  }),
);

export const IssueRequest = named(
  "IssueRequest",
  z.discriminatedUnion("role", [
    z.object({ role: z.literal("office"), place: OfficeCode, name: z.string().trim().max(200).default("") }),
    z.object({ role: z.literal("district"), place: DistrictCode, name: z.string().trim().max(200).default("") }),
  ]),
);

/** A code as it is told once; nobody can ask for it again. */
export const IssuedSchema = named(
  "Issued",
  z.object({
    ...{ id: z.string(), role: RoleSchema, place: z.string(), name: z.string(), code: z.string() },
    /** The office's or district's name, for the letter. */
    placeName: z.string(),
    district: z.string(),
  }),
);

export const LettersRequest = named("LettersRequest", z.object({ district: DistrictCode }));
export const LettersSchema = named("Letters", z.object({ letters: z.array(IssuedSchema) }));
export const RevokedSchema = named("Revoked", z.object({ id: z.string() }));

export type Registry = z.infer<typeof RegistrySchema>;
export type OfficeHistory = z.infer<typeof OfficeHistorySchema>;
export type ListPlan = z.infer<typeof ListPlanSchema>;
export type CentreList = z.infer<typeof CentreListSchema>;
export type People = z.infer<typeof PeopleSchema>;
export type Issued = z.infer<typeof IssuedSchema>;
