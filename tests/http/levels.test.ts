import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { createApp } from "../../worker/app.ts";
import type { NodeSql } from "../../worker/host/nodeSql.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { type Collector, openPartition, type Partition } from "../../worker/people/partition.ts";
import { remote, reply } from "../../worker/people/remote.ts";
import type { Actor } from "../../worker/province/actor.ts";
import { Refusal } from "../../worker/province/refusal.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { memoryLimits } from "../../worker/routes/limits.ts";
import { report, row } from "../province/sample.ts";
import { described } from "./described.ts";
import { type Caller, type CallOptions, FORM, HERE, OFFICE, type Stage, setStage } from "./stage.ts";

const FREE = { burst: 1e9, perSecond: 1e9 };
const NOW = Date.parse("2023-11-03T03:00:00Z");
const HOUR_MS = 3_600_000;
const PERIOD = "2023-11";
const WHICH = `form=${FORM}&period=${PERIOD}`;
const THROUGH = { form: "volunteer-activities", period: PERIOD };
const CENTRE = "ศพด.ตัวอย่างพัฒนา";

interface Opened {
  stage: Stage;
  clock: { now: number };
  collector: Collector;
  sqls: Map<string, NodeSql>;
  ask(caller: Caller, method: string, path: string, body?: CallOptions["body"]): Promise<Said>;
  /** A call with a token as another system would make it. */
  with(token: string, method: string, path: string): Promise<Response>;
}
interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is held to its description first
  json: any;
}

/** The collector in memory: the provinces named and "TH"; any other is not held. `at` may stand between. */
async function open(
  rates: Parameters<typeof memoryLimits>[0] = {},
  between: (code: string, ask: () => Promise<unknown>) => Promise<unknown> = (_, ask) => ask(),
): Promise<Opened> {
  const clock = { now: NOW };
  const held = new Map<string, Partition>();
  const sqls = new Map<string, NodeSql>();
  for (const code of ["98", "99", "TH"]) {
    const sql = nodeSql(":memory:");
    sqls.set(code, sql);
    held.set(
      code,
      openPartition(sql, () => clock.now),
    );
  }
  const collector: Collector = {
    async at(code) {
      const here = held.get(code);
      if (here === undefined) throw new Refusal("province-unknown", { province: code });
      return remote((method, args) => between(code, async () => reply(here, method, args)) as never);
    },
    provinces: async () => ["98", "99"],
  };
  const limits = memoryLimits({ signIn: FREE, address: FREE, person: FREE, token: FREE, ...rates }, () => clock.now);
  const app = createApp({
    ...{ collector, limits, corsOrigins: [], now: () => clock.now, isHttps: () => false },
    ...{ addressOf: () => "here", onFault: () => {} },
  });
  const stage = await setStage({ fetch: async (path, init) => app.request(path, init), collector });
  const ask: Opened["ask"] = async (caller, method, path, body) => {
    const url = `/api/v1${path}`;
    const answer = await stage.as(caller, method, url, body === undefined ? {} : { body });
    return { status: answer.status, json: await described(answer, method, url) };
  };
  const withToken: Opened["with"] = async (token, method, path) =>
    app.request(`/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}` } });
  return { stage, clock, collector, sqls, ask, with: withToken };
}

/** With its byte order mark, which `text()` would take off. */
const textOf = async (stage: Stage, caller: Caller, path: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    await (await stage.as(caller, "GET", `/api/v1${path}`)).arrayBuffer(),
  );

