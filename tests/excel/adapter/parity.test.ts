import { afterEach, describe, expect, it } from "vitest";
import { checkWorkbook } from "../../../shared/check.ts";
import { childcareClips } from "../../../shared/forms/childcareClips.ts";
import type { Grid } from "../../../shared/sheet/grid.ts";
import { writeBlank } from "../../../shared/workbook/blank.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../../worker/cli/sample/offices.ts";
import { messyGrid } from "../../browser/messy.ts";
import { REGISTRY } from "../../pane/support.ts";
import { makeStory } from "../../story/make.ts";
import { toXlsx } from "../../story/workbook.ts";
import { closeStage, excelStage } from "./stage.ts";

afterEach(closeStage);

/** What differs between an Excel and a file by their nature: how a date's format is spelt, and the order merges are told in. */
const comparable = (grid: Grid) => ({
  ...grid,
  rows: grid.rows.map((row) =>
    row.map((cell) => (cell !== null && typeof cell === "object" ? { ...cell, fmt: "" } : cell)),
  ),
  merges: [...(grid.merges ?? [])].sort(),
});

async function bothWays(bytes: Uint8Array) {
  const file = await readWorkbook(bytes, { fileName: "ตัวอย่าง.xlsx" });
  const { host } = await excelStage({ bytes, fileName: "ตัวอย่าง.xlsx" });
  const refs = await host.listSheets();
  const readings = await host.readAll(refs.map(({ id }) => id));
  const { identity } = await host.document();
  return { file, open: readings.map(({ grid }) => grid), identity };
}

describe("the same workbook, opened in the simulated Excel and read as a file", () => {
  it("a messy report gives the same sheet and the same verdicts", async () => {
    const bytes = toXlsx([messyGrid().grid]);
    const { file, open } = await bothWays(bytes);
    expect(open.map(comparable)).toEqual(file.sheets.map(comparable));
    const verdict = (sheets: Grid[]) => checkWorkbook({ sheets, names: [] }, { registry: REGISTRY, province: "99" });
    expect(verdict(open)).toEqual(verdict(file.sheets));
  });

  it("so do offices that each fill it their own way", async () => {
    const offices = makeStory(SAMPLE_OFFICES, { province: "99", period: "2026-10", seed: 5, messy: 60 });
    for (const { grid, others } of offices.slice(0, 6)) {
      const { file, open } = await bothWays(toXlsx([grid, ...others]));
      expect(open.map(comparable)).toEqual(file.sheets.map(comparable));
    }
  });

  it("a blank of ours keeps its identity", async () => {
    const office = SAMPLE_OFFICES.find(({ code }) => code === "6990203")!;
    const bytes = await writeBlank(childcareClips, {
      ...{ province: { code: "99", name: "ตัวอย่าง" }, period: "2026-10", office, offices: SAMPLE_OFFICES },
    });
    const { file, open, identity } = await bothWays(bytes);
    expect(identity).toContain("childcare-clips|1|99|2026-10|6990203");
    expect(open.map(comparable)).toEqual(file.sheets.map(comparable));
  });
});
