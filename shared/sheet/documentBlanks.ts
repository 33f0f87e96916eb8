import type { DocumentSection } from "../forms/definition.ts";
import { toArabicDigits } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";
import { ASIDE, type Blank, bare, dated, NUMBER, NUMBER_CELL, nextCell, UNIT, withoutUnit } from "./documentCells.ts";
import type { GridView } from "./view.ts";

type PrintedBlank = NonNullable<DocumentSection["blanks"]>[number];

/** A filled line that belongs to no blank of the form. */
export interface Stray {
  cell: string;
  typed: string;
}

const COUNTED = /(?:คน|ราย|ท่าน)\s*[.)]*$/;
const BARE_NUMBER = /^(?:จำนวน)?[\s.:：=]*([0-9]+)\s*(?:คน|แห่ง|ศูนย์)?\.?$/;

/** Reads the labelled blanks of a section. A line belongs to a blank by its label and its number; where they disagree, or the label is not known, it is asked. */
export function readBlanks(
  view: GridView,
  section: DocumentSection,
  from: number,
  until: number,
  unitOf: (field: string) => string,
  into: Map<string, Blank>,
): Stray[] {
  const strays: Stray[] = [];
  const blanks = section.blanks ?? [];
  let last: PrintedBlank | null = null;
  for (let row = from; row < until; row++) {
    const alone = row > from ? numberAlone(view, row) : null;
    if (alone !== null) {
      if (last !== null && into.get(last.field)?.raw === null) into.set(last.field, alone);
      else if (blanks.length > 1) strays.push({ cell: alone.cell!, typed: String(alone.raw) });
      continue;
    }
    const line = lineOf(view, row);
    if (line === null || ASIDE.test(line.text)) continue;
    const labelled = byLabel(blanks, line.text);
    const numbered = byNumber(blanks, line.number);
    const meant = labelled ?? (row > from ? numbered : undefined);
    const blank = numberBehind(view, row, line.col, meant, meant === undefined ? "คน" : unitOf(meant.field));
    const filled = blank.raw !== null || blank.asked !== undefined;
    const doubted = numbered !== undefined && numbered !== meant ? true : labelled === undefined;
    if (meant !== undefined && !into.has(meant.field)) {
      if (!filled && labelled === undefined) continue;
      into.set(meant.field, doubted && filled ? askedOf(blank, line.text) : blank);
      last = meant;
    } else if (row > from && blanks.length > 1 && filled && (blank.raw !== null || COUNTED.test(line.text)))
      strays.push({ cell: view.address(row, line.col), typed: bare(line.text) });
  }
  return strays;
}

/** The label of a row and the number in front of it, in the same cell or in one of its own. */
function lineOf(view: GridView, row: number): { col: number; text: string; number: string | null } | null {
  const first = nextCell(view, row, -1);
  if (first === null) return null;
  const text = view.text(row, first);
  const next = nextCell(view, row, first);
  if (NUMBER_CELL.test(text) && next !== null)
    return { col: next, text: view.text(row, next), number: toArabicDigits(text).replace(/[^0-9]/g, "") };
  const number = NUMBER.exec(text)?.[1];
  return { col: first, text, number: number === undefined ? null : toArabicDigits(number) };
}

/** The blank whose words come first in the label: "คณะกรรมการ…ศูนย์ผู้นำจิตอาสา" speaks of the committee. */
function byLabel(blanks: readonly PrintedBlank[], text: string): PrintedBlank | undefined {
  const key = matchKey(text.replace(NUMBER, ""));
  let best: { blank: PrintedBlank; at: number } | undefined;
  for (const blank of blanks)
    for (const word of blank.words) {
      const at = key.indexOf(matchKey(word));
      // The total has no label of its own: its word counts only where the line begins with it.
      if (at < 0 || (blank.text === "" && blanks.length > 1 && at > 0)) continue;
      if (best === undefined || at < best.at) best = { blank, at };
    }
  return best?.blank;
}

function byNumber(blanks: readonly PrintedBlank[], number: string | null): PrintedBlank | undefined {
  if (number === null) return undefined;
  return blanks.find(({ text }) => toArabicDigits(NUMBER.exec(text)?.[1] ?? "") === number);
}

/** A row with nothing but a number, its word and its unit: it belongs to the label above. */
function numberAlone(view: GridView, row: number): Blank | null {
  let found: Blank | null = null;
  for (let col = 0; col < view.width; col++) {
    if (view.isBlank(row, col)) continue;
    const text = toArabicDigits(bare(view.text(row, col)));
    if (text === "" || text === "จำนวน" || UNIT.test(text)) continue;
    const number = BARE_NUMBER.exec(text)?.[1];
    if (number === undefined || found !== null) return null;
    const value = view.value(row, col);
    found = {
      cell: view.address(row, col),
      raw: typeof value === "number" ? value : view.text(row, col).replace(/^จำนวน\s*/, ""),
      ...dated(view, row, col),
    };
  }
  return found;
}

