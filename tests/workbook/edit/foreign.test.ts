import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cell, Scalar, Workbook } from "../../../shared/sheet/grid.ts";
import { editWorkbook } from "../../../shared/workbook/edit.ts";
import { MAX_COLUMNS, parseAddress } from "../../../shared/workbook/read/a1.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { askPython, convert, convertAll, python, soffice } from "../../master/programs.ts";
import { changedParts, partOf } from "./parts.ts";

/** A form as an office might have it: chart, comments, drop-downs, conditional formats, merges, a table, print set-up. */
const MAKE = `
import sys
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
book = Workbook()
sheet = book.active
sheet.title = "ต.ค.66"
thin = Side(style="thin")
sheet["A1"] = "แบบรายงาน (ตัวอย่าง)"
sheet.merge_cells("A1:H1")
sheet.merge_cells("F2:G2")
sheet["F2"] = "การดำเนินการ"
for c, text in enumerate(["ที่", "จังหวัด", "อำเภอ", "อปท.", "ศูนย์", "ดำเนินการ", "ไม่ดำเนินการ", "หมายเหตุ"], 1):
    sheet.cell(3, c, text).font = Font(name="TH SarabunPSK", size=16, bold=True)
for r in range(4, 40):
    sheet.cell(r, 1, "=A%d+1" % (r - 1) if r > 4 else 1)
    for c, text in enumerate(["แพร่", "เมืองแพร่", "ทต.สมมติ", "ศพด.ตัวอย่าง %d & <ข>" % r], 2):
        sheet.cell(r, c, text)
    sheet.cell(r, 6, "P" if r % 3 else None).font = Font(name="Wingdings 2", size=16, color="FF0000")
    for c in range(1, 9):
        sheet.cell(r, c).border = Border(left=thin, right=thin, top=thin, bottom=thin)
        if c != 6: sheet.cell(r, c).font = Font(name="TH SarabunPSK", size=16)
sheet["H5"] = 45000
sheet["H5"].number_format = "[$-107041E]d/m/bbbb"
sheet["E5"].comment = Comment("ตรวจแล้ว", "ตัวอย่าง")
sheet["A41"] = "=COUNTIF(F4:F39,\\"P\\")"
choices = DataValidation(type="list", formula1='"แพร่,น่าน"', allow_blank=True)
choices.add("B4:B39")
sheet.add_data_validation(choices)
sheet.conditional_formatting.add("A4:A39", DataBarRule("min", None, "max", None, color="FF638EC6"))
sheet.conditional_formatting.add("H4:H39", CellIsRule(operator="equal", formula=['"x"'], fill=PatternFill(bgColor="FFFF00")))
sheet.row_dimensions[12].hidden = True
sheet.column_dimensions["E"].width = 40
sheet.freeze_panes = "A4"
sheet.print_title_rows = "2:3"
sheet.page_setup.orientation = "landscape"
sheet.oddFooter.center.text = "หน้า &P"
chart = BarChart()
chart.add_data(Reference(sheet, min_col=1, min_row=4, max_row=39))
sheet.add_chart(chart, "K3")
other = book.create_sheet("ข้อมูล")
other.append(["ชื่อ", "จำนวน"])
for i in range(5): other.append(["รายการ %d" % i, i])
other.add_table(Table(displayName="List1", ref="A1:B6"))
other.sheet_state = "hidden"
book.save(sys.argv[1])
`;

