import type { DocumentSection, FormDefinition } from "../forms/definition.ts";
import { toArabicDigits } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";
import { parseAddress } from "./address.ts";
import { readBlanks, type Stray } from "./documentBlanks.ts";
import { ASIDE, type Blank, bare, dated, NUMBER, NUMBER_CELL, nextCell, UNIT, withoutUnit } from "./documentCells.ts";
import type { Scalar } from "./grid.ts";
import type { GridView } from "./view.ts";

/** One repeated line or block. */
export interface Item {
  /** The number as printed, in Arabic digits; null when none is. */
  number: string | null;
  row: number;
  col: number;
  parts: Record<string, Blank>;
  /** Filled cells under the line that are none of its labels: where pictures stand as names or links. */
  below: number;
}

export interface DocumentText {
  district: Blank;
  province: Blank;
  blanks: Map<string, Blank>;
  lists: Map<string, Item[]>;
  /** Filled lines that belong to no blank. */
  strays: Stray[];
  /** Headings that are on the sheet. */
  found: number;
}

/** A form without a table is a page or two; a long list is none. */
const SEARCH_ROWS = 300;
const NUMBER_ALONE = /^[0-9๐-๙]+\s*(?:แห่ง|ภาพ|รูป|ศูนย์)?$/;
/** Rows of the section headings, in order; -1 for one that is not on the sheet. */
function headingRows(view: GridView, sections: readonly DocumentSection[], top = 0): number[] {
  const rows: number[] = [];
  let from = top;
  for (const section of sections) {
    const words = section.words.map(matchKey);
    // A line that begins as a blank of another section is no heading: the committee is no centre.
    const others = sections
      .flatMap((one) => (one === section ? [] : (one.blanks ?? [])))
      .flatMap((one) => one.words.map(matchKey));
    let at = -1;
    for (let row = from; row < Math.min(view.height, SEARCH_ROWS) && at < 0; row++)
      for (let col = 0; col < view.width && at < 0; col++) {
        const text = view.text(row, col);
        // A heading is numbered, or begins with its words: what only speaks of them is none.
        const key = text === "" ? "" : matchKey(text.replace(NUMBER, ""));
        const numbered = NUMBER.test(text) || NUMBER_CELL.test(firstText(view, row));
        if (others.some((word) => key.startsWith(word))) continue;
        if (words.some((word) => key.includes(word) && (numbered || key.startsWith(word)))) at = row;
      }
    rows.push(at);
    if (at >= 0) from = at + 1;
  }
  return rows;
}

function firstText(view: GridView, row: number): string {
  const first = nextCell(view, row, -1);
  return first === null ? "" : view.text(row, first);
}

/** How many of the form's section headings are on the sheet. */
export function countHeadings(view: GridView, form: FormDefinition): number {
  return headingRows(view, form.sections ?? []).filter((row) => row >= 0).length;
}

/** The row in which the form begins a second time; -1 where it stands on the sheet once. */
export function secondForm(view: GridView, form: FormDefinition): number {
  const sections = form.sections ?? [];
  const last = headingRows(view, sections)
    .filter((row) => row >= 0)
    .pop();
  if (last === undefined) return -1;
  const again = headingRows(view, sections, last + 1).filter((row) => row >= 0);
  return again.length >= 3 ? again[0]! : -1;
}

/** Reads a form without a table: what stands in its blanks, whether typed behind the label or in a cell beside it. */
export function readDocument(view: GridView, form: FormDefinition): DocumentText {
  const sections = form.sections ?? [];
  const rows = headingRows(view, sections);
  const top = rows.find((row) => row >= 0) ?? view.height;
  const text: DocumentText = {
    district: labelled(view, top, /^(?:อำเภอ|อ\.)/, /(?:จังหวัด|จ\.).*$/),
    province: labelled(view, top, /(?:จังหวัด|จ\.)/, /(?!)/),
    blanks: new Map(),
    lists: new Map(),
    strays: [],
    found: rows.filter((row) => row >= 0).length,
  };
  const unitOf = (id: string) => form.fields.find((field) => field.id === id)?.units?.[0] ?? "คน";
  sections.forEach((section, i) => {
    if (rows[i]! < 0) return;
    const until = rows.slice(i + 1).find((row) => row >= 0) ?? lastRow(view, rows[i]!);
    text.strays.push(...readBlanks(view, section, rows[i]!, until, unitOf, text.blanks));
    if (section.repeat !== undefined)
      text.lists.set(section.repeat.field, readItems(view, section.repeat, rows[i]! + 1, until));
  });
  return text;
}

/** Where the last section ends: at the foot note, the signature, or the end of the sheet. */
function lastRow(view: GridView, from: number): number {
  for (let row = from + 1; row < view.height; row++)
    for (let col = 0; col < view.width; col++) if (ASIDE.test(view.text(row, col))) return row;
  return view.height;
}

