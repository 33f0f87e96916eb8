import type { PaneWords } from "../../../shared/words/pane.ts";
import type { Notice } from "../core/state.ts";
import { fill } from "./ui.ts";

/** What is said once, aloud too. */
export function noticeText(notice: Notice, words: PaneWords): string {
  if (notice.say === "checked")
    return notice.left === 0 ? words.checkedClear : fill(words.checked, { left: notice.left });
  return fill(words[notice.say], { ...notice });
}

/** Notices that tell of trouble and stay on the screen. */
const TROUBLE = new Set<Notice["say"]>([
  "stale",
  "busy",
  "gone",
  "protected",
  "failed",
  "codeWrong",
  "codeOffline",
  "codeBusy",
  "officeDiffers",
  "marksProtected",
  "todoOffline",
]);

/** Notices whose news stands in the state above already: said aloud, not shown again. */
const TOLD_ABOVE = new Set<Notice["say"]>(["checked", "settled", "kept", "received"]);

export function isToldAbove(notice: Notice): boolean {
  return TOLD_ABOVE.has(notice.say);
}

export function isTrouble(notice: Notice): boolean {
  return TROUBLE.has(notice.say);
}
