import { beforeEach, describe, expect, it } from "vitest";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { CALLERS, type Caller, csvOf, OFFICE, upload } from "../http/stage.ts";
import { type House, type Json, openHouse } from "./house.ts";
import { waterForm, withField } from "./sixth.ts";

const FORMS = "/provinces/99/forms";
const WATER = `${FORMS}/village-water`;
let house: House;

// Wednesday; the report of November is due in December.
beforeEach(async () => {
  house = await openHouse("2026-11-11T03:00:00Z");
});

const put = (definition: unknown, revision: number | null = null, caller: Caller = "provinceOwn") =>
  house.ask(caller, "PUT", `${FORMS}/${(definition as FormDefinition).id}/draft`, { definition, revision });

async function published(definition: FormDefinition, start = "now"): Promise<number> {
  const draft = await put(definition);
  expect(draft).toMatchObject({ status: 200 });
  const { version, revision } = draft.json;
  const answer = await house.ask("provinceOwn", "POST", `${FORMS}/${definition.id}/publish`, {
    version,
    revision,
    start,
  });
  expect(answer).toMatchObject({ status: 200, json: { form: definition.id, version } });
  return version;
}

const HEADING = ["ที่", "อำเภอ", "อปท.", "ชื่อระบบประปา", "ครัวเรือนที่ใช้น้ำ", "วันที่ตรวจคุณภาพน้ำ", "หมายเหตุ"];

function water(rows: Cell[][], heading: Cell[] = HEADING): Grid {
  return { sheet: "พ.ย.69", rows: [["แบบรายงานระบบประปาหมู่บ้าน ประจำเดือนพฤศจิกายน 2569"], heading, ...rows] };
}

const ROW: Cell[] = ["๑", OFFICE.district, OFFICE.type + OFFICE.name, "ประปาบ้านตัวอย่าง", "๑๒๐", null, null];

async function send(
  grid: Grid,
  version: number,
  period = "2026-11",
  office = OFFICE.code,
  caller: Caller = "provinceOwn",
) {
  const body = { form: "village-water", version, period, office, grid };
  const answer = await house.stage.as(caller, "POST", "/api/v1/submissions", {
    body,
    headers: { "idempotency-key": crypto.randomUUID() },
  });
  return { status: answer.status, json: (await answer.json()) as Json };
}

const csv = async (period = "2026-11") =>
  (
    await (
      await house.stage.as("provinceOwn", "GET", `/api/v1/provinces/99/master.csv?form=village-water&period=${period}`)
    ).text()
  )
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));

