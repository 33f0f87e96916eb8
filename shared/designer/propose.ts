import type { FieldDefinition, FormDefinition } from "../forms/definition.ts";
import { columnIndex, parseRange } from "../sheet/address.ts";
import type { Cell, Grid } from "../sheet/grid.ts";
import { GridView } from "../sheet/view.ts";
import { type Around, readAround, titleLine, titleWord } from "./around.ts";
import { makeField } from "./fields.ts";
import { formIdOf } from "./ids.ts";
import { Points } from "./points.ts";
import { problem } from "./problem.ts";
import type { NoProposal, Point, Proposal } from "./proposal.ts";
import { proposeRules } from "./rowRules.ts";
import { gatherSamples, type Samples } from "./samples.ts";
import { findTable, type Table } from "./table.ts";
import { MOST_FIELDS } from "./valid.ts";
import { hintOf, WIDTHS } from "./vocabulary.ts";
import { proposeWay } from "./way.ts";

/** A workbook's sheets in order, or its only one. */
export type Sheets = Grid | readonly Grid[];

interface Place {
  grid: Grid;
  view: GridView;
  table: Table & { score: number };
}

const USUAL_ROWS = 20;
const MOST_ROWS = 200;

/**
 * From an official form, and up to a few filled copies of it, to a definition: complete, valid, and with a reason and a degree of
 * certainty for each thing in it. Never decides in silence: what is not printed on the form is marked for a person to look at.
 * Same input, same proposal. Never throws; without a table there is no proposal, and the answer says why.
 */
export function propose(official: Sheets, examples: readonly Sheets[] = []): Proposal | NoProposal {
  const places = sheetsOf(official).flatMap((grid): Place[] => {
    const view = new GridView(grid);
    const table = grid.hidden === true ? null : findTable(view);
    return table === null ? [] : [{ grid, view, table }];
  });
  const best = places.reduce<Place | null>(
    (most, one) => (most === null || one.table.score > most.table.score ? one : most),
    null,
  );
  if (best === null) return { found: false, problem: problem("NO_TABLE") };
  const { columns } = best.table;
  if (columns.length > MOST_FIELDS)
    return { found: false, problem: problem("TOO_MANY_COLUMNS", { count: columns.length, most: MOST_FIELDS }) };
  return proposeFrom(best, places, examples.map(sheetsOf));
}

function sheetsOf(sheets: Sheets): readonly Grid[] {
  return "rows" in sheets ? [sheets] : sheets;
}

function proposeFrom(place: Place, places: readonly Place[], examples: readonly (readonly Grid[])[]): Proposal {
  const { grid, view, table } = place;
  const around = readAround(view, table);
  const samples = gatherSamples(draftOf(table, around), [[grid], ...examples]);
  const points = new Points();
  const others = places.filter((one) => one !== place).map((one) => one.grid.sheet);
  if (others.length > 0)
    points.say("sheet", "unsure", "SHEET_CHOSEN", { sheet: grid.sheet, others: others.join(", ") });
  sayExamples(points, samples, examples);
  const { fields, fieldPoints } = makeFields(place, samples);
  const title = titleOf(around, points);
  const heading = { from: view.rowNumber(table.top), to: view.rowNumber(table.bottom) };
  const rows = heading.from === heading.to ? String(heading.from) : `${heading.from}–${heading.to}`;
  points.say("heading", "sure", "HEADING_ROWS", { rows, columns: fields.length });
  if (table.numberRow !== null) points.say("heading", "sure", "NUMBER_ROW", { row: view.rowNumber(table.numberRow) });
  const form: FormDefinition = {
    id: formIdOf(title.words.join(" ")),
    version: 1,
    official: true,
    title: title.lines,
    misprints: [],
    titleWords: title.words,
    ...proposeRules(fields, points),
    notes: around.notes.map(({ text }) => text),
    blankRows: rowsOf(around, points),
    ...proposeWay(fields, around, points),
    attachments: { photos: null, clipSeconds: null, clipFormat: null },
  };
  points.say("id", "likely", "ID_MADE", { id: form.id });
  return {
    found: true,
    form,
    sheet: grid.sheet,
    heading,
    columns: lettersOf(form.fields, place),
    points: [...points.all, ...fieldPoints(form.fields)],
  };
}

