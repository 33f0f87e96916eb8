import { render } from "preact";
import { assemble, later } from "../pane/assemble.ts";
import { listenForKeys } from "../pane/keys.ts";
import { warmEngine } from "../pane/warm.ts";
import { Apart } from "./Apart.tsx";
import { ExcelHost } from "./excelHost.ts";
import { Page } from "./Page.tsx";
import { whereAmI } from "./ready.ts";
import { bindRibbon } from "./ribbon.ts";

declare const RUAM_VERSION: string;

const VERSION = typeof RUAM_VERSION === "string" ? RUAM_VERSION : "dev";
const LANGUAGE = "ruam.language";
const LISTEN_AGAIN_MS = 3_000;

/** The sidebar's page in Excel. Nothing of a report is read or shown before Microsoft's library has found Excel around it. */
async function start(root: HTMLElement): Promise<void> {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  root.replaceChildren();
  render(<Apart where={null} language={language} />, root);
  // Microsoft's library has half a second of its own to load; the engine is not idle meanwhile.
  later(0, warmEngine);
  const where = await whereAmI(root.dataset.officeJs ?? "", later);
  if (where !== "excel") return render(<Apart where={where} language={language} />, root);

  const host = new ExcelHost({ later, seen: () => document.visibilityState === "visible" });
  const { runtime, ...assembly } = await assemble({
    ...{ language, base: "", version: VERSION, marksFollow: false, draw: () => draw() },
  });
  const open = () => {
    performance.mark("ruam-ready");
    runtime.open(host);
  };
  // While a cell is being typed in Excel takes no orders. Until it does, there is the look now and then.
  const listen = () => void host.begin().catch(() => later(LISTEN_AGAIN_MS, listen));
  let asked = false;
  function draw(): void {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      render(<Page {...{ state: runtime.state, runtime, language, again: open, otherLanguage }} />, root);
      if (runtime.state.report !== null && performance.getEntriesByName("ruam-first-list").length === 0)
        performance.mark("ruam-first-list");
    });
  }
  const otherLanguage = () => {
    keepLanguage(language === "th" ? "en" : "th");
    location.reload();
  };
  bindRibbon(runtime, host);
  listenForKeys(runtime);
  open();
  listen();
  await assembly.start();
}

/** What was chosen here before, else what the page was asked for in. */
function chosenLanguage(): "th" | "en" {
  try {
    const kept = localStorage.getItem(LANGUAGE);
    if (kept === "th" || kept === "en") return kept;
  } catch {
    // A browser that keeps nothing: the page's own language.
  }
  return document.documentElement.lang === "en" ? "en" : "th";
}

function keepLanguage(language: "th" | "en"): void {
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // It lasts until the page is closed.
  }
}

void start(document.getElementById("app")!);
