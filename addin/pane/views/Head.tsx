import { Status } from "./Status.tsx";
import { fill, type Ui } from "./ui.ts";

/** What document this is, one sentence of state, and how far one has come. Always in sight. */
export function Head({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const counts = state.report?.counts;
  const inOrder = counts === undefined ? 0 : counts.ok + counts.fixed + counts.warn;
  const shown = state.sheets.filter((sheet) => !sheet.hidden);
  return (
    <header class="pane-head">
      <div class="document">
        <span class="name" title={state.document?.name}>
          {state.document?.name}
        </span>
        {shown.length > 1 && (
          <label class="sheet-choice">
            <span>{words.sheet}</span>
            <select
              value={state.reading?.sheet.id ?? ""}
              onChange={(event) => dispatch({ on: "sheetChosen", sheet: event.currentTarget.value })}
            >
              {shown.map((sheet) => (
                <option key={sheet.id} value={sheet.id}>
                  {sheet.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Status ui={ui} id="status" />
      {counts !== undefined && counts.rows > 0 && (
        <>
          <progress
            value={inOrder}
            max={counts.rows}
            aria-label={fill(words.progress, { done: inOrder, rows: counts.rows })}
          />
          <p class="soft small">{fill(words.progress, { done: inOrder, rows: counts.rows })}</p>
        </>
      )}
    </header>
  );
}
