import { ruleFor } from "../calendar/formRules.ts";
import type { FieldDefinition, FormDefinition, FormDueRule, Severity } from "../forms/definition.ts";
import { parseDue, printDue } from "./dueSentence.ts";
import { freshFieldId } from "./ids.ts";
import { parseSentence } from "./parseSentence.ts";
import { type DesignProblem, problem } from "./problem.ts";
import { printSentence } from "./sentence.ts";
import { problemsOf, SINGLE_KINDS } from "./valid.ts";

/** One change the owner makes. `field` and `fields` are ids; sentences are those of `printSentence` and `printDue`. */
export type Edit =
  | { do: "identity"; id?: string; version?: number; official?: boolean; title?: string[]; titleWords?: string[] }
  | { do: "rename"; field: string; label: string; group?: string | null }
  | { do: "sentence"; field: string; text: string }
  | { do: "aliases"; field: string; aliases: string[] }
  | { do: "missing"; field: string; whenMissing: Severity | "none" }
  | { do: "drop"; field: string }
  | { do: "add"; label: string; group?: string; text: string; after: string | null }
  | { do: "move"; field: string; after: string | null }
  | { do: "key"; fields: string[]; verdict?: "warn" | "error" }
  | { do: "roster"; roster: FormDefinition["roster"] }
  | { do: "chain"; chain: string[] }
  | { do: "due"; text: string }
  | { do: "dueRule"; id: string }
  | { do: "nil"; text: string | null }
  | { do: "notes"; notes: string[] }
  | { do: "signature"; signature: FormDefinition["signature"] }
  | { do: "source"; source: FormDefinition["source"] }
  | { do: "blankRows"; rows: number };

export interface Edited {
  /** The new definition; the one handed in where the change could not be made. */
  form: FormDefinition;
  /** What is wrong with the change, or with the definition after it. Empty: it may be used. */
  problems: DesignProblem[];
}

/**
 * Makes one change to a definition; never changes the one handed in. A change that can not be understood leaves it as it was and says
 * why; one that is understood is made, and what is then wrong with the whole is told.
 */
export function applyEdit(form: FormDefinition, edit: Edit): Edited {
  const next = change(form, edit);
  return "code" in next ? { form, problems: [next] } : { form: next, problems: problemsOf(next) };
}

/** Several changes, one after the other; stops at none, and tells every problem met on the way. */
export function applyEdits(form: FormDefinition, edits: readonly Edit[]): Edited {
  let at = form;
  const failed: DesignProblem[] = [];
  for (const edit of edits) {
    const next = change(at, edit);
    if ("code" in next) failed.push(next);
    else at = next;
  }
  return { form: at, problems: [...failed, ...problemsOf(at)] };
}

function change(form: FormDefinition, edit: Edit): FormDefinition | DesignProblem {
  switch (edit.do) {
    case "identity": {
      const { do: _, ...given } = edit;
      return { ...form, ...given };
    }
    case "rename":
      return withField(form, edit.field, (field) => renamed(field, edit.label, edit.group));
    case "sentence":
      return withSentence(form, edit.field, edit.text);
    case "aliases":
      return withField(form, edit.field, (field) => ({ ...field, aliases: [...edit.aliases] }));
    case "missing":
      return withField(form, edit.field, (field) => ({ ...field, whenMissing: edit.whenMissing }));
    case "drop":
      return dropped(form, edit.field);
    case "add":
      return added(form, edit);
    case "move":
      return moved(form, edit.field, edit.after);
    case "key":
      return withKey(form, edit.fields, edit.verdict);
    case "due":
      return withDue(form, edit.text);
    case "dueRule":
      return ruleFor(form, edit.id) === undefined
        ? problem("DUE_UNKNOWN_RULE", { value: edit.id })
        : { ...form, calendarRule: edit.id };
    case "nil":
      return { ...form, nilText: edit.text };
    default: {
      const { do: what, ...given } = edit;
      return what === "blankRows" ? { ...form, blankRows: edit.rows } : { ...form, ...given };
    }
  }
}

