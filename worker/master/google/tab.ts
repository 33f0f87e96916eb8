/** What goes into a cell as it is: RAW, so a text that begins with "=" stays a text. "" empties the cell; null would skip it. */
export type Value = string | number | boolean;

/** How the cells of a column look; said once, when the tab is made. */
export type Look = "text" | "centred" | "number" | "percent" | "time";

export interface Column {
  heading: string;
  look: Look;
  /** Width in characters. */
  width: number;
  /** The only texts that this column ever holds; offered in the cell, and a mark where somebody typed another. */
  choices?: readonly string[];
}

/** A whole tab of the spreadsheet, before it is sent: a banner, the headings, the rows. Every row is as long as `columns`. */
export interface Tab {
  /** In the outbox: a form's id and a period, or an overview's name and "". */
  form: string;
  period: string;
  /** Title when it is made; people may rename it afterwards. */
  title: string;
  banner: string;
  columns: readonly Column[];
  rows: readonly Value[][];
}

/** Rows above the data: the banner and the headings. They stay in sight. */
export const HEAD_ROWS = 2;
export const HEADING_ROW = 2;

export function headingsOf({ columns }: Pick<Tab, "columns">): string[] {
  return columns.map(({ heading }) => heading);
}
