import { useState } from "preact/hooks";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { unreadableSentence } from "../../shared/words/unreadable.ts";
import { UNREADABLE_CODES } from "../../shared/workbook/unreadable.ts";
import { Lines } from "../pane/views/Foot.tsx";
import type { Ui } from "../pane/views/ui.ts";
import { Alone, FileButton } from "./Empty.tsx";

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

export function Old({ ui }: { ui: Ui }) {
  const { words } = ui;
  return (
    <Alone>
      <div class="card">
        <h1 class="lead" id="status" tabIndex={-1}>
          {words.oldTitle}
        </h1>
        <p>{words.oldText}</p>
        <button type="button" class="primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </Alone>
  );
}

export function WhichProvince({ ui }: { ui: Ui }) {
  const { words, dispatch } = ui;
  const [chosen, choose] = useState("");
  const provinces = buildRegistry([]).provinces();
  return (
    <Alone>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== "") dispatch({ on: "provinceSaid", province: chosen });
        }}
      >
        <h1 class="lead" id="status" tabIndex={-1}>
          {words.provinceTitle}
        </h1>
        <p>{words.provinceText}</p>
        <div class="field">
          <label for="province">{words.province}</label>
          <select id="province" required value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="" disabled>
              {words.province}
            </option>
            {provinces.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="primary">
          {words.provinceUse}
        </button>
      </form>
    </Alone>
  );
}
