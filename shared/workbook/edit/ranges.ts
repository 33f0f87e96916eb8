import { address, MAX_COLUMNS, parseAddress } from "../read/a1.ts";
import type { Range } from "../read/gridBuilder.ts";

/** "B6:C9" or "B6", 0-based; undefined for anything else. */
export function rangeOf(ref: string): Range | undefined {
  const [from, to = from] = ref.split(":") as [string, string?];
  const a = parseAddress(from);
  const b = parseAddress(to);
  if (a < 0 || b < 0) return undefined;
  const rows = [Math.floor(a / MAX_COLUMNS), Math.floor(b / MAX_COLUMNS)] as const;
  const columns = [a % MAX_COLUMNS, b % MAX_COLUMNS] as const;
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

export function refOf({ top, left, bottom, right }: Range): string {
  const from = address(top, left);
  const to = address(bottom, right);
  return from === to ? from : `${from}:${to}`;
}

export function holds(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
