import { post, Trouble } from "../api.ts";
import type { Context } from "./context.ts";
import { told } from "./state.ts";

/**
 * Sends a decision; `note` is where its button tells what went wrong. What was decided meanwhile is shown before the reason is
 * told; what was written stays.
 */
export async function decide(context: Context, path: string, value: object, note: HTMLElement): Promise<void> {
  try {
    await post(path, value);
  } catch (error) {
    if (!(error instanceof Trouble) || error.problem.code !== "decided-meanwhile") throw error;
    await context.redraw();
    // What cannot be decided any more has its note put away with its button.
    if (note.closest("section")?.hidden === true) told(error.message);
    throw error;
  }
}
