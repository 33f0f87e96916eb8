import { describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { FORMS } from "../../shared/forms/index.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { HEADING, sampleRegistry } from "./support.ts";

const registry = sampleRegistry();
const tables = FORMS.filter((form) => form.sections === undefined);
const headingOf = (id: string) => FORMS.find((form) => form.id === id)!.fields.map((field) => field.label);
const found = (rows: Cell[][]) => checkGrid({ sheet: "Sheet1", rows }, { registry }).form;

describe("which form a sheet is", () => {
  it.each(tables.map((form) => [form.id]))("%s is told by its columns alone, without a title", (id) => {
    expect(found([headingOf(id), [1]])).toBe(id);
  });

  it.each(tables.map((form) => [form.id]))("%s is told though every third column was deleted", (id) => {
    expect(found([headingOf(id).filter((_, i) => i % 3 !== 1), [1]])).toBe(id);
  });

  it.each(tables.map((form) => [form.id, form.title[0]!]))(
    "%s is told by its title where the columns leave it open",
    (id, title) => {
      const shared = ["ลำดับที่", "อำเภอ", "อปท.", "หมายเหตุ"];
      expect(found([[title], shared, [1]])).toBe(id);
    },
  );

  it("a sheet of clips stays one, with whatever columns of other forms put in", () => {
    const rows = HEADING.map((cells, i) => [
      ...cells,
      ...(i === 2 ? ["วันที่", "จำนวนผู้เข้าร่วม", "สถานที่", "ตำบล", "โทรศัพท์"] : []),
    ]);
    expect(found([...rows, [1]])).toBe("childcare-clips");
  });

  it("what is no form of ours is none, in the words of the first", () => {
    const report = checkGrid(
      {
        sheet: "Sheet1",
        rows: [
          ["ชื่อ", "นามสกุล", "อายุ"],
          ["ก", "ข", 1],
        ],
      },
      { registry },
    );
    expect(report.findings.map((finding) => finding.code)).toContain("FORM_NOT_FOUND");
  });
});