describe("what goes up to the department", () => {
  it("is what was accepted, frozen: later versions stay below until the whole is sent up again", async () => {
    const { stage, ask, clock } = await open();
    const first = await stage.sent(PERIOD, { centres: [CENTRE] });
    const up = (body: object = {}) =>
      ask("provinceOwn", "POST", "/provinces/99/sendups", { form: FORM, period: PERIOD, ...body });
    expect((await up()).json.code).toBe("nothing-to-send-up");
    await ask("provinceOwn", "POST", `/submissions/${first.submission}/accept`, { version: 1 });
    expect((await ask("department", "GET", `/submissions/${first.submission}`)).status).toBe(404);

    const levels = (await ask("provinceOwn", "GET", `/provinces/99/levels?${WHICH}`)).json;
    expect(levels).toMatchObject({
      waiting: { district: 0, province: 0 },
      ready: { reports: 1, totals: { rows: 1, fields: { done: 1, notDone: 0 } } },
    });
    expect((await up({ hash: "0".repeat(64) })).json.code).toBe("changed-meanwhile");
    const sent = (await up({ hash: levels.ready.hash, note: "ครบแล้ว" })).json;
    expect(sent).toMatchObject({ number: 1, reports: 1, offices: HERE.length, note: "ครบแล้ว", undone: null });
    expect((await up()).json).toEqual(sent);

    clock.now += HOUR_MS;
    const second = await stage.sent(PERIOD, { centres: ["ศพด.ใหม่"] });
    await ask("provinceOwn", "POST", `/submissions/${first.submission}/accept`, { version: 2 });
    const seen = async (caller: Caller) => {
      const csv = await textOf(stage, caller, `/provinces/99/master.csv?${WHICH}`);
      const versions = (await ask(caller, "GET", `/submissions/${first.submission}/versions`)).json.versions;
      const listed = (await ask(caller, "GET", `/submissions?${WHICH}&province=99`)).json.submissions;
      return [csv.includes(first.receipt), csv.includes(second.receipt), versions.length, listed[0].version];
    };
    expect(await seen("department")).toEqual([true, false, 1, 1]);
    expect(await seen("provinceOwn")).toEqual([false, true, 2, 2]);
    const line = async () =>
      (await ask("department", "GET", `/department/rollup?${WHICH}`)).json.provinces.find(
        (one: { code: string }) => one.code === "99",
      );
    expect((await line()).line).toMatchObject({ accepted: 1, sentUp: { number: 1, changed: true } });
    expect((await up()).json).toMatchObject({ number: 2, reports: 1 });
    expect(await seen("department")).toEqual([false, true, 1, 2]);
    expect((await line()).line).toMatchObject({ sentUp: { number: 2, changed: false } });

    const undo = (caller: Caller) =>
      ask(caller, "POST", "/provinces/99/sendups/undo", { form: FORM, period: PERIOD, reason: "ส่งผิด" });
    expect(
      (await undo("provinceOwn")).json.sentUp.map((one: { undone: string | null }) => one.undone !== null),
    ).toEqual([false, true]);
    expect(await seen("department")).toEqual([true, false, 1, 1]);
    expect((await ask("department", "GET", `/provinces/99/levels?${WHICH}`)).json.sentUp).toHaveLength(1);
  });

  it("keeps an accepted copy in the master while a newer version waits, and says so", async () => {
    const { stage, ask } = await open();
    const first = await stage.sent(PERIOD, { centres: [CENTRE] });
    await ask("provinceOwn", "POST", `/submissions/${first.submission}/accept`, {});
    await stage.sent(PERIOD, { centres: ["ศพด.ใหม่"] });
    const print = (await ask("provinceOwn", "GET", `/provinces/99/print?${WHICH}`)).json;
    expect(print.rows.map((one: unknown[]) => one[4])).toEqual([CENTRE]);
    expect(print.offices[1]).toMatchObject({ state: "ตรวจรับแล้ว ฉบับที่ 2 รอตรวจ", rows: 1 });
    expect(print.missing).toHaveLength(HERE.length - 1);
    expect(print.totals).toEqual([null, null, null, null, null, 1, 0, null]);
    expect((await ask("provinceOwn", "GET", `/submissions/${first.submission}/review`)).json).toMatchObject({
      version: 2,
      acceptedBeside: 1,
      level: "province",
    });
    expect((await ask("officeOwn", "POST", `/submissions/${first.submission}/withdraw`, {})).json.code).toBe(
      "accepted-stands",
    );
  });
});

