import { readFreeText } from "./freeText.ts";
import type { Reading } from "./reading.ts";
import { warn } from "./reading.ts";

const OTHER_VIDEO = /\.(?:mov|avi|wmv|3gp|mkv|flv|mpe?g|m4v|webm)(?:$|[\s?#,])/i;

/** A link or file names. `format`: the kind of clip the letter asks for, null where it asks for none. */
export function readLink(raw: string | number | boolean, format: string | null): Reading {
  const reading = readFreeText(raw, true);
  if (format === null || typeof reading.value !== "string" || !OTHER_VIDEO.test(reading.value)) return reading;
  return warn(reading.value, [...reading.codes, "CLIP_FORMAT"], { typed: reading.value, expected: format });
}