describe("a draft", () => {
  it("is told point by point what is wrong with it, and nothing is kept", async () => {
    const before = house.contents();
    const cases: [unknown, string][] = [
      [{ ...waterForm(), fields: "none" }, "schema-invalid_type"],
      [{ ...waterForm(), surprise: 1 }, "schema-unrecognized_keys"],
      [{ ...waterForm(), calendarRule: "no-such-rule" }, "DUE_UNKNOWN_RULE"],
      [waterForm({ official: false }), "schema-custom"],
      [withField(waterForm(), "name", { id: "seq" }), "schema-custom"],
      [waterForm({ notes: Array.from({ length: 2_000 }, () => "ก".repeat(150)) }), "schema-too_big"],
    ];
    for (const [definition, code] of cases) {
      const { status, json } = await put({ ...(definition as object), id: "village-water" });
      expect([code, status, json.code]).toEqual([code, 422, "form-invalid"]);
      expect(json.findings.map((one: { code: string }) => one.code)).toContain(code);
    }
    expect(house.contents()).toBe(before);
  });

  it("saved twice is saved once; of two people the second is told", async () => {
    expect((await put(waterForm())).json).toMatchObject({ version: 1, revision: 1 });
    const lines = house.partition("99").auditLines().length;
    expect((await put(waterForm())).json).toMatchObject({ version: 1, revision: 1 });
    expect(house.partition("99").auditLines()).toHaveLength(lines);
    const mine = await put(waterForm({ notes: ["ของฉัน"] }), 1);
    expect(mine.json.revision).toBe(2);
    expect(await put(waterForm({ notes: ["ของเขา"] }), 1)).toMatchObject({
      status: 409,
      json: { code: "draft-changed", params: { revision: 2 } },
    });
    const stale = await house.ask("provinceOwn", "POST", `${WATER}/publish`, { version: 1, revision: 1, start: "now" });
    expect(stale).toMatchObject({ status: 409, json: { code: "draft-changed" } });
    expect((await house.ask("provinceOwn", "POST", `${WATER}/discard`, { revision: 2 })).status).toBe(200);
    expect((await house.ask("provinceOwn", "GET", WATER)).json.code).toBe("form-unknown");
  });

  it("never reaches anybody but the province: no list, no definition, no check, no blank, no book", async () => {
    await put(waterForm());
    for (const caller of Object.keys(CALLERS) as Caller[]) {
      if (caller === "provinceOwn") continue;
      const list = await house.ask(caller, "GET", FORMS);
      expect([caller, JSON.stringify(list.json).includes("village-water")]).toEqual([caller, false]);
      expect([caller, (await house.ask(caller, "GET", `${WATER}/versions/1`)).status]).not.toEqual([caller, 200]);
    }
    for (const path of ["/forms/village-water?province=99", "/forms/village-water/blank.xlsx?province=99"])
      expect((await house.ask(null, "GET", path)).json.code).toBe("form-unknown");
    expect((await house.ask(null, "GET", "/provinces/99/form-book")).json.version).toBe(0);
    const check = { form: "village-water", grid: water([ROW]), province: "99" };
    expect((await house.ask("officeOwn", "POST", "/check", check)).json.code).toBe("form-unknown");
    expect((await send(water([ROW]), 1)).json.code).toBe("form-unknown");
  });

  it("shows its next twelve dates with the province's own days off before anybody owes it", async () => {
    await put(waterForm());
    const first = async () => (await house.ask("provinceOwn", "GET", `${WATER}/versions/1/dates`)).json.dates;
    const dates = await first();
    expect(dates).toHaveLength(12);
    // 5 December 2026 is a holiday on a Saturday, with a day instead on Monday the 7th
    expect(dates[0]).toMatchObject({ period: "2026-11", nominal: "2026-12-05", due: "2026-12-08", off: true });
    expect(dates[0].holiday).not.toBeNull();
    const change = { change: "add", date: "2026-12-08", name: "วันหยุดของจังหวัด" } as const;
    house.partition("99").changeHoliday({ person: "x", role: "province", place: "99" }, change);
    expect((await first())[0].due).toBe("2026-12-09");
    expect(
      (await house.ask("officeOwn", "GET", "/todo")).json.items.map((one: { form: string }) => one.form),
    ).not.toContain("village-water");
  });

  it("tries a sheet and keeps nothing", async () => {
    await put(waterForm());
    const before = house.contents();
    const bad = ROW.with(4, "ประมาณร้อย");
    const { json } = await house.ask("provinceOwn", "POST", `${WATER}/try`, { version: 1, grid: water([ROW, bad]) });
    expect(json).toMatchObject({ form: "village-water", version: 1, period: "2026-11", submittable: false });
    expect(json.rows.map((row: { verdict: string }) => row.verdict)).toEqual(["fixed", "suggest"]);
    expect(house.contents()).toBe(before);
  });
});

