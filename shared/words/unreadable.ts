/** What a person reads when a file could not be read: what is wrong, why, what to do. Keyed by the code of the refusal. */

const SAVE_TH = "เปิดไฟล์ใน Excel เลือก ไฟล์ > บันทึกเป็น > ชนิด “เวิร์กบุ๊ก Excel (*.xlsx)” แล้วใช้ไฟล์ใหม่";
const SAVE_EN = "Open it in Excel, choose File > Save As > Excel Workbook (*.xlsx), and use the new file.";
const COPY_TH = "คัดลอกเฉพาะตารางรายงานไปวางในไฟล์ใหม่ แล้วบันทึกเป็น .xlsx";
const COPY_EN = "Copy the report's table alone into a new file and save that as .xlsx.";
const AGAIN_TH = "ขอไฟล์ใหม่จากผู้ส่ง หรือคัดลอกไฟล์ต้นฉบับอีกครั้ง ถ้า Excel ยังเปิดได้ ให้บันทึกเป็น .xlsx ใหม่";
const AGAIN_EN = "Get the file again from its sender. If Excel still opens it, save it anew as .xlsx.";

const th = {
  empty: "ไฟล์ว่างเปล่า ไม่มีข้อมูลเลย อาจบันทึกหรือแนบไม่สำเร็จ เปิดไฟล์ต้นฉบับ บันทึกอีกครั้ง แล้วแนบใหม่",
  "too-large": `ไฟล์ใหญ่ {megabytes} MB เกินที่รับได้ {limit} MB มักเกิดจากรูปภาพที่วางไว้ในไฟล์ ลบรูปภาพออก หรือ${COPY_TH}`,
  encrypted:
    "ไฟล์ตั้งรหัสผ่านไว้ จึงอ่านไม่ได้ เปิดใน Excel ด้วยรหัสผ่าน เลือก ไฟล์ > ข้อมูล > ป้องกันเวิร์กบุ๊ก > เข้ารหัสลับด้วยรหัสผ่าน ลบรหัสผ่านออก แล้วบันทึกเป็น .xlsx",
  macros: `ไฟล์มีมาโคร (คำสั่งอัตโนมัติ) ระบบไม่รับเพื่อความปลอดภัย ${SAVE_TH} เมื่อ Excel ถาม ให้ยืนยันว่าบันทึกโดยไม่มีมาโคร`,
  "html-renamed": `ไฟล์นี้เป็นหน้าเว็บ (HTML) ที่ตั้งชื่อเป็นไฟล์ Excel มักมาจากปุ่มส่งออกของระบบอื่น วันที่ในไฟล์แบบนี้อ่านผิดได้ ${SAVE_TH}`,
  "xml-2003": `ไฟล์นี้เป็น XML ของ Excel 2003 ซึ่งระบบไม่อ่าน ${SAVE_TH}`,
  xlsb: `ไฟล์นี้เป็นเวิร์กบุ๊กแบบไบนารี (.xlsb) ซึ่งระบบไม่อ่าน ${SAVE_TH}`,
  "old-xls": `ไฟล์นี้เป็น Excel รุ่นเก่ามาก (ก่อน Excel 97) ซึ่งระบบไม่อ่าน ${SAVE_TH}`,
  "zip-archive": "ไฟล์นี้เป็นไฟล์บีบอัด (.zip) ไม่ใช่ตารางคำนวณ แตกไฟล์ก่อน แล้วใช้ไฟล์ .xlsx ที่อยู่ข้างใน",
  "not-a-workbook": `ไฟล์นี้คือ{kind} ไม่ใช่ตารางคำนวณ กรอกข้อมูลในแบบรายงาน (.xlsx) แล้วใช้ไฟล์นั้น`,
  truncated: `ไฟล์ขาดหาย ส่วนท้ายของไฟล์ไม่มา มักเกิดจากการดาวน์โหลดหรือแนบไฟล์ไม่จบ ${AGAIN_TH}`,
  damaged: `ไฟล์เสียหายที่ {where} จึงอ่านไม่ได้ทั้งไฟล์ ${AGAIN_TH}`,
  crc: `ข้อมูลในไฟล์ ({part}) เพี้ยนไปจากตอนที่บันทึก มักเกิดจากการคัดลอกหรือส่งต่อ ${AGAIN_TH}`,
  zip64: `ไฟล์เก็บในรูปแบบสำหรับไฟล์ขนาดใหญ่มาก (zip64) ซึ่งระบบไม่รับ ${SAVE_TH}`,
  overlap: `ส่วนต่าง ๆ ในไฟล์ซ้อนทับกัน ซึ่งไม่มีโปรแกรมใดเขียนแบบนี้ อาจเป็นไฟล์อันตราย ${AGAIN_TH}`,
  "duplicate-entry": `ในไฟล์มีส่วน {name} ซ้ำกัน จึงไม่รู้ว่าส่วนใดคือของจริง ${AGAIN_TH}`,
  "too-many-entries": `ในไฟล์มีชิ้นส่วน {count} ชิ้น เกินที่รับได้ {limit} ชิ้น มักเกิดจากรูปภาพหรือวัตถุจำนวนมาก ${COPY_TH}`,
  "zip-bomb": `ไฟล์คลายออกมาแล้วใหญ่ผิดปกติ ({megabytes} MB) จึงไม่เปิดเพื่อความปลอดภัย ${COPY_TH}`,
  "size-lie": `ขนาดที่ไฟล์แจ้งไว้ไม่ตรงกับข้อมูลจริง ({part}) อาจเสียหายหรือเป็นไฟล์อันตราย ${AGAIN_TH}`,
  dtd: `ในไฟล์มีคำสั่งที่ไม่ควรอยู่ในตารางคำนวณ (DTD ใน {part}) จึงไม่เปิดเพื่อความปลอดภัย ${AGAIN_TH}`,
  "no-sheet": `ในไฟล์ไม่มีแผ่นงานที่มีตาราง (อาจมีแต่แผนภูมิ) ${COPY_TH}`,
  "too-many-sheets": `ในไฟล์มีเกิน {limit} แผ่นงาน ${COPY_TH}`,
  "too-many-rows": `แผ่นงาน “{sheet}” มีข้อมูลที่เซลล์ {cell} ไกลเกินแถวที่ {limit} ลบข้อมูลที่หลงอยู่ตรงนั้น (กด Ctrl+End เพื่อไปหา) แล้วบันทึกใหม่`,
  "too-many-columns": `แผ่นงาน “{sheet}” มีข้อมูลที่เซลล์ {cell} ไกลเกินคอลัมน์ที่ {limit} ลบข้อมูลที่หลงอยู่ตรงนั้น (กด Ctrl+End เพื่อไปหา) แล้วบันทึกใหม่`,
  "too-many-cells": `ไฟล์มีข้อมูลเกิน {limit} เซลล์ มากเกินกว่าจะเป็นแบบรายงาน ${COPY_TH}`,
  "too-many-names": `ไฟล์มีชื่อที่กำหนดไว้เกิน {limit} ชื่อ มักสะสมจากการคัดลอกแผ่นงาน ${COPY_TH}`,
  "too-many-merges": `แผ่นงาน “{sheet}” ผสานเซลล์ไว้มากผิดปกติ ${COPY_TH}`,
  "text-too-long": `มีข้อความยาวเกิน 32,767 ตัวอักษร ({where}) ซึ่งยาวเกินที่ Excel รับได้ ย่อข้อความนั้นแล้วบันทึกใหม่`,
  "text-encoding": `ไฟล์ข้อความนี้เข้ารหัสอักษรไทยในแบบที่อ่านไม่ได้ หรือมีอักษรเสียหาย บันทึกใหม่จาก Excel เป็น “CSV UTF-8” หรือ${SAVE_TH}`,
  "csv-quote": `แถวที่ {row} ของไฟล์ CSV มีเครื่องหมายคำพูด (") ที่เปิดแล้วไม่ปิด แถวที่เหลือจึงรวมเป็นช่องเดียว แก้เครื่องหมายนั้น หรือ${SAVE_TH}`,
} as const satisfies Record<string, string>;

