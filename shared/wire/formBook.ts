import * as z from "zod";
import { named } from "./named.ts";
import { FormId, FormSchema, Period } from "./report.ts";

/* A province's book of forms as the pane takes it along; the pages of forms have shapes of their own. */

const Version = z.int().min(1).max(9999);

export const FormBookSchema = named(
  "FormBook",
  z.object({
    version: z.int().min(0),
    forms: z.array(FormSchema),
    terms: z.array(z.object({ form: FormId, version: Version.nullable(), from: Period.nullable() })),
  }),
);
