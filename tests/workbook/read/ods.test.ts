import { describe, expect, it } from "vitest";
import type { Cell } from "../../../shared/sheet/grid.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { makeOds, type OdsSource, table, textRow } from "../makeOds.ts";

const STYLES = `
<number:date-style style:name="N1"><number:day/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long" number:calendar="buddhist"/></number:date-style>
<number:time-style style:name="N2" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<style:style style:name="tick" style:family="table-cell" style:parent-style-name="base"/>
<style:style style:name="base" style:family="table-cell"><style:text-properties style:font-name="W2"/></style:style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="time" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-family="Wingdings"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-family="Arial"/></style:style>
<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>`;
const FACES = `<style:font-face style:name="W2" svg:font-family="&apos;Wingdings 2&apos;"/>`;

async function read(body: string, source: OdsSource = {}) {
  return readWorkbook(makeOds({ faces: FACES, styles: STYLES, body, ...source }));
}

const typed = (type: string, rest: string, inside = "") =>
  `<table:table-cell office:value-type="${type}" ${rest}>${inside}</table:table-cell>`;

describe("a cell of an .ods becomes the same value as in an .xlsx", () => {
  const cases: [promise: string, xml: string, cell: Cell | undefined][] = [
    ["a number", typed("float", 'office:value="12.5"'), 12.5],
    ["a percentage", typed("percentage", 'office:value="0.5"'), 0.5],
    ["true", typed("boolean", 'office:boolean-value="true"'), true],
    [
      "a date, พ.ศ. typed as ค.ศ., with its format",
      typed("date", 'office:date-value="2567-06-01" table:style-name="date"'),
      { v: 243770, t: "d", fmt: "d/mm/bbbb" },
    ],
    [
      "a date and time without a format",
      typed("date", 'office:date-value="2024-06-01T12:00:00"'),
      { v: 45444.5, t: "d", fmt: "yyyy-mm-dd" },
    ],
    [
      "a length of time",
      typed("time", 'office:time-value="PT36H30M00S" table:style-name="time"'),
      { v: 36.5 / 24, t: "d", fmt: "[h]:mm" },
    ],
    [
      "a text of paragraphs, blanks and breaks",
      typed("string", "", '<text:p>ศพด.<text:s text:c="2"/>ก<text:line-break/>ข</text:p><text:p>ค<text:tab/></text:p>'),
      "ศพด.  ก\nข\nค\t",
    ],
    [
      "a note is not the text",
      typed("string", "", "<office:annotation><text:p>หมายเหตุ</text:p></office:annotation><text:p>ก</text:p>"),
      "ก",
    ],
    [
      "a drawing is not the text",
      typed(
        "string",
        "",
        "<draw:frame><draw:text-box><text:p>รูป</text:p></draw:text-box></draw:frame><text:p>ก</text:p>",
      ),
      "ก",
    ],
    [
      "ruby is not the text",
      typed(
        "string",
        "",
        "<text:p><text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>トウ</text:ruby-text></text:ruby></text:p>",
      ),
      "東",
    ],
    [
      "a text in the cell's symbol font, inherited",
      typed("string", 'table:style-name="tick"', "<text:p>P</text:p>"),
      { v: "P", font: "Wingdings 2" },
    ],
    [
      "a span in a symbol font",
      typed("string", "", '<text:p><text:span text:style-name="T1">ü</text:span></text:p>'),
      { v: "ü", font: "Wingdings" },
    ],
    [
      "a span out of the cell's symbol font",
      typed("string", 'table:style-name="tick"', '<text:p><text:span text:style-name="T2">P</text:span></text:p>'),
      "P",
    ],
    [
      "an error",
      `<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>`,
      { v: "#REF!", t: "e" },
    ],
    ["a text kept in an attribute", typed("string", 'office:string-value="ก"'), "ก"],
    ["a formula never calculated", '<table:table-cell table:formula="of:=1+1"/>', undefined],
  ];
  it.each(cases)("%s", async (_, xml, cell) => {
    const { sheets } = await read(table("ก", `<table:table-row>${xml}</table:table-row>`));
    expect(sheets[0]!.rows[0]?.[0]).toEqual(cell);
  });
});

describe("a table of an .ods keeps what the checker needs", () => {
  it("rows in groups and print titles, repeats, gaps, merges, hidden rows and tables, names", async () => {
    const body = [
      "<table:content-validations/>",
      table(
        "ต.ค.66",
        `<table:table-column table:number-columns-repeated="16384"/><table:table-header-rows>${textRow("ที่", "ชื่อ")}</table:table-header-rows>` +
          '<table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="2"/></table:table-row>' +
          `<table:table-row-group><table:table-row table:visibility="filter"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1048576" office:value-type="string"><text:p>ก</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-row-group>` +
          '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048572"><table:table-cell table:style-name="tick" table:number-columns-repeated="16384"/></table:table-row>' +
          '<table:named-expressions><table:named-range table:name="ช่วง" table:cell-range-address="$ก.$A$1"/></table:named-expressions>',
      ),
      table("ซ่อน", textRow("x"), 'table:style-name="hid"'),
      '<table:named-expressions><table:named-expression table:name="RUAM_ID" table:expression="of:=&quot;x|1|54||&quot;"/></table:named-expressions>',
    ].join("");
    expect(await read(body)).toEqual({
      sheets: [
        { sheet: "ต.ค.66", rows: [["ที่", "ชื่อ"], [null, 1, 1], [null, 1, 1], ["ก"]], merges: ["A4:B4"], hiddenRows: [4] },
        { sheet: "ซ่อน", rows: [["x"]], hidden: true },
      ],
      names: [
        { name: "RUAM_ID", value: '"x|1|54||"' },
        { name: "ช่วง", value: "$ก.$A$1" },
      ],
    });
  });

  it("named styles of styles.xml count too", async () => {
    const styles =
      '<s xmlns:style="s" xmlns:fo="f"><style:style style:name="Default" style:family="table-cell"><style:text-properties fo:font-family="Marlett"/></style:style></s>';
    const { sheets } = await read(table("ก", textRow("a")), { parts: { "styles.xml": styles } });
    expect(sheets[0]!.rows).toEqual([[{ v: "a", font: "Marlett" }]]);
  });
});

describe("pictures in an OpenDocument spreadsheet", () => {
  const frame = (inside: string) => `<draw:frame>${inside}</draw:frame>`;
  const image = "<draw:image><text:p/></draw:image>";
  const cell = (inside: string) =>
    `<table:table-cell office:value-type="string"><text:p>ก</text:p>${inside}</table:table-cell>`;

  it("are counted in the cell they are anchored to: a chart, a drawing and what lies on the sheet itself are none", async () => {
    const rows = [
      `<table:table-row>${cell(frame(image))}${cell(frame(image + image) + frame(image))}</table:table-row>`,
      `<table:table-row><table:table-cell table:number-columns-repeated="2"/>${cell(frame(`<draw:object/>${image}`))}${cell("<draw:rect/>")}${cell(frame(image))}</table:table-row>`,
    ];
    const shapes = `<table:shapes>${frame(image)}</table:shapes>`;
    const { sheets } = await readWorkbook(makeOds({ body: table("ภาพ", shapes + rows.join("")) }));
    expect(sheets[0]!.pictures).toEqual(["A1", "B1", "B1", "E2"]);
    expect(sheets[0]!.rows[0]).toEqual(["ก", "ก"]);
  });
});
