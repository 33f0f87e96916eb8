import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { activity, FORM } from "../keying/sample.ts";
import { report } from "../province/sample.ts";
import { described } from "./described.ts";
import { type Caller, type CallOptions, OFFICE, type Stage, setStage } from "./stage.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-keying-http-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
let running: Running;
let stage: Stage;
let sent: { submission: string; version: number };

beforeAll(async () => {
  running = await startNode({ port: 0, dataDir: dir, rates: { signIn: FREE, address: FREE, person: FREE } });
  for (const province of ["98", "99"]) running.data.partition(province, true);
  const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${running.port}${path}`, init);
  stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
  const actor = { person: "99-PSEED", role: "office", place: OFFICE.code } as const;
  const rows = [activity(6, "ปลูกป่า"), activity(7, "=HYPERLINK(1)")];
  sent = running.data.partition("99").submit(actor, report({ form: FORM, office: OFFICE.code, rows })).receipt;
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ask(caller: Caller, method: string, path: string, body?: CallOptions["body"]) {
  const url = `/api/v1${path}`;
  const answer = await stage.as(caller, method, url, body === undefined ? {} : { body });
  return { status: answer.status, json: await described(answer, method, url) };
}

const PATH = `/keying?form=${FORM}&system=e-report`;

describe("rows to be keyed, over HTTP: every answer is as described", () => {
  it("listed, marked, taken off; nobody else's place", async () => {
    const list = await ask("districtOwn", "GET", PATH);
    expect([list.status, (list.json.rows as unknown[]).length]).toEqual([200, 2]);
    const body = { system: "e-report", submission: sent.submission, version: 1, row: 6, keyed: true };
    const marked = await ask("districtOwn", "POST", "/keying/ticks", body);
    expect(marked.json).toMatchObject({ already: false, keyed: { row: 6, place: "9901" } });
    const { at } = marked.json.keyed as { at: string };
    expect((await ask("districtOther", "POST", "/keying/ticks", body)).status).toBe(404);
    expect((await ask("provinceOwn", "POST", "/keying/ticks", body)).status).toBe(403);
    expect((await ask("districtOwn", "POST", "/keying/ticks", { ...body, keyed: false })).json.code).toBe(
      "invalid-request",
    );
    expect((await ask("districtOwn", "POST", "/keying/ticks", { ...body, keyed: false, at })).json).toEqual({
      keyed: null,
      already: false,
    });
    expect((await ask("officeOwn", "GET", PATH)).json.code).toBe("forbidden");
    expect((await ask("districtOwn", "GET", `/keying?form=${FORM}&system=moon`)).json.code).toBe("not-found");
  });

  it("the file: what is left, as text only, with an empty column to tick", async () => {
    const answer = await stage.as("districtOwn", "GET", `/api/v1/keying.xlsx?form=${FORM}&system=e-report`);
    expect(answer.status).toBe(200);
    const { sheets } = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
    const [title, heading, ...rows] = sheets[0]!.rows;
    expect([title![0], heading!.slice(0, 4), heading!.at(-1)]).toEqual([
      "แถวที่ยังไม่คีย์เข้า E-Report 2 แถว",
      ["คีย์แล้ว", "อปท.", "ประเภทกิจกรรม", "ชื่อกิจกรรม"],
      "แถวในรายงาน",
    ]);
    expect(rows.map((row) => [row[0] ?? null, row[3]])).toEqual([
      [null, "ปลูกป่า"],
      [null, "=HYPERLINK(1)"],
    ]);
  });
});
