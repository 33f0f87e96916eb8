import type { Area } from "./area.ts";
import { bounding, oneCell } from "./area.ts";
import type { Book, Span } from "./book.ts";
import { placeOf, type Sheet, type SheetState } from "./sheet.ts";

interface Step {
  sheet: Sheet;
  state: SheetState;
  spans: Map<Span, Area[]>;
}

/** Excel keeps so many steps (support: Undo, redo, or repeat an action). */
const MOST_STEPS = 100;

/** What the user can still take back. A step is the sheet as it was before it. */
export class UndoStack {
  readonly #book: Book;
  readonly #steps: Step[] = [];

  constructor(book: Book) {
    this.#book = book;
  }

  get depth(): number {
    return this.#steps.length;
  }

  clear(): void {
    this.#steps.length = 0;
  }

  /** Keeps the sheet as it is now as one step to go back to. */
  keep(sheet: Sheet): void {
    this.push([this.picture(sheet)]);
  }

  picture(sheet: Sheet): Step {
    const spans = new Map([...this.#book.floating].filter((span) => span.sheet === sheet).map((s) => [s, s.areas]));
    return { sheet, state: sheet.snapshot(), spans };
  }

  push(steps: Step[]): void {
    this.#steps.push(...steps);
    this.#steps.splice(0, Math.max(0, this.#steps.length - MOST_STEPS));
  }

  /**
   * Does to every kept picture of a sheet what another person just did to the sheet itself: taking back one's own step leaves
   * theirs standing.
   */
  rebase(sheet: Sheet, does: () => void): void {
    const { state } = sheet;
    const places = new Map([...this.#book.floating].map((span) => [span, span.areas]));
    const { onEvent } = this.#book;
    this.#book.onEvent = () => {};
    for (const step of this.#steps.filter((kept) => kept.sheet === sheet)) {
      sheet.state = step.state;
      for (const [span, areas] of step.spans) span.areas = areas;
      does();
      for (const span of step.spans.keys()) step.spans.set(span, span.areas);
      for (const [span, areas] of places) span.areas = areas;
    }
    sheet.state = state;
    this.#book.onEvent = onEvent;
  }

  /** False when nothing is left to take back. The cells that change again are told as one edit of the user. */
  back(): boolean {
    const step = this.#steps.pop();
    if (step === undefined) return false;
    const area = difference(step.sheet.state, step.state);
    step.sheet.state = step.state;
    for (const [span, areas] of step.spans) span.areas = areas;
    if (area !== null) {
      this.#book.onEvent({
        kind: "changed",
        sheet: step.sheet,
        changeType: "RangeEdited",
        area,
        shift: "None",
        origin: "user",
      });
    }
    return true;
  }
}

/** The rectangle around every cell whose value differs. */
function difference(now: SheetState, then: SheetState): Area | null {
  let area: Area | null = null;
  for (const key of new Set([...now.cells.keys(), ...then.cells.keys()])) {
    const [a, b] = [now.cells.get(key), then.cells.get(key)];
    if ((a?.value ?? null) === (b?.value ?? null) && a?.formula === b?.formula) continue;
    const { row, col } = placeOf(key);
    area = area === null ? oneCell(row, col) : bounding(area, oneCell(row, col));
  }
  return area;
}