describe("from hand to hand", () => {
  it("the district hands on what is clean, the province takes up what is late, direct reporters pass by", async () => {
    const { stage, ask, collector } = await open();
    const store = await collector.at("99");
    const inDistrict = HERE.filter(({ code }) => code.slice(1, 5) === "9901");
    const sent = new Map<string, string>();
    for (const { code } of inDistrict) {
      const actor: Actor = { person: `99-P${code}`, role: "office", place: code };
      const given = report({ ...THROUGH, office: code, key: code, rows: [row(6, code)] });
      sent.set(code, (await store.submit(actor, given)).receipt.submission);
    }
    const through = inDistrict.filter(({ type }) => !["อบจ.", "ทน.", "ทม."].includes(type));
    const queue = async (caller: Caller, level = "") =>
      (await ask(caller, "GET", `/provinces/99/queue?form=${THROUGH.form}&period=${PERIOD}${level}`)).json;
    expect([
      (await queue("provinceOwn", "&level=district")).waiting,
      (await queue("provinceOwn")).withDistrict,
    ]).toEqual([through.length, through.length]);
    expect((await queue("provinceOwn")).districts).toEqual([
      { code: "9901", name: inDistrict[0]!.district, count: through.length, since: new Date(NOW).toISOString() },
    ]);
    const [one, two] = through.map(({ code }) => sent.get(code)!) as [string, string];
    expect((await ask("provinceOwn", "POST", `/submissions/${one}/accept`, {})).json.code).toBe("with-district");
    expect((await ask("districtOther", "POST", `/submissions/${one}/forward`, {})).status).toBe(404);
    expect((await ask("districtOwn", "POST", `/submissions/${one}/forward`, { version: 2 })).json.code).toBe(
      "version-changed",
    );
    const items = [...sent.values()].map((submission) => ({ submission, version: 1 }));
    const { results } = (
      await ask("districtOwn", "POST", "/provinces/99/forward", {
        items: items.filter(({ submission }) => submission !== two),
      })
    ).json;
    expect(new Set(results.map(({ result }: { result: string }) => result))).toEqual(
      new Set(through.length === inDistrict.length ? ["forwarded"] : ["forwarded", "not-through-district"]),
    );
    expect((await ask("provinceOwn", "POST", `/submissions/${two}/take`, { reason: "" })).status).toBe(422);
    expect((await ask("provinceOwn", "POST", `/submissions/${two}/take`, { reason: "อำเภอยังไม่ส่งต่อ" })).status).toBe(
      200,
    );
    expect((await ask("districtOwn", "POST", `/submissions/${two}/return`, { note: "แก้" })).json.code).toBe(
      "passed-on",
    );
    const after = await queue("provinceOwn", "&level=district");
    expect([after.waiting, after.districts]).toEqual([0, []]);
    const direct = { form: THROUGH.form, direct: { types: ["อบต.", "ทต."], offices: [OFFICE.code] } };
    expect((await ask("provinceOwn", "PUT", "/provinces/99/direct", direct)).json).toMatchObject({
      through: true,
      set: true,
    });
    expect(
      (
        await ask("provinceOwn", "PUT", "/provinces/99/direct", {
          ...direct,
          direct: { types: [], offices: ["5980101"] },
        })
      ).status,
    ).toBe(404);
    expect((await stage.as("provinceOwn", "GET", "/api/v1/audit?mine")).status).toBe(200);
  });
});

