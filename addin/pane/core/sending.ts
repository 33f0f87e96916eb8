import type { Report } from "../../../shared/answer.ts";
import type { Kept } from "../send/kept.ts";
import type { Draft, Event, State, Step } from "./state.ts";
import { left, noted, stay } from "./step.ts";

/** The way from ส่ง to the receipt. Null for an event that is not about it. */
export function reduceSending(state: State, event: Event): Step | null {
  switch (event.on) {
    case "send":
      if (state.stage !== "ready" || state.front === "preparing") return stay(state);
      return stay({ ...state, front: "preparing", preview: null, sentKey: null }, { do: "prepare" });
    case "prepared":
      return prepared(state, event.draft);
    case "periodChosen":
      return stay({ ...state, period: event.period }, { do: "askBefore" });
    case "officeChosen":
      return stay({ ...state, office: event.office });
    case "confirm":
      return confirm(state);
    case "back":
      return stay({ ...state, front: "none", draft: null, focus: state.focus + 1 });
    case "askCode":
      return stay({ ...state, front: "code", draft: null });
    case "code":
      return stay({ ...state, signingIn: true }, { do: "signIn", code: event.code });
    case "signedIn":
      return signedIn({ ...state, session: event.session, signingIn: false });
    case "signInFailed": {
      const failed: State = { ...state, signingIn: false };
      // Without a line there is no asking for a token: what is to be sent is kept first, the code is asked when it can be used.
      if (event.wrong === "offline" && state.draft !== null) return keep(failed);
      const say = { code: "codeWrong", offline: "codeOffline", busy: "codeBusy" } as const;
      return stay(noted(failed, { say: say[event.wrong] }));
    }
    case "signedOut":
      return stay({ ...state, session: null, remembered: null }, { do: "forgetBefore" }, { do: "compare" });
    case "queued":
      return stay(noted({ ...state, sentKey: event.key, front: "outbox", draft: null }, { say: "kept" }));
    case "outbox":
      return arrived(state, event);
    case "showKept":
      return stay({ ...state, sentKey: event.key, front: "outbox", arrived: null });
    case "tryNow":
      return stay(state, { do: "tryNow" });
    case "forget":
      return stay(
        { ...state, front: state.sentKey === event.key ? "none" : state.front },
        { do: "forget", key: event.key },
      );
    default:
      return null;
  }
}

/** Everything was checked again. What still waits for a person goes first; else what will be sent is shown. */
function prepared(state: State, draft: Draft): Step {
  if (state.front !== "preparing") return stay(state);
  if (!draft.report.submittable) {
    const back: State = { ...state, front: "none", draft: null };
    return stay(noted({ ...back, focus: state.focus + 1 }, { say: "checked", left: left(back) }));
  }
  return stay({ ...state, front: "confirm", draft });
}

/** The month that will be sent: what the sheet says, else what the user said. */
export function periodOf(state: State, report: Report): string | null {
  return report.period ?? state.period;
}

/** The office that will be sent: of an office's own code, of the rows, or said by the user. */
export function officeOf(state: State, draft: Draft): string | null {
  if (state.session?.role === "office") return state.session.place;
  return draft.report.office ?? draft.offices[0]?.code ?? state.office;
}

/** Rows of another office than the one that reports: the collector would refuse them. */
export function strangers(state: State, draft: Draft): Draft["offices"] {
  const office = officeOf(state, draft);
  return office === null ? [] : draft.offices.filter((one) => one.code !== office);
}

function confirm(state: State): Step {
  const { draft } = state;
  if (draft === null || periodOf(state, draft.report) === null) return stay(state);
  if (state.session === null && state.online) return stay({ ...state, front: "code" });
  return keep(state);
}

/** Hands the draft to the outbox, once all is known; else what is missing is asked on the summary. */
function keep(state: State): Step {
  const { draft } = state;
  if (draft === null) return stay(state);
  const period = periodOf(state, draft.report);
  const office = officeOf(state, draft);
  if (period === null || office === null || strangers(state, draft).length > 0)
    return stay({ ...state, front: "confirm" });
  return stay({ ...state, front: "preparing" }, { do: "keep", draft, period, office });
}

function signedIn(state: State): Step {
  const { draft } = state;
  if (draft === null) {
    const next = noted({ ...state, front: state.sentKey === null ? "none" : "outbox" }, { say: "signedIn" });
    return stay(next, { do: "tryNow" }, { do: "askTodo", said: false }, { do: "askBefore" });
  }
  // The code may name another office than the rows do: then the summary is shown again, with what differs.
  if (strangers(state, draft).length > 0) return stay(noted({ ...state, front: "confirm" }, { say: "officeDiffers" }));
  return keep(state);
}

function isOwn(state: State, item: Kept): boolean {
  return state.document !== null && item.about.document === state.document.name;
}

/** News of what is kept. A receipt that has just come is said aloud, and shown where nothing else is in front of the user. */
function arrived(state: State, event: Extract<Event, { on: "outbox" }>): Step {
  const waited = new Set(state.kept.filter((item) => item.state !== "received").map((item) => item.key));
  const fresh = event.items.filter((item) => item.state === "received" && waited.has(item.key)).map((item) => item.key);
  const next: State = { ...state, kept: event.items, durable: event.durable };
  const key = fresh.find((one) => one === state.sentKey) ?? fresh[0];
  if (key === undefined) return stay(next);
  const shown = key === state.sentKey && state.front === "outbox";
  const told = noted({ ...next, returned: null, arrived: shown ? null : key }, { say: "received" });
  const alone = state.stage === "empty" && state.front === "none";
  // Only what this document was sent as is noted in it.
  const own = event.items.filter((item) => fresh.includes(item.key) && isOwn(state, item));
  const notes = own.map((item) => ({ do: "note", item }) as const);
  return stay(alone ? { ...told, sentKey: key, front: "outbox" } : told, ...notes, { do: "askTodo", said: false });
}
