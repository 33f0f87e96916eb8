import type { MasterWords } from "../../shared/words/master.ts";
import { MARGINS, pageFooter, ROW_POINTS } from "../../shared/workbook/authorStyle.ts";
import { numberCell, textCell } from "./cells.ts";
import type { MasterModel } from "./model.ts";
import { type SheetPrint, sheetHead, sheetTail } from "./parts.ts";
import { scopeLine } from "./scope.ts";
import { stateWord } from "./states.ts";
import { STYLE } from "./styles.ts";

const HEADING_ROW = 4;

/** ยังไม่ส่ง: who has not sent, in official order, then who has a returned report to send again. */
export function* missingSheet(model: MasterModel, words: MasterWords, print: SheetPrint): Generator<string> {
  const columns: [string, number][] = [
    [words.seq, 9],
    [words.district, 24],
    [words.office, 36],
    [words.code, 14],
    [words.status, 18],
  ];
  const merges = ["A1:E1", "A2:E2"];
  yield sheetHead({ widths: columns.map(([, width]) => width), frozenRows: HEADING_ROW });
  yield `<row r="1" ht="${ROW_POINTS.title}" customHeight="1">${textCell("A1", words.missingTitle, STYLE.title)}</row>`;
  yield `<row r="2" ht="${ROW_POINTS.note}" customHeight="1">${textCell("A2", scopeLine(model, words), STYLE.subtitle)}</row>`;
  yield `<row r="${HEADING_ROW}" ht="${ROW_POINTS.heading}" customHeight="1">${columns
    .map(([heading], i) => textCell(`${"ABCDE"[i]}${HEADING_ROW}`, heading, STYLE.heading))
    .join("")}</row>`;
  const owing = [...model.missing, ...model.offices.filter((office) => office.submission?.status === "returned")];
  let row = HEADING_ROW;
  for (const [i, office] of owing.entries()) {
    const r = ++row;
    yield `<row r="${r}">${numberCell(`A${r}`, i + 1, STYLE.centred)}${textCell(`B${r}`, office.district, STYLE.text)}${textCell(`C${r}`, office.label, STYLE.text)}${textCell(`D${r}`, office.code, STYLE.centred)}${textCell(`E${r}`, stateWord(office.submission, words), STYLE.centred)}</row>`;
  }
  if (owing.length === 0) {
    const r = ++row;
    merges.push(`A${r}:E${r}`);
    yield `<row r="${r}">${["A", "B", "C", "D", "E"].map((c) => textCell(c + r, c === "A" ? words.allSent : "", STYLE.centred)).join("")}</row>`;
  }
  print.printArea = `$A$1:$E$${row}`;
  print.titleRows = `$${HEADING_ROW}:$${HEADING_ROW}`;
  yield sheetTail({ merges, footer: pageFooter(words.page), margins: MARGINS, landscape: false });
}
