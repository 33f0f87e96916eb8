import { periodSheetName } from "../../../shared/calendar/period.ts";
import type { FieldDefinition } from "../../../shared/forms/index.ts";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { fill } from "../../../shared/words/fill.ts";
import type { GoogleWords } from "../../../shared/words/google.ts";
import type { MasterWords } from "../../../shared/words/master.ts";
import { type MasterModel, type MasterOffice, masterRows } from "../model.ts";
import { TICK } from "../officialSheet.ts";
import { scopeLine } from "../scope.ts";
import { stateWord } from "../states.ts";
import { isTicked } from "../tally.ts";
import { bangkokSerial } from "../time.ts";
import { type Counted, type Digest, digestOf } from "./digest.ts";
import type { Column, Look, Tab, Value } from "./tab.ts";

export interface Words {
  master: MasterWords;
  google: GoogleWords;
}

/**
 * The tab of one form and period: the form's own columns, then where each row comes from. Made of the same model and rows as the
 * workbook, so the two cannot say different things. With it the digest for the overviews, counted on the way.
 */
export async function formTab(model: MasterModel, words: Words): Promise<{ tab: Tab; digest: Digest }> {
  const { form, period } = model;
  const rows: Value[][] = [];
  const counted = new Map<number, Counted>();
  const origins = new Map<number, Value[]>();
  for await (const batch of masterRows(model))
    for (const { seq, office, stored } of batch) {
      let origin = origins.get(office);
      if (origin === undefined) origins.set(office, (origin = originOf(model.offices[office]!, words.master)));
      const count = counted.get(office) ?? { rows: 0, done: 0, notDone: 0, nil: 0 };
      counted.set(office, count);
      count.rows++;
      count[stored.status]++;
      const own = form.fields.map((field) => printed(field, seq, stored.values[field.id]));
      rows.push([...own, resultWord(stored.status, words.master), stored.row, ...origin]);
    }
  const title = fill(words.google.banner, {
    title: form.title[0] ?? form.id,
    ...{ scope: scopeLine(model, words.master), rewritten: words.google.rewritten },
  });
  const tab: Tab = {
    ...{ form: form.id, period, rows },
    title: tabTitle(form.id, period, words.google),
    banner: title,
    columns: [...form.fields.map(fieldColumn), ...originColumns(words.master)],
  };
  return { tab, digest: digestOf(model, counted, words) };
}

export function tabTitle(form: string, period: string, words: GoogleWords): string {
  return fill(words.tab, { form: shortName(form, words), period: periodSheetName(period) });
}

export function shortName(form: string, words: GoogleWords): string {
  return Object.hasOwn(words.forms, form) ? words.forms[form]! : form;
}

const LOOKS: Partial<Record<FieldDefinition["kind"], Look>> = { seq: "number", tick: "centred" };

function fieldColumn({ label, kind, width }: FieldDefinition): Column {
  return { heading: label, look: LOOKS[kind] ?? "text", width };
}

function printed({ kind }: FieldDefinition, seq: number, value: Scalar | undefined): Value {
  if (kind === "seq") return seq;
  if (kind === "tick") return isTicked(value) ? TICK : "";
  return typeof value === "string" ? writable(value) : (value ?? "");
}

/** Half a surrogate pair is no text, and one such cell would have the whole request refused. */
function writable(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\u0000/g, "\ufffd");
}

const resultWord = (status: keyof Omit<Counted, "rows">, words: MasterWords) =>
  ({ done: words.rowDone, notDone: words.rowNotDone, nil: words.rowNil })[status];

function originColumns(words: MasterWords): Column[] {
  return [
    { heading: words.result, look: "centred", width: 14, choices: [words.rowDone, words.rowNotDone, words.rowNil] },
    { heading: words.sheetRow, look: "number", width: 10 },
    { heading: words.code, look: "centred", width: 11 },
    { heading: words.receipt, look: "text", width: 18 },
    { heading: words.version, look: "number", width: 8 },
    { heading: words.sender, look: "text", width: 26 },
    { heading: words.sentAt, look: "time", width: 18 },
    { heading: words.late, look: "centred", width: 10 },
    {
      ...{ heading: words.status, look: "centred", width: 14 },
      choices: [words.stateReceived, words.stateReturned, words.stateAccepted],
    },
  ];
}

/** What is the same for every row of a submission, in the order of `originColumns` after the row's own two. */
function originOf({ code, submission }: MasterOffice, words: MasterWords): Value[] {
  const { receipt, version, sender, receivedAt, late } = submission!;
  const serial = bangkokSerial(receivedAt);
  const sentAt = Number.isNaN(serial) ? receivedAt : serial;
  return [code, receipt, version, writable(sender), sentAt, late ? words.late : "", stateWord(submission, words)];
}
