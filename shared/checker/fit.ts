import type { FormDefinition } from "../forms/definition.ts";
import type { Registry } from "../offices/registry.ts";
import type { GridView } from "../sheet/view.ts";
import { matchKey } from "../text/key.ts";
import { isDocument } from "./documentChecker.ts";
import { findLayout, type Layout } from "./layout.ts";

export interface Fit {
  form: FormDefinition;
  /** Null for a form without a table. */
  layout: Layout | null;
}

/** Every form has a number, a district and an office: what tells them apart is the title, and the columns each can not do without. */
const TITLE_SCORE = 40;
const MISSING_SCORE = 3;

/** Which of the forms stands in the grid; null when none does. Of equals the first. */
export function findFit(view: GridView, forms: readonly FormDefinition[], registry: Registry): Fit | null {
  let best: (Fit & { score: number }) | null = null;
  for (const form of forms) {
    if (form.sections !== undefined) {
      if (isDocument(view, form)) return { form, layout: null };
      continue;
    }
    const layout = findLayout(view, form, registry);
    if (layout === null) continue;
    const { map, title } = layout;
    const titled = namesForm(title.texts, form);
    const missing = map.missing.filter((field) => field.whenMissing === "error").length;
    if (titled && missing === 0) return { form, layout };
    const score = map.columns.size - map.renamed.length + (titled ? TITLE_SCORE : 0) - MISSING_SCORE * missing;
    if (best === null || score > best.score) best = { form, layout, score };
  }
  return best;
}

/** True when one of the texts holds a word that only this form's title has. */
export function namesForm(texts: readonly string[], form: FormDefinition): boolean {
  return texts.some((text) => form.titleWords.some((word) => matchKey(text).includes(matchKey(word))));
}
