/// <reference types="office-js" />
import { fillFromBytes } from "./book/fromBytes.ts";
import { Machine, type MachineOptions } from "./machine.ts";
import type { Metadata } from "./metadata.ts";
import { quiet } from "./quiet.ts";
import { Bridge, later } from "./transport/bridge.ts";
import type { PageScope } from "./transport/library.ts";
import { metadataOf } from "./transport/metadata.ts";

export interface ExcelOptions extends MachineOptions {
  /** A real .xlsx, with what the object model shows of it. */
  bytes?: Uint8Array;
}

export interface ExcelSim
  extends Pick<Machine, "wire" | "book" | "user" | "coauthor" | "faults" | "events" | "references"> {
  /** Microsoft's own globals, unmodified; also on globalThis until close(). */
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  metadata: Metadata;
  /** Resolves once events are delivered and the library's own clean-up after Excel.run is answered. */
  settle(): Promise<void>;
  /** Settles and takes the globals away. Throws when a range reference was kept and never given back, or the simulator itself broke. */
  close(): Promise<void>;
}

const GLOBALS = ["Excel", "Office", "OfficeExtension"] as const;

/** A simulated Excel with Microsoft's own office.js in front of it. One at a time: its globals are those of a page. */
export async function startExcel(options: ExcelOptions): Promise<ExcelSim> {
  if (GLOBALS.some((name) => name in globalThis)) throw new Error("a simulated Excel is open already");
  const build = options.build ?? "web";
  const machine = new Machine(options);
  if (options.bytes !== undefined) await fillFromBytes(machine.inner, options.bytes);
  const bridge = new Bridge(build, machine.support);
  const { Excel, Office, OfficeExtension } = bridge.scope;
  const metadata = metadataOf(build, bridge.scope);
  bridge.connect(machine.kernel(metadata), machine.events);
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  const settle = () => quiet(() => bridge.idle, later);
  const { wire, book, user, coauthor, faults, events, references } = machine;
  return {
    ...{ wire, book, user, coauthor, faults, events, references },
    Excel: Excel as ExcelSim["Excel"],
    Office: Office as ExcelSim["Office"],
    OfficeExtension: OfficeExtension as ExcelSim["OfficeExtension"],
    ...{ metadata, settle },
    async close() {
      faults.leaveCell();
      await settle();
      for (const name of GLOBALS) delete (globalThis as PageScope)[name];
      if (bridge.broken.length > 0) throw bridge.broken[0];
      if (references.size > 0) throw new Error(`kept and never given back: ${[...references.keys()].join(", ")}`);
    },
  };
}
