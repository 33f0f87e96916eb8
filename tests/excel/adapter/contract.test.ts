import { afterEach, describe, expect, it } from "vitest";
import { hostContract } from "../../hosts/contract.ts";
import { closeStage, excelStage } from "./stage.ts";

const BUILDS = ["web", "win32", "mac"] as const;
const APIS = ["1.9", "1.14", "1.17"] as const;

afterEach(closeStage);

for (const build of BUILDS)
  for (const api of APIS)
    hostContract(
      `the adapter over Microsoft's ${build} library, Excel simulated at ExcelApi ${api}`,
      async (grids) => {
        const { excel, host } = await excelStage({ grids: [...grids], fileName: "ตัวอย่าง.xlsx", build, api });
        const name = (id: string) => excel.book.sheets.find((sheet) => sheet.id === id)!.name;
        return {
          host,
          user: {
            async type(sheet, { row, col }, value) {
              excel.user.type(name(sheet), String.fromCharCode(65 + col) + (row + 1), value as string);
              await excel.settle();
            },
            rename: async (sheet, to) => excel.user.renameSheet(name(sheet), to),
            remove: async (sheet) => {
              // Excel keeps one visible sheet.
              excel.user.addSheet("ว่าง");
              excel.user.removeSheet(name(sheet));
            },
          },
        };
      },
      { seesMerges: api !== "1.9" },
    );

describe("an Excel without the newest interface", () => {
  it("below 1.13 merged cells are not seen, and nothing is asked that this Excel does not know", async () => {
    const grids = [
      {
        sheet: "ต.ค.69",
        rows: [
          ["หัวเรื่อง", null],
          [1, 2],
        ],
        merges: ["A1:B1"],
      },
    ];
    const { excel, host, sheet } = await excelStage({ grids, api: "1.9" });
    expect((await host.read(sheet, "whole")).grid.merges).toBeUndefined();
    expect(excel.wire.batches.filter((batch) => batch.error !== undefined)).toEqual([]);
  });
});
