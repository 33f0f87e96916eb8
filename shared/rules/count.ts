import type { FieldDefinition } from "../forms/definition.ts";
import type { RichCell } from "../sheet/grid.ts";
import { hasThaiDigit, toArabicDigits } from "../text/digits.ts";
import { normalizeText } from "../text/normalize.ts";
import { type NumberText, readNumberText } from "../text/numberText.ts";
import type { Code } from "./codes.ts";
import { hasNationalId } from "./personalData.ts";
import { accept, type Reading, refuse, suggest, warn } from "./reading.ts";
import { typedDay } from "./serial.ts";
import { fitsUnit } from "./units.ts";

const ZERO =
  /^(?:[-–—]+|ไม่มี|ไม่มีผู้เข้าร่วม|ไม่มีค่าใช้จ่าย|ไม่ใช้งบประมาณ|ไม่ใช้งบ|ไม่ได้ใช้งบประมาณ|ไม่มีงบประมาณ|ไม่มีคลิป|ไม่มีภาพ|nil|none)$/i;

type CountField = Pick<FieldDefinition, "kind" | "units" | "unusual">;

/**
 * A whole number, an amount of money, or an amount with a fraction. What is plainly one number is taken, with its unit and separators off; rough
 * numbers, words and sums wait for a person; fractions of people, negatives and counts of something else are refused.
 */
export function readCount(raw: string | number | boolean, field: CountField): Reading {
  if (typeof raw === "number") return judge(raw, [], raw, field);
  if (typeof raw === "boolean") return refuse([noNumber(field)], [], { typed: raw });
  const { text, codes } = normalizeText(raw);
  if (text === "") return accept(null, codes);
  const found: Code[] = hasThaiDigit(text) ? ["TXT_THAI_DIGIT", ...codes] : [...codes];
  if (ZERO.test(text)) return accept(0, [...found, "NUM_ZERO_WORD"], { typed: text });
  return fromText(readNumberText(text), text, found, field);
}

function fromText(read: NumberText, text: string, found: Code[], field: CountField): Reading {
  const params = { typed: text };
  if (read.is === "none") return refuse([...found, noNumber(field)], [], params);
  const units = field.units ?? [];
  if (units.length > 0 && !fitsUnit(read.unit, units))
    return refuse([...found, "NUM_WRONG_UNIT"], [], { ...params, unit: read.unit, expected: units[0]! });
  const codes: Code[] = read.unit === "" ? found : [...found, "NUM_UNIT"];
  const dotted = field.kind === "money" && read.is === "number" ? DOTTED.exec(toArabicDigits(text)) : null;
  if (dotted !== null && read.is === "number") {
    const proposals = [Number(dotted[0].replace(/[.,]/g, "")), read.value].filter((value) => isWhole(value, field));
    return suggest([...codes, "NUM_SEPARATOR"], proposals, params);
  }
  if (read.is === "number") return judge(read.value, read.separated ? [...codes, "NUM_SEPARATOR"] : codes, text, field);
  const proposals = read.values.filter((value) => isWhole(value, field));
  return suggest([...codes, WAITS[read.is]], proposals, params);
}

/** There are no three decimals of a baht: "3.500" is likelier three thousand five hundred, but may be three and a half. */
const DOTTED = /(?<![0-9,])[1-9][0-9,]*\.[0-9]{3}(?![0-9])/;

const WAITS: Record<Exclude<NumberText["is"], "none" | "number">, Code> = {
  words: "NUM_WORD",
  about: "NUM_APPROX",
  several: "NUM_SUM_TEXT",
  letters: "NUM_LETTER",
  unsure: "NUM_SEPARATOR",
};

/** An amount that may have a fraction is not asked to be whole. */
function noNumber({ kind }: CountField): Code {
  return kind === "measure" ? "NUM_UNREADABLE" : "NUM_NOT_INTEGER";
}

/** Money may have satang, an amount any fraction. */
function isWhole(value: number, { kind }: CountField): boolean {
  if (!Number.isFinite(value) || value < 0) return false;
  if (kind === "measure") return true;
  return kind === "money" ? Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 : Number.isInteger(value);
}

function judge(value: number, codes: Code[], typed: string | number, field: CountField): Reading {
  const params = { typed };
  if (value >= 1e12 && hasNationalId(String(value))) return warn(value, [...codes, "NUM_OUTLIER", "PII"], params);
  if (!isWhole(value, field)) return refuse([...codes, noNumber(field)], [], params);
  if (field.unusual !== undefined && value > field.unusual) return warn(value, [...codes, "NUM_OUTLIER"], params);
  return accept(value, codes, params);
}

/** A count that the spreadsheet turned into a date ("2-3", "10/12"): nobody knows which number it was. */
export function refuseDateAsCount(cell: RichCell): Reading {
  return refuse(["NUM_DATE_MISPARSE"], [], { typed: typedDay(cell.v) });
}

/** A count left blank where one is wanted counts as nought, and is told. */
export const BLANK_COUNT: Reading = warn(0, ["NUM_BLANK"]);
