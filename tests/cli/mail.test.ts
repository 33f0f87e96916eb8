import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { openData } from "../../worker/host/data.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { THERE } from "../http/stage.ts";
import { book } from "../intake/books.ts";
import { makeMail } from "../intake/heap.ts";
import { run } from "./ruam.ts";

let folder: string;
let running: Running;
const codes: Record<string, string> = {};
const at = (name: string) => join(folder, name);
const json = (out: string[]) => (JSON.parse(out[0]!) as { files: Record<string, unknown>[] }).files;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-mail-cli-"));
  running = await startNode({ port: 0, dataDir: at("served") });
  importOffices(running.data, SAMPLE_OFFICES, "test");
  for (const [role, place] of [
    ["province", "99"],
    ["office", "6990203"],
  ] as const)
    codes[role] = (await run("people", "add", "--role", role, "--place", place, "--data", at("served"))).out[0]!;
  const own = openData(at("own"));
  importOffices(own, SAMPLE_OFFICES, "test");
  own.close();
  const two = openData(at("two"));
  importOffices(two, [...SAMPLE_OFFICES, ...THERE], "test");
  two.close();
  await writeFile(at("ดี.eml"), makeMail([{ name: "ดี.xlsx", bytes: book("2023-10") }]));
  await writeFile(at("ว่าง.eml"), makeMail([]));
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

describe("ruam mail", () => {
  it("puts what is attached into the inbox of the folder's province, once", async () => {
    const first = await run("mail", at("ดี.eml"), "--data", at("own"), "--json");
    expect([first.exit, json(first.out)]).toMatchObject([
      0,
      [{ name: "ดี.xlsx", within: ["ดี.eml"], outcome: "kept", office: "5990102", period: "2023-10", needs: [] }],
    ]);
    const again = await run("mail", at("ดี.eml"), at("ว่าง.eml"), "--data", at("own"));
    expect([again.exit, again.out]).toEqual([
      1,
      [
        expect.stringMatching(/^ดี\.eml > ดี\.xlsx {2}ทต\.ตัวอย่างพัฒนา 2023-10 {2}อยู่ในกล่องแล้ว/),
        expect.stringMatching(/^ว่าง\.eml .*\n {4}อีเมลนี้ไม่มีไฟล์แนบ/),
      ],
    ]);
  });

  it("over HTTP the same, as the province that signs in", async () => {
    const sent = await run(
      "mail",
      at("ดี.eml"),
      at("ว่าง.eml"),
      "--to",
      running.url,
      "--code",
      codes.province!,
      "--json",
    );
    expect([sent.exit, json(sent.out).map(({ outcome, office }) => [outcome, office])]).toEqual([
      1,
      [
        ["kept", "5990102"],
        ["left", null],
      ],
    ]);
    const actor = { person: "x", role: "province", place: "99" } as const;
    expect(running.data.partition("99").waitingArrivals(actor, undefined, 10)).toMatchObject([
      { name: "ดี.xlsx", within: ["ดี.eml"], mail: { from: "office@example.go.th", subject: "ส่งรายงาน" } },
    ]);
  });

  it.each<[string, () => string[], RegExp]>([
    ["no file", () => [], /FILE/],
    ["a file that is not there", () => [at("ไม่มี.eml"), "--data", at("own")], /ไม่พบไฟล์/],
    ["a folder of several provinces", () => [at("ดี.eml"), "--data", at("two")], /--province \(98 99\)/],
    [
      "a province that is not in the folder",
      () => [at("ดี.eml"), "--data", at("own"), "--province", "54"],
      /ยังไม่มีข้อมูลจังหวัด 54/,
    ],
    ["two ways at once", () => [at("ดี.eml"), "--data", at("own"), "--to", running.url], /อย่างใดอย่างหนึ่ง/],
    ["no code", () => [at("ดี.eml"), "--to", running.url], /--code/],
    ["an office's code", () => [at("ดี.eml"), "--to", running.url, "--code", codes.office!], /ไม่ใช่ของจังหวัดหรืออำเภอ/],
    ["nobody at the address", () => [at("ดี.eml"), "--to", "http://127.0.0.1:1", "--code", "x"], /ติดต่อ/],
  ])("exits 2 for %s, in plain words", async (_, args, reason) => {
    const { exit, out, err } = await run("mail", ...args());
    expect([exit, out, err.join("\n")]).toEqual([2, [], expect.stringMatching(reason)]);
  });
});
