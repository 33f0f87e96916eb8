import type { Certifier } from "../answer.ts";
import type { GridView } from "./view.ts";

const DOTS = /[.…_]{2,}/g;

export interface Signature {
  certifier: Certifier | null;
  /** Parts of the block that are not filled. */
  missing: ("sign" | "name" | "position")[];
  at: { row: number; col: number } | null;
}

function cleaned(text: string): string {
  return text.replace(DOTS, " ").replace(/\s+/g, " ").trim();
}

/**
 * Reads the certifier's name and position from the block under the table. The signature itself is made on paper;
 * only the name in brackets and the position can be read.
 */
export function readSignature(view: GridView, fromRow: number): Signature {
  let at: Signature["at"] = null;
  let name = "";
  let position = "";
  for (let row = Math.max(0, fromRow); row < view.height; row++) {
    for (let col = 0; col < view.width; col++) {
      const text = view.text(row, col);
      if (text === "") continue;
      const sign = /ลงชื่อ|ลงนาม/.exec(text);
      if (sign !== null) {
        at ??= { row, col };
        const written = cleaned(
          text
            .slice(sign.index + sign[0].length)
            .replace(/\(?\s*ผู้(?:รับรอง|รายงาน)\s*\)?/, "")
            .replace(/[()]/g, " "),
        );
        if (name === "" && /^[ก-๙]/.test(written)) name = written;
      } else if (/^ตำแหน่ง/.test(text)) {
        position = position || cleaned(text.replace(/^ตำแหน่ง\s*[:：]?/, "")) || nextText(view, row, col);
      } else if (at !== null && row > at.row && row <= at.row + 3) {
        const bracketed = /^\((.+)\)$/.exec(text);
        const inside = bracketed === null ? "" : cleaned(bracketed[1]!);
        if (/[ก-๙]/.test(inside) && !/^ผู้/.test(inside)) name = inside;
      }
    }
  }
  const missing: Signature["missing"] = [];
  if (at === null) missing.push("sign");
  if (name === "") missing.push("name");
  if (position === "") missing.push("position");
  return { certifier: name === "" ? null : { name, position }, missing, at };
}

function nextText(view: GridView, row: number, col: number): string {
  for (let c = col + 1; c < view.width; c++) {
    const text = cleaned(view.text(row, c));
    if (text !== "") return text;
  }
  return "";
}
