import { CheckProblem, checkWorkbook } from "../../../../shared/check.ts";
import { trialOf } from "../../../../shared/designer/index.ts";
import type { Workbook } from "../../../../shared/sheet/grid.ts";
import { gatherPoints, spokenPoints } from "../../../../shared/words/points.ts";
import { make } from "../dom.ts";
import { fileChooser } from "../fileChooser.ts";
import type { Editing } from "./editing.ts";
import { readFile } from "./fromFile.ts";
import { card, fill, type Here, hint, language, words } from "./page.ts";

const MOST_POINTS = 12;

/** Checks filled files with the form as it stands here, on this machine. */
export function tryCard(editing: Editing, here: Here, examples: readonly Workbook[]): HTMLElement {
  let files: readonly (Workbook | string)[] = examples;
  const results = make("div", { class: "trials", role: "status" });
  const draw = () => results.replaceChildren(...files.map((file) => trial(file, editing, here)));
  const accept = ".xlsx,.xls,.ods,.csv";
  const { box, input } = fileChooser({ id: "try-files", label: words.tryFiles, multiple: true, accept });
  input.addEventListener("change", async () => {
    const chosen = [...(input.files ?? [])];
    files = await Promise.all(chosen.map(readFile));
    draw();
  });
  editing.onChange(draw);
  draw();
  return card("try", words.tryTitle, hint(words.tryIntro), box, results);
}

function trial(file: Workbook | string, { form }: Editing, { registry, province }: Here): HTMLElement {
  if (typeof file === "string") return make("p", { class: "notice bad" }, file);
  const name = file.fileName ?? "";
  try {
    const report = checkWorkbook(file, { registry, province, form: form.id, forms: [form] });
    if (report.findings.some(({ code }) => code === "FORM_NOT_FOUND")) return notFound(name);
    const { rows, cells, extra, missing } = trialOf(report);
    const read = cells.ok + cells.fixed + cells.warn;
    const points = gatherPoints(spokenPoints(report, language));
    const told = points
      .slice(0, MOST_POINTS)
      .map(({ cell, message }) => make("li", {}, cell === null ? message : `${cell}: ${message}`));
    const columns = [
      missing.length === 0 ? null : hint(fill(words.tryMissing, { labels: missing.join(", ") })),
      extra.length === 0 ? null : hint(fill(words.tryExtra, { labels: extra.join(", ") })),
    ];
    return make(
      "div",
      {},
      make("p", {}, make("strong", {}, fill(words.tryLine, { name, rows, read, asked: cells.suggest + cells.error }))),
      ...columns,
      make("p", {}, points.length === 0 ? words.tryClean : words.tryWaits),
      points.length === 0 ? null : make("ul", {}, ...told),
    );
  } catch (error) {
    if (!(error instanceof CheckProblem)) throw error;
    return notFound(name);
  }
}

function notFound(name: string): HTMLElement {
  return make("p", { class: "notice bad" }, fill(words.tryNone, { name }));
}
