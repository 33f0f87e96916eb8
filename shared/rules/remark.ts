import type { Scalar } from "../sheet/grid.ts";
import { normalizeText } from "../text/normalize.ts";
import { startsLikeFormula } from "./formulaText.ts";
import { hasNationalId, hasPersonalData } from "./personalData.ts";
import { accept, type Reading, warn } from "./reading.ts";

const EMPTY = /^(?:[-–—]+|ไม่มี)$/;

/** The remark: free text. Blank, a dash and ไม่มี all mean nothing to remark. */
export function readRemark(raw: string | number | boolean): Reading {
  if (typeof raw !== "string")
    return hasNationalId(String(raw)) ? warn(raw, ["PII"], { typed: raw }) : accept(raw as Scalar);
  const { text, codes } = normalizeText(raw);
  if (text === "" || EMPTY.test(text)) return accept("", codes);
  const found = [...codes];
  if (hasPersonalData(text)) found.push("PII");
  if (startsLikeFormula(text)) found.push("CELL_FORMULA_TEXT");
  return found.length > codes.length ? warn(text, found, { typed: text }) : accept(text, codes, { typed: text });
}
