import { SHEETS_WORDS, type TroubleKind } from "../../../shared/words/sheets.ts";
import type { Ui } from "../../pane/views/ui.ts";

interface Props {
  ui: Ui;
  retry(): void;
}

/** Google said no: what that mostly means, and what to do about it. */
export function Trouble({ ui, kind, retry }: Props & { kind: TroubleKind }) {
  const words = SHEETS_WORDS[ui.language];
  const { title, why, how } = words.trouble[kind];
  return (
    <section class="card google-no" role="alert" data-trouble={kind}>
      <h1 class="lead bad" tabIndex={-1}>
        <span aria-hidden="true">▲ </span>
        {title}
      </h1>
      <p>{why}</p>
      <ul class="ways">
        {how.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={retry}>
        {words.retry}
      </button>
    </section>
  );
}

/** The spreadsheet could not be read, or holds nothing to check. */
export function Refused({ ui, retry }: Props) {
  const { state, words, language } = ui;
  const text = state.refusal?.code === "gone" ? words.hostGone : words.hostFailed;
  return (
    <section class="card">
      <h1 class="lead bad" id="status" tabIndex={-1}>
        <span aria-hidden="true">▲ </span>
        {words.refusedTitle}
      </h1>
      <p>{state.refusal?.code === "no-sheet" || state.refusal?.code === "unknown-form" ? words.noFormHere : text}</p>
      <button type="button" class="primary" onClick={retry}>
        {SHEETS_WORDS[language].retry}
      </button>
    </section>
  );
}
