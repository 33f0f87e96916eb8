import { make } from "../dom.ts";
import { desk } from "./words.ts";

type Plots = typeof import("../plots/main.ts");

// Named at run time: the bundle of the desk leaves it to the browser to fetch.
const FILE = "/assets/plots.js";

/**
 * A figure that is drawn once the library is there, at a height in pixels. `summary` tells those who do not see it the same.
 * Without the library (an offline device) a sentence stands in its place: the numbers are in the table beside it.
 */
export function plot(summary: string, height: number, draw: (plots: Plots, canvas: HTMLCanvasElement) => void) {
  const canvas = make("canvas", { role: "img", "aria-label": summary }) as HTMLCanvasElement;
  const room = make("div", { class: "drawn" }, canvas);
  room.style.height = `${height}px`;
  (import(FILE) as Promise<Plots>)
    .then((plots) => draw(plots, canvas))
    .catch(() => room.replaceWith(make("p", { class: "notice" }, desk.plotMissing)));
  return room;
}
