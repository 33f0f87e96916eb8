import type { PlainDate, Weekday } from "./plainDate.ts";
import type { Roll } from "./workingDay.ts";

/**
 * When a report is due, as its letter says. A period is a month (YYYY-MM) or a week (its Monday, YYYY-MM-DD).
 * `monthOffset` is the letter's own ("of the following month" is 1); in a month without its day, a
 * dayOfMonth rule means the last one.
 */
export type DueDay =
  | { kind: "dayOfMonth"; day: number; monthOffset: number }
  | { kind: "nthWeekday"; weekday: Weekday; nth: 1 | 2 | 3 | 4; monthOffset: number }
  | { kind: "weekday"; weekday: Weekday }
  /** Once; asked for the month of its activity window, or the month of the date itself. */
  | { kind: "fixed"; date: PlainDate }
  /** The letter gives no day. `cycle` is what it says of the round: null when nothing. */
  | { kind: "none"; cycle: "month" | null };

/** A letter's number is free text, never a key: the same letter is cited in one way and printed in another. */
export interface LetterSource {
  /** As on the letter itself (a scan may be misread). */
  asPrinted: string;
  /** As other letters cite it, where that differs or where the letter itself was not seen. */
  asCited: string | null;
  /** What does not agree, and what had to be inferred. */
  doubt: string | null;
}

export type DueRule = DueDay & {
  id: string;
  from: string;
  to: string;
  /** Month of the label less month of the deadline: -1 where a date in July is for June. Inferred from the letters. */
  periodLabelOffset: number;
  /** Period -> the date a letter names for it. */
  overrides: Readonly<Record<string, PlainDate>>;
  /** The first period anyone owes; null when the letter names none. */
  startsAt: string | null;
  /** What the letter itself says of days off. */
  roll: Roll;
  /** The days the activity itself may fall on. */
  activityWindow: { from: PlainDate; to: PlainDate } | null;
  source: LetterSource;
};

const NOTHING_SPECIAL = {
  periodLabelOffset: 0,
  overrides: {},
  startsAt: null,
  roll: "none",
  activityWindow: null,
} as const;

const PHRAE = "พร ๐๐๒๓.๓/ว ๕๕๘๘";
const TAK = "ตก ๐๐๒๓.๓/ว ๕๗๖๕";
const MINISTRY: LetterSource = {
  asPrinted: "มท ๐๒๒๙/ว ๓๓๗๙๙ ลงวันที่ ๓๑ พฤษภาคม ๒๕๖๕",
  asCited: "มท ๐๒๒๙/ว ๓๗๙๙ ลงวันที่ ๓๐ พฤษภาคม ๒๕๖๕",
  doubt: "เลขที่และวันที่ต่างกันระหว่างหนังสือเองกับหนังสือที่อ้างถึง ตัดสินไม่ได้",
};
const SAKAEO: LetterSource = {
  asPrinted: "สก ๐๐๑๙/ว ๒๕๒ ลงวันที่ ๑๒ กรกฎาคม ๒๕๖๗",
  asCited: null,
  doubt: null,
};
const SAKAEO_WINDOW = { from: "2024-07-01", to: "2024-07-31" };
const CHAIYAPHUM = "ขย ๐๐๒๓.๓/ ๕๕๕";

