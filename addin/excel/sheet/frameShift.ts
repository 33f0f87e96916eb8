import { parseRange, type Range } from "../../../shared/sheet/address.ts";
import { areaText } from "./areas.ts";
import type { Frame } from "./mirror.ts";

/** Rows or columns put in before `at`, or taken out from `at` on; zero-based. */
export interface Shift {
  axis: "row" | "col";
  how: "in" | "out";
  at: number;
  count: number;
}

const LAST = 1_048_575;

/** Merges and hidden rows as they lie after rows or columns were put in or taken out, as Excel moves them. */
export function shifted(frame: Frame, shift: Shift): Frame {
  const merges = frame.merges.flatMap((merge) => {
    const range = parseRange(merge, LAST, LAST);
    const moved = range === null ? null : movedRange(range, shift);
    return moved === null ? [] : [areaText(moved)];
  });
  const hiddenRows =
    shift.axis === "col"
      ? frame.hiddenRows
      : frame.hiddenRows.flatMap((row) => {
          const moved = movedSpan(row - 1, row - 1, shift);
          return moved === null ? [] : [moved[0] + 1];
        });
  return { merges, hiddenRows };
}

function movedRange({ top, left, bottom, right }: Range, shift: Shift): Range | null {
  const span = shift.axis === "row" ? movedSpan(top, bottom, shift) : movedSpan(left, right, shift);
  if (span === null) return null;
  const [from, to] = span;
  return shift.axis === "row" ? { top: from, left, bottom: to, right } : { top, left: from, bottom, right: to };
}

/** A stretch after the shift; null when all of it was taken out. */
function movedSpan(from: number, to: number, { how, at, count }: Shift): [number, number] | null {
  if (how === "in") return [from >= at ? from + count : from, to >= at ? to + count : to];
  const end = at + count;
  if (from >= at && to < end) return null;
  const first = from < at ? from : Math.max(at, from - count);
  const last = to < at ? to : to < end ? at - 1 : to - count;
  return [first, last];
}
