import type { Book, SheetSeen } from "./client.ts";

/** Key of the metadata by which a tab is ours, whatever people call it and wherever they move it. */
export const TAB_MARK = "ruam.tab";

/** Which tab it is: "54/childcare-clips/2023-10#1". */
export function markOf(province: string, form: string, period: string, made: number): string {
  return `${province}/${form}/${period}#${made}`;
}

/** The id we give a tab: the same whenever it is made again, so that a second try cannot make a second tab. Never 0, which is the first tab of every new spreadsheet. */
export function sheetIdOf(mark: string): number {
  let hash = 0x811c9dc5;
  for (const unit of mark) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  return hash & 0x7fffffff || 1;
}

/** The sheet that carries the mark. When people copied it, and its mark with it, only the one with our own id is it. */
export function findSheet(book: Book, mark: string): SheetSeen | undefined {
  const marked = book.sheets.filter(({ marks }) => marks.some(({ key, value }) => key === TAB_MARK && value === mark));
  const id = sheetIdOf(mark);
  return marked.find((sheet) => sheet.id === id) ?? (marked.length === 1 ? marked[0] : undefined);
}

/** An id for a new tab that nothing in the spreadsheet has. */
export function freeSheetId(book: Book, mark: string): number {
  let id = sheetIdOf(mark);
  while (book.sheets.some((sheet) => sheet.id === id)) id = (id % 0x7ffffffe) + 1;
  return id;
}

/** Google tells titles apart without regard to case. */
export function freeTitle(book: Book, wanted: string): string {
  const taken = new Set(book.sheets.map(({ title }) => title.toLowerCase()));
  let title = wanted;
  for (let n = 2; taken.has(title.toLowerCase()); n++) title = `${wanted} (${n})`;
  return title;
}
