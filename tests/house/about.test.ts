import { describe, expect, it } from "vitest";
import { checkGrid, checkWorkbook } from "../../shared/check.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { CODES, type Code } from "../../shared/rules/codes.ts";
import { ABOUT } from "../../shared/words/about.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { messySheet } from "../check/messy/sheets.ts";
import { sampleRegistry } from "../check/support.ts";
import { makeStory } from "../story/make.ts";

describe("what the page of a code says of its verdict", () => {
  it("is what the checker answers when the code stands alone", () => {
    const registry = buildRegistry(SAMPLE_OFFICES);
    const seen = new Set<Code>();
    const wrong = new Set<string>();
    const hold = (codes: readonly Code[], verdict: (typeof ABOUT)[Code]["verdicts"][number]) => {
      const [code] = codes;
      if (codes.length !== 1 || code === undefined) return;
      seen.add(code);
      if (!ABOUT[code].verdicts.includes(verdict)) wrong.add(`${code} ${verdict}`);
    };
    for (let seed = 1; seed <= 40; seed++) {
      for (const { grid, others } of makeStory(SAMPLE_OFFICES, {
        province: "99",
        period: "2023-10",
        seed,
        messy: 50,
      })) {
        const report = checkWorkbook({ sheets: [grid, ...others], names: [] }, { registry });
        for (const finding of report.findings) hold([finding.code], finding.verdict);
        for (const row of report.rows) {
          if (row.verdict === "skip") hold(row.codes, "skip");
          for (const cell of Object.values(row.cells)) hold(cell.codes, cell.verdict);
        }
      }
    }
    const sample = sampleRegistry();
    for (const form of ["volunteer-activities", "temple-community"]) {
      for (let seed = 101; seed <= 125; seed++) {
        const report = checkGrid(messySheet(form, seed, 15).grid, { registry: sample, today: "2024-06-20" });
        for (const row of report.rows) for (const cell of Object.values(row.cells)) hold(cell.codes, cell.verdict);
      }
    }
    expect([...wrong]).toEqual([]);
    expect(seen.size).toBeGreaterThan(CODES.length / 2);
  });
});
