import { make } from "../dom.ts";
import type { Stand } from "./types.ts";
import { desk } from "./words.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Each stand has a shape of its own, so that it is told without colour too. */
const SHAPES: Record<Stand, [tag: string, attributes: Record<string, string>][]> = {
  onTime: [["circle", { cx: "8", cy: "8", r: "6" }]],
  nil: [["rect", { x: "2", y: "6", width: "12", height: "4" }]],
  late: [["path", { d: "M8 2 15 14H1Z" }]],
  returned: [["path", { d: "M7 2v3h2a5 5 0 0 1 0 10H4v-2h5a3 3 0 0 0 0-6H7v3L2 6Z" }]],
  missing: [["circle", { cx: "8", cy: "8", r: "5.5", fill: "none", stroke: "currentColor", "stroke-width": "2" }]],
};

export function svg(
  tag: string,
  attributes: Record<string, string | number>,
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** A stand by shape and text, and by colour for whoever sees it. */
export function standMark(stand: Stand, more = ""): HTMLElement {
  const shapes = SHAPES[stand].map(([tag, attributes]) => svg(tag, attributes));
  const icon = svg(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, fill: "currentColor", "aria-hidden": "true" },
    ...shapes,
  );
  return make("span", { class: `stand is-${stand}` }, icon, ` ${desk.stands[stand]}${more}`);
}
