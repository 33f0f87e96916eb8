import { expect, it } from "vitest";
import { keystrokes, mustAgree } from "../../bench/edit.ts";
import { PROVINCE, sampleRegistry } from "../../bench/roster.ts";
import { FIRST_ROW, gridOf, makeRows } from "../../bench/rows.ts";
import { SheetChecker } from "../../shared/check.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";

const FIELDS = ["seq", "province", "district", "office", "centre", "done", "notDone", "remark"];
const options = { registry: sampleRegistry(), form: childcareClips, province: PROVINCE.code };

it("an edited sheet, a fresh check and the peers say the same of the rows that were timed", () => {
  const rows = makeRows(300, 0.05);
  const checker = new SheetChecker(gridOf(rows), options);
  for (const { row, field, cell } of keystrokes(300, rows.length)) {
    checker.edit([{ row: FIRST_ROW + row, col: FIELDS.indexOf(field), cell }]);
    rows[row] = { ...rows[row]!, [field]: cell };
  }
  expect(() => mustAgree(checker, rows)).not.toThrow();
  rows[7] = { ...rows[7]!, centre: "โรงเรียนบ้านสมมติ" };
  expect(() => mustAgree(checker, rows)).toThrow("differ");
});

it("an edit of the last row is judged alone, unless it empties the row", () => {
  const rows = makeRows(20, 0);
  const checker = new SheetChecker(gridOf(rows), options);
  const row = FIRST_ROW + 19;
  expect(checker.edit([{ row, col: 4, cell: "ศพด.บ้านอื่น" }]).rows?.map((answer) => answer.row)).toEqual([row + 1]);
  const emptied = FIELDS.map((_, col) => ({ row, col, cell: null }));
  expect(checker.edit(emptied)).toMatchObject({ rows: null, counts: { rows: 19, ok: 19 } });
});
