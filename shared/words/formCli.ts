import type { CommandHelp } from "./cli.ts";

/** Help of the commands about forms nobody prepared for. */
export const FORM_HELP: Readonly<Record<string, CommandHelp>> = {
  "form new": {
    usage: "form new OFFICIAL [EXAMPLE…] [--out FORM] [--province CODE] [--offices CSV] [--json]",
    th: "เสนอแบบรายงานจากไฟล์แบบเปล่าของทางราชการ และตัวอย่างที่กรอกแล้วไม่เกินสามไฟล์ พร้อมเหตุผลทุกข้อ\nแล้วลองตรวจตัวอย่างด้วยแบบที่เสนอ",
    en: "Proposes a form from an official sheet and up to three filled examples, with reasons, and tries it on the examples.",
    options: [
      ["--out FORM", "เขียนแบบที่เสนอไว้แก้ต่อ (.xlsx .json)", "write the proposal, to be changed"],
      ["--province CODE", "รหัสจังหวัดสองหลัก ใช้ตอนลองตรวจตัวอย่าง", "two-digit province code, for the trial"],
      ["--offices CSV", "ใช้บัญชีรายชื่อ อปท. จากไฟล์นี้", "take the offices from this list"],
      ["--data DIR", "โฟลเดอร์ข้อมูล (ปกติ ./data)", "data folder (default ./data)"],
      ["--json", "ตอบเป็น JSON ค่าเดียว", "answer as one JSON value"],
    ],
  },
  "form show": {
    usage: "form show ID|FORM [--out FORM] [--json]",
    th: "แสดงแบบรายงานเป็นประโยค ทีละช่อง หรือเขียนเป็นไฟล์ให้แก้",
    en: "Shows a form as sentences, column by column, or writes it as a file to change.",
    options: [
      ["--out FORM", "เขียนแบบไว้แก้ต่อ (.xlsx .json)", "write the form, to be changed"],
      ["--json", "ตอบเป็น JSON ค่าเดียว", "answer as one JSON value"],
    ],
  },
  "form verify": {
    usage: "form verify FORM [--json]",
    th: "ตรวจไฟล์แบบรายงานที่แก้แล้ว และแสดงกำหนดส่งสิบสองครั้งถัดไป\nรหัสจบ 0 ใช้ได้ · 1 ยังใช้ไม่ได้ · 2 อ่านไฟล์ไม่ได้",
    en: "Checks a form somebody changed, and shows the next twelve due dates. Exit 0 usable, 1 not, 2 unreadable.",
    options: [["--json", "ตอบเป็น JSON ค่าเดียว", "answer as one JSON value"]],
  },
};

/** What the commands say. `{x}` is filled in by `fill`. */
export const FORM_CLI_WORDS = {
  head: "{title}\nชื่อสั้น {id} ฉบับที่ {version} · {fields} ช่อง",
  found: "แผ่นงาน “{sheet}” หัวตารางแถว {rows}",
  whole: "ทั้งแบบ",
  fields: "ทีละช่อง",
  rules: "กติกาของแถว",
  due: "กำหนดส่ง: {due}",
  dueNamed: "กำหนดส่ง: ใช้กำหนด {rule} ของปฏิทิน",
  chain: "ทางส่งรายงาน: {chain}",
  roster: "ผู้ต้องส่ง: {roster}",
  unsure: "โปรดตรวจ {count} ข้อที่ขึ้นต้นว่า “โปรดตรวจ” ก่อนใช้จริง แก้ได้ในไฟล์ที่เขียนด้วย --out",
  trial:
    "ลองตรวจ {file}: {rows} แถว {cells} ช่องที่กรอก อ่านได้ {read} (ในนี้ปรับให้ {fixed} ควรดู {warn}) ถาม {asked} ต้องแก้ {wrong}",
  trialNone: "ลองตรวจ {file}: ไม่พบแบบนี้ในไฟล์",
  trialOfficesNone: "ตัวอย่างบอกไม่ได้ว่าเป็นของจังหวัดใด ลองใส่ --province",
  usable: "ใช้ได้ ไม่พบข้อผิดพลาด",
  unusable: "ยังใช้ไม่ได้ มี {count} ข้อที่ต้องแก้",
  nextDues: "กำหนดส่งสิบสองครั้งถัดไป",
  dueLine: "  รอบ {period}  ส่งภายใน {due}{why}",
  rolled: " (เลื่อนจาก {nominal} ซึ่งเป็นวันหยุด)",
  noDates: "  ไม่มีวันกำหนด",
  badOut: "เขียนแบบได้เป็น .xlsx หรือ .json เท่านั้น / a form is written as .xlsx or .json: {value}",
  tooManyExamples: "ใช้ตัวอย่างได้ไม่เกิน {most} ไฟล์ / at most {most} examples",
  formFileWrong: "แบบใน {file} ยังใช้ไม่ได้ / the form can not be used yet",
  formTwice: "ใช้ --form หรือ --form-file อย่างใดอย่างหนึ่ง / one of --form and --form-file",
} as const;
