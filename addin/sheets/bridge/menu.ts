import { SHEETS_WORDS } from "../../../shared/words/sheets.ts";

/** True for the add-on of the Marketplace, whose menu stands under Extensions; a copied template has one of its own. */
declare const RUAM_ADDON: boolean;

/** Builds the menu and touches nothing else: before the add-on is switched on in a document no service may be asked. */
export function addMenu(): void {
  const words = SHEETS_WORDS.th;
  const ui = SpreadsheetApp.getUi();
  (RUAM_ADDON ? ui.createAddonMenu() : ui.createMenu(words.app))
    .addItem(words.menuOpen, "openSidebar")
    .addItem(words.menuClear, "clearMarks")
    .addToUi();
}

/** The page of the sidebar is a file of its own, handed out as it is: a template would be run over, and break it. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle(SHEETS_WORDS.th.app));
}
