import type { Finding } from "../answer.ts";
import type { FormDefinition } from "../forms/definition.ts";
import type { Signature } from "../sheet/signature.ts";
import type { GridView } from "../sheet/view.ts";
import type { Layout } from "./layout.ts";

/** What is to be said of columns and title. */
export function layoutFindings(view: GridView, form: FormDefinition, layout: Layout): Finding[] {
  const findings: Finding[] = [];
  const { heading, map, title } = layout;
  if (title.misprint !== null)
    findings.push({
      code: "TITLE_MISPRINT",
      verdict: "fixed",
      cell: view.address(title.misprint.row, title.misprint.col),
      params: { wrong: title.misprint.wrong, right: title.misprint.right },
    });
  for (const { col, label } of map.extra)
    findings.push({
      code: "COL_INSERTED",
      verdict: "warn",
      cell: view.address(heading.top, col),
      params: { label, column: view.letters(col) },
    });
  for (const { field, col, label } of map.renamed)
    findings.push({
      code: "COL_RENAMED",
      verdict: "warn",
      cell: view.address(heading.top, col),
      params: { label, column: view.letters(col), expected: labelOf(form, field) },
    });
  for (const { col, label, candidates } of map.questions)
    findings.push({
      code: "COL_QUESTION",
      verdict: "suggest",
      cell: view.address(heading.top, col),
      params: { label, column: view.letters(col), fields: candidates.map((id) => labelOf(form, id)).join(", ") },
    });
  const asked = new Set(map.questions.flatMap(({ candidates }) => candidates));
  for (const field of map.missing) {
    if (field.whenMissing === "none" || asked.has(field.id)) continue;
    findings.push({
      code: "COL_DELETED",
      verdict: field.whenMissing,
      cell: null,
      params: { expected: field.label },
    });
  }
  return findings;
}

function labelOf(form: FormDefinition, id: string): string {
  return form.fields.find((field) => field.id === id)?.label ?? id;
}

/** "7, 9–12" from sorted row numbers. */
export function rowList(rows: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < rows.length; i++) {
    let end = i;
    while (rows[end + 1] === rows[end]! + 1) end++;
    parts.push(end === i ? String(rows[i]) : `${rows[i]}–${rows[end]}`);
    i = end;
  }
  return parts.join(", ");
}

export function hiddenFinding(view: GridView, rows: readonly number[]): Finding[] {
  if (rows.length === 0) return [];
  return [
    {
      code: "ROW_HIDDEN",
      verdict: "warn",
      cell: view.address(view.rowIndex(rows[0]!), 0),
      params: { rows: rowList(rows), count: rows.length },
    },
  ];
}

export function signatureFinding(view: GridView, signature: Signature): Finding[] {
  if (signature.missing.length === 0) return [];
  return [
    {
      code: "SIGN_INCOMPLETE",
      verdict: "warn",
      cell: signature.at === null ? null : view.address(signature.at.row, signature.at.col),
      params: {
        sign: signature.missing.includes("sign"),
        name: signature.missing.includes("name"),
        position: signature.missing.includes("position"),
      },
    },
  ];
}
