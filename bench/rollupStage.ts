import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CellAnswer, RowAnswer } from "../shared/answer.ts";
import type { Office } from "../shared/offices/office.ts";
import { packProvince } from "../shared/offices/pack.ts";
import { PROVINCES } from "../shared/offices/provinces.ts";
import { buildRegistry } from "../shared/offices/registry.ts";
import { report } from "../tests/province/sample.ts";
import { openData } from "../worker/host/data.ts";
import { provincesToAsk, type RollupTotal } from "../worker/master/rollup.ts";
import { type Actor, OPERATOR } from "../worker/province/actor.ts";

// A filled country: every province a store of its own, one of them broken. Names and offices are samples.

export const WHICH = { form: "childcare-clips", period: "2023-11" };
const ON_TIME = Date.parse("2023-11-03T03:00:00Z");
const LATE = Date.parse("2024-01-25T03:00:00Z");

/** In all 7,850 offices over 76 provinces, about 103 each and 334 in the largest, as the department's list has them. */
export function sizes(provinces = 76, offices = 7_850, largest = 334): number[] {
  const smallest = 40;
  const shape = (largest - smallest) / (offices / provinces - smallest) - 1;
  const raw = Array.from({ length: provinces }, (_, i) =>
    Math.round(smallest + (largest - smallest) * (1 - i / (provinces - 1)) ** shape),
  );
  for (let i = 1, off = offices - raw.reduce((a, b) => a + b); off !== 0; i = (i % (provinces - 1)) + 1) {
    raw[i]! += Math.sign(off);
    off -= Math.sign(off);
  }
  return raw;
}

export function officesOf(code: string, name: string, count: number): Office[] {
  return Array.from({ length: count }, (_, i) => {
    const district = String(1 + Math.floor(i / 10)).padStart(2, "0");
    const type = i % 10 === 0 ? ("ทต." as const) : ("อบต." as const);
    return {
      ...{ code: `${type === "ทต." ? 5 : 6}${code}${district}${String((i % 10) + 1).padStart(2, "0")}`, type },
      ...{ name: `ตัวอย่าง${district}${i % 10}`, district: `สมมติ${district}`, provinceCode: code, province: name },
    };
  });
}

const cell = (raw: string | number, value: CellAnswer["value"] = raw): CellAnswer => ({
  ...{ cell: null, raw, verdict: "ok", value, codes: [], suggestions: [] },
});

export function rowsOf({ name, district }: Office, count: number, first = 6): RowAnswer[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ row: first + i, verdict: "ok", codes: [], status: "done" },
    cells: {
      ...{ seq: cell(i + 1), district: cell(district), office: cell(name), centre: cell(`ศพด.${name} แห่งที่ ${i + 1}`) },
      done: cell("/", true),
    },
  }));
}

/** How an office of the stage stands; the rest is accepted and on time. */
const FATES = ["missing", "missing", "returned", "nil", "late", "late", "waiting"] as const;
const fateOf = (i: number) => FATES[i % 20] ?? "accepted";

export interface Filled {
  /** What the roll-up must say. */
  expected: RollupTotal;
  /** Every province whose store can be read. */
  codes: string[];
  /** Codes to sign in with. */
  department: string;
  office: { code: string; place: Office };
  silent: string;
}

/** Fills a data folder; `rows` is how many a report has. */
export function fill(folder: string, many: readonly number[], rows: number): Filled {
  mkdirSync(folder, { recursive: true });
  let now = ON_TIME;
  const data = openData(folder, () => now);
  const codes = provincesToAsk([]).slice(0, many.length);
  const silent = codes[Math.floor(codes.length / 2)]!;
  const expected: RollupTotal = {
    ...{ answered: 0, silent: 1, absent: 76 - codes.length, sentUp: 0, offices: 0, accepted: 0, withDistrict: 0 },
    ...{ stands: { missing: 0, returned: 0, late: 0, nil: 0, onTime: 0 }, totals: { rows: 0, fields: {} } },
  };
  let office: Filled["office"] | null = null;
  for (const [p, code] of codes.entries()) {
    if (code === silent) continue;
    const name = PROVINCES.find(([one]) => one === code)![1];
    const offices = officesOf(code, name, many[p]!);
    const store = data.partition(code, true);
    store.importRoster(OPERATOR, packProvince(buildRegistry(offices), code), "sample");
    const province: Actor = { person: `${code}-P`, role: "province", place: code };
    const send = (place: Office, key: string, count: number) =>
      store.submit(
        { person: `${code}-P${place.code}`, role: "office", place: place.code },
        report({ ...WHICH, office: place.code, key, nil: count === 0, rows: rowsOf(place, count) }),
      ).receipt.submission;
    const byFate = (wanted: (fate: string) => boolean) => offices.filter((_, i) => wanted(fateOf(i)));
    const accepted = new Map<string, string>();
    now = ON_TIME;
    for (const place of byFate((fate) => fate === "accepted")) accepted.set(place.code, send(place, "first", rows));
    for (const place of byFate((fate) => fate === "nil")) accepted.set(place.code, send(place, "first", 0));
    for (const place of byFate((fate) => fate === "waiting")) send(place, "first", rows);
    for (const place of byFate((fate) => fate === "returned"))
      store.returnToSender(province, send(place, "first", rows), { note: "ขอให้ดูแถวที่ 6", comments: [] });
    now = LATE;
    for (const place of byFate((fate) => fate === "late")) accepted.set(place.code, send(place, "first", rows));
    for (const id of accepted.values()) store.accept(province, id);
    const count = (fate: string) => byFate((one) => one === fate).length;
    expected.answered++;
    expected.offices += offices.length;
    expected.accepted += accepted.size;
    for (const stand of ["missing", "returned", "nil", "late"] as const) expected.stands[stand] += count(stand);
    expected.stands.onTime += count("accepted") + count("waiting");
    if (p % 10 !== 9) {
      store.sendUp(province, WHICH, "");
      expected.sentUp++;
      expected.totals.rows += (count("accepted") + count("late")) * rows;
    }
    // Sent up, and changed after: one of them sends again, which waits beside what was accepted, and is accepted too.
    if (p % 5 === 1) {
      const again = offices[7]!;
      store.accept(province, send(again, "second", rows - 1));
      expected.stands.late++;
      expected.stands.onTime--;
    }
    office ??= { code: store.addPerson(OPERATOR, "office", offices[8]!.code, "ตัวอย่าง").code, place: offices[8]! };
  }
  expected.totals.fields = { done: expected.totals.rows, notDone: 0 };
  const department = data.partition("TH").addPerson(OPERATOR, "department", "TH", "ตัวอย่าง").code;
  data.close();
  writeFileSync(join(folder, `${silent}.db`), "this is no database ".repeat(500));
  return { expected, codes: codes.filter((code) => code !== silent), department, office: office!, silent };
}
