import { post } from "../api.ts";
import { byId, say } from "../dom.ts";
import type { Context } from "./context.ts";
import { pressing, sayBad, sayGood } from "./state.ts";
import type { Progress } from "./types.ts";
import { desk } from "./words.ts";

let closed = false;

/** The form for closing says what it would do now. */
export function showDecide(progress: Progress): void {
  closed = progress.closed !== null;
  say(byId("close-title"), closed ? desk.reopenTitle : desk.closeTitle);
  byId("close-go").textContent = closed ? desk.reopenGo : desk.closeGo;
}

export function openDecide(context: Context): void {
  byId("close-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void close(context);
  });
}

async function close(context: Context): Promise<void> {
  const note = byId("close-note");
  const reason = byId<HTMLInputElement>("close-reason").value.trim();
  if (reason === "") {
    sayBad(note, desk.missingReason);
    return;
  }
  await pressing(byId<HTMLButtonElement>("close-go"), note, async () => {
    const { form, period, province } = context.desk();
    const wasClosed = closed;
    await post(`/provinces/${province}/close`, { form, period, close: !wasClosed, reason });
    byId<HTMLInputElement>("close-reason").value = "";
    await context.redraw();
    sayGood(note, wasClosed ? desk.reopenDone : desk.closeDone);
  });
}
