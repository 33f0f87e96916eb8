import { matchKey } from "../text/key.ts";
import type { Office, OfficeType } from "./office.ts";

/** A name that an office of today bore before, or that one bore whose place it took. */
export interface FormerName {
  /** Who bore it: type, name and code of then. */
  office: Office;
  /** Code of the office that stands for it today. */
  now: string;
  /** First period (YYYY-MM) in which it no longer holds. */
  until: string;
}

const TYPES: readonly OfficeType[] = ["อบจ.", "ทน.", "ทม.", "ทต.", "อบต."];

/** As it travels in a province's pack: [type and name, district, who bore it, who stands for it today, until]. */
export function unpackFormer(packed: readonly string[], province: { code: string; name: string }): FormerName | null {
  const [label, district, code, now, until] = packed;
  if (label === undefined || district === undefined || code === undefined) return null;
  if (now === undefined || until === undefined) return null;
  const type = TYPES.find((one) => label.startsWith(one));
  const office: Office = {
    ...{ code, type: type ?? "เมืองพัทยา", name: type === undefined ? "" : label.slice(type.length), district },
    ...{ provinceCode: province.code, province: province.name },
  };
  return { office, now, until };
}

/** Former names by match key of type and name. */
export function formerByKey(names: readonly FormerName[]): ReadonlyMap<string, FormerName[]> {
  const byKey = new Map<string, FormerName[]>();
  for (const one of names) {
    const { type, name } = one.office;
    const key = matchKey(type === "เมืองพัทยา" ? type : type + name);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return byKey;
}
