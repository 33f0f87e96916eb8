import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IntakeAnswer } from "../../shared/wire/intake.ts";
import type { ReceiptWire } from "../../shared/wire/report.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { HOSTILE_FILES } from "../hostile/workbookFiles.ts";
import { book } from "../intake/books.ts";
import { withCells } from "../intake/heap.ts";
import { partOf } from "../workbook/edit/parts.ts";
import { makeOds, table, textRow } from "../workbook/makeOds.ts";
import { described } from "./described.ts";
import { type Caller, csvOf, NEIGHBOUR, OFFICE, type Stage, setStage, sheet, upload } from "./stage.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-intake-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
let running: Running;
let stage: Stage;

beforeAll(async () => {
  running = await startNode({ port: 0, dataDir: dir, rates: { signIn: FREE, address: FREE, person: FREE } });
  for (const province of ["98", "99"]) running.data.partition(province, true);
  const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${running.port}${path}`, init);
  stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true, force: true });
});

type Bytes = Uint8Array<ArrayBuffer>;
async function ask(
  path: string,
  bytes: Bytes,
  fields: Record<string, string> = {},
  { name = "ไฟล์.xlsx", by = "provinceOwn" as Caller } = {},
) {
  const answer = await stage.as(by, "POST", `/api/v1/intake/${path}`, { body: upload(bytes, name, fields) });
  return { status: answer.status, json: await described(answer, "POST", `/intake/${path}`) };
}
const check = async (...args: [Bytes, Record<string, string>?, { name?: string; by?: Caller }?]) => {
  const { status, json } = await ask("check", ...args);
  expect(status).toBe(200);
  return json as unknown as IntakeAnswer;
};
const send = async (bytes: Bytes, period: string, fields: Record<string, string> = {}) => {
  const { status, json } = await ask("send", bytes, { office: OFFICE.code, period, ...fields });
  return { status, receipt: json as unknown as ReceiptWire, code: json.code };
};
const needs = ({ needs: all }: IntakeAnswer) => all.map(({ code }) => code);

describe("a file is checked by itself", () => {
  it("its office, month and counts come from what stands in it; a text to answer with comes along", async () => {
    const answer = await check(book("2023-01", { centres: ["ศพด.หนึ่ง", "ศพด.สอง"] }), {
      subject: "ส่งงาน อบต.แบบฝึกหัด ธ.ค.66",
    });
    expect(answer).toMatchObject({
      ...{
        office: { code: OFFICE.code, label: "ทต.ตัวอย่างพัฒนา" },
        period: "2023-01",
        submittable: true,
        identified: false,
      },
      ...{ needs: [], counts: { rows: 2, error: 0 }, points: [], received: null, current: null, sheet: "รายงาน" },
      ...{
        offices: [{ office: NEIGHBOUR.code, whence: "subject" }],
        periods: [{ period: "2023-12", whence: "subject" }],
      },
    });
    expect(answer.reply).toBe(
      "เรียน ทต.ตัวอย่างพัฒนา\n\nได้รับไฟล์ ทต.ตัวอย่างพัฒนา ประจำเดือนมกราคม 2566 แล้ว ไม่พบจุดที่ต้องแก้ ขอบคุณครับ/ค่ะ\nไฟล์ “ไฟล์.xlsx”\n" +
        "แบบ: แบบรายงานการจัดทำคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสาของเด็กในศูนย์พัฒนาเด็กเล็กสังกัดองค์กรปกครองส่วนท้องถิ่น",
    );
  });

  it("points are named cell by cell, in Thai for the sender whatever language the page speaks", async () => {
    const grid = withCells(sheet("2023-01", ["ศพด.หนึ่ง", "ศพด.สอง"]), { F7: null, D6: "อบต.ไม่มีจริง" });
    const body = upload(csvOf(grid), "a.csv");
    const headers = { "accept-language": "en" };
    const answer = (await (
      await stage.as("provinceOwn", "POST", "/api/v1/intake/check", { body, headers })
    ).json()) as IntakeAnswer;
    expect(answer.points[0]!.message).not.toMatch(/กรุณา/);
    expect(answer.points.map(({ cell }) => cell)).toEqual(["D6", "F7, G7"]);
    expect(answer.needs).toEqual([{ code: "points", params: { count: 2 } }]);
    expect(answer.reply).toMatch(
      /จุดที่ต้องแก้ 2 จุด\n• เซลล์ D6 \(อปท\.\): .*อบต\.ไม่มีจริง.*\n• เซลล์ F7, G7 \(ดำเนินการ, ไม่ดำเนินการ\): /,
    );
  });

  it("a month that only the file's name speaks of is proposed, not taken", async () => {
    const file = csvOf(withCells(sheet("2023-01"), { A3: null }));
    const answer = await check(file, {}, { name: "รายงาน ก.พ.66.csv" });
    expect([answer.period, needs(answer), answer.periods]).toEqual([
      null,
      ["no-period"],
      [{ period: "2023-02", whence: "fileName" }],
    ]);
    const chosen = await check(file, { period: "2023-02" }, { name: "รายงาน ก.พ.66.csv" });
    expect(chosen.period).toBe("2023-02");
    // the month is the province's to choose: nothing of it is said to the sender
    expect([answer.reply, chosen.reply?.includes("ไม่พบจุดที่ต้องแก้")]).toEqual([null, true]);
  });

  it("a blank borrowed from another office waits until a person has said whose report it is", async () => {
    const file = book("2023-09", { identity: NEIGHBOUR.code });
    expect([needs(await check(file)), needs(await check(file, { office: OFFICE.code }))]).toEqual([
      ["office-differs"],
      [],
    ]);
    expect(needs(await check(file, { office: NEIGHBOUR.code }))).toEqual(["office-differs"]);
    expect(await send(file, "2023-09", { office: NEIGHBOUR.code })).toMatchObject({
      status: 422,
      code: "office-mismatch",
    });
    expect((await send(file, "2023-09")).status).toBe(201);
  });

  it("a district hears nothing of another district's office", async () => {
    const period = "2023-02";
    const sent = await stage.sent(period);
    const own = await check(book(period, { centres: ["ศพด.อื่น"] }), {}, { by: "districtOwn" });
    const other = await check(book(period, { centres: ["ศพด.อื่น"] }), {}, { by: "districtOther" });
    expect([needs(own), own.current?.receipt]).toEqual([["replaces"], sent.receipt]);
    expect([needs(other), other.current, other.office]).toEqual([["office-outside"], null, null]);
  });

  it.each(["zip-bomb", "encrypted", "macros", "dtd", "truncated", "html-renamed", "zip64", "overlap"])(
    "a hostile or foreign file is an answer, not a failure: %s",
    async (code) => {
      const file = HOSTILE_FILES.find((one) => one.code === code)!;
      const answer = await check(new Uint8Array(file.bytes()));
      expect(answer).toMatchObject({ form: null, office: null, submittable: false });
      expect(answer.needs).toMatchObject([
        { code: code === "encrypted" ? "encrypted" : "unreadable", params: { reason: code } },
      ]);
      expect(answer.reply).toMatch(/^เรียน ผู้ส่งรายงาน\n[\s\S]*• /);
    },
  );
});

describe("a file is sent for its office", () => {
  it("once, however often; the record says who sent it and that it came by mail", async () => {
    const period = "2023-03";
    const file = book(period);
    const [first, second] = await Promise.all([send(file, period), send(file, period)]);
    expect([first!.status, second!.status].sort()).toEqual([200, 201]);
    expect(first!.receipt).toEqual(second!.receipt);
    const line = (await (await stage.collector.at("99")).auditLines(0, 10_000)).at(-1);
    expect(line).toMatchObject({
      action: "submit",
      role: "province",
      detail: { onBehalf: "yes", office: OFFICE.code },
    });
    const detail = await stage.as("officeOwn", "GET", `/api/v1/submissions/${first!.receipt.submission}`);
    expect(await detail.json()).toMatchObject({ client: "mail ไฟล์.xlsx", sender: { role: "province" } });
    const after = await check(file);
    expect([needs(after), after.received?.receipt]).toEqual([[], first!.receipt.receipt]);
  });

  it("in place of another version only when that very version was seen", async () => {
    const period = "2023-04";
    await stage.sent(period);
    const file = book(period, { centres: ["ศพด.ใหม่"] });
    const answer = await check(file);
    expect([needs(answer), answer.current?.version]).toEqual([["replaces"], 1]);
    expect(await send(file, period)).toMatchObject({ status: 409, code: "version-changed" });
    await stage.sent(period, { centres: ["ศพด.สอง"] });
    expect(await send(file, period, { replaces: "1" })).toMatchObject({ status: 409, code: "version-changed" });
    expect(await send(file, period, { replaces: "2" })).toMatchObject({ status: 201, receipt: { version: 3 } });
  });

  it("after a return the same file is a new statement, and only one", async () => {
    const period = "2023-05";
    const file = book(period);
    const first = await send(file, period);
    await stage.as("provinceOwn", "POST", `/api/v1/submissions/${first.receipt.submission}/return`, {
      body: { note: "แก้" },
    });
    const answers = [await send(file, period), await send(file, period)];
    expect(answers.map(({ status, receipt }) => [status, receipt.version])).toEqual([
      [201, 2],
      [200, 2],
    ]);
  });

  it.each<[string, () => Bytes, Record<string, string>, number, string]>([
    ["a point to mend", () => book("2023-06", { centres: [""] }), {}, 422, "not-submittable"],
    ["rows of another office", () => book("2023-06", { office: NEIGHBOUR }), {}, 422, "office-mismatch"],
    ["an office that is not in the list", () => book("2023-06"), { office: "6990999" }, 422, "office-mismatch"],
    ["another province", () => book("2023-06", { office: { ...OFFICE, province: "แพร่" } }), {}, 422, "not-submittable"],
    ["a table of something else", () => csvOf({ sheet: "x", rows: [["ก", "ข"]] }), {}, 422, "not-submittable"],
    ["a file that cannot be read", () => new Uint8Array([0x50, 0x4b, 3, 4]), {}, 422, "unreadable-file"],
    ["no month said", () => book("2023-06"), { period: "" }, 422, "invalid-request"],
    ["a month of พ.ศ.", () => book("2023-06"), { period: "2566-06" }, 422, "invalid-request"],
  ])("%s is refused and leaves nothing behind", async (_, make, fields, status, code) => {
    expect(await send(make(), "2023-06", fields)).toMatchObject({ status, code });
    const list = await stage.as("provinceOwn", "GET", "/api/v1/submissions?form=childcare-clips&period=2023-06");
    expect(await list.json()).toMatchObject({ submissions: [] });
  });

  it("a file that waited leaves the list with its receipt", async () => {
    const period = "2023-07";
    const keep = await stage.as("provinceOwn", "POST", "/api/v1/intake", {
      body: upload(book(period), "รอ.xlsx", { subject: "ส่งงาน", within: "กล่อง.eml\nเมือง" }),
    });
    const { id } = (await described(keep, "POST", "/intake")) as { id: string };
    const list = async () =>
      (await described(await stage.as("provinceOwn", "GET", "/api/v1/intake"), "GET", "/intake")) as {
        items: { id: string }[];
      };
    expect((await list()).items).toMatchObject([
      { id, name: "รอ.xlsx", within: ["กล่อง.eml", "เมือง"], office: OFFICE.code, need: null },
    ]);
    const file = await stage.as("provinceOwn", "GET", `/api/v1/intake/${id}/file`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([file.headers.get("content-type"), bytes]).toEqual(["application/octet-stream", book(period)]);
    expect((await send(bytes, period, { item: id })).status).toBe(201);
    expect((await list()).items).toEqual([]);
    expect((await send(bytes, period, { item: id })).status).toBe(200);
  });
});

describe("the marked workbook", () => {
  const mark = async (bytes: Bytes, name = "ก.xlsx") => {
    const answer = await stage.as("districtOwn", "POST", "/api/v1/intake/marked", { body: upload(bytes, name) });
    return {
      status: answer.status,
      name: answer.headers.get("content-disposition"),
      bytes: new Uint8Array(await answer.arrayBuffer()),
    };
  };
  it("is the same file with a note at each point, also for what may be sent but is worth a look", async () => {
    const file = book("2023-08", { centres: ["ศพด.หนึ่ง", "ศพด.หนึ่ง", ""] });
    const marked = await mark(file);
    expect([marked.status, marked.name]).toEqual([200, expect.stringContaining(encodeURIComponent("ก-ตรวจแล้ว.xlsx"))]);
    expect(await readWorkbook(marked.bytes)).toEqual(await readWorkbook(file));
    const refs = partOf(marked.bytes, "xl/comments1.xml").match(/(?<=ref=")[^"]+/g);
    expect(refs).toEqual(expect.arrayContaining(["E8"]));
  });

  it.each<[string, string, () => Bytes]>([
    [".csv", "ก.csv", () => csvOf(withCells(sheet("2023-08"), { F6: null }))],
    [
      ".ods",
      "ก.ods",
      () => {
        const { rows } = withCells(sheet("2023-08"), { F6: null });
        const texts = rows.map((cells) => textRow(...cells.map((cell) => String(cell ?? ""))));
        return new Uint8Array(makeOds({ body: table("รายงาน", texts.join("")) }));
      },
    ],
  ])("of %s is an .xlsx with the same values and the notes", async (_, name, make) => {
    const marked = await mark(make(), name);
    expect(marked.status).toBe(200);
    expect((await readWorkbook(marked.bytes)).sheets[0]!.rows[5]!.slice(2, 4)).toEqual([
      OFFICE.district,
      OFFICE.type + OFFICE.name,
    ]);
    expect(partOf(marked.bytes, "xl/comments1.xml")).toContain('ref="F6"');
  });

  it("of what is no report, or no workbook, there is none", async () => {
    expect((await mark(csvOf({ sheet: "x", rows: [["ก"]] }), "x.csv")).status).toBe(422);
    expect((await mark(new Uint8Array([0x50, 0x4b, 3, 4]))).status).toBe(422);
  });
});
