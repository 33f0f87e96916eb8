import { isBlocking, type Point } from "./points.ts";
import type { Effect, Notice, State, Step } from "./state.ts";

export const stay = (state: State, ...effects: Effect[]): Step => ({ state, effects });

export function noted(state: State, what: Notice): State {
  return { ...state, notice: { id: (state.notice?.id ?? 0) + 1, what } };
}

/** How many points keep the report from being sent. */
export function left(state: State): number {
  return state.points.reduce((sum, point) => sum + (isBlocking(point) ? 1 : 0), 0);
}

/** True when the sheet holds no form that is known: there is nothing to settle in it. */
export function hasNoForm(state: State): boolean {
  return state.report?.findings.some((finding) => finding.code === "FORM_NOT_FOUND") === true;
}

export function currentPoint(state: State): Point | undefined {
  return state.points.find((point) => point.key === state.current);
}
