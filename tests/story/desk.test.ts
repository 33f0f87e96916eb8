import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Checking } from "../../addin/pane/core/checking.ts";
import { Collector as PaneCollector, type Session } from "../../addin/pane/send/collector.ts";
import { MemoryStore } from "../../addin/pane/send/kept.ts";
import { Outbox } from "../../addin/pane/send/outbox.ts";
import { type Office, officeLabel } from "../../shared/offices/office.ts";
import { packProvince, unpackProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { createApp } from "../../worker/app.ts";
import { handleMail } from "../../worker/host/mail.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { type Collector, openPartition, type Partition } from "../../worker/people/partition.ts";
import { remote, reply } from "../../worker/people/remote.ts";
import { OPERATOR, type Role } from "../../worker/province/actor.ts";
import { Refusal } from "../../worker/province/refusal.ts";
import { memoryLimits } from "../../worker/routes/limits.ts";
import { makeMail } from "../intake/heap.ts";
import { activities, asFile, FORM, FORTY, PERIOD } from "./deskSheets.ts";

/*
 * A month of forty offices, over the whole program in one process: they send by the sidebar, the web and e-mail; districts hand on,
 * some late; five are returned and three answer; two send nothing. In the end everybody is told the same.
 */

const FREE = { burst: 1e9, perSecond: 1e9 };
const WHICH = `form=${FORM}&period=${PERIOD}`;
const BASE = "http://collector.example";
const day = (date: string) => Date.parse(`${date}T03:00:00Z`);

/** Who does what, by place in the list. By threes they send by the sidebar, the web, e-mail. */
const SILENT = [38, 39];
const LATE = 12;
const RETURNED = [3, 4, 13, 20, 24];
const ANSWERED = [3, 13, 24];
const SLOW_DISTRICT = "9904";
const TAKEN = 30;
const SENT = FORTY.map((_, i) => i).filter((i) => !SILENT.includes(i));
const wayOf = (i: number) => (["pane", "web", "mail"] as const)[i % 3]!;
const peopleOf = (i: number) => [10 + i, 20 + i];
const districtOf = ({ code }: Office) => code.slice(1, 5);
const isDirect = ({ type }: Office) => type === "อบจ." || type === "ทม.";

const clock = { now: day("2023-11-06") };
const sql = nodeSql(":memory:");
const held = new Map<string, Partition>([
  ["99", openPartition(sql, () => clock.now)],
  ["TH", openPartition(nodeSql(":memory:"), () => clock.now)],
]);
const store = held.get("99")!;
const collector: Collector = {
  async at(code) {
    const here = held.get(code);
    if (here === undefined) throw new Refusal("province-unknown", { province: code });
    return remote(async (method, args) => reply(here, method, args));
  },
  provinces: async () => ["99"],
};
const app = createApp({
  ...{ collector, corsOrigins: [], now: () => clock.now, isHttps: () => true, addressOf: () => "here" },
  limits: memoryLimits({ signIn: FREE, address: FREE, person: FREE }, () => clock.now),
  onFault(error) {
    throw error;
  },
});
const fetcher = (async (url: string, init?: RequestInit) => app.request(url, init)) as typeof fetch;

const codes = new Map<string, string>();
const tokens = new Map<string, string>();
async function tokenOf(role: Role, place: string): Promise<string> {
  // A token is good for hours, the story takes days.
  const key = `${role} ${place} ${clock.now}`;
  if (!tokens.has(key)) {
    const answer = await ask(null, "POST", "/session", { code: codeOf(role, place) });
    tokens.set(key, answer.token);
  }
  return tokens.get(key)!;
}
function codeOf(role: Role, place: string): string {
  const key = `${role} ${place}`;
  if (!codes.has(key))
    codes.set(key, held.get(place === "TH" ? "TH" : "99")!.addPerson(OPERATOR, role, place, "").code);
  return codes.get(key)!;
}

// biome-ignore lint/suspicious/noExplicitAny: the shapes are held to their description elsewhere
type Said = any;
type As = readonly [Role, string] | null;
const PROVINCE: As = ["province", "99"];
const DEPARTMENT: As = ["department", "TH"];

async function reach(as: As, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  if (as !== null) headers.authorization = `Bearer ${await tokenOf(...as)}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers["content-type"] = "application/json";
  const sent = body === undefined || isForm ? (body as FormData | undefined) : JSON.stringify(body);
  return app.request(`${BASE}/api/v1${path}`, { method, headers, ...(sent === undefined ? {} : { body: sent }) });
}

/** An answer that must be a yes. */
async function ask(
  as: As,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Said> {
  const answer = await reach(as, method, path, body, headers);
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** By the sidebar: its own sign-in, list of offices, checker and outbox. */
async function byPane(office: Office, people: number[]): Promise<string> {
  const pane = new PaneCollector(BASE, fetcher);
  const { session } = (await pane.signIn(codeOf("office", office.code))) as { session: Session };
  const roster = await pane.roster("99", null);
  if (roster === null || roster === "unknown-province") throw new Error("no list of offices");
  const grid = activities(office, people);
  const registry = unpackProvince(roster.pack);
  const report = new Checking({ registry, grids: [grid], identity: null, fileName: "รายงาน.xlsx" }).full(grid);
  if (!report.submittable || report.period === null) throw new Error(`not ready: ${office.name}`);
  const kept = new MemoryStore();
  let keys = 0;
  const outbox = new Outbox({
    ...{ store: kept, post: (item) => pane.post(item), token: () => session.token, now: () => clock.now },
    ...{ random: () => 0, newKey: () => `pane-${office.code}-${people.join("-")}-${++keys}`, changed: () => {} },
    ...{ wake: () => () => {}, tokenRefused: () => {} },
    async alone(work) {
      await work();
      return true;
    },
  });
  const { form, version, period, certifier } = report;
  const client = { name: "pane", version: "1" };
  const request = { form, version, period, office: office.code, grid, certifier, client } as never;
  const about = { document: "รายงาน.xlsx", form, title: form, period, office: office.code, officeName: office.name };
  await outbox.keep(request, { ...about, rows: people.length, nil: false });
  await outbox.flush();
  const receipt = (await kept.all())[0]?.receipt;
  if (receipt == null) throw new Error(`no receipt: ${JSON.stringify((await kept.all())[0])}`);
  return receipt.submission;
}

/** By the page: the workbook itself. */
async function byWeb(office: Office, people: number[]): Promise<string> {
  const body = new FormData();
  body.set("file", new Blob([asFile(office, activities(office, people))]), "รายงาน.xlsx");
  const key = { "idempotency-key": `web-${office.code}-${people.join("-")}` };
  return (await ask(["office", office.code], "POST", "/submissions/file", body, key)).submission;
}

/** By e-mail to the province's address, which lets a blank of ours go into the master by itself. */
async function byMail(office: Office, people: number[]): Promise<string> {
  const raw = makeMail([{ name: "รายงาน.xlsx", bytes: asFile(office, activities(office, people)) }]);
  const rejected: string[] = [];
  await handleMail(
    {
      ...{ from: "office@example.go.th", to: "99@collector.example", rawSize: raw.length },
      raw: new Blob([raw]).stream() as ReadableStream<Uint8Array>,
      setReject: (reason) => rejected.push(reason),
    },
    { collector },
  );
  expect(rejected).toEqual([]);
  const found = await ask(PROVINCE, "GET", `/submissions?${WHICH}&office=${office.code}`);
  if (found.submissions.length !== 1) throw new Error(`the mail of ${office.name} waits`);
  return found.submissions[0].submission;
}

const sends = { pane: byPane, web: byWeb, mail: byMail };
const ids = new Map<number, string>();
const idOf = (i: number) => ids.get(i)!;

async function queueAll(as: As, level: string, clean = ""): Promise<{ submission: string; version: number }[]> {
  const { items } = await ask(as, "GET", `/provinces/99/queue?${WHICH}&level=${level}&limit=200${clean}`);
  return items.map(({ submission, version }: { submission: string; version: number }) => ({ submission, version }));
}

describe("a month of forty offices", () => {
  beforeAll(async () => {
    store.importRoster(OPERATOR, packProvince(buildRegistry(FORTY), "99"), "sample");
    await ask(PROVINCE, "POST", "/intake/settings", { auto: true });
    const hour = {
      form: FORM,
      period: PERIOD,
      office: FORTY[LATE]!.code,
      until: "2023-11-10T09:30:00Z",
      reason: "น้ำท่วม",
    };
    await ask(PROVINCE, "POST", "/provinces/99/extensions", hour);
    for (const i of SENT) {
      clock.now = i === LATE ? day("2023-11-12") : day("2023-11-08") + i * 60_000;
      ids.set(i, await sends[wayOf(i)](FORTY[i]!, peopleOf(i)));
    }
    // returned: by the district what it has in hand, by the province what came to it by mail
    clock.now = day("2023-11-13");
    for (const i of RETURNED) {
      const as: As = wayOf(i) === "mail" ? PROVINCE : ["district", districtOf(FORTY[i]!)];
      const comments = [{ row: 6, field: "participants", text: "โปรดตรวจจำนวนผู้เข้าร่วม" }];
      await ask(as, "POST", `/submissions/${idOf(i)}/return`, { note: "รบกวนตรวจหนึ่งช่อง", comments });
    }
    clock.now = day("2023-11-14");
    for (const i of ANSWERED) {
      const as: As = ["office", FORTY[i]!.code];
      const { returns } = await ask(as, "GET", `/submissions/${idOf(i)}/review`);
      await ask(as, "POST", `/submissions/${idOf(i)}/comments`, {
        returned: returns[0].id,
        number: 0,
        answer: "แก้แล้ว",
      });
      expect(await sends[wayOf(i)](FORTY[i]!, answerOf(i))).toBe(idOf(i));
    }
    // three districts hand on: what is clean at once, what has a remark after a look; the fourth is late
    clock.now = day("2023-11-15");
    for (const place of ["9901", "9902", "9903"]) {
      const as: As = ["district", place];
      await ask(as, "POST", "/provinces/99/forward", { items: await queueAll(as, "district", "&clean=1") });
      for (const { submission, version } of await queueAll(as, "district"))
        await ask(as, "POST", `/submissions/${submission}/forward`, { version });
    }
    const take = { reason: "อำเภอยังไม่ส่งต่อ ต้องรายงานกรมวันนี้" };
    await ask(PROVINCE, "POST", `/submissions/${idOf(TAKEN)}/take`, take);
    for (let left = await queueAll(PROVINCE, "province", "&clean=1"); left.length > 0; ) {
      await ask(PROVINCE, "POST", "/provinces/99/accept", { items: left.slice(0, 50) });
      left = await queueAll(PROVINCE, "province", "&clean=1");
    }
    for (const { submission, version } of await queueAll(PROVINCE, "province"))
      await ask(PROVINCE, "POST", `/submissions/${submission}/accept`, { version });
    const { ready } = await ask(PROVINCE, "GET", `/provinces/99/levels?${WHICH}`);
    await ask(PROVINCE, "POST", "/provinces/99/sendups", { form: FORM, period: PERIOD, note: "", hash: ready.hash });
  });
  afterAll(() => sql.close());

  const answerOf = (i: number) => [peopleOf(i)[0]! + 1, peopleOf(i)[1]!];
  const standing = (i: number) => (ANSWERED.includes(i) ? answerOf(i) : peopleOf(i));
  const sum = (list: readonly number[]) => list.flatMap(standing).reduce((a, b) => a + b, 0);
  const stillReturned = RETURNED.filter((i) => !ANSWERED.includes(i));
  const withDistrict = SENT.filter((i) => {
    const office = FORTY[i]!;
    return districtOf(office) === SLOW_DISTRICT && !isDirect(office) && wayOf(i) !== "mail" && i !== TAKEN;
  });
  const accepted = SENT.filter((i) => !stillReturned.includes(i) && !withDistrict.includes(i));
  const label = (i: number) => officeLabel(FORTY[i]!);

  it("was told as meant: all three ways, five and two of everything", () => {
    expect(SENT.map(wayOf).filter((way) => way === "pane").length).toBe(13);
    expect([stillReturned, withDistrict, accepted.length]).toEqual([[4, 20], [31, 33, 34, 36, 37], 31]);
  });

  it("the master holds every row that stands, in the order of the list, each office with its state", async () => {
    const bytes = new Uint8Array(
      await (await reach(PROVINCE, "GET", `/provinces/99/master.xlsx?${WHICH}`)).arrayBuffer(),
    );
    const text = (cell: unknown) => (typeof cell === "object" && cell !== null ? (cell as { v: unknown }).v : cell);
    const sheet = (await readWorkbook(bytes)).sheets[0]!;
    const head = sheet.rows.findIndex((one) => one.some((cell) => text(cell) === "ลำดับที่"));
    const column = (name: string) => sheet.rows[head]!.findIndex((cell) => text(cell) === name);
    const [office, people] = [column("อปท. ผู้จัด"), column("จำนวนผู้เข้าร่วมทั้งหมด (คน)")];
    const found = sheet.rows
      .slice(head + 1)
      .filter((one) => typeof text(one[0]) === "number")
      .map((one) => [text(one[office]), text(one[people])]);
    expect(found).toEqual(SENT.flatMap((i) => standing(i).map((n) => [label(i), n])));

    const print = await ask(PROVINCE, "GET", `/provinces/99/print?${WHICH}`);
    const stateOf = (i: number) =>
      SILENT.includes(i)
        ? "ยังไม่ส่ง"
        : stillReturned.includes(i)
          ? "ส่งคืนแก้ไข"
          : withDistrict.includes(i)
            ? "อยู่ที่อำเภอ"
            : "ตรวจรับแล้ว";
    expect(print.offices.map(({ name, state, late }: Record<string, unknown>) => [name, state, late])).toEqual(
      FORTY.map((_, i) => [label(i), stateOf(i), i === LATE]),
    );
    expect(print.missing.map(({ name }: { name: string }) => name)).toEqual([...SILENT, ...stillReturned].map(label));
  });

  it("the matrix, the completeness and the progress tell the same of every office", async () => {
    const { rows } = await ask(PROVINCE, "GET", `/provinces/99/matrix?${WHICH}&months=1&limit=200`);
    const standOf = (i: number) =>
      SILENT.includes(i) ? "missing" : stillReturned.includes(i) ? "returned" : i === LATE ? "late" : "onTime";
    const told = new Map(
      rows.map((one: { office: string; cells: { stand: string; accepted: boolean }[] }) => [
        one.office,
        [one.cells[0]!.stand, one.cells[0]!.accepted],
      ]),
    );
    expect(FORTY.map(({ code }) => told.get(code))).toEqual(FORTY.map((_, i) => [standOf(i), accepted.includes(i)]));
    const { stands } = await ask(PROVINCE, "GET", `/provinces/99/progress?${WHICH}`);
    expect(stands).toEqual({ missing: 2, returned: 2, late: 1, nil: 0, onTime: 35 });
    const { total } = await ask(PROVINCE, "GET", `/provinces/99/completeness?${WHICH}`);
    expect([total.offices, total.sent, total.accepted, total.returned, total.missing, total.late]).toEqual([
      40, 36, 31, 2, 2, 1,
    ]);
    const { waiting } = await ask(PROVINCE, "GET", `/provinces/99/levels?${WHICH}`);
    expect(waiting).toEqual({ district: withDistrict.length, province: 0 });
    const late: As = ["district", SLOW_DISTRICT];
    expect((await queueAll(late, "district")).map(({ submission }) => submission).sort()).toEqual(
      withDistrict.map(idOf).sort(),
    );
  });

  it("the reminder names those who owe, and nobody else", async () => {
    clock.now = day("2023-11-16");
    const { text, offices } = await ask(PROVINCE, "POST", "/provinces/99/reminders", {
      form: FORM,
      period: PERIOD,
      channel: "line",
    });
    const owing = [...SILENT, ...stillReturned];
    expect(offices.map(({ office }: { office: string }) => office).sort()).toEqual(
      owing.map((i) => FORTY[i]!.code).sort(),
    );
    const named = FORTY.map((_, i) => i).filter((i) => new RegExp(`${label(i)}(?![0-9])`).test(text));
    expect(named).toEqual(owing.sort((a, b) => a - b));
  });

  it("the department's overview is what was sent up, and opens no more", async () => {
    const { provinces, total } = await ask(DEPARTMENT, "GET", `/department/rollup?${WHICH}`);
    const { line } = provinces.find(({ code }: { code: string }) => code === "99");
    expect(line).toMatchObject({
      ...{
        name: "ตัวอย่าง",
        offices: 40,
        accepted: 31,
        withDistrict: 5,
        stands: { missing: 2, returned: 2, late: 1, nil: 0, onTime: 35 },
      },
      sentUp: { number: 1, reports: 31, changed: false, totals: { rows: 62, fields: { participants: sum(accepted) } } },
    });
    expect([total.answered, total.absent, total.totals.fields.participants]).toEqual([1, 76, sum(accepted)]);
    const above = await ask(DEPARTMENT, "GET", `/submissions?${WHICH}&province=99&limit=1000`);
    expect(above.submissions.map(({ submission }: { submission: string }) => submission).sort()).toEqual(
      accepted.map(idOf).sort(),
    );
    expect((await reach(DEPARTMENT, "GET", `/submissions/${idOf(withDistrict[0]!)}`)).status).toBe(404);
  });

  it("the audit holds every act, in a chain that verifies", () => {
    expect(store.verifyChain().broken).toBeNull();
    const acts = sql.all<{ action: string; n: number }>("SELECT action, count(*) AS n FROM audit GROUP BY action");
    const n = Object.fromEntries(acts.map((one) => [one.action, one.n]));
    const forwarded = accepted.filter((i) => !isDirect(FORTY[i]!) && wayOf(i) !== "mail" && i !== TAKEN);
    expect([n.submit, n.return, n["comment.tick"], n.forward, n.take, n.accept, n.sendup, n.remind]).toEqual([
      41,
      5,
      3,
      forwarded.length,
      1,
      31,
      1,
      1,
    ]);
    const mailed = sql.all<{ n: number }>(
      "SELECT count(*) AS n FROM audit WHERE action = 'submit' AND person = 'mail'",
    )[0]!.n;
    expect(mailed).toBe(SENT.map(wayOf).filter((way) => way === "mail").length);
  });
});
