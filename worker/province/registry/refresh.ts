import { type Office, type OfficeType, officeLabel } from "../../../shared/offices/office.ts";
import { type ProvincePack, packProvince } from "../../../shared/offices/pack.ts";
import { buildRegistry } from "../../../shared/offices/registry.ts";
import { canonical, sha256 } from "../canonical.ts";
import type { Run } from "../journal.ts";
import { getMeta, setMeta } from "../schema.ts";

interface Now extends Omit<Office, "type"> {
  type: OfficeType;
  listed: number;
}

/**
 * Makes the list of today from the states: the table `offices`, the pack that every host checks against, and its version,
 * which changes when, and only when, the content does. `roster.turn` is the next month in which a state that is already set begins.
 */
export function refreshRoster(run: Run, month: string): void {
  const kept = getMeta({ all: run }, "roster");
  const old = kept === undefined ? null : (JSON.parse(kept) as ProvincePack);
  const offices = officesOf(run, month);
  const listed = offices.filter((one) => one.listed === 1);
  const code = old?.code ?? offices[0]?.provinceCode;
  if (code === undefined) return;
  const registry = buildRegistry(listed.map(({ listed: _, ...office }) => office));
  // Those that left the list come behind it, by their codes.
  const left = offices.filter((one) => one.listed === 0);
  const order = new Map([...registry.inProvince(code), ...left].map((office, i) => [office.code, i]));
  run(
    `UPDATE offices SET type = n.value ->> 'type', name = n.value ->> 'name', district = n.value ->> 'district',
       active = n.value ->> 'listed', place = n.value ->> 'place'
     FROM json_each(?) n WHERE offices.code = n.value ->> 'code'`,
    JSON.stringify(offices.map((one) => ({ ...one, place: order.get(one.code)! }))),
  );
  const former = formerNames(run, month, listed);
  const pack: ProvincePack = {
    ...packProvince(registry, code),
    name: old?.name ?? offices[0]?.province ?? "",
    elsewhere: old?.elsewhere ?? {},
    ...(former.length === 0 ? {} : { former }),
  };
  keepPack(run, pack);
  const turn = run<{ turn: string | null }>(
    "SELECT min(from_period) AS turn FROM office_states WHERE from_period > ?",
    month,
  )[0]!.turn;
  setMeta({ all: run }, "roster.turn", turn ?? "");
}

export function keepPack(run: Run, pack: ProvincePack): void {
  const text = canonical(pack);
  setMeta({ all: run }, "roster", text);
  setMeta({ all: run }, "roster.version", sha256(text).slice(0, 16));
}

/** Every office as it stands in a month; one that is not there yet is not listed. */
function officesOf(run: Run, month: string): Now[] {
  return run<Now & object>(
    `SELECT x.code, h.type, h.name, h.district, x.province_code AS provinceCode, x.province,
       (h.listed = 1 AND h.from_period <= ?) AS listed
     FROM offices x JOIN office_states h ON h.code = x.code AND h.from_period = coalesce(
       (SELECT max(from_period) FROM office_states WHERE code = x.code AND from_period <= ?),
       (SELECT min(from_period) FROM office_states WHERE code = x.code)) ORDER BY x.code`,
    ...[month, month],
  ).map((one) => ({ ...one }));
}

interface Past {
  code: string;
  type: OfficeType;
  name: string;
  district: string;
  listed: number;
  until: string;
  successor: string | null;
}

/**
 * Names that offices of today bore before, or that those bore whose place they took: [type and name, district, the office that
 * bore it, the office of today, the first period it no longer holds]. A name that its own office bears again is none.
 */
function formerNames(run: Run, month: string, listed: readonly Now[]): string[][] {
  const today = new Map(listed.map((one) => [one.code, one]));
  const past = run<Past & object>(
    `SELECT s.code, s.type, s.name, s.district, s.listed,
       (SELECT min(from_period) FROM office_states WHERE code = s.code AND from_period > s.from_period) AS until,
       (SELECT successor FROM office_states WHERE code = s.code AND from_period <= ? ORDER BY from_period DESC LIMIT 1) AS successor
     FROM office_states s WHERE s.listed = 1 ORDER BY s.code, s.from_period`,
    month,
  );
  const successors = new Map(past.map((one) => [one.code, one.successor]));
  const heir = (code: string): string | null => {
    for (let at: string | null = code, steps = 0; at !== null && steps < 20; at = successors.get(at) ?? null, steps++)
      if (today.has(at)) return at;
    return null;
  };
  const names = new Map<string, string[]>();
  for (const { code, type, name, district, until } of past) {
    const now = heir(code);
    if (until === null || until > month || now === null) continue;
    const office = today.get(now)!;
    const label = officeLabel({ type, name });
    if (now === code && label === officeLabel(office) && district === office.district) continue;
    names.set(`${label} ${district} ${code}`, [label, district, code, now, until]);
  }
  return [...names.values()];
}
