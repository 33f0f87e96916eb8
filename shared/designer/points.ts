import type { Part, Point, Sureness } from "./proposal.ts";

/** Gathers what is to be said of the form as a whole. */
export class Points {
  readonly all: Point[] = [];

  say(
    part: Part,
    sure: Sureness,
    reason: Point["reason"],
    params: Point["params"] = {},
    cell: string | null = null,
  ): void {
    this.all.push({ part, field: null, sure, reason, params, cell });
  }
}
