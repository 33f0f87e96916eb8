import { left } from "../core/step.ts";
import { fill, type Ui } from "./ui.ts";

/** What document this is, one sentence of state, and how far one has come. Always in sight. */
export function Head({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const counts = state.report?.counts;
  const inOrder = counts === undefined ? 0 : counts.ok + counts.fixed + counts.warn;
  const shown = state.sheets.filter((sheet) => !sheet.hidden);
  const look = stateLook(ui);
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
      <h1 class={`status ${look.look}`} id="status" tabIndex={-1}>
        {look.shape !== "" && <span aria-hidden="true">{look.shape} </span>}
        {look.text}
      </h1>
      {counts !== undefined && counts.rows > 0 && (
        <>
          <progress value={inOrder} max={counts.rows} aria-label={fill(words.progress, { done: inOrder, rows: counts.rows })} />
          <p class="soft small">{fill(words.progress, { done: inOrder, rows: counts.rows })}</p>
        </>
      )}
    </header>
  );
}

function stateLook({ state, words }: Ui): { text: string; look: string; shape: string } {
  if (state.stage === "reading") return { text: words.reading, look: "", shape: "" };
  if (state.stage === "checking") return { text: words.checking, look: "", shape: "" };
  if (state.front === "preparing") return { text: words.preparing, look: "", shape: "" };
  const open = left(state);
  if (open > 0) {
    const text = open === 1 ? words.leftOne : fill(words.left, { left: open });
    return { text, look: "todo", shape: "▲" };
  }
  if (state.returned !== null) return { text: words.returnedTitle, look: "todo", shape: "↩" };
  const looks = state.points.filter((point) => point.verdict === "warn").length;
  return { text: looks > 0 ? fill(words.readyLook, { count: looks }) : words.ready, look: "good", shape: "✓" };
}
