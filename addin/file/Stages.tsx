import { unreadableSentence } from "../../shared/words/unreadable.ts";
import { UNREADABLE_CODES } from "../../shared/workbook/unreadable.ts";
import { Lines } from "../pane/views/Foot.tsx";
import { Alone } from "../pane/views/Stages.tsx";
import type { Ui } from "../pane/views/ui.ts";
import { FileButton } from "./Empty.tsx";

/** The file is being read; its name is there at once. */
export function Reading({ ui, name }: { ui: Ui; name: string }) {
  return (
    <Alone>
      <div class="card">
        <h1 class="lead">{ui.words.reading}</h1>
        <p class="name">{name}</p>
        <progress aria-label={ui.words.reading} />
      </div>
    </Alone>
  );
}

/** The file was not read, or holds nothing to check: why, and what to do. */
export function Refused({ ui, take }: { ui: Ui; take(file: File): void }) {
  const { state, words, language } = ui;
  const refusal = state.refusal ?? { code: "failed", params: {} };
  const known = (UNREADABLE_CODES as readonly string[]).includes(refusal.code);
  const text = known
    ? unreadableSentence(refusal, language)
    : refusal.code === "gone"
      ? words.hostGone
      : refusal.code === "no-sheet" || refusal.code === "unknown-form"
        ? words.noForm
        : words.hostFailed;
  return (
    <Alone>
      <div class="card">
        <h1 class="lead bad" id="status" tabIndex={-1}>
          <span aria-hidden="true">▲ </span>
          {words.refusedTitle}
        </h1>
        {state.document !== null && <p class="name">{state.document.name}</p>}
        <p class="notice bad">{text}</p>
        <FileButton label={words.otherFile} take={take} primary />
      </div>
      <div class="pane-foot plain">
        <Lines ui={ui} />
      </div>
    </Alone>
  );
}
