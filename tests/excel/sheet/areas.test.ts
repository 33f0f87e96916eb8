import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaLists, areaText, parseAreas, runsOf, sizeOf } from "../../../addin/excel/sheet/areas.ts";

const LAST = 1_048_575;

describe("addresses as Excel writes them", () => {
  it.each([
    ["C6", [[5, 2, 5, 2]]],
    ["Report!A1:B2", [[0, 0, 1, 1]]],
    ["'ต.ค. 69'!$A$1:$B$2", [[0, 0, 1, 1]]],
    [
      "'แผ่น, ที่ 1'!A1,'แผ่น, ที่ 1'!C3:C4",
      [
        [0, 0, 0, 0],
        [2, 2, 3, 2],
      ],
    ],
    ["'ของ ''ก''!'!B2", [[1, 1, 1, 1]]],
    ["C:C", [[0, 2, LAST, 2]]],
    ["3:4", [[2, 0, 3, 16_383]]],
  ])("%s", (address, areas) => {
    expect(parseAreas(address)?.map(({ top, left, bottom, right }) => [top, left, bottom, right])).toEqual(areas);
  });

  it.each(["", "ไม่ใช่", "A0x", "Table1[#All]"])("%j cannot be read, and nothing is made up", (address) => {
    expect(parseAreas(address)).toBe(null);
  });
});

const place = fc.record({ row: fc.nat(60), col: fc.nat(6) });

describe("cells gathered into runs", () => {
  it("cover every cell once and no other, and read back as they were written", () => {
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: ({ row, col }) => `${row}:${col}` }), (places) => {
        const runs = runsOf(places);
        expect(runs.reduce((sum, run) => sum + sizeOf(run), 0)).toBe(places.length);
        expect(parseAreas(runs.map(areaText).join()) ?? []).toEqual(runs);
        for (const { row, col } of places)
          expect(runs.some((run) => run.left === col && run.top <= row && row <= run.bottom)).toBe(true);
      }),
    );
  });

  it("make lists that Excel takes, however many there are", () => {
    const runs = runsOf(Array.from({ length: 5_000 }, (_, i) => ({ row: i * 2, col: 3 })));
    const lists = areaLists(runs);
    expect(lists.every((list) => list.length <= 8_192)).toBe(true);
    expect(lists.flatMap((list) => parseAreas(list))).toEqual(runs);
    expect(areaLists([])).toEqual([]);
  });
});
