import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Mirror } from "../../../addin/excel/sheet/mirror.ts";
import { type Cell, scalarOf } from "../../../shared/sheet/grid.ts";

const NONE = { merges: [], hiddenRows: [] };
const fresh = () => new Mirror({ id: "{1}", name: "ต.ค.69", hidden: false });

describe("what is known of a sheet", () => {
  it("counts from A1 and ends at the last filled cell, as the readers of files do", () => {
    const mirror = fresh();
    mirror.become(
      {
        top: 1,
        left: 1,
        cells: [
          ["ก", null],
          [null, null],
          [null, 2],
          [null, null],
        ],
      },
      NONE,
    );
    expect(mirror.reading().grid).toEqual({
      sheet: "ต.ค.69",
      rows: [[], [null, "ก"], [], [null, null, 2]],
    });
  });

  it("keeps merges and hidden rows as far as there are cells", () => {
    const mirror = fresh();
    const frame = { merges: ["A1:H1", "A1:A9", "B2:B2", "J1:K2"], hiddenRows: [2, 3, 40] };
    mirror.become({ top: 0, left: 0, cells: [["ก", "ข"], [1, 2], [3]] }, frame);
    const { merges, hiddenRows } = mirror.reading().grid;
    expect([merges, hiddenRows]).toEqual([
      ["A1:B1", "A1:A3"],
      [2, 3],
    ]);
  });

  it.each<[string, (mirror: Mirror) => void, boolean]>([
    ["the same again", (m) => m.become({ top: 0, left: 0, cells: [["ก", 1]] }, NONE), false],
    ["a value", (m) => m.put({ top: 0, left: 1, cells: [[2]] }), true],
    ["the same value put", (m) => m.put({ top: 0, left: 1, cells: [[1]] }), false],
    ["a font", (m) => m.put({ top: 0, left: 0, cells: [[{ v: "ก", font: "Wingdings" }]] }), true],
    ["a merge", (m) => m.reframe({ merges: ["A1:B1"], hiddenRows: [] }), true],
    ["a hidden row", (m) => m.reframe({ merges: [], hiddenRows: [1] }), true],
    ["a name", (m) => m.name({ id: "{1}", name: "พ.ย.69", hidden: false }), true],
    ["an empty cell far away", (m) => m.put({ top: 90, left: 9, cells: [[null]] }), false],
  ])("the revision differs only when something does: %s", (_, change, differs) => {
    const mirror = fresh();
    mirror.become({ top: 0, left: 0, cells: [["ก", 1]] }, NONE);
    const before = mirror.reading().revision;
    change(mirror);
    expect(mirror.reading().revision !== before).toBe(differs);
  });

  it("whatever pieces are put, it is the sheet they were cut from; earlier readings stay", () => {
    const value = fc.constantFrom<Cell>(null, null, 1, "ก", { v: "P", font: "Wingdings 2" });
    const piece = fc.record({
      top: fc.nat(6),
      left: fc.nat(4),
      cells: fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const mirror = fresh();
        mirror.become(null, NONE);
        const truth = new Map<string, Cell>();
        for (const one of pieces) {
          const earlier = mirror.reading();
          const copy = JSON.stringify(earlier);
          mirror.put(one);
          expect(JSON.stringify(earlier)).toBe(copy);
          one.cells.forEach((line, r) => {
            line.forEach((cell, c) => {
              truth.set(`${one.top + r}:${one.left + c}`, cell);
            });
          });
        }
        const { rows } = mirror.reading().grid;
        for (let r = 0; r < 12; r++)
          for (let c = 0; c < 8; c++) expect(rows[r]?.[c] ?? null).toEqual(truth.get(`${r}:${c}`) ?? null);
        expect(rows.every((row) => row.length === 0 || row.at(-1) !== null)).toBe(true);
        expect(rows.length === 0 || rows.at(-1)!.length > 0).toBe(true);
      }),
    );
  });

  it("finds the smallest part that differs, also where cells were taken away", () => {
    const values = fc.array(fc.array(fc.constantFrom(null, 1, "ก"), { minLength: 3, maxLength: 3 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(values, values, (before, after) => {
        const mirror = fresh();
        mirror.become({ top: 0, left: 0, cells: before }, NONE);
        const part = mirror.difference(0, 0, after);
        const cells = before.flatMap((line, r) =>
          line.flatMap((cell, c) => (scalarOf(cell) === after[r]![c] ? [] : [{ r, c }])),
        );
        if (cells.length === 0) return expect(part).toBe(null);
        expect(part).toEqual({
          top: Math.min(...cells.map(({ r }) => r)),
          bottom: Math.max(...cells.map(({ r }) => r)),
          left: Math.min(...cells.map(({ c }) => c)),
          right: Math.max(...cells.map(({ c }) => c)),
        });
      }),
    );
  });
});
