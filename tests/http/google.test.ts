import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startNode } from "../../worker/host/node.ts";
import { GATHER_MS } from "../../worker/host/outbox.ts";
import { type Loopback, startLoopback } from "../hosts/google/loopback.ts";
import { columnsOf } from "../master/google/support.ts";
import { described } from "./described.ts";
import { type Caller, type CallOptions, FORM, type Stage, setStage } from "./stage.ts";

const PATH = "/api/v1/provinces/99/google";
const ID = "sample-spreadsheet-0123456789-abcdefghijklmn";
const dir = mkdtempSync(join(tmpdir(), "ruam-google-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
const shift = { ms: 0 };
const now = () => Date.now() + shift.ms;
const faults: unknown[] = [];
let loopback: Loopback;
let running: Running;
let stage: Stage;

const open = async () => {
  running = await startNode({
    ...{ port: 0, dataDir: dir, now, rates: { signIn: FREE, address: FREE, person: FREE } },
    google: { ...loopback.settings, lookEveryMs: 0 },
    onFault: (error) => faults.push(error),
  });
};

beforeAll(async () => {
  loopback = await startLoopback(now);
  await open();
  for (const province of ["98", "99"]) running.data.partition(province, true);
  const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${running.port}${path}`, init);
  stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
});
afterAll(async () => {
  await running.close();
  await loopback.close();
  rmSync(dir, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

async function ask(method: string, path: string, options?: CallOptions, caller: Caller = "provinceOwn") {
  const answer = await stage.as(caller, method, path, options);
  return { status: answer.status, json: await described(answer, method, path) };
}
const put = (spreadsheet: string) => ask("PUT", PATH, { body: { spreadsheet } });
const book = () => loopback.google.books.get(ID)!;
const written = async () => {
  await running.outbox!.look();
  shift.ms += GATHER_MS;
  await running.outbox!.look();
};

describe("the province's spreadsheet over HTTP, on Node (the Sheets API is simulated)", () => {
  it("tells before anything is connected whom to share with", async () => {
    expect((await ask("GET", PATH)).json).toEqual({
      ...{ account: loopback.account.email, spreadsheet: null, url: null, title: null },
      ...{ connectedAt: null, lastWrittenAt: null, waiting: 0, trouble: null, edited: [] },
    });
  });

  it.each([
    ["no address", "แฟ้มของฉัน", 422, "google-address"],
    ["another site", `https://docs.google.com.example/spreadsheets/d/${ID}`, 422, "google-address"],
    ["a document", `https://docs.google.com/document/d/${ID}/edit`, 422, "google-address"],
    ["a spreadsheet there is not", `https://docs.google.com/spreadsheets/d/${ID}x/edit`, 422, "google-not-found"],
  ])("refuses %s at once, and keeps nothing", async (_, address, status, code) => {
    const answer = await put(address);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect((await ask("GET", PATH)).json.spreadsheet).toBeNull();
  });

  it.each([
    ["not shared", undefined, "google-no-permission"],
    ["shared for reading", "reader", "google-read-only"],
  ] as const)("%s: says so with the address to share with", async (_, role, code) => {
    const { shared } = loopback.google.newBook(ID, "แบบรายงานรวม");
    if (role !== undefined) shared.set(loopback.account.email, role);
    const { status, json } = await put(ID);
    expect([status, json.code, json.params]).toEqual([422, code, { email: loopback.account.email }]);
    expect(json.title).toContain(loopback.account.email);
  });

  it("says that Google does not answer, and changes nothing", async () => {
    loopback.google.faults.push({ when: "before", answer: "drop" });
    const { status, json } = await put(ID);
    expect([status, json.code]).toEqual([503, "google-busy"]);
  });

  it.each([
    `https://docs.google.com/spreadsheets/d/${ID}/edit?gid=0#gid=0`,
    ` https://docs.google.com/spreadsheets/u/0/d/${ID}/ `,
    `https://docs.google.com/a/example.go.th/spreadsheets/d/${ID}`,
    ID,
  ])("connects by %s", async (address) => {
    book().shared.set(loopback.account.email, "writer");
    const { status, json } = await put(address);
    expect([status, json]).toEqual([
      200,
      {
        ...{ account: loopback.account.email, spreadsheet: ID, title: "แบบรายงานรวม", lastWrittenAt: null, waiting: 2 },
        ...{ url: `https://docs.google.com/spreadsheets/d/${ID}/edit`, connectedAt: expect.any(String) },
        ...{ trouble: null, edited: [] },
      },
    ]);
  });

  it("a report that is sent stands in the sheet with its receipt; a restart in between loses nothing", async () => {
    const { receipt } = await stage.sent("2023-11", { centres: ["ศพด.ตัวอย่างหนึ่ง", "ศพด.ตัวอย่างสอง"] });
    expect(await running.outbox!.look()).toBeUndefined();
    await running.close();
    await open();
    await written();
    const tab = book().sheets.find(({ title }) => title === "คลิป ศพด. พ.ย.66")!;
    expect(columnsOf(tab, ["ศพด.", "เลขที่รับ"])).toEqual([
      ["ศพด.ตัวอย่างหนึ่ง", receipt],
      ["ศพด.ตัวอย่างสอง", receipt],
    ]);
    const { json } = await ask("GET", PATH);
    expect(json).toMatchObject({ waiting: 0, trouble: null });
    expect(Date.parse(json.lastWrittenAt as string)).toBeGreaterThan(Date.now());
  });

  it("an office gets its receipt, and the province returns it, while Google keeps us waiting", async () => {
    await stage.sent("2023-12", {});
    await running.outbox!.look();
    shift.ms += GATHER_MS;
    loopback.google.faults.push({ when: "before", answer: "hang" });
    let done = false;
    const looking = running.outbox!.look().then(() => {
      done = true;
    });
    const { submission } = await stage.sent("2023-12", { centres: ["ศพด.ใหม่"] });
    const back = await ask("POST", `/api/v1/submissions/${submission}/return`, { body: { note: "ตรวจแถว 6" } });
    expect([back.status, done]).toEqual([200, false]);
    loopback.hangUp();
    await looking;
    shift.ms += 60_000;
    await written();
    const tab = book().sheets.find(({ title }) => title === "คลิป ศพด. ธ.ค.66")!;
    expect(columnsOf(tab, ["ศพด.", "สถานะ"])).toEqual([["ศพด.ใหม่", "ส่งคืนแก้ไข"]]);
  });

  it("speaks of trouble in the language asked for, and offers a new tab only for one that was changed", async () => {
    book().shared.clear();
    await stage.sent("2024-01", {});
    await written();
    const th = (await ask("GET", PATH)).json.trouble as { message: string };
    const en = (await ask("GET", `${PATH}?lang=en`)).json.trouble as { code: string; message: string };
    expect(th.message).toContain(`เพิ่ม ${loopback.account.email} เป็นผู้แก้ไข`);
    expect([en.code, en.message]).toEqual(["no-permission", expect.stringContaining("as an editor")]);
    expect((await ask("POST", `${PATH}/tabs`, { body: { form: FORM, period: "2024-01" } })).status).toBe(404);
  });

  it("is let go, twice if need be", async () => {
    for (const _ of [1, 2]) expect((await ask("DELETE", PATH)).json).toMatchObject({ spreadsheet: null, waiting: 0 });
    const lines = running.data
      .partition("99")
      .auditLines(0, 1000)
      .filter(({ action }) => action.startsWith("google"));
    expect(lines.map(({ action, role, place }) => [action, role, place])).toEqual([
      ...Array(4).fill(["google.connect", "province", "99"]),
      ["google.disconnect", "province", "99"],
    ]);
  });

  it("keeps no key and no token in the data folder, in answers or in reports of faults", async () => {
    const kept = readdirSync(dir)
      .map((name) => readFileSync(join(dir, name)).toString("latin1"))
      .join("");
    expect(kept).not.toMatch(/PRIVATE KEY|ya29\./);
    expect(JSON.stringify((await ask("GET", PATH)).json)).not.toMatch(/PRIVATE KEY|ya29\./);
  });
});