function withField(
  form: FormDefinition,
  id: string,
  make: (field: FieldDefinition) => FieldDefinition,
): FormDefinition | DesignProblem {
  if (!form.fields.some((field) => field.id === id)) return problem("FIELD_UNKNOWN", { value: id }, id);
  return { ...form, fields: form.fields.map((field) => (field.id === id ? make(field) : field)) };
}

/** The label it had stays known as another name of the column. */
function renamed(field: FieldDefinition, label: string, group: string | null | undefined): FieldDefinition {
  const { group: before, ...rest } = field;
  const kept = group === undefined ? before : (group ?? undefined);
  const aliases = [...new Set([...field.aliases, field.label])].filter((name) => name !== label);
  return { ...rest, label, aliases, ...(kept === undefined ? {} : { group: kept }) };
}

/** A sentence replaces everything that is said of what the column holds; its name and headings stay. */
function withSentence(form: FormDefinition, id: string, text: string): FormDefinition | DesignProblem {
  const read = parseSentence(text, form.fields);
  if ("problem" in read) return { ...read.problem, field: id };
  const before = form.fields.find((field) => field.id === id);
  if (before === undefined) return problem("FIELD_UNKNOWN", { value: id }, id);
  const { label, group, aliases, whenMissing, width } = before;
  const { kind } = read.meaning;
  const others = form.fields.filter((field) => field !== before);
  if (SINGLE_KINDS.includes(kind) && others.some((field) => field.kind === kind))
    return problem("KIND_TWICE", { kind, label }, id);
  // The checker finds a place, an office or a remark by its name; another kind gets a name that is nobody's.
  const ids = others.map((field) => field.id);
  const kindId = SINGLE_KINDS.includes(kind)
    ? kind
    : SINGLE_KINDS.some((one) => one === id)
      ? freshFieldId(kind, ids)
      : id;
  const made = {
    id: kindId,
    label,
    ...(group === undefined ? {} : { group }),
    aliases,
    whenMissing,
    width,
    ...read.meaning,
  };
  return renameId({ ...form, fields: form.fields.map((field) => (field === before ? made : field)) }, id, kindId);
}

/** Everything that named a field by its old id names it by the new one. */
function renameId(form: FormDefinition, from: string, to: string): FormDefinition {
  if (from === to) return form;
  const of = (id: string) => (id === from ? to : id);
  return {
    ...form,
    fields: form.fields.map((field) =>
      field.requiredWhen === undefined
        ? field
        : { ...field, requiredWhen: { ...field.requiredWhen, field: of(field.requiredWhen.field) } },
    ),
    rowRules: form.rowRules.map((rule) =>
      rule.fields === undefined ? rule : { ...rule, fields: rule.fields.map(of) },
    ),
    ...(form.exports === undefined
      ? {}
      : {
          exports: form.exports.map((system) => ({
            ...system,
            columns: system.columns.map((column) => ({ ...column, fields: column.fields.map(of) })),
          })),
        }),
  };
}

/** What hung on a dropped column goes with it: conditions on it, and its place among the fields of a rule. */
function dropped(form: FormDefinition, id: string): FormDefinition | DesignProblem {
  if (!form.fields.some((field) => field.id === id)) return problem("FIELD_UNKNOWN", { value: id }, id);
  const fields = form.fields
    .filter((field) => field.id !== id)
    .map(({ requiredWhen, ...field }) =>
      requiredWhen === undefined || requiredWhen.field === id ? field : { ...field, requiredWhen },
    );
  const rowRules = form.rowRules.flatMap((rule) => {
    const left = rule.fields?.filter((one) => one !== id);
    if (left === undefined || left.length === rule.fields!.length) return [rule];
    return left.length === 0 ? [] : [{ ...rule, fields: left }];
  });
  const { exports, ...rest } = form;
  const kept = (exports ?? []).flatMap((system) => {
    const columns = system.columns
      .map((column) => ({ ...column, fields: column.fields.filter((one) => one !== id) }))
      .filter((column) => column.fields.length > 0);
    return columns.length === 0 ? [] : [{ ...system, columns }];
  });
  return { ...rest, fields, rowRules, ...(kept.length === 0 ? {} : { exports: kept }) };
}

