import { fillFromBytes } from "../book/fromBytes.ts";
import { Machine, type MachineOptions } from "../machine.ts";
import type { Metadata } from "../metadata.ts";
import { quiet } from "../quiet.ts";
import { Parent, paneUrl } from "./parent.ts";

/*
 * The page around the task pane in a real browser: Excel on the web without its grid. Bundled when a test asks for it; it puts
 * `excelSim` on its window for the test to drive.
 */

export interface HostPageOptions extends MachineOptions {
  /** The task pane's page, on the same host name as this one (the library trusts no other). */
  pane: string;
  /** A shared runtime: ribbon commands run in the pane's page. */
  shared?: boolean;
  /** A real .xlsx, in base64. */
  base64?: string;
}

export interface ExcelSimPage
  extends Pick<Machine, "wire" | "book" | "user" | "coauthor" | "faults" | "events" | "pane"> {
  /** What the pane asked of Excel on the web that is not modelled. */
  refused: string[];
  /** Messages of what broke inside the simulator itself. */
  broken(): string[];
  /** Reference ids kept and not given back. */
  kept(): string[];
  documentSettings(): [string, string][];
  ribbon(functionName: string, button?: string): Promise<{ status: number; data: unknown }>;
  settle(): Promise<void>;
}

declare global {
  interface Window {
    excelSim?: ExcelSimPage;
    /** What Microsoft's library says of its classes; put here by the server of the page. */
    excelMetadata?: Metadata;
    openExcel?: (options: HostPageOptions) => Promise<void>;
  }
}

const later = (run: () => void) => void setTimeout(run, 0);

/** Opens a workbook and the pane beside it; resolves when the pane's page has loaded. */
window.openExcel = async (options) => {
  const machine = new Machine({ ...options, build: "web" });
  if (options.base64 !== undefined) {
    await fillFromBytes(
      machine.inner,
      Uint8Array.from(atob(options.base64), (letter) => letter.charCodeAt(0)),
    );
  }
  const frame = document.createElement("iframe");
  frame.name = "pane";
  const { origin } = new URL(options.pane, location.href);
  const post = (text: string) => frame.contentWindow?.postMessage(text, origin);
  const link = { post, later };
  const parent = new Parent(machine, machine.kernel(window.excelMetadata!), link, { origin: location.origin });
  window.addEventListener("message", (event) => {
    if (event.source === frame.contentWindow) parent.receive(String(event.data));
  });
  // A hidden shared runtime has a page nobody sees: it stays loaded, without room.
  const show = () => {
    frame.style.cssText = machine.pane.visible ? "" : "visibility:hidden;position:absolute;width:0;height:0";
  };
  const told = machine.pane.onChange;
  machine.pane.onChange = (visible) => {
    show();
    told(visible);
  };
  show();
  window.excelSim = facade(machine, parent);
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = paneUrl(options.pane, location.origin, options.shared === true);
  document.body.append(frame);
  await loaded;
};

function facade(machine: Machine, parent: Parent): ExcelSimPage {
  const { wire, book, user, coauthor, faults, events, pane } = machine;
  return {
    ...{ wire, book, user, coauthor, faults, events, pane, refused: parent.refused },
    broken: () => parent.broken.map(String),
    kept: () => [...machine.references.keys()],
    documentSettings: () => machine.documentSettings,
    ribbon: (name, button) => parent.ribbon(name, button),
    settle: () => quiet(() => parent.idle, later),
  };
}
