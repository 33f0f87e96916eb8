import { readFileSync, writeFileSync } from "node:fs";
import * as chrono from "chrono-node";
import dayjs from "dayjs";
import "dayjs/locale/th.js";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import { DateTime } from "luxon";
import type { FieldDefinition } from "../shared/forms/definition.ts";
import { volunteerActivities } from "../shared/forms/volunteerActivities.ts";
import type { Office } from "../shared/offices/office.ts";
import { buildRegistry } from "../shared/offices/registry.ts";
import { readByKind } from "../shared/rules/byKind.ts";
import { readDistrict } from "../shared/rules/district.ts";
import { readOffice } from "../shared/rules/office.ts";
import type { Reading } from "../shared/rules/reading.ts";
import type { Scalar } from "../shared/sheet/grid.ts";
import {
  type Spoilt,
  spoilCount,
  spoilDate,
  spoilDistrict,
  spoilMoney,
  spoilOffice,
  spoilPhone,
} from "../tests/check/messy/spoil.ts";
import { Chance } from "../tests/story/random.ts";
import { SAMPLE_OFFICES } from "../worker/cli/sample/offices.ts";

/*
 * What is made of a thousand inputs in Thai: taken for what was meant, asked back, or taken for something else without a word. The
 * inputs are of our own making and text only; the truth of each is kept beside it by whoever spoilt it. The date libraries are given
 * the formats people use, the Thai locale, and 543 off every year above 2400, as anyone would; a text they do not read counts as asked.
 */

export type Kind = "dates" | "numbers" | "places" | "phones";
export type Outcome = "right" | "asked" | "silently wrong";

export interface Labelled {
  kind: Kind;
  typed: string;
  /** What it was meant for; null where nobody can tell without asking. */
  meant: Scalar;
  read(): Reading;
}

const PERIOD = { period: "2024-06", today: null, outside: null };
const people = volunteerActivities.fields.find((field) => field.id === "participants")!;
const phone = volunteerActivities.fields.find((field) => field.id === "phone")!;
const day = volunteerActivities.fields.find((field) => field.id === "date")!;
const money: FieldDefinition = { ...people, kind: "money", units: ["บาท"], unusual: undefined };
const registry = buildRegistry(SAMPLE_OFFICES);
const alone = SAMPLE_OFFICES.filter((one) => SAMPLE_OFFICES.filter((other) => other.name === one.name).length === 1);

/** The thousand: 500 dates, 250 numbers, 200 places, 50 phones; the same for the same seed. */
export function inputs(seed = 2567): Labelled[] {
  const chance = new Chance(seed);
  const made: Labelled[] = [];
  const add = (kind: Kind, count: number, spoil: () => Spoilt, read: (typed: string) => Reading) => {
    for (let n = 0; n < count; ) {
      const { typed, truth } = spoil();
      if (typeof typed !== "string" || typed === "") continue;
      made.push({ kind, typed, meant: "take" in truth ? truth.take : null, read: () => read(typed) });
      n++;
    }
  };
  const by = (field: FieldDefinition) => (typed: string) => readByKind(typed, field, volunteerActivities, PERIOD);
  add("dates", 500, () => spoilDate(`2024-06-${String(chance.whole(1, 30)).padStart(2, "0")}`, chance), by(day));
  add("numbers", 150, () => spoilCount(chance.whole(0, 900), "คน", chance), by(people));
  add("numbers", 100, () => spoilMoney(chance.whole(0, 60) * 500, chance), by(money));
  let office: Office = alone[0]!;
  const districtOf = (typed: string) => readDistrict(typed, "99", registry);
  add("places", 100, () => spoilDistrict((office = chance.pick(alone)).district, chance), districtOf);
  for (let n = 0; n < 100; n++) {
    const one = chance.pick(alone);
    add(
      "places",
      1,
      () => spoilOffice(one.type, one.name, chance),
      (typed) => readOffice(typed, { provinceCode: "99", district: one.district, registry }),
    );
  }
  add("phones", 50, () => spoilPhone("0812345678", chance), by(phone));
  return made;
}

export function outcomeOf(taken: Scalar, meant: Scalar): Outcome {
  if (taken === null || taken === undefined) return "asked";
  return taken === meant ? "right" : "silently wrong";
}

dayjs.extend(customParseFormat);
const DAYJS = ["D MMMM YYYY", "D MMM YYYY", "D MMM YY", "D/M/YYYY", "D/M/YY", "D-M-YYYY", "DD/MM/YYYY", "YYYY-MM-DD"];
const LUXON = ["d MMMM yyyy", "d MMM yyyy", "d MMM yy", "d/M/yyyy", "d/M/yy", "d-M-yyyy", "yyyy-MM-dd"];

const iso = (year: number, month: number, date: number) =>
  `${year > 2400 ? year - 543 : year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** Libraries that read dates: the day, or null for a text they do not read. */
export const DATE_PEERS: Record<string, (typed: string) => string | null> = {
  "chrono-node": (typed) => {
    const read = chrono.parseDate(typed, new Date(2024, 5, 30));
    return read === null ? null : iso(read.getFullYear(), read.getMonth() + 1, read.getDate());
  },
  dayjs: (typed) => {
    const read = dayjs(typed.trim(), DAYJS, "th", true);
    return read.isValid() ? iso(read.year(), read.month() + 1, read.date()) : null;
  },
  luxon: (typed) => {
    for (const format of LUXON) {
      const read = DateTime.fromFormat(typed.trim(), format, { locale: "th" });
      if (read.isValid) return iso(read.year, read.month, read.day);
    }
    return null;
  },
};

export interface Score {
  kind: Kind;
  name: string;
  right: number;
  asked: number;
  "silently wrong": number;
}

/** Counts what becomes of the inputs, with us and, for dates, with each library. */
export function score(all: readonly Labelled[]): Score[] {
  const scores = new Map<string, Score>();
  const note = (kind: Kind, name: string, outcome: Outcome) => {
    const key = `${kind} ${name}`;
    const of = scores.get(key) ?? { kind, name, right: 0, asked: 0, "silently wrong": 0 };
    of[outcome]++;
    scores.set(key, of);
  };
  for (const { kind, typed, meant, read } of all) {
    note(kind, "ruam", outcomeOf(read().value, meant));
    if (kind === "dates")
      for (const [name, peer] of Object.entries(DATE_PEERS)) note(kind, name, outcomeOf(peer(typed), meant));
  }
  return [...scores.values()];
}

if (import.meta.main) {
  const all = inputs();
  const doubtful = all.filter((one) => one.meant === null).length;
  const scores = score(all);
  console.table(scores);
  const versions = Object.fromEntries(
    Object.keys(DATE_PEERS).map((name) => [
      name,
      JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8")).version,
    ]),
  );
  const path = new URL("./baselines/readings.json", import.meta.url);
  writeFileSync(path, `${JSON.stringify({ inputs: all.length, doubtful, versions, scores }, null, 2)}\n`);
  if (scores.some((one) => one.name === "ruam" && one["silently wrong"] > 0)) process.exitCode = 1;
}
