import { post } from "../api.ts";
import { byId, say } from "../dom.ts";
import { timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { pressing, sayBad, sayGood } from "./state.ts";
import type { Progress } from "./types.ts";
import { desk, fill } from "./words.ts";

let closed = false;

const value = (id: string) => byId<HTMLInputElement>(id).value.trim();

/** Puts an office of the table into the form for more time. */
export function chooseOffice(code: string): void {
  byId<HTMLInputElement>("extend-office").value = code;
  byId("extend-date").focus();
}

/** The form for closing says what it would do now. */
export function showDecide(progress: Progress): void {
  closed = progress.closed !== null;
  say(byId("close-title"), closed ? desk.reopenTitle : desk.closeTitle);
  byId("close-go").textContent = closed ? desk.reopenGo : desk.closeGo;
}

export function openDecide(context: Context): void {
  byId("extend-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const button = byId("extend-form").querySelector<HTMLButtonElement>("button[type=submit]")!;
    void extend(context, button, true);
  });
  byId("extend-take").addEventListener(
    "click",
    (event) => void extend(context, event.currentTarget as HTMLButtonElement, false),
  );
  byId("close-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void close(context);
  });
}

async function extend(context: Context, button: HTMLButtonElement, give: boolean): Promise<void> {
  const note = byId("extend-note");
  const [office, day, hour, reason] = [
    value("extend-office"),
    value("extend-date"),
    value("extend-time"),
    value("extend-reason"),
  ];
  const fault =
    (/^[1-9]\d{6}$/.test(office) ? null : desk.missingOffice) ??
    (give && (day === "" || hour === "") ? desk.missingWhen : null) ??
    (reason === "" ? desk.missingReason : null);
  if (fault !== null) {
    sayBad(note, fault);
    return;
  }
  await pressing(button, note, async () => {
    const { form, period, province } = context.desk();
    // The hour is Thailand's, wherever the browser stands.
    const until = give ? new Date(`${day}T${hour}:00+07:00`).toISOString() : null;
    await post(`/provinces/${province}/extensions`, { form, period, office, until, reason });
    await context.redraw();
    sayGood(
      note,
      until === null ? fill(desk.extendTaken, { office }) : fill(desk.extendDone, { office, time: timeText(until) }),
    );
  });
}

async function close(context: Context): Promise<void> {
  const note = byId("close-note");
  const reason = value("close-reason");
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