function madeByPython(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "ruam-foreign-"));
  try {
    execFileSync(python!, ["-W", "ignore", "-c", MAKE, join(folder, "made.xlsx")]);
    return new Uint8Array(readFileSync(join(folder, "made.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const EDITS: [sheet: string, cell: string, value: Scalar][] = [
  ["ต.ค.66", "C5", "สูงเม่น"],
  ["ต.ค.66", "D5", '=HYPERLINK("x") & <ทต.>'],
  ["ต.ค.66", "E7", null],
  ["ต.ค.66", "F4", "/"],
  ["ต.ค.66", "F6", "/"],
  ["ต.ค.66", "A8", 99],
  ["ต.ค.66", "H12", "x"],
  ["ต.ค.66", "H5", 45001],
  ["ต.ค.66", "J60", "ไกลออกไป"],
  ["ข้อมูล", "B3", 7.5],
];

function applied(book: Workbook): Workbook["sheets"] {
  const sheets = structuredClone(book.sheets);
  for (const [sheet, cell, value] of EDITS) {
    const at = parseAddress(cell);
    const { rows } = sheets.find((grid) => grid.sheet === sheet)!;
    const [r, c] = [Math.floor(at / MAX_COLUMNS), at % MAX_COLUMNS];
    while (rows.length <= r) rows.push([]);
    while (rows[r]!.length <= c) rows[r]!.push(null);
    const old = rows[r]![c] as Cell;
    const isDate = typeof old === "object" && old?.t === "d";
    rows[r]![c] = isDate && typeof value === "number" ? { ...old, v: value } : value;
  }
  return sheets;
}

const why = python === null ? "needs openpyxl" : "";
const MAKERS = ["openpyxl", "LibreOffice"] as const;
interface Edited {
  before: Uint8Array;
  after: Uint8Array;
  /** As LibreOffice saved it again. */
  saved: Uint8Array | null;
}
const edited = new Map<(typeof MAKERS)[number], Edited>();

beforeAll(async () => {
  if (why !== "") return;
  const made = madeByPython();
  for (const maker of MAKERS) {
    if (maker === "LibreOffice" && soffice === null) continue;
    const before = maker === "openpyxl" ? made : convert(made, "xlsx");
    const writes = EDITS.map(([sheet, cell, value]) => ({ sheet, cell, value }));
    edited.set(maker, { before, after: await editWorkbook(before, writes), saved: null });
  }
  const all = [...edited.values()];
  if (soffice !== null)
    for (const [i, saved] of convertAll(
      all.map(({ after }) => after),
      "xlsx",
    ).entries())
      all[i]!.saved = saved;
}, 240_000);

for (const maker of MAKERS) {
  const missing = why || (maker === "LibreOffice" && soffice === null ? "needs LibreOffice" : "");
  describe.skipIf(missing !== "")(`a workbook made by ${maker}${missing && ` (${missing})`}`, () => {
    let before: Uint8Array;
    let after: Uint8Array;
    beforeAll(() => {
      ({ before, after } = edited.get(maker)!);
    });

    it("changes in the two sheets, and in the styles for the ticks, and nowhere else", () => {
      const changed = changedParts(before, after);
      expect(changed.sort()).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
      const around = (file: Uint8Array, part: string) =>
        partOf(file, part)
          .replace(/<sheetData>.*<\/sheetData>/s, "")
          .replace(/<dimension[^>]*>/, "");
      for (const sheet of changed.slice(1)) expect(around(after, sheet)).toBe(around(before, sheet));
    });

    it("reads back with only those cells changed", async () => {
      const is = await readWorkbook(after);
      const was = await readWorkbook(before);
      expect(is.sheets).toEqual(applied(was));
      expect(is.names).toEqual(was.names);
    });

    it("openpyxl reads the same values, fonts and formulas", () => {
      const script = (path: string) => `
import json, sys, warnings
warnings.simplefilter("ignore")
from openpyxl import load_workbook
book = load_workbook(${path})
print(json.dumps({s.title: {c.coordinate: [str(c.value), c.font.name, c.font.sz, c.number_format, c.border.left.style] for row in s.iter_rows() for c in row} for s in book}))`;
      type Seen = Record<string, Record<string, [string, ...unknown[]]>>;
      const was = askPython(before, script("sys.argv[1]")) as Seen;
      const is = askPython(after, script("sys.argv[1]")) as Seen;
      const differing = Object.entries(is).flatMap(([sheet, cells]) =>
        Object.entries(cells)
          .filter(([cell, seen]) => JSON.stringify(seen) !== JSON.stringify(was[sheet]![cell]) && seen[0] !== "None")
          .map(([cell, seen]) => [sheet, cell, seen[0]]),
      );
      expect(differing.sort()).toEqual(
        EDITS.filter(([, cell]) => cell !== "E7" && cell !== "H5")
          .map(([sheet, cell, value]) => [sheet, cell, String(value)])
          .concat([["ต.ค.66", "H5", is["ต.ค.66"]!.H5![0]]])
          .sort(),
      );
      expect(is["ต.ค.66"]!.H5![0]).toContain("2023-03-16");
      expect(is["ต.ค.66"]!.E7![0]).toBe("None");
      expect(is["ต.ค.66"]!.F4!.slice(2)).toEqual(was["ต.ค.66"]!.F4!.slice(2));
      expect(is["ต.ค.66"]!.F4![1]).not.toBe("Wingdings 2");
    });

    it.skipIf(soffice === null)(
      "LibreOffice opens it, shows the new values and calculates with them",
      async () => {
        const { sheets } = await readWorkbook(edited.get(maker)!.saved!);
        const seen = EDITS.map(([sheet, cell]) => {
          const at = parseAddress(cell);
          const { rows } = sheets.find((grid) => grid.sheet === sheet)!;
          const found = rows[Math.floor(at / MAX_COLUMNS)]?.[at % MAX_COLUMNS] ?? null;
          return [sheet, cell, typeof found === "object" ? (found?.v ?? null) : found];
        });
        expect(seen).toEqual(EDITS);
        // A9 is =A8+1, A41 counts the ticks that are left.
        expect([sheets[0]!.rows[8]![0], sheets[0]!.rows[40]![0]]).toEqual([100, 23]);
      },
      120_000,
    );
  });
}
