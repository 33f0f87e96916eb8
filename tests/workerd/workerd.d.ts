// What the tests use of the test pool's own module.
declare module "cloudflare:test" {
  import type { DurableObjectState } from "@cloudflare/workers-types";
  export function runInDurableObject<T>(
    stub: unknown,
    run: (instance: unknown, state: DurableObjectState) => T | Promise<T>,
  ): Promise<T>;
  export function reset(): Promise<void>;
}
