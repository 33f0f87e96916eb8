import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { editWorkbook } from "../../shared/workbook/edit.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { described } from "./described.ts";
import { type Caller, type CallOptions, OFFICE, type Stage, setStage, submission, upload } from "./stage.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-districts-http-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
const clock = { now: Date.parse("2024-07-30T03:00:00Z") };
const FORM = "community-leaders";
const PERIOD = "2024-07";
/** The district 9901 where it reports itself, and its neighbour 9902. */
const SEAT = "9990100";
const OTHER = "9990200";
const WHICH = `form=${FORM}&period=${PERIOD}`;
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

async function ask(caller: Caller, method: string, path: string, options: CallOptions = {}) {
  const url = `/api/v1${path}`;
  const answer = await stage.as(caller, method, url, options);
  return { status: answer.status, json: await described(answer, method, url) };
}

/** Another day: whoever comes then signs in anew. */
async function moveTo(instant: string): Promise<void> {
  clock.now = Date.parse(instant);
  for (const caller of Object.keys(stage.codes) as Caller[]) {
    const body = { code: stage.codes[caller] };
    const session = await stage.as(null, "POST", "/api/v1/session", { body });
    stage.tokens[caller] = ((await session.json()) as { token: string }).token;
  }
}

const TYPED: Record<string, Scalar> = {
  ...{ G6: 2, G9: 8, G10: 9, G11: 20, G12: 4, G13: 0, C16: "ทาสีรั้วศูนย์ฯ", G16: 1, C17: "ปลูกต้นไม้", G17: 1 },
  ...{ C20: "ทาสีรั้วศูนย์ฯ", G20: 4, C22: "ปลูกต้นไม้", G22: 4, B26: "ศูนย์ฯ สะอาดสวยงาม" },
};

/** The blank as the collector gives it to the district, filled in. */
async function filled(seat: string, more: Record<string, Scalar> = {}): Promise<Uint8Array<ArrayBuffer>> {
  const path = `/api/v1/forms/${FORM}/blank.xlsx?province=99&office=${seat}&period=${PERIOD}`;
  const blank = new Uint8Array(await (await stage.as(null, "GET", path)).arrayBuffer());
  const { sheet } = (await readWorkbook(blank)).sheets[0]!;
  const edits = Object.entries({ ...TYPED, ...more }).map(([cell, value]) => ({ sheet, cell, value }));
  return new Uint8Array(await editWorkbook(blank, edits));
}

const unique = () => ({ "idempotency-key": crypto.randomUUID() });
const post = async (caller: Caller, seat: string, more?: Record<string, Scalar>, fields: Record<string, string> = {}) =>
  ask(caller, "POST", "/submissions/file", {
    body: upload(await filled(seat, more), "report.xlsx", { form: FORM, period: PERIOD, ...fields }),
    headers: unique(),
  });

