import type { Registry } from "../offices/registry.ts";
import { bareDistrict } from "../rules/district.ts";
import { provinceNamed } from "../rules/province.ts";
import type { GridView } from "../sheet/view.ts";
import { matchKey } from "../text/key.ts";
import type { Layout } from "./layout.ts";

/** How a sheet's province was learnt. "rows" and "districts" are votes of the rows and may change with an edit. */
export type ProvinceSource = "given" | "title" | "rows" | "districts" | "registry" | "none";

export interface SheetProvince {
  code: string | null;
  source: ProvinceSource;
}

export type Votes = Map<string, number>;

/** What one row's province cell votes for. `known` remembers what each text names. */
export function provinceVote(
  view: GridView,
  row: number,
  layout: Layout,
  registry: Registry,
  known: Map<string, string | null>,
): string | null {
  const col = layout.map.columns.get("province");
  if (col === undefined) return null;
  const text = view.text(row, col);
  if (text === "") return null;
  let code = known.get(text);
  if (code === undefined) known.set(text, (code = provinceNamed(text, registry)));
  return code;
}

export function vote(votes: Votes, code: string | null, by: 1 | -1): void {
  if (code === null) return;
  const count = (votes.get(code) ?? 0) + by;
  if (count === 0) votes.delete(code);
  else votes.set(code, count);
}

function winner(votes: Votes): string | null {
  let best: string | null = null;
  for (const [code, count] of votes) {
    const most = best === null ? 0 : votes.get(best)!;
    if (count > most || (count === most && best !== null && code < best)) best = code;
  }
  return best;
}

/** The province a sheet belongs to: as given, else the title's, else what most rows say, else what their districts leave possible. */
export function resolveProvince(
  view: GridView,
  layout: Layout,
  registry: Registry,
  given: string | null,
  votes: Votes,
): SheetProvince {
  if (given !== null) return { code: given, source: "given" };
  const titled = layout.title.province === null ? undefined : registry.provinceCode(layout.title.province);
  if (titled !== undefined) return { code: titled, source: "title" };
  const voted = winner(votes);
  if (voted !== null) return { code: voted, source: "rows" };
  const { offices } = registry;
  const loaded = [...new Set(offices.map((office) => office.provinceCode))];
  if (loaded.length === 1) return { code: loaded[0]!, source: "registry" };
  const byDistrict = winner(districtVotes(view, layout, registry));
  return byDistrict === null ? { code: null, source: "none" } : { code: byDistrict, source: "districts" };
}

function districtVotes(view: GridView, layout: Layout, registry: Registry): Votes {
  const votes: Votes = new Map();
  const col = layout.map.columns.get("district");
  if (col === undefined) return votes;
  for (let row = layout.firstDataRow; row < view.height; row++) {
    const text = view.text(row, col);
    if (text === "") continue;
    const provinces = registry.provincesWithDistrict(matchKey(bareDistrict(text).name));
    if (provinces.length === 1) vote(votes, provinces[0]!, 1);
  }
  return votes;
}