/** The number that belongs to a label: behind it in the same cell, or in a cell to the right. */
function numberBehind(view: GridView, row: number, col: number, blank: PrintedBlank | undefined, unit: string): Blank {
  const label = view.text(row, col);
  const inline = inLabel(label, blank, unit);
  const own = view.address(row, col);
  const { beside, place, values } = toTheRight(view, row, col);
  if (values.length > 1) return { cell: beside!.cell, raw: null, asked: { values, line: bare(label) } };
  if (beside !== null) {
    if (typeof inline !== "string" || toArabicDigits(inline) === toArabicDigits(String(beside.raw))) return beside;
    return askedOf(beside, label, numbersOf(inline));
  }
  if (typeof inline === "string") return { cell: own, raw: inline };
  if (inline !== null) return { cell: own, raw: null, asked: { values: inline, line: bare(label) } };
  return { cell: place ?? own, raw: null };
}

/** What stands to the right of a label: the first thing that is no printed word, a place to write, and the numbers where there are several. */
function toTheRight(view: GridView, row: number, col: number) {
  let beside: Blank | null = null;
  let place: string | null = null;
  let total: number | null = null;
  let said = "";
  const values: number[] = [];
  for (let next = view.spanRight(row, col) + 1; next < view.width; next++) {
    const value = view.value(row, next);
    const text = view.text(row, next);
    const rest = bare(text).replace(/^จำนวน\s*/, "");
    if (text === "" && view.mergedFrom(row, next) === null) place ??= view.address(row, next);
    if (rest === "" || UNIT.test(rest)) continue;
    const number =
      typeof value === "number" ? value : Number(BARE_NUMBER.exec(toArabicDigits(rest))?.[1] ?? Number.NaN);
    if (!Number.isNaN(number)) {
      values.push(number);
      if (/^(?:ยอด)?รวม/.test(said)) total = number;
    }
    said = rest;
    beside ??= {
      cell: view.address(row, next),
      raw: typeof value === "number" ? value : rest,
      ...dated(view, row, next),
    };
  }
  return { beside, place, values: total === null || values.length < 2 ? values : [total, ...values] };
}

/** The number typed behind a label in its own cell. Numbers that may be one, where it is not plain; null where there is none. */
function inLabel(label: string, blank: PrintedBlank | undefined, unit: string): string | number[] | null {
  const text = label.replace(NUMBER, "");
  // "จำนวนศูนย์…" begins the label; behind it stands no number.
  const speaks = (rest: string) =>
    !/^[0-9๐-๙]/.test(rest) && (blank?.words ?? []).some((word) => matchKey(rest).includes(matchKey(word)));
  const tail = /จำนวน(?!.*จำนวน)[\s.…_:：=]*(.*)$/.exec(text) ?? /[:：=]\s*(.*)$/.exec(text);
  const behind = tail === null || speaks(tail[1]!) ? "" : withoutUnit(bare(tail[1]!), unit);
  if (behind !== "" && !UNIT.test(behind)) return behind;
  const onDots = /[.…_]{2,}\s*([0-9๐-๙]+)\s*[.…_]{2,}\s*(\S*)$/.exec(text);
  if (onDots !== null) return onDots[2] === unit ? onDots[1]! : `${onDots[1]} ${onDots[2]}`.trim();
  const plain = toArabicDigits(bare(text));
  const printed = blank === undefined ? "" : matchKey(blank.text.replace(NUMBER, ""));
  const last = /^(.*\D)([0-9]+)\s*(\S*)$/.exec(plain);
  const total = last !== null && printed === "" && /^(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|จำนวน)*$/.test(matchKey(last[1]!));
  if (last !== null && last[3] === unit && (total || (printed !== "" && matchKey(last[1]!) === printed)))
    return last[2]!;
  const numbers = numbersOf(plain.replace(/7\s*ภาคส่วน/, ""));
  return numbers.length === 0 ? null : numbers;
}

function numbersOf(text: string): number[] {
  return (toArabicDigits(text).match(/[0-9]+/g) ?? []).map(Number);
}

function askedOf(blank: Blank, line: string, further: number[] = []): Blank {
  const { raw, asked } = blank;
  if (blank.date !== undefined) return blank;
  const own = asked?.values ?? (typeof raw === "number" ? [raw] : numbersOf(String(raw ?? "")));
  return { ...blank, asked: { values: [...own, ...further], line: bare(line) } };
}
