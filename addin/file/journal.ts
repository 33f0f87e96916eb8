import type { Cell } from "../../shared/sheet/grid.ts";
import type { Place } from "../host.ts";

export interface CellChange extends Place {
  before: Cell;
  after: Cell;
}

/** One step of undo: cells of one sheet that changed together. */
export interface Entry {
  sheet: string;
  changes: CellChange[];
}

/** What was done and can be taken back, and what was taken back and can be done again. */
export class Journal {
  readonly #done: Entry[] = [];
  readonly #undone: Entry[] = [];

  add(entry: Entry): void {
    this.#done.push(entry);
    this.#undone.length = 0;
  }

  back(): Entry | null {
    const entry = this.#done.pop();
    if (entry !== undefined) this.#undone.push(entry);
    return entry ?? null;
  }

  forth(): Entry | null {
    const entry = this.#undone.pop();
    if (entry !== undefined) this.#done.push(entry);
    return entry ?? null;
  }
}
