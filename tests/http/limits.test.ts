import { describe, expect, it } from "vitest";
import { createApp } from "../../worker/app.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import type { GoogleCheck } from "../../worker/people/google.ts";
import type { Collector } from "../../worker/people/partition.ts";
import { openPartition } from "../../worker/people/partition.ts";
import { remote, reply } from "../../worker/people/remote.ts";
import { memoryLimits, tokenBuckets } from "../../worker/routes/limits.ts";
import { setStage } from "./stage.ts";

describe("token buckets", () => {
  it("let a burst through, then so many a second, each caller by itself", () => {
    let now = 0;
    const bucket = tokenBuckets({ burst: 3, perSecond: 0.5 }, () => now);
    expect([1, 2, 3, 4].map(() => bucket.take("a"))).toEqual([0, 0, 0, 2]);
    expect(bucket.take("b")).toBe(0);
    now = 2000;
    expect([bucket.wait("a"), bucket.take("a"), bucket.take("a")]).toEqual([0, 0, 2]);
    now = 60_000;
    expect([bucket.take("a", 3), bucket.take("a", 3)]).toEqual([0, 6]);
    expect(bucket.take("a", 100)).toBe(6);
  });

  it("never let more through than burst + time × rate, whatever the clock does", () => {
    let now = 1_000_000;
    const bucket = tokenBuckets({ burst: 5, perSecond: 1 }, () => now);
    let through = 0;
    for (let step = 0; step < 1000; step++) {
      if (step === 500) now -= 600_000;
      else now += 100;
      if (bucket.take("a") === 0) through++;
    }
    expect(through).toBeLessThanOrEqual(5 + 100);
  });

  it("forget callers whose bucket is full again", () => {
    let now = 0;
    const bucket = tokenBuckets({ burst: 2, perSecond: 1 }, () => now);
    for (let i = 0; i < 30_000; i++) {
      now += 1;
      bucket.take(`caller ${i}`);
    }
    expect(bucket.take("caller 29999")).toBe(0);
    expect(bucket.take("caller 29999")).toBe(1);
  });
});

const clock = { now: Date.parse("2023-11-03T03:00:00Z") };

async function appWith(rates: Parameters<typeof memoryLimits>[0], corsOrigins: string[] = [], google?: GoogleCheck) {
  const open = new Map<string, ReturnType<typeof openPartition>>();
  const collector: Collector = {
    async at(code) {
      const here = open.get(code) ?? openPartition(nodeSql(":memory:"), () => clock.now);
      open.set(code, here);
      return remote(async (method, args) => reply(here, method, args));
    },
  };
  const limits = memoryLimits(rates, () => clock.now);
  const faults: unknown[] = [];
  const app = createApp({
    ...{ collector, limits, corsOrigins, googleSignIn: google, now: () => clock.now, isHttps: () => false },
    addressOf: (c) => c.req.header("x-test-address") ?? "here",
    onFault: (error) => faults.push(error),
  });
  const stage = await setStage({ fetch: async (path, init) => app.request(path, init), collector });
  return { stage, app, collector, faults };
}

describe("rate limits", () => {
  it("wrong codes are slowed by address, right ones are not, and the wait is told", async () => {
    const { stage } = await appWith({ signIn: { burst: 3, perSecond: 0.1 } });
    const tryCode = async (code: string, address: string) => {
      const headers = { "x-test-address": address };
      const answer = await stage.as(null, "POST", "/api/v1/session", { body: { code }, headers });
      return [answer.status, answer.headers.get("retry-after")];
    };
    for (let i = 0; i < 10; i++) expect(await tryCode(stage.codes.officeOwn, "a")).toEqual([200, null]);
    for (let i = 0; i < 3; i++) expect(await tryCode("99-AAAA-AAAA-AAAA-AAAA", "a")).toEqual([401, null]);
    expect(await tryCode("99-AAAA-AAAA-AAAA-AAAA", "a")).toEqual([429, "10"]);
    expect(await tryCode(stage.codes.officeOwn, "a")).toEqual([429, "10"]);
    expect(await tryCode(stage.codes.officeOwn, "b")).toEqual([200, null]);
    clock.now += 10_000;
    expect(await tryCode(stage.codes.officeOwn, "a")).toEqual([200, null]);
  });

  it("a Google token that is not believed counts as a wrong code does, and is not looked at while one must wait", async () => {
    let looked = 0;
    const { stage } = await appWith({ signIn: { burst: 2, perSecond: 0.1 } }, [], async () => {
      looked += 1;
      return "token";
    });
    const tryToken = async () => {
      const body = { googleToken: "a.b.c" };
      const headers = { "x-test-address": "google" };
      return (await stage.as(null, "POST", "/api/v1/session", { body, headers })).status;
    };
    expect([await tryToken(), await tryToken(), await tryToken(), await tryToken()]).toEqual([401, 401, 429, 429]);
    expect(looked).toBe(2);
  });

  it("a sidebar that asks by itself for an account nobody has bound slows nobody who signs in", async () => {
    const account = { key: "k".repeat(64), email: "sample@example.com" };
    const { stage } = await appWith({ signIn: { burst: 2, perSecond: 0.1 } }, [], async () => account);
    const headers = { "x-test-address": "many" };
    const ask = async (body: object) => (await stage.as(null, "POST", "/api/v1/session", { body, headers })).status;
    for (let i = 0; i < 10; i++) expect(await ask({ googleToken: "a.b.c" })).toBe(401);
    expect(await ask({ code: stage.codes.officeOwn })).toBe(200);
    const wrong = { googleToken: "a.b.c", code: "99-AAAA-AAAA-AAAA-AAAA" };
    expect([await ask(wrong), await ask(wrong), await ask(wrong)]).toEqual([401, 401, 429]);
  });

  it("one person's flood is answered 429 with Retry-After and stops nobody else", async () => {
    const { stage } = await appWith({ person: { burst: 4, perSecond: 1 } });
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await stage.as("officeOwn", "GET", "/api/v1/submissions")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    expect((await stage.as("officeOther", "GET", "/api/v1/submissions")).status).toBe(200);
  });

  it("bad tokens are slowed by address", async () => {
    const { stage } = await appWith({ address: { burst: 12, perSecond: 0.001 } });
    const bad = () =>
      stage.as(null, "GET", "/api/v1/todo", { headers: { authorization: "Bearer x.y", "x-test-address": "bad" } });
    const statuses = [];
    for (let i = 0; i < 14; i++) statuses.push((await bad()).status);
    expect(statuses).toEqual([...Array(12).fill(401), 429, 429]);
  });
});

