import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingsOf } from "../../worker/province/exports/standing.ts";

/** Names no two of which are near each other: a letter or two apart they would be paired as one put right. */
const NAMES = ["ปลูกป่าชายน้ำ", "เก็บขยะตลาดสด", "ลอกคลองสายใหญ่", "ทาสีรั้วโรงเรียน", "ตัดหญ้าริมทาง", "แจกน้ำดื่มผู้สูงอายุ"];
const count = (row: number, name: string, people: number) => ({ row, values: { seq: row, office: "ก", name, people } });
const tick = (version: number, row: number) => ({
  version,
  row,
  at: version,
  person: "ก",
  role: "district",
  place: "5401",
});

describe("marks carried over to the version that counts", () => {
  it("whatever is shuffled, put in, taken out or changed: a row is settled if and only if it reads as when it was typed", () => {
    const row = fc.record({ name: fc.constantFrom(...NAMES), people: fc.integer({ min: 1, max: 2 }) });
    const sheet = fc.uniqueArray(row, { selector: ({ name }) => name, maxLength: NAMES.length });
    fc.assert(
      fc.property(sheet, sheet, fc.infiniteStream(fc.boolean()), (first, second, coins) => {
        const before = first.map(({ name, people }, i) => count(i + 6, name, people));
        const now = second.map(({ name, people }, i) => count(i + 6, name, people));
        const typed = before.filter(() => coins.next().value);
        const found = standingsOf(
          { version: 2, rows: now },
          [{ version: 1, rows: before }],
          typed.map((one) => tick(1, one.row)),
          "name",
        );
        for (const one of now) {
          const was = typed.find(({ values }) => values.name === one.values.name);
          expect(found.rows.get(one.row)?.was).toEqual(was);
        }
        const kept = new Set(now.map(({ values }) => values.name));
        expect(found.gone.map(({ was }) => was)).toEqual(typed.filter(({ values }) => !kept.has(values.name)));
      }),
      { seed: 20231109, numRuns: 500 },
    );
  });

  it("a row renamed twice, typed again in between, is not told as gone for its first name", () => {
    const sheet = (version: number, name: string) => ({ version, rows: [count(6, name, 1)] });
    const near = [sheet(1, "ปลูกป่า"), sheet(2, "ปลูกป่าง")];
    const now = sheet(3, "ปลูกป่างาม");
    const found = standingsOf(now, near, [tick(1, 6), tick(2, 6)], "name");
    expect([found.rows.get(6)?.tick.version, found.gone.length]).toEqual([2, 0]);
  });
});
