import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import { createApp } from "../app.ts";
import { doorOf, type GoogleSettings, sheetsOf } from "../master/google/door.ts";
import { openPace } from "../master/google/pace.ts";
import { googleCheck, type GoogleSettings as SignInSettings } from "../people/google.ts";
import { memoryLimits, type Rate } from "../routes/limits.ts";
import { type Data, openData } from "./data.ts";
import { nodeDeflater } from "./deflate.ts";
import { diskBlobs } from "./diskBlobs.ts";
import { type NodeOutbox, startOutbox } from "./nodeOutbox.ts";

export { type Data, openData } from "./data.ts";

export interface NodeOptions {
  /** 0: any free port. */
  port: number;
  /** Address to listen on; this machine only unless said otherwise. */
  host?: string;
  dataDir: string;
  now?: () => number;
  rates?: Partial<Record<"signIn" | "address" | "person" | "token", Rate>>;
  corsOrigins?: readonly string[];
  /** Whose Google tokens are taken; see people/google.ts. */
  googleSignIn?: SignInSettings;
  /** Behind a proxy of our own: believe its X-Forwarded-For (last entry) and X-Forwarded-Proto. */
  trustProxy?: boolean;
  /** The collector's own Google account, and for tests where Google is and how often the outbox is looked at (0: when told). */
  google?: GoogleSettings & { lookEveryMs?: number; timeoutMs?: number };
  /** Mounts pages and the add-in's files. */
  mount?(app: Hono): void;
  onFault?(error: unknown, where: { method: string; path: string }): void;
}

export interface Running {
  url: string;
  port: number;
  data: Data;
  /** The address of the Google account in use, and what writes with it; null where none is set up. */
  google: string | null;
  outbox: NodeOutbox | null;
  /** Takes no new request, finishes those under way (at most `graceMs`), then closes the databases. */
  close(graceMs?: number): Promise<void>;
}

/** Where in the data folder photos and clips are. */
export const FILES = "files";

/** Starts the collector on the embedded store: one SQLite file a province under `dataDir`. Rejects when the port is taken. */
export async function startNode(options: NodeOptions): Promise<Running> {
  const now = options.now ?? Date.now;
  const google = options.google ?? { account: undefined };
  const sheets = sheetsOf(google, { now, timeoutMs: google.timeoutMs });
  const pace = openPace(now);
  const take = async (requests: number) => pace.take(requests);
  const onFault = options.onFault ?? ((error, { method, path }) => console.error(`${method} ${path}:`, error));
  const data = openData(options.dataDir, now);
  const app = createApp({
    collector: data.collector,
    blobs: diskBlobs(join(options.dataDir, FILES)),
    limits: memoryLimits(options.rates ?? {}, now),
    now,
    corsOrigins: options.corsOrigins ?? [],
    googleSignIn: googleCheck(options.googleSignIn ?? { audiences: [] }, now),
    onFault,
    google: sheets === null ? undefined : doorOf(sheets, take),
    addressOf: (c) => addressOf(c, options.trustProxy === true),
    isHttps: (c) => options.trustProxy === true && c.req.header("x-forwarded-proto") === "https",
    mount: options.mount,
    deflater: nodeDeflater,
  });
  const hostname = options.host ?? "127.0.0.1";
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port, hostname, resolve);
    });
  } catch (error) {
    data.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const outbox =
    sheets === null
      ? null
      : startOutbox(
          data,
          { sheets, take, now, random: Math.random },
          (error) => onFault(error, { method: "outbox", path: "google" }),
          google.lookEveryMs,
        );
  let closing: Promise<void> | undefined;
  return {
    url: `http://${hostname === "127.0.0.1" || hostname === "0.0.0.0" ? "localhost" : hostname}:${port}`,
    port,
    data,
    google: sheets?.email ?? null,
    outbox,
    close(graceMs = 10_000) {
      // What is not written yet stands in the store and is written by the next start.
      closing ??= Promise.all([stop(server, graceMs), within(graceMs, outbox?.stop())]).then(
        () => data.close(),
        () => data.close(),
      );
      return closing;
    },
  };
}

/** Settles with the work, or without it when that takes too long. */
function within(ms: number, work: Promise<void> | undefined): Promise<void> {
  if (work === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(resolve, ms);
    void work.finally(() => {
      clearTimeout(late);
      resolve();
    });
  });
}

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || (c.env as HttpBindings).incoming?.socket.remoteAddress || "unknown";
}
