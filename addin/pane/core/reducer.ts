import { parseAddress } from "../../../shared/sheet/address.ts";
import { alike, writesForAll } from "./alike.ts";
import { choicesFor, typedWrite } from "./choices.ts";
import { isBlocking, type Point, pointsOf } from "./points.ts";
import { prefill } from "./prefill.ts";
import { reduceSending } from "./sending.ts";
import { type Effect, type Event, type Notice, PAGE, START, type State, type Step } from "./state.ts";
import { currentPoint, left, noted, stay } from "./step.ts";
import { returnedOf } from "./work.ts";

/** What the pane does with an event: the next state, and what the world has to do. Pure; every path of the pane is in here. */
export function reduce(state: State, event: Event): Step {
  return reduceSending(state, event) ?? reduceSheet(state, event);
}

function reduceSheet(state: State, event: Event): Step {
  switch (event.on) {
    case "opening": {
      const { kept, durable, session, online, notice } = state;
      return stay(
        { ...START, kept, durable, session, online, notice, caps: event.caps, stage: "reading" },
        load(START),
      );
    }
    case "opened":
      return stay({ ...state, document: event.document, sheets: event.sheets, stage: "checking" });
    case "refused":
      return stay({ ...state, stage: "refused", refusal: event.refusal });
    case "closed": {
      const { kept, arrived, durable, session, online, notice } = state;
      return stay({ ...START, kept, arrived, durable, session, online, notice });
    }
    case "provinceAsked":
      return stay({ ...state, stage: "province" });
    case "provinceSaid": {
      const said: State = { ...state, province: event.province, stage: "checking" };
      return stay(said, load(said));
    }
    case "provinceKnown":
      return stay({ ...state, province: event.province });
    case "firstRows":
      return stay(checked(state, event.report, event.reading));
    case "checked": {
      const free = event.settled === true ? { ...state, busy: false } : state;
      const next: State = { ...checked(free, event.report, event.reading), stage: "ready" };
      const first = state.stage !== "ready";
      const told = event.told === true || first ? noted(next, { say: "checked", left: left(next) }) : next;
      return stay(told, ...(first ? [...shownFirst(next), ...atFirst()] : []));
    }
    case "columnSaid":
      if (state.stage !== "ready" || state.busy) return stay(state);
      return stay({ ...state, busy: true }, { do: "sayColumn", key: event.key, field: event.field });
    case "columnsKnown":
      return stay(state, { do: "columns", known: event.answers });
    case "columnsForget":
      return state.busy ? stay(state) : stay({ ...state, busy: true }, { do: "forgetColumns" });
    case "todo": {
      const returned = state.report === null ? null : returnedOf(event.todo, state.report.form, monthOf(state));
      const points = state.report === null ? [] : pointsOf(state.report, returned?.comments ?? []);
      return stay({ ...state, todo: event.todo, returned, points });
    }
    case "askBefore":
      return stay(state, { do: "askBefore" });
    case "remembered": {
      const same = state.remembered === null && event.remembered === null;
      return stay({ ...state, remembered: event.remembered }, ...(same ? [] : [{ do: "compare" } as const]));
    }
    case "askTodo":
      return stay(state, { do: "askTodo", said: true });
    case "todoOffline":
      return stay(noted(state, { say: "todoOffline" }));
    case "receiptsNoted":
      return stay({ ...state, noted: event.noted });
    case "sheetChosen": {
      const chosen: State = { ...state, reading: null, report: null, points: [], current: null, stage: "checking" };
      return stay(chosen, { ...load(chosen), sheet: event.sheet });
    }
    case "go":
      return go(state, event);
    case "open": {
      const point = state.points.find((one) => one.key === event.key);
      if (point === undefined) return stay(state);
      return show(state, point, event.focus === true, event.jump === true);
    }
    case "more":
      return stay({ ...state, shown: state.shown + PAGE });
    case "prefill": {
      const { report, reading, remembered } = state;
      if (report === null || reading === null || state.busy || state.stage !== "ready") return stay(state);
      const { writes, ...filled } = prefill(report, reading.grid, remembered);
      if (writes.length === 0) return stay(state);
      return stay({ ...state, busy: true, preview: null }, { do: "write", writes, count: writes.length, filled });
    }
    case "take":
    case "takeAll":
    case "previewed":
    case "typed":
      return settle(state, event);
    case "undo":
      return state.busy ? stay(state) : stay({ ...state, busy: true, preview: null }, { do: "undo" });
    case "wrote": {
      const { filled } = event;
      const what: Notice =
        filled !== undefined
          ? { say: filled.left > 0 ? "prefilledSome" : "prefilled", ...filled }
          : event.count > 1
            ? { say: "settledMany", count: event.count, left: left(state) }
            : { say: "settled", left: left(state) };
      const wrote = noted({ ...state, busy: false, focus: state.focus + 1 }, what);
      // Where the sheet is Excel's own, it goes along to the next point.
      return stay(wrote, ...(state.caps?.inPlace === true ? shownFirst(wrote) : []));
    }
    case "undone": {
      if (event.places === null) return stay(noted({ ...state, busy: false }, { say: "nothingToUndo" }));
      const back = pointAt(state, event.places[0]);
      const next = noted({ ...state, busy: false }, { say: "undone", count: event.places.length });
      return back === undefined ? stay(next) : show(next, back, true, false);
    }
    case "fault":
      return stay(
        noted({ ...state, busy: false, preview: null, front: calm(state) }, { say: event.fault }),
        ...again(event.fault),
      );
    case "recheck":
      return stay(state, { do: "recheck" });
    case "check":
      return state.stage === "ready" && !state.busy ? stay({ ...state, busy: true }, { do: "check" }) : stay(state);
    case "marked": {
      const done: State = { ...state, busy: false, marked: event.how !== "protected" };
      if (event.how === "again") return stay(done);
      return stay(noted(done, { say: event.how === "asked" ? "marked" : "marksProtected" }));
    }
    case "unmark":
      return state.busy ? stay(state) : stay({ ...state, busy: true }, { do: "unmark" });
    case "unmarked":
      return stay(noted({ ...state, busy: false, marked: false }, { say: "unmarked" }));
    case "at": {
      if (state.reading?.sheet.id !== event.sheet) return stay(state);
      const point = pointAt(state, event.place);
      if (point === undefined || point.key === state.current) return stay(state);
      return stay({ ...show(state, point, false, false).state, preview: null });
    }
    case "network":
      return stay({ ...state, online: event.online }, ...(event.online ? [{ do: "tryNow" } as const] : []));
    case "rosterOffline":
      return stay(noted(state, { say: "rosterOffline" }));
    case "old":
      return stay({ ...state, stage: "old" });
    default:
      return stay(state);
  }
}

