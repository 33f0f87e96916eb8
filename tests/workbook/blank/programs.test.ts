import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { childcareClips } from "../../../shared/forms/childcareClips.ts";
import { scalarOf } from "../../../shared/sheet/grid.ts";
import { writeBlank } from "../../../shared/workbook/blank.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { askPython, convert, python, soffice } from "../../master/programs.ts";
import { PROVINCE, sampleRoster } from "../../master/sample.ts";

const offices = sampleRoster(3, 3);
const blank = () => writeBlank(childcareClips, { offices, province: PROVINCE, period: "2023-10" });

describe("the blank in other programs", () => {
  it.skipIf(soffice === null)(
    "the offices offered are those of the row's district, all of them while it is none, as LibreOffice calculates (needs LibreOffice)",
    async () => {
      // The drop-down's own formula, put into cells: what it offers first, and how many.
      const parts = unzipSync(await blank());
      const xml = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
      const formula = /<formula1>(OFFSET.*?)<\/formula1>/.exec(xml)![1]!;
      const district = { 5: "สมมติ2", 6: "สมมติ3", 7: "", 8: "อ.สมมติ2" };
      let probed = xml;
      for (const [row, name] of Object.entries(district)) {
        const offered = formula.replaceAll("$C5", `$C${row}`);
        probed = probed
          .replace(new RegExp(`<c r="C${row}"([^>]*)/>`), `<c r="C${row}"$1 t="inlineStr"><is><t>${name}</t></is></c>`)
          .replace(new RegExp(`<c r="E${row}"([^>]*)/>`), `<c r="E${row}"$1><f>INDEX(${offered},1)</f></c>`)
          .replace(new RegExp(`<c r="H${row}"([^>]*)/>`), `<c r="H${row}"$1><f>ROWS(${offered})</f></c>`);
      }
      parts["xl/worksheets/sheet1.xml"] = strToU8(probed);
      const { sheets } = await readWorkbook(convert(zipSync(parts), "xlsx"));
      expect(
        sheets[0]!.rows.slice(4, 8).map((row) => [2, 4, 7].map((column) => scalarOf(row[column]) || null)),
      ).toEqual([
        ["สมมติ2", "ทต.สมมติ2-1", 3],
        ["สมมติ3", "ทต.สมมติ3-1", 3],
        [null, "ทต.สมมติ1-1", 9],
        ["อ.สมมติ2", "ทต.สมมติ1-1", 9],
      ]);
    },
  );

  it.skipIf(soffice === null)(
    "keeps its identity, lists and drop-downs when LibreOffice saves it again (needs LibreOffice)",
    async () => {
      const saved = convert(await blank(), "xlsx");
      const workbook = await readWorkbook(saved);
      expect(workbook.names.find((name) => name.name === "RUAM_ID")?.value).toBe('"childcare-clips|1|98|2023-10|"');
      expect(workbook.sheets.map((sheet) => [sheet.sheet, sheet.hidden ?? false])).toEqual([
        ["ต.ค.66", false],
        ["รายชื่อ", true],
      ]);
      const sheet = strFromU8(unzipSync(saved)["xl/worksheets/sheet1.xml"]!);
      const rules = [...sheet.matchAll(/<dataValidation [^>]*>.*?<\/dataValidation>/g)].map((m) => m[0]);
      expect(rules.map((rule) => /sqref="([^"]*)"/.exec(rule)![1]).sort()).toEqual([
        "C5:C24",
        "D5:D24",
        "F5:F24",
        "G5:G24",
      ]);
      expect(rules.every((rule) => rule.includes('errorStyle="warning"') && rule.includes("prompt="))).toBe(true);
      expect(rules.find((rule) => rule.includes("OFFSET(RUAM_OFFICES"))).toBeDefined();
    },
  );

  it.skipIf(python === null)(
    "openpyxl loads it without a warning, drop-downs and print set-up included (needs python3-openpyxl)",
    async () => {
      const seen = askPython(
        await blank(),
        `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
a, b = wb.worksheets
print(json.dumps({
  "sheets": [[s.title, s.sheet_state] for s in wb.worksheets], "titles": a.print_title_rows,
  "rules": sorted([str(d.sqref), d.type, d.errorStyle] for d in a.data_validations.dataValidation),
  "fonts": [a["A1"].font.name, a["A1"].font.sz, a["A5"].font.sz], "border": a["H24"].border.bottom.style,
  "paper": [str(a.page_setup.paperSize), a.page_setup.orientation], "frozen": a.freeze_panes,
}))`,
      );
      expect(seen).toEqual({
        sheets: [
          ["ต.ค.66", "visible"],
          ["รายชื่อ", "hidden"],
        ],
        titles: "$3:$4",
        rules: [
          ["C5:C24", "list", "warning"],
          ["D5:D24", "list", "warning"],
          ["F5:F24", "list", "warning"],
          ["G5:G24", "list", "warning"],
        ],
        fonts: ["TH Sarabun New", 16, 14],
        border: "thin",
        paper: ["9", "landscape"],
        frozen: "A5",
      });
    },
  );
});
