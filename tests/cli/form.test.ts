import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromSheets, toSheets } from "../../shared/designer/index.ts";
import { type FormDefinition, findForm } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { editWorkbook } from "../../shared/workbook/edit.ts";
import { writeWordSheets } from "../../shared/workbook/formWorkbook.ts";
import { writePlainXlsx } from "../../shared/workbook/plainXlsx.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { FLOOD, FLOOD_FILLED, FLOOD_MESSY, ROAD_FILLED } from "../designer/official.ts";
import { run } from "./ruam.ts";

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-form-"));
  const files = { official: FLOOD, filled: FLOOD_FILLED, messy: FLOOD_MESSY, road: ROAD_FILLED };
  for (const [name, grid] of Object.entries(files)) await writeFile(at(`${name}.xlsx`), await writePlainXlsx([grid]));
  await writeFile(at("letter.csv"), "เรื่อง,ขอให้รายงาน\nเรียน,นายอำเภอ\n");
  await writeFile(at("broken.json"), "{");
  await writeFile(at("other.json"), '{"id":"x"}');
  await run("form", "new", at("official.xlsx"), at("filled.xlsx"), "--out", at("form.xlsx"));
  await run("form", "new", at("official.xlsx"), at("filled.xlsx"), "--out", at("form.json"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const jsonForm = async () => JSON.parse(await readFile(at("form.json"), "utf8")) as FormDefinition;

describe("ruam form new", () => {
  it("prints the proposal with its reasons in Thai, and how it reads the example", async () => {
    const { exit, out } = await run("form", "new", at("official.xlsx"), at("filled.xlsx"), "--province", "99");
    expect(exit).toBe(0);
    const text = out.join("\n");
    expect(text).toContain("แบบสำรวจความเสียหายจากอุทกภัย\nจังหวัด{province}");
    expect(text).toContain("แผ่นงาน “แบบ” หัวตารางแถว 5–6");
    expect(text).toContain("  H พื้นที่เกษตร (ไร่) [measure]: ตัวเลขมีทศนิยมได้ ควรกรอก หน่วย: ไร่");
    expect(text).toContain("    ชัดเจน  H5  หัวคอลัมน์บอกหน่วย: ไร่");
    expect(text).toContain("  โปรดตรวจ  แบบไม่บอกว่าส่งต่อไปที่ใด");
    expect(out.at(-1)).toBe("ลองตรวจ filled.xlsx: 3 แถว 34 ช่องที่กรอก อ่านได้ 34 (ในนี้ปรับให้ 10 ควรดู 1) ถาม 0 ต้องแก้ 0");
  });

  it("answers the same as one JSON value", async () => {
    const { exit, out } = await run(
      "form",
      "new",
      at("official.xlsx"),
      at("filled.xlsx"),
      at("letter.csv"),
      "--json",
      "--province",
      "99",
    );
    expect([exit, out.length]).toEqual([0, 1]);
    const answer = JSON.parse(out[0]!);
    expect(answer.form).toEqual(await jsonForm());
    expect(answer.points.every((point: { message: string }) => /[ก-๙]/.test(point.message))).toBe(true);
    expect(
      answer.trials.map((one: { file: string; trial: { rows: number } | null }) => [one.file, one.trial?.rows ?? null]),
    ).toEqual([
      ["filled.xlsx", 3],
      ["letter.csv", null],
    ]);
  });

  it("writes the same form as a workbook and as JSON", async () => {
    const { sheets } = await readWorkbook(await readFile(at("form.xlsx")));
    expect(fromSheets(sheets)).toEqual({ form: await jsonForm() });
  });

  it.each<[string, () => string[], RegExp]>([
    ["a file without a table", () => [at("letter.csv")], /ไม่พบตารางของแบบรายงาน/],
    ["a file that is not there", () => [at("moon.xlsx")], /ไม่พบไฟล์/],
    ["no file", () => [], /ต้องระบุ OFFICIAL/],
    ["four examples", () => [at("official.xlsx"), ...Array(4).fill(at("filled.xlsx"))], /ไม่เกิน 3 ไฟล์/],
    ["a name it can not write", () => [at("official.xlsx"), "--out", at("form.doc")], /\.xlsx หรือ \.json เท่านั้น/],
  ])("exits 2 for %s", async (_, args, told) => {
    const { exit, out, err } = await run("form", "new", ...args());
    expect([exit, out]).toEqual([2, []]);
    expect(err.join("\n")).toMatch(told);
  });
});

describe("the transcript in the documents", () => {
  it("is what is printed", async () => {
    await writeFile(at("flood.xlsx"), await writePlainXlsx([FLOOD]));
    await writeFile(at("floodFilled.xlsx"), await writePlainXlsx([FLOOD_FILLED]));
    await writeFile(at("floodMessy.xlsx"), await writePlainXlsx([FLOOD_MESSY]));
    const [made, checked] = (await readFile("docs/forms.md", "utf8")).split("$ npm run -s ruam -- ").slice(1);
    const shown = (text: string) =>
      text
        .split("\n```")[0]!
        .split("\n")
        .slice(1)
        .filter((line) => line.trim() !== "…" && line !== "");
    const proposal = await run("form", "new", at("flood.xlsx"), at("floodFilled.xlsx"), "--province", "99");
    const printed = proposal.out.join("\n").split("\n");
    expect(shown(made!).filter((line) => !printed.includes(line))).toEqual([]);
    expect(shown(made!).length).toBeGreaterThan(30);
    const check = await run("check", at("floodMessy.xlsx"), "--form-file", at("form.xlsx"), "--province", "99");
    expect(shown(checked!).filter((line) => !check.out.includes(line))).toEqual([]);
    expect(shown(checked!).length).toBe(3);
  });
});

describe("ruam form show", () => {
  it("says a form of the program, column by column", async () => {
    const { exit, out } = await run("form", "show", "temple-community");
    expect(exit).toBe(0);
    expect(out.join("\n")).toContain("ผู้ได้รับประโยชน์ › ครัวเรือน [households]: จำนวนเต็ม เตือนเมื่อเกิน 1,000 หน่วย: ครัวเรือน");
    expect(out.join("\n")).toContain("กำหนดส่ง: ใช้กำหนด chaiyaphum-temple-province ของปฏิทิน");
  });

  it("writes it to be changed, and reads what it wrote", async () => {
    const { exit, out } = await run("form", "show", "community-leaders", "--out", at("leaders.xlsx"));
    expect([exit, out]).toEqual([0, []]);
    const shown = await run("form", "show", at("leaders.xlsx"), "--json");
    expect(JSON.parse(shown.out[0]!)).toEqual(findForm("community-leaders"));
  });
});

describe("ruam form verify", () => {
  it("says a form may be used, with its next twelve dates", async () => {
    const { exit, out } = await run("form", "verify", at("form.xlsx"));
    expect(exit).toBe(0);
    expect(out.at(-1)).toBe("ใช้ได้ ไม่พบข้อผิดพลาด");
    const dates = out.filter((line) => /^ {2}รอบ .* ส่งภายใน 5 /.test(line));
    expect(dates.length).toBe(12);
  });

  it("names every mistake with its sheet and cell, and exits 1", async () => {
    const bytes = await readFile(at("form.xlsx"));
    const spoilt = await editWorkbook(bytes, [
      { sheet: "ช่อง", cell: "D6", value: "เลขสวย ๆ" },
      { sheet: "กำหนดส่ง", cell: "D2", value: "เมื่อสะดวก" },
    ]);
    await writeFile(at("spoilt.xlsx"), spoilt);
    const { exit, out } = await run("form", "verify", at("spoilt.xlsx"));
    expect(exit).toBe(1);
    expect(out.slice(0, 2).map((line) => line.slice(0, 42))).toEqual([
      "ช่อง D6  ไม่เข้าใจคำว่า “เลขสวย ๆ” คำที่ใช",
      "กำหนดส่ง D2  ไม่เข้าใจกำหนดส่ง “เมื่อสะดวก",
    ]);
    expect(out[2]).toBe("ยังใช้ไม่ได้ มี 2 ข้อที่ต้องแก้");
    const told = await run("form", "verify", at("spoilt.xlsx"), "--json");
    expect([told.exit, JSON.parse(told.out[0]!).usable]).toEqual([1, false]);
    expect((await run("check", at("messy.xlsx"), "--form-file", at("spoilt.xlsx"))).exit).toBe(2);
  });

  it.each(["broken.json", "other.json", "official.xlsx"])("exits 1 for %s, which is no form", async (name) => {
    const { exit, out } = await run("form", "verify", at(name));
    expect(exit).toBe(1);
    expect(out.join("\n")).toMatch(/อ่านไฟล์นี้เป็นแบบรายงานไม่ได้|ไม่พบแผ่นงาน/);
  });
});

describe("a form nobody prepared for", () => {
  it("is used for checking at once, and asks instead of guessing", async () => {
    for (const form of ["form.xlsx", "form.json"]) {
      const { exit, out } = await run("check", at("messy.xlsx"), "--form-file", at(form), "--province", "99", "--json");
      const report = JSON.parse(out[0]!);
      expect([exit, report.submittable, report.form]).toEqual([1, false, (await jsonForm()).id]);
      expect(report.rows.find((row: { row: number }) => row.row === 8).cells.office).toMatchObject({
        verdict: "suggest",
        value: null,
        suggestions: ["อบต.สมมติใต้"],
      });
    }
  });

  it("may be sent when it is filled well", async () => {
    const { exit, out } = await run("check", at("filled.xlsx"), "--form-file", at("form.json"), "--province", "99");
    expect([exit, out.at(-1)]).toEqual([0, "ส่งได้ / ready to send"]);
  });

  it("is not found in another sheet", async () => {
    const { exit, out } = await run("check", at("road.xlsx"), "--form-file", at("form.json"), "--province", "99");
    expect(exit).toBe(1);
    expect(out.join("\n")).toContain("ไม่พบหัวตารางของแบบรายงานนี้");
  });

  it("has its blank, which is checked by it", async () => {
    const blank = at("blank.xlsx");
    const written = await run(
      "blank",
      "--form-file",
      at("form.xlsx"),
      "--province",
      "99",
      "--period",
      "2024-06",
      "--out",
      blank,
    );
    expect(written.exit).toBe(0);
    const row: Scalar[] = [1, "สมมติ", "ทต.สมมติเหนือ", "บ้านตัวอย่าง", "๑ มิ.ย. ๖๗", 3, 12, 25.5, "มาก"];
    const edits = row.map((value, i) => ({ sheet: "มิ.ย.67", cell: `${String.fromCharCode(65 + i)}6`, value }));
    await writeFile(at("typed.xlsx"), await editWorkbook(await readFile(blank), edits));
    const { out } = await run("check", at("typed.xlsx"), "--form-file", at("form.xlsx"), "--json");
    const report = JSON.parse(out[0]!);
    expect([report.period, report.counts.rows]).toEqual(["2024-06", 1]);
    expect(report.rows[0].cells.measure).toMatchObject({ verdict: "ok", value: 25.5 });
  });

  it.each<[string, string[], RegExp]>([
    ["a form twice", ["check", "x.csv", "--form", "childcare-clips", "--form-file", "y"], /อย่างใดอย่างหนึ่ง/],
    ["a blank of two forms", ["blank", "childcare-clips", "--form-file", "y", "--province", "99"], /มีคำเกินมา/],
    ["a blank of none", ["blank", "--province", "99"], /ต้องระบุ FORM/],
  ])("%s is wrong usage", async (_, args, told) => {
    const { exit, err } = await run(...args);
    expect(exit).toBe(2);
    expect(err[0]).toMatch(told);
  });

  it("is the same file whoever writes it", async () => {
    expect(new Uint8Array(await readFile(at("form.xlsx")))).toEqual(await writeWordSheets(toSheets(await jsonForm())));
  });
});
