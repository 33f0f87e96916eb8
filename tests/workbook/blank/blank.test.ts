import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { checkWorkbook } from "../../../shared/check.ts";
import { childcareClips } from "../../../shared/forms/childcareClips.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { officeLabel } from "../../../shared/offices/office.ts";
import { buildRegistry } from "../../../shared/offices/registry.ts";
import { type Scalar, scalarOf, type Workbook } from "../../../shared/sheet/grid.ts";
import { parseIdentity } from "../../../shared/sheet/identity.ts";
import { en } from "../../../shared/words/blank.ts";
import { type BlankOptions, writeBlank } from "../../../shared/workbook/blank.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { PROVINCE, sampleRoster } from "../../master/sample.ts";

const offices = sampleRoster(3, 3);
const office = offices[4]!;
const registry = buildRegistry(offices);
const FIRST_ROW = 5;

const write = (options: Partial<BlankOptions> = {}, form: FormDefinition = childcareClips) =>
  writeBlank(form, { offices, province: PROVINCE, ...options });

async function read(options: Partial<BlankOptions> = {}, form?: FormDefinition) {
  const workbook = await readWorkbook(await write(options, form));
  const rows = workbook.sheets[0]!.rows.map((row) => row.map(scalarOf));
  return { workbook, sheet: workbook.sheets[0]!, rows };
}

async function partsOf(options: Partial<BlankOptions> = {}) {
  const parts = unzipSync(await write(options));
  return { workbook: strFromU8(parts["xl/workbook.xml"]!), sheet: strFromU8(parts["xl/worksheets/sheet1.xml"]!) };
}

