import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { scalarOf } from "../../shared/sheet/grid.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { buildMaster } from "../../worker/master/model.ts";
import { streamMaster } from "../../worker/master/xlsx.ts";
import { askPython, convert, python, soffice } from "./programs.ts";
import { bytesOf, sampleInput, sampleRoster, sampleSubmission } from "./sample.ts";

const offices = sampleRoster(4, 5);
const input = sampleInput({
  offices,
  submissions: offices
    .filter((_, i) => i % 4 !== 3)
    .map((office, i) =>
      sampleSubmission(office, i % 5, {
        late: i % 3 === 0,
        nil: i % 5 === 0,
        status: i % 7 === 0 ? "returned" : "received",
        sender: "=1+1",
      }),
    ),
});
const written = () => bytesOf(streamMaster(buildMaster(input)));

async function valuesOf(bytes: Uint8Array) {
  const { sheets } = await readWorkbook(bytes);
  return sheets.map(({ sheet, rows }) => ({
    sheet,
    rows: rows.map((row) =>
      row.map(scalarOf).map((value) => (typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value)),
    ),
  }));
}

describe("the master in other programs", () => {
  it.skipIf(soffice === null)(
    "LibreOffice opens it and calculates what we wrote beside each formula (needs LibreOffice)",
    async () => {
      const bytes = await written();
      // Every value beside a formula made wrong first, so that an unchanged one cannot pass for a calculated one.
      const parts = unzipSync(bytes);
      let spoilt = 0;
      for (const name of Object.keys(parts).filter((part) => part.startsWith("xl/worksheets/sheet"))) {
        const xml = strFromU8(parts[name]!).replace(/(<\/f><v>)[^<]*/g, (_all, before) => {
          spoilt++;
          return `${before}999`;
        });
        parts[name] = strToU8(xml);
      }
      expect(spoilt).toBeGreaterThan(80);
      expect(await valuesOf(convert(zipSync(parts), "xlsx"))).toEqual(await valuesOf(bytes));
    },
  );

  it.skipIf(soffice === null)(
    "LibreOffice takes over print titles, footer, chart, hidden name, and no formula of a sender's (needs LibreOffice)",
    async () => {
      const flat = new TextDecoder().decode(convert(await written(), "fods"));
      expect({
        printTitles: /<table:table-header-rows>/.test(flat),
        footer: /<text:page-number>/.test(flat),
        chart: /<chart:chart /.test(flat),
        landscape: /style:print-orientation="landscape"/.test(flat),
        identity: flat.includes("childcare-clips|1|98|2023-10|"),
        formulas: [...new Set([...flat.matchAll(/table:formula="of:=([A-Z]+)\(/g)].map((m) => m[1]))].sort(),
        strange: [...flat.matchAll(/table:formula="(?!of:=[A-Z]+\()[^"]*"/g)].map((m) => m[0]),
        errors: /Err:\d|#REF!|#NAME\?|#VALUE!/.test(flat),
      }).toEqual({
        printTitles: true,
        footer: true,
        chart: true,
        landscape: true,
        identity: true,
        formulas: ["COUNTIF", "IF", "ROWS", "SUM", "SUMIFS"],
        strange: [],
        errors: false,
      });
    },
  );

  it.skipIf(python === null)(
    "openpyxl loads it without a warning and sees sheets, chart, print set-up (needs python3-openpyxl)",
    async () => {
      const seen = askPython(
        await written(),
        `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
a, b = wb.worksheets[0], wb.worksheets[1]
names = {d.name: [d.attr_text, bool(d.hidden)] for d in (wb.defined_names.definedName if hasattr(wb.defined_names, "definedName") else wb.defined_names.values())}
print(json.dumps({
  "sheets": wb.sheetnames, "titles": a.print_title_rows, "paper": str(a.page_setup.paperSize), "way": a.page_setup.orientation,
  "fit": [a.page_setup.fitToWidth, a.page_setup.fitToHeight, a.sheet_properties.pageSetUpPr.fitToPage],
  "merged": sorted(str(r) for r in a.merged_cells.ranges)[:7], "charts": len(b._charts), "frozen": a.freeze_panes,
  "font": a["B5"].font.name, "first": [c.value for c in a[5]][:5], "names": names,
  "quoted": wb["ที่มา"]["I5"].quotePrefix, "sender": [wb["ที่มา"]["I5"].value, wb["ที่มา"]["I5"].data_type],
}))`,
      );
      expect(seen).toEqual({
        sheets: ["ต.ค.66", "สรุป", "ที่มา", "ยังไม่ส่ง"],
        titles: "$3:$4",
        paper: "9",
        way: "landscape",
        fit: [1, 0, true],
        merged: ["A1:H1", "A2:H2", "A35:E35", "A37:H37", "A38:H38", "A3:A4", "B3:B4"],
        charts: 1,
        frozen: "A5",
        font: "TH Sarabun New",
        first: [1, "ตัวอย่าง", "สมมติ1", "อบต.สมมติ1-2", "ศพด.ตัวอย่าง 1"],
        names: { RUAM_ID: ['"childcare-clips|1|98|2023-10|"', true] },
        quoted: true,
        // openpyxl calls a text that begins with "=" a formula whatever the file says; LibreOffice above does not.
        sender: ["=1+1", expect.stringMatching(/^[fs]$/)],
      });
    },
  );
});
