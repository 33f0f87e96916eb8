/// <reference types="office-js" />
import type { Runtime } from "../pane/runtime.ts";
import type { ExcelHost } from "./excelHost.ts";
import { type CommandName, functionName } from "./manifest/commands.ts";

/** The ribbon's buttons do what the sidebar's do, on the sheet in front of the user. The sidebar is shown with what came of it. */
export function bindRibbon(runtime: Runtime, host: ExcelHost): void {
  const on = (name: CommandName, act: () => void) =>
    Office.actions.associate(functionName(name), async (event: Office.AddinCommands.Event) => {
      try {
        await show();
        await follow(runtime, host);
        act();
      } catch (error) {
        console.error(error);
      } finally {
        // Whatever happened: a button that never says it is done stays grey.
        event.completed();
      }
    });
  on("check", () => runtime.dispatch({ on: "check" }));
  on("next", () => runtime.dispatch({ on: "go", to: "next", blocking: true, focus: false }));
  on("send", () => runtime.dispatch({ on: "send" }));
}

async function show(): Promise<void> {
  // Where there is no shared runtime the buttons are not shown either.
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}

/** The buttons mean the sheet the user looks at, the sidebar may still be at another. */
async function follow(runtime: Runtime, host: ExcelHost): Promise<void> {
  await runtime.rest();
  const active = await host.activeSheet();
  if (runtime.state.reading === null || runtime.state.reading.sheet.id === active) return;
  runtime.dispatch({ on: "sheetChosen", sheet: active });
  await runtime.rest();
}
