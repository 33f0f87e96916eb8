import { matchKey } from "../text/key.ts";
import { type FormerName, formerByKey } from "./former.ts";
import { districtCodeOf, type Office } from "./office.ts";
import { ProvinceIndex } from "./provinceIndex.ts";
import { PROVINCES } from "./provinces.ts";

export interface District {
  /** Four digits. */
  code: string;
  name: string;
  province: string;
}

/** Looks places and offices up. Built once, read often; the index of a province is made when first asked for. */
export interface Registry {
  readonly offices: readonly Office[];
  /** Also an office that is no longer in the list, where its name is still known. */
  byCode(code: string): Office | undefined;
  /** Offices of a province in official order: by district, then by code within it. */
  inProvince(provinceCode: string): readonly Office[];
  provinceName(code: string): string | undefined;
  /** From a bare name or its match key. */
  provinceCode(name: string): string | undefined;
  /** Every province of the country, and any further one that occurs in the office list. */
  provinces(): readonly (readonly [code: string, name: string])[];
  districts(provinceCode: string): readonly District[];
  /** Codes of the provinces that have a district of this match key. */
  provincesWithDistrict(key: string): readonly string[];
  /** Names that are no longer any office's, by match key of type and name. */
  formerNames(key: string): readonly FormerName[];
  /** The look-up tables of one province. */
  index(provinceCode: string): ProvinceIndex;
}

/** Names of districts per province code, for the provinces whose offices are not loaded. */
export type DistrictNames = Readonly<Record<string, readonly string[]>>;

/**
 * Builds a registry from offices in any order. `elsewhere` names the districts of the other provinces, so that a registry
 * holding one province still tells "another province's district" from "no such district".
 */
export function buildRegistry(
  offices: Iterable<Office>,
  elsewhere: DistrictNames = {},
  former: readonly FormerName[] = [],
): Registry {
  const byCode = new Map<string, Office>();
  const byProvince = new Map<string, Office[]>();
  const names = new Map<string, string>(PROVINCES.map(([code, name]) => [code, name]));
  for (const office of offices) {
    byCode.set(office.code, office);
    const list = byProvince.get(office.provinceCode);
    if (list === undefined) byProvince.set(office.provinceCode, [office]);
    else list.push(office);
    if (!names.has(office.provinceCode)) names.set(office.provinceCode, office.province);
  }
  const codeOfName = new Map([...names].map(([code, name]) => [matchKey(name), code]));
  const districts = new Map<string, District[]>();
  const provincesOfDistrict = new Map<string, string[]>();
  const noteDistrict = (name: string, province: string) => {
    const key = matchKey(name);
    const known = provincesOfDistrict.get(key);
    if (known === undefined) provincesOfDistrict.set(key, [province]);
    else if (!known.includes(province)) known.push(province);
  };
  for (const [province, list] of byProvince) {
    const found = districtsOf(list);
    districts.set(province, found);
    const order = new Map(found.map((district) => [district.name, district.code]));
    list.sort((a, b) => compare(order.get(a.district)! + a.code.slice(1), order.get(b.district)! + b.code.slice(1)));
    for (const district of found) noteDistrict(district.name, province);
  }
  for (const province of Object.keys(elsewhere)) for (const name of elsewhere[province]!) noteDistrict(name, province);

  const indexes = new Map<string, ProvinceIndex>();
  const formerNames = formerByKey(former);
  const left = new Map(former.map(({ office }) => [office.code, office]));
  const all = [...byCode.values()];
  return {
    offices: all,
    byCode: (code) => byCode.get(code) ?? left.get(code),
    formerNames: (key) => formerNames.get(key) ?? [],
    inProvince: (code) => byProvince.get(code) ?? [],
    provinceName: (code) => names.get(code),
    provinceCode: (name) => codeOfName.get(matchKey(name)),
    provinces: () => [...names],
    districts: (code) => districts.get(code) ?? [],
    provincesWithDistrict: (key) => provincesOfDistrict.get(key) ?? [],
    index(code) {
      let index = indexes.get(code);
      if (index === undefined) {
        index = new ProvinceIndex(names.get(code) ?? "", districts.get(code) ?? [], byProvince.get(code) ?? []);
        indexes.set(code, index);
      }
      return index;
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A district's code is the one most of its offices carry: one provincial authority sits outside the district its code names. */
function districtsOf(offices: readonly Office[]): District[] {
  const votes = new Map<string, Map<string, number>>();
  for (const office of offices) {
    const forName = votes.get(office.district) ?? new Map<string, number>();
    const code = districtCodeOf(office.code);
    forName.set(code, (forName.get(code) ?? 0) + 1);
    votes.set(office.district, forName);
  }
  const province = offices[0]?.province ?? "";
  return [...votes]
    .map(([name, codes]) => ({ code: [...codes].sort((a, b) => b[1] - a[1])[0]![0], name, province }))
    .sort((a, b) => compare(a.code, b.code));
}
