import type { sheets_v4 } from "@googleapis/sheets";
import { ApiError, invalid, unmodelled } from "./apiError.ts";
import { type Book, type GridArea, newSheet, type Sheet } from "./book.ts";
import { paths, readMask } from "./mask.ts";
import type { Schemas } from "./schema.ts";

type Request = sheets_v4.Schema$Request;
type Kind = keyof Request;
type Body<K extends Kind> = NonNullable<Request[K]>;

interface Ground {
  book: Book;
  schemas: Schemas;
  caller: string;
}

const MOST_CELLS = 10_000_000;

/** spreadsheets.batchUpdate on a copy of the book that counts only when every request went through. */
export function applyRequests(ground: Ground, requests: readonly Request[]) {
  if (requests.length === 0) throw invalid("Must specify at least one request.");
  const replies = requests.map((request, i) => {
    const kinds = Object.keys(request) as Kind[];
    if (kinds.length !== 1)
      throw invalid(
        kinds.length === 0
          ? `Invalid requests[${i}]: No request set.`
          : `Invalid value at 'requests[${i}]' (oneof), oneof field 'kind' is already set.`,
      );
    const kind = kinds[0]!;
    const apply = KINDS[kind] as ((ground: Ground, body: unknown) => object) | undefined;
    if (apply === undefined) throw unmodelled(`the request ${kind}`);
    try {
      return apply(ground, request[kind]);
    } catch (error) {
      if (error instanceof ApiError && error.status === 400)
        throw new ApiError(400, error.word, `Invalid requests[${i}].${kind}: ${error.message}`, error.reason);
      throw error;
    }
  });
  return { spreadsheetId: ground.book.id, replies };
}

