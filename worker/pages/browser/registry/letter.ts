import { encode } from "uqr";
import { LETTER } from "../../../../shared/words/registry.ts";
import { make } from "../dom.ts";
import type { Issued } from "./types.ts";
import { fill } from "./words.ts";

const SVG = "http://www.w3.org/2000/svg";

/**
 * The letter that brings a code, ready to be printed. The code stands in words only: the QR leads to the sign-in page and holds
 * nothing secret, since programs that scan pictures keep, and some pass on, whatever address they read.
 */
export function letterOf(issued: Issued, province: string, address: string): HTMLElement {
  const { code, role, placeName } = issued;
  const to = headOf(issued);
  const slots = {
    province,
    to,
    place: role === "district" ? fill(LETTER.headOfDistrict, { name: placeName }) : placeName,
  };
  const [first, how, secret, last] = LETTER.body.map((text) => make("p", { class: "indent" }, fill(text, slots)));
  return make(
    "article",
    { class: "letter", lang: "th" },
    make("div", { class: "head" }, make("p", {}, LETTER.number), make("p", {}, fill(LETTER.from, slots))),
    make("p", {}, LETTER.date),
    make("p", {}, LETTER.subject),
    make("p", {}, fill(LETTER.to, slots)),
    first!,
    make("p", { class: "code", "aria-label": `${LETTER.code} ${code}` }, code),
    how!,
    make("div", { class: "body-row" }, qrOf(address), make("p", { class: "address" }, address)),
    secret!,
    last!,
    make(
      "div",
      { class: "signing" },
      ...[LETTER.closing, LETTER.sign, LETTER.position].map((text) => make("p", {}, text)),
    ),
  );
}

/** The post that is written to, never a person. */
function headOf({ role, placeName }: Issued): string {
  if (role === "district") return fill(LETTER.headOfDistrict, { name: placeName });
  const type = Object.keys(LETTER.heads).find((one) => placeName.startsWith(one));
  return type === undefined ? LETTER.headOfPattaya : fill(LETTER.heads[type]!, { name: placeName.slice(type.length) });
}

function qrOf(address: string): Element {
  const { data, size } = encode(address, { ecc: "M", border: 3 });
  let path = "";
  data.forEach((line, y) => {
    line.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`;
    });
  });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "qr");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", fill(LETTER.qr, { address }));
  svg.setAttribute("shape-rendering", "crispEdges");
  const draw = document.createElementNS(SVG, "path");
  draw.setAttribute("d", path);
  svg.append(draw);
  return svg;
}
