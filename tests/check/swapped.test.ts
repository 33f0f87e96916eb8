import { expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { volunteerActivities as form } from "../../shared/forms/volunteerActivities.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { sampleRegistry } from "./support.ts";

it("a sum beside a village number is added up in its place, never moved", () => {
  const order = form.fields.filter(({ id }) => id !== "participants");
  const at = order.findIndex(({ id }) => id === "moo") + 1;
  order.splice(at, 0, form.fields.find(({ id }) => id === "participants")!);
  const heading = order.map((field) => (field.group === undefined ? field.label : field.aliases[0]!));
  const filled: Record<string, Cell> = {
    seq: 1,
    district: "สมมติ",
    office: "อบต.สมมติใต้",
    moo: 5,
    participants: "20+15",
  };
  const grid = {
    sheet: "มิ.ย.67",
    rows: [[form.title[0]!], ["จังหวัดตัวอย่าง"], heading, order.map(({ id }) => filled[id] ?? null)],
  };
  const { cells } = checkGrid(grid, { registry: sampleRegistry(), form: form.id, today: "2024-07-05" }).rows.at(-1)!;
  expect([cells.moo!.value, cells.participants!.suggestions, cells.participants!.codes]).toEqual([
    5,
    [35],
    ["NUM_SUM_TEXT"],
  ]);
});
