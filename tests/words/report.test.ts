import { describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { CODES } from "../../shared/rules/codes.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { en } from "../../shared/words/en.ts";
import { cellMessage, sentence, suggestionText, withMessages } from "../../shared/words/report.ts";
import { th } from "../../shared/words/th.ts";
import { sampleRegistry, sheetOf } from "../check/support.ts";

const slotsOf = (text: string) => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1]).sort();

const MESSY: Cell[][] = [
  ["๑", "จ.ตัวอย่าง", "อ.เมือง", "น้ำใส", "ศูนย์พัฒนาเด็กเล็กบ้านก", "1", null, "-"],
  [2, "แพร่", "สมมต", "อบต.สมมตใต้", "ศพด.", "x", null, "ด.ช.สมมติ ป่วย"],
  [3, "ตัวอยาง", "แม่สอดไกล", "อบต.คลองยาง", "ศพด.บ้านก, ศพด.บ้านข", "/", "/", "=1"],
  [4, "ตัวอย่าง", "สมมติ", "อบต.คลองยาง", "โรงเรียนอนุบาลสมมติ", "ไม่ดำเนินการ", null, null],
  [5, "ตัวอย่าง", "สมมติ", "ทต.สมมติใต้", null, null, null, null],
  [6, "ตัวอย่าง", "สมมติ", null, "ศพด.อบต.สมมติใต้", "เสร็จ", null, null],
  [7, "ตัวอย่าง", null, "อบต.สมมติใต้", "ศพด.บ้านค", null, "/", null],
  [8, "ตัวอย่าง", "อบต.สมมติใต้", "สมมติ", "ศพด.บ้านง", "/", null, null],
  [9, null, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านจ", "/", null],
  [10, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", { v: "#REF!", t: "e" }, "/", null, null],
  ["1O", "ตัวอย่าง", "สมมติ", "อบต.ไกลมาก", "ศพด.บ้านฉ", "/", null, null],
];

describe("sentences", () => {
  const report = checkGrid(sheetOf(MESSY), { registry: sampleRegistry(), province: "99" });
  const waiting = report.rows.flatMap((row) => Object.values(row.cells)).filter((c) => c.codes.length > 0);

  it("use the same slots in both languages, for every code", () => {
    for (const code of CODES) expect({ code, slots: slotsOf(en[code]) }).toEqual({ code, slots: slotsOf(th[code]) });
  });

  it("say what is asked, not what was tidied, while a cell waits", () => {
    const message = (cells: Cell[], field: string) => {
      const sheet = checkGrid(sheetOf([[1, "ตัวอย่าง", ...cells]]), { registry: sampleRegistry(), province: "99" });
      return cellMessage(sheet.rows[0]!.cells[field]!, "th");
    };
    expect([
      message([null, "อบต.สมมติใต้", "ศพด.บ้านก", "/"], "district"),
      message(["สมมติ", "ต.สมมติใต้", "ศพด.บ้านก", "/"], "office"),
      message(["สมมติ", "อบต.สมมติใต้", "สพด.บ้านก", "/"], "centre"),
      message(["สมมติ", null, "ศพด.บ้านก", "/"], "office"),
    ]).toEqual([
      "ช่องนี้ว่าง ดูจากแถวข้างเคียงน่าจะเป็นค่าที่เสนอ กรุณายืนยัน (ตัวเลือก: สมมติ)",
      "“ต.สมมติใต้” ไม่ได้บอกประเภทของ อปท. กรุณายืนยันว่าหมายถึงแห่งที่เสนอ (ตัวเลือก: อบต.สมมติใต้)",
      "“สพด.บ้านก” ขึ้นต้นคล้าย ศพด. แต่สะกดไม่ตรง กรุณายืนยันชื่อศูนย์ (ตัวเลือก: ศพด.บ้านก)",
      "ยังไม่ได้ใส่ชื่อ อปท. จึงไม่รู้ว่าแถวนี้เป็นของใคร กรุณาเลือกจากรายการของอำเภอ",
    ]);
  });

  it("leave no slot open and no code in sight, whatever the row", () => {
    expect(waiting.length).toBeGreaterThan(25);
    for (const answer of waiting)
      for (const language of ["th", "en"] as const) {
        const message = cellMessage(answer, language)!;
        expect(message, `${answer.codes} ${message}`).not.toMatch(/[{}]|[A-Z]{3,}_|“–”|undefined|null/);
        expect(message.trim()).not.toBe("");
      }
  });

  it("quote what stands in the cell wherever a person has to act on it", () => {
    for (const answer of waiting.filter((c) => c.verdict === "suggest" || c.verdict === "error")) {
      if (typeof answer.raw !== "string" || answer.raw === "" || /^TICK_(CONFLICT|NONE)$/.test(answer.codes[0]!))
        continue;
      expect(cellMessage(answer, "th")).toContain(answer.raw);
    }
  });

  it("name the choices of a proposal, also where another cell is meant", () => {
    expect([
      suggestionText({ cell: "district", value: "ทดลอง" }, "th"),
      suggestionText(true, "th"),
      suggestionText(null, "en"),
    ]).toEqual(["อำเภอ: ทดลอง", "ทำเครื่องหมาย", "–"]);
  });

  it("stand beside the codes they speak for; a clean cell has none", () => {
    const spoken = withMessages(report, "th");
    expect(spoken.rows[0]!.cells.remark).not.toHaveProperty("message");
    expect(spoken.rows[0]!.cells.district!.message).toBe(
      `${sentence("GEO_PREFIX", { value: "เมืองตัวอย่าง" }, "th")} ${sentence("GEO_MUEANG", { value: "เมืองตัวอย่าง" }, "th")}`,
    );
    expect(spoken.findings.every((finding) => (finding.message ?? "") !== "")).toBe(true);
  });
});
