import type { FileLink } from "../../../../shared/wire/files.ts";
import { make, say } from "../dom.ts";
import { linkTo } from "./link.ts";
import type { ReportFile } from "./shapes.ts";
import { fill, words } from "./words.ts";

export interface PhotoView {
  element: HTMLElement;
  /** Whether somebody asked for it. */
  isShown(): boolean;
  /** Fetches it and shows it small. Throws Trouble. */
  reveal(): Promise<void>;
  close(): void;
}

type Fail = (error: unknown) => void;

/** A photo that is fetched when somebody asks for it: small in its place, large in a dialogue. */
export function photoView(file: Pick<ReportFile, "id" | "name">, fail: Fail): PhotoView {
  const ask = make(
    "button",
    { type: "button", class: "second", "aria-label": `${words.open} ${file.name}` },
    words.open,
  ) as HTMLButtonElement;
  const element = make("span", { class: "opener" }, ask);
  let coming: Promise<void> | null = null;
  let shown = false;
  /** Put away meanwhile, it is not shown. */
  let turn = 0;
  const reveal = async () => {
    ask.disabled = true;
    ask.textContent = words.opening;
    const mine = ++turn;
    try {
      const link = await linkTo(file.id);
      if (mine !== turn) return;
      const had = element.contains(document.activeElement);
      const thumb = thumbOf(file, link);
      element.replaceChildren(thumb);
      shown = true;
      if (had) thumb.focus();
    } finally {
      coming = null;
      ask.disabled = false;
      ask.textContent = words.open;
    }
  };
  const once = () => (shown ? Promise.resolve() : (coming ??= reveal()));
  ask.addEventListener("click", () => void once().catch(fail));
  const close = () => {
    turn++;
    element.replaceChildren(ask);
    shown = false;
    document.querySelector<HTMLDialogElement>("dialog.large")?.close();
  };
  return { element, isShown: () => shown, reveal: once, close };
}

function thumbOf(file: Pick<ReportFile, "id" | "name">, link: FileLink): HTMLElement {
  const thumb = make(
    "button",
    { type: "button", class: "thumb", "aria-label": fill(words.enlarge, { name: file.name }) },
    picture(file, link),
  );
  thumb.addEventListener("click", () => enlarge(file, link, thumb));
  return thumb;
}

/** The picture; where its link is over it is fetched with one that goes on with the same look, once. */
function picture(file: Pick<ReportFile, "id" | "name">, link: FileLink): HTMLElement {
  const img = make("img", { src: link.url, alt: file.name, class: "photo" }) as HTMLImageElement;
  const failed = () => img.replaceWith(make("span", { class: "notice warn", role: "status" }, words.photoAway));
  img.addEventListener(
    "error",
    () => {
      img.addEventListener("error", failed, { once: true });
      linkTo(file.id, link)
        .then(({ url }) => (img.src = url))
        .catch(failed);
    },
    { once: true },
  );
  return img;
}

function enlarge(file: Pick<ReportFile, "id" | "name">, link: FileLink, from: HTMLElement): void {
  const close = make("button", { type: "button", class: "second" }, words.closePhoto);
  const title = make("h2", { id: "large-title" });
  say(title, file.name);
  const dialog = make(
    "dialog",
    { class: "large", "aria-labelledby": title.id },
    title,
    picture(file, link),
    make("p", {}, close),
  ) as HTMLDialogElement;
  close.addEventListener("click", () => dialog.close());
  // A press beside the picture is a press on the dialogue itself.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}

/** One press for all photos of a place that nobody asked for yet; each is a look of its own. Null where a press would save none. */
export function allPhotos(views: readonly PhotoView[], fail: Fail): HTMLElement | null {
  const hidden = views.filter((view) => !view.isShown());
  if (hidden.length < 2) return null;
  const text = fill(words.showAll, { count: hidden.length });
  const button = make("button", { type: "button", class: "second" }, text) as HTMLButtonElement;
  button.addEventListener("click", () => {
    void (async () => {
      button.disabled = true;
      try {
        // One after another: each is a question of its own, and the line may be thin.
        for (const view of hidden) await view.reveal();
        hidden[0]!.element.querySelector("button")?.focus();
        button.remove();
      } catch (error) {
        fail(error);
        button.disabled = false;
      }
    })();
  });
  return button;
}
