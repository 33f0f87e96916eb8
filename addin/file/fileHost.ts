import { parseAddress } from "../../shared/sheet/address.ts";
import { type Cell, type Grid, type Scalar, scalarOf, type Workbook } from "../../shared/sheet/grid.ts";
import { IDENTITY_NAME } from "../../shared/sheet/identity.ts";
import {
  type Capabilities,
  type CellWrite,
  type Change,
  type DocumentFacts,
  type Host,
  HostProblem,
  type Mark,
  type Place,
  SETTING_BYTES,
  type SheetReading,
  type SheetRef,
} from "../host.ts";
import { type CellChange, type Entry, Journal } from "./journal.ts";

/** A value that now differs from what the file holds. */
export interface FileEdit {
  sheet: string;
  row: number;
  col: number;
  value: Scalar;
}

export interface Settings {
  get(key: string): Promise<string | null>;
  set(key: string, value: string | null): Promise<void>;
}

export interface FileHostOptions {
  /** Tells one file from another: the same bytes, the same id. */
  id: string;
  settings?: Settings;
  /** Hands the corrected file out; left away where the format cannot be edited in place. */
  save?(edits: FileEdit[]): Promise<void>;
}

interface Sheet {
  id: string;
  grid: Grid;
  original: Grid;
  revision: number;
  marks: Mark[];
}

/** What the sheet beside the pane follows. */
export interface Selection extends Place {
  sheet: string;
  /** The keyboard goes there too. */
  focus: boolean;
}

/** A workbook that was dropped on the page, in memory: the host over which everything can be asked at once. */
export class FileHost implements Host {
  readonly capabilities: Capabilities;
  readonly #facts: DocumentFacts;
  readonly #options: FileHostOptions;
  readonly #sheets: Sheet[];
  readonly #journal = new Journal();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #watchers = new Set<() => void>();
  readonly #kept = new Map<string, string>();
  selection: Selection | null = null;
  saveCopy?: () => Promise<void>;

  constructor(workbook: Workbook, options: FileHostOptions) {
    this.#options = options;
    this.#sheets = workbook.sheets.map((grid, i) => ({ id: `s${i}`, grid, original: grid, revision: 0, marks: [] }));
    const identity = workbook.names.find((one) => one.name.toUpperCase() === IDENTITY_NAME)?.value ?? null;
    this.#facts = { id: options.id, name: workbook.fileName ?? "", identity };
    const download = options.save !== undefined;
    this.capabilities = {
      host: "file",
      change: "event",
      undo: true,
      marks: true,
      download,
      inPlace: false,
      identity: "code",
    };
    if (options.save !== undefined) this.saveCopy = () => options.save!(this.edits());
  }

  async document(): Promise<DocumentFacts> {
    return this.#facts;
  }

  async listSheets(): Promise<SheetRef[]> {
    return this.#sheets.map(refOf);
  }

  async read(sheet: string): Promise<SheetReading> {
    return this.readNow(sheet);
  }

  async readAll(sheets: readonly string[]): Promise<SheetReading[]> {
    return sheets.map((sheet) => this.readNow(sheet));
  }

  /** The same at once, for the sheet view. */
  readNow(id: string): SheetReading {
    const sheet = this.#find(id);
    return { sheet: refOf(sheet), grid: sheet.grid, revision: `${sheet.id}.${sheet.revision}` };
  }

  async write(id: string, writes: readonly CellWrite[], aside?: "aside"): Promise<string> {
    const sheet = this.#find(id);
    const stale = writes.find((write) => !same(scalarOf(cellOf(sheet.grid, write)), write.was));
    if (stale !== undefined) throw new HostProblem("stale");
    this.#apply(sheet, writes, aside);
    return `${sheet.id}.${sheet.revision}`;
  }

  /** What the user types into the sheet beside the pane. */
  type(id: string, places: readonly (Place & { value: Scalar })[]): void {
    this.#apply(this.#find(id), places);
  }

  async undo(): Promise<{ sheet: string; places: Place[] } | null> {
    return this.#replay(this.#journal.back(), (change) => change.before);
  }

  async redo(): Promise<{ sheet: string; places: Place[] } | null> {
    return this.#replay(this.#journal.forth(), (change) => change.after);
  }

  async mark(id: string, revision: string, marks: readonly Mark[]): Promise<void> {
    const sheet = this.#find(id);
    if (revision !== `${sheet.id}.${sheet.revision}`) throw new HostProblem("stale");
    sheet.marks = [...marks];
    this.#show();
  }

