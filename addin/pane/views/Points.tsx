import { PAGE } from "../core/state.ts";
import { ColumnsForget } from "./ColumnChoice.tsx";
import { PointItem } from "./PointItem.tsx";
import { fill, type Ui } from "./ui.ts";

/** The list of points in the order of the sheet; drawn some at a time, so that thousands cost nothing. */
export function Points({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const more = state.points.length - state.shown;
  return (
    <>
      {state.returned !== null && state.returned.note !== "" && <p class="notice bad">{state.returned.note}</p>}
      <ol class="points" aria-label={words.list}>
        {state.points.slice(0, state.shown).map((point) => (
          <PointItem key={point.key} point={point} ui={ui} open={point.key === state.current} />
        ))}
      </ol>
      <ColumnsForget ui={ui} />
      {more > 0 && (
        <button type="button" class="second wide" onClick={() => dispatch({ on: "more" })}>
          {fill(words.more, { count: Math.min(more, PAGE) })}
        </button>
      )}
    </>
  );
}