const KINDS: { [K in Kind]?: (ground: Ground, body: Body<K>) => object } = {
  addSheet({ book }, { properties = {} }) {
    only(properties, ["sheetId", "title", "gridProperties"]);
    only(properties.gridProperties ?? {}, ["rowCount", "columnCount", "frozenRowCount"]);
    const { sheetId, title, gridProperties: grid } = properties;
    if (title == null || title === "") throw unmodelled("addSheet without a title");
    if (title.length > 100) throw invalid("A sheet name cannot be longer than 100 characters.");
    if (book.sheets.some((sheet) => sheet.title.toLowerCase() === title.toLowerCase()))
      throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
    const id = sheetId ?? book.nextId++;
    if (id < 0) throw invalid(`Invalid sheetId: ${id}`);
    if (book.sheets.some((sheet) => sheet.id === id)) throw invalid(`Sheet with id ${id} already exists`);
    const sheet = newSheet(id, title, grid?.rowCount ?? 1000, grid?.columnCount ?? 26);
    freeze(sheet, grid?.frozenRowCount ?? 0);
    book.sheets.push(sheet);
    requireCells(book);
    return { addSheet: { properties: propertiesOf(sheet, book.sheets.length - 1) } };
  },

  updateSheetProperties({ book, schemas, caller }, { properties = {}, fields }) {
    const sheet = sheetOf(book, properties.sheetId);
    requireEditable(sheet, caller);
    for (const path of paths(readMask(fields ?? "", "SheetProperties", schemas))) {
      const grid = properties.gridProperties ?? {};
      if (path === "gridProperties.rowCount") resize(sheet, grid.rowCount ?? 0, sheet.columns);
      else if (path === "gridProperties.columnCount") resize(sheet, sheet.rows, grid.columnCount ?? 0);
      else if (path === "gridProperties.frozenRowCount") freeze(sheet, grid.frozenRowCount ?? 0);
      else throw unmodelled(`updateSheetProperties of ${path}`);
    }
    requireCells(book);
    return {};
  },

  repeatCell({ book, schemas, caller }, { range, cell = {}, fields }) {
    only(cell, ["userEnteredFormat"]);
    const listed = paths(readMask(fields ?? "", "CellData", schemas));
    if (listed.some((path) => !path.startsWith("userEnteredFormat"))) throw unmodelled(`repeatCell of ${fields}`);
    const sheet = sheetOf(book, range?.sheetId);
    requireEditable(sheet, caller);
    sheet.formats.push({ area: gridArea(sheet, range), format: cell.userEnteredFormat, fields: listed });
    return {};
  },

  updateDimensionProperties({ book, schemas }, { range, properties = {}, fields, dataSourceSheetRange }) {
    if (dataSourceSheetRange !== undefined || range?.dimension !== "COLUMNS")
      throw unmodelled("any dimension but columns");
    const sheet = sheetOf(book, range.sheetId);
    if (String(paths(readMask(fields ?? "", "DimensionProperties", schemas))) !== "pixelSize")
      throw unmodelled(`updateDimensionProperties of ${fields}`);
    const [from, to] = [range.startIndex ?? 0, range.endIndex ?? sheet.columns];
    if (from < 0 || from >= to || to > sheet.columns) throw invalid(`range.endIndex[${to}] is too large for the sheet`);
    for (let column = from; column < to; column++) sheet.widths.set(column, properties.pixelSize ?? 0);
    return {};
  },

  setDataValidation({ book, caller }, { range, rule }) {
    const sheet = sheetOf(book, range?.sheetId);
    requireEditable(sheet, caller);
    const condition = rule?.condition;
    if (rule !== undefined && condition?.type !== "ONE_OF_LIST") throw unmodelled(`the rule ${condition?.type}`);
    if (rule !== undefined && (condition?.values ?? []).length === 0)
      throw invalid("ONE_OF_LIST needs at least one value");
    sheet.validations.push({ area: gridArea(sheet, range), rule: rule ?? null });
    return {};
  },

  addBanding({ book, caller }, { bandedRange = {} }) {
    only(bandedRange, ["range", "rowProperties"]);
    if (bandedRange.rowProperties === undefined)
      throw invalid("At least one of row_properties or column_properties must be specified.");
    const sheet = sheetOf(book, bandedRange.range?.sheetId);
    requireEditable(sheet, caller);
    if (sheet.bands.length > 0)
      throw invalid(
        "You cannot add alternating background colors to a range that already has alternating background colors.",
      );
    const band = { id: book.nextId++, area: gridArea(sheet, bandedRange.range) };
    sheet.bands.push(band);
    return { addBanding: { bandedRange: { ...bandedRange, bandedRangeId: band.id } } };
  },

  addProtectedRange({ book, caller }, { protectedRange = {} }) {
    only(protectedRange, ["range", "description", "editors", "warningOnly"]);
    if (protectedRange.warningOnly) throw unmodelled("warningOnly");
    const sheet = sheetOf(book, protectedRange.range?.sheetId);
    const area = gridArea(sheet, protectedRange.range);
    // Whoever protects may edit, named or not.
    const editors = [...new Set([caller, ...(protectedRange.editors?.users ?? [])])];
    const made = { id: book.nextId++, area, description: protectedRange.description ?? "", editors };
    sheet.protections.push(made);
    return {
      addProtectedRange: {
        protectedRange: {
          protectedRangeId: made.id,
          range: area,
          description: made.description,
          requestingUserCanEdit: true,
          editors: {},
        },
      },
    };
  },

  createDeveloperMetadata({ book }, { developerMetadata = {} }) {
    only(developerMetadata, ["metadataKey", "metadataValue", "location", "visibility"]);
    const { metadataKey: key, metadataValue: value = "", location = {}, visibility } = developerMetadata;
    if (key == null || key === "") throw invalid("developer_metadata.metadata_key must be specified");
    if (visibility == null) throw invalid("developer_metadata.visibility must be specified");
    const places = Object.keys(location);
    if (places.length !== 1) throw invalid("developer_metadata.location must be specified once");
    const made = { id: book.nextId++, key, value: value ?? "", visibility };
    if (location.sheetId != null) sheetOf(book, location.sheetId).metadata.push(made);
    else if (location.spreadsheet === true) book.metadata.push(made);
    else throw unmodelled(`metadata at ${places[0]}`);
    return { createDeveloperMetadata: { developerMetadata: { ...developerMetadata, metadataId: made.id } } };
  },

  updateDeveloperMetadata({ book, schemas }, { dataFilters = [], developerMetadata = {}, fields }) {
    if (String(paths(readMask(fields ?? "", "DeveloperMetadata", schemas))) !== "metadataValue")
      throw unmodelled(`updateDeveloperMetadata of ${fields}`);
    const found = dataFilters.flatMap(({ developerMetadataLookup: lookup = {}, ...other }) => {
      if (Object.keys(other).length > 0) throw unmodelled(`the filter ${Object.keys(other)}`);
      only(lookup, ["metadataId", "metadataKey", "metadataLocation"]);
      const { metadataId, metadataKey, metadataLocation } = lookup;
      const places =
        metadataLocation?.sheetId == null
          ? [book.metadata, ...book.sheets.map((sheet) => sheet.metadata)]
          : [sheetOf(book, metadataLocation.sheetId).metadata];
      return places.flat().filter((one) => (metadataId ?? one.id) === one.id && (metadataKey ?? one.key) === one.key);
    });
    if (found.length === 0) throw invalid("No developer metadata matches the filters");
    for (const one of found) one.value = developerMetadata.metadataValue ?? "";
    return {
      updateDeveloperMetadata: {
        developerMetadata: found.map((one) => ({ metadataId: one.id, metadataKey: one.key })),
      },
    };
  },
};

