import type { MasterWords } from "../../shared/words/master.ts";
import type { CurrentSubmission } from "./types.ts";

/** Where an office's report stands, in a word. */
export function stateWord(submission: CurrentSubmission | null, words: MasterWords): string {
  if (submission === null) return words.stateMissing;
  if (submission.status === "returned") return words.stateReturned;
  if (submission.status === "accepted")
    return submission.newer == null ? words.stateAccepted : fillNewer(words.stateNewer, submission.newer);
  return submission.level === "district" ? words.stateWithDistrict : words.stateReceived;
}

function fillNewer(text: string, version: number): string {
  return text.replace("{version}", String(version));
}
