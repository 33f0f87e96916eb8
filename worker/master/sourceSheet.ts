import type { RowStatus } from "../../shared/answer.ts";
import type { FieldDefinition } from "../../shared/forms/index.ts";
import type { MasterWords } from "../../shared/words/master.ts";
import { MARGINS, pageFooter, ROW_POINTS } from "../../shared/workbook/authorStyle.ts";
import { textCell } from "./cells.ts";
import { type MasterModel, type MasterOffice, masterRows } from "./model.ts";
import { TICK } from "./officialSheet.ts";
import { type SheetPrint, sheetHead, sheetTail } from "./parts.ts";
import { scopeLine } from "./scope.ts";
import { stateWord } from "./states.ts";
import { STYLE } from "./styles.ts";
import { isTicked } from "./tally.ts";
import { inlineRest, numberRest, type Texts } from "./texts.ts";
import { bangkokSerial } from "./time.ts";
import type { StoredRow } from "./types.ts";
import { letters } from "./xml.ts";

const HEADING_ROW = 4;
const cell = '<c r="';

/**
 * ที่มา, in pieces: for each row of the official sheet the receipt, version, sender and time it came with, and what was typed
 * where the value differs.
 */
export async function* sourceSheet(
  model: MasterModel,
  words: MasterWords,
  texts: Texts,
  print: SheetPrint,
): AsyncGenerator<string> {
  const results: Record<RowStatus, string> = {
    done: texts.rest(words.rowDone, STYLE.centred),
    notDone: texts.rest(words.rowNotDone, STYLE.centred),
    nil: texts.rest(words.rowNil, STYLE.centred),
  };
  const fields = model.form.fields.filter((field) => field.kind !== "seq");
  const columns: [heading: string, width: number][] = [
    [words.seq, 9],
    [words.district, 16],
    [words.office, 24],
    [words.code, 11],
    [words.result, 13],
    [words.receipt, 22],
    [words.version, 8],
    [words.sheetRow, 12],
    [words.sender, 26],
    [words.sentAt, 22],
    [words.late, 10],
    [words.status, 13],
    [words.typed, 44],
  ];
  const at = columns.map((_, i) => letters(i));
  const last = at.at(-1)!;
  yield sheetHead({ widths: columns.map(([, width]) => width), frozenRows: HEADING_ROW });
  yield `<row r="1" ht="${ROW_POINTS.title}" customHeight="1">${textCell("A1", words.sourceTitle, STYLE.title)}</row>`;
  yield `<row r="2" ht="${ROW_POINTS.note}" customHeight="1">${textCell("A2", scopeLine(model, words), STYLE.subtitle)}</row>`;
  yield `<row r="${HEADING_ROW}" ht="${ROW_POINTS.heading * 2}" customHeight="1">${columns
    .map(([heading], i) => textCell(`${at[i]}${HEADING_ROW}`, heading, STYLE.heading))
    .join("")}</row>`;
  let row = HEADING_ROW;
  let of = -1;
  let origin: Origin | null = null;
  for await (const batch of masterRows(model)) {
    let xml = "";
    for (const { seq, office, stored } of batch) {
      if (origin === null || office !== of) {
        origin = originOf(model.offices[office]!, words, texts);
        of = office;
      }
      const r = String(++row);
      const typed = inlineRest(typedText(stored, fields, words), STYLE.text);
      xml +=
        `<row r="${r}">${cell}A${r}${numberRest(seq, STYLE.centred)}${cell}B${r}${origin.district}${cell}C${r}${origin.label}` +
        `${cell}D${r}${origin.code}${cell}E${r}${results[stored.status]}${cell}F${r}${origin.receipt}${cell}G${r}${origin.version}` +
        `${cell}H${r}${numberRest(stored.row, STYLE.centred)}${cell}I${r}${origin.sender}${cell}J${r}${origin.sentAt}` +
        `${cell}K${r}${origin.late}${cell}L${r}${origin.state}${cell}M${r}${typed}</row>`;
    }
    yield xml;
  }
  const filter = `A${HEADING_ROW}:${last}${row}`;
  print.printArea = `$A$1:$${last}$${row}`;
  print.titleRows = `$${HEADING_ROW}:$${HEADING_ROW}`;
  print.filter = `$A$${HEADING_ROW}:$${last}$${row}`;
  yield sheetTail({
    merges: [`A1:${last}1`, `A2:${last}2`],
    filter,
    footer: pageFooter(words.page),
    margins: MARGINS,
    landscape: true,
  });
}

/** "อำเภอ: อ.เมือง", a line for each field whose text was another than the official sheet prints; "" when none was. */
function typedText({ typed, values }: StoredRow, fields: readonly FieldDefinition[], words: MasterWords): string {
  let text = "";
  for (const { id, label, kind } of fields) {
    const value = typed[id];
    if (value === undefined) continue;
    const printed = kind === "tick" ? (isTicked(values[id]) ? TICK : "") : (values[id] ?? "");
    const before = value ?? "";
    if (before === printed) continue;
    text += `${text === "" ? "" : "\n"}${label}: ${before === "" ? words.leftBlank : before}`;
  }
  return text;
}

/** What is the same for every row of a submission: each cell after its address. */
type Origin = ReturnType<typeof originOf>;

function originOf({ district, label, code, submission }: MasterOffice, words: MasterWords, texts: Texts) {
  const { receipt, version, sender, receivedAt, late } = submission!;
  const serial = bangkokSerial(receivedAt);
  return {
    district: texts.rest(district, STYLE.text),
    label: texts.rest(label, STYLE.text),
    code: texts.rest(code, STYLE.centred),
    receipt: texts.rest(receipt, STYLE.text),
    version: numberRest(version, STYLE.centred),
    sender: texts.rest(sender, STYLE.text),
    sentAt: Number.isNaN(serial) ? texts.rest(receivedAt, STYLE.centred) : numberRest(serial, STYLE.time),
    late: texts.rest(late ? words.late : "", STYLE.centred),
    state: texts.rest(stateWord(submission, words), STYLE.centred),
  };
}
