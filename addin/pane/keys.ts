import type { Runtime } from "./runtime.ts";

/**
 * The keys of the pane that work from anywhere in it: F8 or Alt and an arrow to the next or the previous point, Ctrl+Enter to
 * send, Ctrl+Z to undo. What is typed in a field is the field's own. `front` brings the pane before the user where it shares
 * the screen. Answers how to stop.
 */
export function listenForKeys(runtime: Runtime, front: () => void = () => {}): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || runtime.state.stage !== "ready") return;
    const command = event.ctrlKey || event.metaKey;
    const down = event.key === "F8" ? !event.shiftKey : event.altKey && event.key === "ArrowDown";
    const up = event.key === "F8" ? event.shiftKey : event.altKey && event.key === "ArrowUp";
    if (down || up) {
      front();
      runtime.dispatch({ on: "go", to: down ? "next" : "previous", blocking: true });
    } else if (command && event.key === "Enter") {
      front();
      runtime.dispatch({ on: "send" });
    } else if (command && event.code === "KeyZ" && !event.shiftKey && !(event.target instanceof HTMLInputElement))
      runtime.dispatch({ on: "undo" });
    else return;
    event.preventDefault();
  };
  addEventListener("keydown", onKeyDown);
  return () => removeEventListener("keydown", onKeyDown);
}
