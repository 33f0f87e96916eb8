import type { Cell } from "../../shared/sheet/grid.ts";
import type { Chance } from "./random.ts";

/** One way people type a value. `undefined` when it makes no sense for this value. */
export interface Fault {
  name: string;
  type(value: string, chance: Chance): Cell | undefined;
}

const say = (name: string, type: Fault["type"]): Fault => ({ name, type });

/** Puts something between two letters, never before a mark or a following vowel. */
function insert(value: string, what: string, chance: Chance): string {
  const places = [...value].flatMap((_, i) =>
    i > 0 && /[ก-ฮ]/.test(value[i]!) && /[ก-ฮ.]/.test(value[i - 1]!) ? [i] : [],
  );
  const at = places.length === 0 ? value.length : chance.pick(places);
  return value.slice(0, at) + what + value.slice(at);
}

function swap(value: string, from: RegExp, to: string): string | undefined {
  return from.test(value) ? value.replace(from, to) : undefined;
}

/** Faults of any Thai text: what keyboards, LINE, Word and the web leave behind. */
export const TEXT_FAULTS: Fault[] = [
  say("space behind", (v) => `${v}  `),
  say("space before", (v) => ` ${v}`),
  say("no-break space", (v) => `${v}\u00A0`),
  say("zero width", (v, chance) => insert(v, "\u200B", chance)),
  say("byte order mark", (v) => `\uFEFF${v}`),
  say("line break", (v) => `${v}\n`),
  say("sara am in parts", (v) => swap(v, /น้ำ/, "น\u0E4D\u0E49\u0E32") ?? swap(v, /\u0E33/, "\u0E4D\u0E32")),
  say("sara am before the tone", (v) => swap(v, /น้ำ/, "น\u0E33\u0E49")),
  say("tone before nikhahit", (v) => swap(v, /น้ำ/, "น\u0E49\u0E4D\u0E32")),
  say("sara e twice", (v) => swap(v, /แ/, "เเ")),
  say("tone twice", (v) => swap(v, /\u0E49/, "\u0E49\u0E49")),
  say("tone before vowel", (v) => swap(v, /([\u0E31\u0E34-\u0E39])([\u0E48-\u0E4B])/, "$2$1")),
];

export const PROVINCE_FAULTS: Fault[] = [
  ...TEXT_FAULTS,
  say("จ.", (v) => `จ.${v}`),
  say("จังหวัด", (v) => `จังหวัด${v}`),
  say("จังหวัด with dots", (v) => `จังหวัด.....${v}.....`),
];

/** `value` is the bare name; the capital's own forms come from `capital`. */
export function districtFaults(province: string): Fault[] {
  const capital = (form: string) => say(`capital ${form}`, (v) => (v === `เมือง${province}` ? form : undefined));
  return [
    ...TEXT_FAULTS,
    say("อ.", (v) => `อ.${v}`),
    say("อ. and space", (v) => `อ. ${v}`),
    say("อำเภอ", (v) => `อำเภอ${v}`),
    say("อำเภอ and space", (v) => `อำเภอ ${v}`),
    ...["เมือง", "อ.เมือง", "เมืองฯ", "อำเภอ เมือง"].map(capital),
  ];
}

const LONG: [RegExp, string[]][] = [
  [/^อบต\./, ["องค์การบริหารส่วนตำบล", "อบต ", "อบต. ", "อ.บ.ต.", "องค์การบริหารส่วนตำบล "]],
  [/^ทต\./, ["เทศบาลตำบล", "ทต. ", "ท.ต.", "เทศบาล ต."]],
  [/^ทม\./, ["เทศบาลเมือง", "ทม. ", "ท.ม."]],
  [/^ทน\./, ["เทศบาลนคร", "ทน. "]],
];

export const OFFICE_FAULTS: Fault[] = [
  ...TEXT_FAULTS,
  say("type written otherwise", (v, chance) => {
    const forms = LONG.find(([prefix]) => prefix.test(v));
    return forms === undefined ? undefined : v.replace(forms[0], chance.pick(forms[1]));
  }),
  say("type left out", (v) => swap(v, /^(อบต|ทต|ทม|ทน)\./, "")),
  say("type of another", (v) => swap(v, /^อบต\./, "ทต.") ?? swap(v, /^ทต\./, "อบต.")),
  say("a letter too many", (v) => `${v}ร`),
  say("a letter lost", (v) => (v.length > 8 ? v.slice(0, -1) : undefined)),
  say("an office that is none", () => "ที่ว่าการอำเภอ"),
  say("left blank", () => null),
  say("error value", () => ({ v: "#REF!", t: "e" })),
];

export const CENTRE_FAULTS: Fault[] = [
  ...TEXT_FAULTS,
  say("ศูนย์พัฒนาเด็กเล็ก", (v) => v.replace("ศพด.", "ศูนย์พัฒนาเด็กเล็ก")),
  say("ศูนย์พัฒนาเด็กเล็ก and space", (v) => v.replace("ศพด.", "ศูนย์พัฒนาเด็กเล็ก ")),
  say("ศพด and space", (v) => v.replace("ศพด.", "ศพด. ")),
];

export const TICKS: Fault[] = [
  ...["✓", "✔", "√", "☑", "/", " / ", "ใช่", "มี", "1"].map((tick) => say(`tick ${tick.trim()}`, () => tick)),
  say("tick 1 as a number", () => 1),
  say("tick TRUE", () => true),
  say("tick of Wingdings 2", () => ({ v: "P", font: "Wingdings 2" })),
  say("tick of Wingdings", () => ({ v: "ü", font: "Wingdings" })),
  say("tick of Webdings", () => ({ v: "a", font: "Webdings" })),
];

export const DONE_TICKS: Fault[] = [
  ...TICKS,
  say("ดำเนินการ", () => "ดำเนินการ"),
  say("ดำเนินการแล้ว", () => "ดำเนินการแล้ว"),
];

export const NOT_DONE_TICKS: Fault[] = [...TICKS, say("x", () => "x"), say("X", () => "X"), say("✗", () => "✗")];

/** How an empty tick cell is left. */
export const NO_TICK: readonly Cell[] = [null, null, null, null, "", "-", 0, false];

/** How an empty remark is left. */
export const NO_REMARK: readonly Cell[] = [null, null, null, "", "-", "–", "ไม่มี"];

/** A running number: as a number mostly, else in one of these ways. */
export function runningNumber(n: number, chance: Chance): Cell {
  const thai = String(n).replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
  return chance.hits(80) ? n : chance.pick<Cell>([thai, `${thai}.`, String(n), `${n}.`, ` ${n}`]);
}
