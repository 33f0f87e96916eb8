import { propose } from "../../../../shared/designer/index.ts";
import type { Workbook } from "../../../../shared/sheet/grid.ts";
import { designProblemText } from "../../../../shared/words/designer.ts";
import { unreadableSentence } from "../../../../shared/words/unreadable.ts";
import { readWorkbook, UnreadableFile } from "../../../../shared/workbook/read.ts";
import { byId, make, say } from "../dom.ts";
import { fileChooser } from "../fileChooser.ts";
import { openEditor } from "./editor.ts";
import { button, card, fill, type Here, hint, language, link, words } from "./page.ts";

const MOST_EXAMPLES = 3;
const KINDS = ".xlsx,.xls,.ods";

/** Where the official file and the examples are chosen. They are read here and go nowhere. */
export function drawNew(here: Here): void {
  const official = fileChooser({ id: "official-file", label: words.officialFile, accept: KINDS });
  const examples = fileChooser({ id: "example-files", label: words.exampleFiles, accept: KINDS, multiple: true });
  const problem = make("p", { class: "notice bad", id: "new-problem", role: "alert", hidden: true });
  const go = button(words.propose, "primary", async () => {
    say(problem, null);
    const file = official.input.files?.[0];
    if (file === undefined) {
      say(problem, words.fileNeeded);
      official.input.focus();
      return;
    }
    go.textContent = words.reading;
    const others = [...(examples.input.files ?? [])].slice(0, MOST_EXAMPLES);
    try {
      await start(here, file, others, problem);
    } finally {
      go.textContent = words.propose;
    }
  });
  byId("body").replaceChildren(
    link(words.back, {}),
    card(
      "new",
      words.newTitle,
      make("p", {}, words.newIntro),
      hint(words.stays),
      official.box,
      examples.box,
      go,
      problem,
    ),
  );
}

async function start(here: Here, file: File, others: readonly File[], problem: HTMLElement): Promise<void> {
  const workbooks: Workbook[] = [];
  for (const one of [file, ...others]) {
    const read = await readFile(one);
    if (typeof read === "string") {
      say(problem, read);
      return;
    }
    workbooks.push(read);
  }
  const [official, ...examples] = workbooks as [Workbook, ...Workbook[]];
  const proposal = propose(
    official.sheets,
    examples.map(({ sheets }) => sheets),
  );
  if (!proposal.found) {
    say(problem, fill(words.noProposal, { why: designProblemText(proposal.problem, language) }));
    return;
  }
  const grid = official.sheets.find(({ sheet }) => sheet === proposal.sheet)!;
  openEditor(here, { form: proposal.form, revision: null, page: null, seen: { proposal, grid }, examples });
}

/** The workbook, or the sentence that says why there is none. */
export async function readFile(file: File): Promise<Workbook | string> {
  try {
    return await readWorkbook(new Uint8Array(await file.arrayBuffer()), { fileName: file.name });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return fill(words.unreadable, { name: file.name, why: unreadableSentence(error, language) });
  }
}
