import { describe, expect, it } from "vitest";
import { type Shift, shifted } from "../../../addin/excel/sheet/frameShift.ts";

const FRAME = { merges: ["A1:H1", "B6:B9", "F3:G3"], hiddenRows: [2, 7, 8] };

describe("merges and hidden rows go along with rows and columns put in and taken out", () => {
  it.each<[string, Shift, string[], number[]]>([
    ["rows in above", { axis: "row", how: "in", at: 4, count: 2 }, ["A1:H1", "B8:B11", "F3:G3"], [2, 9, 10]],
    ["a row in within a merge", { axis: "row", how: "in", at: 6, count: 1 }, ["A1:H1", "B6:B10", "F3:G3"], [2, 8, 9]],
    ["a row out above", { axis: "row", how: "out", at: 1, count: 1 }, ["A1:H1", "B5:B8", "F2:G2"], [6, 7]],
    ["rows out within a merge", { axis: "row", how: "out", at: 6, count: 2 }, ["A1:H1", "B6:B7", "F3:G3"], [2]],
    [
      "rows out over the head of a merge",
      { axis: "row", how: "out", at: 4, count: 3 },
      ["A1:H1", "B5:B6", "F3:G3"],
      [2, 5],
    ],
    ["a merge out altogether", { axis: "row", how: "out", at: 5, count: 4 }, ["A1:H1", "F3:G3"], [2]],
    ["a column in", { axis: "col", how: "in", at: 2, count: 1 }, ["A1:I1", "B6:B9", "G3:H3"], [2, 7, 8]],
    ["a column out", { axis: "col", how: "out", at: 1, count: 1 }, ["A1:G1", "E3:F3"], [2, 7, 8]],
  ])("%s", (_, shift, merges, hiddenRows) => {
    expect(shifted(FRAME, shift)).toEqual({ merges, hiddenRows });
  });
});
