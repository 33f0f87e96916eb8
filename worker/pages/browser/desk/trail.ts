import { get } from "../api.ts";
import { byId, make } from "../dom.ts";
import { whoText } from "../placeName.ts";
import { timeText } from "../time.ts";
import { empty, filled, loading, trouble } from "./state.ts";
import type { Desk, Trail } from "./types.ts";
import { desk } from "./words.ts";

const PAGE = 20;
/** The number of a person's code: it says nothing to anybody. */
const PERSON = /^[0-9A-Z]{2}-P[0-9A-Z]+$/;

/** The person's own trail, newest first; for an office also who did what with its reports. */
export async function drawTrail(now: Desk): Promise<void> {
  const body = byId("trail-body");
  loading(body);
  const first = await ask(now);
  if (first.lines.length === 0) {
    empty(body, desk.trailEmpty);
    return;
  }
  const list = make("ol", { class: "plain trail" }, ...first.lines.map(lineOf));
  const more = make(
    "button",
    { type: "button", class: "second", hidden: first.next === null },
    desk.trailMore,
  ) as HTMLButtonElement;
  let next = first.next;
  more.addEventListener("click", () => {
    ask(now, next)
      .then((page) => {
        list.append(...page.lines.map(lineOf));
        next = page.next;
        more.hidden = next === null;
      })
      .catch(trouble);
  });
  filled(body, list, more);
}

function ask(now: Desk, before: number | null = null): Promise<Trail> {
  const place = now.session.role === "office" || now.province === "TH" ? {} : { province: now.province };
  return get<Trail>("/audit", {
    mine: "1",
    limit: String(PAGE),
    ...place,
    ...(before === null ? {} : { before: String(before) }),
  });
}

function lineOf({ at, role, place, mine, action, subject }: Trail["lines"][number]): HTMLElement {
  const by = mine ? desk.you : whoText({ role, place });
  return make(
    "li",
    {},
    `${timeText(at)} · ${desk.trailActs[action] ?? action} · ${by}`,
    ...(PERSON.test(subject) ? [] : [" · ", make("span", { class: "number" }, subject)]),
  );
}
