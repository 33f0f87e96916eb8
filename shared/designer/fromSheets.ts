import { parsePeriod } from "../calendar/period.ts";
import type {
  DocumentSection,
  FieldDefinition,
  FormDefinition,
  FormDueRule,
  FormExport,
  RowRule,
  Sourced,
} from "../forms/definition.ts";
import type { Grid } from "../sheet/grid.ts";
import { matchKey } from "../text/key.ts";
import { parseDue } from "./dueSentence.ts";
import { parseSentence } from "./parseSentence.ts";
import { type DesignProblem, problem } from "./problem.ts";
import { SheetTable } from "./sheetTable.ts";
import * as words from "./sheetWords.ts";
import { problemsOf } from "./valid.ts";

type At = { sheet: string; cell: string };

/**
 * Reads a definition from the sheets `toSheets` wrote and somebody may have changed. All of it, or none: every problem is told with its
 * sheet and cell, and there is a form only where there is no problem.
 */
export function fromSheets(grids: readonly Grid[]): { form: FormDefinition } | { problems: DesignProblem[] } {
  const tables = openAll(grids);
  if (Array.isArray(tables)) return { problems: tables };
  const whole = readWhole(tables.form);
  const { fields, places } = readFields(tables.fields);
  const dueRules = tables.dues === null ? [] : readDues(tables.dues);
  const sections = tables.sections === null ? [] : readSections(tables.sections);
  const exports = tables.exports === null ? [] : readExports(tables.exports);
  const form: FormDefinition = {
    ...whole.form,
    fields,
    ...(sections.length === 0 ? {} : { sections }),
    rowRules: readRules(tables.rules),
    ...(dueRules.length === 0 ? {} : { dueRules }),
    ...(exports.length === 0 ? {} : { exports }),
  };
  const problems = Object.values(tables).flatMap((table) => table?.problems ?? []);
  if (problems.length > 0) return { problems };
  const wrong = problemsOf(form).map((one) => ({ ...one, at: whereOf(one, places, whole.places) }));
  return wrong.length > 0 ? { problems: wrong } : { form };
}

interface Tables {
  form: SheetTable;
  fields: SheetTable;
  rules: SheetTable;
  dues: SheetTable | null;
  sections: SheetTable | null;
  exports: SheetTable | null;
}

function openAll(grids: readonly Grid[]): Tables | DesignProblem[] {
  const { SHEETS } = words;
  const find = (name: string) => grids.find((grid) => matchKey(grid.sheet) === matchKey(name));
  const [form, fields, rules, dues, sections, exports] = [
    SHEETS.form,
    SHEETS.fields,
    SHEETS.rules,
    SHEETS.dues,
    SHEETS.sections,
    SHEETS.exports,
  ].map(find);
  if (form === undefined || fields === undefined || rules === undefined)
    return [SHEETS.form, SHEETS.fields, SHEETS.rules]
      .filter((name) => find(name) === undefined)
      .map((name) => problem("SHEET_MISSING", { name }));
  const table = (grid: Grid, headings: readonly string[], needed: readonly string[] = headings) =>
    new SheetTable(grid, headings, needed);
  return {
    form: table(form, words.FORM_COLUMNS),
    fields: table(
      fields,
      words.FIELD_COLUMNS,
      words.FIELD_COLUMNS.filter((_, i) => i !== 2 && i !== 4),
    ),
    rules: table(rules, words.RULE_COLUMNS, words.RULE_COLUMNS.slice(0, 2)),
    dues: dues === undefined ? null : table(dues, words.DUE_COLUMNS),
    sections: sections === undefined ? null : table(sections, words.SECTION_COLUMNS, words.SECTION_COLUMNS.slice(0, 4)),
    exports: exports === undefined ? null : table(exports, words.EXPORT_COLUMNS, words.EXPORT_COLUMNS.slice(0, 5)),
  };
}

