/** The words of the Google Sheets add-on: its menu, its checks without a sidebar, and what to do when Google says no. */
const th = {
  app: "รวมแบบ",
  menuOpen: "เปิดรวมแบบ",
  menuClear: "ล้างเครื่องหมายในแผ่นนี้",

  toastMore: "(และอีก {count} จุด)",
  needsRange: "ใส่ช่วงเซลล์ทั้งแบบ รวมหัวตาราง เช่น =RUAM_CHECK(A1:I60)",
  cell: "เซลล์",
  verdict: "ผล",
  message: "คำแนะนำ",
  verdicts: { error: "ต้องแก้", suggest: "รอเลือก", warn: "ควรดู" } as Record<string, string>,
  nothing: "เรียบร้อย",
  nothingWrong: "ไม่มีจุดที่ต้องแก้",
  noList: "ยังไม่ได้ตรวจชื่อ อปท. และอำเภอ เพราะไฟล์นี้ยังไม่มีรายชื่อ เปิดเมนู รวมแบบ → เปิดรวมแบบ หนึ่งครั้ง แล้วรายชื่อจะเก็บไว้ในไฟล์",

  opening: "กำลังเปิด",
  retry: "ลองใหม่",
  trouble: {
    accounts: {
      title: "Google ไม่ยอมให้รวมแบบอ่านไฟล์นี้",
      why: "มักเกิดเมื่อเบราว์เซอร์เข้าใช้ Google ไว้หลายบัญชี และไฟล์นี้เปิดด้วยบัญชีที่ไม่ใช่บัญชีแรก",
      how: [
        "เปิดหน้าต่างไม่ระบุตัวตน (Ctrl+Shift+N) เข้าใช้ด้วยบัญชีที่ใช้กับไฟล์นี้เพียงบัญชีเดียว แล้วเปิดไฟล์อีกครั้ง",
        "หรือออกจากระบบทุกบัญชีที่ accounts.google.com แล้วเข้าใช้บัญชีนี้ก่อนบัญชีอื่น",
        "ถ้ามีบัญชีเดียวอยู่แล้ว ให้ปิดแถบนี้ เปิดเมนู รวมแบบ อีกครั้ง แล้วกดอนุญาต",
      ],
    },
    offline: {
      title: "ติดต่อ Google ไม่ได้",
      why: "อินเทอร์เน็ตขาดหายไประหว่างทาง สิ่งที่พิมพ์ในแผ่นงานยังอยู่ครบ",
      how: ["ตรวจอินเทอร์เน็ต แล้วกดลองใหม่"],
    },
    slow: {
      title: "Google ใช้เวลานานเกินไป",
      why: "แผ่นงานอาจใหญ่มาก หรือ Google มีผู้ใช้มากในขณะนี้",
      how: ["รอสักครู่ แล้วกดลองใหม่", "ถ้ายังไม่ได้ ให้ลบแผ่นงานอื่นที่ไม่ใช้ออกจากไฟล์ หรือทำสำเนาเฉพาะแผ่นที่ต้องส่ง"],
    },
    quota: {
      title: "วันนี้ใช้ครบจำนวนที่ Google กำหนดแล้ว",
      why: "Google จำกัดจำนวนครั้งที่แต่ละบัญชีใช้ส่วนเสริมได้ในหนึ่งวัน",
      how: ["ลองใหม่พรุ่งนี้", "ถ้าต้องส่งวันนี้ ให้ดาวน์โหลดเป็น .xlsx แล้วส่งที่หน้าเว็บของระบบ"],
    },
    old: {
      title: "แม่แบบนี้เป็นรุ่นเก่า",
      why: "ไฟล์นี้ทำสำเนามาจากแม่แบบรุ่นก่อน ซึ่งทำงานกับแถบนี้ไม่ได้แล้ว",
      how: ["ขอลิงก์แม่แบบใหม่จากจังหวัด ทำสำเนา แล้ววางข้อมูลลงในสำเนานั้น"],
    },
    missing: {
      title: "สคริปต์ของไฟล์นี้ไม่ครบ",
      why: "ส่วนของรวมแบบในไฟล์นี้ถูกลบหรือแก้ไป",
      how: ["ขอลิงก์แม่แบบใหม่จากจังหวัด ทำสำเนา แล้ววางข้อมูลลงในสำเนานั้น"],
    },
    unknown: {
      title: "Google ทำไม่สำเร็จ",
      why: "Google ไม่ได้บอกสาเหตุที่ชัดเจน แผ่นงานยังเหมือนเดิม",
      how: ["กดลองใหม่", "ถ้ายังไม่ได้ ให้ปิดแถบนี้แล้วเปิดเมนู รวมแบบ อีกครั้ง", "ถ้าเข้าใช้ Google ไว้หลายบัญชี ให้ลองในหน้าต่างไม่ระบุตัวตน"],
    },
  },
};

export type SheetsWords = typeof th;
export type TroubleKind = keyof SheetsWords["trouble"];

const en: SheetsWords = {
  app: "Ruam",
  menuOpen: "Open Ruam",
  menuClear: "Take the marks off this sheet",

  toastMore: "(and {count} more)",
  needsRange: "Give the whole form with its headings, like =RUAM_CHECK(A1:I60)",
  cell: "Cell",
  verdict: "Verdict",
  message: "What to do",
  verdicts: { error: "correct", suggest: "choose", warn: "look" },
  nothing: "in order",
  nothingWrong: "Nothing to settle",
  noList:
    "Names of offices and districts were not checked: this file has no list of them yet. Open Ruam from the menu once, and the list is kept in the file.",

  opening: "Opening",
  retry: "Try again",
  trouble: {
    accounts: {
      title: "Google does not let Ruam read this file",
      why: "This mostly happens when several Google accounts are signed in and the file belongs to another than the first.",
      how: [
        "Open a private window (Ctrl+Shift+N), sign in with the one account this file is used with, and open the file again.",
        "Or sign out of all accounts at accounts.google.com and sign in with this one first.",
        "With one account alone: close this sidebar, open it from the menu again, and allow what is asked.",
      ],
    },
    offline: {
      title: "Google cannot be reached",
      why: "The connection was cut. What is typed in the sheet is all there.",
      how: ["Check the connection and try again."],
    },
    slow: {
      title: "Google took too long",
      why: "The sheet may be very large, or Google is busy.",
      how: [
        "Wait a little and try again.",
        "If it stays so, remove sheets that are not used, or copy the one to be sent.",
      ],
    },
    quota: {
      title: "Google's limit for today is reached",
      why: "Google limits how often an account may use add-ons in a day.",
      how: ["Try again tomorrow.", "If it must go today, download it as .xlsx and send it on the collector's page."],
    },
    old: {
      title: "This template is an old version",
      why: "The file was copied from an earlier template that no longer works with this sidebar.",
      how: ["Ask the province for the link of the new template, copy it, and paste the data there."],
    },
    missing: {
      title: "The script of this file is not whole",
      why: "Ruam's part of this file was removed or changed.",
      how: ["Ask the province for the link of the new template, copy it, and paste the data there."],
    },
    unknown: {
      title: "Google could not do it",
      why: "Google gave no clear reason. The sheet is as it was.",
      how: [
        "Try again.",
        "If it stays so, close this sidebar and open it from the menu again.",
        "With several Google accounts signed in, try a private window.",
      ],
    },
  },
};

export const SHEETS_WORDS: Record<"th" | "en", SheetsWords> = { th, en };
