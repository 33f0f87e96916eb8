import type { Mark } from "../../host.ts";
import type { Sheet } from "./book.ts";
import { revisionOf } from "./cells.ts";
import { Fault } from "./faults.ts";
import { boxOf, noteText, type Spot, spotsOf, withoutOurs } from "./notes.ts";
import { valuesOf } from "./read.ts";
import { isProtected } from "./write.ts";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** A formula that is always true and says whose rule it is: the rule is found again by it, wherever its cells have gone. */
const TAG = /^=N\("ruam-mark:[a-z]+"\)=0$/;
const tagOf = (verdict: Mark["verdict"]) => `=N("ruam-mark:${verdict}")=0`;

/** Pale enough for black letters (contrast over 15 to 1), apart from each other without colour sight too. */
const COLOURS: Record<Mark["verdict"], string> = { error: "#f9d2cc", suggest: "#fde9b8", warn: "#dbe4f6" };

/** Replaces our marks. Throws `stale` for another revision, `protected`, `failed`. Rules and notes of others stay as they are. */
export function markSheet(sheet: Sheet, revision: string, marks: readonly Mark[]): void {
  const data = sheet.getDataRange();
  if (revisionOf(valuesOf(data)) !== revision) throw new Fault("stale");
  replaceMarks(sheet, boxOf(data), marks);
}

export function clearSheet(sheet: Sheet): void {
  replaceMarks(sheet, boxOf(sheet.getDataRange()), []);
}

/** `data` is how far the sheet's contents reach. */
function replaceMarks(sheet: Sheet, data: Spot, marks: readonly Mark[]): void {
  try {
    const rules = sheet.getConditionalFormatRules();
    const old = rules.filter(isOurs);
    const others = rules.filter((rule) => !isOurs(rule));
    const before = old.flatMap((rule) => rule.getRanges());
    // Notes first: where they may not be written nothing of ours is left behind.
    writeNotes(sheet, marks, [data, ...before.map(boxOf)]);
    if (old.length > 0 || marks.length > 0) sheet.setConditionalFormatRules([...rulesFor(sheet, marks), ...others]);
  } catch (error) {
    throw new Fault(isProtected(sheet) ? "protected" : "failed", String((error as Error).message));
  }
}

function isOurs(rule: Rule): boolean {
  const condition = rule.getBooleanCondition();
  if (condition === null || condition.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA) return false;
  return TAG.test(String(condition.getCriteriaValues()[0]));
}

/** One rule for each verdict: as many rules for ten marks as for a thousand. */
function rulesFor(sheet: Sheet, marks: readonly Mark[]): Rule[] {
  return (["error", "suggest", "warn"] as const).flatMap((verdict) => {
    const spots = spotsOf(marks.filter((mark) => mark.verdict === verdict));
    if (spots.length === 0) return [];
    return [
      SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(tagOf(verdict))
        .setBackground(COLOURS[verdict])
        .setRanges(sheet.getRangeList(spots).getRanges())
        .build(),
    ];
  });
}

/** Writes our notes beside those of others, in one call, and only when one of them changes. */
function writeNotes(sheet: Sheet, marks: readonly Mark[], boxes: readonly Spot[]): void {
  const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b), 1);
  const height = most([...boxes.map((box) => box.bottom), ...marks.map(({ row }) => row + 1)]);
  const width = most([...boxes.map((box) => box.right), ...marks.map(({ col }) => col + 1)]);
  const range = sheet.getRange(1, 1, height, width);
  const found = range.getNotes();
  const notes = found.map((row) => row.map(withoutOurs));
  for (const { row, col, note } of marks) if (notes[row]![col] === "") notes[row]![col] = noteText(note);
  if (notes.some((row, r) => row.some((note, c) => note !== found[r]![c]))) range.setNotes(notes);
}
