import { describe, expect, it } from "vitest";
import { checkWorkbook } from "../../../shared/check.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { sampleRegistry } from "../../check/support.ts";
import { makeXlsx } from "../makeXlsx.ts";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const picture = (row: number, col: number) =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>99</xdr:row></xdr:to><xdr:pic/></xdr:twoCellAnchor>`;
const shape =
  "<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:sp/></xdr:oneCellAnchor>";

const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const rowOf = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join("")}</row>`;

/** The form with its pictures lying on the sheet; simulated by hand, as no program of ours writes them. */
function workbook(drawing: string): Uint8Array {
  const data = [
    rowOf(1, text("A1", "“จิตอาสาพัฒนาชุมชน” วันที่ ๒๘ กรกฎาคม ๒๕๖๗")),
    rowOf(2, text("A2", "อำเภอสมมติ จังหวัดตัวอย่าง")),
    rowOf(3, text("A3", "๑. ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ที่ดำเนินการจัดกิจกรรมฯ จำนวน 1 แห่ง")),
    rowOf(4, text("A4", "๒. ผู้เข้าร่วมกิจกรรมฯ ประกอบด้วย")),
    rowOf(5, text("A5", "๓. ลักษณะกิจกรรมที่ดำเนินการ ได้แก่")),
    rowOf(6, text("A6", "๑. กิจกรรม ปลูกต้นไม้ จำนวน 1 แห่ง")),
    rowOf(7, text("A7", "๔. ภาพ การดำเนินงานกิจกรรม")),
    rowOf(8, text("A8", "๑. กิจกรรม ปลูกต้นไม้")),
    rowOf(20, text("A20", "๕. ผลที่ได้รับจากการดำเนินงานกิจกรรม")),
  ].join("");
  const link = (id: string, kind: string, to: string) =>
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${to}"/></Relationships>`;
  return makeXlsx({
    sheets: [{ name: "แบบรายงาน", data }],
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": link("rId1", "drawing", "../drawings/drawing1.xml"),
      "xl/drawings/drawing1.xml": drawing,
    },
  });
}

const wrapped = (...anchors: string[]) => `<xdr:wsDr xmlns:xdr="${DRAWING}">${anchors.join("")}</xdr:wsDr>`;
const photos = async (drawing: string) => {
  const read = await readWorkbook(workbook(drawing));
  const { fields } = checkWorkbook(read, { registry: sampleRegistry() });
  return [read.sheets[0]!.pictures, fields["s4.1.photos"]?.value ?? fields["s4.1.photos"]?.raw];
};

describe("pictures that lie on a sheet", () => {
  it.each([
    [
      "four in the block",
      wrapped(picture(8, 0), picture(8, 2), picture(12, 0), picture(12, 2)),
      [["A9", "C9", "A13", "C13"], 4],
    ],
    [
      "three, and a drawn shape",
      wrapped(picture(8, 0), shape, picture(8, 2), picture(12, 0)),
      [["A9", "C9", "A13"], 3],
    ],
    ["none in the block: a crest above the title", wrapped(picture(0, 0)), [["A1"], 0]],
  ])("%s", async (_, drawing, expected) => expect(await photos(drawing)).toEqual(expected));

  it.each([
    ["damaged", "<xdr:wsDr"],
    ["with a document type", `<!DOCTYPE x [<!ENTITY a "b">]>${wrapped(picture(8, 0))}`],
    ["with a place beyond every sheet", wrapped(picture(99_999_999, 0))],
  ])("are not counted where the drawing is %s, and the sheet is read all the same", async (_, drawing) => {
    expect(await photos(drawing)).toEqual([undefined, 0]);
  });
});
