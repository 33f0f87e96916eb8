import type { Registry } from "../../../shared/offices/registry.ts";

export { fill } from "../../../shared/words/fill.ts";

import type { PaneWords } from "../../../shared/words/pane.ts";
import type { Event, State } from "../core/state.ts";

/** What every view is given. */
export interface Ui {
  state: State;
  dispatch(event: Event): void;
  words: PaneWords;
  language: "th" | "en";
  registry: Registry | null;
  /** Milliseconds; for what is due and when it is tried again. */
  now: number;
  saveCopy: (() => void) | null;
  otherDocument: (() => void) | null;
  /** The collector's address before a path of its pages; "" where this page came from it. */
  base: string;
  /** Prints what is shown; null where the page is a part of somebody else's. */
  print: (() => void) | null;
}

/** The verdict's shape, so that no colour has to tell it alone. */
export const SHAPE: Record<string, string> = { error: "▲", suggest: "◆", warn: "●", returned: "↺" };
