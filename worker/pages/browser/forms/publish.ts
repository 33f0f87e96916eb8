import type { OwnForm } from "../../../../shared/wire/forms.ts";
import { post } from "../api.ts";
import { monthText } from "../time.ts";
import { drawDetail } from "./detail.ts";
import { ask, fill, type Here, told, words } from "./page.ts";

type About = Pick<OwnForm, "id" | "first" | "next" | "owed">;

/** Asks from when, and publishes. */
export function askPublish(here: Here, page: About, version: number, revision: number | null): void {
  const start = async (from: "now" | "next") => {
    const path = `/provinces/${here.province}/forms/${page.id}/publish`;
    const held = await post<{ from: string }>(path, { version, revision, start: from });
    await shownAgain(here, page.id);
    told(fill(words.published, { version, period: monthText(held.from) }));
  };
  const text = page.owed ? `${words.publishText} ${words.publishOwed}` : words.publishText;
  ask(fill(words.publishTitle, { version }), text, [
    { label: fill(words.publishNow, { period: monthText(page.first) }), run: () => start("now") },
    { label: fill(words.publishNext, { period: monthText(page.next) }), run: () => start("next") },
  ]);
}

/** Asks from when, and ends the form. */
export function askEnd(here: Here, page: About): void {
  const end = async (start: "now" | "next") => {
    const held = await post<{ from: string }>(`/provinces/${here.province}/forms/${page.id}/retire`, { start });
    await shownAgain(here, page.id);
    told(fill(words.ended, { period: monthText(held.from) }));
  };
  ask(words.endTitle, words.endText, [
    { label: fill(words.endNext, { period: monthText(page.next) }), run: () => end("next") },
    { label: fill(words.endNow, { period: monthText(page.first) }), run: () => end("now") },
  ]);
}

async function shownAgain(here: Here, id: string): Promise<void> {
  const address = new URL(location.href);
  address.searchParams.delete("new");
  address.searchParams.set("form", id);
  history.replaceState(null, "", address);
  await drawDetail(here, id);
}