describe("tokens for other systems", () => {
  const make = async ({ ask }: Opened, scopes: string[], days = 30, by: Caller = "provinceOwn") => {
    const { status, json } = await ask(by, "POST", "/tokens", { name: "ระบบตัวอย่าง", scopes, days });
    expect(status).toBe(201);
    return json as { token: string; id: string };
  };
  const READS: Record<string, string[]> = {
    completeness: ["get /provinces/:code/completeness"],
    master: ["get /provinces/:code/master.xlsx", "get /provinces/:code/master.csv"],
  };

  it("open the calls they were made for and no other: nothing that writes, no single report", async () => {
    const opened = await open();
    const { submission } = await opened.stage.sent(PERIOD, { centres: [CENTRE] });
    for (const scope of ["completeness", "master"]) {
      const { token } = await make(opened, [scope]);
      for (const { method, path, who } of ROUTES) {
        if (who === "anyone") continue;
        const url = path.replace(":code", "99").replace(":id", submission);
        const answer = await opened.with(token, method.toUpperCase(), `${url}?${WHICH}`);
        const name = `${method} ${path}`;
        expect([scope, name, answer.status]).toEqual([scope, name, READS[scope]!.includes(name) ? 200 : 403]);
      }
      const other = await opened.with(
        token,
        "GET",
        `/provinces/98/${scope === "master" ? "master.csv" : scope}?${WHICH}`,
      );
      expect([scope, other.status]).toEqual([scope, 403]);
    }
    const above = await make(opened, ["master"], 1, "department");
    const master = await opened.with(above.token, "GET", `/provinces/99/master.csv?${WHICH}`);
    expect([master.status, (await master.text()).includes(CENTRE)]).toEqual([200, false]);
  });

  it("are shown once, kept as a hash, used up by time, revoked at once, and slowed", async () => {
    const opened = await open({ token: { burst: 3, perSecond: 0.1 } });
    const { ask, clock, sqls } = opened;
    const { token, id } = await make(opened, ["completeness"], 2);
    const url = `/provinces/99/completeness?${WHICH}`;
    const read = async (bearer = token) => (await opened.with(bearer, "GET", url)).status;
    const listed = async () => (await ask("provinceOwn", "GET", "/tokens")).json.tokens[0];
    expect((await listed()).lastUsedAt).toBeNull();
    expect([await read(), await read(), await read(), await read()]).toEqual([200, 200, 200, 429]);
    const tables = sqls.get("99")!.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    const everything = JSON.stringify(tables.map(({ name }) => sqls.get("99")!.all(`SELECT * FROM ${name}`)));
    expect([everything.includes(id), everything.includes(token), everything.includes(token.slice(8))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(JSON.stringify(await listed())).not.toContain(token.slice(8));
    clock.now += HOUR_MS;
    expect(await read()).toBe(200);
    expect((await listed()).lastUsedAt).toBe(new Date(clock.now).toISOString());
    expect([
      await read(`${token.slice(0, -1)}0`),
      await read("ruam-99-SHORT"),
      await read(`ruam-77-${"A".repeat(32)}`),
    ]).toEqual([401, 401, 401]);
    clock.now = NOW + 48 * HOUR_MS;
    expect(await read()).toBe(401);
    const second = await make(opened, ["completeness"]).catch(() => null);
    // the person's own sign-in is over by now; the store is asked as the person
    expect(second).toBeNull();
    const person: Actor = { person: "99-P", role: "province", place: "99" };
    const store = await opened.collector.at("99");
    const again = await store.makeApiToken(person, { name: "x", scopes: ["completeness"], days: 1 });
    expect(await read(again.token)).toBe(200);
    await store.revokeApiToken(person, again.id);
    expect(await read(again.token)).toBe(401);
    const lines = (await store.auditLines(0, 1000)).filter(({ action }) => action.startsWith("token."));
    expect(lines.map(({ action, subject }) => [action, subject])).toEqual([
      ["token.make", id],
      ["token.make", again.id],
      ["token.revoke", again.id],
    ]);
  });

  it("cost who guesses them", async () => {
    const opened = await open({ address: { burst: 3, perSecond: 0.1 } });
    const guess = () => opened.with(`ruam-99-${"A".repeat(32)}`, "GET", `/provinces/99/completeness?${WHICH}`);
    const got = [];
    for (let i = 0; i < 12; i++) got.push((await guess()).status);
    expect(got.slice(-3)).toEqual([429, 429, 429]);
  });
});

describe("every province at a glance", () => {
  it("names who does not answer and counts it nowhere; files hold the same figures, harmless", async () => {
    let broken = false;
    const opened = await open({}, (code, ask) => (broken && code === "98" ? Promise.reject(new Error("away")) : ask()));
    const { stage, ask, sqls } = opened;
    const { submission } = await stage.sent(PERIOD, { centres: [CENTRE] });
    await ask("provinceOwn", "POST", `/submissions/${submission}/accept`, {});
    await ask("provinceOwn", "POST", "/provinces/99/sendups", { form: FORM, period: PERIOD });
    const url = `/department/rollup?${WHICH}`;
    const both = (await ask("department", "GET", url)).json;
    broken = true;
    const one = (await ask("department", "GET", url)).json;
    const totals = ({ total }: { total: Record<string, unknown> }) => [
      total.answered,
      total.silent,
      total.offices,
      total.sentUp,
    ];
    expect([totals(both), totals(one)]).toEqual([
      [2, 0, 2 * HERE.length, 1],
      [1, 1, HERE.length, 1],
    ]);
    expect(
      one.provinces
        .filter(({ state }: { state: string }) => state === "silent")
        .map(({ code, line }: { code: string; line: unknown }) => [code, line]),
    ).toEqual([["98", null]]);
    expect([both.provinces.length, both.total.absent]).toEqual([78, 76]);
    expect(one.total).toMatchObject({
      accepted: 1,
      stands: { missing: HERE.length - 1, onTime: 1 },
      totals: { rows: 1, fields: { done: 1, notDone: 0 } },
    });

    const csv = await textOf(stage, "department", `/department/rollup.csv?${WHICH}`);
    const lines = csv.trim().split("\r\n");
    expect(csv.startsWith("\ufeffลำดับ,รหัส,จังหวัด,สถานะ")).toBe(true);
    expect(lines.filter((line) => line.includes("ติดต่อไม่ได้ ไม่ทราบยอด")).map((line) => line.split(",").slice(1))).toEqual(
      [["98", "98", "ติดต่อไม่ได้ ไม่ทราบยอด", ...new Array(12).fill("")]],
    );
    const bytes = new Uint8Array(
      await (await stage.as("department", "GET", `/api/v1/department/rollup.xlsx?${WHICH}`)).arrayBuffer(),
    );
    const sheet = (await readWorkbook(bytes)).sheets[0]!;
    const last = sheet.rows.at(-1)!.map((cell) => (typeof cell === "object" && cell !== null ? cell.v : cell));
    expect([last[2], last[4], last[13]]).toEqual(["รวมจังหวัดที่ตอบ", HERE.length, 1]);
    const noted = sqls
      .get("TH")!
      .all<{ detail: string }>("SELECT detail FROM audit WHERE action = 'export' ORDER BY seq");
    expect(noted.map(({ detail }) => JSON.parse(detail))).toEqual([
      { as: "rollup csv", provinces: 1 },
      { as: "rollup xlsx", provinces: 1 },
    ]);
  });
});

describe("looks are told, once an hour", () => {
  it("at lists, versions, remarks and an office's work by somebody else; and every coming in", async () => {
    const opened = await open();
    const { stage, ask, clock, sqls } = opened;
    const { submission, receipt } = await stage.sent(PERIOD, { centres: [CENTRE] });
    const lines = () =>
      sqls
        .get("99")!
        .all<{ action: string; subject: string }>(
          "SELECT action, subject FROM audit WHERE action LIKE 'look.%' OR action = 'view' ORDER BY seq",
        )
        .map(({ action, subject }) => `${action} ${subject}`);
    const look = async (caller: Caller) => {
      await ask(caller, "GET", `/submissions?${WHICH}`);
      await ask(caller, "GET", `/submissions/${submission}/review`);
      await ask(caller, "GET", `/submissions/${submission}/versions`);
      await ask(caller, "GET", `/work?office=${OFFICE.code}`);
      await ask(caller, "GET", `/submissions/${submission}`);
      await ask(caller, "GET", `/submissions/${submission}/review`);
    };
    await look("officeOwn");
    expect(lines()).toEqual([]);
    await look("provinceOwn");
    const once = [
      `look.list ${FORM} ${PERIOD}`,
      `look.review ${receipt}`,
      `look.versions ${submission}`,
      `look.work ${OFFICE.code}`,
      `view ${receipt}`,
    ];
    expect(lines()).toEqual(once);
    clock.now += HOUR_MS / 2;
    await ask("provinceOwn", "GET", `/provinces/99/queue?${WHICH}`);
    await ask("provinceOwn", "GET", `/submissions/${submission}/versions`);
    expect(lines()).toEqual(once);
    clock.now += HOUR_MS;
    await ask("provinceOwn", "GET", `/submissions/${submission}/versions`);
    expect(lines()).toEqual([...once, `look.versions ${submission}`]);
    const came = sqls
      .get("99")!
      .all<{ subject: string; detail: string }>("SELECT subject, detail FROM audit WHERE action = 'sign.in'");
    expect(new Set(came.map(({ detail }) => detail))).toEqual(new Set(['{"by":"code"}']));
    expect(came.length).toBeGreaterThan(5);
  });
});