/** What may be asked of the collector once the sheet is judged; the sheet waits for none of it. */
function atFirst(): Effect[] {
  return [{ do: "askTodo", said: false }, { do: "recallColumns" }, { do: "askBefore" }];
}

function monthOf(state: State): string | null {
  return state.report?.period ?? state.period;
}

/** The sheet beside the pane begins where the list does. */
function shownFirst(state: State): Effect[] {
  const cell = currentPoint(state)?.cell;
  const place = cell == null ? null : parseAddress(cell);
  return place === null ? [] : [{ do: "select", place, focus: false }];
}

function load(state: State): Extract<Effect, { do: "load" }> {
  return { do: "load", province: state.province, sheet: state.reading?.sheet.id ?? null, period: state.period };
}

/** A preparation that a fault broke off is given up; nothing else in front is lost. */
function calm(state: State): State["front"] {
  return state.front === "preparing" ? "none" : state.front;
}

/** After a stale write the sheet is read again at once. */
function again(fault: string): Effect[] {
  return fault === "stale" ? [{ do: "recheck" }] : [];
}

/** Takes a new answer. The open point stays open; when it was settled, the next one after it opens. */
function checked(state: State, report: State["report"], reading: State["reading"]): State {
  const points = report === null ? [] : pointsOf(report, state.returned?.comments ?? []);
  const before = currentPoint(state);
  const kept = points.find((point) => point.key === state.current);
  const next = kept ?? successor(points, before) ?? points.find(isBlocking) ?? points[0];
  const shown = Math.max(state.shown, pageFor(points, next));
  const preview = state.reading?.revision === reading?.revision ? state.preview : null;
  return { ...state, report, reading, points, current: next?.key ?? null, shown, preview };
}

