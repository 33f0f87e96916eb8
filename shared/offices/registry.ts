import type { Office } from "./office.ts";

export interface District {
  /** Four digits. */
  code: string;
  name: string;
  province: string;
}

/** Looks places and offices up. Built once, read often. */
export interface Registry {
  readonly offices: readonly Office[];
  byCode(code: string): Office | undefined;
  /** Offices of a province in official order: by district, then by code. */
  inProvince(provinceCode: string): readonly Office[];
  provinceName(code: string): string | undefined;
  provinceCode(name: string): string | undefined;
  districts(provinceCode: string): readonly District[];
}

export declare function buildRegistry(offices: Iterable<Office>): Registry;
