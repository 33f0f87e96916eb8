import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { run } from "./ruam.ts";

const HEAD =
  "แบบรายงานการจัดทำคลิปวิดีโอ ศูนย์พัฒนาเด็กเล็ก\nจังหวัดตัวอย่าง\nลำดับที่,จังหวัด,อำเภอ,อปท.,ศพด.,จัดทำคลิปวิดีโอ,,หมายเหตุ\n,,,,,ดำเนินการ,ไม่ดำเนินการ,\n";
const row = (office: string, done: string) => `1,ตัวอย่าง,สมมติ,${office},ศพด.บ้านต้นแบบ,${done},,\n`;

let folder: string;
let running: Running;
let code: string;
const at = (name: string) => join(folder, name);
const submit = (file: string, ...more: string[]) =>
  run("submit", at(file), "--to", running.url, "--code", code, "--period", "2023-10", ...more);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-submit-"));
  running = await startNode({ port: 0, dataDir: at("data") });
  importOffices(running.data, SAMPLE_OFFICES, "test");
  const added = await run("people", "add", "--role", "office", "--place", "6990203", "--data", at("data"), "--json");
  expect(added.exit).toBe(0);
  const issued = JSON.parse(added.out[0]!);
  expect(issued).toEqual({ code: expect.stringMatching(/^99(-[0-9A-Z]{4}){4}$/), role: "office", place: "6990203" });
  code = issued.code;
  await writeFile(at("good.csv"), HEAD + row("อบต.สมมติใต้", "/"));
  await writeFile(at("changed.csv"), HEAD + row("อบต.สมมติใต้", "✓"));
  await writeFile(at("doubt.csv"), HEAD + row("สมมติเหนือ", "/"));
  await writeFile(at("other.csv"), HEAD + row("ทต.สมมติเหนือ", "/"));
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

describe("ruam submit", () => {
  it("sends, and a command given twice gives the same receipt", async () => {
    const first = await submit("good.csv", "--json");
    const again = await submit("good.csv", "--json");
    expect([first.exit, JSON.parse(first.out[0]!).version]).toEqual([0, 1]);
    expect(again).toEqual(first);
  });

  it("prints a receipt a person can write down", async () => {
    const { exit, out } = await submit("good.csv");
    expect([exit, out.length]).toEqual([0, 1]);
    expect(out[0]).toMatch(/^ได้รับแล้ว เลขที่รับ 99-6610-[0-9A-Z]{6} ฉบับที่ 1 เวลา .*\(หลังกำหนด\)/);
  });

  it("sends a changed file as the next version", async () => {
    const { exit, out } = await submit("changed.csv", "--json");
    expect([exit, JSON.parse(out[0]!).version]).toEqual([0, 2]);
  });

  it("sends the same file anew after the province has returned it, and only once", async () => {
    const list = await asProvince("GET", "/submissions?form=childcare-clips&period=2023-10");
    const [sent] = (list as { submissions: { submission: string }[] }).submissions;
    await asProvince("POST", `/submissions/${sent!.submission}/return`, { note: "ตรวจชื่อศูนย์อีกครั้ง", comments: [] });
    const anew = await submit("changed.csv", "--json");
    const again = await submit("changed.csv", "--json");
    expect([anew.exit, JSON.parse(anew.out[0]!).version, JSON.parse(again.out[0]!).version]).toEqual([0, 3, 3]);
  });

  it("exits 1 with the cells that wait for a person, and nothing is received", async () => {
    const { exit, out } = await submit("doubt.csv");
    expect(exit).toBe(1);
    expect(out).toContainEqual(expect.stringMatching(/^รอเลือก {2}D5 {2}/));
  });

  it("exits 1 for rows of another office", async () => {
    const { exit, out } = await submit("other.csv");
    expect([exit, out.length]).toEqual([1, 1]);
    expect(out[0]).toMatch(/^D5/);
  });

  it.each([
    ["a wrong code", () => ["--to", running.url, "--code", "99-0000-0000-0000-0000"], /รหัสเข้าใช้/],
    [
      "nobody at the address",
      () => ["--to", "http://127.0.0.1:1", "--code", code],
      /ติดต่อ http:\/\/127\.0\.0\.1:1 ไม่ได้/,
    ],
  ])("exits 2 for %s, in plain words", async (_, args, reason) => {
    const { exit, out, err } = await run("submit", at("good.csv"), ...args());
    expect([exit, out]).toEqual([2, []]);
    expect(err.join("\n")).toMatch(reason);
  });

  it("exits 2 for a server that is no collector", async () => {
    const stranger = createServer((_, response) => response.end("<html>hello</html>")).listen(0, "127.0.0.1");
    await new Promise((resolve) => stranger.once("listening", resolve));
    const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    const { exit, err } = await run("submit", at("good.csv"), "--to", url, "--code", code);
    stranger.close();
    expect([exit, err[0]]).toEqual([2, expect.stringContaining(url)]);
  });
});

describe("ruam master", () => {
  it("writes what was sent while the collector goes on", async () => {
    const out = at("master.xlsx");
    const which = "--province 99 --form childcare-clips --period 2023-10".split(" ");
    const { exit, out: answer } = await run("master", ...which, "--out", out, "--data", at("data"));
    expect([exit, answer]).toEqual([0, []]);
    const { sheets } = await readWorkbook(await readFile(out));
    const rows = sheets[0]!.rows.filter((cells) => typeof cells[0] === "number");
    expect(rows.map((cells) => cells.slice(0, 6))).toEqual([[1, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านต้นแบบ", "/"]]);
  });
});

async function asProvince(method: string, path: string, body?: object): Promise<unknown> {
  const added = await run("people", "add", "--role", "province", "--place", "99", "--data", at("data"));
  const ask = async (to: string, how: string, what: object | undefined, token: string) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const init = what === undefined ? { method: how, headers } : { method: how, headers, body: JSON.stringify(what) };
    return (await fetch(`${running.url}/api/v1${to}`, init)).json();
  };
  const session = (await ask("/session", "POST", { code: added.out[0] }, "none")) as { token: string };
  return ask(path, method, body, session.token);
}
