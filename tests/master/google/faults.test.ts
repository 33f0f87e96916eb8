import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeSql } from "../../../worker/host/nodeSql.ts";
import { FAULT_PAUSE_MS, GATHER_MS } from "../../../worker/host/outbox.ts";
import { backoffMs } from "../../../worker/master/google/backoff.ts";
import { sheetsOf } from "../../../worker/master/google/door.ts";
import { flush } from "../../../worker/master/google/flush.ts";
import { openPace } from "../../../worker/master/google/pace.ts";
import { openPartition } from "../../../worker/people/partition.ts";
import { remote, reply } from "../../../worker/people/remote.ts";
import type { Fault } from "../../hosts/google/api.ts";
import { contentOf } from "../../hosts/google/book.ts";
import { makeAccount } from "../../hosts/google/tokens.ts";
import { OPERATOR, PACK, province } from "../../province/sample.ts";
import { columnsOf, connect, ID, type Stage, send, setStage, sheetTitled } from "./support.ts";

const TAB = "คลิป ศพด. พ.ย.66";
let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await connect(stage);
  await stage.settle();
  send(stage.store, "5540101", ["ก", "ข"]);
});
afterEach(async () => {
  await stage.close();
});

const error = (status: number, word: string, message: string, reason?: string, headers = {}): Fault["answer"] => ({
  ...{ status, headers },
  body: {
    error: {
      ...{ code: status, status: word, message },
      ...(reason === undefined ? {} : { errors: [{ message, domain: "usageLimits", reason }] }),
    },
  },
});
const TOO_MANY = error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Write requests'");
const OUT_OF_ORDER = error(503, "UNAVAILABLE", "The service is currently unavailable.");
const state = () => stage.store.googleState(province());
const centres = () => columnsOf(sheetTitled(stage, TAB), ["ศพด."]).flat();
const wait = () => stage.store.googleDue(0)! - stage.clock.now;