export const DUE_RULES: readonly DueRule[] = [
  {
    ...NOTHING_SPECIAL,
    id: "phrae-cdc-clip",
    from: "อปท.",
    to: "จังหวัด",
    kind: "dayOfMonth",
    day: 5,
    monthOffset: 0,
    overrides: { "2023-10": "2023-10-09" },
    startsAt: "2023-10",
    source: { asPrinted: PHRAE, asCited: null, doubt: "ชื่อรอบคือเดือนที่ต้องส่ง อนุมานจากวันเฉพาะของเดือนตุลาคม ๒๕๖๖" },
  },
  {
    ...NOTHING_SPECIAL,
    id: "phrae-cdc-form",
    from: "จังหวัด",
    to: "สถ.",
    kind: "none",
    cycle: "month",
    source: { asPrinted: PHRAE, asCited: null, doubt: null },
  },
  {
    ...NOTHING_SPECIAL,
    id: "krabi-info",
    from: "อปท.",
    to: "INFO",
    kind: "none",
    cycle: "month",
    source: {
      asPrinted: "กบ ๐๐๒๓.๑/ว ๖๕๖๕ ลงวันที่ ๒๓ ธันวาคม ๒๕๖๕",
      asCited: "มท ๐๘๐๑.๔/ว ๓๐๐๐ ลงวันที่ ๑๕ ธันวาคม ๒๕๖๔ (สิ่งที่ส่งมาด้วย)",
      doubt: "ปี ๒๕๖๕ น่าจะอ่านผิดจาก ๒๕๖๔ เพราะตรารับและหนังสือที่แนบเป็นปี ๒๕๖๔",
    },
  },
  {
    ...NOTHING_SPECIAL,
    id: "tak-lao",
    from: "อปท.",
    to: "ศอ.จอส.อำเภอ",
    kind: "none",
    cycle: null,
    source: {
      asPrinted: `${TAK} ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕; มท ๐๘๐๑.๔/ว ๑๖๕๘ ลงวันที่ ๓ มิถุนายน ๒๕๖๕`,
      asCited: "มท ๐๘๐๑.๔/ว ๑๖๕๘ ลงวันที่ ๖ มิถุนายน ๒๕๖๕",
      doubt: "๓ มิ.ย. ๒๕๖๕ เป็นวันหยุดราชการ วันที่ ๖ จึงน่าจะถูก",
    },
  },
  {
    ...NOTHING_SPECIAL,
    id: "ereport-weekly",
    from: "ปค.",
    to: "ศข.จอส.มท.",
    kind: "weekday",
    weekday: 3,
    source: MINISTRY,
  },
  {
    ...NOTHING_SPECIAL,
    id: "ereport-monthly",
    from: "ปค.",
    to: "ศข.จอส.มท.",
    kind: "nthWeekday",
    weekday: 3,
    nth: 1,
    monthOffset: 1,
    source: MINISTRY,
  },
  {
    // "ทุกวันศุกร์หรือวันทำการก่อนวันหยุดสุดสัปดาห์": the last working day before the weekend is Friday moved back.
    ...NOTHING_SPECIAL,
    id: "weekly-meeting",
    from: "ศอญ.จอส.",
    to: "ศอญ.จอส.",
    kind: "weekday",
    weekday: 5,
    roll: "previous",
    source: MINISTRY,
  },
  {
    ...NOTHING_SPECIAL,
    id: "sakaeo-province",
    from: "สพอ.",
    to: "สพจ.",
    kind: "fixed",
    date: "2024-08-09",
    activityWindow: SAKAEO_WINDOW,
    source: SAKAEO,
  },
  {
    ...NOTHING_SPECIAL,
    id: "sakaeo-department",
    from: "สพจ.",
    to: "กรม พช.",
    kind: "fixed",
    date: "2024-08-15",
    activityWindow: SAKAEO_WINDOW,
    source: SAKAEO,
  },
  {
    // Day 1 "of every month": the report handed in on 1 July is that of June.
    ...NOTHING_SPECIAL,
    id: "chaiyaphum-temple-province",
    from: "อปท.",
    to: "จังหวัด",
    kind: "dayOfMonth",
    day: 1,
    monthOffset: 0,
    periodLabelOffset: -1,
    startsAt: "2022-06",
    source: {
      asPrinted: CHAIYAPHUM,
      asCited: "มท ๐๘๑๖.๕/ว ๒๕๖๕ ลงวันที่ ๒๕ สิงหาคม ๒๕๖๕",
      doubt: "เลขที่ไม่ชัด; จังหวัดรับหนังสือกรมเมื่อ ๑๘ ส.ค. ๒๕๖๕ วันที่ ๒๕ จึงผิด; ชื่อรอบคือเดือนที่เพิ่งสิ้นสุด (อนุมาน)",
    },
  },
  {
    ...NOTHING_SPECIAL,
    id: "chaiyaphum-temple-dla",
    from: "จังหวัด",
    to: "สถ.",
    kind: "dayOfMonth",
    day: 5,
    monthOffset: 1,
    source: { asPrinted: CHAIYAPHUM, asCited: null, doubt: "วันที่ ๕ เป็นกำหนดของจังหวัด ส่วน อปท. ส่งจังหวัดวันที่ ๑" },
  },
];

export function findRule(id: string): DueRule | undefined {
  return DUE_RULES.find((one) => one.id === id);
}
