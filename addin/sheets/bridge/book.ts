import { visibleIdentity } from "../../../shared/sheet/identity.ts";
import type { Hello, WireSheet } from "../border.ts";
import { BRIDGE_VERSION } from "../border.ts";
import { Fault } from "./faults.ts";

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** The sheet with this id. Throws `gone`. */
export function sheetOf(id: string): Sheet {
  const sheet = /^\d{1,10}$/.test(id) ? SpreadsheetApp.getActiveSpreadsheet().getSheetById(Number(id)) : null;
  if (sheet === null) throw new Fault("gone");
  return sheet;
}

/** The sheets with cells, in order; a sheet that is one big chart has none. */
export function listSheets(): WireSheet[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const front = book.getActiveSheet().getSheetId();
  return book
    .getSheets()
    .filter((sheet) => sheet.getType() === SpreadsheetApp.SheetType.GRID)
    .map((sheet) => {
      const id = sheet.getSheetId();
      return { id: String(id), name: sheet.getName(), hidden: sheet.isSheetHidden(), active: id === front };
    });
}

export function hello(): Hello {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  return {
    version: BRIDGE_VERSION,
    id: book.getId(),
    name: book.getName(),
    identity: printedIdentity(book.getActiveSheet()),
    google: identityToken() !== null,
  };
}

/** Null where the user, or a rule of their office, keeps it back: then an access code is asked. */
export function identityToken(): string | null {
  try {
    return ScriptApp.getIdentityToken() || null;
  } catch {
    return null;
  }
}

/** Google drops the hidden name of an uploaded workbook; the code printed under the table stays. */
function printedIdentity(sheet: Sheet): string | null {
  if (sheet.getType() !== SpreadsheetApp.SheetType.GRID) return null;
  for (const row of sheet.getDataRange().getValues())
    for (const value of row) {
      const identity = typeof value === "string" ? visibleIdentity(value) : null;
      if (identity !== null) return identity;
    }
  return null;
}

/** Shows a cell, in front of the user. */
export function select(id: string, row: number, col: number): void {
  const sheet = sheetOf(id);
  // A row just deleted by somebody: the nearest one is shown.
  const at = sheet.getRange(Math.min(row + 1, sheet.getMaxRows()), Math.min(col + 1, sheet.getMaxColumns()));
  sheet.activate();
  sheet.setActiveRange(at);
}
