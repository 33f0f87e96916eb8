import { describe, expect, it } from "vitest";
import type { CellAnswer } from "../../../shared/answer.ts";
import { checkGrid } from "../../../shared/check.ts";
import { sampleRegistry } from "../support.ts";
import { messySheet } from "./sheets.ts";
import type { Truth } from "./spoil.ts";

const SHEETS = 60;
const ROWS = 20;

interface Score {
  cells: number;
  right: number;
  /** Taken without asking, for something that was not meant. */
  wrongFixes: string[];
  /** Asked, refused or taken where the other was right. */
  misses: string[];
}

function judge(answer: CellAnswer | undefined, truth: Truth): "right" | "wrong" | "miss" {
  if (answer === undefined) return "miss";
  const taken = answer.verdict !== "suggest" && answer.verdict !== "error";
  if ("take" in truth) {
    // "-" and nothing say the same in a column of words.
    const meant = truth.take === "-" ? "" : truth.take;
    if (!taken) return "miss";
    return answer.value === meant ? "right" : "wrong";
  }
  if (taken) return "wrong";
  if (truth.ask === null || answer.suggestions.length === 0) return "right";
  return answer.suggestions[0] === truth.ask ? "right" : "miss";
}

function scoreOf(form: string): Score {
  const score: Score = { cells: 0, right: 0, wrongFixes: [], misses: [] };
  const registry = sampleRegistry();
  for (let seed = 1; seed <= SHEETS; seed++) {
    const { grid, truth } = messySheet(form, seed, ROWS);
    const report = checkGrid(grid, { registry, today: "2024-07-05" });
    const rows = new Map(report.rows.map((row) => [row.row, row]));
    const note = (what: string, is: ReturnType<typeof judge>) => {
      score.cells++;
      if (is === "right") score.right++;
      else (is === "wrong" ? score.wrongFixes : score.misses).push(`${seed}: ${what}`);
    };
    note(
      `the form: ${report.form} ${report.period}`,
      report.form === form && report.period === "2024-06" ? "right" : "wrong",
    );
    for (const [number, meant] of truth) {
      const row = rows.get(number);
      if (meant === "skip")
        note(`row ${number} is no data`, row === undefined || row.verdict === "skip" ? "right" : "wrong");
      else if (meant === "nil") note(`row ${number} reports nothing`, row?.status === "nil" ? "right" : "miss");
      else
        for (const [field, cell] of Object.entries(meant)) {
          const answer = row?.cells[field];
          const is = judge(answer, cell);
          note(
            `${field} ${JSON.stringify(answer?.raw)} -> ${answer?.verdict} ${answer?.value} ${answer?.codes} for ${JSON.stringify(cell)}`,
            is,
          );
        }
    }
  }
  return score;
}

describe.each(["volunteer-activities", "temple-community"])("sheets of %s as people fill them", (form) => {
  const score = scoreOf(form);

  it("are read without one wrong automatic fix", () => {
    expect(score.wrongFixes).toEqual([]);
  });

  it("are read right in at least 98 of 100 cells", () => {
    expect(score.cells).toBeGreaterThan(SHEETS * ROWS * 10);
    const share = score.right / score.cells;
    expect({ enough: share >= 0.98, share, first: score.misses.slice(0, 20) }).toMatchObject({ enough: true });
  });
});