const en: Record<keyof typeof th, string> = {
  empty: "The file is empty; saving or attaching it probably failed. Open the original, save it again and attach that.",
  "too-large": `The file has {megabytes} MB, more than the {limit} MB taken; usually pictures are the reason. Remove them. ${COPY_EN}`,
  encrypted:
    "The file has a password, so it cannot be read. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the password, and save as .xlsx.",
  macros: `The file holds macros, which are not taken for safety. ${SAVE_EN} Confirm that it is saved without macros.`,
  "html-renamed": `The file is a web page (HTML) named like an Excel file, usually exported by another system; its dates may be misread. ${SAVE_EN}`,
  "xml-2003": `The file is Excel 2003 XML, which is not read. ${SAVE_EN}`,
  xlsb: `The file is a binary workbook (.xlsb), which is not read. ${SAVE_EN}`,
  "old-xls": `The file is from before Excel 97 and is not read. ${SAVE_EN}`,
  "zip-archive": "The file is a zip archive, not a workbook. Unpack it and use the .xlsx inside.",
  "not-a-workbook": "The file is {kind}, not a workbook. Fill in the report form (.xlsx) and use that.",
  truncated: `The end of the file is missing; a download or attachment was probably cut off. ${AGAIN_EN}`,
  damaged: `The file is damaged at {where}, so none of it can be trusted. ${AGAIN_EN}`,
  crc: `What is in the file ({part}) is not what was saved; copying or sending probably changed it. ${AGAIN_EN}`,
  zip64: `The file is stored in the form meant for very large files (zip64), which is not taken. ${SAVE_EN}`,
  overlap: `Parts inside the file overlap, as no program writes them; it may be harmful. ${AGAIN_EN}`,
  "duplicate-entry": `The part {name} is in the file twice, so it is unclear which is real. ${AGAIN_EN}`,
  "too-many-entries": `The file has {count} parts, more than the {limit} taken; usually many pictures or objects. ${COPY_EN}`,
  "zip-bomb": `Unpacked, the file is abnormally large ({megabytes} MB), so it is not opened for safety. ${COPY_EN}`,
  "size-lie": `The sizes the file declares are not true ({part}); it is damaged or harmful. ${AGAIN_EN}`,
  dtd: `The file holds instructions that do not belong in a workbook (a DTD in {part}), so it is not opened for safety. ${AGAIN_EN}`,
  "no-sheet": `The file has no sheet with cells, perhaps only charts. ${COPY_EN}`,
  "too-many-sheets": `The file has more than {limit} sheets. ${COPY_EN}`,
  "too-many-rows": `Sheet “{sheet}” has data in {cell}, beyond row {limit}. Clear what strayed there (Ctrl+End goes to it) and save again.`,
  "too-many-columns": `Sheet “{sheet}” has data in {cell}, beyond column {limit}. Clear what strayed there (Ctrl+End goes to it) and save again.`,
  "too-many-cells": `The file has more than {limit} cells of data, too many for a report. ${COPY_EN}`,
  "too-many-names": `The file has more than {limit} defined names, usually gathered by copying sheets. ${COPY_EN}`,
  "too-many-merges": `Sheet “{sheet}” has an abnormal amount of merged cells. ${COPY_EN}`,
  "text-too-long":
    "A text is longer than 32,767 characters ({where}), which Excel cannot hold. Shorten it and save again.",
  "text-encoding": `The text file's encoding is not known, or its letters are damaged. Save it from Excel as “CSV UTF-8”. ${SAVE_EN}`,
  "csv-quote": `Row {row} of the CSV file opens a quotation mark (") that is never closed, so all below became one field. Mend it. ${SAVE_EN}`,
};