/** Rows of the first sheet by what they are about, checked for what must be there once. */
function readWhole(table: SheetTable) {
  const [heading, value, beside] = words.FORM_COLUMNS;
  const rows = new Map<words.RowKey, number[]>();
  const places = new Map<string, At>();
  const keys = Object.keys(words.ROWS) as words.RowKey[];
  for (const row of table.rows()) {
    const key = table.choice(row, heading, words.ROWS);
    if (key === null) continue;
    const before = rows.get(key) ?? [];
    if (before.length > 0 && !words.REPEATED.has(key))
      table.tell("CELL_CHOICE", row, heading, { name: heading, value: words.ROWS[key], known: words.ROWS[key] });
    rows.set(key, [...before, row]);
    if (!places.has(key)) places.set(key, table.at(row, value));
  }
  const name = (key: words.RowKey) => words.ROWS[key];
  const first = (key: words.RowKey) => rows.get(key)?.[0];
  const needed = (key: words.RowKey): number | undefined => {
    const row = first(key);
    if (row === undefined) table.tell("CELL_MISSING", 0, value, { name: name(key) });
    return row;
  };
  const text = (key: words.RowKey) => {
    const row = first(key);
    return row === undefined ? undefined : table.given(row, value, name(key));
  };
  const must = (key: words.RowKey) => (needed(key) === undefined ? "" : text(key)!);
  const many = (key: words.RowKey) => (rows.get(key) ?? []).map((row) => table.given(row, value, name(key)));
  const numberAt = (row: number | undefined, key: words.RowKey) => {
    if (row === undefined) return 0;
    table.given(row, value, name(key));
    return table.number(row, value, name(key)) ?? 0;
  };
  const choice = <K extends string>(key: words.RowKey, known: Readonly<Record<K, string>>, otherwise: K): K => {
    const row = needed(key);
    return row === undefined ? otherwise : (table.choice(row, value, known, name(key)) ?? otherwise);
  };
  const sourced = <T>(
    key: "photos" | "clipSeconds" | "clipFormat",
    read: (row: number, as: words.RowKey) => T,
  ): Sourced<T> | null => {
    const row = first(key);
    const others = rows.get(`${key}Elsewhere`) ?? [];
    if (row === undefined) {
      if (others.length > 0) table.tell("CELL_MISSING", others[0]!, heading, { name: name(key) });
      return null;
    }
    const of = (at: number, as: words.RowKey) => ({
      value: read(at, as),
      source: table.given(at, beside, `${name(as)}: ${beside}`),
    });
    const elsewhere = others.map((at) => of(at, `${key}Elsewhere`));
    return { ...of(row, key), ...(elsewhere.length === 0 ? {} : { elsewhere }) };
  };
  const textAt = (row: number, key: words.RowKey) => table.given(row, value, name(key));
  const [asCited, doubt] = [text("asCited"), text("doubt")];
  const form: Omit<FormDefinition, "fields" | "rowRules" | "sections" | "dueRules" | "exports"> = {
    id: must("id"),
    version: numberAt(needed("version"), "version"),
    official: choice("official", words.YES, "true") === "true",
    title: many("title"),
    misprints: (rows.get("misprints") ?? []).map((row): [string, string] => [
      textAt(row, "misprints"),
      table.given(row, beside, name("misprints")),
    ]),
    titleWords: many("titleWords"),
    nilText: text("nilText") ?? null,
    notes: many("notes"),
    signature: readSignature(text),
    blankRows: numberAt(needed("blankRows"), "blankRows"),
    calendarRule: must("calendarRule"),
    furtherRules: many("furtherRules"),
    attachments: {
      photos: sourced("photos", numberAt),
      clipSeconds: sourced("clipSeconds", numberAt),
      clipFormat: sourced("clipFormat", textAt),
    },
    roster: choice("roster", words.ROSTERS, "offices"),
    chain: many("chain"),
    source: {
      reference: must("reference"),
      issuer: must("issuer"),
      ...(asCited === undefined ? {} : { asCited }),
      ...(doubt === undefined ? {} : { doubt }),
    },
  };
  return { form, places, keys };
}

/** The three lines of a signature block go together: with one of them the others are missed. */
function readSignature(text: (key: words.RowKey) => string | undefined): FormDefinition["signature"] {
  const [sign, name, position] = [text("sign"), text("signName"), text("signPosition")];
  if (sign === undefined && name === undefined && position === undefined) return null;
  return { sign: sign ?? "", name: name ?? "", position: position ?? "" };
}

function readFields(table: SheetTable): { fields: FieldDefinition[]; places: Map<string, At> } {
  const [id, label, group, holds, aliases, missing, width] = words.FIELD_COLUMNS;
  const places = new Map<string, At>();
  const rows = table.rows();
  const named = rows.map((row) => ({ id: table.given(row, id), label: table.given(row, label) }));
  const fields = rows.map((row, i): FieldDefinition => {
    const read = parseSentence(table.given(row, holds), named);
    if ("problem" in read && table.text(row, holds) !== null)
      table.add({ ...read.problem, field: named[i]!.id }, table.at(row, holds));
    const head = table.text(row, group);
    table.given(row, width);
    if (!places.has(named[i]!.id)) places.set(named[i]!.id, table.at(row, id));
    return {
      ...named[i]!,
      ...(head === null ? {} : { group: head }),
      aliases: table.list(row, aliases) ?? [],
      whenMissing: table.choice(row, missing, words.MISSING) ?? "warn",
      width: table.number(row, width) ?? 0,
      ...("meaning" in read ? read.meaning : { kind: "text" }),
    };
  });
  return { fields, places };
}

