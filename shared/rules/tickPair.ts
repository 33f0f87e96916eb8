import type { Code } from "./codes.ts";
import { accept, type Reading, refuse, suggest } from "./reading.ts";
import type { TickSign } from "./tick.ts";

const NOT_TICKED = accept(false);

function text(sign: TickSign): string | null {
  return "text" in sign ? sign.text : null;
}

/** "x" stands for "no" where it is alone in the ไม่ดำเนินการ column; anywhere else a person must say. */
function readOne(sign: TickSign, own: "done" | "notDone", other: TickSign): Reading {
  const otherEmpty = other.kind === "blank" || other.kind === "false";
  const elsewhere = own === "done" ? "notDone" : "done";
  const params = { typed: text(sign) };
  switch (sign.kind) {
    case "blank":
    case "false":
      return sign.codes.length === 0 ? NOT_TICKED : accept(false, sign.codes);
    case "true":
      return accept(true, sign.plain ? sign.codes : [...sign.codes, "TICK"]);
    case "cross":
      if (own === "notDone" && otherEmpty) return accept(true, [...sign.codes, "TICK"], params);
      return own === "done" && otherEmpty
        ? suggest([...sign.codes, "TICK_AMBIGUOUS"], [{ cell: "notDone", value: true }, true], params)
        : suggest([...sign.codes, "TICK_AMBIGUOUS"], [false, true], params);
    case "saysDone":
      return own === "done"
        ? accept(true, [...sign.codes, "TICK"], params)
        : suggest([...sign.codes, "TICK_WRONG_COLUMN"], [{ cell: elsewhere, value: true }], params);
    case "saysNotDone":
      return own === "notDone"
        ? accept(true, [...sign.codes, "TICK"], params)
        : suggest([...sign.codes, "TICK_WRONG_COLUMN"], [{ cell: elsewhere, value: true }], params);
    case "saysWhyNot":
      return own === "notDone"
        ? suggest([...sign.codes, "TICK_AMBIGUOUS"], [true, { cell: "remark", value: sign.text }], params)
        : suggest([...sign.codes, "TICK_WRONG_COLUMN"], [{ cell: elsewhere, value: true }], params);
    default:
      return suggest([...sign.codes, "TICK_AMBIGUOUS"], [true], params);
  }
}

export interface TickPair {
  done: Reading;
  notDone: Reading;
}

/**
 * The two tick columns together: exactly one of ดำเนินการ / ไม่ดำเนินการ holds. `nil` rows (an office without a centre) need none.
 */
export function readTickPair(done: TickSign, notDone: TickSign, nil: boolean): TickPair {
  const pair = { done: readOne(done, "done", notDone), notDone: readOne(notDone, "notDone", done) };
  const { done: a, notDone: b } = pair;
  if (a.value === true && b.value === true) return both(pair, "TICK_CONFLICT");
  if (!nil && a.value === false && b.value === false) return both(pair, "TICK_NONE");
  return pair;
}

function both(pair: TickPair, code: Code): TickPair {
  const spoil = (reading: Reading) => refuse([...reading.codes.filter((c) => c !== "TICK"), code], [], reading.params);
  return { done: spoil(pair.done), notDone: spoil(pair.notDone) };
}
