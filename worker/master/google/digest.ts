import { periodText } from "../../../shared/calendar/period.ts";
import type { MasterModel, Standing } from "../model.ts";
import { stateWord } from "../states.ts";
import { shortName, type Words } from "./formTab.ts";
import type { Value } from "./tab.ts";

/** Rows of one office by what they report. */
export interface Counted {
  rows: number;
  done: number;
  notDone: number;
  nil: number;
}

/** What the two overviews say of one form and period: their rows, ready. Kept in the store, so that a change in one month reads that month only. */
export interface Digest {
  summary: Value[][];
  missing: Value[][];
}

/** `counted` by index of office. The whole province first, then its districts in the order of the roster. */
export function digestOf(model: MasterModel, counted: ReadonlyMap<number, Counted>, words: Words): Digest {
  const { form, period, offices, districts, standing } = model;
  const which = [shortName(form.id, words.google), periodText(period)];
  const sums = new Map<string, Counted>();
  const whole: Counted = { rows: 0, done: 0, notDone: 0, nil: 0 };
  for (const [index, count] of counted) {
    const { district } = offices[index]!;
    const sum = sums.get(district) ?? { rows: 0, done: 0, notDone: 0, nil: 0 };
    sums.set(district, sum);
    for (const key of ["rows", "done", "notDone", "nil"] as const) {
      sum[key] += count[key];
      whole[key] += count[key];
    }
  }
  const line = (name: string, of: Standing, count: Counted | undefined): Value[] => [
    ...[...which, name, of.offices, of.sent, of.missing, of.offices === 0 ? 0 : of.sent / of.offices],
    ...[of.late, of.returned, of.nil, count?.rows ?? 0, count?.done ?? 0, count?.notDone ?? 0, count?.nil ?? 0],
  ];
  const owing = [...model.missing, ...offices.filter((office) => office.submission?.status === "returned")];
  return {
    summary: [
      line(words.google.whole, standing, whole),
      ...districts.map(({ name, standing: of }) =>
        line(name === "" ? words.master.outsideRoster : name, of, sums.get(name)),
      ),
    ],
    missing: owing.map(({ district, label, code, submission }) => [
      ...[...which, district, label, code, stateWord(submission, words.master)],
    ]),
  };
}
