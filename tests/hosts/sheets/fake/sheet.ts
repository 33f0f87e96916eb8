import { type BookData, type Box, extent, type RuleData, type SheetData } from "./model.ts";
import { boxOf, type FakeRange, rangeOf } from "./range.ts";
import { FakeRule } from "./rules.ts";
import { bare, strict } from "./strict.ts";

type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GRange = GoogleAppsScript.Spreadsheet.Range;
type GRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Modelled =
  | "getSheetId"
  | "getName"
  | "isSheetHidden"
  | "getType"
  | "getDataRange"
  | "getRangeList"
  | "getMaxRows"
  | "getMaxColumns"
  | "insertRowsAfter"
  | "insertColumnsAfter"
  | "getFilter"
  | "isRowHiddenByUser"
  | "isRowHiddenByFilter"
  | "getConditionalFormatRules"
  | "setConditionalFormatRules"
  | "getProtections"
  | "activate"
  | "setActiveRange";

export class FakeSheet implements Pick<GSheet, Modelled> {
  readonly data: SheetData;
  readonly #book: BookData;

  constructor(book: BookData, data: SheetData) {
    this.#book = book;
    this.data = data;
  }

  getSheetId(): number {
    return this.data.id;
  }

  getName(): string {
    return this.data.name;
  }

  isSheetHidden(): boolean {
    return this.data.hidden;
  }

  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return (this.data.isChart ? "OBJECT" : "GRID") as unknown as GoogleAppsScript.Spreadsheet.SheetType;
  }

  /** A1 on an empty sheet. */
  getDataRange(): GRange {
    if (this.data.isChart) throw new Error("Sheet is not a grid sheet.");
    const { rows, columns } = extent(this.data);
    return this.#range({ top: 1, left: 1, height: rows, width: columns });
  }

  /** Only by numbers: of Google's several forms the others are not modelled. */
  getRange(row: number, column: number, height = 1, width = 1): GRange {
    if (typeof row !== "number") throw new Error("fake Sheet.getRange takes numbers");
    return this.#range({ top: row, left: column, height, width });
  }

  getRangeList(a1Notations: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    const ranges = a1Notations.map((a1) => this.#range(boxOf(a1)));
    const list: Pick<GoogleAppsScript.Spreadsheet.RangeList, "getRanges"> = { getRanges: () => ranges };
    return strict("RangeList", list) as GoogleAppsScript.Spreadsheet.RangeList;
  }

  getMaxRows(): number {
    return this.data.maxRows;
  }

  getMaxColumns(): number {
    return this.data.maxColumns;
  }

  insertRowsAfter(after: number, howMany: number): GSheet {
    if (after !== this.data.maxRows) throw new Error("fake Sheet.insertRowsAfter: only at the end");
    this.#editable();
    this.data.maxRows += howMany;
    return this as unknown as GSheet;
  }

  insertColumnsAfter(after: number, howMany: number): GSheet {
    if (after !== this.data.maxColumns) throw new Error("fake Sheet.insertColumnsAfter: only at the end");
    this.#editable();
    this.data.maxColumns += howMany;
    return this as unknown as GSheet;
  }

  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    if (this.data.filteredRows.size === 0) return null;
    return strict("Filter", {}) as GoogleAppsScript.Spreadsheet.Filter;
  }

  isRowHiddenByUser(row: number): boolean {
    return this.data.hiddenRows.has(row);
  }

  isRowHiddenByFilter(row: number): boolean {
    return this.data.filteredRows.has(row);
  }

  getConditionalFormatRules(): GRule[] {
    return this.data.rules.map(
      (rule) => strict("ConditionalFormatRule", new FakeRule(rule, (box) => this.#range(box))) as unknown as GRule,
    );
  }

  setConditionalFormatRules(rules: GRule[]): void {
    this.#editable();
    this.data.rules = rules.map((rule): RuleData => (bare(rule) as unknown as FakeRule).data);
  }

  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    if (!this.data.isProtected || String(type) !== "SHEET") return [];
    const one: Pick<GoogleAppsScript.Spreadsheet.Protection, "canEdit" | "isWarningOnly"> = {
      canEdit: () => false,
      isWarningOnly: () => false,
    };
    return [strict("Protection", one) as GoogleAppsScript.Spreadsheet.Protection];
  }

  activate(): GSheet {
    this.#book.activeSheet = this.data.id;
    return this as unknown as GSheet;
  }

  /** Only on the sheet in front of the user. */
  setActiveRange(range: GRange): GRange {
    const { box, data } = bare(range) as unknown as FakeRange;
    if (data !== this.data || this.#book.activeSheet !== this.data.id) throw new Error("The sheet is not active.");
    this.#book.active = { sheet: this.data.id, row: box.top, col: box.left };
    return range;
  }

  #range(box: Box): GRange {
    return rangeOf(this.#book, this.data, box, () => sheetOf(this.#book, this.data));
  }

  #editable(): void {
    if (this.data.isProtected) throw new Error("คุณกำลังพยายามแก้ไขเซลล์หรือออบเจ็กต์ที่มีการป้องกัน");
  }
}

export function sheetOf(book: BookData, data: SheetData): GSheet {
  return strict("Sheet", new FakeSheet(book, data)) as unknown as GSheet;
}
