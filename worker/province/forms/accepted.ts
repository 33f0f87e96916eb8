import type { Grid } from "../../../shared/sheet/grid.ts";
import type { Actor } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { requireProvince } from "./versions.ts";

/** A report the province accepted, as it was sent. */
export interface AcceptedSheet {
  submission: string;
  office: string;
  formVersion: number;
  grid: Grid;
}

export interface AcceptedPage {
  /** The last period of which anything was accepted; null where nothing ever was. */
  period: string | null;
  sheets: AcceptedSheet[];
  /** To go on after; null at the end. */
  next: string | null;
}

/**
 * The accepted sheets of the last period that has any, some at a time, to try a change of the form on them. The look is noted with
 * the first of them, in the same transaction. Throws `forbidden` for anyone but the province.
 */
export function acceptedSheets(
  journal: Journal,
  actor: Actor,
  { form, version, after, limit }: { form: string; version: number; after: string | null; limit: number },
): AcceptedPage {
  requireProvince(journal, actor);
  return journal.write<AcceptedPage>(actor, (run) => {
    const [last] = run<{ period: string | null }>(
      `SELECT max(s.period) AS period FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
       WHERE s.form = ? AND v.status = 'accepted'`,
      form,
    );
    const period = last?.period ?? null;
    if (period === null) return [{ period, sheets: [], next: null }, null];
    const found = run<{ submission: string; office: string; current: number; formVersion: number; total: number }>(
      `SELECT s.id AS submission, s.office, s.current, v.form_version AS formVersion, count(*) OVER () AS total
       FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
       WHERE s.form = ? AND s.period = ? AND v.status = 'accepted' AND s.id > ? ORDER BY s.id LIMIT ?`,
      ...[form, period, after ?? "", limit],
    );
    const sheets = found.map(({ submission, office, current, formVersion }) => {
      const parts = run<{ text: string }>(
        "SELECT text FROM grids WHERE submission = ? AND version = ? ORDER BY part",
        ...[submission, current],
      );
      return { submission, office, formVersion, grid: JSON.parse(parts.map(({ text }) => text).join("")) as Grid };
    });
    const more = (found[0]?.total ?? 0) > found.length;
    const page = { period, sheets, next: more ? found.at(-1)!.submission : null };
    if (after !== null || found.length === 0) return [page, null];
    return [
      page,
      { action: "form.dryRun", subject: `${form} ${period}`, detail: { version, sheets: found[0]!.total } },
    ];
  });
}