describe("other origins", () => {
  const from = (origin: string) => ({ headers: { origin } });
  it("may call when listed, to the letter, and only then", async () => {
    const { stage } = await appWith({}, ["https://addin.example"]);
    const allowed = async (origin: string) =>
      (await stage.as("officeOwn", "GET", "/api/v1/submissions", from(origin))).headers.get(
        "access-control-allow-origin",
      );
    expect(await allowed("https://addin.example")).toBe("https://addin.example");
    for (const origin of ["https://addin.example.evil", "http://addin.example", "null", "https://ADDIN.example"])
      expect(await allowed(origin)).toBeNull();
  });

  it("Google's sidebars have a host name each: a pattern lets in those, over https, and nobody who looks like them", async () => {
    const { stage } = await appWith({}, ["https://*-script.googleusercontent.com"]);
    const allowed = async (origin: string) => {
      const { headers } = await stage.as("officeOwn", "GET", "/api/v1/submissions", from(origin));
      expect(headers.get("access-control-allow-credentials")).toBeNull();
      return headers.get("access-control-allow-origin");
    };
    const sidebar = "https://n-2rz5ub4kxq7yiolm-0lu-script.googleusercontent.com";
    expect(await allowed(sidebar)).toBe(sidebar);
    for (const origin of [
      sidebar.replace("https", "http"),
      `${sidebar}.evil.example`,
      `${sidebar}:8443`,
      "https://a.b-script.googleusercontent.com",
      "https://-script.googleusercontent.com",
      "https://n-x-scriptxgoogleusercontent.com",
      "https://script.googleusercontent.com",
      "https://evil.example/https://n-x-script.googleusercontent.com",
      "https://*-script.googleusercontent.com",
    ])
      expect(await allowed(origin), origin).toBeNull();
  });

  it.each(["*", "https://*", "https://*.com", "http://*-script.googleusercontent.com", "https://a*.example.com"])(
    "an entry as wide as %s stops the collector from starting",
    async (origin) => {
      await expect(appWith({}, [origin])).rejects.toThrow(/names no host/);
    },
  );

  it("a preflight needs no sign-in and tells what is allowed", async () => {
    const { app } = await appWith({}, ["https://addin.example"]);
    const preflight = (origin: string) =>
      app.request("/api/v1/submissions", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const known = await preflight("https://addin.example");
    expect([known.status, known.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "authorization, content-type, idempotency-key, accept-language",
    ]);
    expect((await preflight("https://other.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("a fault of the program", () => {
  it("is told to the log without what was sent, and to the caller without its cause", async () => {
    const { stage, collector, faults } = await appWith({});
    const at = collector.at;
    const list = () => Promise.reject(new Error("disk I/O error"));
    collector.at = async (code) =>
      new Proxy(await at(code), { get: (target, name) => (name === "list" ? list : Reflect.get(target, name)) });
    const answer = await stage.as("officeOwn", "GET", "/api/v1/submissions");
    const text = await answer.text();
    expect([answer.status, text.includes("disk")]).toEqual([500, false]);
    expect(faults).toEqual([new Error("disk I/O error")]);
  });
});
