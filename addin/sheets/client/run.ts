import type { TroubleKind } from "../../../shared/words/sheets.ts";
import { HostProblem } from "../../host.ts";
import type { Bridge, Reply } from "../border.ts";

/** Google's object in the sidebar, as much of it as is used. */
export interface GoogleRun {
  withSuccessHandler(handler: (value: unknown) => void): GoogleRun;
  withFailureHandler(handler: (error: Error) => void): GoogleRun;
  [name: string]: (...args: never[]) => unknown;
}

type Args<N extends keyof Bridge> = Parameters<Bridge[N]>;
type Answer<N extends keyof Bridge> = ReturnType<Bridge[N]> extends Reply<infer T> ? T : never;

export interface Caller {
  call<N extends keyof Bridge>(name: N, ...args: Args<N>): Promise<Answer<N>>;
}

/**
 * The script's functions as promises, one after another: Google keeps no order between calls and takes ten at a time.
 * Rejects with HostProblem; what Google itself said no to is also told to `onTrouble`, and an answer after it as null.
 */
export function callerOf(run: () => GoogleRun, onTrouble: (kind: TroubleKind | null) => void): Caller {
  let line: Promise<unknown> = Promise.resolve();
  const once = (name: string, args: readonly unknown[]) =>
    new Promise<Reply<unknown>>((resolve, reject) => {
      const runner = run()
        .withSuccessHandler((value) => resolve(value as Reply<unknown>))
        .withFailureHandler(reject);
      if (typeof runner[name] !== "function") reject(new Error(MISSING));
      else (runner[name] as (...all: unknown[]) => void)(...args);
    });
  return {
    call(name, ...args) {
      const work = line.then(async () => {
        let reply: Reply<unknown>;
        try {
          reply = await once(name, args);
        } catch (error) {
          const text = String((error as Error | null)?.message ?? error);
          onTrouble(troubleOf(text));
          throw new HostProblem("failed", text);
        }
        onTrouble(null);
        if (reply === null || typeof reply !== "object") throw new HostProblem("failed", "no answer");
        if ("fault" in reply) throw new HostProblem(reply.fault, reply.detail);
        return reply.ok as never;
      });
      line = work.catch(() => {});
      return work;
    },
  };
}

const MISSING = "ruam: the script has no such function";

/**
 * What Google's own refusals mean. Their words are Google's and in the user's language, so only what stays the same is
 * looked for: the code in capitals, the words for "permission" and "authorise" in English and Thai.
 */
export function troubleOf(text: string): TroubleKind {
  if (text === MISSING || /script function not found|ไม่พบฟังก์ชัน/i.test(text)) return "missing";
  if (/PERMISSION_DENIED|authoriz|authoris|permission|อนุญาต|สิทธิ์/i.test(text)) return "accounts";
  if (/NetworkError|HTTP 0|Connection failure|ERR_INTERNET|เครือข่าย/i.test(text)) return "offline";
  if (/too many times|quota|rate limit|โควต้า|หลายครั้งเกินไป|simultaneous/i.test(text)) return "quota";
  if (/maximum execution time|timed? ?out|DEADLINE_EXCEEDED|หมดเวลา|เวลา.*สูงสุด/i.test(text)) return "slow";
  return "unknown";
}
