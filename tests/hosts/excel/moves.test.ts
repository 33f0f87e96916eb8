import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Machine } from "./machine.ts";

/** One thing a user does to a sheet of ten by five, rows and columns as printed. */
type Move = ["type" | "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns" | "hideRows" | "fill", number];

const move: fc.Arbitrary<Move> = fc.tuple(
  fc.constantFrom("type", "insertRows", "deleteRows", "insertColumns", "deleteColumns", "hideRows", "fill"),
  fc.integer({ min: 1, max: 5 }),
);

function open(): Machine {
  const rows = Array.from({ length: 10 }, (_, row) => Array.from({ length: 5 }, (_, col) => `${row},${col}`));
  const machine = new Machine({ grids: [{ sheet: "S", rows, hiddenRows: [4] }] });
  machine.user.fillColor("S", "B2:C3", "#ff0000");
  return machine;
}

function make({ user }: Machine, [kind, at]: Move): void {
  const column = "ABCDE"[at - 1]!;
  if (kind === "type") user.type("S", `${column}${at}`, "typed");
  else if (kind === "insertColumns" || kind === "deleteColumns") user[kind]("S", column);
  else if (kind === "fill") user.fill("S", `A${at}`, `A${at}:C${at + 1}`);
  else user[kind]("S", at);
}

const stateOf = ({ inner }: Machine) => {
  const { cells, ...rest } = inner.sheet("S").snapshot();
  return { ...rest, cells: new Map([...cells].sort(([a], [b]) => a - b)) };
};

describe("simulated Excel: rows and columns on the move", () => {
  it("undoing everything brings back the sheet as it was", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const machine = open();
        const before = stateOf(machine);
        for (const one of moves) make(machine, one);
        for (const _ of moves) machine.user.undo();
        expect(stateOf(machine)).toEqual(before);
      }),
      { seed: 20_231_031 },
    );
  });

  it("a held range stays on its cell, and is gone only when the cell is", () => {
    const shifts = move.filter(([kind]) => /Rows|Columns/.test(kind));
    fc.assert(
      fc.property(fc.array(shifts, { maxLength: 12 }), fc.nat(9), fc.nat(4), (moves, row, col) => {
        const machine = open();
        const sheet = machine.inner.sheet("S");
        const span = { sheet, areas: [{ top: row, left: col, bottom: row, right: col }] };
        machine.inner.floating.add(span);
        for (const one of moves) make(machine, one);
        const there = [...sheet.state.cells.values()].some(({ value }) => value === `${row},${col}`);
        expect(span.areas.map(({ top, left }) => sheet.cell(top, left).value)).toEqual(there ? [`${row},${col}`] : []);
      }),
      { seed: 20_231_031 },
    );
  });
});
