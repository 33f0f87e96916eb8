import { MONTH_PATTERN } from "../calendar/months.ts";
import type { FormDefinition } from "../forms/definition.ts";
import { isFooter, isTotal } from "../sheet/rowKind.ts";
import type { GridView } from "../sheet/view.ts";
import { toArabicDigits } from "../text/digits.ts";
import type { Table } from "./table.ts";

/** What stands around the table of an official form, as printed. Addresses are those of the sheet. */
export interface Around {
  title: { text: string; cell: string }[];
  /** Lines that are no title: "สิ่งที่ส่งมาด้วย ๒". */
  beside: { text: string; cell: string }[];
  notes: { text: string; cell: string }[];
  signature: (NonNullable<FormDefinition["signature"]> & { cell: string }) | null;
  total: { text: string; cell: string } | null;
  /** Rows of the body that are printed empty, or numbered only. */
  emptyRows: number;
}

const ASIDE = /^(?:สิ่งที่ส่งมาด้วย|ตามหนังสือ|อ้างถึง|เอกสารแนบ|เอกสารหมายเลข|\(?แบบ\s*[ก-ฮ]?\s*\.?\s*[0-9๐-๙./]+\)?$)/;
const SIGN = /^\(?\s*(ลงชื่อ|ลงนาม)/;
const POSITION = /^\(?\s*(ตำแหน่ง)/;
const ROLE = /\(?\s*(ผู้(?:รับรอง|รายงาน|ตรวจสอบ|จัดทำ|สำรวจ|บันทึก|กรอกข้อมูล))\s*\)?/;
const LONGEST = 200;

export function readAround(view: GridView, table: Table): Around {
  const title: Around["title"] = [];
  const beside: Around["beside"] = [];
  for (let row = 0; row < table.top; row++)
    for (const one of textsOf(view, row)) (ASIDE.test(one.text) ? beside : title).push(one);
  const found: Around = { title, beside, notes: [], signature: null, total: null, emptyRows: 0 };
  readFoot(view, table.firstRow, found);
  return found;
}

function readFoot(view: GridView, from: number, found: Around): void {
  let below = false;
  let sign: { cell: string; sign: string } | null = null;
  let name: string | null = null;
  let position: string | null = null;
  for (let row = from; row < view.height; row++) {
    const texts = textsOf(view, row);
    const first = texts[0];
    if (first === undefined || isNumbered(texts)) {
      if (!below && first !== undefined) found.emptyRows++;
      continue;
    }
    if (!below && texts.some(({ text }) => isTotal(text))) {
      found.total ??= texts.find(({ text }) => isTotal(text))!;
      continue;
    }
    below ||= isFooter(first.text);
    if (!below) continue;
    for (const one of texts) {
      const signed = SIGN.exec(one.text);
      if (signed !== null) {
        sign ??= { cell: one.cell, sign: signed[1]! };
        name ??= ROLE.exec(one.text)?.[1] ?? null;
      } else if (POSITION.test(one.text)) position ??= "ตำแหน่ง";
      else if (sign !== null) name ??= ROLE.exec(one.text)?.[1] ?? null;
      else if (!/^[\s().…_]*$/.test(one.text)) found.notes.push({ ...one, text: one.text.slice(0, LONGEST) });
    }
  }
  if (sign !== null) found.signature = { ...sign, name: name ?? "ผู้รายงาน", position: position ?? "ตำแหน่ง" };
}

/** Nothing but a running number stands in the row. */
function isNumbered(texts: readonly { text: string }[]): boolean {
  return texts.length === 1 && /^\(?[0-9]{1,3}[.)]?$/.test(toArabicDigits(texts[0]!.text));
}

function textsOf(view: GridView, row: number): { text: string; cell: string }[] {
  const texts: { text: string; cell: string }[] = [];
  for (let col = 0; col < view.width; col++) {
    if (view.mergedFrom(row, col) !== null) continue;
    const text = view.text(row, col);
    if (text !== "") texts.push({ text, cell: view.address(row, col) });
  }
  return texts;
}

/** "ประจำเดือน ตุลาคม ๒๕๖๖", "เดือน ต.ค. 66". */
const MONTH = new RegExp(
  `((?:ประจำ)?เดือน)\\s*(?:${MONTH_PATTERN})\\s*(?:พ\\.?\\s*ศ\\.?)?\\s*(?:[0-9๐-๙]{4}|[0-9๐-๙]{2})(?![0-9๐-๙])`,
);
const DOTS = "[.…_]{2,}";

/** A title line as a blank prints it: the province's place and the month's left open. */
export function titleLine(text: string): string {
  return text
    .replace(new RegExp(`จังหวัด\\s*(?:${DOTS})\\s*`), "จังหวัด{province} ")
    .replace(/^จังหวัด\s*[ก-๙]+$/, "จังหวัด{province}")
    .replace(MONTH, "$1....................")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}

/** The words only this form's title has: its first line without what changes from place to place and month to month. */
export function titleWord(lines: readonly string[]): string | null {
  const bare = lines.map((line) =>
    line
      .replace(
        /\s*(?:ประจำ(?:เดือน|ปี|งวด|ไตรมาส)|ของ\s*อำเภอ|อำเภอ\s*[.…_]|จังหวัด|อปท\.?\s*[.…_]|เดือน\s*[.…_]|พ\.\s*ศ\.).*$/,
        "",
      )
      .replace(new RegExp(`\\s*${DOTS}.*$`), "")
      .trim(),
  );
  return bare.find((line) => line.length >= 6) ?? null;
}
