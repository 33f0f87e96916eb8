import type { OfficeType } from "../../../shared/offices/office.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import { requireOpen, requireProvince } from "../desk/closing.ts";
import { requireSeen } from "../desk/decided.ts";
import { risked } from "../desk/risk.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal, type RefusalCode } from "../refusal.ts";
import type { Standing } from "../review.ts";
import { summaries, type VersionStatus } from "../summary.ts";
import { type Direct, LEVEL_FACTS, type LevelFacts, type LevelRule, levelOf, levelRule } from "./rules.ts";

interface Current extends Standing, LevelFacts {
  form: string;
  period: string;
}

/**
 * The district hands the current version on to the province. Done already, nothing happens. Throws `forbidden`, `not-found`,
 * `version-changed`, `decided-meanwhile`, `period-closed`, `not-through-district` for what goes to the province by itself, `state`.
 */
export function forward(journal: Journal, actor: Actor, id: string, version?: number, seen?: number): Standing {
  return pass(journal, actor, id, "forward", { version, seen, reason: null });
}

/**
 * The province takes up a version that is still with its district, with the reason: one slow office never holds the others.
 * Throws as `forward` does.
 */
export function takeUp(
  journal: Journal,
  actor: Actor,
  id: string,
  reason: string,
  version?: number,
  seen?: number,
): Standing {
  return pass(journal, actor, id, "take", { version, seen, reason });
}

function pass(
  journal: Journal,
  actor: Actor,
  id: string,
  how: "forward" | "take",
  { version, seen, reason }: { version: number | undefined; seen: number | undefined; reason: string | null },
): Standing {
  if (actor.role !== (how === "forward" ? "district" : "province")) throw new Refusal("forbidden");
  return journal.write<Standing>(actor, (run, at) => {
    const current = find(run, actor, id, version);
    const { submission, receipt, status } = current;
    const standing: Standing = { submission, version: current.version, receipt, status };
    if (current.passed === 1) return [standing, null];
    requireSeen(run, id, seen);
    if (levelOf(levelRule(run, current.form), current) !== "district") throw new Refusal("not-through-district");
    if (status !== "received") throw new Refusal("state", { status });
    run(
      "INSERT INTO forwards (submission, version, how, at, role, place) VALUES (?, ?, ?, ?, ?, ?)",
      ...[submission, current.version, how, at, actor.role, actor.place],
    );
    return [
      standing,
      { action: how, subject: receipt, detail: { from: status, ...(reason === null ? {} : { reason }) } },
    ];
  });
}

function find(run: Run, actor: Actor, id: string, version: number | undefined): Current {
  const scope = within(scopeOf(actor), "s.office");
  const current = run<Current & { status: VersionStatus }>(
    `SELECT s.id AS submission, s.form, s.period, v.version, v.receipt, v.status, ${LEVEL_FACTS} FROM submissions s
     JOIN versions v ON v.submission = s.id AND v.version = s.current LEFT JOIN offices o ON o.code = s.office
     WHERE s.id = ? AND ${scope.sql}`,
    id,
    ...scope.binds,
  )[0];
  if (current === undefined) throw new Refusal("not-found");
  if (version !== undefined && version !== current.version)
    throw new Refusal("version-changed", { version: current.version });
  requireOpen(run, current.form, current.period);
  return current;
}

export type Forwarded = { submission: string; result: "forwarded" | "not-clean" | RefusalCode };

/**
 * The district hands on several reports that have no risk, each by itself and only in the version that was seen; one that cannot
 * be forwarded stops none of the others.
 */
export function forwardClean(
  journal: Journal,
  actor: Actor,
  items: readonly { submission: string; version: number }[],
): Forwarded[] {
  if (actor.role !== "district") throw new Refusal("forbidden");
  return items.map(({ submission, version }) => {
    try {
      const found = summaries(journal, actor, "s.id = ? AND v.version = s.current", [submission])[0];
      if (found === undefined) return { submission, result: "not-found" };
      const [report] = risked(journal, actor, found.period, "s.id = ?", [submission]);
      if (report === undefined || report.risks.length > 0) return { submission, result: "not-clean" };
      forward(journal, actor, submission, version);
      return { submission, result: "forwarded" };
    } catch (error) {
      if (error instanceof Refusal) return { submission, result: error.code };
      throw error;
    }
  });
}

/**
 * The province says who reports to it directly for a form; null goes back to what is usual. What is still under way travels by the
 * new rule from now on. Throws `forbidden`, `not-through-district` for a form without districts, `not-found` for a foreign office.
 */
export function setDirect(journal: Journal, actor: Actor, form: string, direct: Direct | null): LevelRule {
  return journal.write<LevelRule>(actor, (run) => {
    requireProvince(run, actor);
    const before = levelRule(run, form);
    if (!before.through) throw new Refusal("not-through-district");
    const wanted = direct === null ? null : { types: sorted(direct.types), offices: sorted(direct.offices) };
    for (const office of wanted?.offices ?? [])
      if (run("SELECT 1 FROM offices WHERE code = ?", office).length === 0) throw new Refusal("not-found");
    if (textOf(before.set ? before.direct : null) === textOf(wanted)) return [before, null];
    run("DELETE FROM direct_reporters WHERE form = ?", form);
    if (wanted !== null)
      run(
        "INSERT INTO direct_reporters (form, types, offices) VALUES (?, ?, ?)",
        ...[form, JSON.stringify(wanted.types), JSON.stringify(wanted.offices)],
      );
    const detail = { before: textOf(before.set ? before.direct : null), after: textOf(wanted) };
    return [levelRule(run, form), { action: "direct.set", subject: form, detail }];
  });
}

function sorted<T extends string | OfficeType>(list: readonly T[]): T[] {
  return [...new Set(list)].sort();
}

function textOf(direct: Direct | null): string {
  return direct === null ? "usual" : [...direct.types, ...direct.offices].join(" ");
}
