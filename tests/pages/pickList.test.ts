import { describe, expect, it } from "vitest";
import { asComments } from "../../worker/pages/browser/desk/pickList.ts";

const UNSAID = { cell: "โปรดตรวจช่องนี้", row: "โปรดตรวจแถวนี้" };

describe("what a reviewer marked and wrote", () => {
  it("is sent in the order of the sheet; a mark without a word asks to look, and is never left out", () => {
    const picks = [
      { row: 9, field: null, text: " \n" },
      { row: 7, field: "centre", text: "  ชื่อไม่ครบ\nโปรดเขียนเต็ม " },
      { row: 6, field: "centre", text: "" },
    ];
    expect(asComments(picks, UNSAID)).toEqual([
      { row: 6, field: "centre", text: "โปรดตรวจช่องนี้" },
      { row: 7, field: "centre", text: "ชื่อไม่ครบ\nโปรดเขียนเต็ม" },
      { row: 9, field: null, text: "โปรดตรวจแถวนี้" },
    ]);
    expect(asComments([], UNSAID)).toEqual([]);
  });
});
