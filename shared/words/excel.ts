/** What the sidebar says before Excel has answered, and where it is not in Excel at all. */
const th = {
  starting: "กำลังเริ่มรวมแบบ",
  apart: {
    elsewhere: {
      title: "หน้านี้เป็นแถบด้านข้างของ Excel",
      why: "เปิดได้จากแท็บ รวมแบบ บนริบบอนของ Excel เท่านั้น เปิดในเบราว์เซอร์ตรง ๆ จะไม่เห็นแผ่นงาน",
    },
    old: {
      title: "Excel เครื่องนี้เก่าเกินไป",
      why: "แถบด้านข้างใช้ได้กับ Excel 2021 ขึ้นไป Microsoft 365 และ Excel บนเว็บ",
    },
    unreachable: {
      title: "ติดต่อ Excel ไม่ได้",
      why: "ส่วนประกอบของ Microsoft ที่เชื่อมกับ Excel ไม่ตอบ อินเทอร์เน็ตอาจช้า หรือเครือข่ายของหน่วยงานปิดไว้ ลองใหม่ หรือให้ผู้ดูแลเครือข่ายเปิดที่อยู่ appsforoffice.microsoft.com",
    },
  },
  again: "ลองใหม่",
  webText: "ตรวจและส่งที่หน้าเว็บได้เหมือนกัน บันทึกสมุดงานแล้ววางไฟล์ที่นั่น",
  webLink: "เปิดหน้าเว็บ",
  installLink: "วิธีใส่รวมแบบลงใน Excel",
};

export type ExcelWords = typeof th;

const en: ExcelWords = {
  starting: "Ruam is starting",
  apart: {
    elsewhere: {
      title: "This page is a sidebar of Excel",
      why: "It opens from the tab Ruam on Excel's ribbon. Opened in a browser by itself it sees no sheet.",
    },
    old: {
      title: "This Excel is too old",
      why: "The sidebar works with Excel 2021 and later, Microsoft 365, and Excel on the web.",
    },
    unreachable: {
      title: "Excel does not answer",
      why: "The part of Microsoft's that connects to Excel did not answer. The line may be slow, or the office's network may block it. Try again, or ask the network's administrator to allow appsforoffice.microsoft.com.",
    },
  },
  again: "Try again",
  webText: "The web page checks and sends just as well: save the workbook and drop the file there.",
  webLink: "Open the web page",
  installLink: "How to put Ruam into Excel",
};

export const EXCEL_WORDS: Record<"th" | "en", ExcelWords> = { th, en };
