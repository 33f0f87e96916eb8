import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { makeStory } from "../story/make.ts";
import { toXlsx } from "../story/workbook.ts";
import { run } from "./ruam.ts";

const TITLE = "แบบรายงานการจัดทำคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสาของเด็กในศูนย์พัฒนาเด็กเล็ก";
const HEAD = `${TITLE}\nจังหวัดตัวอย่าง\nลำดับที่,จังหวัด,อำเภอ,อปท.,ศพด.,จัดทำคลิปวิดีโอ,,หมายเหตุ\n,,,,,ดำเนินการ,ไม่ดำเนินการ,\n`;
const GOOD = "1,ตัวอย่าง,อ.สมมติ,อบต.สมมติใต้,ศพด.บ้านต้นแบบ,/,,\n";
const BAD = "2,ตัวอย่าง,สมมติ,สมมติเหนือ,ศพด.บ้านต้นแบบ,/,,\n";

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-check-"));
  await writeFile(at("good.csv"), `\uFEFF${HEAD}${GOOD}`);
  await writeFile(at("bad.csv"), HEAD + GOOD + BAD);
  await writeFile(
    at("list.csv"),
    [
      "code,type,name,district,province_code,province",
      ...SAMPLE_OFFICES.map((o) => [o.code, o.type, o.name, o.district, o.provinceCode, o.province].join(",")),
    ].join("\r\n"),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("ruam check", () => {
  it("answers one JSON value in the agreed shape", async () => {
    const { exit, out } = await run(
      "check",
      at("good.csv"),
      "--json",
      "--period",
      "2023-10",
      "--offices",
      at("list.csv"),
    );
    expect([exit, out.length]).toEqual([0, 1]);
    const { findings, ...answer } = JSON.parse(out[0]!);
    expect(findings.map((one: object) => Object.keys(one).sort())).toEqual(
      findings.map(() => ["cell", "code", "message", "params", "verdict"]),
    );
    expect(answer).toMatchObject({
      form: "childcare-clips",
      version: 1,
      sheet: "good",
      province: "99",
      office: "6990203",
      period: "2023-10",
      submittable: true,
      counts: { rows: 1, ok: 0, fixed: 1, warn: 0, suggest: 0, error: 0 },
      columns: {
        seq: "A",
        province: "B",
        district: "C",
        office: "D",
        centre: "E",
        done: "F",
        notDone: "G",
        remark: "H",
      },
      fields: {},
    });
    const [row] = answer.rows.filter((one: { verdict: string }) => one.verdict !== "skip");
    expect(row).toMatchObject({ row: 5, verdict: "fixed", codes: [], status: "done" });
    expect(row.cells.district).toMatchObject({
      cell: "C5",
      raw: "อ.สมมติ",
      verdict: "fixed",
      value: "สมมติ",
      codes: ["GEO_PREFIX"],
      suggestions: [],
      message: expect.stringMatching(/[ก-๙]/),
    });
    expect(row.cells.office).toMatchObject({
      cell: "D5",
      raw: "อบต.สมมติใต้",
      verdict: "ok",
      value: "อบต.สมมติใต้",
      officeCode: "6990203",
      codes: [],
      suggestions: [],
    });
  });

  it("exits 1 and lists what waits for a person, with its cell, when a sheet may not be sent", async () => {
    const { exit, out } = await run("check", at("bad.csv"), "--period", "2023-10", "--offices", at("list.csv"));
    expect(exit).toBe(1);
    expect(out.filter((line) => /^(รอเลือก|ต้องแก้)/.test(line))).toEqual([
      expect.stringMatching(/^รอเลือก {2}D6 {2}.*ทต\.สมมติเหนือ/),
    ]);
    expect(out.at(-1)).toContain("ยังส่งไม่ได้");
  });

  it("takes the period from the command line over a missing one, and cannot be sent without", async () => {
    const { exit, out } = await run("check", at("good.csv"), "--json", "--offices", at("list.csv"));
    const report = JSON.parse(out[0]!);
    expect([exit, report.period, report.submittable]).toEqual([report.submittable ? 0 : 1, null, report.submittable]);
    expect(report.findings.map((one: { code: string }) => one.code)).toContain("PERIOD_MISSING");
  });

  it("says the same of a messy workbook as the engine, whatever list it is given", async () => {
    const [chapter] = makeStory(SAMPLE_OFFICES, { province: "99", period: "2023-10", seed: 4, messy: 60 });
    await writeFile(at("messy.xlsx"), toXlsx([chapter!.grid]));
    const plain = await run("check", at("messy.xlsx"), "--json", "--offices", at("list.csv"));
    const sample = await run("check", at("messy.xlsx"), "--json", "--data", at("no-such-folder"));
    expect([plain.out.length, plain.err]).toEqual([1, []]);
    expect(sample.out).toEqual(plain.out);
    expect(sample.err.join()).toContain("รายชื่อตัวอย่าง");
  });

  it("reads the imported offices of a data folder", async () => {
    const imported = await run("offices", "import", at("list.csv"), "--data", at("data"), "--json");
    expect([imported.exit, JSON.parse(imported.out[0]!)]).toEqual([
      0,
      { offices: 12, provinces: 1, rows: 12, problems: 0 },
    ]);
    const { exit, err } = await run("check", at("good.csv"), "--period", "2023-10", "--data", at("data"));
    expect([exit, err]).toEqual([0, []]);
  });
});

describe("ruam blank", () => {
  it("writes a workbook that knows its form, province, period and office", async () => {
    const out = at("blank.xlsx");
    const args = [
      "--province",
      "99",
      "--office",
      "6990203",
      "--period",
      "2023-10",
      "--offices",
      at("list.csv"),
      "--out",
      out,
    ];
    const { exit, out: answer } = await run("blank", "childcare-clips", ...args);
    expect([exit, answer]).toEqual([0, []]);
    const { names } = await readWorkbook(await readFile(out));
    expect(names.map(({ name, value }) => [name, value])).toContainEqual([
      "RUAM_ID",
      '"childcare-clips|1|99|2023-10|6990203"',
    ]);
    const check = await run("check", out, "--json", "--offices", at("list.csv"));
    expect(JSON.parse(check.out[0]!)).toMatchObject({ form: "childcare-clips", province: "99", period: "2023-10" });
  });

  it("takes a district with or without อำเภอ", async () => {
    for (const district of ["ทดลอง", "อำเภอทดลอง", "อ.ทดลอง"]) {
      const args = ["--province", "99", "--district", district, "--offices", at("list.csv"), "--out", at("d.xlsx")];
      expect((await run("blank", "childcare-clips", ...args)).exit).toBe(0);
    }
  });
});

describe("ruam check --columns", () => {
  it("reads a column as the file says; a file that is no such map is wrong usage", async () => {
    const strange = HEAD.replace("หมายเหตุ", "ช่องเสริม") + GOOD.replace("/,,\n", "/,,ถ่ายทำที่วัด\n");
    await writeFile(at("strange.csv"), strange);
    await writeFile(at("map.json"), JSON.stringify({ ช่องเสริม: "remark" }));
    await writeFile(at("list.json"), "[1]");
    const checked = (...more: string[]) =>
      run("check", at("strange.csv"), "--json", "--period", "2023-10", "--offices", at("list.csv"), ...more);
    const asked = await checked();
    expect([asked.exit, JSON.parse(asked.out.join("")).questions[0].key]).toEqual([1, "ช่องเสริม"]);
    const named = await checked("--columns", at("map.json"));
    expect([named.exit, JSON.parse(named.out.join("")).columns.remark]).toEqual([0, "H"]);
    expect((await checked("--columns", at("list.json"))).exit).toBe(2);
  });
});
