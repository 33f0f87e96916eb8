import { DurableObject } from "cloudflare:workers";
import type { DurableObjectNamespace, DurableObjectState, R2Bucket } from "@cloudflare/workers-types";
import type { Hono } from "hono";
import { ISOLATE_LIMITS } from "../../shared/workbook/limits.ts";
import { createApp } from "../app.ts";
import type { Sheets } from "../master/google/client.ts";
import { doorOf, sheetsOf } from "../master/google/door.ts";
import { openPace } from "../master/google/pace.ts";
import { pages } from "../pages/index.ts";
import { googleCheck } from "../people/google.ts";
import { type Collector, openPartition, type Partition } from "../people/partition.ts";
import { type Reply, remote, reply } from "../people/remote.ts";
import { Refusal } from "../province/refusal.ts";
import { memoryLimits } from "../routes/limits.ts";
import { doSql } from "./doSql.ts";
import { handleMail, type MailMessage } from "./mail.ts";
import { mountOperator } from "./operator.ts";
import { GATHER_MS, runOutbox } from "./outbox.ts";
import { PURGE_PAUSE_MS, purgeProvince } from "./purge.ts";
import { r2Blobs } from "./r2Blobs.ts";

export interface Env {
  PROVINCE: DurableObjectNamespace<never>;
  /** A private bucket for photos and clips. Without it reports come in all the same, without files. */
  FILES?: R2Bucket;
  CORS_ORIGINS?: string;
  GOOGLE_AUDIENCE?: string;
  /** Where the sidebar in Excel loads office.js from; empty: Microsoft's own address. */
  OFFICE_JS?: string;
  /** The province that mail goes to when its address names none: two digits. */
  MAIL_PROVINCE?: string;
  /** A secret of the deployment. Without it nobody can import rosters or issue codes from outside. */
  OPERATOR_TOKEN?: string;
  /** A secret: the key file of the service account that writes to Google Sheets. */
  GOOGLE_SERVICE_ACCOUNT?: string;
  /** Other addresses than Google's own, for tests. */
  GOOGLE_SHEETS_URL?: string;
  GOOGLE_TOKEN_URL?: string;
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
  readonly #pace = openPace(Date.now);
  readonly #settings: Env;
  /** When the alarm was last set for the files' sake: not set again at every call. */
  #purgeAt: number | null = null;
  /** Opened by the first alarm: whoever sends a report waits for no client of Google's. */
  #sheets: Sheets | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#partition = openPartition(doSql(ctx.storage));
    this.#settings = env;
  }

  /** The one call that crosses: see `people/remote.ts`. */
  call(method: string, args: unknown[]): Reply {
    const answer = reply(this.#partition, method, args);
    this.#setAlarm();
    return answer;
  }

  /**
   * The object "TH" holds the bucket for the whole deployment: Google counts one account, and a fair share for each of 77 objects
   * would be less than one request a minute. It is kept in memory; an object put to sleep wakes with a full one, which after so
   * long a silence it nearly would have, and Google's own 429 is there for the rest.
   */
  take(requests: number): number {
    return this.#pace.take(requests);
  }

  async alarm(): Promise<void> {
    this.#purgeAt = null;
    const purged = await this.#purge();
    this.#sheets ??= openSheetsOf(this.#settings);
    const sheets = this.#sheets;
    const due = this.#partition.googleDue(GATHER_MS);
    if (sheets !== null && due !== null && due <= Date.now()) {
      const store = remote(async (method, args) => reply(this.#partition, method, args));
      const writer = { sheets, take: takeFrom(this.#settings), now: Date.now, random: Math.random };
      await runOutbox(store, writer, (error) => console.error("outbox google:", error));
    }
    if (purged) this.#setAlarm();
    else void this.ctx.storage.setAlarm(Date.now() + PURGE_PAUSE_MS);
  }

  /** Deletes the files whose time is over. False after a fault: then it is tried again later. */
  async #purge(): Promise<boolean> {
    const bucket = this.#settings.FILES;
    const due = bucket === undefined ? null : this.#partition.purgeDue();
    if (bucket === undefined || due === null || due > Date.now()) return true;
    const store = remote(async (method, args) => reply(this.#partition, method, args));
    try {
      await purgeProvince(store, r2Blobs(bucket));
      return true;
    } catch (error) {
      console.error("purge files:", error);
      return false;
    }
  }

  /** Set in the same breath as the change that asks for it, so the two are durable together. An earlier alarm stays. */
  #setAlarm(): void {
    const google = this.#settings.GOOGLE_SERVICE_ACCOUNT ? this.#partition.googleDue(GATHER_MS) : null;
    const files = this.#settings.FILES ? this.#partition.purgeDue() : null;
    if (google === null && (files === null || files === this.#purgeAt)) return;
    this.#purgeAt = files;
    void this.ctx.storage.setAlarm(Math.min(google ?? Number.POSITIVE_INFINITY, files ?? Number.POSITIVE_INFINITY));
  }
}

interface Stub {
  call(method: string, args: unknown[]): Promise<Reply>;
  take(requests: number): Promise<number>;
}

function stubOf(env: Env, code: string): Stub {
  return (env.PROVINCE as unknown as { getByName(name: string): Stub }).getByName(code);
}

/** A key that is none must not take the collector down with it: reports come in without Google. */
function openSheetsOf(env: Env): Sheets | null {
  const { GOOGLE_SERVICE_ACCOUNT: account, GOOGLE_SHEETS_URL: sheetsUrl, GOOGLE_TOKEN_URL: tokenUrl } = env;
  try {
    return sheetsOf({ account, sheetsUrl, tokenUrl }, { now: Date.now });
  } catch (error) {
    console.error("GOOGLE_SERVICE_ACCOUNT:", (error as Error).message);
    return null;
  }
}

const takeFrom = (env: Env) => (requests: number) => stubOf(env, "TH").take(requests);

export function collectorOf(env: Env): Collector {
  return {
    async at(code) {
      if (code !== "TH" && !/^[1-9][0-9]$/.test(code)) throw new Refusal("province-unknown", { province: code });
      const stub = stubOf(env, code);
      return remote((method, args) => stub.call(method, args));
    },
  };
}

/** The app over an environment's Durable Objects. Limits are kept in memory, so they hold for one isolate. */
export function cloudflareApp(env: Env, rates: Parameters<typeof memoryLimits>[0] = {}): Hono {
  const collector = collectorOf(env);
  const sheets = openSheetsOf(env);
  return createApp({
    collector,
    blobs: env.FILES === undefined ? undefined : r2Blobs(env.FILES),
    google: sheets === null ? undefined : doorOf(sheets, takeFrom(env)),
    limits: memoryLimits(rates, Date.now),
    now: Date.now,
    fileLimits: ISOLATE_LIMITS,
    corsOrigins: wordsOf(env.CORS_ORIGINS),
    googleSignIn: googleCheck({ audiences: wordsOf(env.GOOGLE_AUDIENCE) }, Date.now),
    onFault: (error, { method, path }) => console.error(`${method} ${path}:`, error),
    addressOf: (c) => c.req.header("cf-connecting-ip") ?? "unknown",
    isHttps: (c) => c.req.url.startsWith("https:"),
    mount(app) {
      mountOperator(app, collector, env.OPERATOR_TOKEN);
      app.route("/", pages({ read: (name) => readAsset(env, name) }, { officeJs: env.OFFICE_JS }));
    },
  });
}

function wordsOf(setting: string | undefined): string[] {
  return (setting ?? "").split(/\s+/).filter((word) => word !== "");
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
