import { periodText } from "../calendar/period.ts";
import type { DocumentSection, FormDefinition, FormExport, Sourced } from "../forms/definition.ts";
import type { Cell, Grid } from "../sheet/grid.ts";
import { DUE_EXAMPLES, printDue } from "./dueSentence.ts";
import { UNDERSTOOD } from "./parseSentence.ts";
import { printItems } from "./quoted.ts";
import { printSentence } from "./sentence.ts";
import * as words from "./sheetWords.ts";

/**
 * A definition as the sheets of a workbook: one row a field, one row a rule, a sheet of what is said of the whole. `fromSheets` reads it
 * back to the very same. The last sheet only explains.
 */
export function toSheets(form: FormDefinition): Grid[] {
  const sheets: Grid[] = [
    { sheet: words.SHEETS.form, rows: [[...words.FORM_COLUMNS], ...formRows(form)] },
    { sheet: words.SHEETS.fields, rows: [[...words.FIELD_COLUMNS], ...fieldRows(form)] },
    { sheet: words.SHEETS.rules, rows: [[...words.RULE_COLUMNS], ...ruleRows(form)] },
    { sheet: words.SHEETS.dues, rows: [[...words.DUE_COLUMNS], ...dueRows(form)] },
  ];
  if (form.sections !== undefined)
    sheets.push({
      sheet: words.SHEETS.sections,
      rows: [[...words.SECTION_COLUMNS], ...form.sections.flatMap(sectionRows)],
    });
  if (form.exports !== undefined)
    sheets.push({
      sheet: words.SHEETS.exports,
      rows: [[...words.EXPORT_COLUMNS], ...form.exports.flatMap(exportRows)],
    });
  return [...sheets, { sheet: words.SHEETS.help, rows: helpRows() }];
}

function formRows(form: FormDefinition): Cell[][] {
  const { ROWS, YES, ROSTERS } = words;
  const { signature, source, attachments } = form;
  const one = (key: words.RowKey, value: Cell | undefined, beside?: string): Cell[][] =>
    value === null || value === undefined ? [] : [[ROWS[key], value, ...(beside === undefined ? [] : [beside])]];
  const many = (key: words.RowKey, values: readonly string[]) => values.flatMap((value) => one(key, value));
  const sourced = <T extends string | number>(key: "photos" | "clipSeconds" | "clipFormat", all: Sourced<T> | null) =>
    all === null
      ? []
      : [
          ...one(key, all.value, all.source),
          ...(all.elsewhere ?? []).flatMap((other) => one(`${key}Elsewhere`, other.value, other.source)),
        ];
  return [
    ...one("id", form.id),
    ...one("version", form.version),
    ...one("official", YES[form.official ? "true" : "false"]),
    ...many("title", form.title),
    ...many("titleWords", form.titleWords),
    ...form.misprints.flatMap(([wrong, right]) => one("misprints", wrong, right)),
    ...one("nilText", form.nilText),
    ...many("notes", form.notes),
    ...one("sign", signature?.sign),
    ...one("signName", signature?.name),
    ...one("signPosition", signature?.position),
    ...one("blankRows", form.blankRows),
    ...one("roster", ROSTERS[form.roster]),
    ...many("chain", form.chain),
    ...one("calendarRule", form.calendarRule),
    ...many("furtherRules", form.furtherRules),
    ...sourced("photos", attachments.photos),
    ...sourced("clipSeconds", attachments.clipSeconds),
    ...sourced("clipFormat", attachments.clipFormat),
    ...one("reference", source.reference),
    ...one("issuer", source.issuer),
    ...one("asCited", source.asCited),
    ...one("doubt", source.doubt),
  ];
}

function fieldRows({ fields }: FormDefinition): Cell[][] {
  return fields.map((field) => [
    field.id,
    field.label,
    field.group ?? null,
    printSentence(field, fields),
    field.aliases.length === 0 ? null : printItems(field.aliases),
    words.MISSING[field.whenMissing],
    field.width,
  ]);
}

function ruleRows({ rowRules }: FormDefinition): Cell[][] {
  return rowRules.map((rule) => [
    words.RULES[rule.rule],
    words.VERDICTS[rule.verdict],
    rule.fields === undefined ? null : printItems(rule.fields),
    rule.limit ?? null,
    rule.blocksFrom === undefined ? null : periodText(rule.blocksFrom),
  ]);
}

function dueRows({ dueRules }: FormDefinition): Cell[][] {
  return (dueRules ?? []).map((rule) => [rule.id, rule.from, rule.to, printDue(rule)]);
}

function sectionRows({ heading, words: known, blanks, repeat }: DocumentSection): Cell[][] {
  const { heading: section, blank, repeat: lines } = words.SECTION_KINDS;
  return [
    [section, null, heading, printItems(known)],
    ...(blanks ?? []).map((one) => [blank, one.field, one.text === "" ? null : one.text, printItems(one.words)]),
    ...(repeat === undefined
      ? []
      : [
          [
            lines,
            repeat.field,
            repeat.text === "" ? null : repeat.text,
            printItems(repeat.parts),
            repeat.lines,
            repeat.photos ?? null,
          ],
        ]),
  ];
}

/** A system, and under it its columns in typing order. */
function exportRows({ system, name, keyedBy, columns, source, doubt }: FormExport): Cell[][] {
  const { EXPORT_KINDS, KEYED_BY } = words;
  return [
    [EXPORT_KINDS.system, system, name, KEYED_BY[keyedBy], source, doubt ?? null],
    ...columns.map(({ label, fields }) => [EXPORT_KINDS.column, label, printItems(fields)]),
  ];
}

function helpRows(): Cell[][] {
  const { SHEETS, FIELD_COLUMNS, MISSING, VERDICTS, RULES } = words;
  const rows = (title: string, all: readonly string[]): Cell[][] => [[title], ...all.map((text) => [null, text]), []];
  return [
    ...rows(`แผ่น “${SHEETS.fields}” คอลัมน์ “${FIELD_COLUMNS[3]}” เขียนเป็นประโยคจากคำเหล่านี้`, UNDERSTOOD),
    ...rows(`แผ่น “${SHEETS.fields}” คอลัมน์ “${FIELD_COLUMNS[5]}” ใช้คำใดคำหนึ่ง`, Object.values(MISSING)),
    ...rows(`แผ่น “${SHEETS.rules}” ใช้กติกาเหล่านี้`, Object.values(RULES)),
    ...rows(`แผ่น “${SHEETS.rules}” ผลของกติกา`, Object.values(VERDICTS)),
    ...rows(`แผ่น “${SHEETS.dues}” เขียนว่าเมื่อไร เช่น`, DUE_EXAMPLES),
    ...rows("รายการคั่นด้วยจุลภาค คำที่มีจุลภาคอยู่ข้างในใส่เครื่องหมาย “ ” ล้อมไว้", ["อำเภอ, อ., “ก, ข”"]),
  ];
}
