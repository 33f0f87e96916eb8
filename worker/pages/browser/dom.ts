type Child = Node | string | null;
type Attributes = Record<string, string | boolean | number | undefined | ((event: Event) => void)>;

/** The element with this id; the page is ours, so it is there. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** Makes an element. Text is always set as text, never as markup; a function attribute becomes a listener ("onclick"). */
export function make(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

export function show(element: HTMLElement, visible: boolean): void {
  element.hidden = !visible;
}

/** Puts a sentence into a notice, or hides it. */
export function say(element: HTMLElement, sentence: string | null): void {
  element.hidden = sentence === null;
  element.textContent = sentence ?? "";
}
