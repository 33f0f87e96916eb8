import * as z from "zod";
import { named } from "./named.ts";

/* What travels about the province's spreadsheet in Google Sheets. */

const Instant = z.iso.datetime();

/** The address as copied from a browser, or the id in it. */
export const GoogleRequest = named("GoogleRequest", z.object({ spreadsheet: z.string().min(1).max(500) }));

/** A tab whose headings a person changed; an overview has the period "". */
export const GoogleTabRequest = named(
  "GoogleTabRequest",
  z.object({ form: z.string().min(1).max(50), period: z.string().max(20) }),
);

export const GoogleSchema = named(
  "Google",
  z.object({
    /** The address to share the spreadsheet with; null when this collector has no Google account. */
    account: z.string().nullable(),
    spreadsheet: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    connectedAt: Instant.nullable(),
    lastWrittenAt: Instant.nullable(),
    waiting: z.int(),
    trouble: z.object({ code: z.string(), lasting: z.boolean(), at: Instant, message: z.string() }).nullable(),
    edited: z.array(z.object({ form: z.string(), period: z.string(), title: z.string().nullable() })),
  }),
);
