/// <reference types="office-js" />
import type { Range } from "../../shared/sheet/address.ts";
import type { Place } from "../host.ts";
import { knows } from "./batch.ts";
import { parseAreas, sizeOf } from "./sheet/areas.ts";
import type { Shift } from "./sheet/frameShift.ts";

/** What may have changed on a sheet since it was last read: these areas, or anything. */
export interface Dirt {
  areas: Range[] | "anything";
  /** Rows and columns put in or taken out, in the order told. */
  shifts: Shift[];
}

export interface Times {
  later(ms: number, then: () => void): () => void;
  /** Whether anybody can see the sidebar. */
  seen(): boolean;
}

/** Excel's events miss things: drop-down picks, filtered fills, quick edits. So the sheet is looked over when nothing was heard. */
const IDLE_MS = 4_000;
const IDLE_MOST_MS = 30_000;
/** More areas, or larger ones, are no longer worth reading apart. */
const AREAS = 20;
const CELLS = 20_000;

const SHIFTS: Readonly<Record<string, Pick<Shift, "axis" | "how">>> = {
  RowInserted: { axis: "row", how: "in" },
  RowDeleted: { axis: "row", how: "out" },
  ColumnInserted: { axis: "col", how: "in" },
  ColumnDeleted: { axis: "col", how: "out" },
};

function shiftOf(kind: Pick<Shift, "axis" | "how">, { top, left, bottom, right }: Range): Shift {
  return kind.axis === "row"
    ? { ...kind, at: top, count: bottom - top + 1 }
    : { ...kind, at: left, count: right - left + 1 };
}

/** What the user does, as far as Excel tells it: changed areas by sheet, where the user is, and a look now and then. */
export class Watch {
  readonly #times: Times;
  readonly #dirt = new Map<string, Dirt>();
  readonly #changed = new Set<(sheet: string | null) => void>();
  readonly #selected = new Set<(sheet: string, place: Place) => void>();
  #begun = false;
  #idle = IDLE_MS;
  #callOff: () => void = () => {};

  constructor(times: Times) {
    this.#times = times;
  }

  onChange(listener: (sheet: string | null) => void): () => void {
    this.#changed.add(listener);
    this.#rest();
    return () => {
      this.#changed.delete(listener);
      if (this.#changed.size === 0) this.#callOff();
    };
  }

  onSelect(listener: (sheet: string, place: Place) => void): () => void {
    this.#selected.add(listener);
    return () => this.#selected.delete(listener);
  }

  /** Takes what is known to have changed on a sheet. Null: nothing was heard. */
  take(sheet: string): Dirt | null {
    const dirt = this.#dirt.get(sheet) ?? null;
    this.#dirt.delete(sheet);
    return dirt;
  }

  /** A reading broke off: what it was to read is still to be read. */
  giveBack(sheet: string, dirt: Dirt | null): void {
    if (dirt !== null) this.#anything(sheet);
  }

  /** The sheet differed from what was known, or did not: looks come seldom where nothing happens. */
  found(difference: boolean): void {
    this.#idle = difference ? IDLE_MS : Math.min(this.#idle * 2, IDLE_MOST_MS);
    this.#rest();
  }

  /** Asks Excel to tell. Once; the sidebar's end is theirs too. After a failure it may be asked again, with a new context. */
  async begin(context: Excel.RequestContext): Promise<void> {
    if (this.#begun) return;
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async (event) => this.#heard(event));
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
      const [area] = parseAreas(address) ?? [];
      if (area === undefined) return;
      for (const listener of [...this.#selected]) listener(worksheetId, { row: area.top, col: area.left });
    });
    // Coming to another sheet is a moment to look, as is a changed font: a letter may have become a tick.
    worksheets.onActivated.add(async () => this.#tell(null));
    const anything = async ({ worksheetId }: { worksheetId: string }) => {
      this.#anything(worksheetId);
      this.#tell(worksheetId);
    };
    worksheets.onFormatChanged.add(anything);
    if (knows("1.10")) worksheets.onRowSorted.add(anything);
    if (knows("1.11")) worksheets.onRowHiddenChanged.add(anything);
    await context.sync();
    this.#begun = true;
  }

  #heard(event: Excel.WorksheetChangedEventArgs): void {
    // What we wrote ourselves is known. Before ExcelApi 1.14 Excel does not say, and it is read once more.
    if (event.triggerSource === "ThisLocalAddin") return;
    const { worksheetId, changeType, address } = event;
    const areas = parseAreas(address);
    const known = this.#dirt.get(worksheetId) ?? { areas: [], shifts: [] };
    if (changeType !== "RangeEdited" || areas === null || known.areas === "anything") {
      const shift = SHIFTS[changeType];
      if (shift !== undefined && areas?.length === 1) known.shifts.push(shiftOf(shift, areas[0]!));
      this.#dirt.set(worksheetId, { ...known, areas: "anything" });
    } else {
      const all = [...known.areas, ...areas];
      const few = all.length <= AREAS && all.reduce((sum, area) => sum + sizeOf(area), 0) <= CELLS;
      this.#dirt.set(worksheetId, { ...known, areas: few ? all : "anything" });
    }
    this.#idle = IDLE_MS;
    this.#tell(worksheetId);
  }

  #anything(sheet: string): void {
    this.#dirt.set(sheet, { shifts: this.#dirt.get(sheet)?.shifts ?? [], areas: "anything" });
  }

  #tell(sheet: string | null): void {
    for (const listener of [...this.#changed]) listener(sheet);
    this.#rest();
  }

  #rest(): void {
    this.#callOff();
    if (this.#changed.size === 0) return;
    this.#callOff = this.#times.later(this.#idle, () => {
      if (this.#times.seen()) for (const listener of [...this.#changed]) listener(null);
      this.#rest();
    });
  }
}
