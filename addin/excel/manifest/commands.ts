import type { RibbonWords } from "../../../shared/words/ribbon.ts";

export type CommandName = keyof RibbonWords["commands"];

/**
 * A button of the ribbon. `pane` opens the sidebar; `function` calls the function of that name in the sidebar's own runtime,
 * which then must live as long as the workbook is open (SharedRuntime).
 */
export interface Command {
  name: CommandName;
  does: "pane" | "function";
}

/** The ribbon's buttons, in their order. Everything they do can be done in the sidebar too. */
export const COMMANDS: readonly Command[] = [
  { name: "open", does: "pane" },
  { name: "check", does: "function" },
  { name: "next", does: "function" },
  { name: "send", does: "function" },
];

/**
 * The function a button calls, as manifest and sidebar name it. Microsoft's library looks for such a name on the window first,
 * where every element with an id stands too: a plain "send" would find a button of the page and give up.
 */
export function functionName(name: CommandName): string {
  return `ruam${name[0]!.toUpperCase()}${name.slice(1)}`;
}