describe("what is refused leaves no trace", () => {
  it("for every caller but the province itself, on every act", async () => {
    await published(waterForm());
    await put(waterForm({ notes: ["ใหม่"] }));
    const acts: [string, string, object][] = [
      ["PUT", `${WATER}/draft`, { definition: waterForm({ notes: ["อื่น"] }), revision: 1 }],
      ["POST", `${WATER}/discard`, { revision: 1 }],
      ["POST", `${WATER}/try`, { version: 2, grid: water([ROW]) }],
      ["POST", `${WATER}/dry-run`, { version: 2 }],
      ["POST", `${WATER}/publish`, { version: 2, revision: 1, start: "now" }],
      ["POST", `${WATER}/retire`, { start: "now" }],
    ];
    const before = house.contents();
    const lines = house.partition("99").auditLines().length;
    for (const caller of Object.keys(CALLERS) as Caller[]) {
      if (caller === "provinceOwn") continue;
      for (const [method, path, body] of acts)
        expect([caller, path, (await house.ask(caller, method, path, body)).status]).toEqual([caller, path, 403]);
    }
    expect(house.contents()).toBe(before);
    expect(house.partition("99").auditLines()).toHaveLength(lines);
  });

  it("neither a period that is past, nor a version that is not there", async () => {
    await put(waterForm());
    const publish = (version: number, start: string) =>
      house.ask("provinceOwn", "POST", `${WATER}/publish`, { version, revision: 1, start });
    expect((await publish(1, "2026-10")).json).toMatchObject({ code: "period-past", params: { first: "2026-11" } });
    expect((await publish(7, "now")).json.code).toBe("not-found");
    expect((await house.ask("provinceOwn", "POST", `${WATER}/retire`, { start: "now" })).json.code).toBe("not-found");
  });

  it("the store itself holds a published form: no statement changes or deletes it", async () => {
    await published(waterForm());
    const { partition } = house;
    expect(
      partition("99")
        .formBook(0)!
        .forms.find(({ id }) => id === "village-water"),
    ).toMatchObject({ version: 1 });
    expect(partition("99").verifyAudit().broken).toBeNull();
    const actions = partition("99")
      .auditLines(0, 1000)
      .map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith("form."))).toEqual(["form.draft", "form.publish"]);
  });
});

