import type { OwnFormLine } from "../../../../shared/wire/forms.ts";
import { get } from "../api.ts";
import { byId, make } from "../dom.ts";
import { monthText } from "../time.ts";
import { holidaysCard } from "./holidays.ts";
import { card, fill, type Here, link, table, words } from "./page.ts";

/** Every form with its state, and the province's days off. */
export async function drawList(here: Here): Promise<void> {
  const { forms } = await get<{ forms: OwnFormLine[] }>(`/provinces/${here.province}/forms`);
  const heads = [words.colForm, words.colState, words.colVersion, words.colFrom, words.colBy];
  const list = table(words.listTitle, heads, forms.map(lineOf));
  const make_ = link(words.newForm, { new: "" }, "button primary");
  byId("body").replaceChildren(card("list", words.listTitle, make_, list), holidaysCard(here));
}

function lineOf(line: OwnFormLine): (Node | string)[] {
  const tags = [stateTag(line)];
  if (line.draft !== null && line.state !== "draft")
    tags.push(make("span", { class: "tag late" }, fill(words.hasDraft, { version: line.draft.version })));
  const version = line.version === null ? "–" : String(line.version);
  const from = line.version === null ? "–" : line.from === null ? words.always : monthText(line.from);
  return [
    link(line.title, { form: line.id }),
    make("span", { class: "tags" }, ...tags),
    make("span", {}, version, ...line.coming.map(comingText)),
    from,
    make("span", {}, sourceText(line)),
  ];
}

const TAGS = { draft: "tag late", published: "tag accepted", retired: "tag withdrawn" };
const SHAPES = { draft: "✎", published: "✓", retired: "■" };

/** Told by shape, word and colour. */
export function stateTag({ state }: Pick<OwnFormLine, "state">): HTMLElement {
  return make("span", { class: TAGS[state] }, `${SHAPES[state]} ${words.states[state]}`);
}

export function comingText({ version, from }: OwnFormLine["coming"][number]): HTMLElement {
  const period = monthText(from);
  const text = version === null ? fill(words.comingEnd, { period }) : fill(words.comingVersion, { version, period });
  return make("span", { class: "hint block" }, text);
}

export function sourceText({ official, by }: Pick<OwnFormLine, "official" | "by">): string {
  return official ? words.official : by === "program" ? words.byProgram : words.byProvince;
}
