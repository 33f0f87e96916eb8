import type { Report } from "../../../shared/answer.ts";
import { checkWorkbook } from "../../../shared/check.ts";
import { buildRegistry } from "../../../shared/offices/registry.ts";
import { parseAddress } from "../../../shared/sheet/address.ts";
import type { Grid } from "../../../shared/sheet/grid.ts";
import { fill } from "../../../shared/words/fill.ts";
import { type SpokenReport, withMessages } from "../../../shared/words/report.ts";
import { SHEETS_WORDS } from "../../../shared/words/sheets.ts";
import { cellOf, type Value } from "./cells.ts";
import { keptOffices } from "./offices.ts";
import { readSheet, sheetClock } from "./read.ts";

/** Codes that rest on the list of offices: without the list nothing can be said about them. */
const NEEDS_LIST = /^(?:LAO_|GEO_|PROVINCE_)/;

interface Said {
  cell: string;
  verdict: string;
  message: string;
}

/** What a check of a grid says, cell by cell, with the offices kept in the document. No consent is asked for any of it. */
function check(grid: Grid): Said[] {
  const kept = keptOffices();
  const registry = kept?.registry ?? buildRegistry([]);
  const options = kept === null ? { registry } : { registry, province: kept.province };
  const report: Report = checkWorkbook({ sheets: [grid], names: [] }, options);
  if (Object.keys(report.columns).length === 0) return [];
  return said(withMessages(report, "th"), kept !== null);
}

function said(report: SpokenReport, hasList: boolean): Said[] {
  const points: Said[] = [];
  for (const row of report.rows)
    for (const { cell, verdict, codes, message } of Object.values(row.cells)) {
      if (cell === null || message === undefined || verdict === "ok" || verdict === "fixed") continue;
      if (!hasList && codes.every((code) => NEEDS_LIST.test(code))) continue;
      points.push({ cell, verdict, message });
    }
  return points;
}

/** What is wrong in the cells that were just edited, as a passing word in the corner: the sheet itself is not touched. */
export function tellOfEdit(range: GoogleAppsScript.Spreadsheet.Range): void {
  const sheet = range.getSheet();
  const { name, rows, merges } = readSheet(sheet);
  const [top, left] = [range.getRow() - 1, range.getColumn() - 1];
  const [bottom, right] = [top + range.getNumRows() - 1, left + range.getNumColumns() - 1];
  const inEdit = check({ sheet: name, rows, merges }).filter(({ cell }) => {
    const at = parseAddress(cell)!;
    return at.row >= top && at.row <= bottom && at.col >= left && at.col <= right;
  });
  const words = SHEETS_WORDS.th;
  const first = inEdit.find(({ verdict }) => verdict !== "warn") ?? inEdit[0];
  if (first === undefined) return;
  const more = inEdit.length > 1 ? ` ${fill(words.toastMore, { count: inEdit.length - 1 })}` : "";
  SpreadsheetApp.getActiveSpreadsheet().toast(`${first.cell} ${first.message}${more}`, words.app, TOAST_SECONDS);
}

const TOAST_SECONDS = 8;

/**
 * The custom function: rows of cell, verdict, sentence. `origin` is the upper left cell of the range, when that is not A1:
 * a custom function is handed values and never learns where they stand.
 */
export function checkValues(values: unknown, origin: unknown): string[][] {
  const words = SHEETS_WORDS.th;
  if (!Array.isArray(values)) return [[words.needsRange]];
  const clock = sheetClock();
  const rows = (values as Value[][]).map((row) => row.map((value) => cellOf(value, undefined, clock)));
  const at =
    typeof origin === "string" && parseAddress(origin) !== null ? origin.replace(/\$/g, "").toUpperCase() : "A1";
  const grid: Grid = { sheet: "", rows, ...(at === "A1" ? {} : { origin: at }) };
  const kept = keptOffices();
  const points = check(grid);
  const head = [words.cell, words.verdict, words.message];
  const lines = points.map(({ cell, verdict, message }) => [cell, words.verdicts[verdict] ?? verdict, message]);
  if (lines.length === 0) lines.push(["", words.nothing, words.nothingWrong]);
  if (kept === null) lines.push(["", "", words.noList]);
  return [head, ...lines];
}
