import { useLayoutEffect, useRef } from "preact/hooks";
import { left } from "../core/step.ts";
import { Confirm } from "./Confirm.tsx";
import { Foot } from "./Foot.tsx";
import { Head } from "./Head.tsx";
import { headId } from "./PointItem.tsx";
import { Points } from "./Points.tsx";
import { Prefill } from "./Prefill.tsx";
import { Sent } from "./Sent.tsx";
import { SignIn } from "./SignIn.tsx";
import type { Ui } from "./ui.ts";
import { Work } from "./Work.tsx";

/** The pane while a document is open: the same under every host. */
export function Pane({ ui }: { ui: Ui }) {
  const { state } = ui;
  const box = useRef<HTMLElement>(null);
  useFocus(ui, box.current);
  return (
    <section class="pane" ref={box} aria-labelledby="status">
      <Head ui={ui} />
      {state.caps?.inPlace === true && state.front === "none" && <Work ui={ui} />}
      {state.front === "none" && <Prefill ui={ui} />}
      <div class="pane-body">
        <Body ui={ui} />
      </div>
      <Foot ui={ui} />
      <span
        hidden
        data-stage={state.stage}
        data-front={state.front}
        data-left={left(state)}
        data-notice={state.notice?.id ?? 0}
      />
    </section>
  );
}

function Body({ ui }: { ui: Ui }) {
  const { state, words } = ui;
  const item = state.kept.find((one) => one.key === state.sentKey);
  if (state.front === "preparing") return <progress class="wide" aria-label={words.preparing} />;
  if (state.front === "code") return <SignIn ui={ui} />;
  if (state.front === "confirm" && state.draft !== null) return <Confirm ui={ui} draft={state.draft} />;
  if (state.front === "outbox" && item !== undefined) return <Sent ui={ui} item={item} />;
  return <Points ui={ui} />;
}

/** Puts the keyboard where the reducer wants it: at the open point, else at the state; at the heading of what came to the front. */
function useFocus({ state }: Ui, box: HTMLElement | null): void {
  const { focus, current, front, points, sentKey, kept } = state;
  const sent = kept.find((item) => item.key === sentKey)?.state;
  const first = useRef(true);
  useLayoutEffect(() => {
    if (focus === 0 || front !== "none") return;
    const target =
      document.getElementById(current === null ? "send" : headId(current)) ?? document.getElementById("status");
    target?.focus({ preventScroll: true });
    (target?.closest("li") ?? target)?.scrollIntoView({ block: "nearest" });
  }, [focus, front, points.length === 0]);
  useLayoutEffect(() => {
    if (!first.current && front !== "none" && front !== "code") box?.querySelector<HTMLElement>(".lead")?.focus();
    first.current = false;
  }, [front, sent]);
}
