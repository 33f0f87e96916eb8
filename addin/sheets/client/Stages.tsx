import { useState } from "preact/hooks";
import { buildRegistry } from "../../../shared/offices/registry.ts";
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

/** Neither the sheet nor this browser says which province is meant. */
export function WhichProvince({ ui }: { ui: Ui }) {
  const { words, dispatch } = ui;
  const [chosen, choose] = useState("");
  return (
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
          {buildRegistry([])
            .provinces()
            .map(([code, name]) => (
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
  );
}
