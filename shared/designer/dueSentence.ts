import { MONTH_PATTERN, monthName, monthOf } from "../calendar/months.ts";
import { parsePeriod, periodText } from "../calendar/period.ts";
import { isPlainDate, plainDate } from "../calendar/plainDate.ts";
import type { FormDueDay, FormDueRule } from "../forms/definition.ts";
import { toArabicDigits } from "../text/digits.ts";
import { tidyText } from "../text/normalize.ts";
import { type DesignProblem, problem } from "./problem.ts";

/** When a report is due, without who owes it to whom. */
export type DueMeaning = FormDueDay & Pick<FormDueRule, "startsAt" | "roll">;

const WEEKDAYS = ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"];
const NTH = ["แรก", "ที่สอง", "ที่สาม", "ที่สี่"];
const ROLLS: Record<FormDueRule["roll"], string> = {
  none: "",
  next: " ถ้าตรงวันหยุดเลื่อนไปวันทำการถัดไป",
  previous: " ถ้าตรงวันหยุดเลื่อนมาวันทำการก่อนหน้า",
};

export const DUE_EXAMPLES = [
  "ทุกวันที่ 5 ของเดือนถัดไป",
  "ทุกวันพุธแรกของเดือนถัดไป",
  "ทุกวันศุกร์",
  "ครั้งเดียว ภายในวันที่ 9 สิงหาคม 2567",
  "ทุกเดือน ไม่กำหนดวัน",
  "ถ้าตรงวันหยุดเลื่อนไปวันทำการถัดไป",
  "เริ่มเดือน ตุลาคม 2566",
];

/** A due rule as a plain Thai sentence: "ทุกวันที่ 5 ของเดือนถัดไป ถ้าตรงวันหยุดเลื่อนไปวันทำการถัดไป". Read back by `parseDue`. */
export function printDue(rule: DueMeaning): string {
  const start = rule.startsAt === null ? "" : ` เริ่มเดือน ${periodText(rule.startsAt)}`;
  return dayOf(rule) + ROLLS[rule.roll] + start;
}

function dayOf(rule: FormDueDay): string {
  switch (rule.kind) {
    case "dayOfMonth":
      return `ทุกวันที่ ${rule.day} ${monthAway(rule.monthOffset)}`;
    case "nthWeekday":
      return `ทุกวัน${WEEKDAYS[rule.weekday - 1]}${NTH[rule.nth - 1]} ${monthAway(rule.monthOffset)}`;
    case "weekday":
      return `ทุกวัน${WEEKDAYS[rule.weekday - 1]}`;
    case "fixed": {
      const [year, month, day] = rule.date.split("-").map(Number) as [number, number, number];
      return `ครั้งเดียว ภายในวันที่ ${day} ${monthName(month)} ${year + 543}`;
    }
    case "none":
      return rule.cycle === "month" ? "ทุกเดือน ไม่กำหนดวัน" : "ไม่กำหนดวัน";
  }
}

function monthAway(offset: number): string {
  if (offset === 0) return "ของเดือนที่รายงาน";
  return offset === 1 ? "ของเดือนถัดไป" : `ของอีก ${offset} เดือนถัดไป`;
}

const AWAY = "(?:ของ|ใน)?\\s*(เดือนที่รายงาน|เดือนนั้น|เดือนเดียวกัน|ทุกเดือน|เดือนถัดไป|อีก\\s*([0-9]{1,2})\\s*เดือน(?:ถัดไป)?)";
const DAY_NAME = `(${WEEKDAYS.join("|")}|พฤหัส)(?:บดี)?`;
const OF_MONTH = new RegExp(`^(?:ภายใน)?\\s*(?:ทุก)?\\s*วันที่\\s*([0-9]{1,2})\\s*${AWAY}`);
const NTH_OF_MONTH = new RegExp(
  `^(?:ภายใน)?\\s*(?:ทุก)?\\s*วัน${DAY_NAME}\\s*(แรก|ที่\\s*(?:หนึ่ง|สอง|สาม|สี่|[1-4]))\\s*${AWAY}`,
);
const WEEKLY = new RegExp(`^(?:ภายใน)?\\s*ทุก\\s*วัน${DAY_NAME}(?:\\s*ของ\\s*(?:ทุก)?สัปดาห์)?`);
const ONCE = new RegExp(
  `^(?:ครั้งเดียว)?\\s*(?:ภายใน)?\\s*(?:วันที่)?\\s*([0-9]{1,2})\\s*(${MONTH_PATTERN})\\s*(?:พ\\.?ศ\\.?)?\\s*([0-9]{4})`,
);
const OPEN = /^(ทุกเดือน|เป็นประจำทุกเดือน)?\s*ไม่(?:ได้)?กำหนดวัน(?:ส่ง)?/;
const ROLL_NEXT = /^(?:ถ้าตรงวันหยุด)?\s*(?:ให้)?เลื่อนไป(?:เป็น)?\s*วันทำการ(?:ถัดไป|แรกถัดไป)/;
const ROLL_PREVIOUS = /^(?:ถ้าตรงวันหยุด)?\s*(?:ให้)?เลื่อน(?:มา|ขึ้นมา)(?:เป็น)?\s*วันทำการก่อน(?:หน้า|วันหยุด)?/;
const START = new RegExp(`^เริ่ม(?:รอบ)?\\s*(?:เดือน)?\\s*((?:${MONTH_PATTERN})\\s*(?:พ\\.?ศ\\.?)?\\s*[0-9]{4})`);

