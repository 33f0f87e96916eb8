import { get } from "../api.ts";
import { make } from "../dom.ts";
import { words } from "./words.ts";

interface Link {
  url: string;
  name: string;
  type: string;
}

/** A button that opens a file through a link of the viewer's own: a photo beside it, a clip as a file to be saved. */
export function openButton(file: { id: string; name: string }, fail: (error: unknown) => void): HTMLElement {
  const place = make("span", { class: "opened" });
  const button = make(
    "button",
    { type: "button", class: "second", "aria-label": `${words.open} ${file.name}` },
    words.open,
  );
  button.addEventListener("click", () => {
    void (async () => {
      (button as HTMLButtonElement).disabled = true;
      button.textContent = words.opening;
      try {
        const { url, name, type } = await get<Link>(`/files/${file.id}/link`);
        if (type.startsWith("image/")) place.replaceChildren(make("img", { src: url, alt: name, class: "photo" }));
        else make("a", { href: url, download: name }).click();
      } catch (error) {
        fail(error);
      } finally {
        (button as HTMLButtonElement).disabled = false;
        button.textContent = words.open;
      }
    })();
  });
  return make("span", { class: "opener" }, button, place);
}
