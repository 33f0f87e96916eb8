import type { FieldDefinition, FieldKind, FormDefinition, Severity } from "../forms/definition.ts";
import { type Cell, scalarOf } from "../sheet/grid.ts";
import { withinBounds } from "./bounds.ts";
import { readCategory } from "./category.ts";
import type { Code } from "./codes.ts";
import { BLANK_COUNT, readCount } from "./count.ts";
import { type DateContext, readDate } from "./date.ts";
import { readDuration } from "./duration.ts";
import { readFreeText, readMoo, readSubdistrict } from "./freeText.ts";
import { readLink } from "./link.ts";
import { readPhone } from "./phone.ts";
import { accept, type Reading, refuse, warn } from "./reading.ts";
import { readTickAlone } from "./tickAlone.ts";

/** Reads a filled cell by the kind of its field, without a look at the cells around it. */
export function readByKind(
  cell: Exclude<Cell, null>,
  field: FieldDefinition,
  form: Pick<FormDefinition, "attachments">,
  days: DateContext,
): Reading {
  const value = scalarOf(cell);
  if (value === null) return accept(null);
  switch (field.kind) {
    case "date":
      return readDate(cell, daysOf(field, days));
    case "count":
    case "money":
    case "measure":
      return withinBounds(readCount(value, field), field);
    case "duration":
      return withinBounds(readDuration(cell, field.most ?? form.attachments.clipSeconds?.value ?? null), field);
    case "tick":
      return readTickAlone(cell);
    case "category":
      return readCategory(value, field.list ?? []);
    case "phone":
      return readPhone(value);
    case "link":
      return readLink(value, form.attachments.clipFormat?.value ?? null);
    case "subdistrict":
      return readSubdistrict(value);
    case "moo":
      return readMoo(value);
    default:
      return readFreeText(value, field.personal === true);
  }
}

/** What a column says of its days goes before what the form says of all. */
function daysOf({ inPeriod, future }: FieldDefinition, days: DateContext): DateContext {
  if (inPeriod === undefined && future !== true) return days;
  return { ...days, outside: inPeriod ?? days.outside, today: future === true ? null : days.today };
}

export const NUMBER_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>(["count", "money", "measure"]);

/** A cell with nothing in it where the form wants something. A count left blank is nought, and told; where nought is too few, it is missed. */
export function missingValue(
  { kind, least = 0 }: Pick<FieldDefinition, "kind" | "least">,
  verdict: Severity,
  reading: Reading,
): Reading {
  if (NUMBER_KINDS.has(kind) && least === 0) return BLANK_COUNT;
  const codes: Code[] = [...reading.codes, kind === "date" ? "DATE_INCOMPLETE" : "VALUE_MISSING"];
  return verdict === "warn" ? warn(reading.value, codes, reading.params) : refuse(codes, [], reading.params);
}

const NO_FILES = { attachments: { photos: null, clipSeconds: null, clipFormat: null } };
const NO_DAYS: DateContext = { period: null, today: null, outside: null };
/** A cell that is plainly of the kind, whatever is to be tidied in it. Used to tell columns and shifted rows apart. */
export function holdsKind(field: FieldDefinition, cell: Cell): boolean {
  const value = scalarOf(cell);
  if (cell === null || value === null || typeof value === "boolean") return false;
  const dated = typeof cell === "object" && cell.t === "d";
  if (dated) return field.kind === "date";
  if (field.kind === "date" && typeof value === "number") return false;
  if (field.kind === "phone" && typeof value === "string" && !/[0-9๐-๙]{3}/.test(value)) return false;
  const { verdict, codes } = readByKind(cell, field, NO_FILES, NO_DAYS);
  if (field.kind === "phone") return verdict !== "warn";
  if (field.kind === "date") return verdict !== "error" && value !== "-";
  return verdict === "ok" || verdict === "fixed" || codes.includes("NUM_OUTLIER");
}
