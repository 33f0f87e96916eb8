import type { RowAnswer } from "../../shared/answer.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { openPartition } from "../../worker/people/partition.ts";
import { OFFICES, OPERATOR, office, PACK, report } from "../province/sample.ts";

export const FORM = "volunteer-activities";
export const E_REPORT = { form: FORM, system: "e-report", show: "left", offset: 0, limit: 50 } as const;
export const INFO = { ...E_REPORT, system: "info" } as const;

/** One activity as the checker hands it over, with what differs from the ordinary. */
export function activity(row: number, name: string, more: Record<string, Scalar> = {}, status?: "nil"): RowAnswer {
  const values: Record<string, Scalar> = {
    ...{ seq: row - 5, date: "2023-11-09", category: "จิตอาสาพัฒนา", name, office: "ทต.ตัวอย่างหนึ่ง" },
    ...{ place: "วัดตัวอย่าง", moo: "3", subdistrict: "ตัวอย่าง", district: "เมืองแพร่", province: "แพร่", participants: 40 },
    ...more,
  };
  const cells = Object.entries(values).map(([field, value]) => [
    field,
    { cell: null, raw: value, verdict: "ok", value, codes: [], suggestions: [] },
  ]);
  return { row, verdict: "ok", codes: [], status: status ?? "done", cells: Object.fromEntries(cells) };
}

/** A province in memory; `sends` sends a report of an office as that office. */
export function openStage() {
  const clock = { now: Date.parse("2023-11-20T03:00:00Z") };
  const store = openPartition(nodeSql(":memory:"), () => clock.now);
  store.importRoster(OPERATOR, PACK, "sample");
  let keys = 0;
  const sends = (rows: RowAnswer[], code = OFFICES[0]!.code, period = "2023-11") => {
    clock.now += 60_000;
    const sent = report({ form: FORM, office: code, period, rows, key: `k${++keys}`, grid: JSON.stringify({ rows }) });
    return store.submit(office(code), sent).receipt;
  };
  return { store, clock, sends };
}
