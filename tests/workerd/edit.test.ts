import { describe, expect, it } from "vitest";
import { editCsv, editWorkbook } from "../../shared/workbook/edit.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { makeXlsx } from "../workbook/makeXlsx.ts";

describe("in workerd", () => {
  it("edits a workbook, a font of pictures included", async () => {
    const file = makeXlsx({
      sheets: [{ data: '<row r="1"><c r="A1" s="3" t="inlineStr"><is><t>P</t></is></c></row>' }],
    });
    const after = await editWorkbook(file, [
      { sheet: "Sheet1", cell: "A1", value: "/" },
      { sheet: "Sheet1", cell: "C2", value: "ทต.ช่อแฮ" },
    ]);
    expect((await readWorkbook(after)).sheets[0]!.rows).toEqual([["/"], [null, null, "ทต.ช่อแฮ"]]);
  });

  it("edits a Windows-874 text file", async () => {
    const { bytes, encoding } = await editCsv(new Uint8Array([0xa1, 0x2c, 0xa2, 0x0a]), [{ cell: "B1", value: "ค" }]);
    expect([[...bytes], encoding]).toEqual([[0xa1, 0x2c, 0xa4, 0x0a], "windows-874"]);
  });
});