describe("a published form", () => {
  it("is owed from its period on, has a blank, is recognised by its heading and collected", async () => {
    await published(waterForm());
    const items = (await house.ask("officeOwn", "GET", "/todo")).json.items;
    expect(items.filter((one: { form: string }) => one.form === "village-water")).toMatchObject([
      { period: "2026-11", status: "missing", due: { due: "2026-12-08" } },
    ]);
    const blank = await house.stage.as(
      null,
      "GET",
      `/api/v1/forms/village-water/blank.xlsx?office=${OFFICE.code}&period=2026-11`,
    );
    const workbook = await readWorkbook(new Uint8Array(await blank.arrayBuffer()));
    expect(JSON.stringify(workbook)).toContain("ครัวเรือนที่ใช้น้ำ");
    const found = await house.ask("officeOwn", "POST", "/check", { grid: water([ROW]) });
    expect(found.json).toMatchObject({ form: "village-water", version: 1, period: "2026-11", submittable: true });
    expect((await send(water([ROW]), 1, "2026-11", OFFICE.code, "officeOwn")).status).toBe(201);
    const [heading, row] = await csv();
    expect(heading!.slice(0, 5)).toEqual(HEADING.slice(0, 5));
    expect(row!.slice(3, 5)).toEqual(["ประปาบ้านตัวอย่าง", "120"]);
    expect((await house.ask("districtOwn", "GET", WATER)).json).toMatchObject({
      state: "published",
      version: 1,
      draft: null,
    });
    // A file that came by mail is recognised, too; of a month before the form began it says so.
    const mailed = async (period: string) => {
      const body = upload(csvOf(water([ROW])), "ประปา.csv", { period });
      return (await house.ask("provinceOwn", "POST", "/intake/check", body)).json;
    };
    const codes = async (period: string) => (await mailed(period)).needs.map((need: { code: string }) => need.code);
    expect((await mailed("2026-11")).form.id).toBe("village-water");
    expect(await codes("2026-11")).not.toContain("not-asked");
    expect(await codes("2026-10")).toContain("not-asked");
    // The other province knows nothing of it.
    expect((await house.ask(null, "GET", "/forms/village-water?province=98")).json.code).toBe("form-unknown");
  });

  it("two versions in one period: each report by its own, the master with every column, both readable", async () => {
    await published(waterForm());
    expect((await send(water([ROW]), 1)).status).toBe(201);
    const next = withField(waterForm(), "checked", { id: "tested", label: "ผลตรวจ", kind: "text" });
    expect(await published(next)).toBe(2);
    // The old one is no longer taken; the new one is, from another office.
    expect((await send(water([ROW]), 1)).json).toMatchObject({ code: "form-version", params: { current: 2 } });
    const other = house.partition("99").offices({ person: "x", role: "province", place: "99" })[2]!;
    const row2 = ROW.with(1, other.district)
      .with(2, other.type + other.name)
      .with(5, "ผ่านเกณฑ์");
    const grid = water([row2], HEADING.with(5, "ผลตรวจ"));
    expect((await send(grid, 2, "2026-11", other.code)).status).toBe(201);
    const [heading, ...rows] = await csv();
    expect(heading!.slice(0, 8)).toEqual([
      ...HEADING.with(5, "ผลตรวจ").slice(0, 5),
      "วันที่ตรวจคุณภาพน้ำ (แบบรุ่นที่ 1)",
      "ผลตรวจ",
      "หมายเหตุ",
    ]);
    expect(rows.map((row) => row[6])).toEqual(["", "ผ่านเกณฑ์"]);
    const list = (await house.ask("provinceOwn", "GET", "/submissions?form=village-water")).json.submissions;
    expect(list.map((one: { formVersion: number }) => one.formVersion).sort()).toEqual([1, 2]);
    for (const version of [1, 2]) {
      const definition = await house.ask(null, "GET", `/forms/village-water?province=99&version=${version}`);
      expect(definition.json.version).toBe(version);
      const check = { form: "village-water", version, grid: water([ROW]), province: "99" };
      expect((await house.ask("officeOwn", "POST", "/check", check)).json.version).toBe(version);
    }
  });

  it("a repeated sending gets its receipt also after the form has changed meanwhile", async () => {
    await published(waterForm());
    const body = { form: "village-water", version: 1, period: "2026-11", office: OFFICE.code, grid: water([ROW]) };
    const again = () =>
      house.stage.as("officeOwn", "POST", "/api/v1/submissions", { body, headers: { "idempotency-key": "one" } });
    const first = (await (await again()).json()) as object;
    await published(waterForm({ notes: ["ใหม่"] }));
    const second = await again();
    expect([second.status, await second.json()]).toEqual([200, first]);
  });

  it("from the next period: this period keeps the version it had", async () => {
    await published(waterForm());
    await published(withField(waterForm(), "households", { least: 500 }), "next");
    expect((await send(water([ROW]), 2)).json).toMatchObject({ code: "form-version", params: { current: 1 } });
    expect((await send(water([ROW]), 1)).status).toBe(201);
    const { json } = await house.ask("provinceOwn", "POST", "/check", { grid: water([ROW]), period: "2026-12" });
    expect(json).toMatchObject({ version: 2, submittable: false });
    const now = (await house.ask("provinceOwn", "POST", "/check", { grid: water([ROW]) })).json;
    expect(now).toMatchObject({ version: 1, submittable: true });
    expect((await house.ask("provinceOwn", "GET", WATER)).json).toMatchObject({
      ...{ version: 1, from: "2026-11", coming: [{ version: 2, from: "2026-12" }] },
    });
  });

  it("going back to a version of before is one publication more", async () => {
    await published(waterForm());
    await published(waterForm({ notes: ["ใหม่"] }));
    const back = () => house.ask("provinceOwn", "POST", `${WATER}/publish`, { version: 1, start: "now" });
    expect((await back()).json).toEqual({ form: "village-water", version: 1, from: "2026-11" });
    const lines = house.partition("99").auditLines(0, 1000).length;
    expect((await back()).status).toBe(200);
    expect(house.partition("99").auditLines(0, 1000)).toHaveLength(lines);
    expect((await send(water([ROW]), 1)).status).toBe(201);
  });

  it("ended: nothing is due or taken any more; what was sent is read, and a sheet can still be checked", async () => {
    await published(waterForm());
    const { json: sent } = await send(water([ROW]), 1);
    expect((await house.ask("provinceOwn", "POST", `${WATER}/retire`, { start: "next" })).json.from).toBe("2026-12");
    house.clock.now = Date.parse("2026-12-20T03:00:00Z");
    for (const caller of Object.keys(CALLERS) as Caller[]) {
      const { json: session } = await house.ask(null, "POST", "/session", { code: house.stage.codes[caller] });
      house.stage.tokens[caller] = session.token;
    }
    const owed = (await house.ask("officeOwn", "GET", "/todo")).json.items.filter(
      (one: { form: string; period: string }) => one.form === "village-water",
    );
    expect(owed.map((one: { period: string }) => one.period)).toEqual(["2026-11"]);
    expect((await send(water([ROW]), 1, "2026-12")).json.code).toBe("form-retired");
    expect((await house.ask("provinceOwn", "GET", `/submissions/${sent.submission}`)).json.answers).toHaveLength(1);
    expect((await csv())[1]!.slice(3, 5)).toEqual(["ประปาบ้านตัวอย่าง", "120"]);
    const check = await house.ask("officeOwn", "POST", "/check", { form: "village-water", grid: water([ROW]) });
    expect(check.json).toMatchObject({ version: 1, submittable: true });
    expect((await house.ask("officeOwn", "GET", WATER)).json).toMatchObject({ state: "retired", version: null });
  });

  it("a default of the program changed by a province is owed there, and is the program's own elsewhere", async () => {
    const { json: own } = await house.ask(null, "GET", "/forms/temple-community");
    const owed = async (caller: Caller, office: string) =>
      (await house.ask(caller, "GET", `/todo?office=${office}`)).json.items.some(
        (one: { form: string }) => one.form === "temple-community",
      );
    expect(await owed("provinceOwn", OFFICE.code)).toBe(false);
    expect(await published({ ...own, notes: ["จังหวัดแก้ไขแล้ว"] })).toBe(2);
    expect(await owed("provinceOwn", OFFICE.code)).toBe(true);
    expect(await owed("provinceOther", `${OFFICE.code[0]}98${OFFICE.code.slice(3)}`)).toBe(false);
    const line = (await house.ask("auditorOwn", "GET", FORMS)).json.forms.find(
      (one: { id: string }) => one.id === "temple-community",
    );
    expect(line).toMatchObject({ by: "province", official: false, version: 2, owed: true });
  });
});

