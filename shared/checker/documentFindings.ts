import type { Finding } from "../answer.ts";
import type { FormDefinition } from "../forms/definition.ts";
import { type DocumentText, secondForm } from "../sheet/document.ts";
import type { GridView } from "../sheet/view.ts";
import { matchKey } from "../text/key.ts";

/** Labels a scan misread, or the form itself misprints: each is told once. */
export function misprints(view: GridView, form: FormDefinition): Finding[] {
  const findings: Finding[] = [];
  for (const [wrong, right] of form.misprints) {
    const key = matchKey(wrong);
    search: for (let row = 0; row < view.height; row++)
      for (let col = 0; col < view.width; col++) {
        if (!matchKey(view.text(row, col)).includes(key)) continue;
        findings.push({
          code: "TITLE_MISPRINT",
          verdict: "fixed",
          cell: view.address(row, col),
          params: { wrong, right },
        });
        break search;
      }
  }
  return findings;
}

/** A number printed a second time in a list of blocks. */
export function renumbered(view: GridView, form: FormDefinition, text: DocumentText): Finding[] {
  const findings: Finding[] = [];
  for (const { repeat } of form.sections ?? []) {
    const items = repeat === undefined ? [] : (text.lists.get(repeat.field) ?? []);
    const seen = new Set<string>();
    items.forEach(({ number, row, col }, i) => {
      if (number === null) return;
      if (seen.has(number)) {
        const label = `. ${repeat!.text}`.trimEnd();
        findings.push({
          code: "LABEL_RENUMBERED",
          verdict: "fixed",
          cell: view.address(row, col),
          params: { wrong: number + label, right: String(i + 1) + label },
        });
      }
      seen.add(number);
    });
  }
  return findings;
}

/** Filled lines that belong to no blank of the form: what they count would be lost. */
export function strayLines({ strays }: DocumentText): Finding[] {
  return strays.map(({ cell, typed }) => ({ code: "LABEL_UNSURE", verdict: "error", cell, params: { typed } }));
}

/** A second report under the first would be taken for its results: one report a sheet. */
export function secondReport(view: GridView, form: FormDefinition): Finding[] {
  const row = secondForm(view, form);
  if (row < 0) return [];
  return [{ code: "FORM_TWICE", verdict: "error", cell: view.address(row, 0), params: { row: view.rowNumber(row) } }];
}