function labelled(view: GridView, until: number, label: RegExp, behind: RegExp): Blank {
  for (let row = 0; row < until; row++)
    for (let col = 0; col < view.width; col++) {
      const text = bare(view.text(row, col));
      const at = label.exec(text);
      if (at === null || text.length > 80) continue;
      const inline = bare(text.slice(at.index + at[0].length).replace(behind, ""));
      if (inline !== "") return { cell: view.address(row, col), raw: inline };
      const next = nextCell(view, row, view.spanRight(row, col));
      const beside = next === null ? "" : bare(view.text(row, next));
      if (next !== null && !/^(?:จังหวัด|จ\.|อำเภอ)$/.test(beside))
        return { cell: view.address(row, next), raw: beside === "" ? null : asTyped(view, row, next, beside) };
      return { cell: view.address(row, view.spanRight(row, col) + 1), raw: null };
    }
  return { cell: null, raw: null };
}

/** The text of a cell as somebody typed it, where all of it was read: what is tidied in it is told. */
function asTyped(view: GridView, row: number, col: number, read: string): Scalar {
  return view.text(row, col) === read ? view.value(row, col) : read;
}

type Repeat = NonNullable<DocumentSection["repeat"]>;

function readItems(view: GridView, repeat: Repeat, from: number, until: number): Item[] {
  const items: Item[] = [];
  for (let row = from; row < until; row++) {
    const first = nextCell(view, row, -1);
    if (first === null || ASIDE.test(view.text(row, first))) continue;
    const text = view.text(row, first);
    const opens = NUMBER.test(text) || NUMBER_CELL.test(text) || (repeat.text !== "" && text.startsWith(repeat.text));
    const pictures = repeat.photos !== undefined && !opens;
    const last = items[items.length - 1];
    if (pictures) {
      if (last !== undefined) readPictures(view, row, last);
      continue;
    }
    items.push(readItem(view, repeat, row, first));
  }
  if (repeat.photos !== undefined) countPictures(view, items, until);
  return items;
}

/** Pictures that lie on the sheet belong to the block they begin in. */
function countPictures(view: GridView, items: Item[], until: number): void {
  for (const picture of view.grid.pictures ?? []) {
    const place = parseAddress(picture);
    const row = place === null ? -1 : view.rowIndex(place.row + 1);
    const item = items.filter((one) => one.row <= row).pop();
    if (item !== undefined && row < until) item.below++;
  }
}

/** A line of its own: the number taken off, the label taken off, then the words, and behind จำนวน the count. */
function readItem(view: GridView, repeat: Repeat, row: number, first: number): Item {
  const [words, count] = repeat.parts as [string, string | undefined];
  const item: Item = { number: null, row, col: first, parts: {}, below: 0 };
  const put = (part: string | undefined, col: number, raw: Scalar) => {
    if (part === undefined || raw === "" || raw === null) return;
    const known = item.parts[part];
    if (known?.raw == null) item.parts[part] = { cell: view.address(row, col), raw, ...dated(view, row, col) };
    else if (typeof known.raw === "string") item.parts[part] = { cell: known.cell, raw: `${known.raw} ${raw}` };
  };
  let counting = false;
  for (let col = first; col < view.width; col++) {
    const value = view.value(row, col);
    if (typeof value === "number") {
      if (col === first && nextCell(view, row, col) !== null) item.number = String(value);
      else put(count ?? words, col, value);
      continue;
    }
    let text = bare(view.text(row, col));
    if (col === first) {
      if (NUMBER_CELL.test(text) && nextCell(view, row, col) !== null) text = `${text.replace(/[.)]+$/, "")}. `;
      const number = NUMBER.exec(text);
      if (number !== null) {
        item.number = toArabicDigits(number[1]!);
        text = text.slice(number[0].length);
      }
      while (repeat.text !== "" && text.startsWith(repeat.text)) text = text.slice(repeat.text.length).trim();
    } else if (
      repeat.text !== "" &&
      item.parts[words] === undefined &&
      (text === repeat.text || text.startsWith(`${repeat.text} `))
    )
      text = text.slice(repeat.text.length).trim();
    const split = count === undefined ? -1 : text.lastIndexOf("จำนวน");
    const head = split < 0 ? text : text.slice(0, split).trim();
    const tail = split < 0 ? "" : withoutUnit(bare(text.slice(split + 5)), count === "photos" ? "ภาพ" : "แห่ง");
    // Behind จำนวน, or where a number stands alone in a cell of its own, it is the count.
    const counts = count !== undefined && (counting || (col > first && NUMBER_ALONE.test(head)));
    if (!UNIT.test(head)) put(counts ? count : words, col, asTyped(view, row, col, head));
    if (!UNIT.test(tail)) put(count, col, tail);
    if (split >= 0) counting = true;
  }
  for (const part of repeat.parts) item.parts[part] ??= { cell: view.address(row, first), raw: null };
  return item;
}

function readPictures(view: GridView, row: number, item: Item): void {
  for (let col = 0; col < view.width; col++) {
    const text = view.text(row, col);
    if (bare(text) === "" || view.mergedFrom(row, col) !== null) continue;
    const counted = /^(?:จำนวน\s*)?([0-9๐-๙]+)\s*(?:ภาพ|รูป)$/.exec(text);
    if (counted !== null) item.parts.photos = { cell: view.address(row, col), raw: text };
    else item.below++;
  }
}
