import { describe, expect, it } from "vitest";
import { choicesFor, isTypeable, typedWrite } from "../../addin/pane/core/choices.ts";
import { isBlocking, pointsOf } from "../../addin/pane/core/points.ts";
import { sayText } from "../../addin/pane/views/sayText.ts";
import { checkGrid } from "../../shared/check.ts";
import { columnLetters } from "../../shared/sheet/address.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { PANE_WORDS } from "../../shared/words/pane.ts";
import { REGISTRY } from "./support.ts";

const HEADING = [
  "ลำดับที่",
  "อำเภอ",
  "อปท.",
  "วัด",
  "ประเภทการดำเนินงาน",
  "กิจกรรม",
  "วันที่ดำเนินการ",
  "ผู้ได้รับประโยชน์ (คน)",
  "งบประมาณ (บาท)",
];

const temples = (...rows: Cell[][]): Grid => ({
  sheet: "มิ.ย.67",
  rows: [["แบบรายงานระหว่างวัดและชุมชน"], ["จังหวัดตัวอย่าง"], HEADING, ...rows],
});
const row = (over: Partial<Record<number, Cell>>): Cell[] =>
  [1, "สมมติ", "อบต.สมมติใต้", "วัดตัวอย่าง", "พื้นที่ต้นแบบ", "ปลูกผัก", "1 มิ.ย. 2567", 20, 500].map((cell, i) =>
    i in over ? over[i]! : cell,
  );

const leaders: Grid = {
  sheet: "แบบรายงาน",
  rows: [
    ["“จิตอาสาพัฒนาชุมชน เอามื้อสามัคคี ทำความดีถวายในหลวง” ๒๘ กรกฎาคม ๒๕๖๗"],
    ["อำเภอ", "สมมต", "จังหวัด", "ตัวอย่าง"],
    ["๑. ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ที่ดำเนินการจัดกิจกรรมฯ", "จำนวน", 1, "แห่ง"],
    ["๒. ผู้เข้าร่วมกิจกรรมฯ ประกอบด้วย"],
    ["๑. คณะกรรมการบริหารศูนย์ จำนวน ประมาณ 30 คน"],
    ["๒. ผู้นำจิตอาสาพัฒนาชุมชน", "จำนวน", "ราว 9", "คน"],
    ["๓. ลักษณะกิจกรรมที่ดำเนินการ ได้แก่"],
    ["๑. กิจกรรม", "ปลูกต้นไม้", "จำนวน", 3, "แห่ง"],
    ["๔. ภาพ การดำเนินงานกิจกรรม"],
    ["๕. ผลที่ได้รับจากการดำเนินงานกิจกรรม"],
  ],
};

/** Every point with its choices as "words -> A1=value". */
function listed(grid: Grid): [key: string, verdict: string, choices: string[]][] {
  const report = checkGrid(grid, { registry: REGISTRY, today: "2024-08-01" });
  return pointsOf(report)
    .filter((point) => point.kind !== "finding")
    .map((point) => [
      point.key,
      point.verdict,
      choicesFor(point, report, grid).map(({ say, writes }) => {
        const cells = writes.map(
          (write) => `${columnLetters(write.col)}${write.row + 1}=${JSON.stringify(write.value)}`,
        );
        return `${sayText(say, PANE_WORDS.th)} -> ${cells.join(" ")}`;
      }),
    ]);
}

describe("the pane and a form of dates, lists and counts", () => {
  it("lists what waits, with choices as people write them", () => {
    const grid = temples(row({ 4: "พื้นที่ต้นแบ", 6: "5-7 มิ.ย. 67", 7: "ประมาณ 30", 8: "500 คน" }));
    expect(listed(grid)).toEqual([
      ["4:kind", "suggest", ['พื้นที่ต้นแบบ -> E4="พื้นที่ต้นแบบ"']],
      ["4:date", "suggest", ['5 มิ.ย. 2567 -> G4="5 มิ.ย. 2567"', '7 มิ.ย. 2567 -> G4="7 มิ.ย. 2567"']],
      ["4:beneficiaries", "suggest", ["30 -> H4=30"]],
      ["4:budget", "error", []],
    ]);
  });

  it("what was chosen is right when it is checked again", () => {
    const grid = temples(row({ 6: "5 มิ.ย. 2567", 7: 30 }));
    expect(listed(grid)).toEqual([]);
  });

  it("a repeated row is a point at what the row is about", () => {
    const report = checkGrid(temples(row({}), row({})), { registry: REGISTRY });
    const [point] = pointsOf(report).filter((one) => one.kind === "duplicate");
    expect([point?.cell, point?.verdict, isBlocking(point!)]).toEqual(["D5", "warn", false]);
  });
});

describe("the pane and a form without a table", () => {
  it("lists its blanks in the order of the sheet; what stands in one cell with its label is left to be typed there", () => {
    expect(listed(leaders).filter(([, verdict]) => verdict !== "warn")).toEqual([
      ["p:s2.total", "error", []],
      ["p:s4", "error", []],
      ["p:s5", "error", []],
      ["p:district", "suggest", ['สมมติ -> B2="สมมติ"']],
      ["p:s2.1", "suggest", []],
      ["p:s2.2", "suggest", ["9 -> C6=9"]],
      ["p:s3.1.count", "error", []],
    ]);
  });

  it("takes what a person types into a blank, never over a label", () => {
    const report = checkGrid(leaders, { registry: REGISTRY });
    const points = pointsOf(report);
    const write = (key: string, text: string) => {
      const point = points.find((one) => one.key === key)!;
      return [isTypeable(point, report, leaders), typedWrite(point, report, leaders, text)];
    };
    expect(write("p:s2.2", "12")).toEqual([true, { row: 5, col: 2, was: "ราว 9", value: 12 }]);
    expect(write("p:s2.1", "12")).toEqual([false, null]);
  });
});
