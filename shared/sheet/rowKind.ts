import { toArabicDigits } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";

export type SkipCode = "ROW_TOTAL" | "ROW_SUBHEAD" | "ROW_FOOTER" | "ROW_EXAMPLE" | "ROW_BLANK";

/** What can be told of a row before any cell of it is judged. Texts are normalised; "" is blank. */
export interface RowTexts {
  /** Non-blank cells of the whole row, left to right, cells covered by a merge left out. */
  all: readonly string[];
  seq: string;
  province: string;
  district: string;
  office: string;
  /** The centre; on a form without one, what the row is about. */
  subject: string;
  remark: string;
  /** Non-blank tick cells. */
  ticks: readonly string[];
  /** The first text spans several columns by a merge. */
  spans: boolean;
  /** The first non-blank cell stands left of the office column. */
  startsLeft: boolean;
  /** The heading printed again, as on each page of a long list. */
  repeatsHeading: boolean;
  /** The row holds nothing but the name of a district of the province, without its prefix. */
  loneDistrict: boolean;
  /** A footer row was met above. */
  afterFooter: boolean;
  /** Something stands in a column that is none of the above: a date, a count, words. */
  further: boolean;
}

const TOTAL =
  /^(?:รวม|ยอดรวม|ผลรวม|total)(?=$|[\s:.…]|ทั้ง|จำนวน|อำเภอ|อ\.|จังหวัด|จ\.|ตำบล|ต\.|อปท|ศพด|ศูนย์|[0-9๐-๙]|เป็น|ยอด|อบต|เทศบาล|ทต\.|แห่ง)|^(?:ทั้งหมด|ทั้งสิ้น|รวมทั้งสิ้น|รวมทั้งหมด)/i;
