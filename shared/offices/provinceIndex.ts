import { editDistance, foldLookalikes, nearLimit } from "../text/distance.ts";
import { garbleKey } from "../text/garble.ts";
import { matchKey } from "../text/key.ts";
import { type Office, officeLabel } from "./office.ts";
import type { District } from "./registry.ts";

/** Look-up tables of one province: districts and offices by match key, and the near ones for a suggestion. */
export class ProvinceIndex {
  readonly province: string;
  readonly offices: readonly Office[];
  readonly districts: readonly District[];
  readonly #districtByKey: Map<string, District>;
  readonly #byName = new Map<string, Office[]>();
  readonly #byLabel = new Map<string, Office[]>();
  readonly #byGarble = new Map<string, Office[]>();
  /** The district of the provincial capital: เมือง + province, but พระนครศรีอยุธยา has the province's own name. */
  readonly capital: District | undefined;

  constructor(province: string, districts: readonly District[], offices: readonly Office[]) {
    this.province = province;
    this.offices = offices;
    this.districts = districts;
    this.#districtByKey = new Map(districts.map((district) => [matchKey(district.name), district]));
    this.capital = this.district(matchKey(`เมือง${province}`)) ?? this.district(matchKey(province));
    for (const office of offices) {
      const label = officeLabel(office);
      push(this.#byName, matchKey(office.name), office);
      push(this.#byLabel, matchKey(label), office);
      push(this.#byGarble, garbleKey(office.name), office);
    }
  }

  district(key: string): District | undefined {
    return this.#districtByKey.get(key);
  }

  /** Offices whose type and name together have this key, e.g. อบตป่าแดง. */
  withLabel(key: string): readonly Office[] {
    return this.#byLabel.get(key) ?? NONE;
  }

  withName(key: string): readonly Office[] {
    return this.#byName.get(key) ?? NONE;
  }

  withGarbledName(name: string): readonly Office[] {
    return this.#byGarble.get(garbleKey(name)) ?? NONE;
  }

  /** Districts near to what was typed, nearest first. */
  nearDistricts(key: string): District[] {
    const folded = foldLookalikes(key);
    return nearest(this.districts, folded, (district) => foldLookalikes(matchKey(district.name)));
  }

  /** Districts whose name is part of what was typed, or the other way round: "อยุธยา", "เมืองพระนครศรีอยุธยา". */
  partDistricts(key: string): District[] {
    return this.districts.filter((district) => isPart(key, matchKey(district.name))).slice(0, MOST);
  }

  /** Offices whose name is part of what was typed, or the other way round; those of `type` first. */
  partOffices(nameKey: string, district: string | null, type: string | null): Office[] {
    return this.offices
      .filter((office) => (district === null || office.district === district) && isPart(nameKey, matchKey(office.name)))
      .sort((a, b) => Number(b.type === type) - Number(a.type === type))
      .slice(0, MOST);
  }

  /** Offices near to a typed name (without its type), nearest first; those of `type` before others at the same distance. */
  nearOffices(nameKey: string, district: string | null, type: string | null): Office[] {
    const folded = foldLookalikes(nameKey);
    const pool = district === null ? this.offices : this.offices.filter((office) => office.district === district);
    return nearest(
      pool,
      folded,
      (office) => foldLookalikes(matchKey(office.name)),
      (office) => (type === null || office.type === type ? 0 : 1),
    );
  }
}

const NONE: readonly Office[] = [];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const MOST = 5;
/** Shorter pieces are part of too many names. */
const SHORTEST_PART = 4;

function isPart(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_PART && (a.includes(b) || b.includes(a));
}

function nearest<T>(
  pool: readonly T[],
  typed: string,
  keyOf: (item: T) => string,
  tieBreak: (item: T) => number = () => 0,
): T[] {
  const found: { item: T; distance: number; tie: number }[] = [];
  for (const item of pool) {
    const key = keyOf(item);
    const limit = nearLimit(Math.max(key.length, typed.length));
    const distance = editDistance(typed, key, limit);
    if (distance <= limit) found.push({ item, distance, tie: tieBreak(item) });
  }
  found.sort((a, b) => a.distance - b.distance || a.tie - b.tie);
  const best = found[0]?.distance ?? 0;
  return found
    .filter((candidate) => candidate.distance <= best + 1)
    .slice(0, MOST)
    .map((candidate) => candidate.item);
}
