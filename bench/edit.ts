import { type CellEdit, SheetChecker } from "../shared/check.ts";
import { childcareClips } from "../shared/forms/childcareClips.ts";
import type { Cell, Grid } from "../shared/sheet/grid.ts";
import { compare } from "./equality.ts";
import { begin, collect, count, record, round, rounded, type Spread, spreadOf, table, versionOf } from "./measure.ts";
import { ajvJudge, countDuplicates, type PlainRow, plainRow, type RowJudge, zodJudge } from "./peers.ts";
import { seeded } from "./random.ts";
import { PROVINCE, sampleRegistry } from "./roster.ts";
import { cellsOf, FIRST_ROW, gridOf, makeRows, type Row } from "./rows.ts";

// B2: from a keystroke to the verdicts it changes, in 5,000 and 50,000 rows; and a paste of 2,000 rows.

const registry = sampleRegistry();
const options = { registry, form: childcareClips, province: PROVINCE.code };
const FIELDS: (keyof Row)[] = ["seq", "province", "district", "office", "centre", "done", "notDone", "remark"];

export interface Keystroke {
  row: number;
  field: keyof Row;
  cell: Cell;
}

/** What officers type: the cells of other rows, clean and spoilt, anywhere in the sheet. */
export function keystrokes(howMany: number, rows: number, seed = 7): Keystroke[] {
  const random = seeded(seed);
  const source = makeRows(1_000, 0.5, seed);
  return Array.from({ length: howMany }, () => {
    const field = random.pick(FIELDS);
    return { row: random.below(rows), field, cell: random.pick(source)[field] };
  });
}

const editOf = ({ row, field, cell }: Keystroke): CellEdit => ({
  row: FIRST_ROW + row,
  col: FIELDS.indexOf(field),
  cell,
});

/** Throws unless the edited sheet answers what a fresh check of the same cells answers, and the peers refuse the same rows. */
export function mustAgree(checker: SheetChecker, rows: readonly Row[]): void {
  const report = checker.report();
  const fresh = new SheetChecker(gridOf(rows), options).report();
  const cells = (grid: typeof fresh) => JSON.stringify(grid.rows);
  if (cells(report) !== cells(fresh)) throw new Error("edited and fresh differ");
  for (const judge of [ajvJudge(), zodJudge()]) {
    const { differ } = compare(report, rows.map(plainRow), judge);
    if (differ.length > 0) throw new Error(`a peer and we differ on rows ${differ.slice(0, 10).join(", ")}`);
  }
}

function paste(rows: readonly Row[], at: number): CellEdit[] {
  return rows.flatMap((row, i) => {
    const cells = cellsOf(row);
    return FIELDS.map((_, col) => ({ row: FIRST_ROW + at + i, col, cell: cells[col] ?? null }));
  });
}

function timeOurs(checker: SheetChecker, strokes: readonly Keystroke[]): { spread: Spread; changed: number } {
  const times: number[] = [];
  let changed = 0;
  for (const stroke of strokes) {
    const edit = [editOf(stroke)];
    const startedAt = performance.now();
    const result = checker.edit(edit);
    times.push(performance.now() - startedAt);
    changed += result.rows?.length ?? 0;
  }
  return { spread: spreadOf(times), changed };
}

/** A full re-run after each keystroke, with their own look for duplicates. */
function timePeer(rows: PlainRow[], strokes: readonly Keystroke[], judge: RowJudge): Spread {
  const times: number[] = [];
  for (const { row, field, cell } of strokes) {
    const startedAt = performance.now();
    rows[row] = { ...rows[row]!, [field]: cell !== null && typeof cell === "object" ? cell.v : cell };
    let wrong = 0;
    for (const one of rows) wrong += judge(one);
    wrong += countDuplicates(rows);
    times.push(performance.now() - startedAt);
    if (wrong < 0) throw new Error("nothing was judged");
  }
  return spreadOf(times);
}

function main(): void {
  const flags = begin("edit");
  const sizes = flags.quick ? [500, 1_000] : [5_000, 50_000];
  const versions = { ajv: versionOf("ajv"), zod: versionOf("zod") };
  const edits: { rows: number; name: string; edits: number; ms: Spread }[] = [];
  const pastes: { rows: number; name: string; ms: Spread }[] = [];
  for (const size of sizes) {
    const rows = makeRows(size, 0.05);
    const strokes = keystrokes(flags.quick ? 200 : 4_000, size);
    const grid: Grid = gridOf(rows);
    // A sheet that is edited has been open for a while: edits of its like before the clock starts, or compiling is timed.
    const other = new SheetChecker(grid, options);
    for (const stroke of keystrokes(2_000, size, 8)) other.edit([editOf(stroke)]);
    const checker = new SheetChecker(grid, options);
    collect();
    const peers: [string, RowJudge][] = [
      ["ajv, all rows again", ajvJudge()],
      ["zod, all rows again", zodJudge()],
    ];
    const { spread } = timeOurs(checker, strokes);
    edits.push({ rows: size, name: "ruam", edits: strokes.length, ms: rounded(spread) });
    for (const { row, field, cell } of strokes) rows[row] = { ...rows[row]!, [field]: cell };
    mustAgree(checker, rows);
    for (const [name, judge] of peers) {
      const few = strokes.slice(0, flags.quick ? 5 : size > 10_000 ? 30 : 200);
      collect();
      edits.push({ rows: size, name, edits: few.length, ms: rounded(timePeer(rows.map(plainRow), few, judge)) });
    }
    const pasted = makeRows(flags.quick ? 200 : 2_000, 0.05, 99);
    const times: number[] = [];
    for (let i = 0; i < (flags.quick ? 2 : 15); i++) {
      const at = Math.floor((size - pasted.length) / 2) + i;
      const burst = paste(pasted, at);
      collect();
      const startedAt = performance.now();
      checker.edit(burst);
      times.push(performance.now() - startedAt);
      for (const [k, row] of pasted.entries()) rows[at + k] = row;
    }
    mustAgree(checker, rows);
    pastes.push({ rows: size, name: "ruam", ms: rounded(spreadOf(times)) });
  }
  const growth = round(edits.at(-3)!.ms.p50 / edits[0]!.ms.p50);
  console.log(
    `one edit; ajv ${versions.ajv}, zod ${versions.zod}, each with a Map for duplicates; answers compared first`,
  );
  table(
    ["ms an edit", "rows", "p50", "p99", "max", "edits"],
    edits.map(({ name, rows, edits: n, ms }) => [name, count(rows), ms.p50, ms.p99, ms.max, n]),
  );
  table(
    ["paste of 2,000 rows", "into", "min ms", "p99 ms"],
    pastes.map(({ name, rows, ms }) => [name, count(rows), ms.min, ms.p99]),
  );
  console.log(`p50 grows ${growth}x while the sheet grows ${sizes[1]! / sizes[0]!}x`);
  record("edit", flags, { versions, edits, pastes, growthOfP50: growth });
}

if (import.meta.main) main();
