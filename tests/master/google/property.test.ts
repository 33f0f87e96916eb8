import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault, MethodName } from "../../hosts/google/api.ts";
import { contentOf } from "../../hosts/google/book.ts";
import { type Loopback, startLoopback } from "../../hosts/google/loopback.ts";
import { OFFICES, province, report, row } from "../../province/sample.ts";
import { columnsOf, connect, FORM, masterCsv, type Stage, setStage, sheetTitled } from "./support.ts";

const PERIODS = { "2023-11": "คลิป ศพด. พ.ย.66", "2023-12": "คลิป ศพด. ธ.ค.66" } as const;
type Period = keyof typeof PERIODS;

type Act =
  | { act: "send"; office: number; period: Period; rows: number; word: string }
  | { act: "return" | "accept" | "withdraw"; office: number; period: Period }
  | { act: "write" }
  | { act: "restart" };

const period = fc.constantFrom<Period[]>("2023-11", "2023-12");
const office = fc.nat(OFFICES.length - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ act: fc.constant("send" as const), office, period, rows: fc.integer({ min: 1, max: 6 }) },
      word: fc.constantFrom("หนึ่ง", "=1+1", "0012", "สอง สาม"),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom("return", "accept", "withdraw"), office, period }) },
  { weight: 3, arbitrary: fc.constant({ act: "write" as const }) },
  { weight: 1, arbitrary: fc.constant({ act: "restart" as const }) },
);

const body = (code: number) => ({ error: { code, message: "sample", status: "SAMPLE" } });
const fault: fc.Arbitrary<Fault> = fc.record({
  when: fc.constantFrom("before", "after"),
  answer: fc.constantFrom<Fault["answer"][]>(
    { status: 429, body: body(429) },
    { status: 429, headers: { "retry-after": "30" }, body: body(429) },
    { status: 503, body: body(503) },
    { status: 500, body: body(500) },
    "drop",
  ),
  method: fc.option(
    fc.constantFrom<MethodName[]>("spreadsheets.get", "spreadsheets.batchUpdate", "spreadsheets.values.batchUpdate"),
    { nil: undefined },
  ),
});

async function play(stage: Stage, acts: readonly Act[]): Promise<void> {
  const { store } = stage;
  for (const [n, one] of acts.entries()) {
    stage.clock.now += 1_000;
    if (one.act === "write") await stage.step();
    else if (one.act === "restart") stage.restart();
    else if (one.act === "send") {
      const code = OFFICES[one.office]!.code;
      const rows = Array.from({ length: one.rows }, (_, i) => row(6 + i, `ศพด.${one.word}${i}`));
      const actor = { person: `54-P${code}`, role: "office", place: code } as const;
      stage.store.submit(actor, report({ office: code, period: one.period, key: `key ${n}`, rows }));
    } else {
      const found = store.current(province(), FORM, one.period).find((it) => it.office === OFFICES[one.office]!.code);
      if (found === undefined) continue;
      try {
        if (one.act === "return")
          store.returnToSender(province(), found.submission, { note: `ครั้งที่ ${n}`, comments: [] });
        else store[one.act](province(), found.submission);
      } catch (error) {
        expect(String(error)).toContain("state");
      }
    }
  }
}

async function requireEqual(stage: Stage): Promise<void> {
  const missing: unknown[][] = [];
  const summary: unknown[][] = [];
  for (const [which, title] of Object.entries(PERIODS).reverse()) {
    const csv = await masterCsv(stage, which);
    const touched = stage.store.list(province(), { period: which }).length > 0;
    expect(stage.book().sheets.some((sheet) => sheet.title === title)).toBe(touched);
    if (!touched) continue;
    const there = columnsOf(sheetTitled(stage, title), csv[0]!).map((line) => line.map(String));
    expect(there).toEqual(csv.slice(1));
    const { offices, total } = stage.store.completeness(province(), FORM, which);
    const owing = (status: string) => offices.filter((one) => one.status === status);
    missing.push(...[...owing("missing"), ...owing("withdrawn")].sort(inOrder).map((one) => [one.office, "ยังไม่ส่ง"]));
    missing.push(...owing("returned").map((one) => [one.office, "ส่งคืนแก้ไข"]));
    summary.push([total.offices, total.sent + total.returned, total.missing, total.returned, csv.length - 1]);
  }
  const none = ["ยังไม่มีหน่วยงานใดส่งแบบรายงาน", ""];
  expect(
    columnsOf(sheetTitled(stage, "ยังไม่ส่ง"), ["แบบรายงาน", "รหัส อปท.", "สถานะ"]).map(([, ...rest]) => rest),
  ).toEqual(summary.length === 0 ? [["", ""]] : missing);
  if (summary.length === 0) expect(contentOf(sheetTitled(stage, "ยังไม่ส่ง"))[2]![0]).toBe(none[0]);
  const lines = columnsOf(sheetTitled(stage, "สรุป"), [
    "อำเภอ",
    "จำนวน อปท.",
    "ส่งแล้ว",
    "ยังไม่ส่ง",
    "ส่งคืนแก้ไข",
    "จำนวนแถว",
  ]);
  expect(lines.filter(([name]) => name === "ทั้งจังหวัด").map(([, ...counts]) => counts)).toEqual(summary);
}

const place = new Map(OFFICES.map((one, i) => [one.code, i]));
const inOrder = (a: { office: string }, b: { office: string }) => place.get(a.office)! - place.get(b.office)!;

describe("for any history of sending, returning, accepting and taking back, with any passing faults (the API is simulated)", () => {
  const clock = { now: 0 };
  let shared: { clock: typeof clock; loopback: Loopback };
  beforeAll(async () => {
    shared = { clock, loopback: await startLoopback(() => clock.now) };
  });
  afterAll(() => shared.loopback.close());

  it("the spreadsheet at rest is the master, and no tab is doubled", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 3, maxLength: 25 }),
        fc.array(fault, { maxLength: 8 }),
        async (acts, faults) => {
          const stage = await setStage({ shared });
          try {
            await connect(stage);
            stage.loopback.google.faults.push(...structuredClone(faults));
            await play(stage, acts);
            await stage.settle();
            expect(stage.faults).toEqual([]);
            expect(stage.store.googleState(province())).toMatchObject({ waiting: 0, trouble: null, edited: [] });
            const titles = stage.book().sheets.map(({ title }) => title);
            expect(titles.filter((title) => title.endsWith(")"))).toEqual([]);
            await requireEqual(stage);
          } finally {
            await stage.close();
          }
        },
      ),
      { numRuns: 60, seed: 20231103 },
    );
  });
});
