// The part of workerd's built-in module that the host uses, with types that do not leak into the rest of the house.
declare module "cloudflare:workers" {
  import type { DurableObjectState } from "@cloudflare/workers-types";
  export abstract class DurableObject<Env = unknown> {
    protected ctx: DurableObjectState;
    protected env: Env;
    constructor(ctx: DurableObjectState, env: Env);
  }
  export const env: unknown;
  export const exports: { default: { fetch(input: Request | string, init?: RequestInit): Promise<Response> } };
}
