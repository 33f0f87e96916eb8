import type * as z from "zod";

/** Gives a shape the name it has in the description of the HTTP interface. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  return schema.meta({ id });
}
