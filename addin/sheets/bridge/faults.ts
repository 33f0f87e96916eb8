import type { HostFault } from "../../host.ts";
import type { Reply } from "../border.ts";

/** Why the script says no; crosses to the sidebar as a value. */
export class Fault extends Error {
  readonly fault: HostFault;

  constructor(fault: HostFault, detail = "") {
    super(detail);
    this.name = "Fault";
    this.fault = fault;
  }
}

/** Runs one call of the sidebar. Google's own errors come in the user's language, so their text is handed on, never read. */
export function replying<T>(work: () => T): Reply<T> {
  try {
    return { ok: work() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault, detail: error.message };
    return { fault: "failed", detail: String((error as Error)?.message ?? error) };
  }
}

const PATIENCE_MS = 5_000;

/** Runs alone in this document; rejects with `busy` when another run does not end. Outside a document there is no lock. */
export function alone<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (lock === null) return work();
  if (!lock.tryLock(PATIENCE_MS)) throw new Fault("busy");
  try {
    return work();
  } finally {
    // What was written must be in the sheet before the next run reads it.
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}
