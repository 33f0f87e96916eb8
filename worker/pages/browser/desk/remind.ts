import { post } from "../api.ts";
import { byId, make } from "../dom.ts";
import { timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { drawMatrix } from "./matrix.ts";
import { pressing, sayBad, sayGood } from "./state.ts";
import type { Reminder } from "./types.ts";
import { desk, fill } from "./words.ts";

/** One press writes the text for those who still owe, and notes that they were told. */
export function openRemind(context: Context): void {
  byId("remind-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const button = byId<HTMLButtonElement>("remind-go");
    const result = byId("remind-result");
    const note = make("p", { class: "notice", role: "status", hidden: true });
    result.replaceChildren(note);
    button.textContent = desk.reminding;
    void pressing(button, note, async () => {
      const { form, period, province, district } = context.desk();
      const channel = byId<HTMLSelectElement>("channel").value;
      const asked = { form, period, channel, ...(district === "" ? {} : { district }) };
      const reminder = await post<Reminder>(`/provinces/${province}/reminders`, asked);
      result.replaceChildren(...answerOf(reminder, channel));
      await drawMatrix(context.desk());
    }).finally(() => {
      button.textContent = desk.remindGo;
    });
  });
}

function answerOf({ subject, text, offices, at }: Reminder, channel: string): Node[] {
  if (offices.length === 0) return [make("p", { class: "notice good" }, desk.remindNone)];
  const area = make("textarea", { id: "remind-text", rows: 14, readonly: true, lang: "th" }) as HTMLTextAreaElement;
  area.value = text;
  const copied = make("p", { class: "notice", role: "status", hidden: true });
  const copy = async () => {
    area.select();
    try {
      await navigator.clipboard.writeText(text);
      sayGood(copied, desk.copied);
    } catch {
      sayBad(copied, desk.copyFailed);
    }
  };
  const mail = channel === "email";
  return [
    make("p", { class: "notice good" }, fill(desk.remindDone, { count: offices.length, time: timeText(at) })),
    ...(mail
      ? [make("p", {}, make("strong", {}, `${desk.remindSubject}: `), make("span", { lang: "th" }, subject))]
      : []),
    make("label", { for: "remind-text" }, desk.remindText),
    area,
    make("button", { type: "button", class: "second", onclick: () => void copy() }, desk.copy),
    copied,
  ];
}
