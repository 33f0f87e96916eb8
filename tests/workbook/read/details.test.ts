import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { address, parseAddress } from "../../../shared/workbook/read/a1.ts";
import { crc32 } from "../../../shared/workbook/read/crc32.ts";
import { serialOfIso } from "../../../shared/workbook/read/isoDate.ts";
import { isDateFormat, showsDay } from "../../../shared/workbook/read/numberFormat.ts";
import { symbolFont } from "../../../shared/workbook/read/symbolFont.ts";

describe("number formats: a date is told from a number", () => {
  it.each<[format: string, date: boolean, day: boolean]>([
    ["General", false, false],
    ["0.00", false, false],
    ["#,##0.00_);[Red]\\(#,##0.00\\)", false, false],
    ["0.00E+00", false, false],
    ["##0.0E+0", false, false],
    ["[$฿-41E]#,##0.00", false, false],
    ['0" เดือน"', false, false],
    ['"y"0', false, false],
    ["\\d0", false, false],
    ["@", false, false],
    ["t0.00", false, false],
    ["[Black]0;[Magenta]-0", false, false],
    ["0000000000", false, false],
    ["d/m/yyyy", true, true],
    ["[$-107041E]d/m/bbbb;@", true, true],
    ["[$-D07041E]ddd d mmmm bb", true, true],
    ["mmm", true, true],
    ["e", true, true],
    ["h:mm", true, false],
    ["h:mm AM/PM", true, false],
    ["[h]:mm:ss", true, false],
    ["[mm]", true, false],
    ["mm:ss.0", true, false],
    ["ว ดดดด ปปปป", true, true],
    ["[$-D00041E]ว/ด/ปป", true, true],
    ["0 คน", false, false],
    ["0 วัด", false, false],
    ["0 ปี", false, false],
    ["yyyy-mm-dd hh:mm", true, true],
  ])("%s", (format, date, day) => {
    expect([isDateFormat(format), showsDay(format)]).toEqual([date, day]);
  });
});

it.each([
  ["Wingdings", "Wingdings"],
  ["wingdings 2", "wingdings 2"],
  [" Wingdings 3 ", "Wingdings 3"],
  ["Webdings", "Webdings"],
  ["Symbol", "Symbol"],
  ["ZapfDingbats", "ZapfDingbats"],
  ["Marlett", "Marlett"],
  ["TH SarabunPSK", undefined],
  ["Segoe UI Symbol", undefined],
  ["Noto Sans Symbols", undefined],
  [undefined, undefined],
])("font %s: symbol font %s", (name, expected) => {
  expect(symbolFont(name)).toBe(expected);
});

it.each([
  ["1899-12-30", 0],
  ["1900-03-01", 61],
  ["2024-02-29", 45351],
  ["2567-06-01", 243770],
  ["2024-06-01T06:00:00", 45444.25],
  ["T12:00", 0.5],
  ["2023-02-29", undefined],
  ["2023-13-01", undefined],
  ["__proto__", undefined],
  ["", undefined],
])("ISO date %s: serial %s", (text, serial) => {
  expect(serialOfIso(text)).toBe(serial);
});

it("every address on a sheet is read as written", () => {
  fc.assert(
    fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
      expect(parseAddress(address(row, column))).toBe(row * 16_384 + column);
    }),
  );
});

it.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "ZZZZZZ1", "__proto__", "ก1", "A-1", "A1:B2", "A1e3"])(
  "%s is no address",
  (ref) => {
    expect(parseAddress(ref)).toBe(-1);
  },
);

it("CRC-32 is the one of the standard, however the bytes are cut", () => {
  const check = new TextEncoder().encode("123456789");
  expect(crc32(check)).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
    }),
  );
});