describe("the official blank", () => {
  it.each<[string, Partial<BlankOptions>]>([
    ["a district the province does not have", { district: "ไม่มี" }],
    ["an office of another province", { office: { ...office, code: "6770101" } }],
    ["no office at all", { offices: [] }],
  ])("is refused for %s", async (_name, options) => {
    await expect(write(options)).rejects.toThrow(RangeError);
  });

  it("prints the circular's form: title with คลิป, two-row heading, numbered rows, notes, signature block", async () => {
    const { sheet, rows } = await read({ office, period: "2023-10" });
    const dots = ".".repeat(48);
    expect(rows.slice(0, 4)).toEqual([
      ["แบบรายงานการจัดทำคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสาของเด็กในศูนย์พัฒนาเด็กเล็กสังกัดองค์กรปกครองส่วนท้องถิ่น"],
      ["จังหวัดตัวอย่าง"],
      ["ลำดับที่", "จังหวัด", "อำเภอ", "อปท.", "ศพด.", "จัดทำคลิปวิดีโอ", null, "หมายเหตุ"],
      [null, null, null, null, null, "ดำเนินการ", "ไม่ดำเนินการ"],
    ]);
    expect(rows.slice(4, 24)).toEqual(Array.from({ length: 20 }, (_, i) => [i + 1, "ตัวอย่าง", "สมมติ2"]));
    expect(rows.slice(24)).toEqual([
      [],
      ["หมายเหตุ: 1. จัดส่งแบบรายงานในรูปแบบไฟล์ Excel ทางจดหมายอิเล็กทรอนิกส์ (E - mail Address) : dla0816.4@gmail.com"],
      ["2. จัดส่งคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสา ในรูปแบบไฟล์ MP4"],
      [`รหัสแบบ childcare-clips/1-98-2023-10-${office.code}`],
      [],
      [null, null, null, null, null, `ลงชื่อ${dots}(ผู้รับรอง)`],
      [null, null, null, null, null, `(${dots})`],
      [null, null, null, null, null, `ตำแหน่ง${dots}`],
    ]);
    expect(sheet.merges).toEqual([
      ..."A1:H1 A2:H2 A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:G3 H3:H4".split(" "),
      ..."A26:H26 A27:H27 A28:E28 F30:H30 F31:H31 F32:H32".split(" "),
    ]);
  });

  it.each<[string, Partial<BlankOptions>, string, string, string, Scalar]>([
    ["the province", {}, "แบบรายงาน", "childcare-clips|1|98||", "รหัสแบบ childcare-clips/1-98", null],
    [
      "a district",
      { district: "สมมติ3" },
      "แบบรายงาน",
      "childcare-clips|1|98||",
      "รหัสแบบ childcare-clips/1-98",
      "สมมติ3",
    ],
    [
      "a month",
      { period: "2024-02" },
      "ก.พ.67",
      "childcare-clips|1|98|2024-02|",
      "รหัสแบบ childcare-clips/1-98-2024-02",
      null,
    ],
    [
      "an office",
      { office },
      "แบบรายงาน",
      `childcare-clips|1|98||${office.code}`,
      `รหัสแบบ childcare-clips/1-98-${office.code}`,
      "สมมติ2",
    ],
  ])("for %s carries its identity, hidden and visible", async (_name, options, sheet, id, code, district) => {
    const { workbook, rows } = await read(options);
    const name = workbook.names.find((one) => one.name === "RUAM_ID")!;
    expect([workbook.sheets[0]!.sheet, name.value, rows[27]![0], rows[4]![2] ?? null]).toEqual([
      sheet,
      `"${id}"`,
      code,
      district,
    ]);
    expect(parseIdentity(name.value)).not.toBeNull();
    expect((await partsOf(options)).workbook).toContain('<definedName hidden="1" name="RUAM_ID">');
  });

  it("hides the lists: the province's districts once, each office behind its own district", async () => {
    const { workbook } = await read({
      offices: [...offices.slice(3), offices[0]!],
    });
    const lists = workbook.sheets[1]!;
    expect([lists.sheet, lists.hidden]).toEqual(["รายชื่อ", true]);
    expect(lists.rows.slice(0, 4)).toEqual([
      ["สมมติ2", "สมมติ2", "ทต.สมมติ2-1"],
      ["สมมติ3", "สมมติ2", "อบต.สมมติ2-2"],
      ["สมมติ1", "สมมติ2", "อบต.สมมติ2-3"],
      [null, "สมมติ3", "ทต.สมมติ3-1"],
    ]);
    expect((await partsOf()).workbook.match(/<definedName hidden="1" name="RUAM_\w+"/g)?.length).toBe(4);
  });

  it("offers one office only on the blank of one office, and fills it into no row", async () => {
    const { workbook, rows } = await read({ office });
    expect(workbook.sheets[1]!.rows).toEqual([["สมมติ2", "สมมติ2", officeLabel(office)]]);
    expect(rows.slice(4, 24).every((row) => row[3] === undefined)).toBe(true);
  });

  it("warns and never stops, so that a messy paste gets in; ticks and places have a list and a hint", async () => {
    const { sheet } = await partsOf();
    const rules = [...sheet.matchAll(/<dataValidation (.*?)<\/dataValidation>/g)].map((m) => m[1]!);
    const attribute = (rule: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(rule)?.[1];
    expect(
      rules.map((rule) => [attribute(rule, "sqref"), attribute(rule, "type"), attribute(rule, "errorStyle")]),
    ).toEqual([
      ["C5:C24", "list", "warning"],
      ["D5:D24", "list", "warning"],
      ["F5:F24", "list", "warning"],
      ["G5:G24", "list", "warning"],
    ]);
    for (const rule of rules) {
      expect(attribute(rule, "prompt")!.length).toBeLessThanOrEqual(255);
      expect(attribute(rule, "promptTitle")!.length).toBeLessThanOrEqual(32);
      expect(attribute(rule, "error")!.length).toBeLessThanOrEqual(225);
      expect(attribute(rule, "errorTitle")!.length).toBeLessThanOrEqual(32);
      expect(attribute(rule, "allowBlank")).toBe("1");
    }
    expect(rules[1]).toContain("MATCH($C5,RUAM_OFFICE_DISTRICTS,0)");
    expect(rules[2]).toContain('<formula1>"/"</formula1>');
  });

  it("prints on A4 lying, one page wide, heading on every page, page n of m", async () => {
    const { sheet, workbook } = await partsOf({ period: "2023-10" });
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"/);
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1"/);
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
    expect(sheet).toContain("หน้า &amp;P/&amp;N");
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'ต.ค.66'!$3:$4</definedName>`);
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'ต.ค.66'!$A$1:$H$32</definedName>`,
    );
  });

  it("is empty for the checker, however much of it is filled in beforehand", async () => {
    for (const options of [{}, { district: "สมมติ1" }, { office, period: "2023-10" }]) {
      const report = checkWorkbook((await read(options)).workbook, { registry });
      expect([report.counts.rows, report.province, report.office]).toEqual([
        0,
        "98",
        "office" in options ? office.code : null,
      ]);
      expect(report.findings.map((finding) => finding.code)).toContain("SHEET_EMPTY");
    }
  });

  it("filled in, it is found right without another word: form, month, province and office come from the blank", async () => {
    const { workbook, sheet } = await read({ office, period: "2023-10" });
    const fill = (row: number, cells: Scalar[]) => {
      sheet.rows[row - 1] = [...sheet.rows[row - 1]!.slice(0, 3), ...cells];
    };
    fill(FIRST_ROW, [officeLabel(office), "ศพด.ตัวอย่าง ก", "/", null, null]);
    fill(FIRST_ROW + 1, [officeLabel(office), "ศพด.ตัวอย่าง ข", null, "/", "ปิดปรับปรุงอาคาร"]);
    const report = checkWorkbook(workbook satisfies Workbook, { registry });
    expect(report).toMatchObject({
      form: "childcare-clips",
      version: 1,
      period: "2023-10",
      province: "98",
      office: office.code,
      submittable: true,
      counts: { rows: 2, ok: 2 },
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
    });
  });

  it("is the same bytes for the same form and options", async () => {
    const first = await write({ period: "2023-10" });
    // Only the clock: the writing itself waits on real ticks.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2031-05-06T07:08:09Z") });
    try {
      expect(await write({ period: "2023-10" })).toEqual(first);
    } finally {
      vi.useRealTimers();
    }
  });

  it("follows the definition of any form: one heading row without groups, other columns, notes and signature", async () => {
    const form: FormDefinition = {
      ...childcareClips,
      id: "sample-form",
      version: 7,
      title: ["แบบตัวอย่าง"],
      fields: [
        { id: "n", kind: "seq", label: "ที่", aliases: [], whenMissing: "warn", width: 6 },
        { id: "who", kind: "office", label: "หน่วยงาน", aliases: [], whenMissing: "error", width: 30 },
        { id: "yes", kind: "tick", label: "มี", aliases: [], whenMissing: "error", width: 60 },
      ],
      notes: [],
      signature: { sign: "ลงนาม", name: "ผู้รายงาน", position: "ตำแหน่ง" },
      blankRows: 2,
    };
    const { rows, sheet, workbook } = await read({ words: en }, form);
    const dots = ".".repeat(48);
    expect(rows).toEqual([
      ["แบบตัวอย่าง"],
      ["ที่", "หน่วยงาน", "มี"],
      [1],
      [2],
      [],
      ["Form code sample-form/7-98"],
      [],
      [null, null, `ลงนาม${dots}(ผู้รายงาน)`],
      [null, null, `(${dots})`],
      [null, null, `ตำแหน่ง${dots}`],
    ]);
    expect(sheet.merges).toEqual(["A1:C1", "A6:B6"]);
    expect(workbook.names.find((name) => name.name === "_xlnm.Print_Titles")?.value).toBe("'Report'!$2:$2");
  });
});
