import { describe, expect, it } from "vitest";
import type { FieldAnswer, RowAnswer } from "../../shared/answer.ts";
import { clipLimitOf, needsOf } from "../../shared/files/needs.ts";
import { FORMS, findForm } from "../../shared/forms/index.ts";

const cell = (value: unknown) => ({ cell: null, raw: value, verdict: "ok", value, codes: [], suggestions: [] });
const row = (number: number, values: Record<string, unknown>, rest: Partial<RowAnswer> = {}): RowAnswer =>
  ({
    ...{ row: number, verdict: "ok", codes: [] },
    cells: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, cell(value)])),
    ...rest,
  }) as RowAnswer;
const asked = (form: string, rows: RowAnswer[], fields: Record<string, FieldAnswer> = {}) =>
  needsOf(findForm(form)!, { rows, fields }).map(({ target, kind, count, children }) => [
    target,
    kind,
    count,
    children,
  ]);

describe("what a report asks for follows from its form and what was reported", () => {
  it("a clip of each centre that made one; none of a centre that did not, of a nil report, of a skipped row", () => {
    const rows = [
      row(6, { centre: "ศพด. บ้านตัวอย่าง" }, { status: "done" }),
      row(7, { centre: "ศพด.วัดสมมติ" }, { status: "notDone" }),
      row(8, { centre: "ไม่มี ศพด." }, { status: "nil" }),
      row(9, {}, { verdict: "skip" }),
    ];
    expect(asked("childcare-clips", rows)).toEqual([["ศพดบ้านตัวอย่าง", "clip", 1, true]]);
  });

  it("as many photos and clips as an activity claims; the same name twice is told apart by its day, then by its place", () => {
    const rows = [
      row(6, { name: "ปลูกป่า", date: "2024-06-01", photos: 2, clipSeconds: 30 }),
      row(7, { name: "ปลูกป่า", date: "2024-06-02", photos: 1 }),
      row(8, { name: "ปลูกป่า", date: "2024-06-02", photos: 3, clipSeconds: 0 }),
      row(9, { name: null, date: null, photos: 1000 }),
    ];
    expect(asked("volunteer-activities", rows)).toEqual([
      ["ปลูกป่า@2024-06-01", "clip", 1, false],
      ["ปลูกป่า@2024-06-01", "photo", 2, false],
      ["ปลูกป่า@2024-06-02", "photo", 1, false],
      ["ปลูกป่า@2024-06-02#2", "photo", 3, false],
      ["row 9", "photo", 20, false],
    ]);
  });

  it("the four photos printed for each activity of a form without a table", () => {
    const s4 = cell([
      { name: "ทาสีรั้ว", photos: 4 },
      { name: "ปลูกต้นไม้", photos: 4 },
    ]) as FieldAnswer;
    expect(asked("community-leaders", [], { s4 })).toEqual([
      ["ทาสีรั้ว", "photo", 4, false],
      ["ปลูกต้นไม้", "photo", 4, false],
    ]);
    expect(asked("community-leaders", [], {})).toEqual([]);
  });

  it("nothing where the letter asks for nothing", () => {
    expect(asked("temple-community", [row(6, { temple: "วัดตัวอย่าง" }, { status: "done" })])).toEqual([]);
  });

  it("the limit of a clip is the form's own letter's; a stricter letter stands beside it, a laxer one does not", () => {
    expect(FORMS.map((form) => [form.id, clipLimitOf(form)?.seconds, clipLimitOf(form)?.stricter?.seconds])).toEqual([
      ["childcare-clips", 180, 30],
      ["volunteer-activities", 30, undefined],
      ["temple-community", undefined, undefined],
      ["e-report-training", 30, undefined],
      ["community-leaders", undefined, undefined],
    ]);
  });
});
