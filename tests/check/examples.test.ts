import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CellAnswer, Suggestion } from "../../shared/answer.ts";
import { checkGrid } from "../../shared/check.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { HEADING, hasNationalList, nationalRegistry } from "./support.ts";

interface ExpectedCell {
  verdict: string;
  value: unknown;
  codes: string[];
  officeCode?: string;
  suggestion?: Suggestion[];
}

interface Example {
  id: string;
  form: string;
  note?: string;
  cells: Record<string, Cell>;
  expect: { row: { verdict: string; codes: string[]; status?: string }; cells: Record<string, ExpectedCell> };
}

const file = JSON.parse(readFileSync(new URL("examples.json", import.meta.url), "utf8")) as { examples: Example[] };
const ours = file.examples.filter((example) => example.form === "childcare-clips");

const sorted = (list: unknown[]) => [...list].map((item) => JSON.stringify(item)).sort();

describe.skipIf(!hasNationalList)("worked rows of the form (needs ../shared/data)", () => {
  it("are nine", () => expect(ours).toHaveLength(9));

  for (const example of ours) {
    it(`${example.id}: ${example.note ?? example.expect.row.verdict}`, () => {
      const order = ["seq", "province", "district", "office", "centre", "done", "notDone", "remark"];
      const grid = {
        sheet: "ต.ค.66",
        rows: [HEADING[0]!, ["จังหวัด"], ...HEADING.slice(2), order.map((field) => example.cells[field] ?? null)],
      };
      const report = checkGrid(grid, {
        registry: nationalRegistry(),
        ...(example.cells.province === null ? { province: "81" } : {}),
      });
      const row = report.rows[0]!;
      expect({ verdict: row.verdict, codes: row.codes, status: row.status }).toEqual({
        status: undefined,
        ...example.expect.row,
      });
      const plain = (cell: CellAnswer, expected: ExpectedCell) => ({
        verdict: cell.verdict,
        value: cell.value,
        codes: cell.codes,
        ...(expected.officeCode === undefined ? {} : { officeCode: cell.officeCode }),
        ...(expected.suggestion === undefined ? {} : { suggestion: sorted(cell.suggestions) }),
      });
      const wanted = ({ verdict, value, codes, officeCode, suggestion }: ExpectedCell) => ({
        verdict,
        value,
        codes,
        ...(officeCode === undefined ? {} : { officeCode }),
        ...(suggestion === undefined ? {} : { suggestion: sorted(suggestion) }),
      });
      for (const [field, expected] of Object.entries(example.expect.cells))
        expect({ field, ...plain(row.cells[field]!, expected) }).toEqual({ field, ...wanted(expected) });
    });
  }
});
