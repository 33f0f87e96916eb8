import * as z from "zod";
import { named } from "./named.ts";
import { FormId, OfficeCode, Period } from "./report.ts";

/* What an office reported before: an input of checking the next report, so it stands apart from what the registry's pages need. */

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What an office's accepted reports say, for checking the next one. */
export const BeforeSchema = named(
  "Before",
  z.object({
    office: z.string(),
    form: z.string(),
    /** Names of its centres, from every accepted report. */
    centres: z.array(z.string()),
    /** The rows of the last accepted report before the period asked for; null: there is none. */
    last: z.object({ period: Period, rows: z.array(z.record(z.string(), Value)) }).nullable(),
  }),
);
export type BeforeWire = z.infer<typeof BeforeSchema>;

export const BeforeQuery = z.object({ form: FormId, period: Period, office: OfficeCode.optional() });
