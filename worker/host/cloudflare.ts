import { DurableObject } from "cloudflare:workers";
import type { DurableObjectNamespace, DurableObjectState } from "@cloudflare/workers-types";
import type { Hono } from "hono";
import { ISOLATE_LIMITS } from "../../shared/workbook/limits.ts";
import { createApp } from "../app.ts";
import { pages } from "../pages/index.ts";
import { type Collector, openPartition, type Partition } from "../people/partition.ts";
import { type Reply, remote, reply } from "../people/remote.ts";
import { Refusal } from "../province/refusal.ts";
import { memoryLimits } from "../routes/limits.ts";
import { doSql } from "./doSql.ts";
import { handleMail, type MailMessage } from "./mail.ts";
import { mountOperator } from "./operator.ts";

export interface Env {
  PROVINCE: DurableObjectNamespace<never>;
  CORS_ORIGINS?: string;
  /** Where the sidebar in Excel loads office.js from; empty: Microsoft's own address. */
  OFFICE_JS?: string;
  /** The province that mail goes to when its address names none: two digits. */
  MAIL_PROVINCE?: string;
  /** A secret of the deployment. Without it nobody can import rosters or issue codes from outside. */
  OPERATOR_TOKEN?: string;
  /** The built pages, kept beside the worker. */
  ASSETS?: { fetch(address: string): Promise<Response> };
}

async function readAsset(env: Env, name: string): Promise<Uint8Array | null> {
  const response = await env.ASSETS?.fetch(`https://assets.invalid/${name}`);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** One province (or "TH") on Cloudflare: single-threaded, its storage its own, an answer held back until its write is durable. */
export class Province extends DurableObject<Env> {
  readonly #partition: Partition;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#partition = openPartition(doSql(ctx.storage));
  }

  /** The one call that crosses: see `people/remote.ts`. */
  call(method: string, args: unknown[]): Reply {
    return reply(this.#partition, method, args);
  }
}

interface Stub {
  call(method: string, args: unknown[]): Promise<Reply>;
}

export function collectorOf(env: Env): Collector {
  return {
    async at(code) {
      if (code !== "TH" && !/^[1-9][0-9]$/.test(code)) throw new Refusal("province-unknown", { province: code });
      const stub = (env.PROVINCE as unknown as { getByName(name: string): Stub }).getByName(code);
      return remote((method, args) => stub.call(method, args));
    },
  };
}

/** The app over an environment's Durable Objects. Limits are kept in memory, so they hold for one isolate. */
export function cloudflareApp(env: Env, rates: Parameters<typeof memoryLimits>[0] = {}): Hono {
  const collector = collectorOf(env);
  return createApp({
    collector,
    limits: memoryLimits(rates, Date.now),
    now: Date.now,
    fileLimits: ISOLATE_LIMITS,
    corsOrigins: (env.CORS_ORIGINS ?? "").split(/\s+/).filter((origin) => origin !== ""),
    onFault: (error, { method, path }) => console.error(`${method} ${path}:`, error),
    addressOf: (c) => c.req.header("cf-connecting-ip") ?? "unknown",
    isHttps: (c) => c.req.url.startsWith("https:"),
    mount(app) {
      mountOperator(app, collector, env.OPERATOR_TOKEN);
      app.route("/", pages({ read: (name) => readAsset(env, name) }, { officeJs: env.OFFICE_JS }));
    },
  });
}

let app: { env: Env; hono: Hono } | undefined;

export default {
  fetch(request: Request, env: Env, context: unknown) {
    if (app?.env !== env) app = { env, hono: cloudflareApp(env) };
    return app.hono.fetch(request, env, context as never);
  },

  /** What Cloudflare's mail routing hands over; see `mail.ts`. */
  email(message: MailMessage, env: Env): Promise<void> {
    return handleMail(message, { collector: collectorOf(env), province: env.MAIL_PROVINCE || undefined });
  },
};
