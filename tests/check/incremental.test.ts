import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SheetChecker } from "../../shared/check.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { sampleOffices, sampleRegistry, sheetOf } from "./support.ts";

const registry = sampleRegistry();
const names = sampleOffices().map((office) => office.type + office.name);

/** Contents that make rows depend on one another: ditto marks, sub-headings, totals, footers, blanks, duplicates. */
const content: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(null, "", '"', "/", "x", 1, 0, true, "รวม", "ลงชื่อ", "ตัวอย่าง", "-", "ไม่มี ศพด.", "#REF!", "1"),
  fc.constantFrom<Cell>("ตัวอย่าง", "จังหวัดตัวอย่าง", "แพร่", "เมือง", "สมมติ", "ทดลอง", "อำเภอทดลอง", "อ.สมมติ"),
  fc.constantFrom<Cell>(...names, "น้ำใส", "อบต.คลองยาง", "คลองย่าง"),
  fc.constantFrom<Cell>("ศพด.บ้านก", "ศพด.บ้านข", "บ้านก", "ศพด.", "ศพด.อบต.น้ำใส", { v: "P", font: "Wingdings 2" }),
  fc.constantFrom<Cell>("ดำเนินการ", "ไม่ดำเนินการ", "อปท.", "ศพด.", "หมายเหตุ"),
);

const row = fc.array(content, { minLength: 0, maxLength: 9 });
const plain = fc.constantFrom<Cell[]>(
  [1, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านก", "/", null, null],
  [2, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านก", "/", null, null],
  [3, null, "ทดลอง", "คลองยาง", "ศพด.บ้านข", null, "/", "เด็กป่วย"],
  ["อำเภอทดลอง"],
  [4, '"', '"', '"', "ศพด.บ้านค", '"'],
);
const merges = fc.constantFrom<string[]>([], ["C6:C8"], ["B5:B9", "D6:D7"], ["A7:H7"]);

const edit = fc.record({ row: fc.integer({ min: 0, max: 20 }), col: fc.integer({ min: 0, max: 8 }), cell: content });

describe("an incremental check", () => {
  it("answers what a full check answers, for any sequence of edits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 2, arbitrary: plain }, row), { minLength: 3, maxLength: 14 }),
        merges,
        fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("99", undefined),
        (rows, merged, bursts, province) => {
          const grid = sheetOf(rows, { merges: merged, hiddenRows: [6] });
          const options = { registry, form: childcareClips, province };
          const checker = new SheetChecker(grid, options);
          const cells = grid.rows.map((cells) => cells.slice());
          let before = new Map(checker.report().rows.map((answer) => [answer.row, answer]));
          for (const burst of bursts) {
            const result = checker.edit(burst);
            for (const { row: r, col, cell } of burst) {
              while (cells.length <= r) cells.push([]);
              while (cells[r]!.length < col) cells[r]!.push(null);
              cells[r]![col] = cell;
            }
            const full = new SheetChecker({ ...grid, rows: cells }, options).report();
            expect(checker.report()).toEqual(full);
            // What the edit reports as changed is enough to bring an older list up to date.
            if (result.rows !== null) {
              for (const answer of result.rows) before.set(answer.row, answer);
              expect([...before.values()].sort((a, b) => a.row - b.row)).toEqual(full.rows);
            }
            before = new Map(full.rows.map((answer) => [answer.row, answer]));
          }
        },
      ),
      { numRuns: Number(process.env.RUAM_RUNS ?? 250) },
    );
  });

  it("maps the columns anew when an edit makes another column the likelier for a field found by content", () => {
    const grid = sheetOf([
      ["ศพด.บ้านก", null, "ศพด.บ้านก", null, "ตัวอย่าง", "ดำเนินการ", "ตัวอย่าง", "ตัวอย่าง", "อบจ.ตัวอย่าง"],
      [null, null, null, null, null, null, null, "ศพด.บ้านก", "ไม่ดำเนินการ"],
      [null, null, null, null, null, null, null, "ศพด.บ้านข"],
    ]);
    grid.rows[2] = grid.rows[2]!.with(7, "ศพด.บ้านก");
    grid.merges = [];
    const checker = new SheetChecker(grid, { registry, form: childcareClips, province: "99" });
    const rows = grid.rows.map((cells) => cells.slice());
    for (const [row, cell] of [
      [5, "หมายเหตุ"],
      [4, "เด็กป่วย"],
      [6, "ลาป่วย"],
    ] as const) {
      checker.edit([{ row, col: 7, cell }]);
      rows[row]![7] = cell;
      const full = new SheetChecker({ ...grid, rows }, { registry, form: childcareClips, province: "99" }).report();
      expect(checker.report()).toEqual(full);
    }
  });

  it("judges only what an edit can reach: one edit in 3,000 rows", () => {
    const rows = Array.from({ length: 3000 }, (_, i): Cell[] => [
      i + 1,
      "ตัวอย่าง",
      "สมมติ",
      "อบต.สมมติใต้",
      `ศพด.บ้าน${i}`,
      "/",
      null,
      null,
    ]);
    const checker = new SheetChecker(sheetOf(rows), { registry, form: childcareClips });
    const result = checker.edit([{ row: 1500, col: 4, cell: "ศพด.บ้านใหม่" }]);
    expect(result.rows?.map((answer) => answer.row)).toEqual([1501, 1502]);
  });

  it("tells the rows that follow when the first of several duplicates goes", () => {
    const same: Cell[] = [1, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านก", "/", null, null];
    const checker = new SheetChecker(sheetOf([same, same, same]), { registry, form: childcareClips });
    expect(checker.report().rows.map((answer) => answer.codes)).toEqual([[], ["ROW_DUPLICATE"], ["ROW_DUPLICATE"]]);
    const result = checker.edit([{ row: 4, col: 4, cell: "ศพด.บ้านอื่น" }]);
    expect(result.rows?.map((answer) => [answer.row, answer.codes, answer.params ?? null])).toEqual([
      [5, [], null],
      [6, [], null],
      [7, ["ROW_DUPLICATE"], { first: 6 }],
    ]);
  });
});
