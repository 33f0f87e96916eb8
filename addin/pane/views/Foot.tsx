import { hasNoForm, left } from "../core/step.ts";
import { isToldAbove, isTrouble, noticeText } from "./noticeText.ts";
import { Pause } from "./Pause.tsx";
import { fill, type Ui } from "./ui.ts";

const WAITS = new Set(["kept", "sending", "code", "refused", "old"]);

/** What is going on around the list, and the next sensible act. Always in sight. */
export function Foot({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const open = left(state);
  const listing = state.front === "none" && state.stage === "ready";
  return (
    <footer class="pane-foot">
      <Lines ui={ui} />
      {listing && hasNoForm(state) && ui.otherDocument !== null && (
        <button type="button" class="primary wide" onClick={ui.otherDocument}>
          {words.otherFile}
        </button>
      )}
      {listing && !hasNoForm(state) && (
        <div class="row">
          {open > 0 ? (
            <>
              <button
                type="button"
                class="primary grow"
                onClick={() => dispatch({ on: "go", to: "next", blocking: true })}
              >
                {words.next}
              </button>
              <button type="button" class="second" aria-label={words.send} onClick={() => dispatch({ on: "send" })}>
                {words.sendShort}
              </button>
            </>
          ) : (
            <button type="button" class="primary grow" id="send" onClick={() => dispatch({ on: "send" })}>
              {words.send}
            </button>
          )}
          <button type="button" class="second" disabled={state.busy} onClick={() => dispatch({ on: "undo" })}>
            {words.undo}
          </button>
        </div>
      )}
      {listing && state.caps?.inPlace === true && (
        <div class="row">
          <button type="button" class="second grow" disabled={state.busy} onClick={() => dispatch({ on: "check" })}>
            {words.check}
          </button>
          {state.marked && (
            <button type="button" class="second" disabled={state.busy} onClick={() => dispatch({ on: "unmark" })}>
              {words.unmark}
            </button>
          )}
        </div>
      )}
    </footer>
  );
}

/** Quiet lines: no network, what waits to be sent, what was last said. */
export function Lines({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const waiting = state.kept.filter((item) => WAITS.has(item.state));
  const arrived = state.kept.find((item) => item.key === state.arrived);
  const notice = state.notice?.what;
  const look =
    notice === undefined
      ? "line said"
      : isToldAbove(notice) || (state.front === "confirm" && !isTrouble(notice))
        ? "vh"
        : isTrouble(notice)
          ? "line said trouble"
          : "line said";
  return (
    <>
      {!state.online && (
        <p class="line">
          <span>
            <Pause /> {words.offline}
          </span>
        </p>
      )}
      {waiting.length > 0 && state.front !== "outbox" && (
        <p class="line">
          <span>{fill(words.outboxMany, { count: waiting.length })}</span>
          <button type="button" class="quiet" onClick={() => dispatch({ on: "showKept", key: waiting[0]!.key })}>
            {words.outboxShow}
          </button>
        </p>
      )}
      {arrived !== undefined && state.front !== "outbox" && (
        <p class="line good">
          <span>
            <span aria-hidden="true">✓ </span>
            {words.received} · {arrived.receipt?.receipt}
          </span>
          <button type="button" class="quiet" onClick={() => dispatch({ on: "showKept", key: arrived.key })}>
            {words.outboxShow}
          </button>
        </p>
      )}
      <p class={look} role="status" aria-live="polite">
        {notice === undefined ? "" : noticeText(notice, words)}
      </p>
    </>
  );
}
