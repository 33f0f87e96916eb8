import type { DocumentSection, FormDefinition } from "../forms/definition.ts";
import { ROW_POINTS } from "./authorStyle.ts";
import { type Paper, STYLES } from "./blankPaper.ts";

/** A number, four columns of words that are the four places for pictures, then จำนวน, the blank, the unit. */
const WIDTHS = [5, 20, 20, 20, 20, 9, 11, 8];
const [WORDS, NAME, PLACES_END, COUNT, BLANK, UNIT] = [1, 2, 4, 5, 6, 7] as const;
const LAST = WIDTHS.length - 1;
const PICTURE_POINTS = 96;
/** A title longer than this is printed in two lines. */
const LINE_CHARS = 110;

const thai = (number: number) =>
  String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

export interface DrawnDocument {
  widths: number[];
  /** The cell the district goes into. */
  district: string;
  last: number;
}

/** Draws a form without a table: its printed words, and a bordered cell of its own for everything that is to be written. */
export function drawDocument(
  paper: Paper,
  form: FormDefinition,
  about: { province: string; district: string | null; code: string },
): DrawnDocument {
  let row = 1;
  for (const title of form.title) {
    const height = ROW_POINTS.title * Math.ceil(title.length / LINE_CHARS);
    paper.line(row++, height, STYLES.title, title, 0, LAST);
  }
  const place = row++;
  const [province, district] = ["province", "district"].map((kind) => form.fields.find((field) => field.kind === kind));
  paper.put(place, WORDS, STYLES.sign, district?.label ?? "");
  paper.put(place, NAME, STYLES.text, about.district);
  paper.put(place, NAME + 1, STYLES.sign, province?.label ?? "");
  paper.put(place, PLACES_END, STYLES.text, about.province);
  paper.rowDefs.set(place - 1, { height: ROW_POINTS.title });
  for (const section of form.sections ?? []) row = drawSection(paper, form, section, row + 1);
  row++;
  for (const note of form.notes) paper.line(row++, ROW_POINTS.note, STYLES.note, note, 0, LAST);
  paper.line(row, ROW_POINTS.code, STYLES.code, about.code, 0, LAST);
  return { widths: WIDTHS, district: `C${place}`, last: row };
}

function drawSection(paper: Paper, form: FormDefinition, section: DocumentSection, from: number): number {
  let row = from;
  const own = section.blanks?.find((blank) => blank.text === "" && section.blanks?.length === 1);
  if (own === undefined) paper.line(row, ROW_POINTS.body, STYLES.note, section.heading, 0, LAST);
  else drawCount(paper, row, section.heading, 0, unitOf(form, own.field));
  row++;
  for (const { field, text } of section.blanks ?? [])
    if (text !== "") drawCount(paper, row++, text, WORDS, unitOf(form, field));
  if (section.repeat !== undefined) row = drawLines(paper, section.repeat, row);
  return row;
}

function unitOf(form: FormDefinition, id: string): string {
  return form.fields.find((field) => field.id === id)?.units?.[0] ?? "";
}

function drawCount(paper: Paper, row: number, text: string, from: number, unit: string): void {
  paper.line(row, ROW_POINTS.body, STYLES.note, text, from, PLACES_END);
  drawNumber(paper, row, unit);
}

function drawNumber(paper: Paper, row: number, unit: string): void {
  paper.put(row, COUNT, STYLES.sign, "จำนวน");
  paper.put(row, BLANK, STYLES.centred);
  paper.put(row, UNIT, STYLES.note, unit);
}

function drawLines(paper: Paper, repeat: NonNullable<DocumentSection["repeat"]>, from: number): number {
  let row = from;
  const counted = repeat.parts.length > 1;
  for (let n = 1; n <= repeat.lines; n++) {
    const label = `${thai(n)}. ${repeat.text}`.trim();
    const first = repeat.text === "" ? WORDS : NAME;
    paper.line(row, ROW_POINTS.body, STYLES.note, label, 0, first - 1);
    const last = counted ? PLACES_END : LAST;
    for (let column = first; column <= last; column++) paper.put(row, column, STYLES.text);
    paper.merge(row, first, row, last);
    if (counted) drawNumber(paper, row, repeat.photos === undefined ? "แห่ง" : "ภาพ");
    row++;
    if (repeat.photos === undefined) continue;
    for (let i = 0; i < repeat.photos; i++) paper.put(row, WORDS + (i % 4), STYLES.centred);
    paper.rowDefs.set(row - 1, { height: PICTURE_POINTS });
    row++;
  }
  return row;
}
