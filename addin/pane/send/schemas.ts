/* Schemas of answers that come after the first list stands. Loaded with the first such answer, so that they are no part of what a slow line waits for. */

export { BeforeSchema } from "../../../shared/wire/before.ts";
export { ColumnsSchema } from "../../../shared/wire/columns.ts";
export { FormBookSchema } from "../../../shared/wire/formBook.ts";
