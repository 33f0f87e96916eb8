import { describe, expect, it } from "vitest";
import type { Grid } from "../../../shared/sheet/grid.ts";
import { writePlainXlsx } from "../../../shared/workbook/plainXlsx.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";

describe("a new workbook from grids", () => {
  it("holds what the grids hold: values, dates, fonts of pictures, merges, hidden rows and sheets", async () => {
    const grids: Grid[] = [
      {
        sheet: "ต.ค.66",
        rows: [
          ["แบบรายงาน", null, null],
          [1, "=1+1 & <ก>", { v: "P", font: "Wingdings 2" }],
          [{ v: 45000, t: "d", fmt: "d/m/bbbb" }, true, "0812345678"],
          [" ขอบ ", false, -1.5],
        ],
        merges: ["A1:C1"],
        hiddenRows: [3],
      },
      { sheet: "ซ่อน", rows: [["x"]], hidden: true },
    ];
    expect((await readWorkbook(await writePlainXlsx(grids))).sheets).toEqual([
      { ...grids[0], rows: [["แบบรายงาน"], ...grids[0]!.rows.slice(1)] },
      grids[1],
    ]);
  });
});
