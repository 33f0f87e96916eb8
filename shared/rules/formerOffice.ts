import type { FormerName } from "../offices/former.ts";
import { officeLabel } from "../offices/office.ts";
import type { Registry } from "../offices/registry.ts";
import { matchKey } from "../text/key.ts";
import type { Code } from "./codes.ts";
import type { OfficeText } from "./officeText.ts";
import { acceptOffice, type Reading, suggest } from "./reading.ts";

export interface Asked {
  text: string;
  split: OfficeText;
  codes: Code[];
  provinceCode: string;
  district: string | null;
  /** The sheet's period. */
  period: string | null;
  registry: Registry;
  params: Reading["params"];
}

/**
 * A text that is no name of today but was one. In a period in which it held it is simply right. Afterwards it is put right only
 * where it was the very same office's and nobody else's name; a merged office is another, which only a person can say. Null
 * where it never was a name.
 */
export function readFormer(asked: Asked): Reading | null {
  const { text, split, codes, provinceCode, district, period, registry, params } = asked;
  const keys = [matchKey(text), split.type === null ? "" : matchKey(split.type + split.name)];
  const found = keys
    .flatMap((key) => (key === "" ? [] : registry.formerNames(key)))
    .filter((one, i, all) => all.indexOf(one) === i && isHere(one, provinceCode, district, registry));
  if (found.length === 0) return null;
  const [only, ...more] = new Set(found.map(({ office }) => office.code));
  const then = found.find((one) => period !== null && period < one.until);
  if (then !== undefined && more.length === 0) {
    const label = officeLabel(then.office);
    return acceptOffice(label, only!, text === label ? codes : [...codes, "LAO_PREFIX"], params);
  }
  const heirs = [...new Set(found.map(({ now }) => now))].flatMap((code) => registry.byCode(code) ?? []);
  const told: Code[] = [...codes, "LAO_RENAMED"];
  const labels = heirs.map(officeLabel);
  const named = { ...params, office: labels.join(" / ") };
  const heir = heirs[0];
  const alone =
    heir !== undefined &&
    heirs.length === 1 &&
    found.every(({ office }) => office.code === heir.code) &&
    registry
      .index(provinceCode)
      .withName(matchKey(found[0]!.office.name))
      .every(({ code }) => code === heir.code);
  return alone ? acceptOffice(labels[0]!, heir.code, told, named) : suggest(told, labels, named);
}

function isHere(one: FormerName, provinceCode: string, district: string | null, registry: Registry): boolean {
  if (one.office.provinceCode !== provinceCode) return false;
  return district === null || one.office.district === district || registry.byCode(one.now)?.district === district;
}
