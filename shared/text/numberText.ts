import { toArabicDigits } from "./digits.ts";
import { readNumberWords } from "./numberWords.ts";

/** What a text says of one number. Several readings, best first, where a person has to choose. */
export type NumberText =
  | { is: "number"; value: number; separated: boolean; unit: string }
  | { is: "words"; values: number[]; unit: string }
  | { is: "about"; values: number[]; unit: string }
  | { is: "several"; values: number[]; unit: string }
  | { is: "letters"; values: number[]; unit: string }
  | { is: "unsure"; values: number[]; unit: string }
  | { is: "none" };

const NUMBER = "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?";
const PLAIN = new RegExp(`^(${NUMBER})\\s*(?:\\.?-|\\.)?\\s*([^0-9]*)$`);
const LEAD = /^(?:เป็น)?(?:จำนวน|รวมทั้งสิ้น|รวมทั้งหมด|รวม|ทั้งหมด|ทั้งสิ้น|ยอด|เป็นเงิน)\s*[:：]?\s*/;
const ABOUT_BEFORE =
  /^(?:โดยประมาณ|ประมาณการ|ประมาณ|ปรมาณ|ปมณ\.?|ราวๆ|ราว|กว่า|มากกว่า|น้อยกว่า|ไม่เกิน|ไม่น้อยกว่า|ไม่ต่ำกว่า|เกือบ|เกิน|อย่างน้อย|อย่างมาก|ถึง|~|≈|>=?|<=?|±)\s*/;
const ABOUT_AFTER = /^(?:กว่า|เศษ|ปลาย|ต้นๆ|นิดๆ|\+)|กว่า$|เศษ$|ขึ้นไป|ประมาณ|ปมณ/;
const MANY = /หลาย|จำนวนมาก|มากมาย|ทั้งหมู่บ้าน|ทั้งตำบล|ไม่ทราบ|ไม่แน่นอน|พอสมควร/;

function numberOf(text: string): number {
  return Number(text.replace(/,/g, ""));
}

function numbersIn(text: string): number[] {
  return (text.match(new RegExp(NUMBER, "g")) ?? []).map(numberOf);
}

/** Reads a count or an amount. Expects normalised text; Thai digits are read as Arabic. */
export function readNumberText(text: string): NumberText {
  const arabic = toArabicDigits(text).replace(/\u2212/g, "-");
  const led = arabic.replace(LEAD, "");
  const lead = led === arabic ? "" : arabic.slice(0, arabic.length - led.length).trim();
  const about = ABOUT_BEFORE.exec(led);
  if (about !== null) return aboutOf(led.slice(about[0].length));
  if (/[0-9][oOlI|]|[oOlI|][0-9]/.test(led)) return lettersOf(led) ?? { is: "none" };
  const plain = PLAIN.exec(led);
  if (plain !== null) {
    const [, digits, tail] = plain as unknown as [string, string, string];
    const unit = tail.trim();
    if (ABOUT_AFTER.test(unit)) return aboutOf(led);
    const words = readNumberWords(digits.replace(/,/g, "") + unit.replace(/(?:บาท|คน|ราย|แห่ง|ครัวเรือน)$/, ""));
    if (words !== null) return { is: "words", values: [words], unit: "" };
    const bare = unit.replace(/^\(\s*([^()]*)\s*\)\s*/, "");
    if (bare !== unit) return withBracket(numberOf(digits), /^\(([^()]*)\)/.exec(unit)![1]!, bare);
    const noted = /^([^()]+?)\s*\(([^()]*)\)$/.exec(unit);
    if (noted !== null) return withBracket(numberOf(digits), noted[2]!, noted[1]!);
    const separated = led.replace(/\s+/g, "") !== String(numberOf(digits)) + unit.replace(/\s+/g, "");
    return { is: "number", value: numberOf(digits), separated, unit: unit || (lead === "" ? "" : "จำนวน") };
  }
  return readUnplain(led);
}

/** "25 (ยี่สิบห้า) คน": the words in brackets only repeat the figure when they say the same. */
function withBracket(value: number, inside: string, unit: string): NumberText {
  const words = readNumberWords(inside.replace(/(?:คน|บาท(?:ถ้วน)?|ราย|แห่ง)$/, ""));
  if (words === value) return { is: "number", value, separated: false, unit: unit || "จำนวน" };
  return { is: "several", values: [value], unit };
}

function aboutOf(rest: string): NumberText {
  const values = numbersIn(rest);
  if (values.length === 0) {
    const words = readNumberWords(bareWords(rest));
    return { is: "about", values: words === null ? [] : [words], unit: unitOf(rest) };
  }
  return { is: "about", values, unit: unitOf(rest) };
}

