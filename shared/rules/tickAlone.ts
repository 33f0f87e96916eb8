import type { Cell } from "../sheet/grid.ts";
import { accept, type Reading, suggest } from "./reading.ts";
import { readTick } from "./tick.ts";

/** A tick column that stands for itself: nobody has to tick exactly one of several. A cross may mean either, so it is asked. */
export function readTickAlone(cell: Cell): Reading {
  const sign = readTick(cell);
  switch (sign.kind) {
    case "blank":
    case "false":
      return accept(false, sign.codes);
    case "true":
      return accept(true, sign.plain ? sign.codes : [...sign.codes, "TICK"]);
    case "saysDone":
      return accept(true, [...sign.codes, "TICK"], { typed: sign.text });
    case "saysNotDone":
    case "saysWhyNot":
      return suggest([...sign.codes, "TICK_AMBIGUOUS"], [false], { typed: sign.text });
    default:
      return suggest([...sign.codes, "TICK_AMBIGUOUS"], [true, false], { typed: sign.text });
  }
}
