/// <reference types="office-js" />
import { type HostFault, HostProblem } from "../host.ts";

/** What Excel answers, and what it means to the pane. What is not listed is `failed`. */
const FAULTS: Readonly<Record<string, HostFault>> = {
  InvalidOperationInCellEditMode: "busy",
  ActivityLimitReached: "busy",
  ServiceNotAvailable: "busy",
  Timeout: "busy",
  AccessDenied: "protected",
  ItemNotFound: "gone",
};

/** Excel's code of an error, "" for what is not Excel's. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

export function hostProblem(error: unknown): HostProblem {
  if (error instanceof HostProblem) return error;
  const code = codeOf(error);
  return new HostProblem(FAULTS[code] ?? "failed", code === "" ? String(error) : code);
}

/** True for a request or an answer that was too large for one round trip. */
export function isTooLarge(error: unknown): boolean {
  return /PayloadSizeLimitExceeded/.test(codeOf(error));
}

/**
 * Runs work against the open workbook. Not `Excel.run`: that holds every range it meets until a further round trip lets them
 * go. So no range may be used after a `sync`; ask for it again. Rejects with HostProblem.
 */
export async function inWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await work(new Excel.RequestContext());
  } catch (error) {
    throw hostProblem(error);
  }
}

/** Whether this Excel knows a version of its interface, such as "1.13". */
export function knows(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
