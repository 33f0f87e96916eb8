import type { Cell } from "../sheet/grid.ts";
import { hasThaiDigit, toArabicDigits } from "../text/digits.ts";
import { normalizeText } from "../text/normalize.ts";
import { readNumberText } from "../text/numberText.ts";
import type { Code } from "./codes.ts";
import { accept, type Reading, refuse, suggest } from "./reading.ts";

const NONE = /^(?:[-–—]+|ไม่มี|ไม่มีคลิป|ไม่ได้ทำคลิป)$/;
const SECOND = "(?:วินาที|วิฯ|วิ\\.?|sec(?:onds?|\\.)?|s)";
const MINUTE = "(?:นาที|น\\.|min(?:utes?|\\.)?|m)";
const SECONDS = new RegExp(`^([0-9]+)\\s*${SECOND}$`, "i");
const MINUTES = new RegExp(`^([0-9]+)\\s*${MINUTE}$`, "i");
const BOTH = new RegExp(`^([0-9]+)\\s*${MINUTE}\\s*([0-9]{1,2})\\s*${SECOND}?$`, "i");
const CLOCK = /^([0-9]{1,2}):([0-5][0-9])(?::([0-5][0-9]))?\s*(?:นาที|น\.)?$/;
const POINTED = new RegExp(`^([0-9]+)\\.([0-9]{1,2})\\s*(?:${MINUTE})$`, "i");
const DAY_SECONDS = 86_400;

/**
 * The length of a clip, in seconds. "0:30" in a cell is what the spreadsheet takes for half past midnight: a person says whether
 * thirty seconds were meant. `most`: the letter's limit, null where it gives none.
 */
export function readDuration(cell: Exclude<Cell, null>, most: number | null): Reading {
  const raw = typeof cell === "object" ? cell.v : cell;
  if (typeof raw === "number") {
    const isTime = (typeof cell === "object" && cell.t === "d") || (raw > 0 && raw < 1);
    return isTime ? readClockCell(raw, most) : judge(raw, [], raw, most);
  }
  if (typeof raw !== "string") return refuse(["CLIP_DURATION"], [], { typed: raw });
  const { text, codes } = normalizeText(raw);
  if (text === "") return accept(null, codes);
  const found: Code[] = hasThaiDigit(text) ? ["TXT_THAI_DIGIT", ...codes] : [...codes];
  if (NONE.test(text)) return accept(0, [...found, "NUM_ZERO_WORD"], { typed: text });
  return readWords(toArabicDigits(text), text, found, most);
}

/** A serial below one is a time of day: h:mm as it was typed, or with seconds a real length. */
function readClockCell(serial: number, most: number | null): Reading {
  if (serial >= 1) return refuse(["CLIP_DURATION"], [], { typed: serial });
  const total = Math.round(serial * DAY_SECONDS);
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const typed = `${hours}:${String(minutes).padStart(2, "0")}${seconds === 0 ? "" : `:${String(seconds).padStart(2, "0")}`}`;
  if (seconds !== 0 && hours === 0) return judge(total, ["CLIP_DURATION"], typed, most);
  return suggest(["CLIP_DURATION"], seconds === 0 ? [hours * 60 + minutes] : [total], { typed });
}

function readWords(arabic: string, text: string, found: Code[], most: number | null): Reading {
  const clock = CLOCK.exec(arabic);
  if (clock !== null) {
    const [a, b, c] = [Number(clock[1]), Number(clock[2]), clock[3] === undefined ? null : Number(clock[3])];
    return judge(c === null ? a * 60 + b : a * 3600 + b * 60 + c, [...found, "CLIP_DURATION"], text, most);
  }
  const seconds = SECONDS.exec(arabic);
  if (seconds !== null) return judge(Number(seconds[1]), [...found, "NUM_UNIT"], text, most);
  const minutes = MINUTES.exec(arabic);
  if (minutes !== null) return judge(Number(minutes[1]) * 60, [...found, "NUM_UNIT"], text, most);
  const both = BOTH.exec(arabic);
  if (both !== null) return judge(Number(both[1]) * 60 + Number(both[2]), [...found, "NUM_UNIT"], text, most);
  const pointed = POINTED.exec(arabic);
  // "1.30 นาที": a minute and thirty seconds, or one minute and three tenths.
  if (pointed !== null)
    return suggest(
      [...found, "CLIP_DURATION"],
      [
        Number(pointed[1]) * 60 + Number(pointed[2]!.padEnd(2, "0")),
        Math.round(Number(`${pointed[1]}.${pointed[2]}`) * 60),
      ],
      { typed: text },
    );
  if (/^ครึ่ง\s*นาที$/.test(arabic)) return suggest([...found, "CLIP_DURATION"], [30], { typed: text });
  const plain = readNumberText(arabic.replace(new RegExp(`\\s*${SECOND}$`, "i"), ""));
  if (plain.is === "number" && plain.unit === "") return judge(plain.value, found, text, most);
  if (plain.is === "about") return suggest([...found, "NUM_APPROX"], plain.values, { typed: text });
  if (plain.is === "words") return suggest([...found, "NUM_WORD"], plain.values, { typed: text });
  return refuse([...found, "CLIP_DURATION"], [], { typed: text });
}

function judge(seconds: number, codes: Code[], typed: string | number, most: number | null): Reading {
  if (!Number.isInteger(seconds) || seconds < 0) return refuse([...codes, "NUM_NOT_INTEGER"], [], { typed });
  if (most !== null && seconds > most) return refuse([...codes, "CLIP_TOO_LONG"], [], { typed, seconds, limit: most });
  return accept(seconds, codes, { typed });
}
