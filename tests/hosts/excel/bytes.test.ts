import { afterEach, describe, expect, it } from "vitest";
import { childcareClips } from "../../../shared/forms/childcareClips.ts";
import { writeBlank } from "../../../shared/workbook/blank.ts";
import { PROVINCE, sampleRoster } from "../../master/sample.ts";
import { DEFAULT_STYLES, makeXlsx } from "../../workbook/makeXlsx.ts";
import { type ExcelSim, startExcel } from "./index.ts";

let sim: ExcelSim;
afterEach(() => sim.close());

const STYLES = DEFAULT_STYLES.replace(
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>',
  `<fills count="3"><fill><patternFill patternType="none"/></fill>
   <fill><patternFill patternType="solid"><fgColor rgb="FFFFC000"/></patternFill></fill>
   <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill></fills>`,
)
  .replace(
    '<cellXfs count="8">',
    `<cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="1"/><xf numFmtId="0" fontId="0" fillId="2"/>
     <xf numFmtId="49" fontId="0"><protection locked="0"/></xf>`,
  )
  .replace(
    /<dxfs.*<\/dxfs>/,
    '<dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
  );

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Everything at once: merges, hidden rows, looks, shared formulas, rules, protection, comments and notes. */
function workbook(): Uint8Array {
  return makeXlsx({
    styles: STYLES,
    names: `<definedName name="RUAM_ID" hidden="1">"RUAM1|x"</definedName><definedName name="Area">Report!$A$1:$B$2</definedName>
      <definedName name="_xlnm.Print_Area" localSheetId="0">Report!$A$1</definedName>`,
    sheets: [
      {
        name: "Report",
        before: '<cols><col min="4" max="5" hidden="1"/></cols>',
        data: `<row r="1"><c r="A1" s="0" t="inlineStr"><is><t>หัว</t></is></c><c r="B1"/></row>
          <row r="2" hidden="1"><c r="A2" s="6"><v>1</v></c><c r="B2" s="2"/><c r="C2" s="1"/></row>
          <row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">A1+$B$1</f><v>5</v></c></row>
          <row r="4"><c r="A4"><f t="shared" si="0"/><v>6</v></c></row>
          <row r="9" hidden="1"/>`,
        after: `<sheetProtection sheet="1" objects="1" formatCells="0"/>
          <mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="D20:E21"/></mergeCells>
          <conditionalFormatting sqref="A2:A9 C2"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>
          <conditionalFormatting sqref="B2:B9"><cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><formula>$B2=""</formula></cfRule></conditionalFormatting>
          <dataValidations count="3"><dataValidation type="list" sqref="B2:B9"><formula1>"ใช่,ไม่ใช่"</formula1></dataValidation>
          <dataValidation type="list" showDropDown="1" sqref="C2:C9"><formula1>Lists!$A$1:$A$3</formula1></dataValidation>
          <dataValidation type="whole" operator="between" sqref="D2:D9"><formula1>1</formula1><formula2>9</formula2></dataValidation></dataValidations>`,
      },
      { name: "Lists", state: "veryHidden" },
    ],
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${PACKAGE}">
        <Relationship Id="r1" Type="${OFFICE}/comments" Target="../comments1.xml"/>
        <Relationship Id="r2" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/t1.xml"/></Relationships>`,
      "xl/comments1.xml": `<comments><authors><author>เก่า</author><author>tc={1}</author></authors><commentList>
        <comment ref="B2" authorId="0"><text><r><t>หมายเหตุ</t></r><r><t>เดิม</t></r></text></comment>
        <comment ref="C2" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`,
      "xl/threadedComments/t1.xml": `<ThreadedComments><threadedComment ref="C2" personId="{P}" id="{1}"><text>ถาม</text></threadedComment>
        <threadedComment ref="C2" personId="{Q}" id="{2}" parentId="{1}"><text>ตอบ</text></threadedComment></ThreadedComments>`,
    },
  });
}

