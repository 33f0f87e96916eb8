import { currentPoint, left } from "../pane/core/step.ts";
import { pointSentence } from "../pane/sentences.ts";
import { Status } from "../pane/views/Status.tsx";
import type { Ui } from "../pane/views/ui.ts";

/** Under the sheet where the pane has no room beside it: the state, what is wrong at the open point, and the way to the next. */
export function GridBar({ ui }: { ui: Ui }) {
  const { state, words, language, dispatch } = ui;
  const point = currentPoint(state);
  return (
    <div class="grid-bar">
      <Status ui={ui} />
      {point !== undefined && (
        <p class="what">
          <strong>{point.cell}</strong> {pointSentence(point, language)}
        </p>
      )}
      {state.points.length > 0 && (
        <button
          type="button"
          class="primary wide"
          onClick={() => dispatch({ on: "go", to: "next", blocking: left(state) > 0, focus: false })}
        >
          {words.next}
        </button>
      )}
    </div>
  );
}
