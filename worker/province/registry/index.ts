import type { Office, OfficeType } from "../../../shared/offices/office.ts";
import { type Actor, OPERATOR } from "../actor.ts";
import { watched } from "../desk/watch.ts";
import type { Journal } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { exempt, merge, owe, rename, upgrade } from "./acts.ts";
import { readBefore } from "./before.ts";
import { type CentreQuery, centres } from "./centres.ts";
import { undoAct } from "./change.ts";
import { importList, planList, turnRoster } from "./import.ts";
import { type OfficeQuery, officeHistory, officePage } from "./list.ts";
import { refreshRoster } from "./refresh.ts";

interface Asked {
  office: string;
  form: string;
  period: string;
}

/** The registry of a province: its offices through time, what each owes, and the centres that accepted reports have. */
export function registryOf(journal: Journal, now: () => number) {
  return {
    officePage(actor: Actor, query: OfficeQuery) {
      turnRoster(journal, OPERATOR, now(), refreshRoster);
      return officePage(journal, actor, query, now());
    },
    officeHistory: (actor: Actor, office: string) => officeHistory(journal, actor, office),
    planList: (actor: Actor, offices: readonly Office[], from: string, unread?: number) =>
      planList(journal, actor, offices, from, unread),
    importList: (actor: Actor, revision: number, asked: Parameters<typeof importList>[3]) =>
      importList(journal, actor, revision, asked),
    renameOffice: (actor: Actor, revision: number, asked: { office: string; name: string; from: string }) =>
      rename(journal, actor, revision, asked),
    mergeOffice: (actor: Actor, revision: number, asked: { office: string; into: string; from: string }) =>
      merge(journal, actor, revision, asked),
    upgradeOffice: (
      actor: Actor,
      revision: number,
      asked: { office: string; type: OfficeType; code: string | null; name: string | null; from: string },
    ) => upgrade(journal, actor, revision, asked),
    exemptOffice: (
      actor: Actor,
      revision: number,
      asked: { office: string; form: string; from: string; to: string | null; reason: string },
    ) => exempt(journal, actor, revision, asked),
    endExemption: (actor: Actor, revision: number, id: number, reason: string) =>
      owe(journal, actor, revision, id, reason),
    undoRegistry: (actor: Actor, revision: number, reason: string) => undoAct(journal, actor, revision, reason),
    centres: (actor: Actor, query: CentreQuery) => centres(journal, actor, query),
    /** For the check itself, which shows nobody the rows. Null outside reach. */
    before: (actor: Actor, asked: Asked) => readBefore(journal, actor, asked),
    /** For people to see. Throws `not-found`. */
    lookBefore: (actor: Actor, asked: Asked) =>
      watched(
        journal,
        actor,
        () => {
          const found = readBefore(journal, actor, asked);
          if (found === null) throw new Refusal("not-found");
          return found;
        },
        () => ({ action: "view.before", subject: asked.office, detail: { form: asked.form, period: asked.period } }),
      ),
  };
}
