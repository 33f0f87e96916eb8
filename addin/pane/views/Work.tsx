import { daysBetween, owed, type WorkItem } from "../core/work.ts";
import { formOf } from "../knownForms.ts";
import { dayText, monthText } from "./time.ts";
import { fill, type Ui } from "./ui.ts";

/** What the office owes and what came back, folded away under one line; without a code, how to see it. */
export function Work({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const { todo, session, online } = state;
  if (session === null)
    return (
      <p class="work">
        <button type="button" class="quiet" onClick={() => dispatch({ on: "askCode" })}>
          {words.workNeedsCode}
        </button>
      </p>
    );
  if (todo === null) return null;
  const open = owed(todo);
  const sent = todo.items.filter((item) => !open.includes(item));
  return (
    <details class="work">
      <summary>
        {open.length === 0
          ? fill(words.workNone, { office: todo.name })
          : fill(words.workOwed, { office: todo.name, count: open.length })}
      </summary>
      <ul>
        {[...open, ...sent].map((item) => (
          <li key={`${item.form}${item.period}`}>
            <strong>
              <span aria-hidden="true">{SHAPES[item.status] ?? "○"} </span>
              {words.workStatus[item.status] ?? item.status}
            </strong>{" "}
            · {monthText(item.period, ui.language)}
            {open.includes(item) && item.due !== null && <p class="soft small">{dueText(item, todo.today, ui)}</p>}
            {item.receipt !== null && <p class="soft small">{item.receipt}</p>}
            <p class="soft small title">{formOf({ form: item.form })?.title[0] ?? item.form}</p>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" disabled={!online} onClick={() => dispatch({ on: "askTodo" })}>
        {words.workAgain}
      </button>
    </details>
  );
}

const SHAPES: Record<string, string> = { returned: "↺", missing: "○", withdrawn: "○", received: "✓", accepted: "✓" };

/** "กำหนดส่ง 5 ธ.ค. 2569 (อีก 7 วัน)" */
export function dueText(item: Pick<WorkItem, "due">, today: string, { words, language }: Ui): string {
  if (item.due === null) return "";
  const days = daysBetween(today, item.due.due);
  const left =
    days > 0 ? fill(words.daysLeft, { days }) : days === 0 ? words.dueToday : fill(words.daysLate, { days: -days });
  return `${words.due} ${dayText(item.due.due, language)} (${left})`;
}
