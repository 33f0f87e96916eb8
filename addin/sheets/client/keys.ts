import type { Runtime } from "../../pane/runtime.ts";

/** The keys of the pane that work from anywhere in it. What is typed in a field is the field's own. */
export function listenForKeys(runtime: Runtime): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || runtime.state.stage !== "ready") return;
    const command = event.ctrlKey || event.metaKey;
    const down = event.key === "F8" ? !event.shiftKey : event.altKey && event.key === "ArrowDown";
    const up = event.key === "F8" ? event.shiftKey : event.altKey && event.key === "ArrowUp";
    if (down || up) runtime.dispatch({ on: "go", to: down ? "next" : "previous", blocking: true });
    else if (command && event.key === "Enter") runtime.dispatch({ on: "send" });
    else if (command && event.code === "KeyZ" && !event.shiftKey && !(event.target instanceof HTMLInputElement))
      runtime.dispatch({ on: "undo" });
    else return;
    event.preventDefault();
  });
}
