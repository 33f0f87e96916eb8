import { PANE_WORDS } from "../../shared/words/pane.ts";
import type { State } from "../pane/core/state.ts";
import type { Runtime } from "../pane/runtime.ts";
import { Lines } from "../pane/views/Foot.tsx";
import { Pane } from "../pane/views/Pane.tsx";
import { Alone, Old, WhichProvince } from "../pane/views/Stages.tsx";
import type { Ui } from "../pane/views/ui.ts";

interface Props {
  state: State;
  runtime: Runtime;
  language: "th" | "en";
  /** Looks at the workbook again from the beginning. */
  again(): void;
  otherLanguage(): void;
}

/** The sidebar in Excel, once Excel has answered. */
export function Page({ state, runtime, language, again, otherLanguage }: Props) {
  const words = PANE_WORDS[language];
  const ui: Ui = {
    ...{ state, words, language, registry: runtime.registry, now: Date.now() },
    dispatch: (event) => runtime.dispatch(event),
    ...{ saveCopy: null, otherDocument: null, base: "", print: null },
  };
  return (
    <>
      <Stage ui={ui} again={again} />
      <p class="tongue">
        <button type="button" class="quiet" lang={language === "th" ? "en" : "th"} onClick={otherLanguage}>
          {words.otherLanguage}
        </button>
      </p>
    </>
  );
}

function Stage({ ui, again }: { ui: Ui; again(): void }) {
  const { state, words } = ui;
  if (state.stage === "old") return <Old ui={ui} />;
  if (state.stage === "province") return <WhichProvince ui={ui} />;
  if (state.stage !== "refused") return <Pane ui={ui} />;
  const code = state.refusal?.code;
  const text =
    code === "busy"
      ? words.busy
      : code === "gone"
        ? words.hostGone
        : code === "no-sheet" || code === "unknown-form"
          ? words.noFormExcel
          : words.hostFailed;
  return (
    <Alone>
      <div class="card">
        <h1 class="lead bad" id="status" tabIndex={-1}>
          <span aria-hidden="true">▲ </span>
          {words.refusedExcel}
        </h1>
        <p class="notice bad">{text}</p>
        <button type="button" class="primary" onClick={again}>
          {words.again}
        </button>
      </div>
      <div class="pane-foot plain">
        <Lines ui={ui} />
      </div>
    </Alone>
  );
}
