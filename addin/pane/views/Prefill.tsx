import { prefill } from "../core/prefill.ts";
import { fill, type Ui } from "./ui.ts";

/** One press that writes last time's centres into empty rows; only where there are such, and rows for them. */
export function Prefill({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const { report, reading, remembered } = state;
  if (report === null || reading === null || remembered === null || state.stage !== "ready") return null;
  const { rows } = prefill(report, reading.grid, remembered);
  if (rows === 0) return null;
  return (
    <p class="work">
      <button type="button" class="second" disabled={state.busy} onClick={() => dispatch({ on: "prefill" })}>
        {fill(words.prefill, { count: rows })}
      </button>
    </p>
  );
}
