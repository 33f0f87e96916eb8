import { goesThroughDistrict } from "../../../shared/forms/chain.ts";
import type { OfficeType } from "../../../shared/offices/office.ts";
import { newestDefinition } from "../forms/book.ts";
import type { Run } from "../journal.ts";

/** In whose hands a report is. */
export type Level = "district" | "province";

/** Who reports to the province directly: offices of these types, and these offices. */
export interface Direct {
  types: OfficeType[];
  offices: string[];
}

/** How the reports of a form travel in this province. */
export interface LevelRule {
  /** False: the form's chain knows no district, and everybody reports to the province. */
  through: boolean;
  direct: Direct;
  /** Whether the province set it; else it is what the letters have in common. */
  set: boolean;
}

/** The letters name อบจ. and ทม. (Krabi, Chaiyaphum), ทน. and ทม. (Tak), ทม. (Phrae) as those who report to the province. */
const USUALLY_DIRECT: readonly OfficeType[] = ["อบจ.", "ทน.", "ทม."];

export function levelRule(run: Run, form: string): LevelRule {
  const known = newestDefinition(run, form);
  const through = known !== undefined && goesThroughDistrict(known);
  const set = run<{ types: string; offices: string }>(
    "SELECT types, offices FROM direct_reporters WHERE form = ?",
    form,
  )[0];
  if (set === undefined) return { through, direct: { types: [...USUALLY_DIRECT], offices: [] }, set: false };
  return { through, direct: { types: JSON.parse(set.types), offices: JSON.parse(set.offices) }, set: true };
}

export function isDirect({ through, direct }: LevelRule, office: string, type: string | null): boolean {
  return !through || direct.offices.includes(office) || (direct.types as (string | null)[]).includes(type);
}

/** What decides where a version is; `LEVEL_FACTS` reads it. */
export interface LevelFacts {
  office: string;
  type: string | null;
  senderRole: string;
  /** 1 when it was forwarded or taken up. */
  passed: number;
}

/** Columns over submissions s, versions v and offices o. */
export const LEVEL_FACTS = `s.office, o.type, v.sender_role AS senderRole,
  EXISTS (SELECT 1 FROM forwards f WHERE f.submission = v.submission AND f.version = v.version) AS passed`;

/** A report the province sent for an office is in its hands already. */
export function levelOf(rule: LevelRule, { office, type, senderRole, passed }: LevelFacts): Level {
  return isDirect(rule, office, type) || passed === 1 || senderRole === "province" ? "province" : "district";
}

/** Rules of several forms, each read once. */
export function levelRules(run: Run): (form: string) => LevelRule {
  const known = new Map<string, LevelRule>();
  return (form) => {
    let rule = known.get(form);
    if (rule === undefined) known.set(form, (rule = levelRule(run, form)));
    return rule;
  };
}
