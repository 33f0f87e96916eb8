import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SheetChecker } from "../../shared/check.ts";
import { templeCommunity } from "../../shared/forms/templeCommunity.ts";
import { volunteerActivities } from "../../shared/forms/volunteerActivities.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { sampleRegistry } from "./support.ts";

const registry = sampleRegistry();

/** Contents of every kind, right and wrong, and what makes rows depend on one another. */
const content: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(null, "", '"', "-", "รวม", "ลงชื่อ", "ตัวอย่าง", "#REF!", 1, 25, 2500, 3.5, true),
  fc.constantFrom<Cell>("1 มิ.ย. 67", "5-7 มิ.ย. 67", "31 เม.ย. 67", { v: 243_770, t: "d" }, { v: 0.02, t: "d" }),
  fc.constantFrom<Cell>("จิตอาสาพัฒนา", "ภัยพิบัติ", "พื้นที่ต้นแบบ", "ก่อนเกิดเหตุ", "กีฬา"),
  fc.constantFrom<Cell>("สมมติ", "ทดลอง", "อ.สมมติ", "อบต.สมมติใต้", "น้ำใส", "อบต.คลองยาง"),
  fc.constantFrom<Cell>("ปลูกต้นไม้", "วัดตัวอย่าง", "ไม่มีกิจกรรม", "ไม่มีการดำเนินการ", "ประมาณ 50", "๒๕ คน", "0812345678"),
);

describe.each([volunteerActivities, templeCommunity].map((form) => [form.id, form] as const))(
  "an edit of %s",
  (_, form) => {
    const heading = form.fields.map((field) => (field.group === undefined ? field.label : field.aliases[0]!));
    const width = heading.length;
    const row = fc.array(content, { minLength: 0, maxLength: width });
    const edit = fc.record({
      row: fc.integer({ min: 0, max: 14 }),
      col: fc.integer({ min: 0, max: width }),
      cell: content,
    });

    it("answers what a full check answers", () => {
      fc.assert(
        fc.property(
          fc.array(row, { minLength: 2, maxLength: 9 }),
          fc.constantFrom<string[]>([], ["B5:B7"], ["C5:C6", "D6:D7"]),
          fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
          (rows, merges, bursts) => {
            const grid = { sheet: "มิ.ย.67", rows: [[form.title[0]!], ["จังหวัดตัวอย่าง"], heading, ...rows], merges };
            const options = { registry, form, today: "2024-07-05" };
            const checker = new SheetChecker(grid, options);
            const cells: Cell[][] = grid.rows.map((one) => one.slice());
            for (const burst of bursts) {
              checker.edit(burst);
              for (const { row: at, col, cell } of burst) {
                while (cells.length <= at) cells.push([]);
                while (cells[at]!.length < col) cells[at]!.push(null);
                cells[at]![col] = cell;
              }
              expect(checker.report()).toEqual(new SheetChecker({ ...grid, rows: cells }, options).report());
            }
          },
        ),
        { numRuns: 150 },
      );
    });
  },
);
