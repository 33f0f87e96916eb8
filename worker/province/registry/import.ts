import type { Office } from "../../../shared/offices/office.ts";
import { officeLabel } from "../../../shared/offices/office.ts";
import type { ProvincePack } from "../../../shared/offices/pack.ts";
import { unpackProvince } from "../../../shared/offices/pack.ts";
import { type Actor, scopeOf } from "../actor.ts";
import { canonical } from "../canonical.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { getMeta, setMeta } from "../schema.ts";
import { alter, monthOf, revisionOf } from "./change.ts";
import { type OfficeState, putStates, statesOf } from "./states.ts";

/** One office as a new list would change it. */
export interface ListChange {
  office: string;
  /** Type and name as they stand now; for an added one as the list has them. */
  name: string;
  district: string;
  /** What it becomes, where that differs. */
  toName: string | null;
  toDistrict: string | null;
}

/** What a new list would change, before anything is changed. */
export interface ListPlan {
  /** The registry it was compared with. */
  revision: number;
  from: string;
  /** Offices in the list. */
  offices: number;
  added: ListChange[];
  gone: ListChange[];
  /** Not among the rows that were read, while others could not be: they stay as they are. */
  kept: ListChange[];
  renamed: ListChange[];
  moved: ListChange[];
  retyped: ListChange[];
  /** Gone and added with one name in one district: likely one office with a new code. For a person to say. */
  replaced: { office: string; into: string; name: string; toName: string }[];
}

/**
 * Compares a list of one province with the registry as it stands from a period on; nothing is done. With rows that could not be
 * read (`unread`) nobody is gone: who seems absent may stand in one of them. Throws `forbidden`, `roster-foreign`.
 */
export function planList(
  journal: Journal,
  actor: Actor,
  offices: readonly Office[],
  from: string,
  unread = 0,
): ListPlan {
  const run = journal.read.bind(journal) as Run;
  const scope = scopeOf(actor);
  if (actor.role !== "province" || scope.kind !== "province") throw new Refusal("forbidden");
  requireOwn(run, offices);
  return compare(run, offices, from, unread);
}

/**
 * Does what `planList` told, from a period on. `replaced`: the pairs a person said are one office. Where rows could not be read and
 * offices seem absent, somebody must have said that those stay (`keep`); else throws `list-unread`.
 */
export function importList(
  journal: Journal,
  actor: Actor,
  revision: number,
  asked: {
    offices: readonly Office[];
    from: string;
    source: string;
    replaced: readonly { office: string; into: string }[];
    unread?: number;
    keep?: boolean;
  },
): number {
  const { offices, from, source } = asked;
  return alter(journal, actor, revision, (run) => {
    requireOwn(run, offices);
    const plan = compare(run, offices, from, asked.unread ?? 0);
    requireSeen(plan, asked);
    const proposed = new Set(plan.replaced.map((one) => `${one.office} ${one.into}`));
    const pairs = asked.replaced.filter((one) => proposed.has(`${one.office} ${one.into}`));
    const { codes, created } = touched(run, plan);
    if (codes.length === 0) return null;
    const detail = { ...tally(plan), from, source };
    return { kind: "import", office: "", codes, created, detail, apply: () => applyList(run, offices, plan, pairs) };
  });
}

/**
 * The whole list of a province as one pack, for whoever sits at the machine. The first holds since ever; a later one from this
 * month on. Offices no longer listed stay for what they sent, but owe nothing more. Returns the number of offices listed.
 * Throws `roster-foreign` for a pack of another province than was imported before; `list-unread` as `importList` does.
 */
export function importRoster(
  journal: Journal,
  actor: Actor,
  pack: ProvincePack,
  source: string,
  seen: { unread?: number; keep?: boolean } = {},
): number {
  const offices = unpackProvince(pack).inProvince(pack.code);
  alter(journal, actor, null, (run, month) => {
    requireOwn(run, offices, pack.code);
    const first = run("SELECT 1 FROM offices LIMIT 1").length === 0;
    const plan = compare(run, offices, first ? "" : month, seen.unread ?? 0);
    requireSeen(plan, seen);
    const { codes, created } = touched(run, plan);
    const apply = () => {
      setMeta({ all: run }, "roster", canonical(pack));
      applyList(run, offices, plan, []);
    };
    const line = () => {
      const version = getMeta({ all: run }, "roster.version")!;
      return { action: "roster.import", subject: source, detail: { offices: offices.length, version } } as const;
    };
    return { kind: "import", office: "", codes, created, detail: { ...tally(plan), source }, apply, line };
  });
  return offices.length;
}

function requireOwn(run: Run, offices: readonly Office[], packed?: string): void {
  const kept = getMeta({ all: run }, "roster");
  const own = kept === undefined ? undefined : (JSON.parse(kept) as ProvincePack).code;
  const codes = new Set(packed === undefined ? offices.map((one) => one.provinceCode) : [packed]);
  for (const province of codes)
    if (own !== undefined && province !== own) throw new Refusal("roster-foreign", { province });
}

