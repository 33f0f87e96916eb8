import type { Desk } from "./types.ts";

/** What a page's buttons are given: what is looked at now, and how to draw it anew. */
export interface Context {
  desk(): Desk;
  redraw(): Promise<void>;
}
