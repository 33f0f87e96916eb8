import type { Mark } from "../../host.ts";
import type { Before, Bridge, WireWrite } from "../border.ts";
import { hello, identityToken, listSheets, select, sheetOf } from "./book.ts";
import { alone, replying } from "./faults.ts";
import { clearSheet, markSheet } from "./marks.ts";
import { addMenu, showSidebar } from "./menu.ts";
import { getSetting, keepOffices, setSetting } from "./offices.ts";
import { checkValues, tellOfEdit } from "./quick.ts";
import { hiddenAmong, readSheet } from "./read.ts";
import { restoreCells, revisionNow, writeCells } from "./write.ts";

/*
 * Everything the spreadsheet, its menu, its cells or the sidebar call by name. The build makes one global function of each
 * export, since Apps Script finds functions by reading the text.
 */

export function onOpen(): void {
  addMenu();
}

/** Right after somebody has installed the add-on the document is open already. */
export function onInstall(): void {
  addMenu();
}

/** A simple trigger: no consent, thirty seconds, and whatever goes wrong must not disturb who is typing. */
export function onEdit(event?: { range?: GoogleAppsScript.Spreadsheet.Range }): void {
  if (event?.range === undefined) return;
  try {
    tellOfEdit(event.range);
  } catch (error) {
    console.error(String(error));
  }
}

export function openSidebar(): void {
  showSidebar();
}

/** Takes our marks off the sheet in front of the user, whether or not the sidebar is open. */
export function clearMarks(): void {
  alone(() => clearSheet(SpreadsheetApp.getActiveSheet()));
}

/**
 * ตรวจแบบรายงานในช่วงเซลล์ที่ให้มา แล้วบอกทีละเซลล์ว่าต้องแก้อะไร
 *
 * @param {A1:I60} values ช่วงเซลล์ทั้งแบบ รวมหัวตาราง
 * @param {"A1"} origin เซลล์มุมซ้ายบนของช่วง ถ้าไม่ได้เริ่มที่ A1
 * @return เซลล์ ผล และคำแนะนำ
 * @customfunction
 */
export function RUAM_CHECK(values: unknown, origin?: unknown): string[][] {
  return checkValues(values, origin);
}

export const ruamHello: Bridge["ruamHello"] = () => replying(hello);
export const ruamSheets: Bridge["ruamSheets"] = () => replying(listSheets);
export const ruamRead: Bridge["ruamRead"] = (ids) =>
  replying(() => ids.map((id) => ({ id, ...readSheet(sheetOf(id)) })));
export const ruamHidden: Bridge["ruamHidden"] = (id, rows) => replying(() => hiddenAmong(sheetOf(id), rows));
export const ruamRevision: Bridge["ruamRevision"] = (id) => replying(() => revisionNow(sheetOf(id)));
export const ruamWrite: Bridge["ruamWrite"] = (id: string, writes: WireWrite[]) =>
  replying(() => alone(() => writeCells(sheetOf(id), writes)));
export const ruamRestore: Bridge["ruamRestore"] = (id: string, before: Before[], now: WireWrite[]) =>
  replying(() => alone(() => restoreCells(sheetOf(id), before, now)));
export const ruamMark: Bridge["ruamMark"] = (id: string, revision: string, marks: Mark[]) =>
  replying(() => {
    alone(() => markSheet(sheetOf(id), revision, marks));
    return null;
  });
export const ruamUnmark: Bridge["ruamUnmark"] = (id) =>
  replying(() => {
    alone(() => clearSheet(sheetOf(id)));
    return null;
  });
export const ruamSelect: Bridge["ruamSelect"] = (id, row, col) =>
  replying(() => {
    select(id, row, col);
    return null;
  });
export const ruamGetSetting: Bridge["ruamGetSetting"] = (key) => replying(() => getSetting(key));
export const ruamSetSetting: Bridge["ruamSetSetting"] = (key, value) =>
  replying(() => {
    setSetting(key, value);
    return null;
  });
export const ruamToken: Bridge["ruamToken"] = () => replying(identityToken);
export const ruamKeepOffices: Bridge["ruamKeepOffices"] = (version, pack) =>
  replying(() => {
    keepOffices(version, pack);
    return null;
  });
