import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cell, type Grid, scalarOf, type Workbook } from "../../../shared/sheet/grid.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { messyWorkbook } from "./messy.ts";

const folder = mkdtempSync(join(tmpdir(), "ruam-readers-"));
const source = join(folder, "messy.xlsx");
let ours: Workbook;

beforeAll(async () => {
  writeFileSync(source, messyWorkbook());
  ours = await readWorkbook(messyWorkbook());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows without empty ends, so that readers which pad compare equal. */
function trimmed<T>(
  rows: readonly (readonly T[] | undefined)[],
  isEmpty: (cell: T | undefined) => boolean,
): (T | null)[][] {
  const lines = Array.from(rows, (row) => {
    const cells = Array.from(row ?? [], (cell) => (isEmpty(cell) ? null : cell));
    return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
  });
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}

/** What every reader can say of a cell: its value, a date as its serial. */
function values(grid: Grid): unknown[][] {
  return trimmed(
    grid.rows.map((row) => row.map(scalarOf)),
    (cell) => cell === null || cell === undefined,
  );
}

const DAY_MS = 86_400_000;
/** hucre follows Excel's 29 February 1900: below serial 61 its dates, and so its times, are a day later. */
function serial(date: Date): number {
  const days = Math.round((date.getTime() / DAY_MS + 25_569) * 1e9) / 1e9;
  return days < 61 ? days - 1 : days;
}

describe("other readers see the same cells in a messy workbook", () => {
  it("hucre", async () => {
    const book = await readXlsx(messyWorkbook());
    const theirs = book.sheets.map((sheet) =>
      trimmed(
        sheet.rows.map((row) => row.map((cell) => (cell instanceof Date ? serial(cell) : cell))),
        (cell) => cell === null || cell === undefined,
      ),
    );
    expect(ours.sheets.map(values)).toEqual(theirs);
  });

  const python = ["python3", "/usr/bin/python3"].find((command) => succeeds(command, ["-c", "import openpyxl"]));
  it.skipIf(python === undefined)("openpyxl (needs Debian's python3-openpyxl)", () => {
    const script = `
import sys, json, datetime, openpyxl
from openpyxl.utils.datetime import to_excel
def plain(v):
    if isinstance(v, datetime.time): return (v.hour * 60 + v.minute) / 1440
    if isinstance(v, (datetime.datetime, datetime.date)): return to_excel(v)
    return v
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
print(json.dumps([{
    "rows": [[plain(v) for v in row] for row in sheet.iter_rows(values_only=True)],
    "merges": sorted(str(r) for r in sheet.merged_cells.ranges),
    "hiddenRows": sorted(n for n, d in sheet.row_dimensions.items() if d.hidden),
    "hidden": sheet.sheet_state != "visible",
    "fonts": sorted([c.coordinate, c.font.name] for row in sheet.iter_rows() for c in row if c.value is not None and "Wingdings" in c.font.name),
} for sheet in book.worksheets]))`;
    const answer = execFileSync(python!, ["-c", script, source], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const theirs = (JSON.parse(answer) as { rows: unknown[][] }[]).map((sheet) => ({
      ...sheet,
      rows: trimmed(sheet.rows, (cell) => cell === null),
    }));
    const mine = ours.sheets.map((grid) => ({
      rows: values(grid),
      merges: (grid.merges ?? []).toSorted(),
      hiddenRows: grid.hiddenRows ?? [],
      hidden: grid.hidden ?? false,
      fonts: grid.rows.flatMap((row, r) => row.flatMap((cell, c) => fontAt(cell, r, c))),
    }));
    expect(mine).toEqual(theirs);
  });
});

function fontAt(cell: Cell | undefined, row: number, column: number): [string, string][] {
  const font = typeof cell === "object" && cell !== null ? cell.font : undefined;
  return font === undefined ? [] : [[`${String.fromCharCode(65 + column)}${row + 1}`, font]];
}

function succeeds(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));

describe.skipIf(soffice === undefined)(
  "LibreOffice's files read like the workbook they were made from (needs soffice)",
  () => {
    beforeAll(() => {
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      for (const format of ["xls", "ods", "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1"]) {
        execFileSync(
          soffice!,
          [profile, "--headless", "--convert-to", format, "--outdir", join(folder, "made"), source],
          {
            stdio: "ignore",
            timeout: 120_000,
          },
        );
      }
    }, 300_000);

    const readMade = (name: string) => readWorkbook(readFileSync(join(folder, "made", name)));
    /** LibreOffice computes times and formats its own way. */
    const rounded = (rows: unknown[][]) =>
      rows.map((row) =>
        row.map((value) => (typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value === true ? 1 : value)),
      );
    const gist = (book: Workbook) =>
      book.sheets.map((grid) => ({
        sheet: grid.sheet,
        hidden: grid.hidden ?? false,
        rows: rounded(values(grid)),
        kinds: grid.rows.map((row) =>
          row.map((cell) => (typeof cell === "object" && cell !== null ? [cell.t, cell.font] : [])),
        ),
        merges: (grid.merges ?? []).toSorted(),
        hiddenRows: grid.hiddenRows ?? [],
      }));

    it.each(["messy.xlsx", "messy.xls", "messy.ods"])(
      "%s: every value, date, font, merge, hidden row and sheet",
      async (name) => {
        const made = await readMade(name);
        expect(gist(made)).toEqual(gist(ours));
        expect(made.names).toContainEqual({ name: "RUAM_ID", value: '"childcare-clips|1|54|2023-10|"' });
      },
    );

    it("messy.csv: every text and number", async () => {
      const made = await readMade("messy.csv");
      const texts = values(ours.sheets[0]!).map((row) =>
        row.filter((value) => typeof value === "string" && !value.startsWith("#")),
      );
      const found = new Set(made.sheets[0]!.rows.flat());
      expect(texts.flat().filter((text) => !found.has(text as string))).toEqual([]);
      expect(made.sheets[0]!.rows[6]?.slice(0, 3)).toEqual([1234567.891, -0.5, 1234567890123]);
    });
  },
);
