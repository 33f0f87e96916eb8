import type { Workbook } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { newBudget } from "./gridBuilder.ts";
import type { Parcel } from "./parcel.ts";
import { ChoiceReader, withChoices } from "./xlsxChoices.ts";
import { readWorkbookParts } from "./xlsxParts.ts";
import { readPictures } from "./xlsxPictures.ts";
import { readSheet } from "./xlsxSheet.ts";
import { readSharedStrings } from "./xlsxStrings.ts";
import { readStyles } from "./xlsxStyles.ts";

/**
 * Reads an Office Open XML workbook (ECMA-376, transitional or strict) from a judged zip. Our own reader: the library turns date
 * serials into Dates (a day late below serial 61), knows no fonts of runs, refuses a sheet with one stray cell in its last row,
 * and unpacks up to 2 GB before it complains; the tests hold this one to the same values. Throws UnreadableFile.
 */
export function readXlsx(parcel: Parcel, limits: Limits, choices = false): Workbook {
  const { sheets, names, date1904, sharedStrings, styles } = readWorkbookParts(parcel, limits);
  const context = {
    parcel,
    strings:
      sharedStrings === null ? { texts: [], fonts: new Map() } : readSharedStrings(parcel, sharedStrings, limits),
    styles: styles === null ? [] : readStyles(parcel, styles),
    date1904,
    budget: newBudget(limits),
  };
  const offered: ChoiceReader[] = [];
  const grids = sheets.map((sheet) => {
    const reader = new ChoiceReader();
    offered.push(reader);
    const grid = readSheet(sheet, choices ? { ...context, choices: reader } : context);
    const pictures = readPictures(parcel, sheet.part);
    return pictures.length === 0 ? grid : { ...grid, pictures };
  });
  return { sheets: grids.map((grid, i) => withChoices(grid, offered[i]!.found, grids, names)), names };
}
