import type { FormDefinition } from "../../shared/forms/index.ts";
import { PROVINCES } from "../../shared/offices/provinces.ts";
import type { Stands } from "../province/desk/progress.ts";
import type { RollupLine } from "../province/levels/overview.ts";
import type { Totals } from "../province/levels/snapshot.ts";

/** One province as it answered, or that it did not. */
export interface RollupProvince {
  code: string;
  name: string;
  /** `silent`: not answering, so nothing is known; `absent`: no list of its offices here. */
  state: "answered" | "silent" | "absent";
  line: RollupLine | null;
}

export interface Rollup {
  form: string;
  period: string;
  /** ISO 8601. */
  asOf: string;
  provinces: RollupProvince[];
  /** Of those that answered; who did not is never counted as nothing. */
  total: RollupTotal;
}

export interface RollupTotal {
  answered: number;
  silent: number;
  absent: number;
  sentUp: number;
  offices: number;
  stands: Stands;
  accepted: number;
  withDistrict: number;
  totals: Totals;
}

/** Bangkok has none of the local authorities that these reports are asked of. */
const BANGKOK = "10";

/** The 76 provinces by code, and whatever else this collector holds. */
export function provincesToAsk(held: readonly string[]): string[] {
  const known = PROVINCES.map(([code]) => code).filter((code) => code !== BANGKOK);
  return [...new Set([...known, ...held])].sort();
}

export function provinceName(code: string, line: RollupLine | null): string {
  return PROVINCES.find(([one]) => one === code)?.[1] ?? line?.name ?? code;
}

/** Fields whose totals are told, in the order of the form. */
export function addedFields(form: FormDefinition): { id: string; label: string }[] {
  return form.fields
    .filter(({ kind }) => kind === "count" || kind === "money" || kind === "tick")
    .map(({ id, label, group }) => ({ id, label: group === undefined ? label : `${group}: ${label}` }));
}

export function rollupTotal(provinces: readonly RollupProvince[]): RollupTotal {
  const count = (state: RollupProvince["state"]) => provinces.filter((one) => one.state === state).length;
  const total: RollupTotal = {
    ...{ answered: count("answered"), silent: count("silent"), absent: count("absent"), sentUp: 0, offices: 0 },
    ...{ stands: { missing: 0, returned: 0, late: 0, nil: 0, onTime: 0 }, accepted: 0, withDistrict: 0 },
    totals: { rows: 0, fields: {} },
  };
  for (const { line } of provinces) {
    if (line === null) continue;
    total.offices += line.offices;
    total.accepted += line.accepted;
    total.withDistrict += line.withDistrict;
    for (const stand of Object.keys(total.stands) as (keyof Stands)[]) total.stands[stand] += line.stands[stand];
    if (line.sentUp === null) continue;
    total.sentUp++;
    total.totals.rows += line.sentUp.totals.rows;
    for (const [id, sum] of Object.entries(line.sentUp.totals.fields))
      total.totals.fields[id] = (total.totals.fields[id] ?? 0) + sum;
  }
  return total;
}
