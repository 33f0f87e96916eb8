import { Refusal, type RefusalCode } from "../province/refusal.ts";
import type { Partition, Remote } from "./partition.ts";

/** What crosses a thread or a network: an error keeps neither its class nor its code there, so a refusal goes as a value. */
export type Reply = { value: unknown } | { refusal: RefusalCode; detail: Refusal["detail"] };

/** Runs one call on the partition that is here. */
export function reply(partition: Partition, method: string, args: unknown[]): Reply {
  if (!Object.hasOwn(partition, method)) throw new TypeError(`no such call: ${method}`);
  try {
    return { value: (partition as unknown as Record<string, (...args: unknown[]) => unknown>)[method]!(...args) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code, detail: error.detail };
    throw error;
  }
}

/** A partition elsewhere, its calls carried by `carry`. */
export function remote(carry: (method: string, args: unknown[]) => Promise<Reply>): Remote<Partition> {
  return new Proxy({} as Remote<Partition>, {
    get(_, method) {
      // Looked at when a promise resolves with this object; it is not a promise itself.
      if (typeof method !== "string" || method === "then") return undefined;
      return async (...args: unknown[]) => {
        const answer = await carry(method, args);
        if ("refusal" in answer) throw new Refusal(answer.refusal, answer.detail);
        return answer.value;
      };
    },
  });
}
