import type { sheets_v4 } from "@googleapis/sheets";
import type { Book, SheetSeen } from "./client.ts";
import { freeSheetId, freeTitle, TAB_MARK } from "./place.ts";
import { type Column, HEAD_ROWS, type Look, type Tab } from "./tab.ts";

type Request = sheets_v4.Schema$Request;

/** Key of the metadata that says which formats a tab was given; people's own changes to them stay. */
const LOOK_MARK = "ruam.look";
/** Raised when the formats below change. */
const LOOK_VERSION = 1;
/** By this text our protection is known again. */
export const PROTECTION = "ruam";
/** Empty rows below the data of a new tab. */
const SPARE_ROWS = 50;
/** A tab with more empty rows than this is cut: they are all sent along, empty, with each writing. */
const MOST_SPARE_ROWS = 20_000;
const PIXELS_A_CHARACTER = 8;

const GREY = { red: 0.95, green: 0.95, blue: 0.93 };
const WHITE = { red: 1, green: 1, blue: 1 };
const PALE = { red: 0.98, green: 0.98, blue: 0.97 };

const FORMATS: Record<Look, sheets_v4.Schema$CellFormat> = {
  text: { numberFormat: { type: "TEXT" }, horizontalAlignment: "LEFT" },
  centred: { numberFormat: { type: "TEXT" }, horizontalAlignment: "CENTER" },
  number: { numberFormat: { type: "NUMBER", pattern: "#,##0" }, horizontalAlignment: "CENTER" },
  percent: { numberFormat: { type: "PERCENT", pattern: "0.0%" }, horizontalAlignment: "CENTER" },
  time: { numberFormat: { type: "DATE_TIME", pattern: "d mmm yyyy hh:mm" }, horizontalAlignment: "CENTER" },
};

/** Rows the grid must have for a tab. */
const rowsNeeded = ({ rows }: Tab) => HEAD_ROWS + Math.max(1, rows.length);

/**
 * What has to be asked so that the spreadsheet has this tab in shape: only what is not so yet. `seen` is changed to what it will
 * be then. Without `seen` the tab is made, under a title nothing else has.
 */
export function shapeTab(
  book: Book,
  seen: SheetSeen | undefined,
  tab: Tab,
  mark: string,
  email: string,
): { sheet: SheetSeen; requests: Request[] } {
  const requests: Request[] = [];
  const sheet = seen ?? newSheet(book, tab, mark, requests);
  const sheetId = sheet.id;
  growGrid(sheet, tab, requests);
  if (sheet.frozenRows !== HEAD_ROWS) {
    sheet.frozenRows = HEAD_ROWS;
    const properties = { sheetId, gridProperties: { frozenRowCount: HEAD_ROWS } };
    requests.push({ updateSheetProperties: { properties, fields: "gridProperties.frozenRowCount" } });
  }
  if (!sheet.protections.includes(PROTECTION)) {
    sheet.protections.push(PROTECTION);
    const protectedRange = { range: { sheetId }, description: PROTECTION, editors: { users: [email] } };
    requests.push({ addProtectedRange: { protectedRange } });
  }
  if (!sheet.banded) {
    sheet.banded = true;
    const rowProperties = {
      headerColorStyle: { rgbColor: GREY },
      firstBandColorStyle: { rgbColor: WHITE },
      secondBandColorStyle: { rgbColor: PALE },
    };
    const range = { sheetId, startRowIndex: HEAD_ROWS - 1, startColumnIndex: 0, endColumnIndex: tab.columns.length };
    requests.push({ addBanding: { bandedRange: { range, rowProperties } } });
  }
  requests.push(...lookRequests(sheet, tab));
  return { sheet, requests };
}

function newSheet(book: Book, tab: Tab, mark: string, requests: Request[]): SheetSeen {
  const sheet: SheetSeen = {
    id: freeSheetId(book, mark),
    title: freeTitle(book, tab.title),
    rows: rowsNeeded(tab) + SPARE_ROWS,
    columns: tab.columns.length,
    frozenRows: HEAD_ROWS,
    marks: [{ key: TAB_MARK, value: mark }],
    protections: [],
    banded: false,
  };
  book.sheets.push(sheet);
  const gridProperties = { rowCount: sheet.rows, columnCount: sheet.columns, frozenRowCount: HEAD_ROWS };
  requests.push(
    { addSheet: { properties: { sheetId: sheet.id, title: sheet.title, gridProperties } } },
    { createDeveloperMetadata: { developerMetadata: metadata(sheet.id, TAB_MARK, mark) } },
  );
  return sheet;
}