describe("a dry run", () => {
  const dryRun = async (definition: FormDefinition) => {
    const draft = await put(definition);
    return (await house.ask("provinceOwn", "POST", `${WATER}/dry-run`, { version: draft.json.version })).json;
  };

  it("says which accepted sheets of the last period would newly be blocked, where and why, and keeps nothing", async () => {
    await published(waterForm());
    const actor = { person: "x", role: "province", place: "99" } as const;
    const offices = house.partition("99").offices(actor).slice(0, 3);
    for (const [i, office] of offices.entries()) {
      const row = ROW.with(1, office.district)
        .with(2, office.type + office.name)
        .with(4, [120, 40, 30][i]!);
      const { json } = await send(water([row]), 1, "2026-11", office.code);
      // the third is not accepted
      if (i < 2) house.partition("99").accept(actor, json.submission);
    }
    const strict = withField(waterForm(), "households", { least: 50 });
    await put(strict);
    const before = house.contents();
    const lines = house.partition("99").auditLines(0, 1000).length;
    const answer = await dryRun(strict);
    expect(answer).toMatchObject({ form: "village-water", version: 2, period: "2026-11", sheets: 2, next: null });
    expect(answer.offices).toMatchObject([
      {
        office: offices[1]!.code,
        count: 1,
        findings: [{ code: "NUM_TOO_LOW", field: "households", cell: "E3", row: 3 }],
      },
    ]);
    expect(answer.offices[0].findings[0].message).toContain("50");
    expect(house.contents()).toBe(before);
    const told = house.partition("99").auditLines(0, 1000).slice(lines);
    expect(told.map(({ action, subject }) => [action, subject])).toEqual([["form.dryRun", "village-water 2026-11"]]);
  });

  it("a change that blocks nothing says so; where nothing was ever accepted there is no period", async () => {
    await published(waterForm());
    expect(await dryRun(waterForm({ notes: ["ใหม่"] }))).toMatchObject({ period: null, sheets: 0, offices: [] });
  });
});
