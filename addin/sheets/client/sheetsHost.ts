import type { Grid } from "../../../shared/sheet/grid.ts";
import {
  type Capabilities,
  type CellWrite,
  type Change,
  type Depth,
  type DocumentFacts,
  type Host,
  HostProblem,
  type Mark,
  type Place,
  SETTING_BYTES,
  type SheetReading,
  type SheetRef,
} from "../../host.ts";
import type { Before, Hello, WireReading } from "../border.ts";
import type { Caller } from "./run.ts";

/** How often the sheet is looked at while the sidebar has the focus. Google tells a sidebar of nothing. */
const POLL_MS = 4_000;
/** Whether a row is hidden is asked row by row, and of so many filled rows at most in one reading. */
const ASKED_ROWS = 300;

export interface Surroundings {
  /** Runs something later; answers how to call it off. */
  later(ms: number, then: () => void): () => void;
  /** The sidebar is in sight and has the focus. */
  isFocused(): boolean;
}

interface Step {
  sheet: string;
  before: Before[];
  after: CellWrite[];
}

/** A Google spreadsheet behind the port: every call goes over google.script.run to the script beside it. */
export class SheetsHost implements Host {
  readonly capabilities: Capabilities;
  readonly #caller: Caller;
  readonly #facts: DocumentFacts;
  readonly #around: Surroundings;
  readonly #steps: Step[] = [];
  readonly #listeners = new Set<(change: Change) => void>();
  /** By sheet: whether it is hidden, its hidden rows, and the revision last seen. */
  #hiddenSheets = new Map<string, boolean>();
  readonly #hiddenRows = new Map<string, number[]>();
  readonly #seen = new Map<string, string>();
  #watched: string | null = null;
  #callOff: () => void = () => {};

  constructor(hello: Hello, caller: Caller, around: Surroundings) {
    this.#caller = caller;
    this.#around = around;
    this.#facts = { id: hello.id, name: hello.name, identity: hello.identity };
    this.capabilities = {
      ...{ host: "sheets", change: "poll", undo: true, marks: true, download: false, inPlace: true },
      identity: hello.google ? "google" : "code",
    };
  }

  async document(): Promise<DocumentFacts> {
    return this.#facts;
  }

  async listSheets(): Promise<SheetRef[]> {
    const sheets = await this.#caller.call("ruamSheets");
    this.#hiddenSheets = new Map(sheets.map(({ id, hidden }) => [id, hidden]));
    return sheets;
  }

  async read(sheet: string, depth?: Depth): Promise<SheetReading> {
    const [reading] = await this.#readings([sheet], depth === "sending");
    this.#watched = sheet;
    return reading!;
  }

  async readAll(sheets: readonly string[]): Promise<SheetReading[]> {
    return this.#readings(sheets, true);
  }

  async #readings(ids: readonly string[], askHidden: boolean): Promise<SheetReading[]> {
    if (ids.some((id) => !this.#hiddenSheets.has(id))) await this.listSheets();
    const readings = await this.#caller.call("ruamRead", [...ids]);
    let left = ASKED_ROWS;
    for (const reading of readings) {
      this.#seen.set(reading.id, reading.revision);
      if (askHidden || !this.#hiddenRows.has(reading.id)) left -= await this.#askHidden(reading, left);
    }
    return readings.map((reading) => this.#grown(reading));
  }

  /** Answers how many rows were asked: none where there are more than may be. What is not asked now is asked another time. */
  async #askHidden({ id, rows }: WireReading, atMost: number): Promise<number> {
    const filled = rows.flatMap((row, r) => (row.length > 0 ? [r + 1] : []));
    if (filled.length === 0 || filled.length > atMost) return 0;
    this.#hiddenRows.set(id, await this.#caller.call("ruamHidden", id, filled));
    return filled.length;
  }

  #grown({ id, name, rows, merges, revision }: WireReading): SheetReading {
    const hidden = this.#hiddenSheets.get(id) === true;
    const hiddenRows = this.#hiddenRows.get(id) ?? [];
    const grid: Grid = {
      ...{ sheet: name, rows },
      ...(merges.length > 0 ? { merges } : {}),
      ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
      ...(hidden ? { hidden } : {}),
    };
    return { sheet: { id, name, hidden }, grid, revision };
  }

  async write(sheet: string, writes: readonly CellWrite[], aside?: "aside"): Promise<string> {
    const { before, revision } = await this.#caller.call("ruamWrite", sheet, [...writes]);
    if (aside === undefined && writes.length > 0) this.#steps.push({ sheet, before, after: [...writes] });
    this.#tell(sheet, revision);
    return revision;
  }

  async undo(): Promise<{ sheet: string; places: Place[] } | null> {
    const step = this.#steps.pop();
    if (step === undefined) return null;
    const { sheet, before, after } = step;
    try {
      this.#tell(sheet, await this.#caller.call("ruamRestore", sheet, before, after));
    } catch (error) {
      // Nothing was put back: the step is there to be tried again, unless the cells have another content by now.
      if (!(error instanceof HostProblem) || error.fault !== "stale") this.#steps.push(step);
      throw error;
    }
    return { sheet, places: after.map(({ row, col }) => ({ row, col })) };
  }

  async mark(sheet: string, revision: string, marks: readonly Mark[]): Promise<void> {
    await this.#caller.call("ruamMark", sheet, revision, [...marks]);
  }

  async clearMarks(sheet: string): Promise<void> {
    await this.#caller.call("ruamUnmark", sheet);
  }

  /** The keyboard stays in the sidebar: no script can move it into the sheet. */
  async select(sheet: string, { row, col }: Place): Promise<void> {
    await this.#caller.call("ruamSelect", sheet, row, col);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#wait();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#callOff();
    };
  }

  getSetting(key: string): Promise<string | null> {
    return this.#caller.call("ruamGetSetting", key);
  }

  async setSetting(key: string, value: string | null): Promise<void> {
    if (value !== null && new TextEncoder().encode(value).length > SETTING_BYTES)
      throw new HostProblem("failed", "a setting this long");
    await this.#caller.call("ruamSetSetting", key, value);
  }

  async identityToken(): Promise<string | null> {
    return this.#caller.call("ruamToken");
  }

  /** Keeps a province's offices in the document, for the checks that run without the sidebar. */
  async keepOffices(version: string, pack: string): Promise<void> {
    await this.#caller.call("ruamKeepOffices", version, pack);
  }

  #tell(sheet: string, revision: string): void {
    if (this.#seen.get(sheet) === revision) return;
    this.#seen.set(sheet, revision);
    for (const listener of [...this.#listeners]) listener({ sheet });
  }

  #wait(): void {
    this.#callOff();
    if (this.#listeners.size === 0) return;
    this.#callOff = this.#around.later(POLL_MS, () => void this.#poll().finally(() => this.#wait()));
  }

  async #poll(): Promise<void> {
    const sheet = this.#watched;
    if (sheet === null || !this.#around.isFocused()) return;
    try {
      const revision = await this.#caller.call("ruamRevision", sheet);
      this.#tell(sheet, revision);
    } catch {
      // Only a look: whoever asks for the sheet next is told what is wrong.
    }
  }
}
