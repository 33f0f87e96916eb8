import type { FileHost } from "./fileHost.ts";
import type { FileDraft } from "./openFile.ts";

const KEEP_AFTER_MS = 800;

/** Keeps the file and what was changed in it, a moment after each change, so that a closed page loses nothing. */
export function keepDraft(
  host: FileHost,
  { name, bytes }: FileDraft,
  cupboard: { set(name: string, value: unknown): Promise<void> },
  later: (ms: number, then: () => void) => () => void,
): void {
  let callOff = () => {};
  host.onChange(() => {
    callOff();
    callOff = later(KEEP_AFTER_MS, () => {
      const draft: FileDraft = { name, bytes, edits: host.edits() };
      // A browser that keeps nothing is no reason to stop anybody.
      cupboard.set("draft", draft).catch(() => {});
    });
  });
}
