import { render } from "preact";
import { PANE_WORDS } from "../../../shared/words/pane.ts";
import type { TroubleKind } from "../../../shared/words/sheets.ts";
import { assemble, later } from "../../pane/assemble.ts";
import { listenForKeys } from "../../pane/keys.ts";
import type { Ui } from "../../pane/views/ui.ts";
import { BRIDGE_VERSION } from "../border.ts";
import { callerOf, type GoogleRun } from "./run.ts";
import { Sidebar } from "./Sidebar.tsx";
import { SheetsHost } from "./sheetsHost.ts";

declare const RUAM_VERSION: string;
/** Address of the collector, put in by the build. */
declare const RUAM_COLLECTOR: string;
declare const google: { script: { run: GoogleRun } };

const language = "th";

/** The page of the sidebar: puts the parts together once, speaks to the script, and draws. */
async function start(root: HTMLElement): Promise<void> {
  let host: SheetsHost | null = null;
  let trouble: TroubleKind | null = null;
  let askedGoogle = false;

  const caller = callerOf(
    () => google.script.run,
    (kind) => {
      if (kind === trouble) return;
      trouble = kind;
      draw();
    },
  );
  const { runtime, cupboard, ...assembly } = await assemble({
    ...{ language, base: RUAM_COLLECTOR, version: RUAM_VERSION, marksFollow: false, fleeting: true },
    googleToken: async () => (host?.capabilities.identity === "google" ? host.identityToken() : null),
    draw: () => draw(),
  });

  const open = async () => {
    try {
      const hello = await caller.call("ruamHello");
      if (hello.version < BRIDGE_VERSION) {
        trouble = "old";
        return draw();
      }
      host = new SheetsHost(hello, caller, {
        later,
        isFocused: () => document.visibilityState === "visible" && document.hasFocus(),
      });
      runtime.open(host);
      await runtime.rest();
      await signInByGoogle();
    } catch {
      // Whatever Google said no to stands on the screen already.
      draw();
    }
  };

  const signInByGoogle = async () => {
    askedGoogle = true;
    await assembly.signInByGoogle();
    draw();
  };

  /** The list of offices goes with the document, so that it can be checked without the sidebar and by others. */
  let keptProvince: string | null = null;
  const keepOffices = async (province: string) => {
    keptProvince = province;
    const roster = await cupboard.get<{ version: string; pack: unknown }>(`roster:${province}`);
    if (roster !== null) await host?.keepOffices(`${province}.${roster.version}`, JSON.stringify(roster.pack));
  };

  let asked = false;
  function draw(): void {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      const { state } = runtime;
      const ui: Ui = {
        ...{ state, words: PANE_WORDS[language], language, registry: runtime.registry, now: Date.now() },
        dispatch: (event) => runtime.dispatch(event),
        saveCopy: null,
        otherDocument: null,
        base: RUAM_COLLECTOR,
        print: () => print(),
      };
      render(<Sidebar ui={ui} trouble={trouble} retry={() => void open()} />, root);
      if (state.stage === "ready" && state.province !== null && state.province !== keptProvince)
        void keepOffices(state.province).catch(() => {});
      // A session that ran out: the account may open the next one without a word.
      if (state.session !== null) askedGoogle = false;
      else if (state.front === "code" && !askedGoogle) void signInByGoogle();
    });
  }

  root.replaceChildren();
  listenForKeys(runtime);
  await assembly.start();
  await open();
}

void start(document.getElementById("app")!);
