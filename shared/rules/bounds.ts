import type { FieldDefinition } from "../forms/definition.ts";
import { isGood, type Reading, refuse } from "./reading.ts";

/** A number the form's owner says is too small or too large is refused, with the bound named. Suggestions outside the bounds are not offered. */
export function withinBounds(reading: Reading, { least, most }: Pick<FieldDefinition, "least" | "most">): Reading {
  if (least === undefined && most === undefined) return reading;
  const fits = (value: number) => (least === undefined || value >= least) && (most === undefined || value <= most);
  if (reading.verdict === "suggest")
    return { ...reading, suggestions: reading.suggestions.filter((one) => typeof one !== "number" || fits(one)) };
  const { value } = reading;
  if (!isGood(reading) || typeof value !== "number" || fits(value)) return reading;
  const low = least !== undefined && value < least;
  return refuse([...reading.codes, low ? "NUM_TOO_LOW" : "NUM_TOO_HIGH"], [], {
    ...reading.params,
    number: value,
    limit: low ? least : most!,
  });
}
