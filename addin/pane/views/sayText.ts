import type { PaneWords } from "../../../shared/words/pane.ts";
import type { Say } from "../core/choices.ts";
import { fill } from "./ui.ts";

/** A choice in words. */
export function sayText(say: Say, words: PaneWords): string {
  const field = "field" in say ? (words.field[say.field] ?? say.field) : "";
  const value = "value" in say ? say.value : "";
  return fill(words[say.do], { field, value });
}
