import type { Cell, Scalar } from "../../../shared/sheet/grid.ts";
import type { Chance } from "../../story/random.ts";

/** What one cell of a sheet must answer: the value it is taken for, or a question that offers it. */
export type Truth = { take: Scalar } | { ask: Scalar | null };

export interface Spoilt {
  typed: Cell;
  truth: Truth;
}

const take = (typed: Cell, value: Scalar): Spoilt => ({ typed, truth: { take: value } });
const ask = (typed: Cell, value: Scalar | null = null): Spoilt => ({ typed, truth: { ask: value } });

export const thai = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

const MONTHS: readonly (readonly [full: string, short: string])[] = [
  ["มกราคม", "ม.ค."],
  ["กุมภาพันธ์", "ก.พ."],
  ["มีนาคม", "มี.ค."],
  ["เมษายน", "เม.ย."],
  ["พฤษภาคม", "พ.ค."],
  ["มิถุนายน", "มิ.ย."],
  ["กรกฎาคม", "ก.ค."],
  ["สิงหาคม", "ส.ค."],
  ["กันยายน", "ก.ย."],
  ["ตุลาคม", "ต.ค."],
  ["พฤศจิกายน", "พ.ย."],
  ["ธันวาคม", "ธ.ค."],
];
const WEEKDAYS = ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"];

/** A date serial, counted here by the platform's calendar, not by ours. */
function serialOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
}

const dated = (serial: number): Cell => ({ v: serial, t: "d", fmt: "d/m/yyyy" });

/** A day, written the ways people write it. `iso` is the truth. */
export function spoilDate(iso: string, chance: Chance): Spoilt {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const buddhist = year + 543;
  const [full, short] = MONTHS[month - 1]!;
  const bare = short.replaceAll(".", "");
  const yy = String(buddhist).slice(2);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;
  const plain: Spoilt[] = [
    take(dated(serialOf(year, month, day)), iso),
    take(dated(serialOf(buddhist, month, day)), iso),
    take(`${day} ${full} ${buddhist}`, iso),
    take(`${day} ${short} ${yy}`, iso),
    take(thai(`${day} ${short} ${yy}`), iso),
    take(`${day} ${bare} ${yy}`, iso),
    take(`${day}/${month}/${buddhist}`, iso),
    take(`${day}/${month}/${yy}`, iso),
    take(`${day}-${month}-${buddhist}`, iso),
    take(thai(`วันที่ ${day} ${full} พ.ศ. ${buddhist}`), iso),
    take(`วัน${weekday}ที่ ${day} ${full} ${buddhist}`, iso),
    take(`${day} ${full} ${year}`, iso),
    take(`${day}${short}${yy}`, iso),
    take(` ${day}  ${short} ${buddhist} `, iso),
  ];
  // 29 February of a year that only the other calendar has can not be typed into a date cell.
  if (month === 2 && day === 29) plain.splice(1, 1);
  const doubtful: Spoilt[] = [
    ask(dated(serialOf(1900 + Number(yy), month, Math.min(day, 28))), null),
    ask(dated(serialOf(buddhist + 543, month, Math.min(day, 28))), null),
    ask(`${short} ${yy}`),
    ask(`31 ${MONTHS[[3, 5, 8, 10][day % 4]!]![1]} ${buddhist}`),
    ask(day <= 26 ? `${day}-${day + 2} ${short} ${yy}` : `${day - 2}-${day} ${short} ${yy}`),
    ask(`ต้นเดือน${full}`),
  ];
  return chance.hits(82) ? chance.pick(plain) : chance.pick(doubtful);
}

/** A whole number of things, with its unit. */
export function spoilCount(value: number, unit: string, chance: Chance): Spoilt {
  const plain: Spoilt[] = [
    take(value, value),
    take(value, value),
    take(String(value), value),
    take(thai(String(value)), value),
    take(`${value} ${unit}`, value),
    take(thai(`${value}${unit}`), value),
    take(`จำนวน ${value} ${unit}`, value),
    take(value.toLocaleString("en-US"), value),
    take(` ${value}`, value),
  ];
  if (value === 0) plain.push(take("-", 0), take("ไม่มี", 0), take("–", 0));
  const doubtful: Spoilt[] = [
    ask(`ประมาณ ${value}`, value),
    ask(`${value} กว่า`, value),
    ask(`${value}+`, value),
    ask(thai(`ราว ${value} ${unit}`), value),
    ask(`${value}-${value + 10}`),
    ask(`${value + 1}.5`),
    ask(`-${value + 1}`),
    ask(`${value}+5`, value + 5),
    ask(`${value} กล่อง`),
    ask({ v: serialOf(2024, 3, (value % 28) + 1), t: "d", fmt: "d-mmm" }),
    ask("จำนวนมาก"),
  ];
  return chance.hits(82) ? chance.pick(plain) : chance.pick(doubtful);
}

