import type { WrittenYear } from "../calendar/dayText.ts";
import type { Code } from "./codes.ts";

/** A year as a person or a spreadsheet wrote it, brought to the Gregorian one. `sure`: nothing for a person to decide. */
export interface YearReading {
  /** Gregorian, best first. Empty when it is no year of a report. */
  years: number[];
  codes: Code[];
  sure: boolean;
}

const BE = 543;
/** A two-digit Buddhist year further from the period than this may be a common one. */
const NEAR_YEARS = 5;
const FIRST_BE = 2400;
const LAST_BE = 2700;

const sure = (year: number, codes: Code[]): YearReading => ({ years: [year], codes, sure: true });
const ask = (years: number[], codes: Code[]): YearReading => ({ years, codes, sure: false });

/** A year in words or figures. `near`: the Gregorian year of the report, null when not known. */
export function readYear({ digits, era }: WrittenYear, near: number | null): YearReading {
  const year = Number(digits);
  if (digits.length === 2) return readShortYear(year, era, near);
  if (year >= FIRST_BE && year <= LAST_BE)
    return era === "CE" ? ask([year - BE], ["DATE_BE_AS_CE"]) : sure(year - BE, []);
  if (year >= 3000 && year <= 3200) return ask([year - 2 * BE], ["DATE_DOUBLE_BE"]);
  if (year >= 2000 && year <= 2035) return era === "BE" ? ask([year], ["DATE_CE_TEXT"]) : sure(year, ["DATE_CE_TEXT"]);
  return readCentury(year);
}

/** 19xx and the later 20xx come of two digits that a program completed in its own way. */
function readCentury(year: number): YearReading {
  if (year >= 1930 && year <= 1999) return ask([1957 + (year % 100)], ["DATE_2DIGIT_19XX"]);
  if (year >= 2036 && year <= 2099) return ask([1957 + (year % 100)], ["DATE_2DIGIT"]);
  return ask([], ["DATE_INVALID"]);
}

function readShortYear(yy: number, era: WrittenYear["era"], near: number | null): YearReading {
  const buddhist = 2500 + yy - BE;
  const common = 2000 + yy;
  if (era === "BE") return sure(buddhist, ["DATE_2DIGIT"]);
  if (era === "CE") return ask([common], ["DATE_2DIGIT", "DATE_CE_TEXT"]);
  if (near === null)
    return yy >= 55 && yy <= 80 ? sure(buddhist, ["DATE_2DIGIT"]) : ask([common, buddhist], ["DATE_2DIGIT"]);
  if (Math.abs(buddhist - near) <= NEAR_YEARS) return sure(buddhist, ["DATE_2DIGIT"]);
  const commonFits = Math.abs(common - near) <= NEAR_YEARS;
  return ask(commonFits ? [common, buddhist] : [buddhist, common], ["DATE_2DIGIT"]);
}

/** The year of a date cell: what the spreadsheet made of what was typed. */
export function readSerialYear(year: number): YearReading {
  if (year >= FIRST_BE && year <= LAST_BE) return sure(year - BE, ["DATE_BE_AS_CE"]);
  if (year >= 3000 && year <= 3200) return ask([year - 2 * BE], ["DATE_DOUBLE_BE"]);
  if (year >= 2000 && year <= 2035) return sure(year, []);
  return readCentury(year);
}
