import { scalarOf } from "../shared/sheet/grid.ts";
import type { Random } from "./random.ts";
import type { Row } from "./rows.ts";

type Spoil = (row: Row, random: Random, before: readonly Row[]) => void;

const text = (cell: Row["seq"]) => String(scalarOf(cell) ?? "");

/** One letter taken away, doubled or exchanged for its neighbour: what a tired hand does. */
function mistype(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  const way = random.below(3);
  if (way === 0) return word.slice(0, at) + word.slice(at + 1);
  if (way === 1) return `${word.slice(0, at)}ส${word.slice(at)}`;
  return word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2);
}

/** Untidy, but without a doubt. */
const UNTIDY: Spoil[] = [
  (row) => (row.province = `จังหวัด${text(row.province)}`),
  (row) => (row.district = `อำเภอ${text(row.district)}`),
  (row) => (row.district = `อ. ${text(row.district)} `),
  (row) => (row.district = `\u200B${text(row.district)}`),
  (row) => (row.office = text(row.office).replace("อบต.", "องค์การบริหารส่วนตำบล").replace("ทต.", "เทศบาลตำบล")),
  (row) => (row.office = text(row.office).replace(".", ". ")),
  (row) => (row.office = `${text(row.office)}\u00A0`),
  (row) => (row.centre = text(row.centre).replace("ศพด.", "ศูนย์พัฒนาเด็กเล็ก")),
  (row) => (row.centre = text(row.centre).replace("ศพด.", "ศพด. ")),
  (row) => (row.centre = text(row.centre).replace("ศพด.", "")),
  (row, random) => (row.seq = random.chance(0.5) ? `${text(row.seq)}.` : toThai(text(row.seq))),
  (row) => tickWith(row, { v: "P", font: "Wingdings 2" }),
  (row) => tickWith(row, 1),
  (row) => (row.remark = `${text(row.remark) || "ส่งแล้ว"}  ครบ`),
];

/** For a person to decide. */
const DOUBTFUL: Spoil[] = [
  (row, random) => (row.district = mistype(text(row.district), random)),
  (row, random) => (row.office = mistype(text(row.office), random)),
  (row) => (row.office = text(row.office).replace(/^[^.]*\./, "ต.")),
  (row) => (row.province = "แพร่"),
  (row) => (row.centre = null),
  (row) => (row.centre = "ศพด."),
  (row) => (row.centre = `${text(row.centre)} และศพด.บ้านอื่น`),
  (row) => (row.centre = "โรงเรียนบ้านสมมติ"),
  (row) => (row.done = row.notDone = "/"),
  (row) => (row.done = row.notDone = null),
  (row) => {
    row.done = "x";
    row.notDone = null;
  },
  (row) => {
    row.done = null;
    row.notDone = "/";
    row.remark = null;
  },
  (row) => (row.remark = "โทร 081-234-5678"),
  (row, _random, before) => Object.assign(row, before.at(-1) ?? row, { seq: row.seq }),
];

function tickWith(row: Row, cell: Row["done"]): void {
  if (row.done === null) row.notDone = cell;
  else row.done = cell;
}

function toThai(digits: string): string {
  return digits.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

/** Spoils one or two cells of a row in place. */
export function spoil(row: Row, before: readonly Row[], random: Random): void {
  const times = random.chance(0.3) ? 2 : 1;
  for (let i = 0; i < times; i++) random.pick(random.chance(0.5) ? UNTIDY : DOUBTFUL)(row, random, before);
}
