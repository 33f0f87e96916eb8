import { monthAbbreviation } from "../../shared/calendar/months.ts";
import { isPlainDate } from "../../shared/calendar/plainDate.ts";
import type { FieldDefinition } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import type { MasterWords } from "../../shared/words/master.ts";
import { layoutForm, signatureLines } from "../../shared/workbook/blankLayout.ts";
import { type MasterModel, masterRows } from "./model.ts";
import { TICK } from "./officialSheet.ts";
import { asOfLine, scopeLine } from "./scope.ts";
import { stateWord } from "./states.ts";
import { countRow, emptyTally, isTicked, sum } from "./tally.ts";

export type Printed = string | number | null;

/** The master ready for paper: every cell as it is printed. */
export interface Print {
  title: string[];
  scope: string;
  asOf: string;
  /** `width` in characters, as the blank has it. */
  columns: { label: string; group: string | null; number: boolean; width: number }[];
  rows: Printed[][];
  /** One for each column; null where nothing is added up. */
  totals: (number | null)[];
  offices: { name: string; district: string; state: string; late: boolean; rows: number }[];
  /** Who has not sent, then who has a returned report to send again. */
  missing: { name: string; district: string; state: string }[];
  notes: string[];
  signature: string[];
}

export async function printOf(model: MasterModel, words: MasterWords): Promise<Print> {
  const { form, province } = model;
  const tally = emptyTally(model);
  const rows: Printed[][] = [];
  for await (const batch of masterRows(model))
    for (const entry of batch) {
      countRow(tally, entry, rows.length + 1);
      rows.push(form.fields.map((field) => printed(field, entry.seq, entry.stored.values)));
    }
  const totals = form.fields.map((_, column) => {
    const tick = tally.ticks.find((one) => one.column === column);
    return tick === undefined ? (tally.sums.find((one) => one.column === column)?.total ?? null) : sum(tick.counts);
  });
  const line = ({ label: name, district, submission }: MasterModel["offices"][number]) => ({
    ...{ name, district, state: stateWord(submission, words) },
  });
  return {
    ...{ title: layoutForm(form, province.name).title, scope: scopeLine(model, words), asOf: asOfLine(model, words) },
    columns: form.fields.map(({ label, group, kind, width }) => ({
      ...{ label, group: group ?? null, number: isNumber(kind), width },
    })),
    ...{ rows, totals },
    offices: model.offices.map((office, i) => ({
      ...line(office),
      late: office.submission?.late ?? false,
      rows: tally.first[i] === 0 ? 0 : tally.last[i]! - tally.first[i]! + 1,
    })),
    missing: [...model.missing, ...model.offices.filter(({ submission }) => submission?.status === "returned")].map(
      line,
    ),
    notes: form.notes,
    signature: signatureLines(form),
  };
}

function isNumber(kind: FieldDefinition["kind"]): boolean {
  return kind === "count" || kind === "money" || kind === "duration";
}

function printed({ kind, id }: FieldDefinition, seq: number, values: Record<string, Scalar>): Printed {
  const value = values[id] ?? null;
  if (kind === "seq") return seq;
  if (kind === "tick") return isTicked(value) ? TICK : null;
  if (kind === "date" && typeof value === "string" && isPlainDate(value)) return dayText(value);
  return typeof value === "boolean" ? String(value) : value;
}

/** "2023-10-09" as it is printed: 9 ต.ค. 2566. */
function dayText(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return `${date} ${monthAbbreviation(month)} ${year + 543}`;
}
