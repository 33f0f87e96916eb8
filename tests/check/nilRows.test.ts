import { describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { templeCommunity as form } from "../../shared/forms/templeCommunity.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { sampleRegistry } from "./support.ts";

const heading = form.fields.map((field) => (field.group === undefined ? field.label : field.aliases[0]!));

const statusOf = (cells: Record<string, Cell>) => {
  const row = form.fields.map(({ id }) => ({ seq: 1, district: "สมมติ", office: "อบต.สมมติใต้", ...cells })[id] ?? null);
  const grid = { sheet: "มิ.ย.67", rows: [[form.title[0]!], ["จังหวัดตัวอย่าง"], heading, row] };
  return checkGrid(grid, { registry: sampleRegistry(), form: form.id, today: "2024-07-05" }).rows.at(-1)!.status;
};

describe("a row that says ไม่มีการดำเนินการ", () => {
  it("is a nil report where nothing is counted", () => {
    expect(statusOf({ activity: "ไม่มีการดำเนินการ" })).toBe("nil");
    expect(statusOf({ activity: "ไม่มีการดำเนินการ", beneficiaries: 0, budget: "-" })).toBe("nil");
  });
  it.each<[string, Record<string, Cell>]>([
    ["the problems", { beneficiaries: 40, budget: 3500, problems: "ไม่มีการดำเนินการ" }],
    ["the remark", { beneficiaries: "๔๐ คน", remark: "ไม่มีการดำเนินการ" }],
  ])("is none where figures stand beside it, in %s", (_where, cells) => {
    expect(statusOf({ activity: "ปลูกป่าวัด", date: "9 มิ.ย. 2567", ...cells })).not.toBe("nil");
  });
});