describe("a form that districts owe", () => {
  it("is asked of each district, and of no office; its limits are held", async () => {
    const { json } = await ask("provinceOwn", "GET", `/provinces/99/completeness?${WHICH}`);
    expect(
      (json.offices as { office: string; name: string; status: string }[]).map(
        (one) => `${one.office} ${one.name} ${one.status}`,
      ),
    ).toEqual(["9990100 อำเภอเมืองตัวอย่าง missing", "9990200 อำเภอสมมติ missing", "9990300 อำเภอทดลอง missing"]);
    const forms = async (caller: Caller, path: string) =>
      ((await ask(caller, "GET", path)).json.items as { form: string }[]).map(({ form }) => form);
    expect(await forms("districtOwn", "/todo")).toEqual([FORM]);
    expect(await forms("districtOwn", "/work")).toEqual([FORM]);
    expect(await forms("officeOwn", "/work")).not.toContain(FORM);
    expect((await ask("districtOther", "GET", `/work?office=${SEAT}`)).status).toBe(404);
    expect((await ask("officeOwn", "GET", `/work?office=${SEAT}`)).status).toBe(404);
    const few: [Record<string, Scalar>, string][] = [
      [{ G6: 0 }, "MIN_CENTRES"],
      [{ G9: 1, G10: 1, G11: 1, G12: 1 }, "MIN_PARTICIPANTS"],
      [{ C16: null, G16: null, C17: null, G17: null, C20: null, G20: null, C22: null, G22: null }, "ACTIVITY_MISSING"],
      [{ G20: 3 }, "PHOTO_COUNT"],
      [{ C22: "ปลูกต้นไผ่" }, "PHOTO_MATCH"],
    ];
    for (const [typed, code] of few) {
      const { status, json: refused } = await post("districtOwn", SEAT, typed);
      expect([status, (refused.findings as { code: string }[]).map((one) => one.code)]).toEqual([
        422,
        expect.arrayContaining([code]),
      ]);
    }
    expect((await ask("provinceOwn", "GET", `/submissions?${WHICH}`)).json.submissions).toEqual([]);
  });

  it("goes from the blank to the master by a person of the district; nobody else sends it", async () => {
    const { status, json } = await post("districtOwn", SEAT);
    expect([status, json.version, json.late]).toEqual([201, 1, false]);
    const id = json.submission as string;
    expect((await post("districtOwn", OTHER)).json).toMatchObject({ status: 422, code: "office-mismatch" });
    expect((await post("districtOther", SEAT, {}, { office: SEAT })).json.code).toBe("office-unknown");
    expect((await post("officeOwn", SEAT)).json.code).toBe("forbidden");
    expect((await post("department", SEAT)).json.code).toBe("forbidden");
    const clips = { body: submission("2024-07"), headers: unique() };
    expect((await ask("districtOwn", "POST", "/submissions", clips)).json.code).toBe("forbidden");
    // The province may, for a district whose file came by post; who it is stands in the sheet.
    const onBehalf = await post("provinceOwn", OTHER);
    expect(onBehalf.status).toBe(201);

    const { json: kept } = await ask("districtOwn", "GET", `/submissions/${id}`);
    expect([kept.office, kept.officeName, kept.district]).toEqual([SEAT, "อำเภอเมืองตัวอย่าง", "เมืองตัวอย่าง"]);
    for (const caller of ["officeOwn", "districtOther", "provinceOther"] as const)
      expect((await ask(caller, "GET", `/submissions/${id}`)).status).toBe(404);

    const progress = await ask("provinceOwn", "GET", `/provinces/99/progress?${WHICH}`);
    expect(progress.json).toMatchObject({ offices: 3, stands: { missing: 1, onTime: 2 } });
    const matrix = await ask("districtOwn", "GET", `/provinces/99/matrix?${WHICH}&months=1`);
    expect((matrix.json.rows as { office: string }[]).map(({ office }) => office)).toEqual([SEAT]);
    const body = { form: FORM, period: PERIOD, channel: "line" };
    const reminder = await ask("provinceOwn", "POST", "/provinces/99/reminders", { body });
    expect((reminder.json.offices as { name: string }[]).map(({ name }) => name)).toEqual(["อำเภอทดลอง"]);
    const until = { form: FORM, period: PERIOD, office: "9990300", until: "2024-08-20T09:00:00Z", reason: "น้ำท่วม" };
    expect((await ask("provinceOwn", "POST", "/provinces/99/extensions", { body: until })).status).toBe(200);
    const stray = { ...until, office: OFFICE.code };
    expect((await ask("provinceOwn", "POST", "/provinces/99/extensions", { body: stray })).status).toBe(404);

    const master = await stage.as("provinceOwn", "GET", `/api/v1/provinces/99/master.xlsx?${WHICH}`);
    const { sheets } = await readWorkbook(new Uint8Array(await master.arrayBuffer()));
    const text = JSON.stringify(sheets);
    for (const said of ["อำเภอเมืองตัวอย่าง", "ทาสีรั้วศูนย์ฯ (1); ปลูกต้นไม้ (1)", "อำเภอทดลอง", json.receipt as string])
      expect(text).toContain(said);
    expect(text).not.toContain(OFFICE.code);
    const csv = await (await stage.as("districtOwn", "GET", `/api/v1/provinces/99/master.csv?${WHICH}`)).text();
    expect(csv.trim().split("\r\n")).toHaveLength(2);
  });

  it("comes back to the district, is answered and sent again; late is late; it takes back only its own", async () => {
    const list = (await ask("districtOwn", "GET", `/submissions?${WHICH}`)).json.submissions as {
      submission: string;
    }[];
    const id = list[0]!.submission;
    const own = { body: { note: "ขอเอง" } };
    expect((await ask("districtOwn", "POST", `/submissions/${id}/return`, own)).json.code).toBe("forbidden");
    const note = { body: { note: "โปรดเพิ่มผล", comments: [{ row: null, field: "s5", text: "เขียนให้ครบ" }] } };
    expect((await ask("provinceOwn", "POST", `/submissions/${id}/return`, note)).status).toBe(200);
    const { json: work } = await ask("districtOwn", "GET", "/work");
    const [item] = work.items as { status: string; returns: { id: number }[] }[];
    expect(item!.status).toBe("returned");
    const tick = { body: { returned: item!.returns[0]!.id, number: 0, answer: "เพิ่มแล้ว" } };
    expect((await ask("districtOther", "POST", `/submissions/${id}/comments`, tick)).json.code).toBe("forbidden");
    expect((await ask("districtOwn", "POST", `/submissions/${id}/comments`, tick)).status).toBe(200);
    await moveTo("2024-08-12T03:00:00Z");
    const again = await post("districtOwn", SEAT, { B27: "ชุมชนร่วมมือกัน" });
    expect([again.json.version, again.json.late]).toEqual([2, true]);
    for (const caller of ["districtOther", "officeOwn"] as const)
      expect((await ask(caller, "POST", `/submissions/${id}/withdraw`)).status).toBeGreaterThanOrEqual(403);
    expect((await ask("districtOwn", "POST", `/submissions/${id}/withdraw`)).json.status).toBe("withdrawn");
    const lines = await (await stage.collector.at("99")).auditLines(0, 10_000);
    const sends = lines
      .filter(({ action }) => action === "submit")
      .map(({ role, place, detail }) => [role, place, detail.office, detail.onBehalf]);
    expect(sends).toEqual([
      ["district", "9901", SEAT, "no"],
      ["province", "99", OTHER, "yes"],
      ["district", "9901", SEAT, "no"],
    ]);
    expect((await (await stage.collector.at("99")).verifyAudit()).broken).toBeNull();
  });
});
