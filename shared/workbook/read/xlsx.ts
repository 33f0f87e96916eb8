import type { Workbook } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { newBudget } from "./gridBuilder.ts";
import type { Parcel } from "./parcel.ts";
import { readWorkbookParts } from "./xlsxParts.ts";
import { readSheet } from "./xlsxSheet.ts";
import { readSharedStrings } from "./xlsxStrings.ts";
import { readStyles } from "./xlsxStyles.ts";

/** Reads an Office Open XML workbook (ECMA-376, transitional or strict) from a judged zip. Throws UnreadableFile. */
export function readXlsx(parcel: Parcel, limits: Limits): Workbook {
  const { sheets, names, date1904, sharedStrings, styles } = readWorkbookParts(parcel, limits);
  const context = {
    parcel,
    strings:
      sharedStrings === null ? { texts: [], fonts: new Map() } : readSharedStrings(parcel, sharedStrings, limits),
    styles: styles === null ? [] : readStyles(parcel, styles),
    date1904,
    budget: newBudget(limits),
  };
  return { sheets: sheets.map((sheet) => readSheet(sheet, context)), names };
}
