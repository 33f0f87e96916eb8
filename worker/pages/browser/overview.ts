import { byId, make, show } from "./dom.ts";
import type { Completeness } from "./types.ts";
import { fill, words } from "./words.ts";

/** Shows how many have sent, and by district who has not. */
export function drawOverview(answer: Completeness): void {
  const body = byId("overview-body");
  const { total } = answer;
  if (total.offices === 0) {
    body.replaceChildren(make("p", { class: "notice" }, words.overviewEmpty));
    return;
  }
  const sentence = fill(words.overviewProgress, { sent: total.sent, total: total.offices });
  const bar = make("progress", { class: "bar", max: total.offices, value: total.sent, "aria-label": sentence });
  const parts: Node[] = [make("p", {}, make("strong", {}, sentence)), bar];
  const open = answer.offices.filter((office) => office.status !== "received" && office.status !== "accepted");
  if (open.length === 0) parts.push(make("p", { class: "notice good" }, words.overviewAll));
  else parts.push(...missingParts(open));
  body.replaceChildren(make("div", { class: "result" }, ...parts));
  show(byId("overview"), true);
}

function missingParts(open: Completeness["offices"]): Node[] {
  const byDistrict = new Map<string, Completeness["offices"]>();
  for (const office of open) byDistrict.set(office.district, [...(byDistrict.get(office.district) ?? []), office]);
  const heading = make("h3", {}, `${words.missingTitle} · ${fill(words.missingCount, { count: open.length })}`);
  const lists = [...byDistrict].map(([district, offices]) =>
    make(
      "section",
      {},
      make("h4", {}, fill(words.district, { name: district })),
      make("ul", {}, ...offices.map(officeItem)),
    ),
  );
  return [heading, make("div", { class: "missing" }, ...lists)];
}

function officeItem(office: Completeness["offices"][number]): HTMLElement {
  const tag =
    office.status === "missing" ? null : make("span", { class: `tag ${office.status}` }, words.statuses[office.status]);
  return make("li", {}, office.name, tag === null ? null : " ", tag);
}