const metadata = (sheetId: number, metadataKey: string, metadataValue: string) => ({
  ...{ metadataKey, metadataValue, location: { sheetId } },
  // Not for one project only: after a move to another service account the tabs are still known.
  visibility: "DOCUMENT",
});

function growGrid(sheet: SheetSeen, tab: Tab, requests: Request[]): void {
  const rows = rowsNeeded(tab);
  const grid: sheets_v4.Schema$GridProperties = {};
  if (sheet.rows < rows || sheet.rows > rows + MOST_SPARE_ROWS) grid.rowCount = rows + SPARE_ROWS;
  if (sheet.columns < tab.columns.length) grid.columnCount = tab.columns.length;
  if (Object.keys(grid).length === 0) return;
  sheet.rows = grid.rowCount ?? sheet.rows;
  sheet.columns = grid.columnCount ?? sheet.columns;
  const fields = Object.keys(grid).map((name) => `gridProperties.${name}`);
  const properties = { sheetId: sheet.id, gridProperties: grid };
  requests.push({ updateSheetProperties: { properties, fields: fields.join(",") } });
}

/** Formats, widths and choices, once for each version of them and of the columns. */
function lookRequests(sheet: SheetSeen, { columns }: Tab): Request[] {
  const look = `${LOOK_VERSION}:${columns.map((column) => column.look[0]).join("")}`;
  const before = sheet.marks.find(({ key }) => key === LOOK_MARK);
  if (before?.value === look) return [];
  const sheetId = sheet.id;
  const requests = [
    formatRow(sheetId, 0, { textFormat: { bold: true }, wrapStrategy: "OVERFLOW_CELL" }),
    formatRow(sheetId, 1, { textFormat: { bold: true }, wrapStrategy: "WRAP", horizontalAlignment: "CENTER" }),
    ...columns.flatMap((column, index) => columnRequests(sheetId, column, index)),
  ];
  if (before === undefined) {
    sheet.marks.push({ key: LOOK_MARK, value: look });
    requests.push({ createDeveloperMetadata: { developerMetadata: metadata(sheetId, LOOK_MARK, look) } });
  } else {
    before.value = look;
    const developerMetadataLookup = { metadataKey: LOOK_MARK, metadataLocation: { sheetId } };
    const developerMetadata = { metadataValue: look };
    const dataFilters = [{ developerMetadataLookup }];
    requests.push({ updateDeveloperMetadata: { dataFilters, developerMetadata, fields: "metadataValue" } });
  }
  return requests;
}

function formatRow(sheetId: number, row: number, userEnteredFormat: sheets_v4.Schema$CellFormat): Request {
  const range = { sheetId, startRowIndex: row, endRowIndex: row + 1 };
  const fields = `userEnteredFormat(${Object.keys(userEnteredFormat).join(",")})`;
  return { repeatCell: { range, cell: { userEnteredFormat }, fields } };
}

function columnRequests(sheetId: number, { look, width, choices }: Column, index: number): Request[] {
  const body = { sheetId, startRowIndex: HEAD_ROWS, startColumnIndex: index, endColumnIndex: index + 1 };
  const userEnteredFormat = { ...FORMATS[look], verticalAlignment: "MIDDLE", wrapStrategy: "WRAP" };
  const fields = "userEnteredFormat(numberFormat,horizontalAlignment,verticalAlignment,wrapStrategy)";
  const range = { sheetId, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 };
  const properties = { pixelSize: Math.round(width * PIXELS_A_CHARACTER) };
  // A column whose choices went away is freed of them: a rule left out takes the rule away.
  const values = choices?.map((userEnteredValue) => ({ userEnteredValue }));
  const rule = values && { condition: { type: "ONE_OF_LIST", values }, showCustomUi: true };
  return [
    { repeatCell: { range: body, cell: { userEnteredFormat }, fields } },
    { updateDimensionProperties: { range, properties, fields: "pixelSize" } },
    { setDataValidation: { range: body, ...(rule && { rule }) } },
  ];
}
