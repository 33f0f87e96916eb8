import { parsePeriod } from "../../shared/calendar/period.ts";
import { type Office, officeLabel } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import { makeKey } from "../../shared/text/key.ts";
import { normalizeText } from "../../shared/text/normalize.ts";

/** Where a proposal was read. */
export type Whence = "fileName" | "folder" | "subject" | "sender";

export interface OfficeProposal {
  office: string;
  label: string;
  district: string;
  whence: Whence;
}

export interface PeriodProposal {
  period: string;
  whence: Whence;
}

/** What lies around a workbook and may say whose it is. */
export type Hints = readonly (readonly [Whence, string])[];

const MOST = 5;
/** Letters of a bare name that are enough to be no accident. */
const SHORTEST_NAME = 4;
const LONG_TYPES: Partial<Record<Office["type"], string>> = {
  "อบต.": "องค์การบริหารส่วนตำบล",
  "ทต.": "เทศบาลตำบล",
  "ทม.": "เทศบาลเมือง",
  "ทน.": "เทศบาลนคร",
  "อบจ.": "องค์การบริหารส่วนจังหวัด",
};

/**
 * Offices of a province that a file's name, folder, subject or sender may mean: for a person to choose from, never taken by itself.
 * A name with its type comes before a bare one; of names that contain each other the longer.
 */
export function proposeOffices(registry: Registry, province: string, hints: Hints): OfficeProposal[] {
  const found: (OfficeProposal & { key: string; rank: number })[] = [];
  for (const [at, [whence, text]] of hints.entries()) {
    const key = makeKey(normalizeText(text).text);
    for (const office of registry.inProvince(province)) {
      const name = makeKey(office.name);
      const typed = [makeKey(officeLabel(office)), makeKey((LONG_TYPES[office.type] ?? office.type) + office.name)];
      const hit = typed.find((one) => key.includes(one));
      const bare = hit === undefined && name.length >= SHORTEST_NAME && key.includes(name);
      if (hit === undefined && !bare) continue;
      const { code, district } = office;
      const proposal = { office: code, label: officeLabel(office), district, whence };
      found.push({ ...proposal, key: `${at} ${name}`, rank: hit === undefined ? 1 : 0 });
    }
  }
  const longest = found.filter(({ key }) => !found.some((other) => other.key !== key && other.key.includes(key)));
  // Where a name stands with its type, the same bare name means no other office.
  const typed = new Set(longest.filter(({ rank }) => rank === 0).map(({ key }) => key));
  const best = longest.filter(({ key, rank }) => rank === 0 || !typed.has(key)).sort((a, b) => a.rank - b.rank);
  const once = best.filter((one, i) => best.findIndex(({ office }) => office === one.office) === i);
  return once.slice(0, MOST).map(({ office, label, district, whence }) => ({ office, label, district, whence }));
}

/** Months that those texts speak of. */
export function proposePeriods(hints: Hints): PeriodProposal[] {
  const found = hints.flatMap(([whence, text]) => {
    const period = parsePeriod(text.replaceAll("_", " "));
    return period === null ? [] : [{ period, whence }];
  });
  return found.filter((one, i) => found.findIndex(({ period }) => period === one.period) === i).slice(0, MOST);
}
