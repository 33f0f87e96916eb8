import { describe, expect, it } from "vitest";
import * as z from "zod";
import { shapeText } from "../../shared/words/shape.ts";

const TABLE: [string, z.ZodType, unknown, string][] = [
  [
    "too long",
    z.string().max(2000),
    "ก".repeat(5000),
    "ข้อความยาวเกินไป 3,000 ตัวอักษร รับได้ไม่เกิน 2,000 ตัวอักษร โปรดย่อให้สั้นลง",
  ],
  ["blank", z.string().trim().min(1), "  ", "ช่องนี้เว้นว่างไม่ได้ โปรดกรอกข้อความ"],
  ["too short", z.string().min(4), "ก", "ข้อความสั้นเกินไป ต้องมีอย่างน้อย 4 ตัวอักษร"],
  ["too many", z.array(z.int()).max(1), [1, 2], "มีรายการมากเกินไป รับได้ไม่เกิน 1 รายการ"],
  ["too few", z.array(z.int()).min(1), [], "มีรายการน้อยเกินไป ต้องมีอย่างน้อย 1 รายการ"],
  ["too large", z.int().max(12), 13, "ตัวเลขมากเกินไป รับได้ไม่เกิน 12"],
  ["too small", z.int().min(1), 0, "ตัวเลขน้อยเกินไป ต้องไม่น้อยกว่า 1"],
  ["not there", z.string(), undefined, "ยังไม่มีข้อมูลในช่องนี้"],
  ["another kind", z.string(), 7, "ชนิดข้อมูลในช่องนี้ไม่ถูกต้อง"],
  ["a day of another calendar", z.iso.date(), "30/02/2567", "รูปแบบข้อมูลในช่องนี้ไม่ถูกต้อง"],
  ["no choice", z.enum(["line", "email"]), "fax", "ค่านี้ไม่อยู่ในตัวเลือกที่ใช้ได้"],
  ["not described", z.strictObject({}), { x: 1 }, "มีช่องที่ระบบไม่รู้จัก"],
  ["none of two shapes", z.union([z.string(), z.int()]), {}, "ข้อมูลในช่องนี้ใช้ไม่ได้"],
];

describe("what does not fit its description is told in plain words, never in the library's", () => {
  it.each(TABLE)("%s", (_, schema, value, sentence) => {
    const issue = schema.safeParse(value).error!.issues[0]!;
    expect(shapeText(issue, value, "th")).toBe(sentence);
    expect(shapeText(issue, value, "en")).not.toBe(issue.message);
  });
});