function added(form: FormDefinition, edit: Edit & { do: "add" }): FormDefinition | DesignProblem {
  const read = parseSentence(edit.text, form.fields);
  if ("problem" in read) return read.problem;
  const { kind } = read.meaning;
  if (SINGLE_KINDS.includes(kind) && form.fields.some((field) => field.kind === kind))
    return problem("KIND_TWICE", { kind, label: edit.label });
  const field: FieldDefinition = {
    id: freshFieldId(
      kind,
      form.fields.map((one) => one.id),
    ),
    label: edit.label,
    ...(edit.group === undefined ? {} : { group: edit.group }),
    aliases: [],
    whenMissing: "warn",
    width: 16,
    ...read.meaning,
  };
  return placed(form, field, edit.after);
}

function moved(form: FormDefinition, id: string, after: string | null): FormDefinition | DesignProblem {
  const field = form.fields.find((one) => one.id === id);
  if (field === undefined) return problem("FIELD_UNKNOWN", { value: id }, id);
  return id === after ? form : placed({ ...form, fields: form.fields.filter((one) => one !== field) }, field, after);
}

function placed(form: FormDefinition, field: FieldDefinition, after: string | null): FormDefinition | DesignProblem {
  const at = after === null ? 0 : form.fields.findIndex((one) => one.id === after) + 1;
  if (after !== null && at === 0) return problem("FIELD_UNKNOWN", { value: after }, field.id);
  return { ...form, fields: [...form.fields.slice(0, at), field, ...form.fields.slice(at)] };
}

/** The fields that tell two rows of one office apart; none: nothing is told of rows that are alike. */
function withKey(
  form: FormDefinition,
  fields: string[],
  verdict: "warn" | "error" | undefined,
): FormDefinition | DesignProblem {
  const unknown = fields.find((id) => !form.fields.some((field) => field.id === id));
  if (unknown !== undefined) return problem("FIELD_UNKNOWN", { value: unknown }, unknown);
  const before = form.rowRules.find((rule) => rule.rule === "duplicateRow");
  const rest = form.rowRules.filter((rule) => rule !== before);
  if (fields.length === 0) return { ...form, rowRules: rest };
  const rule = {
    ...(before ?? { rule: "duplicateRow" as const }),
    verdict: verdict ?? before?.verdict ?? "warn",
    fields: [...fields],
  };
  return { ...form, rowRules: [...rest, rule] };
}

/** The form's own due rule, put in the place of the one it went by. */
function withDue(form: FormDefinition, text: string): FormDefinition | DesignProblem {
  const read = parseDue(text);
  if ("problem" in read) return read.problem;
  const rule: FormDueRule = { id: OWN_RULE, from: form.chain[0] ?? "", to: form.chain[1] ?? "", ...read.due };
  return {
    ...form,
    calendarRule: OWN_RULE,
    dueRules: [rule, ...(form.dueRules ?? []).filter(({ id }) => id !== OWN_RULE)],
  };
}

export const OWN_RULE = "own-due";

/** The sentence of a field as it stands, and of the form's due rule: what an editor shows to be changed. */
export function sentencesOf(form: FormDefinition): { fields: Record<string, string>; due: string | null } {
  const own = form.dueRules?.find(({ id }) => id === form.calendarRule);
  return {
    fields: Object.fromEntries(form.fields.map((field) => [field.id, printSentence(field, form.fields)])),
    due: own === undefined ? null : printDue(own),
  };
}
