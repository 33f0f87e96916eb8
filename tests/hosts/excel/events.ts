import { areaText } from "./book/area.ts";
import type { Book, BookEvent, Span } from "./book/book.ts";
import type { Faults } from "./faults.ts";
import type { Support } from "./support.ts";

/** One message to the add-in, as the library takes it: category, type, target, JSON text, id. */
export type EventEntry = [number, number, string, string, number];

/** The category of every event of the object model (OfficeExtension.Constants.eventMessageCategory). */
const CATEGORY = 65_536;

/** The target of events asked for at the whole workbook (OfficeExtension.Constants.eventWorkbookId). */
export const WORKBOOK = "Workbook";

/** So many events' ranges are remembered. */
const MOST_RANGES = 500;

/** Numbers the library knows the events by; a test compares them with its own. */
export const EVENT_TYPE: Record<string, number> = {
  _RegisterDataChangedEvent: 10,
  _RegisterActivatedEvent: 11,
  _RegisterDeactivatedEvent: 12,
  _RegisterAddedEvent: 13,
  _RegisterSelectionChangedEvent: 14,
  _RegisterDeletedEvent: 15,
  _RegisterFormatChangedEvent: 18,
  _RegisterRowSortedEvent: 19,
  _RegisterRowHiddenChangedEvent: 22,
};

/** Who listens to what, and what they are told. */
export class Events {
  /** Off while the add-in set runtime.enableEvents to false: nothing is sent, nothing is kept for later (docs: excel-add-ins-events). */
  enabled = true;
  /** How messages leave; set by the transport. */
  send: (entries: EventEntry[]) => void = () => {};
  /** What an event's getRange() points at. */
  readonly ranges = new Map<string, Span>();
  readonly #book: Book;
  readonly #support: Support;
  readonly #faults: Faults;
  readonly #listening = new Map<string, number>();
  #held: EventEntry[] = [];
  #references = 0;

  constructor(book: Book, support: Support, faults: Faults) {
    this.#book = book;
    this.#support = support;
    this.#faults = faults;
    book.onEvent = (event) => this.#tell(event);
    faults.flush = () => {
      const held = this.#held.splice(0);
      if (held.length > 0) this.send(held);
    };
  }

  listen(type: number, target: string): void {
    this.#listening.set(`${type} ${target}`, (this.#listening.get(`${type} ${target}`) ?? 0) + 1);
  }

  unlisten(type: number, target: string): void {
    const left = (this.#listening.get(`${type} ${target}`) ?? 0) - 1;
    if (left > 0) this.#listening.set(`${type} ${target}`, left);
    else this.#listening.delete(`${type} ${target}`);
  }

  /** How many things are listened to, for tests that mind what is left behind. */
  get listeners(): number {
    return this.#listening.size;
  }

  /** AppRuntimeService.onVisibilityChanged: nobody registers for it, it is always told (the library's registerFunc does nothing). */
  tellPane(visible: boolean): void {
    this.#emit([CATEGORY, 65_539, "", JSON.stringify({ visibility: visible ? "Visible" : "Hidden" }), 0]);
  }

  #tell(event: BookEvent): void {
    if (!this.enabled) return;
    const { type, body } = this.#message(event);
    for (const target of [event.sheet.id, WORKBOOK]) {
      if (!this.#listening.has(`${type} ${target}`)) continue;
      this.#emit([CATEGORY, type, target, JSON.stringify(body()), 0]);
    }
  }

  #emit(entry: EventEntry): void {
    const faults = this.#faults;
    if (faults.eventsToDrop > 0) {
      faults.eventsToDrop--;
      return;
    }
    const entries = [entry];
    if (faults.eventsToDouble > 0) {
      faults.eventsToDouble--;
      entries.push(entry);
    }
    if (faults.holding) this.#held.push(...entries);
    else for (const one of entries) this.send([one]);
  }

  #message(event: BookEvent): { type: number; body: () => Record<string, unknown> } {
    const worksheetId = event.sheet.id;
    const source = event.origin === "coauthor" ? "Remote" : "Local";
    const plain = (type: number, rest: Record<string, unknown>) => ({ type, body: () => ({ worksheetId, ...rest }) });
    switch (event.kind) {
      case "changed":
        return { type: 10, body: () => this.#changed(event, worksheetId, source) };
      case "formatted": {
        const address = event.areas.map(areaText).join(",");
        const body = () => ({ worksheetId, source, address, referenceId: this.#rangeOf(event.sheet, event.areas) });
        return { type: 18, body };
      }
      case "selected":
        return plain(14, { address: event.areas.map(areaText).join(",") });
      case "rowSorted":
        return plain(19, { source, address: areaText(event.area) });
      case "rowHidden":
        return plain(22, { source, address: areaText(event.area), changeType: event.changeType });
      case "activated":
        return plain(11, {});
      case "deactivated":
        return plain(12, {});
      case "added":
        return plain(13, { source });
      default:
        return plain(15, { source });
    }
  }

  #changed(event: BookEvent & { kind: "changed" }, worksheetId: string, source: string): Record<string, unknown> {
    const body: Record<string, unknown> = {
      type: "WorksheetChanged",
      changeType: event.changeType,
      source,
      worksheetId,
      address: areaText(event.area),
      referenceId: this.#rangeOf(event.sheet, [event.area]),
    };
    // Both came with ExcelApi 1.14 (docs: Excel.WorksheetChangedEventArgs).
    if (this.#support.excel("1.14")) {
      body.triggerSource = event.origin === "addin" ? "ThisLocalAddin" : "Unknown";
      body.shiftDirection = event.shift;
    }
    // Details came with ExcelApi 1.9, for one cell only.
    if (event.cell !== undefined && this.#support.excel("1.9")) {
      const { before, after } = event.cell;
      Object.assign(body, {
        valueBefore: before.value,
        valueAfter: after.value,
        valueTypeBefore: before.type,
        valueTypeAfter: after.type,
      });
    }
    return body;
  }

  #rangeOf(sheet: Span["sheet"], areas: Span["areas"]): string {
    const span: Span = { sheet, areas };
    const id = `event${++this.#references}`;
    this.#book.floating.add(span);
    this.ranges.set(id, span);
    const [oldest, gone] = this.ranges.entries().next().value!;
    if (this.ranges.size > MOST_RANGES) {
      this.ranges.delete(oldest);
      this.#book.floating.delete(gone);
    }
    return id;
  }
}
