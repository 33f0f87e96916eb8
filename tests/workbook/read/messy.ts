import { makeXlsx } from "../makeXlsx.ts";

const strings = [
  "แบบรายงานการจัดทำคลิป ประจำเดือนตุลาคม 2566",
  "ที่",
  "อำเภอ",
  "องค์กรปกครองส่วนท้องถิ่น",
  "หมายเหตุ",
  "เมืองแพร่",
  "ทต.ช่อแฮ",
  " ศพด.  บ้านตัวอย่าง\nสาขา 2 ",
  "P",
  "=1+1",
  "0812345678",
  "ข้อความ & <เครื่องหมาย> \"คำพูด\" 'เดี่ยว'",
];

const s = (ref: string, index: number, style = 0) => `<c r="${ref}" s="${style}" t="s"><v>${index}</v></c>`;
const v = (ref: string, value: string | number, style = 0, type = "n") =>
  `<c r="${ref}" s="${style}" t="${type}"><v>${value}</v></c>`;

/** A sheet as offices send them: merged title, dates in two calendars, ticks in Wingdings, hidden rows, formulas, stray formats. */
export function messyWorkbook(): Uint8Array {
  const data = [
    `<row r="1">${s("A1", 0)}</row>`,
    `<row r="3">${s("A3", 1)}${s("B3", 2)}${s("C3", 3)}${s("D3", 4)}</row>`,
    `<row r="4">${v("A4", 1)}${s("B4", 5)}${s("C4", 6)}${s("D4", 7)}${s("E4", 8, 3)}${v("F4", 45200, 1)}</row>`,
    `<row r="5" hidden="1">${v("A5", 2)}<c r="B5" s="1"/>${s("C5", 6)}${s("D5", 9)}${v("F5", 243770, 2)}</row>`,
    `<row r="6" hidden="1">${v("A6", 3)}${s("C6", 11)}${s("D6", 10)}${v("E6", 1, 0, "b")}${v("F6", 0.375, 4)}</row>`,
    `<row r="7">${v("A7", 1234567.891)}${v("B7", -0.5)}${v("C7", 1234567890123)}<c r="D7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E7"><f>A4*2</f><v>2</v></c><c r="F7" t="str"><f>B4&amp;"!"</f><v>เมืองแพร่!</v></c></row>`,
    '<row r="5000"><c r="A5000" s="1"/></row>',
  ];
  return makeXlsx({
    strings: strings.map(
      (text) => `<si><t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></si>`,
    ),
    names: '<definedName name="RUAM_ID" hidden="1">"childcare-clips|1|54|2023-10|"</definedName>',
    sheets: [
      {
        name: "ต.ค.66",
        data: data.join(""),
        after: '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="B4:B6"/></mergeCells>',
      },
      { name: "รายการ", state: "hidden", data: `<row r="2">${s("B2", 5)}</row>` },
    ],
  });
}
