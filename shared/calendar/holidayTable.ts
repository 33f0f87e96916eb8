/**
 * Government holidays of พ.ศ. 2565–2570, own compilation from what the cabinet announced each year (days of the nation and the
 * Crown, Buddhist days, substitution days, days added once). A substitution day is the first working day after a holiday that fell
 * on a weekend. How it was checked, and what is only expected, stands in docs/calendar.md.
 */

export interface HolidayYear {
  year: number;
  /** False: fixed days, full moons and substitution days are expected; what the cabinet adds, and the ploughing day, are not known yet. */
  announced: boolean;
  /** MM-DD of the days that move: มาฆบูชา, พืชมงคล (null: not announced), วิสาขบูชา, อาสาฬหบูชา (เข้าพรรษา is the day after). */
  makha: string;
  ploughing: string | null;
  visakha: string;
  asalha: string;
  /** MM-DD of a substitution day -> the date of the holiday it stands for. */
  instead: Readonly<Record<string, string>>;
  /** MM-DD of days the cabinet added once. */
  added: readonly string[];
}

/** MM-DD -> name, the same in every year of the table. */
export const FIXED_HOLIDAYS: Readonly<Record<string, string>> = {
  "01-01": "วันขึ้นปีใหม่",
  "04-06": "วันจักรี",
  "04-13": "วันสงกรานต์",
  "04-14": "วันสงกรานต์",
  "04-15": "วันสงกรานต์",
  "05-04": "วันฉัตรมงคล",
  "06-03": "วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี",
  "07-28": "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว",
  "08-12": "วันแม่แห่งชาติ",
  "10-13": "วันนวมินทรมหาราช",
  "10-23": "วันปิยมหาราช",
  "12-05": "วันชาติและวันพ่อแห่งชาติ",
  "12-10": "วันรัฐธรรมนูญ",
  "12-31": "วันสิ้นปี",
};

export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    ...{ year: 2022, announced: true, makha: "02-16", ploughing: "05-13", visakha: "05-15", asalha: "07-13" },
    instead: { "01-03": "2022-01-01", "05-16": "2022-05-15", "10-24": "2022-10-23", "12-12": "2022-12-10" },
    added: ["07-15", "07-29", "10-14", "12-30"],
  },
  {
    ...{ year: 2023, announced: true, makha: "03-06", ploughing: "05-17", visakha: "06-03", asalha: "08-01" },
    instead: {
      ...{ "01-02": "2023-01-01", "01-03": "2022-12-31", "04-17": "2023-04-15" },
      ...{ "06-05": "2023-06-03", "08-14": "2023-08-12", "12-11": "2023-12-10" },
    },
    // 29 ธ.ค. stands for the substitution day of 31 ธ.ค. (a Sunday), which was not kept.
    added: ["05-05", "07-31", "12-29"],
  },
  {
    ...{ year: 2024, announced: true, makha: "02-24", ploughing: "05-10", visakha: "05-22", asalha: "07-20" },
    instead: {
      ...{ "02-26": "2024-02-24", "04-08": "2024-04-06", "04-16": "2024-04-13", "05-06": "2024-05-04" },
      ...{ "07-22": "2024-07-20", "07-29": "2024-07-28", "10-14": "2024-10-13" },
    },
    added: ["04-12", "12-30"],
  },
  {
    ...{ year: 2025, announced: true, makha: "02-12", ploughing: "05-09", visakha: "05-11", asalha: "07-10" },
    instead: { "04-07": "2025-04-06", "04-16": "2025-04-13", "05-05": "2025-05-04", "05-12": "2025-05-11" },
    added: ["06-02", "08-11"],
  },
  {
    ...{ year: 2026, announced: true, makha: "03-03", ploughing: "05-13", visakha: "05-31", asalha: "07-29" },
    instead: { "06-01": "2026-05-31", "12-07": "2026-12-05" },
    added: ["01-02"],
  },
  {
    ...{ year: 2027, announced: false, makha: "02-21", ploughing: null, visakha: "05-20", asalha: "07-18" },
    instead: { "02-22": "2027-02-21", "07-20": "2027-07-18", "10-25": "2027-10-23", "12-06": "2027-12-05" },
    added: [],
  },
];
