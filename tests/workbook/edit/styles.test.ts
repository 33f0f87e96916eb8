import { describe, expect, it } from "vitest";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { editWorkbook } from "../../../shared/workbook/edit.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { makeXlsx } from "../makeXlsx.ts";
import { changedParts, partOf } from "./parts.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const STYLES = "xl/styles.xml";
const BODY =
  '<font><b/><sz val="16"/><color rgb="FF112233"/><name val="TH SarabunPSK"/><family val="2"/><charset val="222"/></font>';
const TICK =
  '<font><sz val="14"/><color rgb="FFFF0000"/><name val="Wingdings 2"/><family val="1"/><charset val="2"/></font>';
const TICK_READABLE =
  '<font><sz val="14"/><color rgb="FFFF0000"/><name val="TH SarabunPSK"/><family val="2"/><charset val="222"/></font>';
const XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
const TICK_XF =
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0"><alignment horizontal="center"/><protection locked="0"/></xf>';
const TICK_RED_XF = '<xf numFmtId="0" fontId="1" fillId="1" borderId="0" applyFont="0"/>';
const rest = '<dxfs count="1"><dxf><font><name val="Webdings"/></font></dxf></dxfs>';
const styles = `<fonts count="2">${BODY}${TICK}</fonts><cellStyleXfs count="1">${XF}</cellStyleXfs><cellXfs count="3">${XF}${TICK_XF}${TICK_RED_XF}</cellXfs>${rest}`;
const data =
  '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>P</t></is></c><c r="B1" s="1"/><c r="C1" s="2"/><c r="D1"/></row><row r="2"/>';

async function edited(edits: [cell: string, value: Scalar][], source = styles) {
  const before = makeXlsx({ styles: source, sheets: [{ data }] });
  const after = await editWorkbook(
    before,
    edits.map(([cell, value]) => ({ sheet: "Sheet1", cell, value })),
  );
  const inside = (name: string) =>
    partOf(after, name).replace(/^.*?<(styleSheet|worksheet)[^>]*>|<\/(styleSheet|worksheet)>$/gs, "");
  return { styles: inside(STYLES), sheet: inside(SHEET), changed: changedParts(before, after), after };
}

describe("a value written into a cell whose font is one of pictures", () => {
  it("gets the same format with the workbook's own font; nothing else of the styles changes", async () => {
    const result = await edited([["A1", "/"]]);
    expect(result.styles).toBe(
      `<fonts count="3">${BODY}${TICK}${TICK_READABLE}</fonts><cellStyleXfs count="1">${XF}</cellStyleXfs><cellXfs count="4">${XF}${TICK_XF}${TICK_RED_XF}<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/><protection locked="0"/></xf></cellXfs>${rest}`,
    );
    expect(result.sheet).toBe(
      `<sheetData>${data.replace('<c r="A1" s="1" t="inlineStr"><is><t>P</t></is></c>', '<c r="A1" s="3" t="inlineStr"><is><t>/</t></is></c>')}</sheetData>`,
    );
    expect(result.changed.sort()).toEqual([STYLES, SHEET]);
    expect((await readWorkbook(result.after)).sheets[0]!.rows).toEqual([["/"]]);
  });

  it("one new format for each old one, one new font for all", async () => {
    const {
      styles: changed,
      after,
      sheet,
    } = await edited([
      ["C1", 5],
      ["A1", "/"],
      ["B1", true],
      ["A2", "x"],
      ["D1", "y"],
    ]);
    expect(changed).toContain(`<fonts count="3">${BODY}${TICK}${TICK_READABLE}</fonts>`);
    expect(changed).toContain('<cellXfs count="5">');
    expect(changed).toContain(`${TICK_RED_XF}<xf numFmtId="49" fontId="2"`);
    expect(changed).toContain('<xf numFmtId="0" fontId="2" fillId="1" borderId="0" applyFont="1"/></cellXfs>');
    expect([...sheet.matchAll(/<c r="(\w+)" s="(\d)"/g)].map(([, cell, style]) => [cell, style])).toEqual([
      ["A1", "3"],
      ["B1", "3"],
      ["C1", "4"],
      ["A2", "3"],
    ]);
    expect((await readWorkbook(after)).sheets[0]!.rows).toEqual([["/", true, 5, "y"], ["x"]]);
  });

  it("clearing it, or writing elsewhere, leaves the styles alone", async () => {
    expect(
      (
        await edited([
          ["A1", null],
          ["D1", "/"],
        ])
      ).changed,
    ).toEqual([SHEET]);
  });

  it("a workbook with no other font gets one by name", async () => {
    const only = styles.replace(BODY, "<font><name val='Symbol'/></font>");
    const { styles: changed, after } = await edited(
      [
        ["A1", "/"],
        ["D1", "/"],
      ],
      only,
    );
    expect(changed).toContain("<font><name val='TH SarabunPSK'/></font></fonts>");
    expect((await readWorkbook(after)).sheets[0]!.rows).toEqual([["/", null, null, "/"]]);
  });
});