function requireSeen({ kept }: ListPlan, { unread, keep }: { unread?: number; keep?: boolean }): void {
  if (kept.length > 0 && keep !== true) throw new Refusal("list-unread", { count: kept.length, rows: unread ?? 0 });
}

function compare(run: Run, offices: readonly Office[], from: string, unread: number): ListPlan {
  const known = run<{ code: string }>("SELECT code FROM offices").map(({ code }) => code);
  const now = new Map<string, OfficeState>();
  for (const state of statesOf(run, known)) {
    // A later state was set on purpose: the list does not speak of it.
    if (state.from <= from) now.set(state.code, state);
  }
  const plan: ListPlan = {
    ...{ revision: revisionOf(run), from, offices: offices.length },
    ...{ added: [], gone: [], kept: [], renamed: [], moved: [], retyped: [], replaced: [] },
  };
  const listed = new Set(offices.map((one) => one.code));
  for (const office of offices) {
    const state = now.get(office.code);
    const label = officeLabel(office);
    if (state === undefined || !state.listed) {
      plan.added.push({ office: office.code, name: label, district: office.district, toName: null, toDistrict: null });
      continue;
    }
    const change = changeOf(state, label, office.district);
    if (state.name !== office.name) plan.renamed.push(change);
    else if (state.type !== office.type) plan.retyped.push(change);
    if (state.district !== office.district) plan.moved.push(change);
  }
  for (const state of now.values())
    if (state.listed && !listed.has(state.code)) (unread > 0 ? plan.kept : plan.gone).push(changeOf(state, null, null));
  plan.replaced = replacedIn(plan, now, offices);
  return plan;
}

function changeOf(state: OfficeState, toName: string | null, toDistrict: string | null): ListChange {
  const name = labelOf(state);
  return {
    ...{ office: state.code, name, district: state.district },
    ...{ toName: toName === name ? null : toName, toDistrict: toDistrict === state.district ? null : toDistrict },
  };
}

function labelOf(state: OfficeState): string {
  return officeLabel({ type: state.type as Office["type"], name: state.name });
}

function replacedIn(plan: ListPlan, now: Map<string, OfficeState>, offices: readonly Office[]): ListPlan["replaced"] {
  const byCode = new Map(offices.map((one) => [one.code, one]));
  const added = plan.added.map(({ office }) => byCode.get(office)!);
  return plan.gone.flatMap(({ office, name }) => {
    const state = now.get(office)!;
    const like = added.filter((one) => one.name === state.name && one.district === state.district);
    return like.length === 1 ? [{ office, into: like[0]!.code, name, toName: officeLabel(like[0]!) }] : [];
  });
}

function tally({ added, gone, renamed, moved, retyped }: ListPlan): Record<string, number> {
  return {
    ...{ added: added.length, gone: gone.length, renamed: renamed.length, moved: moved.length },
    retyped: retyped.length,
  };
}

function touched(run: Run, plan: ListPlan): { codes: string[]; created: string[] } {
  const all = [...plan.added, ...plan.gone, ...plan.renamed, ...plan.moved, ...plan.retyped];
  const known = new Set(run<{ code: string }>("SELECT code FROM offices").map(({ code }) => code));
  const codes = [...new Set(all.map(({ office }) => office))];
  return { codes, created: codes.filter((code) => !known.has(code)) };
}

function applyList(
  run: Run,
  offices: readonly Office[],
  plan: ListPlan,
  replaced: readonly { office: string; into: string }[],
): void {
  const { from } = plan;
  run(
    `INSERT INTO offices (code, type, name, district, province_code, province, place, active)
     SELECT value ->> 'code', value ->> 'type', value ->> 'name', value ->> 'district', value ->> 'provinceCode',
       value ->> 'province', CAST(key AS INTEGER), 0 FROM json_each(?) WHERE 1 ON CONFLICT (code) DO NOTHING`,
    JSON.stringify(offices),
  );
  const byCode = new Map(offices.map((one) => [one.code, one]));
  const into = new Map(replaced.map((one) => [one.office, one.into]));
  const changed = [...plan.added, ...plan.renamed, ...plan.moved, ...plan.retyped].map(({ office }) => {
    const { code, type, name, district } = byCode.get(office)!;
    return { code, from, type, name, district, listed: true, successor: null };
  });
  const gone = statesOf(
    run,
    plan.gone.map(({ office }) => office),
  );
  for (const { office } of plan.gone) {
    const state = gone.findLast((one) => one.code === office && one.from <= from)!;
    changed.push({ ...state, from, listed: false, successor: into.get(office) ?? null } as (typeof changed)[number]);
  }
  putStates(run, changed as OfficeState[]);
}

/** Brings the list to the month, where a state that was set before begins in it. For every reader; done once a turn. */
export function turnRoster(
  journal: Journal,
  operator: Actor,
  nowMs: number,
  refresh: (run: Run, month: string) => void,
): void {
  const month = monthOf(nowMs);
  const meta = { all: journal.read.bind(journal) };
  const turn = getMeta(meta, "roster.turn") ?? "";
  if (turn === "" || turn > month) return;
  journal.write(operator, (run) => {
    refresh(run, month);
    return [undefined, { action: "roster.turn", subject: "roster", detail: { month } }];
  });
}
