import { type Actor, scopeOf, within } from "../actor.ts";
import { closedAt } from "../desk/closing.ts";
import { progress, type Stands } from "../desk/progress.ts";
import type { Journal, Run } from "../journal.ts";
import { LEVEL_FACTS, type LevelFacts, type LevelRule, levelOf, levelRule } from "./rules.ts";
import { requireWhole, type SentUp, sentUps, type Which } from "./sendUp.ts";
import { acceptedNow, type Totals, totalsOf } from "./snapshot.ts";

/** Where the reports of a period are between office and department, for whoever sees a part of the province. */
export interface Levels extends Which {
  rule: LevelRule;
  closed: string | null;
  /** Reports that wait to be looked at, by whose hands they are in. */
  waiting: { district: number; province: number };
  /** For the province: what would go up now. */
  ready: { hash: string; reports: number; totals: Totals } | null;
  /** Oldest first; for the department only what holds. None for a district. */
  sentUp: SentUp[];
}

export function levels(journal: Journal, actor: Actor, { form, period }: Which): Levels {
  const run = journal.read.bind(journal) as Run;
  const scope = scopeOf(actor);
  const whole = scope.kind === "country" || scope.kind === "province";
  if (whole) requireWhole(journal, actor);
  const all = whole ? sentUps(run, { form, period }) : [];
  return {
    ...{ form, period, rule: levelRule(run, form), closed: closedAt(run, form, period) },
    waiting: waiting(journal, actor, { form, period }),
    ready: actor.role === "province" ? ready(journal, actor, { form, period }) : null,
    sentUp: actor.role === "department" ? all.filter(({ undone }) => undone === null).slice(-1) : all,
  };
}

function ready(journal: Journal, actor: Actor, { form, period }: Which): NonNullable<Levels["ready"]> {
  const { refs, hash } = acceptedNow(journal, actor, form, period);
  return { hash, reports: refs.length, totals: totalsOf(journal, actor, form, refs) };
}

function waiting(journal: Journal, actor: Actor, { form, period }: Which): Levels["waiting"] {
  const scope = within(scopeOf(actor), "s.office");
  const rule = levelRule(journal.read.bind(journal) as Run, form);
  const found = journal.read<LevelFacts & object>(
    `SELECT ${LEVEL_FACTS} FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
     LEFT JOIN offices o ON o.code = s.office
     WHERE s.form = ? AND s.period = ? AND v.status = 'received' AND ${scope.sql}`,
    ...[form, period, ...scope.binds],
  );
  const district = found.filter((one) => levelOf(rule, one) === "district").length;
  return { district, province: found.length - district };
}

/** One province as the department's overview has it. Counts are of now; totals are of what was sent up, and null before that. */
export interface RollupLine extends Which {
  /** As the roster has it; null without one. */
  name: string | null;
  offices: number;
  stands: Stands;
  accepted: number;
  withDistrict: number;
  closed: string | null;
  sentUp: { at: string; number: number; reports: number; hash: string; totals: Totals; changed: boolean } | null;
}

/** Throws `forbidden` for who does not see the whole province. */
export function rollupLine(journal: Journal, actor: Actor, { form, period }: Which): RollupLine {
  requireWhole(journal, actor);
  const { offices, stands, closed } = progress(journal, actor, form, period);
  const accepted = journal.read<{ n: number }>(
    `SELECT count(*) AS n FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
     WHERE s.form = ? AND s.period = ? AND v.status = 'accepted'`,
    ...[form, period],
  )[0]!.n;
  const last = sentUps(journal.read.bind(journal) as Run, { form, period }).findLast(({ undone }) => undone === null);
  const name = journal.read<{ province: string }>("SELECT province FROM offices WHERE active = 1 LIMIT 1")[0]?.province;
  return {
    ...{ form, period, name: name ?? null, offices, stands, accepted, closed },
    withDistrict: waiting(journal, actor, { form, period }).district,
    sentUp:
      last === undefined ? null : { ...shortOf(last), changed: isChanged(journal, actor, last, { form, period }) },
  };
}

function shortOf({ at, number, reports, hash, totals }: SentUp) {
  return { at, number, reports, hash, totals };
}

/** Whether what is accepted now is other than what was sent up. The department does not see what; only that. */
function isChanged(journal: Journal, actor: Actor, { hash }: SentUp, { form, period }: Which): boolean {
  const { person, place } = actor;
  return acceptedNow(journal, { person, role: "auditor", place }, form, period).hash !== hash;
}
