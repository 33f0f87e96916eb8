import { describe, expect, it } from "vitest";
import { choiceOf, officesTyped, officeTyped } from "../../worker/pages/browser/desk/officeTyped.ts";
import { provinceTyped } from "../../worker/pages/browser/desk/provinceTyped.ts";

const one = (office: string, name: string, district: string) => ({ office, name, district });
const OFFICES = [
  one("6990301", "อบต.ห้วยทดลอง", "ทดลอง"),
  one("6990201", "อบต.สมมติใต้", "สมมติ"),
  one("6990401", "อบต.สมมติใต้", "แบบฝึก"),
  one("5990202", "ทต.สมมติใต้", "สมมติ"),
  one("2990001", "อบจ.ตัวอย่าง", "เมืองตัวอย่าง"),
];

describe("an office by its name", () => {
  it.each([
    ["อบต.ห้วยทดลอง อำเภอทดลอง", ["6990301"]],
    ["อบต. ห้วยทดลอง", ["6990301"]],
    [" ห้วยทดลอง ", ["6990301"]],
    ["6990301", ["6990301"]],
    ["๖๙๙๐๓๐๑", ["6990301"]],
    ["อบต.สมมติใต้ อำเภอแบบฝึก", ["6990401"]],
    ["อบต.สมมติใต้", ["6990201", "6990401"]],
    ["สมมติใต้", ["6990201", "6990401", "5990202"]],
    ["ทต.สมมติใต้", ["5990202"]],
    // part of a name, a name nobody has, a code nobody has, nothing
    ["ห้วย", []],
    ["อบต.ไม่มีจริง", []],
    ["6990399", []],
    ["", []],
  ])("%j", (text, expected) => {
    const typed = officeTyped(text, OFFICES);
    const found = typed.is === "one" ? [typed.office] : typed.is === "several" ? typed.offices : [];
    expect(found.map(({ office }) => office)).toEqual(expected);
  });

  it("every choice of the list is read back as its office", () => {
    for (const office of OFFICES) expect(officeTyped(choiceOf(office), OFFICES)).toEqual({ is: "one", office });
  });
});

describe("several offices", () => {
  it.each([
    ["อบต.ห้วยทดลอง อำเภอทดลอง, ทต.สมมติใต้", ["6990301", "5990202"]],
    ["6990301 6990201", ["6990301", "6990201"]],
    ["๖๙๙๐๓๐๑ ,  อบจ.ตัวอย่าง,", ["6990301", "2990001"]],
    ["", []],
    ["ห้วยทดลอง, อบต.สมมติใต้", "อบต.สมมติใต้"],
    ["69903 6990201", "69903"],
  ])("%j", (text, expected) => {
    const typed = officesTyped(text, OFFICES);
    expect("unclear" in typed ? typed.unclear : typed.offices.map(({ office }) => office)).toEqual(expected);
  });
});

describe("a province by its name", () => {
  it.each([
    ["แพร่", "54"],
    ["จังหวัดแพร่", "54"],
    [" จ. แพร่ ", "54"],
    ["54", "54"],
    ["๕๔", "54"],
    ["แพ", null],
    ["", null],
  ])("%j", (text, expected) => {
    expect(provinceTyped(text)).toBe(expected);
  });
});
