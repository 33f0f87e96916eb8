import { choiceOf, type Typed } from "./officeTyped.ts";
import { desk, fill } from "./words.ts";

/** Says that a text means no one office, and what to do. */
export function whichOffice(typed: Exclude<Typed, { is: "one" }>, text: string): string {
  if (text === "") return desk.missingOffice;
  if (typed.is === "none") return fill(desk.officeNone, { typed: text });
  return fill(desk.officeSeveral, { typed: text, names: typed.offices.map(choiceOf).join(", ") });
}