/** The word behind the last number: คน, แห่ง; "" when there is none. */
function unitOf(text: string): string {
  const tail = /[0-9+)]\s*(?:กว่าๆ?|เศษๆ?)?\s*([^0-9()+,.]*)$/.exec(text)?.[1] ?? "";
  return tail.replace(/(?:กว่า|เศษ|ขึ้นไป|โดยประมาณ|ประมาณ)\s*$/, "").trim();
}

const ROUGH_WORDS = /^(.+?)(?:กว่า|เศษ)ๆ?(.*)$/;
const TRAILING_UNIT = /(?:คน|ราย|ท่าน|แห่ง|ศูนย์|บาท(?:ถ้วน)?|ภาพ|รูป|ครัวเรือน|ครอบครัว|หลังคาเรือน|ครั้ง|วินาที|นาที)$/;

function bareWords(text: string): string {
  const tight = text.replace(/\s+/g, "").replace(/(?:กว่า|เศษ|ขึ้นไป)ๆ?$/, "");
  return tight === "ศูนย์" ? tight : tight.replace(TRAILING_UNIT, "");
}

function readUnplain(text: string): NumberText {
  const range = new RegExp(`^(${NUMBER})\\s*(?:-|–|—|~|ถึง|หรือ)\\s*(${NUMBER})\\s*([^0-9]*)$`).exec(text);
  if (range !== null)
    return { is: "about", values: [numberOf(range[1]!), numberOf(range[2]!)], unit: range[3]!.trim() };
  const within = new RegExp(`^(${NUMBER})\\s*(?:±|\\+/-)\\s*(?:${NUMBER})\\s*([^0-9]*)$`).exec(text);
  if (within !== null) return { is: "about", values: [numberOf(within[1]!)], unit: within[2]!.trim() };
  const words = readNumberWords(bareWords(text));
  if (words !== null)
    return { is: "words", values: [words], unit: TRAILING_UNIT.exec(text.replace(/\s+/g, ""))?.[0] ?? "" };
  const rough = ROUGH_WORDS.exec(text.replace(/\s+/g, ""));
  const roughly = rough === null ? null : readNumberWords(bareWords(rough[1]!));
  if (roughly !== null) return { is: "about", values: [roughly], unit: rough![2]! };
  const spaced = /^([0-9]{1,3}(?: [0-9]{3})+)\s*([^0-9]*)$/.exec(text);
  if (spaced !== null)
    return { is: "unsure", values: [numberOf(spaced[1]!.replace(/ /g, ""))], unit: spaced[2]!.trim() };
  const letters = lettersOf(text);
  if (letters !== null) return letters;
  const numbers = numbersIn(text);
  // A separator in the wrong place: which figure was meant can not be told.
  if (/[0-9]/.test(text.replace(new RegExp(`(?<![0-9,])(?:${NUMBER})(?![0-9]|,[0-9])`, "g"), "")))
    return { is: "none" };
  if (numbers.length > 1) return severalOf(text, numbers);
  if (numbers.length === 1) {
    // A word before the figure: "ชาวบ้าน 30 คน". Which is counted is for a person to say.
    if (/^-/.test(text)) return { is: "none" };
    return /^[^0-9.,+-]+[0-9]/.test(text) && !/[./][0-9]/.test(text)
      ? { is: "several", values: numbers, unit: unitOf(text) }
      : { is: "none" };
  }
  return MANY.test(text) ? { is: "about", values: [], unit: "" } : { is: "none" };
}

/** The letters o and l typed for the figures 0 and 1. */
function lettersOf(text: string): NumberText | null {
  const match = /^([0-9oOlI|]+)\s*([^0-9A-Za-z]*)$/.exec(text);
  if (match === null) return null;
  const mended = match[1]!.replace(/[oO]/g, "0").replace(/[lI|]/g, "1");
  return { is: "letters", values: [Number(mended)], unit: match[2]!.trim() };
}

/** A sum is their total; a figure with a part of it in brackets is first of all the figure. */
function severalOf(text: string, numbers: number[]): NumberText {
  if (/^-|[0-9]\.[0-9]+\.|[0-9]\/[0-9]/.test(text)) return { is: "none" };
  const total = numbers.reduce((sum, one) => sum + one, 0);
  const stated = /(?:รวม|=|ทั้งหมด|ทั้งสิ้น)\s*(?:เป็น)?\s*([0-9][0-9,]*)\s*[^0-9]*$/.exec(text);
  const bracket = /^[^0-9(]*([0-9][0-9,]*)[^0-9(]*\(/.exec(text);
  const first = stated !== null ? numberOf(stated[1]!) : bracket !== null ? numberOf(bracket[1]!) : total;
  const values = stated !== null ? [first] : bracket !== null ? [first, total] : [total];
  return { is: "several", values: [...new Set(values)], unit: unitOf(text.replace(/\([^()]*\)\s*$/, "")) };
}
