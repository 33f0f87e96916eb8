import { describe, expect, it } from "vitest";
import { checkWorkbook } from "../../shared/check.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { CODES, type Code } from "../../shared/rules/codes.ts";
import { ABOUT } from "../../shared/words/about.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
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
    expect([...wrong]).toEqual([]);
    expect(seen.size).toBeGreaterThan(CODES.length / 2);
  });
});
