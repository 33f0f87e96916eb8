import { describe, expect, it } from "vitest";
import { aloneWith } from "../../addin/pane/send/alone.ts";
import { type Answer, backOff, judgeAnswer } from "../../addin/pane/send/answer.ts";
import { type Kept, MemoryStore } from "../../addin/pane/send/kept.ts";
import { Outbox } from "../../addin/pane/send/outbox.ts";
import type { SubmissionRequest } from "../../shared/wire/report.ts";
import { Clock, keptItem, settle } from "./support.ts";

const NOW = 1_800_000_000_000;
const RECEIPT = {
  receipt: "99-1",
  submission: "99-0000000001",
  version: 1,
  receivedAt: "2026-11-21T02:00:00.000Z",
  late: false,
  contentHash: "ab",
};
const problem = (status: number, code: string) => ({ type: "x", code, status, title: "ก", titleEn: "a" });
const answer = (status: number, body: unknown, retryAfter: string | null = null): Answer => ({
  status,
  body: typeof body === "string" ? body : JSON.stringify(body),
  retryAfter,
});
const HTML = "<!doctype html><title>Wi-Fi</title>";

describe("an answer of the collector, or of something else", () => {
  it.each<[string, Answer, unknown]>([
    ["a new receipt", answer(201, RECEIPT), { is: "received", receipt: RECEIPT }],
    ["the receipt again", answer(200, RECEIPT), { is: "received", receipt: RECEIPT }],
    ["a page that says 200 is no receipt", answer(200, HTML), { is: "later", reason: "stranger", afterMs: null }],
    ["JSON that is no receipt", answer(200, { ok: true }), { is: "later", reason: "stranger", afterMs: null }],
    [
      "a receipt without its hash",
      answer(201, { ...RECEIPT, contentHash: undefined }),
      { is: "later", reason: "stranger", afterMs: null },
    ],
    ["nothing at all", answer(204, ""), { is: "later", reason: "stranger", afterMs: null }],
    ["a proxy that wants a sign-in", answer(401, HTML), { is: "later", reason: "stranger", afterMs: null }],
    ["a proxy's 403", answer(403, HTML), { is: "later", reason: "stranger", afterMs: null }],
    ["a proxy's 404", answer(404, "not found"), { is: "later", reason: "stranger", afterMs: null }],
    ["a token that ran out", answer(401, problem(401, "unauthenticated")), { is: "code" }],
    [
      "not this person's office",
      answer(403, problem(403, "forbidden")),
      { is: "forbidden", problem: problem(403, "forbidden") },
    ],
    [
      "not submittable",
      answer(422, problem(422, "not-submittable")),
      { is: "refused", problem: problem(422, "not-submittable") },
    ],
    ["an old form", answer(422, problem(422, "form-version")), { is: "old", problem: problem(422, "form-version") }],
    [
      "a problem of another status is a stranger's",
      answer(422, problem(500, "internal")),
      { is: "later", reason: "stranger", afterMs: null },
    ],
    [
      "too many, wait 7 s",
      answer(429, problem(429, "rate-limited"), "7"),
      { is: "later", reason: "busy", afterMs: 7_000 },
    ],
    [
      "too many, until a time",
      answer(429, "", new Date(NOW + 5_000).toUTCString()),
      { is: "later", reason: "busy", afterMs: 5_000 },
    ],
    ["too many, for ever", answer(429, "", "999999"), { is: "later", reason: "busy", afterMs: 3_600_000 }],
    ["a fault", answer(500, problem(500, "internal")), { is: "later", reason: "server", afterMs: null }],
    ["a gateway", answer(502, HTML), { is: "later", reason: "server", afterMs: null }],
  ])("%s", (_, given, expected) => {
    expect(judgeAnswer(given, NOW)).toEqual(expected);
  });

  it("waits longer each time, never in step with others, never longer than five minutes", () => {
    expect([1, 2, 3, 4, 20].map((attempts) => [backOff(attempts, 0), backOff(attempts, 1)])).toEqual([
      [2_000, 4_000],
      [4_000, 8_000],
      [8_000, 16_000],
      [16_000, 32_000],
      [150_000, 300_000],
    ]);
  });
});

