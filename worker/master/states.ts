import { fill } from "../../shared/words/fill.ts";
import type { MasterWords } from "../../shared/words/master.ts";
import type { CurrentSubmission } from "./types.ts";

/** Where an office's report stands, in a word. */
export function stateWord(submission: CurrentSubmission | null, words: MasterWords): string {
  if (submission === null) return words.stateMissing;
  if (submission.status === "returned") return words.stateReturned;
  if (submission.status === "accepted")
    return submission.newer == null ? words.stateAccepted : fill(words.stateNewer, { version: submission.newer });
  return submission.level === "district" ? words.stateWithDistrict : words.stateReceived;
}
