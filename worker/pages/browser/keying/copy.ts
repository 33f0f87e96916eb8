import { byId, say, show } from "../dom.ts";
import { keying } from "./words.ts";

/** Also behind spaces and in full width: what a table would run as a formula. */
const LEADS_FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** A row as a table takes it: cells between tabs, each on one line, none that would be run as a formula. */
export function rowText(values: readonly string[]): string {
  return values
    .map((value) => value.replace(/[\t\r\n]+/g, " "))
    .map((value) => (LEADS_FORMULA.test(value) ? `'${value}` : value))
    .join("\t");
}

/** Copies a text and says so; where the browser does not copy, the text is shown selected and one key is left to press. */
export async function copy(text: string, done: string): Promise<void> {
  const note = byId("note");
  note.classList.remove("bad");
  try {
    await navigator.clipboard.writeText(text);
    show(byId("copy-box"), false);
    say(note, done);
  } catch {
    const field = byId<HTMLTextAreaElement>("copy-text");
    show(byId("copy-box"), true);
    field.value = text;
    field.focus();
    field.select();
    say(note, keying.copyFailed);
  }
}
