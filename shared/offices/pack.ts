import { unpackFormer } from "./former.ts";
import type { Office, OfficeType } from "./office.ts";
import { buildRegistry, type Registry } from "./registry.ts";

const TYPES: readonly OfficeType[] = ["อบจ.", "เมืองพัทยา", "ทน.", "ทม.", "ทต.", "อบต."];

/**
 * One province's offices as they travel to a browser: a few kilobytes. Offices stand under their district as
 * `[type letter, last digits, name]`; districts of the other provinces come as names only, so that every host gives the same verdict.
 */
export interface ProvincePack {
  v: 1;
  code: string;
  name: string;
  /** District name -> "type index + six digits of the code + name" for each office. */
  districts: Record<string, string[]>;
  /** Province code -> district names joined by "|". */
  elsewhere: Record<string, string>;
  /** Names borne before: [type and name, district, who bore it, who stands for it today, first period it no longer holds]. */
  former?: string[][];
}

export function packProvince(registry: Registry, provinceCode: string): ProvincePack {
  const districts: Record<string, string[]> = {};
  for (const office of registry.inProvince(provinceCode)) {
    districts[office.district] ??= [];
    districts[office.district]!.push(TYPES.indexOf(office.type) + office.code.replace(/^(.)../, "$1") + office.name);
  }
  const elsewhere: Record<string, string> = {};
  for (const [code] of registry.provinces()) {
    const names = registry.districts(code).map((district) => district.name);
    if (code !== provinceCode && names.length > 0) elsewhere[code] = names.join("|");
  }
  return { v: 1, code: provinceCode, name: registry.provinceName(provinceCode) ?? "", districts, elsewhere };
}

export function unpackProvince(pack: ProvincePack): Registry {
  const offices: Office[] = [];
  for (const district of Object.keys(pack.districts)) {
    for (const packed of pack.districts[district]!) {
      offices.push({
        code: packed[1] + pack.code + packed.slice(2, 6),
        type: TYPES[Number(packed[0])]!,
        name: packed.slice(6),
        district,
        provinceCode: pack.code,
        province: pack.name,
      });
    }
  }
  const elsewhere: Record<string, string[]> = {};
  for (const code of Object.keys(pack.elsewhere)) elsewhere[code] = pack.elsewhere[code]!.split("|");
  const former = (pack.former ?? []).map((one) => unpackFormer(one, pack)).filter((one) => one !== null);
  return buildRegistry(offices, elsewhere, former);
}
