import type { FileLink } from "../../../../shared/wire/files.ts";
import { make } from "../dom.ts";
import { linkTo, standingOf } from "./link.ts";
import type { ReportFile } from "./shapes.ts";
import { words } from "./words.ts";

/** A clip in its place. */
export interface Player {
  video: HTMLVideoElement;
  /** Begins to play, as the person asked by pressing; a browser that wants another press gets it on the controls. */
  start(): void;
  /** Goes on where it stopped, with a new link. */
  goOn(): Promise<void>;
  stop(): void;
}

export interface Around {
  renewed(link: FileLink): void;
  /** What the person should know; null: nothing any more. */
  tell(sentence: string | null, mayGoOn: boolean): void;
}

/** So long without a picture before the link is asked how it stands. */
const PATIENCE_MS = 4_000;

/** Plays a clip through a link, and sees to it that it goes on: the link is good for five minutes only, and lines break. */
export function playerOf(file: Pick<ReportFile, "id" | "name">, first: FileLink, { renewed, tell }: Around): Player {
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
  let undrawable = false;
  let asking = false;
  /** Whether a link was made anew and nothing has come through it yet: then another would not help. */
  let untried = false;
  /** Where it goes on after a break, and whether it was playing. */
  let spot = { at: 0, playing: false };
  let patience: ReturnType<typeof setTimeout> | undefined;
  const play = () => void video.play().catch(() => undefined);

  const cannotPlay = () => {
    undrawable = true;
    video.pause();
    tell(words.cannotPlay, false);
  };
  const goOn = async () => {
    // While a new link has brought nothing, the video stands at its beginning: where it was before still holds.
    if (!untried) spot = { at: video.currentTime, playing: !video.paused };
    link = await linkTo(file.id, link);
    if (stopped) return;
    renewed(link);
    untried = true;
    tell(null, false);
    video.addEventListener(
      "loadedmetadata",
      () => {
        video.currentTime = spot.at;
        if (spot.playing) play();
      },
      { once: true },
    );
    video.src = link.url;
  };
  /** Nothing comes any more: asks the link why, goes on with a new one where its time is over, and says where nobody answers. */
  const ask = async () => {
    if (asking) return;
    asking = true;
    const standing = await standingOf(link);
    asking = false;
    if (stopped) return;
    const code = video.error?.code;
    const broken = code !== undefined && code !== MediaError.MEDIA_ERR_NETWORK;
    if (standing === "well" && broken) return cannotPlay();
    // A thin line, and the browser goes on by itself.
    if (standing === "well" && code === undefined) return;
    if (standing === "away" || untried) return tell(words.clipStopped, true);
    await goOn().catch(() => tell(words.clipStopped, true));
  };
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => void ask(), PATIENCE_MS);
  };
  const came = () => {
    clearTimeout(patience);
    untried = false;
    if (!undrawable) tell(null, false);
  };
  const on = (names: string, then: () => void) => {
    for (const name of names.split(" ")) video.addEventListener(name, then);
  };
  on("error", () => {
    clearTimeout(patience);
    void ask();
  });
  on("waiting seeking", wait);
  on("seeked playing", came);
  // Sound alone: the browser knows no way to draw what this clip holds.
  on("loadedmetadata", () => {
    if (video.videoWidth === 0) cannotPlay();
  });
  on("play", () => {
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
      clearTimeout(patience);
      video.pause();
      video.removeAttribute("src");
      video.load();
    },
  };
}
