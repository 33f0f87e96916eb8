import { postFile } from "../api.ts";
import { pressing, sayBad, told } from "../desk/state.ts";
import { byId, make, say } from "../dom.ts";
import { tellChosen } from "../fileChooser.ts";
import { askSure } from "./sure.ts";
import type { Here, ListPlan } from "./types.ts";
import { fill, registry } from "./words.ts";

const KINDS = ["added", "gone", "renamed", "moved", "retyped"] as const;
/** Named one by one; a list that changes more is told by its numbers and these. */
const NAMED = 200;

/** A new list: first what it would change, then, when somebody says so, just that. */
export function openImport(here: () => Here): void {
  const form = byId("import-form");
  const note = byId("import-note");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = byId<HTMLInputElement>("file").files?.[0];
    if (file === undefined) return sayBad(note, registry.fileNeeded);
    const from = byId<HTMLSelectElement>("import-from").value;
    void pressing(form.querySelector("button")!, note, async () => {
      byId("plan").replaceChildren();
      say(note, registry.reading);
      const plan = await postFile<ListPlan>(`/provinces/${here().province}/registry/list/preview`, file, { from });
      say(note, fill(registry.planned, { offices: plan.offices, elsewhere: plan.elsewhere }));
      drawPlan(plan, file, here());
    });
  });
  tellChosen(byId<HTMLInputElement>("file"), byId("file-chosen"));
  byId("file").addEventListener("change", () => byId("plan").replaceChildren());
}

function drawPlan(plan: ListPlan, file: File, here: Here): void {
  const place = byId("plan");
  const parts: HTMLElement[] = [];
  if (plan.problems.length > 0) {
    const rows = plan.problems.map((one) => fill(registry.problemRow, one)).join("; ");
    parts.push(make("p", { class: "notice bad" }, fill(registry.problems, { count: plan.problems.length, rows })));
  }
  const keep = make("input", { type: "checkbox", id: "keep-absent" }) as HTMLInputElement;
  if (plan.kept.length > 0) {
    const count = { count: plan.kept.length };
    parts.push(
      make("p", {}, fill(registry.keptWhy, { ...count, rows: plan.unread })),
      changesOf("kept", plan.kept),
      make("div", { class: "tick" }, keep, make("label", { for: "keep-absent" }, fill(registry.keep, count))),
    );
  }
  const changes = KINDS.filter((kind) => plan[kind].length > 0);
  for (const kind of changes) parts.push(changesOf(kind, plan[kind]));
  if (changes.length === 0) {
    const same = make("p", { class: "notice good" }, registry.planSame);
    place.replaceChildren(...parts, ...(plan.problems.length === 0 ? [same] : []));
    return;
  }
  const ticks = plan.replaced.map((one) => {
    const input = make("input", { type: "checkbox", id: `pair-${one.office}` }) as HTMLInputElement;
    const label = make("label", { for: `pair-${one.office}` }, fill(registry.replacedOne, one));
    return { input, pair: `${one.office}>${one.into}`, box: make("div", { class: "tick" }, input, label) };
  });
  if (ticks.length > 0) parts.push(make("p", {}, registry.replaced), ...ticks.map(({ box }) => box));
  const sure = make("div");
  place.replaceChildren(...parts, sure);
  place.focus();
  askSure(sure, registry.importGo, async () => {
    const replaced = ticks.filter(({ input }) => input.checked).map(({ pair }) => pair);
    await postFile(`/provinces/${here.province}/registry/list`, file, {
      ...{ from: plan.from, revision: String(plan.revision) },
      ...(keep.checked ? { keep: "1" } : {}),
      ...(replaced.length === 0 ? {} : { replaced: replaced.join(",") }),
    });
    place.replaceChildren();
    say(byId("import-note"), null);
    told(registry.done);
    await here.redraw();
  });
}

function changesOf(kind: (typeof KINDS)[number] | "kept", changes: ListPlan["added"]): HTMLElement {
  const line = ({ name, district, office, toName, toDistrict }: ListPlan["added"][number]) => {
    const to = kind === "moved" ? toDistrict : toName;
    const what =
      to === null ? name : fill(registry.becomes, { name: kind === "moved" ? `${name} ${district}` : name, to });
    return `${what} (${office})`;
  };
  return make(
    "details",
    {},
    make("summary", {}, fill(registry.plan[kind], { count: changes.length })),
    make("ul", {}, ...changes.slice(0, NAMED).map((change) => make("li", {}, line(change)))),
  );
}
