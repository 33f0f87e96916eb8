import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { PANE_WORDS } from "../../shared/words/pane.ts";
import type { State } from "../pane/core/state.ts";
import { listenForKeys } from "../pane/keys.ts";
import type { Runtime } from "../pane/runtime.ts";
import { Pane } from "../pane/views/Pane.tsx";
import { Old, WhichProvince } from "../pane/views/Stages.tsx";
import type { Ui } from "../pane/views/ui.ts";
import { Empty, FileButton } from "./Empty.tsx";
import type { FileHost } from "./fileHost.ts";
import { GridBar } from "./GridBar.tsx";
import { Keys } from "./Keys.tsx";
import { Reading, Refused } from "./Stages.tsx";
import { SheetView } from "./sheet/SheetView.tsx";

export interface PageProps {
  state: State;
  runtime: Runtime;
  host: FileHost | null;
  language: "th" | "en";
  /** Name of the file being read; null when none is. */
  reading: string | null;
  draft: { name: string; count: number } | null;
  take(file: File): void;
  close(): void;
  resume(): void;
  discard(): void;
}

type Tab = "pane" | "grid";

/** The whole page: the sheet and the pane side by side, or one of them at a time where there is no room. */
export function Page(props: PageProps) {
  const { state, runtime, host, language, take } = props;
  const words = PANE_WORDS[language];
  const [tab, setTab] = useState<Tab>("pane");
  const ui: Ui = {
    ...{ state, words, language, registry: runtime.registry, now: Date.now() },
    dispatch: (event) => runtime.dispatch(event),
    saveCopy: host?.saveCopy === undefined ? null : () => void host.saveCopy?.(),
    otherDocument: props.close,
    base: "",
    print: () => print(),
  };
  useDrop(take);
  useLayoutEffect(() => listenForKeys(runtime, () => setTab("pane")), [runtime]);
  const selection = host?.selection ?? null;
  useEffect(() => {
    if (selection?.focus) setTab("grid");
  }, [selection]);

  if (props.reading !== null) return <Reading ui={ui} name={props.reading} />;
  if (state.stage === "refused") return <Refused ui={ui} take={take} />;
  if (state.stage === "old") return <Old ui={ui} />;
  if (state.stage === "province") return <WhichProvince ui={ui} />;
  if (host === null || state.stage === "empty") return <Empty ui={ui} {...props} />;
  const open = (row: number, col: number) => {
    const cell = cellName(row, col);
    const point = runtime.state.points.find((one) => one.cell === cell);
    if (point !== undefined && point.key !== runtime.state.current) runtime.dispatch({ on: "open", key: point.key });
  };
  return (
    <div class={`desk show-${tab}`}>
      <nav class="tabs" aria-label={words.views}>
        {(["pane", "grid"] as const).map((one) => (
          <button type="button" key={one} aria-pressed={tab === one} onClick={() => setTab(one)}>
            {words[one]}
          </button>
        ))}
      </nav>
      <div class="desk-sheet">
        <div class="tools">
          <FileButton label={words.openOther} take={take} />
          {ui.saveCopy !== null ? (
            <button type="button" class="second" onClick={ui.saveCopy}>
              {words.download}
            </button>
          ) : (
            <p class="soft small">{words.noDownload}</p>
          )}
          <Keys words={words} />
        </div>
        {state.reading !== null && (
          <SheetView
            key={`${host.document.name}${state.reading.sheet.id}`}
            host={host}
            sheet={state.reading.sheet.id}
            words={words}
            at={open}
          />
        )}
        <GridBar ui={ui} />
      </div>
      <div class="desk-pane">
        <Pane ui={ui} />
      </div>
    </div>
  );
}

function cellName(row: number, col: number): string {
  let letters = "";
  for (let n = col; n >= 0; n = Math.floor(n / 26) - 1) letters = String.fromCharCode(65 + (n % 26)) + letters;
  return `${letters}${row + 1}`;
}

/**
 * A file may be dropped anywhere on the page. Listened for before the page is painted: a file let go over a page that is
 * drawn but does not listen yet would be opened by the browser in its place.
 */
function useDrop(take: (file: File) => void): void {
  useLayoutEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      document.body.classList.toggle("dropping", event.type === "dragover");
    };
    const drop = (event: DragEvent) => {
      document.body.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      take(file);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", over);
      removeEventListener("drop", drop);
    };
  }, [take]);
}
