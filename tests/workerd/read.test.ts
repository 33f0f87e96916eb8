import { describe, expect, it } from "vitest";
import { ISOLATE_LIMITS } from "../../shared/workbook/limits.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { UnreadableFile } from "../../shared/workbook/unreadable.ts";
import { HOSTILE_FILES } from "../hostile/workbookFiles.ts";
import { makeOds, table, textRow } from "../workbook/makeOds.ts";
import { makeXls } from "../workbook/makeXls.ts";
import { makeXlsx, row } from "../workbook/makeXlsx.ts";

const limits = ISOLATE_LIMITS;

describe("the reader answers inside workerd as it does in Node", () => {
  it("an .xlsx", async () => {
    const bytes = makeXlsx({
      sheets: [
        {
          data: `${row(1, ["ที่", 1])}<row r="2" hidden="1"><c r="A2" s="2"><v>243770</v></c><c r="B2" s="3" t="str"><v>P</v></c></row>`,
          after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ],
      names: '<definedName name="RUAM_ID">"x|1|54||"</definedName>',
    });
    expect(await readWorkbook(bytes, { limits })).toEqual({
      names: [{ name: "RUAM_ID", value: '"x|1|54||"' }],
      sheets: [
        {
          sheet: "Sheet1",
          rows: [
            ["ที่", 1],
            [
              { v: 243770, t: "d", fmt: "[$-107041E]d/m/bbbb;@" },
              { v: "P", font: "Wingdings 2" },
            ],
          ],
          merges: ["A1:B1"],
          hiddenRows: [2],
        },
      ],
    });
  });

  it("an .xls and an .ods", async () => {
    const xls = await readWorkbook(makeXls(), { limits });
    expect(xls.sheets[0]!.rows[0]).toEqual(["จังหวัด", { v: "P", font: "Wingdings 2" }]);
    const ods = await readWorkbook(makeOds({ body: table("ก", textRow("ที่", "ชื่อ")) }), { limits });
    expect(ods.sheets).toEqual([{ sheet: "ก", rows: [["ที่", "ชื่อ"]] }]);
  });

  it("a .csv in Windows-874", async () => {
    const thai = Uint8Array.from([0xb7, 0xd5, 0xe8, 0x2c, 0xe1, 0xbe, 0xc3, 0xe8]);
    expect((await readWorkbook(thai, { limits })).sheets[0]!.rows).toEqual([["ที่", "แพร่"]]);
  });

  it.each(HOSTILE_FILES.filter(({ inflatedAtMost }) => inflatedAtMost <= 65_536))(
    "$name: $code",
    async ({ bytes, code }) => {
      const refusal = await readWorkbook(bytes()).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(UnreadableFile);
      expect((refusal as UnreadableFile).code).toBe(code);
    },
  );
});
