import { districtCodeOf } from "../../../../shared/offices/office.ts";
import { get, post, Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { dateText, timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { choiceOf, type Named, officeTyped } from "./officeTyped.ts";
import { pressing, sayBad, sayGood } from "./state.ts";
import type { Completeness, Desk, Progress } from "./types.ts";
import { whichOffice } from "./whichOffice.ts";
import { desk, fill } from "./words.ts";

/** Every office of the form and month in view, whether it still owes or not; asked for when somebody turns to the form. */
let offices: Promise<readonly Named[]> | null = null;
let view: Desk | null = null;
/** Everybody's last day. */
let due: string | null = null;

const FIELDS = ["extend-office", "extend-date", "extend-time", "extend-reason"] as const;
type Field = (typeof FIELDS)[number];
const value = (id: Field) => byId<HTMLInputElement>(id).value.trim();

/** Puts an office of the table into the form for more time. */
export function chooseOffice(row: Named): void {
  byId<HTMLInputElement>("extend-office").value = choiceOf(row);
  byId("extend-date").focus();
}

/** Says what more time must go beyond. */
export function showExtend(now: Desk, progress: Progress): void {
  view = now;
  offices = null;
  byId("extend-offices").replaceChildren();
  due = progress.due?.due ?? null;
  const after = byId("extend-after");
  show(after, due !== null);
  after.textContent = due === null ? "" : fill(desk.extendAfter, { date: dateText(due) });
}

/** Fetches the offices of the form and month in view once. What failed is asked again. */
function loadOffices(): Promise<readonly Named[]> {
  if (offices !== null) return offices;
  const { province, form, period } = view!;
  const asked = get<Completeness>(`/provinces/${province}/completeness`, { form, period }).then((found) => {
    // Somebody may have turned to another form or month meanwhile.
    if (offices === asked) offer(found.offices);
    return found.offices;
  });
  offices = asked;
  asked.catch(() => (offices = offices === asked ? null : offices));
  return asked;
}

/** Those that still owe, district by district. */
function offer(all: Completeness["offices"]): void {
  const owing = all.filter(({ status }) => status !== "received" && status !== "accepted");
  const byDistrict = owing.sort((a, b) => districtCodeOf(a.office).localeCompare(districtCodeOf(b.office)));
  byId("extend-offices").replaceChildren(...byDistrict.map((one) => make("option", { value: choiceOf(one) })));
}

export function openExtend(context: Context): void {
  byId("extend-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const button = byId("extend-form").querySelector<HTMLButtonElement>("button[type=submit]")!;
    void extend(context, button, true);
  });
  // A list that cannot be fetched now is told when the form is sent.
  byId("extend-office").addEventListener("focus", () => void loadOffices().catch(() => {}));
  byId("extend-take").addEventListener(
    "click",
    (event) => void extend(context, event.currentTarget as HTMLButtonElement, false),
  );
}

async function extend(context: Context, button: HTMLButtonElement, give: boolean): Promise<void> {
  for (const id of FIELDS) byId(id).removeAttribute("aria-invalid");
  for (const id of ["extend-fault", "extend-note"]) say(byId(id), null);
  const note = byId("extend-note");
  await pressing(button, note, async () => {
    const typed = officeTyped(value("extend-office"), await loadOffices());
    const [day, hour, reason] = [value("extend-date"), value("extend-time"), value("extend-reason")];
    if (typed.is !== "one") return point("extend-office", whichOffice(typed, value("extend-office")));
    if (give && (day === "" || hour === "")) return point(day === "" ? "extend-date" : "extend-time", desk.missingWhen);
    if (give && due !== null && day <= due)
      return point("extend-date", fill(desk.extendAfter, { date: dateText(due) }));
    if (reason === "") return point("extend-reason", desk.missingReason);
    // The hour is Thailand's, wherever the browser stands.
    const until = give ? new Date(`${day}T${hour}:00+07:00`).toISOString() : null;
    await send(context, typed.office, until, reason);
  });
}

async function send(context: Context, chosen: Named, until: string | null, reason: string): Promise<void> {
  const { form, period, province } = context.desk();
  try {
    await post(`/provinces/${province}/extensions`, { form, period, office: chosen.office, until, reason });
  } catch (error) {
    const code = error instanceof Trouble ? error.problem.code : undefined;
    if (code !== "extension-early" && code !== "extension-past") throw error;
    return point("extend-date", (error as Trouble).message);
  }
  await context.redraw();
  const office = choiceOf(chosen);
  sayGood(
    byId("extend-note"),
    until === null ? fill(desk.extendTaken, { office }) : fill(desk.extendDone, { office, time: timeText(until) }),
  );
}

/** What is missing, beside the field, and the keyboard in it. */
function point(id: Field, sentence: string): void {
  const field = byId(id);
  sayBad(byId(id === "extend-reason" ? "extend-note" : "extend-fault"), sentence);
  field.setAttribute("aria-invalid", "true");
  field.focus();
}
