import type { FileLink } from "../../../../shared/wire/files.ts";
import { make, say, show } from "../dom.ts";
import { linkTo, save, standingOf } from "./link.ts";
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

  const close = () => {
    player?.stop();
    [player, link] = [null, null];
    place.replaceChildren();
    say(note, null);
    show(again, false);
    label(watch, words.watch, file.name);
    watch.setAttribute("aria-expanded", "false");
  };
  const open = async () => {
    link = await linkTo(file.id);
    player = playerOf(file, link, {
      renewed: (next) => (link = next),
      tell: (sentence, mayGoOn) => {
        say(note, sentence);
        show(again, mayGoOn);
      },
    });
    place.replaceChildren(player.video);
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
  return { element: make("span", { class: "opener" }, buttons, place, note, again), close };
}

function label(button: HTMLElement, text: string, name: string): void {
  button.textContent = text;
  button.setAttribute("aria-label", `${text} ${name}`);
}

interface Player {
  video: HTMLVideoElement;
  /** Begins to play, as the person asked by pressing; a browser that wants another press gets it on the controls. */
  start(): void;
  /** Goes on where it stopped, with a new link. */
  goOn(): Promise<void>;
  stop(): void;
}

interface Around {
  renewed(link: FileLink): void;
  /** What the person should know; null: nothing any more. */
  tell(sentence: string | null, mayGoOn: boolean): void;
}

function playerOf(file: Pick<ReportFile, "id" | "name">, first: FileLink, { renewed, tell }: Around): Player {
  const video = make("video", {
    ...{
      controls: true,
      playsinline: true,
      preload: "metadata",
      class: "clip",
      tabindex: "0",
      "aria-label": file.name,
    },
  }) as HTMLVideoElement;
  let link = first;
  let stopped = false;
  /** Whether a link was made anew and nothing has come through it yet: then another would not help. */
  let untried = false;
  const play = () => void video.play().catch(() => undefined);

  const cannotPlay = () => {
    video.pause();
    tell(words.cannotPlay, false);
  };
  const goOn = async () => {
    const [at, playing] = [video.currentTime, !video.paused];
    link = await linkTo(file.id, link);
    if (stopped) return;
    renewed(link);
    untried = true;
    tell(null, false);
    video.addEventListener(
      "loadedmetadata",
      () => {
        video.currentTime = at;
        if (playing) play();
      },
      { once: true },
    );
    video.src = link.url;
  };
  const troubled = async () => {
    const code = video.error?.code;
    const standing = await standingOf(link);
    if (stopped) return;
    if (standing === "well" && code !== MediaError.MEDIA_ERR_NETWORK) return cannotPlay();
    if (standing === "away" || untried) return tell(words.clipStopped, true);
    await goOn().catch(() => tell(words.clipStopped, true));
  };
  video.addEventListener("error", () => void troubled());
  // Sound alone: the browser knows no way to draw what this clip holds.
  video.addEventListener("loadedmetadata", () => {
    if (video.videoWidth === 0) cannotPlay();
  });
  video.addEventListener("seeked", () => (untried = false));
  video.addEventListener("play", () => {
    for (const other of document.querySelectorAll("video")) if (other !== video) other.pause();
  });
  return {
    video,
    start() {
      video.src = link.url;
      video.focus();
      play();
    },
    goOn,
    stop() {
      stopped = true;
      video.pause();
      video.removeAttribute("src");
      video.load();
    },
  };
}
