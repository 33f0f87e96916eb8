import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import declarations from "../../node_modules/@googleapis/sheets/build/v4.d.ts?raw";
import { cloudflareApp, type Env, Province } from "../../worker/host/cloudflare.ts";
import type { Trouble } from "../../worker/province/googleLink.ts";
import { Dropped, type Google, simulateGoogle } from "../hosts/google/api.ts";
import { contentOf } from "../hosts/google/book.ts";
import { type Account, makeAccount } from "../hosts/google/tokens.ts";
import { OPERATOR, office, PACK, province, report } from "../province/sample.ts";

/*
 * Google's client inside workerd, signing with a key of its own, and the outbox of a Durable Object driven by its alarm. The
 * Sheets API is simulated in the place of `fetch`; nothing leaves the test.
 */

const ID = "sample-spreadsheet-0123456789-abcdefghijklmn";
const TAB = "คลิป ศพด. พ.ย.66";
let account: Account;
let google: Google;
const elsewhere: string[] = [];

beforeAll(async () => {
  account = await makeAccount();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  expect(elsewhere.splice(0)).toEqual([]);
});

function setStage(): Env {
  google = simulateGoogle({ accounts: [account], declarations, now: Date.now });
  google.newBook(ID).shared.set(account.email, "writer");
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input as string, init);
    const { hostname } = new URL(request.url);
    if (hostname !== "google.invalid") elsewhere.push(request.url);
    try {
      return await google.handle(request);
    } catch (error) {
      if (error instanceof Dropped) throw new TypeError("fetch failed");
      throw error;
    }
  });
  const root = "https://google.invalid/";
  return {
    ...(env as Env),
    GOOGLE_SERVICE_ACCOUNT: account.file,
    GOOGLE_SHEETS_URL: root,
    GOOGLE_TOKEN_URL: `${root}token`,
  };
}

interface Namespace {
  getByName(name: string): unknown;
}

/** A province's object with a Google account, on a database of its own. */
function inObject(
  name: string,
  given: Env,
  run: (object: Province, ask: Ask, alarmAt: () => Promise<number | null>) => Promise<void>,
) {
  return runInDurableObject((env as unknown as { PROVINCE: Namespace }).PROVINCE.getByName(name), async (_, state) => {
    const object = new Province(state, given);
    const ask: Ask = (method, ...args) => {
      const reply = object.call(method, args);
      if ("refusal" in reply) throw new Error(reply.refusal);
      return reply.value as never;
    };
    ask("importRoster", OPERATOR, PACK, "sample");
    await run(object, ask, () => state.storage.getAlarm());
    await state.storage.deleteAlarm();
  });
}
type Ask = <T = unknown>(method: string, ...args: unknown[]) => T;

describe("the province's spreadsheet on Cloudflare (workerd; the API is simulated)", () => {
  it("a change sets the object's alarm within a minute, and the alarm writes it", async () => {
    const given = setStage();
    await inObject("google 1", given, async (object, ask, alarmAt) => {
      expect(await alarmAt()).toBeNull();
      ask("connectGoogle", province(), ID, "แบบรายงานรวม");
      const { receipt } = ask<{ receipt: { receipt: string } }>("submit", office(), report()).receipt;
      const at = (await alarmAt())!;
      expect(at - Date.now()).toBeLessThan(60_000);
      vi.setSystemTime(at);
      await object.alarm();
      const tab = google.books.get(ID)!.sheets.find(({ title }) => title === TAB)!;
      expect(contentOf(tab)[2]).toContain(receipt);
      expect(ask("googleState", province())).toMatchObject({ waiting: 0, trouble: null });
      expect(ask("googleDue", 0)).toBeNull();
    });
  });

  it("an alarm that met a fault sets the next one, and a new object goes on where the old one stopped", async () => {
    const given = setStage();
    await inObject("google 2", given, async (object, ask, alarmAt) => {
      ask("connectGoogle", province(), ID, "แบบรายงานรวม");
      ask("submit", office(), report());
      google.faults.push({ when: "after", answer: "drop", method: "spreadsheets.values.batchUpdate" });
      vi.setSystemTime((await alarmAt())!);
      await object.alarm();
      const state = ask<{ trouble: { code: Trouble } }>("googleState", province());
      expect(state.trouble.code).toBe("unreachable");
      expect(await alarmAt()).toBeGreaterThan(Date.now());
    });
    await inObject("google 2", given, async (object, ask, alarmAt) => {
      vi.setSystemTime((await alarmAt()) ?? Date.now() + 120_000);
      await object.alarm();
      expect(ask("googleState", province())).toMatchObject({ waiting: 0, trouble: null });
      expect(google.books.get(ID)!.sheets.filter(({ title }) => title.startsWith("คลิป")).length).toBe(1);
    });
  });

  it("without an account nothing is planned; with a key that is none the collector works on without Google", async () => {
    setStage();
    await inObject("google 3", { ...(env as Env), GOOGLE_SERVICE_ACCOUNT: undefined }, async (_, ask, alarmAt) => {
      ask("connectGoogle", province(), ID, "แบบรายงานรวม");
      expect(await alarmAt()).toBeNull();
    });
    const told: unknown[][] = [];
    vi.spyOn(console, "error").mockImplementation((...args) => void told.push(args));
    const app = cloudflareApp({ ...(env as Env), GOOGLE_SERVICE_ACCOUNT: '{"private_key":"geheim"}' });
    expect((await app.request("/healthz")).status).toBe(200);
    expect(told).toEqual([["GOOGLE_SERVICE_ACCOUNT:", "the service account has no client_email or private_key"]]);
    vi.restoreAllMocks();
  });

  it('the object "TH" gives out what the whole deployment may ask of Google', async () => {
    const stub = (env as unknown as { PROVINCE: Namespace }).PROVINCE.getByName("google TH") as {
      take(requests: number): Promise<number>;
    };
    const waits = [];
    for (let n = 0; n < 12; n++) waits.push(await stub.take(2));
    expect(waits.slice(0, 10)).toEqual(Array(10).fill(0));
    expect(Math.max(...waits)).toBeGreaterThan(0);
  });
});
