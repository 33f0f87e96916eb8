import type { GoogleRun } from "../../../addin/sheets/client/run.ts";
import { callerOf } from "../../../addin/sheets/client/run.ts";
import { SheetsHost, type Surroundings } from "../../../addin/sheets/client/sheetsHost.ts";
import type { TroubleKind } from "../../../shared/words/sheets.ts";
import type { Script } from "./script.ts";

const AT_ONCE = 10;

/** google.script.run over a script in this process: handlers are called later, never in the call; at most ten calls at a time. */
export function googleRun(script: Pick<Script, "run">, fail: () => string | null = () => null): GoogleRun {
  let under = 0;
  const runner = (onSuccess: (value: unknown) => void, onFailure: (error: Error) => void): GoogleRun =>
    new Proxy({} as GoogleRun, {
      get(_, name) {
        if (name === "withSuccessHandler") return (handler: (value: unknown) => void) => runner(handler, onFailure);
        if (name === "withFailureHandler") return (handler: (error: Error) => void) => runner(onSuccess, handler);
        if (typeof name !== "string") return undefined;
        return (...args: unknown[]) => {
          under += 1;
          const tooMany = under > AT_ONCE;
          setImmediate(() => {
            under -= 1;
            try {
              const text = fail();
              if (text !== null) throw new Error(text);
              if (tooMany) throw new Error("fake google.script.run: more than ten calls at once");
              onSuccess(script.run(name, args));
            } catch (error) {
              onFailure(error as Error);
            }
          });
        };
      },
    });
  const nobody = () => {
    throw new Error("fake google.script.run: a call without handlers");
  };
  return runner(nobody, nobody);
}

/** The host of the sidebar over a script, with what Google said no to. */
export async function hostOver(script: Script, around: Partial<Surroundings> = {}) {
  const troubles: (TroubleKind | null)[] = [];
  const caller = callerOf(
    () => googleRun(script),
    (kind) => troubles.push(kind),
  );
  const hello = await caller.call("ruamHello");
  return {
    host: new SheetsHost(hello, caller, { later: noTimer, isFocused: () => true, ...around }),
    caller,
    troubles,
  };
}

function noTimer(): () => void {
  return () => {};
}