export function spoilMoney(value: number, chance: Chance): Spoilt {
  const grouped = value.toLocaleString("en-US");
  const plain = [
    take(value, value),
    take(grouped, value),
    take(`${grouped} บาท`, value),
    take(`${grouped}.-`, value),
    take(thai(`${grouped} บาท`), value),
    take(`${value}.00`, value),
  ];
  if (value === 0) plain.push(take("-", 0), take("ไม่ใช้งบประมาณ", 0));
  return chance.hits(85)
    ? chance.pick(plain)
    : chance.pick([ask(`ประมาณ ${grouped} บาท`, value), ask(`${value} คน`), ask("2 หมื่น", 20_000)]);
}

/** A value of a list: its own wording, another for the very same, or a slip. */
export function spoilCategory(value: string, short: readonly string[], chance: Chance): Spoilt {
  const plain = [take(value, value), take(value, value), take(`${value} `, value), take(`1. ${value}`, value)];
  for (const one of short) plain.push(take(one, value));
  const letters = [...value];
  const at = chance.whole(1, letters.length - 1);
  const cut = [...letters.slice(0, at), ...letters.slice(at + 1)].join("");
  return chance.hits(85) ? chance.pick(plain) : chance.pick([ask(cut), ask("กีฬาสี")]);
}

/** Text that only the normaliser touches. */
export function spoilText(value: string, chance: Chance): Spoilt {
  const plain = [
    take(value, value),
    take(value, value),
    take(value, value),
    take(` ${value}  `, value),
    take(value.replace(/ /g, "\u00a0"), value),
    take(`${value}\u200b`, value),
    take(value.replace("แ", "เเ"), value),
    take(value.replace(/\u0e33/g, "\u0e4d\u0e32"), value),
  ];
  return chance.pick(plain);
}

/** Text that must be there. */
export function spoilNeeded(value: string, chance: Chance): Spoilt {
  return chance.hits(95) ? spoilText(value, chance) : chance.pick([ask(null), ask("-"), ask("")]);
}

export function spoilDistrict(name: string, chance: Chance): Spoilt {
  const plain = [
    take(name, name),
    take(name, name),
    take(`อ.${name}`, name),
    take(`อำเภอ${name}`, name),
    take(`อำเภอ ${name}`, name),
  ];
  const short = name.startsWith("เมือง") ? [take("เมือง", name), take("อ.เมือง", name)] : [];
  return chance.hits(92) ? chance.pick([...plain, ...short]) : chance.pick([ask("ไม่มีอำเภอนี้"), ask(`${name}ก`)]);
}

const LONG: Record<string, string> = { "อบต.": "องค์การบริหารส่วนตำบล", "ทต.": "เทศบาลตำบล", "ทม.": "เทศบาลเมือง" };

export function spoilOffice(type: string, name: string, chance: Chance): Spoilt {
  const label = type + name;
  const plain = [
    take(label, label),
    take(label, label),
    take(`${type} ${name}`, label),
    take(`${LONG[type]}${name}`, label),
  ];
  return chance.hits(92) ? chance.pick(plain) : chance.pick([ask("อบต.ไม่มีจริง"), ask(`${label}ซ`), ask("ที่ว่าการอำเภอ")]);
}

export function spoilSeconds(value: number, chance: Chance): Spoilt {
  const plain = [
    take(value, value),
    take(`${value} วินาที`, value),
    take(thai(`${value} วิ`), value),
    take(`0:${String(value).padStart(2, "0")}`, value),
  ];
  const doubtful = [ask({ v: value / 1440, t: "d", fmt: "h:mm" }, value), ask(value + 60), ask("1 นาที"), ask("สั้น")];
  return chance.hits(80) ? chance.pick(plain) : chance.pick(doubtful);
}

export function spoilPhone(digits: string, chance: Chance): Spoilt {
  const dashed = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  const plain = [
    take(dashed, dashed),
    take(digits, digits),
    take(thai(dashed), dashed),
    take(`โทร. ${dashed}`, dashed),
    take(dashed.replaceAll("-", " "), dashed),
  ];
  return chance.hits(85) ? chance.pick(plain) : ask(Number(digits), dashed);
}