const request = (period = "2026-10") =>
  ({
    form: "childcare-clips",
    version: 1,
    period,
    office: "6990203",
    grid: { sheet: "s", rows: [] },
  }) as SubmissionRequest;
const about = (period = "2026-10") => ({ ...keptItem().about, period });

function setUp(answers: (Answer | "cut" | Promise<Answer>)[], token: string | null = "t1") {
  const clock = new Clock();
  const store = new MemoryStore();
  const posted: string[] = [];
  const seen: Kept[][] = [];
  const bearer = { token, refused: [] as string[] };
  let keys = 0;
  let alone = true;
  const outbox = new Outbox({
    store,
    post: async ({ key }) => {
      posted.push(key);
      const next = answers.shift() ?? "cut";
      if (next === "cut") throw new TypeError("network");
      return next;
    },
    token: () => bearer.token,
    tokenRefused: (refused) => bearer.refused.push(refused),
    alone: async (work) => {
      if (alone) await work();
      return alone;
    },
    now: () => clock.now,
    random: () => 1,
    newKey: () => `k${++keys}`,
    wake: clock.later,
    changed: (items) => seen.push(items),
  });
  const states = async () => (await store.all()).map(({ key, state }) => `${key} ${state}`);
  return { outbox, store, clock, posted, seen, states, bearer, setAlone: (on: boolean) => (alone = on) };
}