describe("simulated Excel opened on a real .xlsx", () => {
  it("shows what Excel shows of it", async () => {
    sim = await startExcel({ bytes: workbook(), fileName: "x.xlsx" });
    const seen = await sim.Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      worksheets.load("items/name,items/visibility");
      context.workbook.load("name");
      const id = names.getItemOrNullObject("RUAM_ID").load("value,visible");
      const area = names.getItem("Area").load("value,type,formula");
      const sheet = worksheets.getItem("Report");
      sheet.protection.load("protected");
      const used = sheet.getUsedRange().load("address");
      const filled = sheet.getUsedRange(true).load("address,formulas,numberFormat");
      const merged = sheet.getRange("A1:C9").getMergedAreasOrNullObject().load("address,areaCount");
      const rows = sheet.getRange("A1:A3").getRowProperties({ rowHidden: true });
      const looks = sheet.getRange("A2:C2").getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { name: true }, protection: { locked: true } },
      } as never);
      await context.sync();
      return {
        book: context.workbook.name,
        sheets: worksheets.items.map(({ name, visibility }) => [name, visibility]),
        id: [id.value, id.visible],
        area: [area.value, area.type, area.formula],
        protected: sheet.protection.protected,
        used: used.address,
        filled: [filled.address, filled.formulas, filled.numberFormat[1]],
        merged: [merged.address, merged.areaCount],
        rows: rows.value,
        looks: looks.value,
      };
    });
    const look = (cell: string, color: string, name: string, locked = true) => ({
      address: `Report!${cell}`,
      format: { fill: { color }, font: { name }, protection: { locked } },
    });
    expect(seen).toEqual({
      book: "x.xlsx",
      sheets: [
        ["Report", "Visible"],
        ["Lists", "VeryHidden"],
      ],
      id: ["RUAM1|x", false],
      area: ["Report!A1:B2", "Range", "=Report!$A$1:$B$2"],
      protected: true,
      used: "Report!A1:E21",
      filled: ["Report!A1:A4", [["หัว"], [1], ["=A1+$B$1"], ["=A2+$B$1"]], ["General"]],
      merged: ["Report!A1:B1", 1],
      rows: [{ rowHidden: false }, { rowHidden: true }, { rowHidden: false }],
      looks: [
        [
          look("A2", "#FFFFFF", "Wingdings 2"),
          look("B2", "#FFFFFF", "TH SarabunPSK", false),
          look("C2", "#A2B9E2", "TH SarabunPSK"),
        ],
      ],
    });
    expect(sim.book.cell("Report", "A1").fill).toBe("#FFC000");
    expect(sim.book.merges("Report")).toEqual(["A1:B1", "D20:E21"]);
    expect(sim.book.hiddenRows("Report")).toEqual([2, 9]);
    expect(sim.book.notes("Report")).toEqual([{ cell: "B2", text: "หมายเหตุเดิม", author: "เก่า" }]);
    expect(sim.book.comments("Report")).toEqual([
      { cell: "C2", text: "ถาม", author: "{P}", replies: [{ text: "ตอบ", author: "{Q}" }] },
    ]);
    expect(sim.book.conditionalFormats("Report")).toMatchObject([
      { address: "B2:B9", type: "Custom", formula: '=$B2=""', stopIfTrue: true, fill: "#FFC7CE" },
      { address: "A2:A9,C2", type: "CellValue", stopIfTrue: false, font: { bold: true, color: "#9C0006" } },
    ]);
  });

  it("reads its validation rules", async () => {
    sim = await startExcel({ bytes: workbook() });
    const seen = await sim.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Report");
      const rules = ["B2:B9", "C3", "D2", "B1:B2", "B2:C2", "A1"].map((address) =>
        sheet.getRange(address).dataValidation.load("rule,type"),
      );
      await context.sync();
      return rules.map(({ type, rule }) => [type, rule]);
    });
    expect(seen).toEqual([
      ["List", { list: { inCellDropDown: true, source: "ใช่,ไม่ใช่" } }],
      ["List", { list: { inCellDropDown: false, source: "=Lists!$A$1:$A$3" } }],
      ["WholeNumber", { wholeNumber: { formula1: "1", formula2: "9", operator: "Between" } }],
      ["Inconsistent", null],
      ["MixedCriteria", null],
      ["None", {}],
    ]);
  });

  it("opens our own blank", async () => {
    const bytes = await writeBlank(childcareClips, {
      offices: sampleRoster(3, 3),
      province: PROVINCE,
      period: "2023-11",
    });
    sim = await startExcel({ bytes, fileName: "แบบรายงาน.xlsx" });
    const seen = await sim.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const used = sheet.getUsedRange().load("values,rowCount");
      const merged = used.getMergedAreasOrNullObject().load("areaCount");
      const identity = context.workbook.names.getItemOrNullObject("RUAM_ID").load("value,visible");
      await context.sync();
      return [used.rowCount > 5, merged.isNullObject, typeof identity.value, identity.visible];
    });
    expect(seen).toEqual([true, false, "string", false]);
  });
});
