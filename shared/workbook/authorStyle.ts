/**
 * How official paper looks: the face and sizes of the Prime Minister's Office's guidance (TH Sarabun, 16 points; 14 in long tables),
 * A4 lying. Sizes in points, margins in inches.
 */
export const FACE = "TH Sarabun New";
export const TITLE_POINTS = 16;
export const TABLE_POINTS = 14;
export const SMALL_POINTS = 10;
export const GREY = "7F7F7F";

export const ROW_POINTS = { title: 24, heading: 21, body: 21, note: 21, sign: 26, code: 15 };

export const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.65, header: 0.3, footer: 0.3 };

/** Page n of m, in the face of the page; `words` is the word for page. */
export function pageFooter(word: string): string {
  return `&C&"${FACE},Regular"&14${word} &P/&N`;
}
