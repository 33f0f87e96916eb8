import type { Cell } from "../sheet/grid.ts";
import { toArabicDigits } from "../text/digits.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";

/** What a cell of a tick column says, before its neighbour is looked at. */
export type TickSign =
  | { kind: "blank" | "false"; codes: Code[] }
  /** `plain`: a mark that needs no word about it. */
  | { kind: "true"; plain: boolean; codes: Code[] }
  | { kind: "cross" | "unknown"; codes: Code[]; text: string }
  /** Words: "ดำเนินการแล้ว" says it was done, "ไม่ดำเนินการ" that it was not, "ไม่…" gives some reason. */
  | { kind: "saysDone" | "saysNotDone" | "saysWhyNot"; codes: Code[]; text: string };

const PLAIN = new Set(["✓", "✔", "√", "☑", "/"]);
const TRUE_WORDS = /^(?:1|true|ใช่|มี|✅|☑️|✔️|✓️|🗸|🗹|\/\/)$/i;
const FALSE_WORDS = /^(?:0|false|[-–—]+|☐|□)$/i;
const CROSS = /^(?:x+|✗|✘|×|☒|✕|✖|❌|ⅹ|х)$/i;
const DONE = /^(?:ได้)?(?:ดำเนินการ|จัดทำ|ทำ|จัดทำคลิป|ดำเนินงาน)(?:แล้ว|เรียบร้อย|แล้วเสร็จ|เรียบร้อยแล้ว|เสร็จแล้ว)*$/;
const NOT_DONE = /^(?:ยัง)?ไม่(?:ได้|มีการ)?(?:ดำเนินการ|จัดทำ|ทำ|จัดทำคลิป|ดำเนินงาน)?$/;

/** Symbol fonts draw a tick, a cross or an empty box for an ordinary letter (Microsoft's own character tables). */
const SYMBOLS: readonly (readonly [font: RegExp, tick: string, cross: string, empty: string])[] = [
  [/wingdings\s*2/i, "PRVW", "OQSTU", "£*"],
  [/^wingdings(?!\s*[23])/i, "\u00FC\u00FE", "\u00FB\u00FD\u00A8x", "o\u00A1q"],
  [/webdings/i, "a", "r", "c"],
  [/marlett/i, "ab", "r", ""],
  [/^symbol/i, "\u00D6", "\u00B4", ""],
  [/zapf\s*dingbats/i, "34", "5678", ""],
];

function readSymbol(text: string, font: string): "true" | "cross" | "false" | null {
  const table = SYMBOLS.find(([pattern]) => pattern.test(font));
  if (table === undefined || [...text].length !== 1) return null;
  const code = text.charCodeAt(0);
  // Word and Excel store inserted symbols in the private area F000–F0FF.
  const letter = code >= 0xf000 && code <= 0xf0ff ? String.fromCharCode(code - 0xf000) : text;
  const [, tick, cross, empty] = table;
  if (tick.includes(letter)) return "true";
  if (cross.includes(letter)) return "cross";
  return empty !== "" && empty.includes(letter) ? "false" : null;
}

const BLANK: TickSign = { kind: "blank", codes: [] };

/** Reads one tick cell by its value and, for symbol fonts, by its font. */
export function readTick(cell: Cell | undefined): TickSign {
  const value = cell !== null && typeof cell === "object" ? cell.v : (cell ?? null);
  const font = cell !== null && typeof cell === "object" ? (cell.font ?? "") : "";
  if (value === null || value === "") return BLANK;
  if (typeof value === "boolean")
    return value ? { kind: "true", plain: true, codes: [] } : { kind: "false", codes: [] };
  if (typeof value === "number") {
    if (value === 0) return { kind: "false", codes: [] };
    if (value === 1) return { kind: "true", plain: false, codes: [] };
    return { kind: "unknown", codes: [], text: String(value) };
  }
  const { text, codes } = normalizeText(value);
  if (text === "") return { kind: "blank", codes };
  if (font !== "") {
    const symbol = readSymbol(text, font);
    if (symbol === "true") return { kind: "true", plain: false, codes };
    if (symbol === "cross") return { kind: "cross", codes, text };
    if (symbol === "false") return { kind: "false", codes };
  }
  if (PLAIN.has(text)) return { kind: "true", plain: true, codes };
  const word = toArabicDigits(text);
  if (TRUE_WORDS.test(word)) return { kind: "true", plain: false, codes };
  if (FALSE_WORDS.test(word)) return { kind: "false", codes };
  if (CROSS.test(word)) return { kind: "cross", codes, text };
  const tight = text.replace(/\s+/g, "");
  if (DONE.test(tight)) return { kind: "saysDone", codes, text };
  if (NOT_DONE.test(tight)) return { kind: "saysNotDone", codes, text };
  if (/^(?:ยัง)?ไม่/.test(tight)) return { kind: "saysWhyNot", codes, text };
  return { kind: "unknown", codes, text };
}

/** True for a cell that can only be a tick: used to recognise a shifted row. */
export function looksLikeTick(cell: Cell | undefined): boolean {
  const sign = readTick(cell);
  return (sign.kind === "true" && typeof cell !== "number") || sign.kind === "cross" || sign.kind === "saysDone";
}
