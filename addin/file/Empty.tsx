import { useRef } from "preact/hooks";
import { Lines } from "../pane/views/Foot.tsx";
import { Sent } from "../pane/views/Sent.tsx";
import { SignIn } from "../pane/views/SignIn.tsx";
import { Alone } from "../pane/views/Stages.tsx";
import { monthText } from "../pane/views/time.ts";
import type { Ui } from "../pane/views/ui.ts";
import { fill } from "../pane/views/ui.ts";

interface Props {
  ui: Ui;
  take(file: File): void;
  draft: { name: string; count: number } | null;
  resume(): void;
  discard(): void;
}

const RECEIPTS_SHOWN = 3;

/** No document yet: one thing to do, and what will happen. */
export function Empty({ ui, take, draft, resume, discard }: Props) {
  const { state, words } = ui;
  const item = state.kept.find((one) => one.key === state.sentKey);
  const receipts = state.kept
    .filter((one) => one.receipt !== null)
    .slice(-RECEIPTS_SHOWN)
    .reverse();
  if (state.front === "code")
    return (
      <Alone>
        <Unseen ui={ui} />
        <SignIn ui={ui} />
      </Alone>
    );
  if (state.front === "outbox" && item !== undefined)
    return (
      <Alone>
        <Unseen ui={ui} />
        <Sent ui={ui} item={item} />
        <button type="button" class="quiet" onClick={() => ui.dispatch({ on: "back" })}>
          {words.home}
        </button>
      </Alone>
    );
  return (
    <Alone>
      <div class="card drop">
        <h1 class="lead">{words.emptyTitle}</h1>
        <FileButton label={words.emptyButton} take={take} primary />
        <p class="soft drag">{words.emptyDrop}</p>
        <p class="soft small">{words.emptyKinds}</p>
      </div>
      <div class="pane-foot plain">
        <Lines ui={ui} />
      </div>
      {draft !== null && (
        <div class="card">
          <h2>{words.draftTitle}</h2>
          <p>{fill(words.draftAbout, { name: draft.name, count: draft.count })}</p>
          <div class="row">
            <button type="button" class="second" onClick={resume}>
              {words.draftOpen}
            </button>
            <button type="button" class="quiet" onClick={discard}>
              {words.draftDrop}
            </button>
          </div>
        </div>
      )}
      {receipts.length > 0 && (
        <div class="card">
          <h2>{words.receipts}</h2>
          <ul class="receipts">
            {receipts.map((one) => (
              <li key={one.key}>
                <button type="button" class="quiet" onClick={() => ui.dispatch({ on: "showKept", key: one.key })}>
                  {one.receipt?.receipt}
                </button>
                <span class="soft">
                  {monthText(one.about.period, ui.language)} · {one.about.officeName}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ol class="steps" aria-label={words.emptySteps}>
        <li>{words.emptyOne}</li>
        <li>{words.emptyTwo}</li>
        <li>{words.emptyThree}</li>
      </ol>
    </Alone>
  );
}

/** The page's own heading, where what is shown has one of its own. */
function Unseen({ ui }: { ui: Ui }) {
  return (
    <h1 class="vh">
      {ui.words.app} · {ui.words.tagline}
    </h1>
  );
}

/** A button that opens the file chooser; the input itself is out of sight but in reach. */
export function FileButton({ label, take, primary }: { label: string; take(file: File): void; primary?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={primary ? "primary big" : "second"} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".xlsx,.xls,.ods,.csv"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) take(file);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
