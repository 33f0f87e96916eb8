import { describe, expect, it } from "vitest";
import { literal } from "../../../addin/excel/sheet/literal.ts";

describe("a value is handed to Excel so that the cell holds it letter by letter", () => {
  it.each<[unknown, unknown]>([
    // Would become a formula.
    ["=1+1", "'=1+1"],
    ["+66 81 234 5678", "'+66 81 234 5678"],
    ["-ไม่มี", "'-ไม่มี"],
    ["@ตัวอย่าง", "'@ตัวอย่าง"],
    // Would become a number, a date, a share, money.
    ["001", "'001"],
    ["0812345678", "'0812345678"],
    [".5", "'.5"],
    ["1/2", "'1/2"],
    ["2-3", "'2-3"],
    ["50%", "'50%"],
    ["(20)", "'(20)"],
    ["฿100", "'฿100"],
    ["๓", "'๓"],
    [" 12", "' 12"],
    // Would become a truth value or an error.
    ["TRUE", "'TRUE"],
    ["จริง", "'จริง"],
    ["#REF!", "'#REF!"],
    // Would lose its first letter.
    ["'ตัวอย่าง", "''ตัวอย่าง"],
    // Are texts to Excel already.
    ["-", "-"],
    ["/", "/"],
    ["อบต.ตัวอย่าง", "อบต.ตัวอย่าง"],
    ["ศพด.บ้านที่ 1", "ศพด.บ้านที่ 1"],
    ["จริงใจ", "จริงใจ"],
    // Are no texts.
    [3, 3],
    [true, true],
    [null, ""],
  ])("%j as %j", (value, written) => {
    expect(literal(value as string)).toBe(written);
  });
});