describe("the outbox", () => {
  it("sends, and keeps the receipt without the rows", async () => {
    const { outbox, store, posted } = setUp([answer(201, RECEIPT)]);
    await outbox.keep(request(), about());
    await outbox.flush();
    expect(posted).toEqual(["k1"]);
    expect((await store.all())[0]).toMatchObject({ state: "received", request: null, receipt: RECEIPT });
  });

  it("keeps it through a cut line, a stranger and a fault, with one key, until there is a receipt; then is silent", async () => {
    const { outbox, posted, clock, states } = setUp(["cut", answer(200, HTML), answer(503, ""), answer(200, RECEIPT)]);
    await outbox.keep(request(), about());
    await outbox.flush();
    expect(await states()).toEqual(["k1 kept"]);
    await clock.pass(3_999);
    expect(posted.length).toBe(1);
    await clock.pass(60_000);
    expect(posted).toEqual(["k1", "k1", "k1", "k1"]);
    expect(await states()).toEqual(["k1 received"]);
    await clock.pass(3_600_000);
    expect([posted.length, clock.waiting]).toEqual([4, 0]);
  });

  it("does not knock before the collector said", async () => {
    const { outbox, posted, clock } = setUp([answer(429, "", "90"), answer(201, RECEIPT)]);
    await outbox.keep(request(), about());
    await outbox.flush();
    await clock.pass(89_000);
    expect(posted.length).toBe(1);
    await clock.pass(1_000);
    expect(posted.length).toBe(2);
  });

  it("what was on its way when the page was closed is sent again with the same key", async () => {
    const { outbox, store, posted, states } = setUp([answer(200, RECEIPT)]);
    await store.put(keptItem({ key: "old", state: "sending", request: request(), attempts: 1 }));
    await outbox.flush();
    expect([posted, await states()]).toEqual([["old"], ["old received"]]);
  });

  it("waits for a code without losing anything, and goes on when it is there", async () => {
    const { outbox, states, posted, bearer } = setUp([
      answer(401, problem(401, "unauthenticated")),
      answer(201, RECEIPT),
    ]);
    await outbox.keep(request(), about());
    await outbox.flush();
    expect([await states(), bearer.refused]).toEqual([["k1 code"], ["t1"]]);
    bearer.token = null;
    await outbox.tryNow();
    expect([await states(), posted.length]).toEqual([["k1 code"], 1]);
    bearer.token = "t2";
    await outbox.tryNow();
    expect(await states()).toEqual(["k1 received"]);
  });

  it("a refusal is final for what was sent, and its reasons are kept to be shown", async () => {
    const findings = [{ code: "LAO_UNKNOWN", verdict: "error", cell: "D7", message: "ไม่พบ" }];
    const { outbox, store, posted, clock } = setUp([answer(422, { ...problem(422, "not-submittable"), findings })]);
    await outbox.keep(request(), about());
    await outbox.flush();
    await clock.pass(3_600_000);
    expect(posted.length).toBe(1);
    expect((await store.all())[0]).toMatchObject({
      state: "refused",
      trouble: { code: "not-submittable", findings: [{ cell: "D7", message: "ไม่พบ" }] },
    });
  });

  it("pressed twice is kept once; a corrected report takes the place of the unsent one; another month stands beside it", async () => {
    const { outbox, store } = setUp([]);
    const first = await outbox.keep(request(), about());
    expect(await outbox.keep(request(), about())).toBe(first);
    const corrected = { ...request(), grid: { sheet: "s", rows: [["ก"]] } } as SubmissionRequest;
    const second = await outbox.keep(corrected, about());
    await outbox.keep(request("2026-11"), about("2026-11"));
    expect((await store.all()).map(({ key, about: { period } }) => [key, period])).toEqual([
      [second, "2026-10"],
      ["k3", "2026-11"],
    ]);
  });

  it("what may have arrived is not replaced: the corrected one becomes its next version, after it", async () => {
    const { outbox, store, posted } = setUp([answer(200, RECEIPT), answer(201, { ...RECEIPT, version: 2 })]);
    await store.put(keptItem({ key: "old", state: "sending", request: request(), createdAt: 1 }));
    await outbox.keep({ ...request(), grid: { sheet: "s", rows: [["ก"]] } } as SubmissionRequest, about());
    await outbox.flush();
    expect(posted).toEqual(["old", "k1"]);
  });

  it("says sending while it sends, and received only with the receipt", async () => {
    let release = (_: Answer) => {};
    const { outbox, seen, states } = setUp([new Promise<Answer>((resolve) => (release = resolve))]);
    await outbox.keep(request(), about());
    const done = outbox.flush();
    await settle();
    expect(await states()).toEqual(["k1 sending"]);
    release(answer(201, RECEIPT));
    await done;
    const told = seen.map((items) => items.map(({ state }) => state).join());
    expect(told.filter((state, i) => state !== told[i - 1])).toEqual(["kept", "sending", "received"]);
  });

  it("leaves the sending to another tab that is at it, and looks again", async () => {
    const { outbox, posted, clock, setAlone } = setUp([answer(201, RECEIPT)]);
    setAlone(false);
    await outbox.keep(request(), about());
    await outbox.flush();
    expect(posted).toEqual([]);
    setAlone(true);
    await clock.pass(3_000);
    expect(posted).toEqual(["k1"]);
  });

  it("two tabs over one store send one report once", async () => {
    const store = new MemoryStore();
    const clock = new Clock();
    const posted: string[] = [];
    const tab = (owner: string) =>
      new Outbox({
        store,
        post: async ({ key }) => {
          posted.push(`${owner} ${key}`);
          await settle();
          return answer(201, RECEIPT);
        },
        token: () => "t",
        tokenRefused: () => {},
        alone: aloneWith(store, owner, () => clock.now),
        now: () => clock.now,
        random: () => 0,
        newKey: () => "k1",
        wake: clock.later,
        changed: () => {},
      });
    const [a, b] = [tab("a"), tab("b")];
    await a.keep(request(), about());
    await Promise.all([a.flush(), b.flush()]);
    await clock.pass(60_000);
    expect(posted).toEqual(["a k1"]);
  });
});
