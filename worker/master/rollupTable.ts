import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { fill } from "../../shared/words/fill.ts";
import type { RollupWords } from "../../shared/words/rollup.ts";
import { addedFields, type Rollup, type RollupProvince, type RollupTotal } from "./rollup.ts";
import { bangkokText } from "./time.ts";

/** The overview of all provinces as a table: headings, a line for each province, the totals. Unknown cells are blank, never 0. */
export interface RollupTable {
  headings: string[];
  lines: Scalar[][];
  total: Scalar[];
}

export function rollupTable({ provinces, total }: Rollup, form: FormDefinition, words: RollupWords): RollupTable {
  const added = addedFields(form);
  return {
    headings: [...words.columns, ...added.map(({ label }) => label)],
    lines: provinces.map((one, i) => lineOf(one, i + 1, added, words)),
    total: totalLine(total, added, words),
  };
}

function lineOf({ code, name, state, line }: RollupProvince, seq: number, added: { id: string }[], words: RollupWords) {
  const blank = added.map(() => null);
  if (line === null) return [seq, code, name, words.states[state], ...new Array(10).fill(null), ...blank];
  const { offices, stands, accepted, withDistrict, sentUp } = line;
  const sent = stands.onTime + stands.nil + stands.late;
  const counts = [offices, sent, stands.late, stands.returned, stands.missing, withDistrict, accepted];
  if (sentUp === null) return [seq, code, name, words.notSentUp, ...counts, null, null, null, ...blank];
  const state2 = sentUp.changed ? words.sentUpChanged : words.sentUp;
  const sums = added.map(({ id }) => sentUp.totals.fields[id] ?? null);
  return [seq, code, name, state2, ...counts, bangkokText(sentUp.at), sentUp.reports, sentUp.totals.rows, ...sums];
}

function totalLine(total: RollupTotal, added: { id: string }[], words: RollupWords): Scalar[] {
  const { stands, totals } = total;
  const sent = stands.onTime + stands.nil + stands.late;
  const state = fill(words.totalState, {
    ...{ answered: total.answered, silent: total.silent, absent: total.absent, sentUp: total.sentUp },
  });
  const counts = [
    total.offices,
    sent,
    stands.late,
    stands.returned,
    stands.missing,
    total.withDistrict,
    total.accepted,
  ];
  return [
    null,
    null,
    words.total,
    state,
    ...counts,
    null,
    null,
    totals.rows,
    ...added.map(({ id }) => totals.fields[id] ?? 0),
  ];
}
