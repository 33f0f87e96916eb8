import type { Point } from "../core/points.ts";
import { formOf } from "../knownForms.ts";
import type { Ui } from "./ui.ts";

/** Which field is this column: one button for each it could be, and one for none. */
export function ColumnChoice({ point, ui }: { point: Point; ui: Ui }) {
  const { state, words, dispatch } = ui;
  const question = state.report?.questions?.find(({ cell }) => cell === point.cell);
  if (point.code !== "COL_QUESTION" || question === undefined) return null;
  const fields = formOf(state.report!)?.fields ?? [];
  const labelOf = (id: string) => fields.find((field) => field.id === id)?.label ?? id;
  const choices: [field: string | null, label: string][] = question.candidates.map((id) => [id, labelOf(id)]);
  choices.push([null, words.columnNone]);
  return (
    <fieldset class="choices">
      <legend>{words.columnQuestion}</legend>
      {choices.map(([field, label], i) => (
        <div class="choice-line" key={field ?? ""}>
          <button
            type="button"
            class="choice"
            disabled={state.busy}
            onClick={() => dispatch({ on: "columnSaid", key: question.key, field })}
          >
            <span class="digit" aria-hidden="true">
              {i + 1}
            </span>
            <span>{label}</span>
          </button>
        </div>
      ))}
      <p class="soft small">{words.columnRemembered}</p>
    </fieldset>
  );
}

/** What was said of this sheet's columns before can be taken back. */
export function ColumnsForget({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  if (state.report?.answered === undefined) return null;
  return (
    <p class="soft small">
      {words.columnsKnown}{" "}
      <button type="button" class="quiet" disabled={state.busy} onClick={() => dispatch({ on: "columnsForget" })}>
        {words.columnsForget}
      </button>
    </p>
  );
}