function readRules(table: SheetTable): RowRule[] {
  const [rule, verdict, fields, limit, from] = words.RULE_COLUMNS;
  return table.rows().map((row): RowRule => {
    const named = table.list(row, fields);
    const number = table.number(row, limit);
    const month = table.text(row, from);
    const blocksFrom = month === null ? null : parsePeriod(month);
    if (month !== null && blocksFrom === null)
      table.tell("CELL_CHOICE", row, from, { name: from, value: month, known: "มกราคม 2567" });
    return {
      rule: table.choice(row, rule, words.RULES) ?? "duplicateRow",
      verdict: table.choice(row, verdict, words.VERDICTS) ?? "warn",
      ...(blocksFrom === null ? {} : { blocksFrom }),
      ...(named === null ? {} : { fields: named }),
      ...(number === null ? {} : { limit: number }),
    };
  });
}

function readDues(table: SheetTable): FormDueRule[] {
  const [id, from, to, when] = words.DUE_COLUMNS;
  return table.rows().map((row): FormDueRule => {
    const read = parseDue(table.given(row, when));
    if ("problem" in read && table.text(row, when) !== null) table.add(read.problem, table.at(row, when));
    const due = "due" in read ? read.due : ({ kind: "none", cycle: null, startsAt: null, roll: "none" } as const);
    return { id: table.given(row, id), from: table.given(row, from), to: table.given(row, to), ...due };
  });
}

/** A row of a system opens it, those under it are its columns. */
function readExports(table: SheetTable): FormExport[] {
  const [kind, first, second, keyedBy, source, doubt] = words.EXPORT_COLUMNS;
  const systems: FormExport[] = [];
  for (const row of table.rows()) {
    const is = table.choice(row, kind, words.EXPORT_KINDS);
    const last = systems.at(-1);
    if (is === "system") {
      const unsure = table.text(row, doubt);
      systems.push({
        ...{ system: table.given(row, first), name: table.given(row, second) },
        ...{ keyedBy: table.choice(row, keyedBy, words.KEYED_BY) ?? "office", columns: [] },
        ...{ source: table.given(row, source), ...(unsure === null ? {} : { doubt: unsure }) },
      });
    } else if (is === "column" && last !== undefined) {
      table.given(row, second);
      last.columns.push({ label: table.given(row, first), fields: table.list(row, second) ?? [] });
    } else if (is !== null)
      table.tell("CELL_CHOICE", row, kind, {
        name: kind,
        value: table.text(row, kind),
        known: words.EXPORT_KINDS.system,
      });
  }
  return systems;
}

function readSections(table: SheetTable): DocumentSection[] {
  const [kind, field, text, known, lines, photos] = words.SECTION_COLUMNS;
  const sections: DocumentSection[] = [];
  for (const row of table.rows()) {
    const is = table.choice(row, kind, words.SECTION_KINDS);
    table.given(row, known);
    const list = table.list(row, known) ?? [];
    const last = sections.at(-1);
    if (is === "heading") sections.push({ heading: table.given(row, text), words: list });
    else if (last === undefined)
      table.tell("CELL_CHOICE", row, kind, {
        name: kind,
        value: table.text(row, kind),
        known: words.SECTION_KINDS.heading,
      });
    else if (is === "blank")
      last.blanks = [
        ...(last.blanks ?? []),
        { field: table.given(row, field), text: table.text(row, text) ?? "", words: list },
      ];
    else if (is === "repeat") {
      const pictures = table.number(row, photos);
      table.given(row, lines);
      last.repeat = {
        field: table.given(row, field),
        text: table.text(row, text) ?? "",
        parts: list,
        lines: table.number(row, lines) ?? 0,
        ...(pictures === null ? {} : { photos: pictures }),
      };
    }
  }
  return sections;
}

/** The row a problem with the whole is about, else the first row of the sheet it is in. */
function whereOf(one: DesignProblem, fields: ReadonlyMap<string, At>, whole: ReadonlyMap<string, At>): At {
  const field = one.field === null ? undefined : fields.get(one.field);
  const row = ROW_OF[one.code] ?? ROW_OF_PART[String(one.params.what)] ?? String(one.params.what);
  return field ?? whole.get(row) ?? { sheet: words.SHEETS.form, cell: "A1" };
}

const ROW_OF: Partial<Record<DesignProblem["code"], words.RowKey>> = {
  ID_FORM: "id",
  TITLE_EMPTY: "title",
  TITLE_NOT_OFFICIAL: "title",
  CHAIN_SHORT: "chain",
  DUE_UNKNOWN_RULE: "calendarRule",
};
const ROW_OF_PART: Partial<Record<string, words.RowKey>> = { source: "reference", signature: "sign" };
