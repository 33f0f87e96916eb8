import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asComments, carry } from "../../worker/pages/browser/desk/pickList.ts";
import { compareRows, pairRows } from "../../worker/province/diff.ts";

const UNSAID = { cell: "โปรดตรวจช่องนี้", row: "โปรดตรวจแถวนี้" };

describe("what a reviewer marked and wrote", () => {
  it("is sent in the order of the sheet; a mark without a word asks to look, and is never left out", () => {
    const picks = [
      { row: 9, field: null, text: " \n" },
      { row: 7, field: "centre", text: "  ชื่อไม่ครบ\nโปรดเขียนเต็ม " },
      { row: 6, field: "centre", text: "" },
    ];
    expect(asComments(picks, UNSAID)).toEqual([
      { row: 6, field: "centre", text: "โปรดตรวจช่องนี้" },
      { row: 7, field: "centre", text: "ชื่อไม่ครบ\nโปรดเขียนเต็ม" },
      { row: 9, field: null, text: "โปรดตรวจแถวนี้" },
    ]);
    expect(asComments([], UNSAID)).toEqual([]);
  });

  const version = (...centres: string[]) => centres.map((centre, i) => ({ row: i + 6, values: { centre } }));
  const numbers = (rows: { row: number }[]) => rows.map(({ row }) => row);
  const carried = (before: ReturnType<typeof version>, after: ReturnType<typeof version>) => {
    const picks = numbers(before).map((row) => ({ row, field: null, text: `แถว ${row}` }));
    return carry(picks, numbers(before), numbers(after), compareRows(before, after));
  };

  it("goes along to a newer version: past a row put in, to where a row moved; of a row that is gone it is left over", () => {
    const before = version("ศพด.บ้านหนึ่ง", "ศพด.วัดกลาง", "ศพด.ทุ่งทดลอง", "ศพด.ริมคลอง");
    const after = version("ศพด.ตั้งใหม่เอี่ยม", "ศพด.ริมคลอง", "ศพด.บ้านหนึ่ง", "ศพด.ทุ่งทดลอง");
    expect(carried(before, after)).toEqual({
      placed: [
        { row: 8, field: null, text: "แถว 6" },
        { row: 9, field: null, text: "แถว 8" },
        { row: 7, field: null, text: "แถว 9" },
      ],
      left: [{ row: 7, field: null, text: "แถว 7" }],
    });
  });

  it("finds exactly the rows that the comparison paired, whatever was put in, taken out, moved or renamed", () => {
    const name = fc.constantFrom("ศพด.ก", "ศพด.บ้านหนองน้ำ", "ศพด.บ้านหนองน้ำใส", "ศพด.วัดกลาง", "ศพด.ทุ่งนา", "");
    const list = fc.array(name, { maxLength: 9 }).map((names) => version(...names));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { pairs, left } = pairRows(before, after);
        const got = carried(before, after);
        const to = new Map(pairs.map(([from, to]) => [`แถว ${from.row}`, to.row]));
        expect(Object.fromEntries(got.placed.map(({ text, row }) => [text, row]))).toEqual(Object.fromEntries(to));
        expect(new Set(numbers(got.left))).toEqual(new Set(numbers(left)));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
