import type { FieldDefinition } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { type MasterWords, th } from "../../shared/words/master.ts";
import { type MasterModel, masterRows } from "./model.ts";
import { TICK } from "./officialSheet.ts";
import { readableOf } from "./stream.ts";
import { isTicked } from "./tally.ts";

/** Also behind spaces and in full width: spreadsheets differ in what they skip before they see a formula. */
const LEADS_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One field of a line. Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers. */
export function csvField(value: Scalar | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = LEADS_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function printed({ kind, id }: FieldDefinition, seq: number, values: Record<string, Scalar>): Scalar {
  if (kind === "seq") return seq;
  if (kind === "tick") return isTicked(values[id]) ? TICK : "";
  return values[id] ?? "";
}

async function* lines(model: MasterModel, words: MasterWords): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { fields } = model.form;
  const heading = [...fields.map((field) => field.label), words.code, words.receipt, words.version];
  yield encoder.encode(`\ufeff${heading.map(csvField).join(",")}\r\n`);
  for await (const batch of masterRows(model)) {
    let text = "";
    for (const { seq, office, stored } of batch) {
      const { code, submission } = model.offices[office]!;
      const cells = fields.map((field) => printed(field, seq, stored.values));
      text += `${[...cells, code, submission!.receipt, submission!.version].map(csvField).join(",")}\r\n`;
    }
    yield encoder.encode(text);
  }
}

/**
 * The master's rows as CSV: UTF-8 with a byte order mark (Excel needs it for Thai), CRLF, one heading line, the form's columns
 * and then office code, receipt and version. Read once, streamed.
 */
export function streamMasterCsv(model: MasterModel, words: MasterWords = th): ReadableStream<Uint8Array> {
  return readableOf(lines(model, words));
}
