import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { unpackProvince } from "../../shared/offices/pack.ts";
import { scalarOf } from "../../shared/sheet/grid.ts";
import { writePlainXlsx } from "../../shared/workbook/plainXlsx.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { described } from "./described.ts";
import {
  type Caller,
  type CallOptions,
  csvOf,
  FORM,
  HERE,
  NEIGHBOUR,
  OFFICE,
  type Stage,
  setStage,
  sheet,
  upload,
} from "./stage.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-registry-http-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
const clock = { now: Date.parse("2023-11-03T03:00:00Z") };
let running: Running;
let stage: Stage;

beforeAll(async () => {
  running = await startNode({
    ...{ port: 0, dataDir: dir, now: () => clock.now },
    rates: { signIn: FREE, address: FREE, person: FREE },
  });
  for (const province of ["98", "99"]) running.data.partition(province, true);
  const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${running.port}${path}`, init);
  stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ask(caller: Caller, method: string, path: string, body?: CallOptions["body"]) {
  const url = `/api/v1${path}`;
  const answer = await stage.as(caller, method, url, body === undefined ? {} : { body });
  // biome-ignore lint/suspicious/noExplicitAny: whatever the description says it is
  return { status: answer.status, json: (await described(answer, method, url)) as any };
}

const lines = () => running.data.partition("99").auditLines(0, 1000);

describe("what an office reported before, over HTTP", () => {
  it("is the same input and the same verdict at the check, at sending, by mail and in the sidebar", async () => {
    const { submission } = await stage.sent("2023-09", { centres: ["ศพด.บ้านหนองไผ่", "ศพด.วัดกลาง"] });
    const grid = sheet("2023-10", ["ศพด.บ้านหนองไผ", "ศพด.ตั้งใหม่"]);
    const check = () => ask("officeOwn", "POST", "/check", { grid, form: FORM, period: "2023-10" });
    const codesOf = (rows: { cells: Record<string, { codes: string[] }> }[]) =>
      rows.map((row) => row.cells.centre?.codes);
    expect(codesOf((await check()).json.rows.slice(0, 2))).toEqual([[], []]);
    await ask("provinceOwn", "POST", `/submissions/${submission}/accept`, {});

    const checked = (await check()).json;
    expect(codesOf(checked.rows.slice(0, 2))).toEqual([["CDC_NEW"], ["CDC_NEW"]]);
    expect(checked.rows[0].cells.centre.suggestions).toEqual(["ศพด.บ้านหนองไผ่"]);
    expect(checked.findings.map((one: { code: string }) => one.code)).toContain("CDC_GONE");

    // the sidebar: the list and the answer to /before, and the same engine
    const { json: before } = await ask("officeOwn", "GET", `/before?form=${FORM}&period=2023-10`);
    expect(before).toEqual({
      ...{ office: OFFICE.code, form: FORM, centres: ["ศพด.บ้านหนองไผ่", "ศพด.วัดกลาง"] },
      last: { period: "2023-09", rows: [expect.objectContaining({ centre: "ศพด.บ้านหนองไผ่" }), expect.anything()] },
    });
    expect(Object.keys(before.last.rows[0]).sort()).toEqual(["centre", "district", "office", "province"]);
    const { json: roster } = await ask("officeOwn", "GET", "/provinces/99/offices");
    const own = checkGrid(grid, {
      ...{ registry: unpackProvince(roster.pack), form: FORM, province: "99", period: "2023-10", today: "2023-11-03" },
      before,
    });
    const plain = (report: { rows: object[]; findings: object[]; counts: object }) =>
      JSON.parse(
        JSON.stringify({ rows: report.rows, findings: report.findings, counts: report.counts }),
        (key, value) => (key === "message" ? undefined : value),
      );
    expect(plain(checked)).toEqual(plain(own));

    // by mail, and as it is kept
    const mailed = await ask("provinceOwn", "POST", "/intake/check", upload(csvOf(grid), "report.csv"));
    expect([mailed.json.period, mailed.json.counts.warn]).toEqual(["2023-10", checked.counts.warn]);
    const { submission: id } = await stage.sent("2023-10", { centres: ["ศพด.บ้านหนองไผ", "ศพด.ตั้งใหม่"] });
    const kept = (await ask("officeOwn", "GET", `/submissions/${id}`)).json;
    expect(plain({ ...kept, rows: kept.answers }).rows.map((one: object) => JSON.stringify(one))).toEqual(
      plain(own)
        .rows.filter((one: { codes: string[] }) => !one.codes.includes("ROW_BLANK"))
        .map((one: object) => JSON.stringify(one)),
    );
  });

  it("fills a blank with the centres and nothing else; whoever else asks leaves a line", async () => {
    const count = lines().length;
    const answer = await stage.as("officeOwn", "GET", `/api/v1/forms/${FORM}/prefilled.xlsx?period=2023-11`);
    const workbook = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
    const rows = workbook.sheets[0]!.rows.map((row) => row.map((cell) => scalarOf(cell)));
    const first = rows.findIndex((row) => row.includes("ศพด.บ้านหนองไผ่"));
    expect(rows.slice(first, first + 3).map((row) => Array.from({ length: 8 }, (_, i) => row[i] ?? null))).toEqual([
      [1, "ตัวอย่าง", OFFICE.district, "ทต.ตัวอย่างพัฒนา", "ศพด.บ้านหนองไผ่", null, null, null],
      [2, "ตัวอย่าง", OFFICE.district, "ทต.ตัวอย่างพัฒนา", "ศพด.วัดกลาง", null, null, null],
      [3, "ตัวอย่าง", OFFICE.district, null, null, null, null, null],
    ]);
    expect(lines()).toHaveLength(count);
    await ask("districtOwn", "GET", `/before?form=${FORM}&period=2023-10&office=${OFFICE.code}`);
    expect(lines().at(-1)).toMatchObject({ action: "view.before", role: "district", subject: OFFICE.code });
    expect((await ask("districtOwn", "GET", `/before?form=${FORM}&period=2023-10`)).json.code).toBe("office-missing");
  });
});

describe("the registry over HTTP", () => {
  it("a list as a workbook: previewed, taken, and a second time nothing", async () => {
    const rows = [
      ["รหัส อปท.", "ประเภท อปท.", "อปท.", "อำเภอ", "จังหวัด"],
      ...HERE.map((one) => [
        one.code,
        one.type,
        one.code === NEIGHBOUR.code ? "ชื่อใหม่" : one.name,
        one.district,
        one.province,
      ]),
    ];
    const bytes = new Uint8Array(await writePlainXlsx([{ sheet: "รายชื่อ", rows }]));
    const send = (path: string, fields: Record<string, string>) =>
      ask("provinceOwn", "POST", `/provinces/99/registry/list${path}`, upload(bytes, "รายชื่อ.xlsx", fields));
    const plan = (await send("/preview", { from: "2023-11" })).json;
    expect(plan).toMatchObject({ offices: HERE.length, elsewhere: 0, problems: [], added: [], gone: [], moved: [] });
    expect(plan.renamed).toMatchObject([{ office: NEIGHBOUR.code, toName: "อบต.ชื่อใหม่" }]);
    const taken = await send("", { from: "2023-11", revision: String(plan.revision) });
    expect(taken).toMatchObject({ status: 200, json: { revision: plan.revision + 1 } });
    expect((await send("", { from: "2023-11", revision: String(plan.revision) })).json.code).toBe("roster-changed");
    expect((await send("/preview", { from: "2023-11" })).json.renamed).toEqual([]);
    expect(
      (
        await ask(
          "provinceOwn",
          "POST",
          "/provinces/99/registry/list/preview",
          upload(csvOf(sheet("2023-11")), "x.csv", { from: "2023-11" }),
        )
      ).json.code,
    ).toBe("list-unreadable");
    const page = (await ask("districtOwn", "GET", "/provinces/99/registry?find=ชื่อใหม่")).json;
    expect([page.total, page.acts]).toEqual([1, []]);
  });

  it.each([
    ["Excel's own short writing of the code", "6.99E+06", "อบต."],
    ["a type nobody knows beside a right code", OFFICE.code, "สภาตำบล"],
  ])("a list with %s takes nobody off the registry, whatever the page asked", async (_, code, type) => {
    const lines = HERE.map((one) =>
      [
        ...(one.code === OFFICE.code ? [code, type] : [one.code, one.type]),
        ...[one.name, one.district, "99", one.province],
      ].join(","),
    );
    const bytes = new TextEncoder().encode(["code,type,name,district,province_code,province", ...lines].join("\n"));
    const send = (path: string, fields: Record<string, string>) =>
      ask("provinceOwn", "POST", `/provinces/99/registry/list${path}`, upload(bytes, "รายชื่อ.csv", fields));
    const plan = (await send("/preview", { from: "2023-12" })).json;
    expect([plan.unread, plan.gone, plan.kept.map((one: { office: string }) => one.office)]).toEqual([
      1,
      [],
      [OFFICE.code],
    ]);
    const fields = { from: "2023-12", revision: String(plan.revision) };
    expect(await send("", fields)).toMatchObject({
      status: 422,
      json: {
        code: "list-unread",
        params: { count: 1, rows: 1 },
        title: expect.stringContaining("คงไว้ 1 แห่ง"),
      },
    });
    expect((await send("", { ...fields, keep: "1" })).status).toBe(200);
    const find = encodeURIComponent(OFFICE.name);
    const page = (await ask("provinceOwn", "GET", `/provinces/99/registry?find=${find}&period=2023-12`)).json;
    expect(page.offices.map((one: { office: string }) => one.office)).toContain(OFFICE.code);
  });

  it("a code: made, used as the list says, renewed; never told again, and no line holds it", async () => {
    const { json: made } = await ask("provinceOwn", "POST", "/provinces/99/people", {
      role: "office",
      place: "6990303",
    });
    const signIn = (code: string) => stage.as(null, "POST", "/api/v1/session", { body: { code } });
    const token = ((await (await signIn(made.code)).json()) as { token: string }).token;
    const used = () => lines().filter((one) => one.action === "sign.in" && one.subject === made.id).length;
    await signIn(made.code);
    expect(used()).toBe(2);
    const people = (await ask("districtOwn", "GET", "/provinces/99/people?find=แม่ทดลอง")).json;
    expect(people.total).toBe(0);
    const list = (await ask("provinceOwn", "GET", "/provinces/99/people?find=แม่ทดลอง")).json;
    expect(list.places).toMatchObject([{ place: "6990303", people: [{ id: made.id, lastUsed: "2023-11-03" }] }]);
    expect(JSON.stringify(list)).not.toContain(made.code);
    const { json: renewed } = await ask("provinceOwn", "POST", `/provinces/99/people/${made.id}/renew`, {});
    expect([(await signIn(made.code)).status, (await signIn(renewed.code)).status]).toEqual([401, 200]);
    const me = await stage.fetch("/api/v1/todo", { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(401);
    // somebody of the office itself, the department, the province's own: not for this page
    for (const id of [renewed.id.replace(/.$/, "0"), "98-PAAAAAAAA"])
      expect((await ask("provinceOwn", "POST", `/provinces/99/people/${id}/revoke`, {})).json.code).toBe(
        "code-unknown",
      );
    const letters = (await ask("provinceOwn", "POST", "/provinces/99/people/letters", { district: "9903" })).json
      .letters;
    expect(letters.map((one: { place: string }) => one.place)).toEqual(["5990301", "6990302", "6990304"]);
    const again = (await ask("provinceOwn", "POST", "/provinces/99/people/letters", { district: "9903" })).json.letters;
    expect([(await signIn(letters[0].code)).status, (await signIn(again[0].code)).status]).toEqual([401, 200]);
    const all = JSON.stringify(lines());
    for (const { code } of [made, renewed, ...letters, ...again]) expect(all).not.toContain(code);
    expect(running.data.partition("99").verifyAudit().broken).toBeNull();
  });
});
