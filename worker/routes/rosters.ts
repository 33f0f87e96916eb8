import { type ProvincePack, unpackProvince } from "../../shared/offices/pack.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import type { Collector } from "../people/partition.ts";
import type { Roster } from "../province/roster.ts";
import { HttpProblem } from "./problems.ts";

interface Held {
  version: string;
  pack: ProvincePack;
  registry: Registry;
}

/** The registries of the provinces, built once and renewed when a province's roster changes. */
export interface Rosters {
  /** Throws `province-unknown`, also for a province whose roster was not imported. */
  of(province: string): Promise<Held>;
}

/**
 * Asks the province for its version every time (a small question, answered by one row) and rebuilds only on change: a verdict
 * is always against the roster of this moment, and the same on every host.
 */
export function rostersOf(collector: Collector): Rosters {
  const held = new Map<string, Held>();
  return {
    async of(province) {
      const known = held.get(province);
      const news: Roster | null = await (await collector.at(province)).roster(known?.version ?? null);
      if (news === null) {
        if (known === undefined) throw new HttpProblem("province-unknown", { province });
        return known;
      }
      const fresh: Held = { ...news, registry: unpackProvince(news.pack) };
      held.set(province, fresh);
      return fresh;
    },
  };
}
