import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { sampleRegistry } from "./support.ts";

interface Example {
  id: string;
  form: string;
  cells: Record<string, Cell>;
  expect: {
    row: { verdict: string };
    cells: Record<string, { verdict: string; value: unknown; codes: string[]; suggestion?: unknown[] }>;
  };
}

const file = JSON.parse(readFileSync(new URL("examples.json", import.meta.url), "utf8")) as { examples: Example[] };
const ours = file.examples.filter((example) => example.form === "volunteer-activities");
const LABELS: Record<string, string> = {
  date: "วันที่จัดกิจกรรม",
  category: "ประเภทจิตอาสา",
  participants: "จำนวนผู้เข้าร่วมทั้งหมด (คน)",
};

describe("worked rows of volunteer activities", () => {
  it("are two", () => expect(ours).toHaveLength(2));

  it.each(ours.map((example) => [example.id, example] as const))("%s", (_, { cells, expect: wanted }) => {
    const fields = Object.keys(cells);
    const rows = [fields.map((field) => LABELS[field]!), fields.map((field) => cells[field]!)];
    const row = checkGrid({ sheet: "x", rows }, { registry: sampleRegistry(), form: "volunteer-activities" }).rows[0]!;
    for (const [field, answer] of Object.entries(wanted.cells)) {
      const { verdict, value, codes, suggestions } = row.cells[field]!;
      expect({ field, verdict, value, codes, suggestion: suggestions }).toEqual({ field, suggestion: [], ...answer });
    }
    // The example leaves the other columns away; the one the sheet can fill by itself says no more than that.
    expect(row.verdict).toBe(wanted.row.verdict);
  });
});
