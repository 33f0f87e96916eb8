import { type Cell, type CellStyle, writeXlsx } from "hucre/xlsx";

export interface ListSheet {
  name: string;
  /** One line above the heading. */
  title: string;
  heading: string[];
  rows: string[][];
}

const BORDER = { style: "thin", color: { rgb: "FF808080" } } as const;
const ALL = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const FONT = { name: "TH SarabunPSK", size: 16 };
/** What stands in a cell is text and stays text, also when somebody edits it: neither a formula nor a number without its 0. */
const TEXT: CellStyle = { font: FONT, numFmt: "@", border: ALL, alignment: { vertical: "top", wrapText: true } };
const HEADING: CellStyle = {
  ...TEXT,
  font: { ...FONT, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const TITLE: CellStyle = { font: { ...FONT, bold: true } };
const WIDEST = 40;

/** A plain list to work through on paper or screen: texts only, heading kept in view. */
export async function writeListXlsx({ name, title, heading, rows }: ListSheet): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, style: CellStyle, value: string) =>
    cells.set(`${row},${column}`, { value, type: "string", style });
  put(0, 0, TITLE, title);
  heading.forEach((text, column) => {
    put(1, column, HEADING, text);
  });
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      put(row + 2, column, TEXT, text);
    });
  });
  const longest = (column: number) => Math.max(...[heading, ...rows].map((texts) => texts[column]?.length ?? 0));
  return writeXlsx({
    sheets: [
      {
        name,
        cells,
        columns: heading.map((_, column) => ({ width: Math.min(WIDEST, longest(column) + 2) })),
        freezePane: { rows: 2 },
      },
    ],
  });
}
