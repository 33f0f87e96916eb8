import type { FileLink } from "../../../../shared/wire/files.ts";
import { make, say, show } from "../dom.ts";
import { linkTo, save } from "./link.ts";
import { type Player, playerOf } from "./player.ts";
import type { ReportFile } from "./shapes.ts";
import { words } from "./words.ts";

export interface ClipView {
  element: HTMLElement;
  close(): void;
}

type Fail = (error: unknown) => void;

/** A clip that is played where it stands when somebody asks for it, through a link of their own, or saved. */
export function clipView(file: Pick<ReportFile, "id" | "name">, fail: Fail): ClipView {
  const button = (label: string, style: string) =>
    make("button", { type: "button", class: style, "aria-label": `${label} ${file.name}` }, label) as HTMLButtonElement;
  const watch = button(words.watch, "second");
  const saving = button(words.save, "quiet");
  const note = make("p", { class: "notice warn", role: "status", hidden: true });
  const again = button(words.watchOn, "second");
  const place = make("div", { class: "player" });
  watch.setAttribute("aria-expanded", "false");
  show(again, false);
  let link: FileLink | null = null;
  let player: Player | null = null;
  /** Which opening this is: one that was closed before its link came opens nothing. */
  let turn = 0;

  const close = () => {
    turn++;
    player?.stop();
    [player, link] = [null, null];
    place.replaceChildren();
    say(note, null);
    show(again, false);
    label(watch, words.watch, file.name);
    watch.setAttribute("aria-expanded", "false");
  };
  const open = async () => {
    const mine = ++turn;
    const found = await linkTo(file.id);
    if (mine !== turn) return;
    link = found;
    player = playerOf(file, found, {
      renewed: (next) => (link = next),
      tell: (sentence, mayGoOn) => {
        say(note, sentence);
        show(again, mayGoOn);
        // What cannot be played needs no controls; the keyboard goes to what helps.
        const useless = sentence !== null && !mayGoOn;
        if (useless && place.contains(document.activeElement)) saving.focus();
        show(place, !useless);
      },
    });
    place.replaceChildren(player.video);
    show(place, true);
    label(watch, words.closeClip, file.name);
    watch.setAttribute("aria-expanded", "true");
    player.start();
  };
  const busy = async (which: HTMLButtonElement, run: () => Promise<void>) => {
    which.disabled = true;
    try {
      await run();
    } catch (error) {
      fail(error);
    } finally {
      which.disabled = false;
    }
  };
  watch.addEventListener("click", () => {
    if (player === null) void busy(watch, open);
    else close();
  });
  again.addEventListener("click", () => {
    if (player !== null) void busy(again, player.goOn);
  });
  saving.addEventListener("click", () => {
    void busy(saving, async () => save(await linkTo(file.id, link ?? undefined)));
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.fullscreenElement !== null) return;
    close();
    watch.focus();
  });
  const buttons = make("span", { class: "row-of-buttons" }, watch, saving);
  return { element: make("span", { class: "opener film" }, buttons, place, note, again), close };
}

function label(button: HTMLElement, text: string, name: string): void {
  button.textContent = text;
  button.setAttribute("aria-label", `${text} ${name}`);
}
