import { hasNoForm, left } from "../core/step.ts";
import { fill, type Ui } from "./ui.ts";

/** One sentence: can it be sent, and if not, how much is left. */
export function Status({ ui, id, unseen }: { ui: Ui; id?: string; unseen?: boolean }) {
  const { text, look, shape } = stateLook(ui);
  return (
    <h1 class={unseen ? "vh" : `status ${look}`} id={id} tabIndex={-1}>
      {shape !== "" && <span aria-hidden="true">{shape} </span>}
      {text}
    </h1>
  );
}

function stateLook({ state, words }: Ui): { text: string; look: string; shape: string } {
  if (state.stage === "reading") return { text: words.reading, look: "", shape: "" };
  if (state.stage === "checking") return { text: words.checking, look: "", shape: "" };
  if (state.front === "preparing") return { text: words.preparing, look: "", shape: "" };
  if (hasNoForm(state)) return { text: words.noFormHere, look: "todo", shape: "▲" };
  const open = left(state);
  if (open > 0) {
    const text = open === 1 ? words.leftOne : fill(words.left, { left: open });
    return { text, look: "todo", shape: "▲" };
  }
  if (state.returned !== null) return { text: words.returnedTitle, look: "todo", shape: "↺" };
  return { text: words.ready, look: "good", shape: "✓" };
}
