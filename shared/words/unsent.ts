import type { Language } from "./pages.ts";

/** What a reviewer or an office typed and has not sent: how it is kept, carried to a newer version, and bounded. */
const th = {
  unsaid: { cell: "โปรดตรวจช่องนี้", row: "โปรดตรวจแถวนี้" },
  unsaidHint: "ถ้าไม่เขียนอะไร จะส่งไปว่า “{text}”",
  takenOut: "เอาข้อสังเกตสำหรับ {cell} ออกแล้ว",
  putBack: "นำกลับมา",
  openNewer: "เปิดฉบับใหม่ พร้อมข้อความและข้อสังเกตที่เขียนไว้",
  carried: "เปิดฉบับใหม่แล้ว ข้อความและข้อสังเกตที่เขียนไว้ตามมาอยู่ที่แถวเดิมของแต่ละรายการ โปรดดูอีกครั้งก่อนส่ง",
  carriedLeft: "มี {count} ข้อที่ไม่พบแถวในฉบับใหม่ จึงย้ายไปไว้ในข้อความถึงผู้ส่ง",
  leftLine: "{cell} (ฉบับก่อน): {text}",
  left: "เหลืออีก {left} จาก {most} ตัวอักษร",
  tooLong: "ยาวเกินไป {over} ตัวอักษร รับได้ไม่เกิน {most} ตัวอักษร โปรดย่อให้สั้นลง",
  tooLongAt: "{name}: {fault}",
  notSaved: "ยังไม่ได้บันทึก เครื่องนี้จำไว้ให้",
};

/** One shape for every language; `{x}` is filled in by `fill`. */
export type UnsentWords = {
  [K in keyof typeof th]: (typeof th)[K] extends string ? string : { [L in keyof (typeof th)[K]]: string };
};

const en: UnsentWords = {
  unsaid: { cell: "Please check this cell.", row: "Please check this row." },
  unsaidHint: "Left empty, this is sent: “{text}”",
  takenOut: "The remark on {cell} was taken out.",
  putBack: "Put it back",
  openNewer: "Open the newer version with what you wrote",
  carried:
    "This is the newer version. What you wrote stands at the rows it was about; please look again before you send it.",
  carriedLeft: "{count} found no row in it and were put into the note.",
  leftLine: "{cell} (version before): {text}",
  left: "{left} of {most} characters left",
  tooLong: "This is {over} characters too long; {most} are the most. Please shorten it.",
  tooLongAt: "{name}: {fault}",
  notSaved: "Not saved yet; kept on this device.",
};

export const UNSENT_WORDS: Record<Language, UnsentWords> = { th, en };
