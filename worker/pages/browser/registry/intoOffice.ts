import { namedOffices } from "../desk/namedOffices.ts";
import { choiceOf, type Named, officeTyped } from "../desk/officeTyped.ts";
import { make } from "../dom.ts";
import { fill, registry } from "./words.ts";

const LIST = "into-offices";
let offices: readonly Named[] = [];

/** A field in which an office is chosen by its name; its code will do as well. */
export function intoField(): HTMLElement {
  return make("input", { list: LIST, maxlength: 200, autocomplete: "off" });
}

/** What may be chosen: every office of the list but the one that ends. */
export async function offerInto(province: string, without: string): Promise<HTMLElement> {
  document.getElementById(LIST)?.remove();
  offices = (await namedOffices(province)).filter(({ office }) => office !== without);
  return make("datalist", { id: LIST }, ...offices.map((one) => make("option", { value: choiceOf(one) })));
}

/** The office that a text means. Throws an Error with a sentence for the person. */
export function intoOffice(text: string): Named {
  const typed = officeTyped(text, offices);
  if (typed.is === "one") return typed.office;
  if (typed.is === "none") throw new Error(fill(registry.intoNone, { typed: text }));
  throw new Error(fill(registry.intoSeveral, { typed: text, names: typed.offices.map(choiceOf).join(", ") }));
}
