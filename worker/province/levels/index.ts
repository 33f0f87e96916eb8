import type { Actor } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { forward, forwardClean, setDirect, takeUp } from "./forward.ts";
import { levels, rollupLine } from "./overview.ts";
import type { Direct } from "./rules.ts";
import { sendUp, undoSendUp, type Which } from "./sendUp.ts";

/** From office to district, province and department: who has a report in hand, and what was sent up. */
export function levelsOf(journal: Journal) {
  return {
    levels: (actor: Actor, which: Which) => levels(journal, actor, which),
    forward: (actor: Actor, id: string, version?: number, seen?: number) => forward(journal, actor, id, version, seen),
    forwardClean: (actor: Actor, items: readonly { submission: string; version: number }[]) =>
      forwardClean(journal, actor, items),
    takeUp: (actor: Actor, id: string, reason: string, version?: number, seen?: number) =>
      takeUp(journal, actor, id, reason, version, seen),
    setDirect: (actor: Actor, form: string, direct: Direct | null) => setDirect(journal, actor, form, direct),
    sendUp: (actor: Actor, which: Which, note: string, hash?: string) => sendUp(journal, actor, which, note, hash),
    undoSendUp: (actor: Actor, which: Which, reason: string) => undoSendUp(journal, actor, which, reason),
    /** In "TH": that the overview of all provinces left the house as a file. */
    noteRollup: (actor: Actor, { form, period }: Which, as: string, provinces: number) =>
      journal.write<void>(actor, () => [
        undefined,
        { action: "export", subject: `${form} ${period}`, detail: { as: `rollup ${as}`, provinces } },
      ]),
    rollupLine: (actor: Actor, which: Which) => rollupLine(journal, actor, which),
  };
}
