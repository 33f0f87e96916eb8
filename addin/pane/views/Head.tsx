import { bangkokDate } from "../../../shared/calendar/plainDate.ts";
import { officeLabel } from "../../../shared/offices/office.ts";
import { latest } from "../core/receipts.ts";
import { hasNoForm } from "../core/step.ts";
import { dueIn } from "../knownForms.ts";
import { Status } from "./Status.tsx";
import { monthText, timeText } from "./time.ts";
import { fill, type Ui } from "./ui.ts";
import { dueText } from "./Work.tsx";

/** What document this is, one sentence of state, and how far one has come. Always in sight. */
export function Head({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const counts = state.report?.counts;
  const inOrder = counts === undefined ? 0 : counts.ok + counts.fixed + counts.warn;
  // What is in front speaks for itself; the list's state would only push it down.
  const inFront = state.front === "confirm" || state.front === "code" || state.front === "outbox";
  const looks = state.points.filter((point) => point.verdict === "warn").length;
  const shown = state.sheets.filter((sheet) => !sheet.hidden);
  return (
    <header class="pane-head">
      <div class="document">
        <span class="name" title={state.document?.name}>
          {state.document?.name}
        </span>
        {shown.length > 1 && !inFront && (
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
      <Status ui={ui} id="status" unseen={inFront} />
      {counts !== undefined && counts.rows > 0 && !inFront && (
        <>
          <progress
            value={inOrder}
            max={counts.rows}
            aria-label={fill(words.progress, { done: inOrder, rows: counts.rows })}
          />
          <p class="soft small">
            {[
              fill(words.progress, { done: inOrder, rows: counts.rows }),
              ...(looks > 0 ? [fill(words.looksToo, { count: looks })] : []),
            ].join(" · ")}
          </p>
        </>
      )}
      {state.caps?.inPlace === true && !inFront && <Deadline ui={ui} />}
    </header>
  );
}

/** When this report is due and how long that is; what was received of it already. */
function Deadline({ ui }: { ui: Ui }) {
  const { state, words, language } = ui;
  const { report, todo } = state;
  const period = report?.period ?? state.period;
  if (report === null || period === null || hasNoForm(state)) return null;
  const item = todo?.items.find((one) => one.form === report.form && one.period === period);
  const due = item?.due ?? dueIn(report.form, period) ?? null;
  const got = latest(state.noted, report.form, period);
  const office = report.office === null ? undefined : ui.registry?.byCode(report.office);
  return (
    <p class="soft small">
      {[...(office === undefined ? [] : [officeLabel(office)]), monthText(period, language)].join(" · ")}
      <br />
      {got === undefined
        ? dueText({ due }, todo?.today ?? bangkokDate(ui.now), ui)
        : fill(words.sentBefore, {
            receipt: got.receipt,
            version: got.version,
            time: timeText(got.receivedAt, language),
          })}
    </p>
  );
}
