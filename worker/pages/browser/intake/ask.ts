import { byId } from "../dom.ts";
import { words } from "./words.ts";

/** Asks before something that cannot be taken back; Escape and the other button say no. */
export function ask(title: string, text: string, yes: string = words.confirm): Promise<boolean> {
  const dialog = byId<HTMLDialogElement>("ask");
  byId("ask-title").textContent = title;
  byId("ask-text").textContent = text;
  byId("ask-yes").textContent = yes;
  return new Promise((resolve) => {
    const answer = (agreed: boolean) => () => {
      dialog.onclose = null;
      dialog.close();
      resolve(agreed);
    };
    byId("ask-yes").onclick = answer(true);
    byId("ask-no").onclick = answer(false);
    dialog.onclose = answer(false);
    dialog.showModal();
  });
}
