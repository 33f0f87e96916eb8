import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { makeXlsx, type SheetSource } from "../makeXlsx.ts";

const CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>ก</t></is></c></row>';
const LIST = ["ดี", "พอใช้", "ปรับปรุง"];
const LISTED = LIST.map(
  (text, i) => `<row r="${i + 1}"><c r="B${i + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`,
).join("");

async function choicesOf(after: string, more: { names?: string; asked?: boolean } = {}) {
  const sheets: SheetSource[] = [
    { name: "แบบ", data: CELL, after },
    { name: "ราย ชื่อ", data: LISTED },
  ];
  const bytes = makeXlsx({ sheets, ...(more.names === undefined ? {} : { names: more.names }) });
  const workbook = await readWorkbook(bytes, more.asked === false ? {} : { choices: true });
  return workbook.sheets[0]!.choices;
}

const validation = (formula: string, sqref = "D5:D24", type = "list") =>
  `<dataValidations count="1"><dataValidation type="${type}" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation></dataValidations>`;

describe("the drop-downs of a workbook", () => {
  it.each([
    ["values written in the file", validation('"ดี, พอใช้,ปรับปรุง"'), [{ range: "D5:D24", values: LIST }]],
    ["a range of another sheet", validation("'ราย ชื่อ'!$B$1:$B$3"), [{ range: "D5:D24", values: LIST }]],
    ["a range of the same sheet", validation("$A$1"), [{ range: "D5:D24", values: ["ก"] }]],
    [
      "several areas",
      validation('"ก,ข"', "D5:D24 F5"),
      [
        { range: "D5:D24", values: ["ก", "ข"] },
        { range: "F5", values: ["ก", "ข"] },
      ],
    ],
    [
      "what Excel keeps in an extension",
      `<extLst><ext><x14:dataValidations xmlns:x14="urn:a" xmlns:xm="urn:b"><x14:dataValidation type="list"><x14:formula1><xm:f>'ราย ชื่อ'!$B$1:$B$3</xm:f></x14:formula1><xm:sqref>D5:D24</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
      [{ range: "D5:D24", values: LIST }],
    ],
    ["no list", validation("10", "D5", "whole"), undefined],
    ["a calculated list", validation("OFFSET(A1,0,0,2,1)"), undefined],
    ["a sheet that is not there", validation("ไม่มี!$B$1:$B$3"), undefined],
  ])("%s", async (_, after, choices) => {
    expect(await choicesOf(after)).toEqual(choices);
  });

  it("named once for the workbook", async () => {
    const names = "<definedName name=\"RESULTS\">'ราย ชื่อ'!$B$1:$B$3</definedName>";
    expect(await choicesOf(validation("RESULTS"), { names })).toEqual([{ range: "D5:D24", values: LIST }]);
  });

  it("are left alone where nobody asks", async () => {
    expect(await choicesOf(validation('"ก,ข"'), { asked: false })).toBeUndefined();
  });
});
