import * as z from "zod";
import { MAX_CLIP_BYTES } from "../files/limits.ts";
import { DistrictCode } from "./desk.ts";
import { named } from "./named.ts";
import { FormId, Period, StatusSchema } from "./report.ts";

/*
 * What travels about the photos and clips of a report, beside `report.ts`: what is asked, what came, links, how long it is kept.
 */

const Instant = z.iso.datetime();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
export const FileId = z.string().regex(/^[1-9][0-9]-F[0-9A-HJKMNP-TV-Z]{12}$/);
const KindSchema = z.enum(["photo", "clip"]);
const Target = z.string().min(1).max(300);

export const FileSchema = named(
  "ReportFile",
  z.object({
    id: z.string(),
    target: z.string(),
    label: z.string(),
    kind: KindSchema,
    name: z.string(),
    /** As sent. */
    bytes: z.int(),
    hash: Hash,
    state: z.enum(["announced", "receiving", "checked", "refused", "removed", "expired"]),
    /** Why it was refused or removed. */
    reason: z.string().nullable(),
    notes: z.array(z.string()),
    seconds: z.number().nullable(),
    /** Pieces that are here while it is being received, counted from 0. */
    pieces: z.array(z.int()),
    /** False: the report as it is now has no such centre or activity. */
    placed: z.boolean(),
    at: Instant,
  }),
);
export type ReportFile = z.infer<typeof FileSchema>;

const LimitSchema = z.object({ seconds: z.int(), source: z.string() });

export const FilesSchema = named(
  "ReportFiles",
  z.object({
    submission: z.string(),
    version: z.int(),
    receipt: z.string(),
    form: z.string(),
    period: z.string(),
    office: z.string(),
    status: z.string(),
    needs: z.array(
      z.object({
        target: z.string(),
        label: z.string(),
        date: z.string().nullable(),
        kind: KindSchema,
        count: z.int(),
        children: z.boolean(),
        have: z.int(),
        consent: z.boolean().nullable(),
      }),
    ),
    waiting: z.int(),
    files: z.array(FileSchema),
    seal: z.object({ number: z.string(), version: z.int(), hash: Hash, files: z.int(), at: Instant }).nullable(),
    clipLimit: LimitSchema.extend({ stricter: LimitSchema.nullable() }).nullable(),
  }),
);
export type ReportFiles = z.infer<typeof FilesSchema>;

export const AnnounceRequest = z.object({
  target: Target,
  kind: KindSchema,
  name: z.string().min(1).max(300),
  bytes: z
    .int()
    .min(1)
    .max(MAX_CLIP_BYTES * 4),
  hash: Hash,
  /** How a photo looks, 64 bits. */
  look: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable()
    .default(null),
});
export const PieceHash = Hash;
export const PieceNumber = z.coerce.number().int().min(0).max(9999);
export const PieceSchema = z.object({ kept: z.boolean() });
export const MoveRequest = z.object({ target: Target });
export const ConsentRequest = z.object({ target: Target, given: z.boolean() });

export const FileLinkSchema = named(
  "FileLink",
  z.object({ url: z.string(), expiresAt: Instant, name: z.string(), type: z.string(), bytes: z.int() }),
);
export type FileLink = z.infer<typeof FileLinkSchema>;
export const FileLinkText = z.string().min(1).max(1000);

export const AwaitedQuery = z.object({
  form: FormId.optional(),
  period: Period.optional(),
  district: DistrictCode.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const AwaitedSchema = named(
  "AwaitedFiles",
  z.object({
    /** Reports that wait for files, and how many files they wait for together. */
    reports: z.int(),
    files: z.int(),
    items: z.array(
      z.object({
        ...{ submission: z.string(), receipt: z.string(), form: z.string(), formVersion: z.int(), period: z.string() },
        ...{ office: z.string(), officeName: z.string(), district: z.string(), status: StatusSchema },
        /** Day the report was due (YYYY-MM-DD), and whether it is over. */
        due: z.string().nullable(),
        overdue: z.boolean(),
        receivedAt: Instant,
        asked: z.int(),
        awaited: z.int(),
      }),
    ),
  }),
);
export type AwaitedFiles = z.infer<typeof AwaitedSchema>;

/** 1 to 120 months; null: until somebody deletes them. */
const Months = z.int().min(1).max(120).nullable();
export const RetentionRequest = z.object({ months: Months });
export const RetentionQuery = z.object({ months: z.coerce.number().int().min(1).max(120).optional() });
export const RetentionSchema = named(
  "FileRetention",
  z.object({
    months: Months,
    files: z.int(),
    bytes: z.int(),
    abandoned: z.int(),
    items: z.array(
      z.object({
        ...{ receipt: z.string(), office: z.string(), label: z.string(), kind: z.string(), name: z.string() },
        ...{ bytes: z.int(), at: Instant },
      }),
    ),
    next: Instant.nullable(),
  }),
);
export type FileRetention = z.infer<typeof RetentionSchema>;
