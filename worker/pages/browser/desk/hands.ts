import { goesThroughDistrict } from "../../../../shared/forms/chain.ts";
import { findForm } from "../../../../shared/forms/index.ts";
import { byId, show } from "../dom.ts";
import type { Context } from "./context.ts";
import { decide } from "./decision.ts";
import { level } from "./levelWords.ts";
import { pressing, sayBad, told } from "./state.ts";
import type { Desk, Detail, Review } from "./types.ts";

/** What passes a report on: for its district, to hand it on; for the province, to take it up. */
export function drawHands(now: Desk, detail: Detail, review: Review): void {
  const { role } = now.session;
  const form = findForm(detail.form);
  const waits = review.level === "district" && detail.status === "received" && review.closed === null;
  const may = waits && form !== undefined && goesThroughDistrict(form) && (role === "district" || role === "province");
  show(byId("hands"), may);
  if (!may) return;
  const takes = role === "province";
  byId("hands-title").textContent = takes ? level.withDistrict : level.forwardGo;
  byId("hands-go").textContent = takes ? level.takeGo : level.forwardGo;
  byId("take-label").textContent = level.takeReason;
  show(byId("take-box"), takes);
}

export function openHands(context: Context, id: string, sight: () => object): void {
  const button = byId<HTMLButtonElement>("hands-go");
  const note = byId("hands-note");
  button.addEventListener("click", () => {
    const takes = context.desk().session.role === "province";
    const reason = byId<HTMLInputElement>("take-reason").value.trim();
    if (takes && reason === "") return sayBad(note, level.reasonMissing);
    void pressing(button, note, async () => {
      const body = { ...(takes ? { reason } : {}), ...sight() };
      await decide(context, `/submissions/${id}/${takes ? "take" : "forward"}`, body, note);
      byId<HTMLInputElement>("take-reason").value = "";
      await context.redraw();
      told(takes ? level.takeDone : level.forwardDone);
      byId("main").focus();
    });
  });
}
