import { describe, expect, it } from "vitest";
import { parsePeriod, periodSheetName, periodText } from "../../shared/calendar/period.ts";

describe("the month a text speaks of", () => {
  const table: [text: string, period: string | null][] = [
    ["ต.ค.66", "2023-10"],
    ["ต.ค. 2566", "2023-10"],
    ["ตค66", "2023-10"],
    ["ตุลาคม ๒๕๖๖", "2023-10"],
    ["เดือน พ.ย 2566", "2023-11"],
    ["พฤษจิกายน 2566", "2023-11"],
    ["พฤษภาคม2567", "2024-05"],
    ["ก.พ.67", "2024-02"],
    ["ประจำเดือน ตุลาคม พ.ศ. ๒๕๖๖ ข้อมูล ณ วันที่ 5 พ.ย. 66", "2023-10"],
    ["ข้อมูล ณ วันที่ 5 พ.ย. 66", "2023-11"],
    ["แบบรายงาน_ต.ค._66.xlsx", "2023-10"],
    ["รายงาน-2566-10-ส่งจริง.xlsx", "2023-10"],
    ["10-2566", "2023-10"],
    ["2023-10", "2023-10"],
    ["10/66", "2023-10"],
    ["ตุลาคม", null],
    ["Sheet1", null],
    ["ตารางที่ 12", null],
    ["พ.ศ. 2566", null],
    ["", null],
  ];
  for (const [text, period] of table)
    it(`${text || "(blank)"} → ${period}`, () => expect(parsePeriod(text)).toBe(period));

  it("is written back as people read it", () => {
    expect([periodText("2023-10"), periodSheetName("2023-10"), parsePeriod(periodSheetName("2024-02"))]).toEqual([
      "ตุลาคม 2566",
      "ต.ค.66",
      "2024-02",
    ]);
  });
});
