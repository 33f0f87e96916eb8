import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { makeStory } from "./make.ts";
import { toXlsx } from "./workbook.ts";

const options = { province: "99", period: "2023-10", seed: 1 };

describe("the story", () => {
  it("is the same for the same seed, another for another", () => {
    const tell = (seed: number) =>
      JSON.stringify(makeStory(SAMPLE_OFFICES, { ...options, seed }).map((one) => one.grid));
    expect(tell(1)).toBe(tell(1));
    expect(tell(1)).not.toBe(tell(2));
  });

  it("over some seeds makes every kind of fault it knows", () => {
    const made = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      for (const chapter of makeStory(SAMPLE_OFFICES, { ...options, seed }))
        for (const fault of chapter.faults) made.add(fault);
    }
    const kinds = ["zero width", "no-break space", "sara am in parts", "sara e twice", "tone twice", "line break"];
    const offices = ["type written otherwise", "type left out", "type of another", "left blank", "error value"];
    const rows = ["merged district", "ditto office", "sub-heading", "hidden row", "repeated row", "example row"];
    const ticks = ["tick of Wingdings 2", "tick of Wingdings", "tick of Webdings", "x"];
    expect([...kinds, ...offices, ...rows, ...ticks].filter((fault) => !made.has(fault))).toEqual([]);
  });

  it("comes back from a workbook as it went in", async () => {
    for (const chapter of makeStory(SAMPLE_OFFICES, options)) {
      const read = await readWorkbook(toXlsx([chapter.grid, ...chapter.others]));
      const [sheet] = read.sheets;
      expect(sheet!.sheet).toBe(chapter.grid.sheet);
      expect(sheet!.hiddenRows ?? []).toEqual(chapter.grid.hiddenRows ?? []);
      for (const [row, meant] of chapter.meant) {
        const column = chapter.columns.get("centre")!;
        const typed = chapter.grid.rows[row - 1]![column];
        expect(sheet!.rows[row - 1]![column], meant.centre).toEqual(typed);
      }
    }
  });
});