describe("what passes by itself (the API is simulated)", () => {
  it.each<[string, Fault, string]>([
    ["429 without Retry-After", { when: "before", answer: TOO_MANY }, "busy"],
    ["503", { when: "before", answer: OUT_OF_ORDER }, "unreachable"],
    [
      "503 at the values",
      { when: "before", answer: OUT_OF_ORDER, method: "spreadsheets.values.batchUpdate" },
      "unreachable",
    ],
    ["a connection cut before anything was done", { when: "before", answer: "drop" }, "unreachable"],
    [
      "a connection cut after tabs were made",
      { when: "after", answer: "drop", method: "spreadsheets.batchUpdate" },
      "unreachable",
    ],
    [
      "a connection cut after values were written",
      { when: "after", answer: "drop", method: "spreadsheets.values.batchUpdate" },
      "unreachable",
    ],
    [
      "503 after values were written",
      { when: "after", answer: OUT_OF_ORDER, method: "spreadsheets.values.batchUpdate" },
      "unreachable",
    ],
    [
      "403 of a rate",
      { when: "before", answer: error(403, "PERMISSION_DENIED", "Rate", "userRateLimitExceeded") },
      "busy",
    ],
  ])("%s: said, and written once in the end", async (_, fault, code) => {
    stage.loopback.google.faults.push(fault);
    await stage.step();
    expect(state()).toMatchObject({ trouble: { code, lasting: false }, waiting: 1 });
    await stage.settle();
    expect(state()).toMatchObject({ trouble: null, waiting: 0 });
    expect(centres()).toEqual(["ก", "ข"]);
    expect(stage.book().sheets.length).toBe(4);
  });

  it("a time-out after the write took effect (a server that never answers)", async () => {
    await stage.close();
    stage = await setStage({ timeoutMs: 100 });
    await connect(stage);
    send(stage.store, "5540101", ["ก", "ข"]);
    stage.loopback.google.faults.push({ when: "after", answer: "hang", method: "spreadsheets.values.batchUpdate" });
    await stage.step();
    expect(state().trouble).toMatchObject({ code: "unreachable", lasting: false });
    // the office takes a row back before the second try: nothing of the first may stay
    send(stage.store, "5540101", ["ข"]);
    await stage.settle();
    expect(centres()).toEqual(["ข"]);
  });

  it.each<[string, Record<string, string>, number]>([
    ["seconds", { "retry-after": "90" }, 90_000],
    ["a date", { "retry-after": new Date(Date.parse("2023-11-03T03:05:00Z")).toUTCString() }, 270_000],
  ])("waits at least what Google asks for, in %s", async (_, headers, atLeastMs) => {
    stage.loopback.google.faults.push({
      when: "before",
      answer: error(429, "RESOURCE_EXHAUSTED", "Quota", undefined, headers),
    });
    await stage.step();
    expect(wait()).toBeGreaterThanOrEqual(atLeastMs);
    expect(wait()).toBeLessThan(atLeastMs + 1_000);
  });

  it("waits longer with each failure, by chance within half, and never longer than a quarter of an hour", () => {
    expect([1, 2, 3, 4].map((n) => backoffMs(n, null, 0))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect([1, 2, 3, 4].map((n) => backoffMs(n, null, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect([backoffMs(50, null, 1), backoffMs(1, 60_000, 0.5)]).toEqual([900_000, 60_500]);
  });

  it("the state that is written in the end is the last one, however long it took", async () => {
    for (let n = 0; n < 6; n++) {
      stage.loopback.google.faults.push({ when: n % 2 === 0 ? "before" : "after", answer: OUT_OF_ORDER });
      await stage.step();
      send(stage.store, "5540101", [`ครั้งที่ ${n}`]);
    }
    await stage.settle();
    expect(centres()).toEqual(["ครั้งที่ 5"]);
  });
});

describe("what stays until somebody does something", () => {
  it.each<[string, Fault["answer"], string]>([
    [
      "storage quota",
      error(403, "PERMISSION_DENIED", "The user's Drive storage quota has been exceeded.", "storageQuotaExceeded"),
      "storage",
    ],
    ["no permission", error(403, "PERMISSION_DENIED", "The caller does not have permission"), "no-permission"],
    ["not found", error(404, "NOT_FOUND", "Requested entity was not found."), "not-found"],
    [
      "API off",
      error(
        403,
        "PERMISSION_DENIED",
        "Google Sheets API has not been used in project 1 before or it is disabled.",
        "accessNotConfigured",
      ),
      "api-off",
    ],
    [
      "an Excel file",
      error(400, "FAILED_PRECONDITION", "This operation is not supported for this document"),
      "not-a-sheet",
    ],
    [
      "ten million cells",
      error(
        400,
        "INVALID_ARGUMENT",
        "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
      ),
      "full",
    ],
  ])("%s: named, never tried again, written whole after the province says so", async (_, answer, code) => {
    stage.loopback.google.faults.push({ when: "before", answer });
    await stage.step();
    expect(state().trouble).toMatchObject({ code, lasting: true });
    const calls = stage.loopback.google.calls.length;
    send(stage.store, "5540102", ["ค"]);
    expect(await stage.settle()).toBe(0);
    expect(stage.loopback.google.calls.length).toBe(calls);
    await connect(stage);
    expect(state().trouble).toBeNull();
    await stage.settle();
    expect(centres()).toEqual(["ก", "ข", "ค"]);
  });

  it("a sharing that was taken away, and one that became reading only", async () => {
    const { shared } = stage.book();
    for (const role of [undefined, "reader"] as const) {
      if (role === undefined) shared.delete(stage.loopback.account.email);
      else stage.book().shared.set(stage.loopback.account.email, role);
      await stage.step();
      expect(state().trouble).toMatchObject({ code: "no-permission", lasting: true });
      stage.book().shared.set(stage.loopback.account.email, "writer");
      await connect(stage);
    }
    await stage.settle();
    expect(centres()).toEqual(["ก", "ข"]);
  });

  it("a protection of somebody's in one of our tabs", async () => {
    await stage.settle();
    sheetTitled(stage, TAB).protections.push({ id: 77, area: { sheetId: 1 }, description: "หัวหน้า", editors: [] });
    send(stage.store, "5540102", ["ค"]);
    await stage.step();
    expect(state().trouble).toMatchObject({ code: "protected", lasting: true });
  });

  it("a request that Google calls wrong again and again is our fault, and said after three times", async () => {
    const refused = {
      when: "before",
      answer: error(400, "INVALID_ARGUMENT", "Invalid value"),
      method: "spreadsheets.values.batchUpdate",
    } as const;
    const seen: unknown[] = [];
    for (let n = 0; n < 4; n++) {
      stage.loopback.google.faults.push({ when: "before", answer: OUT_OF_ORDER });
      await stage.step();
    }
    for (let n = 0; n < 3; n++) {
      stage.loopback.google.faults.push(refused);
      await stage.step();
      seen.push([state().trouble?.code, state().trouble?.lasting]);
    }
    expect(seen).toEqual([
      ["changed", false],
      ["changed", false],
      ["refused", true],
    ]);
  });

  it.each<[string, () => Promise<string>]>([
    [
      "of an account that Google does not know",
      async () => (await makeAccount("somebody@else.iam.gserviceaccount.com")).file,
    ],
    ["with another's signature", async () => (await makeAccount()).file],
    [
      "that cannot sign",
      async () => {
        const private_key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
        return JSON.stringify({ type: "service_account", client_email: "a@b.iam.gserviceaccount.com", private_key });
      },
    ],
  ])("a key %s", async (_, file) => {
    const settings = { ...stage.loopback.settings, account: await file() };
    stage.writer.sheets = sheetsOf(settings, { now: () => stage.clock.now })!;
    await stage.step();
    expect([state().trouble, stage.faults]).toEqual([expect.objectContaining({ code: "key", lasting: true }), []]);
  });

  it("a fault of the program is reported, loses nothing, and does not run hot", async () => {
    const { look } = stage.writer.sheets;
    stage.writer.sheets.look = () => Promise.reject(new Error("a bug"));
    await stage.step();
    expect(stage.faults.splice(0)).toEqual([new Error("a bug")]);
    expect(wait()).toBe(FAULT_PAUSE_MS);
    stage.writer.sheets.look = look;
    await stage.settle();
    expect(centres()).toEqual(["ก", "ข"]);
  });
});

describe("what the whole worker may ask of Google", () => {
  it("is never more than sixty in any minute", () => {
    let now = 0;
    const pace = openPace(() => now);
    const taken: number[] = [];
    for (; now < 300_000; now += 250) if (pace.take(2) === 0) taken.push(now, now);
    const busiest = Math.max(...taken.map((at) => taken.filter((one) => one >= at && one < at + 60_000).length));
    expect(busiest).toBeLessThanOrEqual(60);
    expect(taken.length).toBeGreaterThan(5 * 40);
  });

  it("says how long to wait, and keeps to it", () => {
    let now = 0;
    const pace = openPace(() => now);
    while (pace.take(2) === 0);
    const ms = pace.take(2);
    now += ms - 1;
    expect(pace.take(2)).toBeGreaterThan(0);
    now += 1;
    expect(pace.take(2)).toBe(0);
  });

  it("puts a province off without counting it as a failure", async () => {
    while ((await stage.writer.take(2)) === 0);
    // the bucket fills while the changes gather, so it is emptied again at the very moment
    const take = stage.writer.take;
    stage.writer.take = async () => 7_000;
    await stage.step();
    expect([state().trouble, wait()]).toEqual([null, 7_000]);
    stage.writer.take = take;
    await stage.settle();
    expect(contentOf(sheetTitled(stage, TAB)).length).toBe(4);
  });

  it("is kept by thirty provinces that all change at once: no 429 is met, and each is written", async () => {
    const { clock, writer, loopback } = stage;
    const many = Array.from({ length: 30 }, (_, n) => {
      const sql = nodeSql(":memory:");
      const store = openPartition(sql, () => clock.now);
      store.importRoster(OPERATOR, PACK, "sample");
      const id = `${ID}-${n}`;
      loopback.google.newBook(id).shared.set(loopback.account.email, "writer");
      store.connectGoogle(province(), id, "แบบรายงานรวม");
      send(store, "5540101", ["ก"]);
      return { store, sql, id, afar: remote(async (method, args) => reply(store, method, args)) };
    });
    const answers: unknown[] = [];
    for (;;) {
      const due = many.map(({ store }) => store.googleDue(GATHER_MS)).filter((at) => at !== null);
      if (due.length === 0) break;
      clock.now = Math.max(clock.now, Math.min(...due));
      for (const { store, afar } of many) {
        const at = store.googleDue(GATHER_MS);
        if (at !== null && at <= clock.now) await flush(afar, writer);
        answers.push(store.googleState(province()).trouble);
      }
    }
    expect(answers.filter((trouble) => trouble !== null)).toEqual([]);
    expect(many.map(({ id }) => loopback.google.books.get(id)!.sheets.length)).toEqual(many.map(() => 4));
    for (const { sql } of many) sql.close();
  });
});
