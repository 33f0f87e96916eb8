import type { RowStatus } from "../../shared/answer.ts";
import type { MasterWords } from "../../shared/words/master.ts";
import { MARGINS, pageFooter, ROW_POINTS } from "../../shared/workbook/authorStyle.ts";
import { type MasterModel, type MasterOffice, masterRows } from "./model.ts";
import { type SheetPrint, sheetHead, sheetTail } from "./parts.ts";
import { stateWord } from "./states.ts";
import { STYLE } from "./styles.ts";
import { bangkokSerial } from "./time.ts";
import { type CellStyle, inlineText, leadsFormula, letters, numberCell, scalarCell, textCell } from "./xml.ts";

const HEADING_ROW = 3;

/** The part of a source row that is the same for all rows of a submission: each cell without its address. */
type Fixed = (at: string) => string;

function fixedText(text: string, style: CellStyle): Fixed {
  if (text === "") return (at) => `<c r="${at}" s="${style.plain}"/>`;
  const rest = `" s="${leadsFormula(text) ? style.quoted : style.plain}" t="inlineStr">${inlineText(text)}</c>`;
  return (at) => `<c r="${at}${rest}`;
}

function fixedNumber(value: number, style: CellStyle): Fixed {
  const rest = numberCell("", value, style).slice('<c r="'.length);
  return (at) => `<c r="${at}${rest}`;
}

/**
 * ที่มา, in pieces: for each row of the official sheet the receipt, version, sender and time it came with, and what was typed
 * where the value differs.
 */
export async function* sourceSheet(model: MasterModel, words: MasterWords, print: SheetPrint): AsyncGenerator<string> {
  const results: Record<RowStatus, Fixed> = {
    done: fixedText(words.rowDone, STYLE.centred),
    notDone: fixedText(words.rowNotDone, STYLE.centred),
    nil: fixedText(words.rowNil, STYLE.centred),
  };
  const typed = model.form.fields.filter((field) => field.kind !== "seq");
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
    ...typed.map((field): [string, number] => [words.typed.replace("{label}", field.label), field.width]),
  ];
  const at = columns.map((_, i) => letters(i));
  const last = at.at(-1)!;
  yield sheetHead({ widths: columns.map(([, width]) => width), frozenRows: HEADING_ROW });
  yield `<row r="1" ht="${ROW_POINTS.title}" customHeight="1">${textCell("A1", words.sourceTitle, STYLE.title)}</row>`;
  yield `<row r="${HEADING_ROW}" ht="${ROW_POINTS.heading * 2}" customHeight="1">${columns
    .map(([heading], i) => textCell(`${at[i]}${HEADING_ROW}`, heading, STYLE.heading))
    .join("")}</row>`;
  let row = HEADING_ROW;
  let of = -1;
  let fixed: Fixed[] = [];
  for await (const batch of masterRows(model)) {
    let xml = "";
    for (const { seq, office, stored } of batch) {
      if (office !== of) {
        fixed = fixedOf(model.offices[office]!, words);
        of = office;
      }
      const r = String(++row);
      const [district, label, code, receipt, version, sender, time, late, state] = fixed as [
        Fixed,
        Fixed,
        Fixed,
        Fixed,
        Fixed,
        Fixed,
        Fixed,
        Fixed,
        Fixed,
      ];
      xml += `<row r="${r}">${numberCell(`A${r}`, seq, STYLE.centred)}${district(`B${r}`)}${label(`C${r}`)}${code(`D${r}`)}`;
      xml += results[stored.status](`E${r}`) + receipt(`F${r}`) + version(`G${r}`);
      xml +=
        numberCell(`H${r}`, stored.row, STYLE.centred) +
        sender(`I${r}`) +
        time(`J${r}`) +
        late(`K${r}`) +
        state(`L${r}`);
      for (let i = 0; i < typed.length; i++) {
        const value = stored.typed[typed[i]!.id];
        if (value !== null && value !== undefined && value !== "") xml += scalarCell(at[12 + i] + r, value, STYLE.text);
      }
      xml += "</row>";
    }
    yield xml;
  }
  const filter = `A${HEADING_ROW}:${last}${row}`;
  print.printArea = `$A$1:$${last}$${row}`;
  print.titleRows = `$${HEADING_ROW}:$${HEADING_ROW}`;
  print.filter = `$A$${HEADING_ROW}:$${last}$${row}`;
  yield sheetTail({ merges: [], filter, footer: pageFooter(words.page), margins: MARGINS, landscape: true });
}

function fixedOf({ district, label, code, submission }: MasterOffice, words: MasterWords): Fixed[] {
  const { receipt, version, sender, receivedAt, late } = submission!;
  const serial = bangkokSerial(receivedAt);
  return [
    fixedText(district, STYLE.text),
    fixedText(label, STYLE.text),
    fixedText(code, STYLE.centred),
    fixedText(receipt, STYLE.text),
    fixedNumber(version, STYLE.centred),
    fixedText(sender, STYLE.text),
    Number.isNaN(serial) ? fixedText(receivedAt, STYLE.centred) : fixedNumber(serial, STYLE.time),
    fixedText(late ? words.late : "", STYLE.centred),
    fixedText(stateWord(submission, words), STYLE.centred),
  ];
}