/** Refuses what the kind can be asked in Google and is not modelled here. */
function only(body: object, names: readonly string[]): void {
  const more = Object.keys(body).filter((name) => !names.includes(name));
  if (more.length > 0) throw unmodelled(more.join(", "));
}

function sheetOf(book: Book, id: number | null | undefined): Sheet {
  const sheet = book.sheets.find((one) => one.id === (id ?? 0));
  if (sheet === undefined) throw invalid(`No grid with id: ${id ?? 0}`);
  return sheet;
}

/** A range may leave its ends open; what it names must be in the grid. */
function gridArea(sheet: Sheet, range: sheets_v4.Schema$GridRange | undefined): GridArea {
  if (range === undefined) throw invalid("range must be specified");
  const { startRowIndex: top = 0, endRowIndex: bottom = sheet.rows } = range as GridArea;
  const { startColumnIndex: left = 0, endColumnIndex: right = sheet.columns } = range as GridArea;
  if (top < 0 || top >= bottom || bottom > sheet.rows || left < 0 || left >= right || right > sheet.columns)
    throw invalid(`range exceeds grid limits. Max rows: ${sheet.rows}, max columns: ${sheet.columns}`);
  return range as GridArea;
}

function resize(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 1 || columns < 1) throw invalid("A sheet must have at least one row and one column.");
  if (sheet.frozenRows >= rows) throw invalid("You can't delete all the rows that aren't frozen.");
  [sheet.rows, sheet.columns] = [rows, columns];
  for (const [row, cells] of sheet.cells) {
    if (row >= rows) sheet.cells.delete(row);
    for (const column of [...cells.keys()]) if (column >= columns) cells.delete(column);
  }
}

function freeze(sheet: Sheet, rows: number): void {
  if (rows >= sheet.rows) throw invalid("You can't freeze all visible rows on the sheet.");
  sheet.frozenRows = rows;
}

function requireCells(book: Book): void {
  if (book.sheets.reduce((cells, { rows, columns }) => cells + rows * columns, 0) > MOST_CELLS)
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
}

/** A protection that does not name the caller stops it. */
export function requireEditable(sheet: Sheet, caller: string): void {
  if (sheet.protections.some(({ editors }) => !editors.includes(caller)))
    throw invalid(
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
    );
}

export function propertiesOf(sheet: Sheet, index: number) {
  const gridProperties = { rowCount: sheet.rows, columnCount: sheet.columns, frozenRowCount: sheet.frozenRows };
  return { sheetId: sheet.id, title: sheet.title, index, sheetType: "GRID", gridProperties };
}
