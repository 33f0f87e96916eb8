/** A day of the month, `monthOffset` months after the period's own, with the dates a letter names itself. */
export interface DueRule {
  id: string;
  day: number;
  monthOffset: number;
  /** Period -> date. */
  overrides: Record<string, string>;
  /** The first period anyone owes. */
  startsAt: string;
  /** The letter it comes from. */
  source: string;
}

export const DUE_RULES: readonly DueRule[] = [
  // ภายในวันที่ 5 ของทุกเดือน; the first report (ต.ค. 2566) was asked for by 9 ต.ค. 2566.
  {
    id: "phrae-cdc-clip",
    day: 5,
    monthOffset: 0,
    overrides: { "2023-10": "2023-10-09" },
    startsAt: "2023-10",
    source: "พร ๐๐๒๓.๓/ว ๕๕๘๘",
  },
];
