import * as z from "zod";
import { named } from "./named.ts";
import { ColumnAnswersSchema, FormId, OfficeCode } from "./report.ts";

/*
 * What a person said of columns the program could not tell, remembered for an office and a form.
 */

export const ColumnsQuery = z.object({ form: FormId, office: OfficeCode.optional() });

export const ColumnsRequest = named(
  "ColumnsRequest",
  z.object({ form: FormId, office: OfficeCode.optional(), answers: ColumnAnswersSchema }),
);
export const ColumnsSchema = named(
  "Columns",
  z.object({ form: z.string(), office: z.string(), answers: z.record(z.string(), z.string().nullable()) }),
);
