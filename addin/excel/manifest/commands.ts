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

/** Every button the ribbon is to have, in its order. */
export const ALL_COMMANDS: readonly Command[] = [
  { name: "open", does: "pane" },
  { name: "check", does: "function" },
  { name: "next", does: "function" },
  { name: "send", does: "function" },
];

/**
 * The buttons a manifest carries now: only what does something. The sidebar does not read the open sheet yet, so a button named
 * "check" would promise what it cannot do.
 */
export const SHIPPED_COMMANDS: readonly Command[] = ALL_COMMANDS.filter((command) => command.does === "pane");