const KINDS_TH = new Map([
  ["pdf", "เอกสาร PDF"],
  ["image", "รูปภาพ"],
  ["archive", "ไฟล์บีบอัด"],
  ["word", "เอกสาร Word"],
  ["slides", "งานนำเสนอ"],
  ["numbers", "ไฟล์ของโปรแกรม Numbers"],
  ["rtf", "เอกสารข้อความ (RTF)"],
  ["xml", "ไฟล์ XML"],
]);
const KINDS_EN = new Map([
  ["pdf", "a PDF document"],
  ["image", "a picture"],
  ["archive", "an archive"],
  ["word", "a Word document"],
  ["slides", "a presentation"],
  ["numbers", "a Numbers file"],
  ["rtf", "a text document (RTF)"],
  ["xml", "an XML file"],
]);

export const UNREADABLE: Readonly<Record<"th" | "en", Readonly<Record<string, string>>>> = { th, en };

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** The sentence for a refusal, with its slots filled. An unknown code gets the sentence of a damaged file. */
export function unreadableSentence(
  refusal: { code: string; params: Readonly<Record<string, string | number>> },
  language: "th" | "en" = "th",
): string {
  const { code, params } = refusal;
  const sentences = UNREADABLE[language];
  const template = Object.keys(sentences).includes(code) ? sentences[code]! : sentences.damaged!;
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === "kind") return kind(String(params.kind), language);
    if (slot === "megabytes") return megabytes(Number(params.bytes ?? 0));
    if (slot === "where")
      return [params.sheet, params.part, params.cell].filter((place) => place !== undefined).join(" ");
    if (slot === "limit" && code === "too-large") return megabytes(Number(params.limit ?? 0));
    const value = params[slot];
    return typeof value === "number" ? grouped(value) : (value ?? "–");
  });
}

function kind(name: string, language: "th" | "en"): string {
  return language === "th" ? (KINDS_TH.get(name) ?? "ไฟล์ชนิดอื่น") : (KINDS_EN.get(name) ?? "another kind of file");
}

function megabytes(bytes: number): string {
  return String(Math.round((bytes / BYTES_PER_MEGABYTE) * 10) / 10);
}

/** 200000 as 200,000. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