const FOOTER =
  /^\(?\s*(?:ลงชื่อ|ลงนาม|หมายเหตุ|ตำแหน่ง|ผู้รับรอง|ผู้รายงาน|ผู้ตรวจสอบ|ผู้จัดทำ|วันที่\s|โทร|เบอร์โทร|รหัสแบบ|จัดส่ง|ข้อมูล\s*ณ|\*)|^[0-9๐-๙]\s*[.)]\s*จัดส่ง|^\(?\s*[.…_]{3,}/;
/** True for the text that begins what stands under a table: a note, a signature, a dotted line. */
export function isFooter(text: string): boolean {
  return FOOTER.test(text);
}

const NUMBERING = /^\(?(?:[0-9๐-๙]{1,3}\s*[.)]|[-•])\s*/;
const TRAILING_COUNT = /\s*(?:\(.*\)|(?:จำนวน\s*)?[0-9๐-๙]+\s*(?:แห่ง|ศูนย์|ศพด\.?|คน))\s*$/;
const PLACE_HEAD = /^(?:กิ่ง\s*|เขต\s*)?(?:อำเภอ|อ\s*\.(?!\s*บ\s*\.))[\s.…_:]*[ก-๙]/;
const PROVINCE_HEAD = /^(?:จังหวัด|จ\s*\.)[\s.…_:]*[ก-๙]/;
const OFFICE_HEAD = /^(?:องค์การบริหารส่วน|เทศบาล|อบต|อบจ|ทต\s*\.|ทม\s*\.|ทน\s*\.)/;

const EXAMPLE = /^\(?ตัวอย่าง/;
const EXAMPLE_ALONE = /^\(?ตัวอย่าง\)?$/;
const PLACEHOLDER = /^(?:ศพด\.?|อบต\.?|ทต\.?)\s*(?:ตัวอย่าง|[.…_]{3,})$/;
const TWO = /[2๒]/;

/** The bare text of a sub-heading: numbering in front and a count behind taken off. */
export function subheadText(text: string): string {
  return text
    .replace(NUMBERING, "")
    .replace(TRAILING_COUNT, "")
    .trim()
    .replace(/^เขต\s*(?=อำเภอ)/, "");
}

export type Subhead = { kind: "district" | "office"; text: string };

/** A sub-heading carries a district or an office down to the rows below; null for any other row. */
export function readSubhead(row: RowTexts): Subhead | null {
  if (row.all.length === 0 || row.all.length > 2 || row.subject !== "" || row.ticks.length > 0) return null;
  const first = row.all[0]!;
  if (row.loneDistrict) return { kind: "district", text: subheadText(first) };
  // "1 | อำเภอลอง" or "อำเภอลอง | 12 แห่ง"
  const texts = row.all.filter((text) => !/^[0-9๐-๙]+(?:\s*แห่ง)?\.?$/.test(text));
  if (texts.length !== 1) return null;
  const text = subheadText(texts[0]!);
  if (PLACE_HEAD.test(text) && (row.spans || texts[0] === first || row.district === texts[0]))
    return row.office === texts[0] && !row.spans ? null : { kind: "district", text };
  if (OFFICE_HEAD.test(text) && (row.spans || (row.startsLeft && row.office !== texts[0])))
    return { kind: "office", text };
  return null;
}

/** Why a row is not data; null for a data row. Checked in the order of what would be worst to take for data. */
export function skipReason(row: RowTexts): SkipCode | null {
  if (row.all.length === 0) return "ROW_BLANK";
  const first = row.all[0]!;
  const hasEntity = row.office !== "" || row.subject !== "";
  if (EXAMPLE.test(row.seq) || EXAMPLE_ALONE.test(row.remark) || (row.spans && EXAMPLE.test(first)))
    return "ROW_EXAMPLE";
  if (isPlaceholder(row.office) || isPlaceholder(row.subject)) return "ROW_EXAMPLE";
  if (
    isTotal(row.seq) ||
    isTotal(row.province) ||
    isTotal(row.district) ||
    isTotal(row.office) ||
    isTotal(row.subject) ||
    ((row.spans || (row.further && !hasEntity)) && isTotal(first))
  )
    return "ROW_TOTAL";
  if (!(row.office !== "" && row.subject !== "") && FOOTER.test(first)) return "ROW_FOOTER";
  if (row.repeatsHeading || readSubhead(row) !== null) return "ROW_SUBHEAD";
  if (row.all.length === 1 && PROVINCE_HEAD.test(first) && (row.spans || row.seq !== "")) return "ROW_SUBHEAD";
  if (isColumnNumbers(row)) return "ROW_SUBHEAD";
  if (!hasEntity && row.ticks.length === 0 && (!row.further || row.afterFooter || row.all.length === 1)) {
    const named = [row.seq, row.province, row.district].filter((text) => text !== "");
    // Numbered or pre-filled lines nobody has written on yet.
    if (row.remark === "" && !row.further && named.length === row.all.length && !named.some((text) => text.length > 40))
      return isNumberOrPlace(row) ? "ROW_BLANK" : null;
    if (row.afterFooter || row.seq === "" || row.all.length === 1) return "ROW_FOOTER";
  }
  // Names and positions under ลงชื่อ stand in whatever column they were centred on.
  if (row.afterFooter && !hasEntity) return "ROW_FOOTER";
  if (row.afterFooter && row.ticks.length === 0 && !(row.office !== "" && row.subject !== "")) return "ROW_FOOTER";
  return null;
}

/** True for the text that begins a row of totals. The first letter decides for nearly every text. */
export function isTotal(text: string): boolean {
  return "รยผทtT".includes(text.charAt(0)) && TOTAL.test(text);
}

/** "ศพด.ตัวอย่าง", "อบต.ตัวอย่าง", "อบต......": what a template prints to show how a row is filled. */
function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** "(1) (2) (3) …" under the heading. */
function isColumnNumbers(row: RowTexts): boolean {
  // The second text decides for nearly every row that there is nothing to compare.
  if (row.all.length < 5 || !TWO.test(row.all[1]!)) return false;
  return row.all.every((text, i) => toArabicDigits(text).replace(/[()]/g, "") === String(i + 1));
}

function isNumberOrPlace(row: RowTexts): boolean {
  // A place alone in the running-number column is a sign of a shifted row, not of an empty line.
  return row.seq === "" || /^[0-9]+$/.test(matchKey(row.seq)) || row.all.length === 1;
}
