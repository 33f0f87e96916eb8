import { openWorkbook } from "../../shared/check.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Cell } from "../../shared/sheet/grid.ts";

const ROWS = 80;

/**
 * Lets the engine judge a sheet of no meaning while the host is still getting ready: code that runs for the first time runs
 * slowly, and the officer's own sheet is then not the first. Takes some tens of milliseconds and leaves nothing behind.
 */
export function warmEngine(): void {
  const { fields, title } = childcareClips;
  const row = (i: number): Cell[] =>
    fields.map((_, col) => [i, "ตัวอย่าง", "สมมติ", "อบต.สมมติ", `ศพด.สมมติ ${i}`, "/"][col] ?? null);
  const rows = [[title[0]!], fields.map(({ label }) => label), ...Array.from({ length: ROWS }, (_, i) => row(i + 1))];
  openWorkbook({ sheets: [{ sheet: "-", rows }], names: [], fileName: "" }, { registry: buildRegistry([]) }).report();
}
