import {
  type Capabilities,
  type CellWrite,
  type Change,
  type DocumentFacts,
  type Host,
  HostProblem,
  type Mark,
  type Place,
  type SheetReading,
  type SheetRef,
} from "../../addin/host.ts";

/** What goes wrong, as hosts go wrong in the field. */
export interface Faults {
  /** Events wait until `deliver()`. */
  lateEvents: boolean;
  loseEvents: boolean;
  doubleEvents: boolean;
  /** So many calls find the user typing in a cell. */
  busyCalls: number;
  /** So many reads break off half-way. */
  failingReads: number;
  /** Runs just before the next write reaches the document: somebody else is quicker. */
  beforeWrite: (() => void) | null;
  /** Runs between a read and whatever comes next. */
  afterRead: (() => void) | null;
  /** The sheet goes by this name from now on. */
  renamed: string | null;
  /** The sheet was deleted. */
  removed: boolean;
  /** The sheet is protected: writes are refused. */
  isProtected: boolean;
}

/** A host that misbehaves on demand, around one that does not. */
export class Mischief implements Host {
  readonly inner: Host;
  readonly capabilities: Capabilities;
  readonly faults: Faults = {
    ...{ lateEvents: false, loseEvents: false, doubleEvents: false, busyCalls: 0, failingReads: 0 },
    ...{ beforeWrite: null, afterRead: null, renamed: null, removed: false, isProtected: false },
  };
  readonly #waiting: Change[] = [];
  readonly #listeners = new Set<(change: Change) => void>();
  readonly calls: string[] = [];

  constructor(inner: Host) {
    this.inner = inner;
    this.capabilities = inner.capabilities;
    inner.onChange((change) => {
      if (this.faults.loseEvents) return;
      if (this.faults.lateEvents) this.#waiting.push(change);
      else this.#emit(change);
    });
    if (inner.saveCopy !== undefined) this.saveCopy = () => inner.saveCopy!();
  }

  saveCopy?: () => Promise<void>;

  /** Lets the late events go, newest first. */
  deliver(): void {
    for (const change of this.#waiting.splice(0).reverse()) this.#emit(change);
  }

  #emit(change: Change): void {
    for (const listener of [...this.#listeners]) {
      listener(change);
      if (this.faults.doubleEvents) listener(change);
    }
  }

  #enter(name: string): void {
    this.calls.push(name);
    if (this.faults.busyCalls > 0) {
      this.faults.busyCalls -= 1;
      throw new HostProblem("busy");
    }
    if (this.faults.removed) throw new HostProblem("gone");
  }

  async document(): Promise<DocumentFacts> {
    return this.inner.document();
  }

  async listSheets(): Promise<SheetRef[]> {
    this.#enter("listSheets");
    return this.inner.listSheets();
  }

  async readAll(sheets: readonly string[]): Promise<SheetReading[]> {
    const readings: SheetReading[] = [];
    for (const sheet of sheets) readings.push(await this.read(sheet));
    return readings;
  }

  async read(sheet: string): Promise<SheetReading> {
    this.#enter("read");
    if (this.faults.failingReads > 0) {
      this.faults.failingReads -= 1;
      throw new HostProblem("failed", "the connection broke off while reading");
    }
    const reading = await this.inner.read(sheet);
    const { afterRead, renamed } = this.faults;
    this.faults.afterRead = null;
    afterRead?.();
    if (renamed === null) return reading;
    const named = { ...reading.grid, sheet: renamed };
    return { ...reading, sheet: { ...reading.sheet, name: renamed }, grid: named, revision: `${reading.revision}!` };
  }

  async write(sheet: string, writes: readonly CellWrite[], aside?: "aside"): Promise<string> {
    this.#enter("write");
    if (this.faults.isProtected) throw new HostProblem("protected");
    const { beforeWrite } = this.faults;
    this.faults.beforeWrite = null;
    beforeWrite?.();
    return this.inner.write(sheet, writes, aside);
  }

  async undo() {
    this.#enter("undo");
    return this.inner.undo();
  }

  async mark(sheet: string, revision: string, marks: readonly Mark[]): Promise<void> {
    this.#enter("mark");
    return this.inner.mark(sheet, revision, marks);
  }

  clearMarks(sheet: string): Promise<void> {
    return this.inner.clearMarks(sheet);
  }

  async select(sheet: string, place: Place, focus?: boolean): Promise<void> {
    this.#enter("select");
    return this.inner.select(sheet, place, focus);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  getSetting(key: string): Promise<string | null> {
    return this.inner.getSetting(key);
  }

  setSetting(key: string, value: string | null): Promise<void> {
    return this.inner.setSetting(key, value);
  }

  identityToken(): Promise<string | null> {
    return this.inner.identityToken();
  }
}