function successor(points: Point[], before: Point | undefined): Point | undefined {
  if (before === undefined) return undefined;
  const after = points.filter((point) => point.order >= before.order);
  return after.find(isBlocking) ?? points.find(isBlocking) ?? after[0];
}

function pageFor(points: Point[], point: Point | undefined): number {
  const at = point === undefined ? 0 : points.indexOf(point);
  return Math.ceil((at + 1) / PAGE) * PAGE;
}

function show(state: State, point: Point, focus: boolean, jump: boolean): Step {
  const at = point.cell === null ? null : parseAddress(point.cell);
  const shown = Math.max(state.shown, pageFor(state.points, point));
  const next = { ...state, current: point.key, shown, preview: null, focus: state.focus + (focus ? 1 : 0) };
  return stay(next, ...(at === null ? [] : [{ do: "select", place: at, focus: jump } as const]));
}

/** The next or previous point; round the corner at either end. Blocking ones alone while there are any and that was asked. */
function go(state: State, event: Extract<Event, { on: "go" }>): Step {
  const wanted = event.blocking === true && left(state) > 0 ? state.points.filter(isBlocking) : state.points;
  if (wanted.length === 0) return stay(state);
  const last = wanted.length - 1;
  const at = wanted.findIndex((point) => point.key === state.current);
  const step = event.to === "next" ? 1 : -1;
  const index = event.to === "first" ? 0 : event.to === "last" ? last : (at + step + wanted.length) % wanted.length;
  const target = at < 0 && event.to === "next" ? nearest(state, wanted) : wanted[index]!;
  return show({ ...state, front: "none" }, target, event.focus !== false, false);
}

function nearest(state: State, wanted: Point[]): Point {
  const from = currentPoint(state)?.order ?? -1;
  return wanted.find((point) => point.order > from) ?? wanted[0]!;
}

function pointAt(state: State, place: { row: number; col: number } | undefined): Point | undefined {
  if (place === undefined) return undefined;
  return state.points.find((point) => {
    const at = point.cell === null ? null : parseAddress(point.cell);
    return at !== null && at.row === place.row && at.col === place.col;
  });
}

function settle(state: State, event: Extract<Event, { on: "take" | "takeAll" | "previewed" | "typed" }>): Step {
  const { report, reading } = state;
  if (report === null || reading === null || state.busy || state.stage !== "ready") return stay(state);
  if (event.on === "previewed") {
    const { preview } = state;
    if (preview === null || !event.yes) return stay({ ...state, preview: null, focus: state.focus + 1 });
    return write({ ...state, preview: null }, preview.writes, preview.writes.length);
  }
  const point = state.points.find((one) => one.key === event.key);
  if (point === undefined) return stay(state);
  if (event.on === "typed") {
    const one = typedWrite(point, report, reading.grid, event.text);
    return one === null ? stay(state) : write({ ...state, current: point.key }, [one], 1);
  }
  if (event.on === "takeAll") {
    const points = alike(point, state.points);
    const writes = writesForAll(points, event.say, report, reading.grid);
    const cells = points.map((one) => one.cell ?? "").filter((cell) => cell !== "");
    if (writes.length === 0) return stay(state);
    return stay({ ...state, current: point.key, preview: { key: point.key, say: event.say, cells, writes } });
  }
  const wanted = JSON.stringify(event.say);
  const choice = choicesFor(point, report, reading.grid).find((one) => JSON.stringify(one.say) === wanted);
  return choice === undefined ? stay(state) : write({ ...state, current: point.key }, choice.writes, 1);
}

function write(state: State, writes: Extract<Effect, { do: "write" }>["writes"], count: number): Step {
  return stay({ ...state, busy: true }, { do: "write", writes, count });
}