/** Reads what `printDue` prints and what people write for it; anything else is a problem with examples of what is understood. */
export function parseDue(raw: string): { due: DueMeaning } | { problem: DesignProblem } {
  const text = toArabicDigits(tidyText(raw));
  const read = readDay(text);
  let rest = read === null ? text : text.slice(read.length).replace(/^[\s,;]+/, "");
  let roll: FormDueRule["roll"] = "none";
  let startsAt: string | null = null;
  while (read !== null && rest !== "") {
    const next = ROLL_NEXT.exec(rest) ?? ROLL_PREVIOUS.exec(rest);
    const start = START.exec(rest);
    if (next !== null) roll = ROLL_NEXT.test(rest) ? "next" : "previous";
    else if (start !== null) startsAt = parsePeriod(start[1]!);
    else break;
    rest = rest.slice((next ?? start)![0].length).replace(/^[\s,;]+/, "");
  }
  if (read === null || rest !== "")
    return { problem: problem("DUE_SENTENCE", { text: rest, known: DUE_EXAMPLES.join(" · ") }) };
  return { due: { ...read.day, roll, startsAt } };
}

/** The day a text names somewhere in it: "ให้ส่งจังหวัด ภายในวันที่ ๕ ของเดือนถัดไป". Null when none is named. */
export function findDue(raw: string): DueMeaning | null {
  const text = toArabicDigits(tidyText(raw));
  for (const { index } of text.matchAll(/ภายใน|ทุก/g)) {
    const read = readDay(text.slice(index));
    if (read !== null && read.day.kind !== "none") return { ...read.day, startsAt: null, roll: "none" };
  }
  return null;
}

function readDay(text: string): { day: FormDueDay; length: number } | null {
  const nth = NTH_OF_MONTH.exec(text);
  if (nth !== null) {
    const [all, name, place, away, months] = nth as unknown as [string, string, string, string, string | undefined];
    const day = {
      kind: "nthWeekday",
      weekday: weekdayOf(name),
      nth: nthOf(place),
      monthOffset: offsetOf(away, months),
    } as const;
    return { day, length: all.length };
  }
  const month = OF_MONTH.exec(text);
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 31)
    return {
      day: { kind: "dayOfMonth", day: Number(month[1]), monthOffset: offsetOf(month[2]!, month[3]) },
      length: month[0].length,
    };
  const weekly = WEEKLY.exec(text);
  if (weekly !== null) return { day: { kind: "weekday", weekday: weekdayOf(weekly[1]!) }, length: weekly[0].length };
  const open = OPEN.exec(text);
  if (open !== null)
    return { day: { kind: "none", cycle: open[1] === undefined ? null : "month" }, length: open[0].length };
  const once = ONCE.exec(text);
  if (once === null) return null;
  const year = Number(once[3]) >= 2400 ? Number(once[3]) - 543 : Number(once[3]);
  const date = plainDate(year, monthOf(once[2]!)!, Number(once[1]));
  return isPlainDate(date) ? { day: { kind: "fixed", date }, length: once[0].length } : null;
}

function weekdayOf(name: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (WEEKDAYS.findIndex((day) => day.startsWith(name)) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

function nthOf(place: string): 1 | 2 | 3 | 4 {
  const found = ["แรก|หนึ่ง|1", "สอง|2", "สาม|3", "สี่|4"].findIndex((words) => new RegExp(words).test(place));
  return (found + 1) as 1 | 2 | 3 | 4;
}

function offsetOf(away: string, months: string | undefined): number {
  if (months !== undefined) return Number(months);
  return away === "เดือนถัดไป" ? 1 : 0;
}