  async clearMarks(id: string): Promise<void> {
    this.#find(id).marks = [];
    this.#show();
  }

  marksOf(id: string): readonly Mark[] {
    return this.#find(id).marks;
  }

  async select(id: string, { row, col }: Place, focus = false): Promise<void> {
    this.#find(id);
    this.selection = { sheet: id, row, col, focus };
    this.#show();
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Told of values, marks and the selection: for the sheet view. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async getSetting(key: string): Promise<string | null> {
    return this.#options.settings?.get(key) ?? this.#kept.get(key) ?? null;
  }

  async setSetting(key: string, value: string | null): Promise<void> {
    if (value !== null && new TextEncoder().encode(value).length > SETTING_BYTES)
      throw new HostProblem("failed", "a setting this long");
    if (this.#options.settings !== undefined) await this.#options.settings.set(key, value);
    else if (value === null) this.#kept.delete(key);
    else this.#kept.set(key, value);
  }

  async identityToken(): Promise<null> {
    return null;
  }

  /** Every value that differs from the file's, in the order of its sheets. */
  edits(): FileEdit[] {
    const edits: FileEdit[] = [];
    for (const { grid, original } of this.#sheets) {
      const origin = originOf(grid);
      grid.rows.forEach((cells, r) => {
        const before = original.rows[r];
        if (before === cells) return;
        cells.forEach((cell, c) => {
          const value = scalarOf(cell);
          if (!same(value, scalarOf(before?.[c])))
            edits.push({ sheet: grid.sheet, row: r + origin.row, col: c + origin.col, value });
        });
      });
    }
    return edits;
  }

  #find(id: string): Sheet {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new HostProblem("gone");
    return sheet;
  }

  #apply(sheet: Sheet, places: readonly (Place & { value: Scalar })[], aside?: "aside"): void {
    const changes: CellChange[] = places.map(({ row, col, value }) => {
      const before = cellOf(sheet.grid, { row, col });
      return { row, col, before, after: withValue(before, value) };
    });
    if (aside === undefined) this.#journal.add({ sheet: sheet.id, changes });
    this.#put(sheet, changes, (change) => change.after);
  }

  #replay(entry: Entry | null, pick: (change: CellChange) => Cell) {
    if (entry === null) return null;
    const sheet = this.#find(entry.sheet);
    this.#put(sheet, entry.changes, pick);
    return { sheet: entry.sheet, places: entry.changes.map(({ row, col }) => ({ row, col })) };
  }

  /** Readings handed out earlier keep their rows: a changed row is a new one. */
  #put(sheet: Sheet, changes: readonly CellChange[], pick: (change: CellChange) => Cell): void {
    const origin = originOf(sheet.grid);
    const rows = sheet.grid.rows.slice();
    for (const change of changes) {
      const [row, col] = [change.row - origin.row, change.col - origin.col];
      if (row < 0 || col < 0) continue;
      while (rows.length <= row) rows.push([]);
      const cells = rows[row]!.slice();
      while (cells.length < col) cells.push(null);
      cells[col] = pick(change);
      rows[row] = cells;
    }
    sheet.grid = { ...sheet.grid, rows };
    sheet.revision += 1;
    this.#show();
    for (const listener of [...this.#listeners]) listener({ sheet: sheet.id });
  }

  #show(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function refOf({ id, grid }: Sheet): SheetRef {
  return { id, name: grid.sheet, hidden: grid.hidden === true };
}

function originOf(grid: Grid): Place {
  return parseAddress(grid.origin ?? "A1") ?? { row: 0, col: 0 };
}

function cellOf(grid: Grid, place: Place): Cell {
  const origin = originOf(grid);
  return grid.rows[place.row - origin.row]?.[place.col - origin.col] ?? null;
}

function same(a: Scalar, b: Scalar): boolean {
  return a === b || ((a === null || a === "") && (b === null || b === ""));
}

/** The cell with another value: its font, number format and merge stay, what made it a date or an error goes. */
function withValue(cell: Cell, value: Scalar): Cell {
  if (cell === null || typeof cell !== "object") return value;
  const { font, fmt, merged } = cell;
  if (font === undefined && fmt === undefined && merged === undefined) return value;
  return {
    v: value,
    ...(font === undefined ? {} : { font }),
    ...(fmt === undefined ? {} : { fmt }),
    ...(merged === undefined ? {} : { merged }),
  };
}
