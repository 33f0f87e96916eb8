import { make } from "../dom.ts";
import type { Queue, Stand } from "./types.ts";
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

function svg(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

type Risk = Queue["items"][number]["risks"][number];
type Shape = [tag: string, attributes: Record<string, string>][];
const LINE = { fill: "none", stroke: "currentColor", "stroke-width": "2" };

/** What speaks for a closer look has a shape of its own, too: a clock, two bars of unlike height, an empty box, a sign, a turn. */
const RISK_SHAPES: Record<Risk | "clean", Shape> = {
  late: [
    ["circle", { cx: "8", cy: "8", r: "6", ...LINE }],
    ["path", { d: "M8 4v4l3 2", ...LINE }],
  ],
  changed: [["path", { d: "M3 13V9h3v4ZM9 13V3h3v10Z" }]],
  nilNow: [["rect", { x: "3", y: "3", width: "10", height: "10", "stroke-dasharray": "2 2", ...LINE }]],
  warned: [["path", { d: "M8 1 15 14H1ZM7.2 6h1.6v4H7.2ZM7.2 11h1.6v1.6H7.2Z", "fill-rule": "evenodd" }]],
  again: [["path", { d: "M13 8a5 5 0 1 1-2-4M11 1v3H8", ...LINE }]],
  clean: [["path", { d: "M3 8l3.5 4L13 4", ...LINE }]],
};

function picture(shapes: Shape): SVGElement {
  const parts = shapes.map(([tag, attributes]) => svg(tag, attributes));
  const attributes = { viewBox: "0 0 16 16", width: 14, height: 14, fill: "currentColor", "aria-hidden": "true" };
  return svg("svg", attributes, ...parts);
}

/** Why a report deserves a closer look, or that nothing speaks for one: by shape, word and colour. */
export function riskMark(risk: Risk | "clean"): HTMLElement {
  const word = risk === "clean" ? desk.clean : desk.risks[risk];
  return make(
    "span",
    { class: `tag marked ${risk === "clean" ? "accepted" : "risk"}` },
    picture(RISK_SHAPES[risk]),
    word,
  );
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
