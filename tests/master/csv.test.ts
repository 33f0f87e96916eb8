import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { csvField, streamMasterCsv } from "../../worker/master/csv.ts";
import { buildMaster } from "../../worker/master/model.ts";
import { bytesOf, sampleInput, sampleRoster, sampleRow, sampleSubmission } from "./sample.ts";

describe("the master as CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+66 81", "'+66 81"],
    ["-", "'-"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", `"'\r=1"`],
    ["\n=1", `"'\n=1"`],
    ["  =1+1", "'  =1+1"],
    ["＝1+1", "'＝1+1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["ก,ข", '"ก,ข"'],
    ['พูดว่า "ก"', '"พูดว่า ""ก"""'],
    ["บรรทัด\nใหม่", '"บรรทัด\nใหม่"'],
    [" ก", '" ก"'],
    ["1=1", "1=1"],
    [-5, "-5"],
    [true, "true"],
    [null, ""],
    [undefined, ""],
  ])("%j is written %j", (value, text) => {
    expect(csvField(value)).toBe(text);
  });

  it("has a byte order mark, CRLF, one heading line, and reads back as the same table", async () => {
    const offices = sampleRoster(1, 2);
    const rows = [sampleRow(offices[0]!, 1), sampleRow(offices[0]!, 3)];
    const submissions = [sampleSubmission(offices[0]!, 0, { rows, version: 2 })];
    const bytes = await bytesOf(streamMasterCsv(buildMaster(sampleInput({ offices, submissions }))));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(text.split("\r\n")).toEqual([
      "\ufeffลำดับที่,จังหวัด,อำเภอ,อปท.,ศพด.,ดำเนินการ,ไม่ดำเนินการ,หมายเหตุ,รหัส อปท.,เลขที่รับ,ฉบับที่",
      "1,ตัวอย่าง,สมมติ1,ทต.สมมติ1-1,ศพด.ตัวอย่าง 1,/,,,5980101,R-5980101,2",
      "2,ตัวอย่าง,สมมติ1,ทต.สมมติ1-1,ศพด.ตัวอย่าง 3,,/,อยู่ระหว่างปรับปรุงอาคาร,5980101,R-5980101,2",
      "",
    ]);
    const [grid] = (await readWorkbook(bytes)).sheets;
    expect(grid!.rows[2]!.slice(3, 8)).toEqual(["ทต.สมมติ1-1", "ศพด.ตัวอย่าง 3", null, "/", "อยู่ระหว่างปรับปรุงอาคาร"]);
  });

  it("of a province where nobody sent is the heading alone", async () => {
    const text = new TextDecoder().decode(await bytesOf(streamMasterCsv(buildMaster(sampleInput()))));
    expect(text.split("\r\n").length).toBe(2);
  });
});
