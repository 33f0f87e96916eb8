import type { Office } from "../shared/offices/office.ts";
import { packProvince } from "../shared/offices/pack.ts";
import { buildRegistry } from "../shared/offices/registry.ts";
import { OFFICES, report, row } from "../tests/province/sample.ts";
import { nodeSql } from "../worker/host/nodeSql.ts";
import { openPartition } from "../worker/people/partition.ts";
import { type Actor, OPERATOR } from "../worker/province/actor.ts";
import { count, rounded, spreadOf, table } from "./measure.ts";

// The desk's questions on a province as large as the country: 7,850 offices, two months, nine in ten sent. node bench/desk.ts

const OFFICE_COUNT = 7850;
const ROUNDS = 30;
const FORM = "childcare-clips";

const offices: Office[] = Array.from({ length: OFFICE_COUNT }, (_, i) => {
  const district = String(1 + Math.floor(i / 90)).padStart(2, "0");
  const code = `6${54}${district}${String((i % 90) + 1).padStart(2, "0")}`;
  return { ...OFFICES[0]!, code, type: "อบต.", name: `ตัวอย่างที่ ${i}`, district: `สมมติ ${district}` };
});

const sql = nodeSql(":memory:");
let now = Date.parse("2023-10-02T03:00:00Z");
const store = openPartition(sql, () => now);
store.importRoster(OPERATOR, packProvince(buildRegistry(offices), "54"), "bench");
const rows = [row(6, "ศพด.ตัวอย่างหนึ่ง"), row(7, "ศพด.ตัวอย่างสอง"), row(8, "ศพด.ตัวอย่างสาม")];
for (const period of ["2023-10", "2023-11"]) {
  now = Date.parse(`${period}-02T03:00:00Z`);
  for (const [i, { code }] of offices.entries()) {
    if (i % 10 === 3) continue;
    now += 90_000;
    const actor: Actor = { person: `54-P${code}`, role: "office", place: code };
    store.submit(actor, report({ office: code, period, key: period, rows: i % 17 === 0 ? rows.slice(0, 1) : rows }));
  }
}

const province: Actor = { person: "54-P", role: "province", place: "54" };
const period = "2023-11";
const page = (more: object) => store.matrix(province, { form: FORM, period, months: 4, offset: 0, limit: 50, ...more });
const QUESTIONS: Record<string, () => unknown> = {
  "progress: districts and arrivals": () => store.progress(province, FORM, period),
  "matrix: first page of 50": () => page({}),
  "matrix: last page": () => page({ offset: OFFICE_COUNT - 50 }),
  "matrix: a name looked for": () => page({ find: "ที่ 7777" }),
  "queue: first page of 50": () => store.queue(province, { form: FORM, period, offset: 0, limit: 50 }),
  "before: completeness, every office at once": () => store.completeness(province, FORM, period),
};
const lines = Object.entries(QUESTIONS).map(([name, ask]) => {
  const bytes = JSON.stringify(ask()).length;
  const times = Array.from({ length: ROUNDS }, () => {
    const at = performance.now();
    ask();
    return performance.now() - at;
  });
  const { p50, p99 } = rounded(spreadOf(times));
  return [name, p50, p99, count(bytes)];
});
table(["", "p50 ms", "p99 ms", "JSON bytes"], lines);