/** A form by its headings alone, enough to find it again in the examples. */
function draftOf({ columns }: Table, around: Around): FormDefinition {
  const fields = columns.map(({ label, group }, i): FieldDefinition => {
    const kind = hintOf(label, group)?.kind ?? "text";
    const drafted = kind === "category" ? "text" : kind;
    return {
      id: `f${i}`,
      kind: drafted,
      label,
      ...(group === undefined ? {} : { group }),
      aliases: [],
      whenMissing: "warn",
      width: WIDTHS[drafted],
    };
  });
  return {
    ...{
      id: "draft",
      version: 1,
      official: true,
      title: around.title.map(({ text }) => text),
      misprints: [],
      titleWords: [],
    },
    ...{
      fields,
      rowRules: [],
      nilText: null,
      notes: [],
      signature: null,
      blankRows: 0,
      calendarRule: "",
      furtherRules: [],
    },
    attachments: { photos: null, clipSeconds: null, clipFormat: null },
    ...{ roster: "offices", chain: [], source: { reference: "", issuer: "" } },
  };
}

function makeFields({ grid, view, table }: Place, samples: Samples) {
  const made: { field: FieldDefinition; points: Point[] }[] = [];
  table.columns.forEach((column, i) => {
    const cells: readonly Cell[] = samples.cells.get(`f${i}`) ?? [];
    const facts = {
      column,
      cell: view.address(column.row, column.col),
      cells,
      rows: samples.rows,
      offered: offeredIn(grid, table, view, column.col),
      aliases: samples.aliases.get(`f${i}`) ?? [],
    };
    made.push(
      makeField(
        facts,
        made.map((one) => one.field),
      ),
    );
  });
  // A rule may give a field another name; its points follow it by place.
  const fieldPoints = (named: readonly FieldDefinition[]) =>
    made.flatMap(({ points }, i) => points.map((point) => ({ ...point, field: named[i]!.id })));
  return { fields: made.map(({ field }) => field), fieldPoints };
}

/** The values of the first drop-down over the column's body. */
function offeredIn(grid: Grid, table: Table, view: GridView, col: number): string[] | null {
  const at = { row: view.rowNumber(table.firstRow) - 1, col: columnIndex(view.letters(col)) };
  for (const { range, values } of grid.choices ?? []) {
    const area = parseRange(range, 1_048_575, 16_383);
    const reaches = area !== null && area.left <= at.col && at.col <= area.right && area.bottom >= at.row;
    const texts = [...new Set(values.map((value) => value.trim()))].filter(
      (value) => value !== "" && value.length <= 200,
    );
    if (reaches && texts.length > 1) return texts;
  }
  return null;
}

function titleOf(around: Around, points: Points): { lines: string[]; words: string[] } {
  const lines = around.title.map(({ text }) => titleLine(text)).filter((line) => line !== "");
  const cell = around.title[0]?.cell ?? null;
  if (lines.length === 0) {
    points.say("title", "unsure", "TITLE_NONE");
    return { lines: [UNTITLED], words: [UNTITLED] };
  }
  const word = titleWord(lines);
  points.say(
    "title",
    word === null ? "unsure" : "sure",
    "TITLE_LINES",
    { count: lines.length, words: word ?? lines[0]! },
    cell,
  );
  const changed = around.title.find(({ text }) => titleLine(text) !== text.replace(/\s+/g, " ").trim());
  if (changed !== undefined)
    points.say(
      "title",
      "likely",
      "TITLE_PERIOD",
      { before: changed.text, after: titleLine(changed.text) },
      changed.cell,
    );
  return { lines, words: [word ?? lines[0]!] };
}

const UNTITLED = "แบบรายงานที่ยังไม่มีชื่อ";

function rowsOf(around: Around, points: Points): number {
  const { emptyRows, total } = around;
  if (total !== null) points.say("total", "sure", "TOTAL_ROW", { text: total.text }, total.cell);
  const rows = emptyRows === 0 ? USUAL_ROWS : Math.min(emptyRows, MOST_ROWS);
  points.say("rows", emptyRows === 0 ? "likely" : "sure", emptyRows === 0 ? "ROWS_COMMON" : "ROWS_PRINTED", { rows });
  return rows;
}

function sayExamples(points: Points, samples: Samples, examples: readonly (readonly Grid[])[]): void {
  // The official form itself is the first that was read.
  const name = (place: number) => examples[place - 1]?.[0]?.sheet ?? "";
  const read = samples.read.filter((place) => place > 0);
  if (read.length > 0) points.say("examples", "sure", "EXAMPLE_READ", { count: read.length, rows: samples.rows });
  for (const place of samples.unread.filter((one) => one > 0))
    points.say("examples", "unsure", "EXAMPLE_UNREAD", { place, sheet: name(place) });
  for (const label of samples.extra) points.say("examples", "unsure", "EXAMPLE_EXTRA", { label });
}

function lettersOf(fields: readonly FieldDefinition[], { view, table }: Place): Record<string, string> {
  return Object.fromEntries(fields.map(({ id }, i) => [id, view.letters(table.columns[i]!.col)]));
}
