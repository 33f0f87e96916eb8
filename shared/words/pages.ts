/** The pages of people who signed in. */
export type PlaceName =
  | "start"
  | "work"
  | "files"
  | "completeness"
  | "queue"
  | "up"
  | "department"
  | "keying"
  | "forms"
  | "intake"
  | "offices"
  | "people";

/** Every sentence of the start page. One shape for every language; `{x}` is filled in by `fill`. */
export interface PageWords {
  title: string;
  tagline: string;
  otherLanguage: string;
  skip: string;
  needScript: string;
  home: string;
  /** What the way between the pages is called, and each page in it. */
  places: string;
  placeNames: Record<PlaceName, string>;
  // sign-in
  signIn: string;
  signInIntro: string;
  code: string;
  codeHint: string;
  enter: string;
  signingIn: string;
  signOut: string;
  codeWrong: string;
  sessionOver: string;
  roles: Record<"office" | "district" | "province" | "department" | "auditor", string>;
  // what it is about
  form: string;
  period: string;
  dueOn: string;
  // steps of an office
  blankTitle: string;
  blankIntro: string;
  blankGet: string;
  blankGetting: string;
  sendTitle: string;
  sendIntro: string;
  sendIntroProvince: string;
  chooseFile: string;
  noFile: string;
  dropHere: string;
  checking: string;
  checkedGood: string;
  checkedBad: string;
  counts: string;
  unresolved: string;
  moreFindings: string;
  tidied: string;
  emptyCell: string;
  send: string;
  sending: string;
  otherFile: string;
  notOwnOffice: string;
  // receipt
  receiptTitle: string;
  receiptNumber: string;
  receiptVersion: string;
  receiptTime: string;
  receiptLate: string;
  receiptOnTime: string;
  receiptAgain: string;
  // what was sent
  sentTitle: string;
  sentEmpty: string;
  sentEmptyProvince: string;
  colReceipt: string;
  colOffice: string;
  colVersion: string;
  colTime: string;
  colStatus: string;
  colRows: string;
  late: string;
  nil: string;
  statuses: Record<"received" | "returned" | "accepted" | "withdrawn", string>;
  versions: string;
  versionsHide: string;
  versionsOf: string;
  returnedNote: string;
  // province
  overviewTitle: string;
  overviewProgress: string;
  overviewAll: string;
  overviewEmpty: string;
  missingTitle: string;
  missingCount: string;
  district: string;
  provinceName: string;
  masterTitle: string;
  masterIntro: string;
  masterGet: string;
  masterGetting: string;
  intakeTitle: string;
  intakeIntro: string;
  intakeLink: string;
  auditorNote: string;
  departmentNote: string;
  // states
  loading: string;
  retry: string;
  offline: string;
  failed: string;
  addinTitle: string;
  addinText: string;
  appLink: string;
  installLink: string;
}

export const th: PageWords = {
  title: "รวม",
  tagline: "รวมแบบรายงานของทุก อปท. เป็นแฟ้มเดียวของจังหวัด",
  otherLanguage: "English",
  skip: "ข้ามไปยังเนื้อหา",
  needScript: "หน้านี้ต้องเปิดใช้ JavaScript จึงจะลงชื่อเข้าใช้และส่งแบบรายงานได้",
  home: "หน้าแรก",
  places: "ไปหน้าอื่น",
  placeNames: {
    start: "หน้าแรก",
    work: "งานของฉัน",
    files: "ภาพและคลิป",
    completeness: "ใครส่งแล้ว ใครยังไม่ส่ง",
    queue: "คิวตรวจรายงาน",
    keying: "คีย์เข้าระบบอื่น",
    up: "ส่งขึ้นกรมและส่งออก",
    department: "ภาพรวมทุกจังหวัด",
    forms: "แบบรายงาน",
    intake: "ไฟล์ที่ส่งมาทางอีเมล",
    offices: "ทะเบียน อปท.",
    people: "รหัสเข้าใช้",
  },
  signIn: "เข้าใช้งาน",
  signInIntro: "ใช้รหัสเข้าใช้ที่ได้รับจากสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด",
  code: "รหัสเข้าใช้",
  codeHint: "พิมพ์ตัวใหญ่หรือตัวเล็กก็ได้ ขีดไม่ต้องพิมพ์",
  enter: "เข้าใช้งาน",
  signingIn: "กำลังเข้าใช้งาน…",
  signOut: "ออก",
  codeWrong: "ไม่พบรหัสนี้ ตรวจตัวอักษรอีกครั้ง ถ้ายังไม่ได้ ขอรหัสใหม่จากจังหวัด",
  sessionOver: "หมดเวลาใช้งาน เข้าใช้งานอีกครั้งด้วยรหัสเดิม",
  roles: { office: "อปท.", district: "อำเภอ", province: "จังหวัด", department: "กรม", auditor: "ผู้ตรวจสอบ" },
  form: "แบบรายงาน",
  period: "รอบรายงาน",
  dueOn: "ครบกำหนดส่ง {date}",
  blankTitle: "ดาวน์โหลดแบบเปล่า",
  blankIntro: "แบบตามหนังสือสั่งการ มีรายชื่ออำเภอและ อปท. ให้เลือก กรอกใน Excel หรือโปรแกรมตารางที่ใช้อยู่",
  blankGet: "ดาวน์โหลดแบบ (.xlsx)",
  blankGetting: "กำลังเตรียมแบบ…",
  sendTitle: "ตรวจและส่ง",
  sendIntro: "เลือกไฟล์ที่กรอกแล้ว ระบบจะตรวจให้ก่อน และยังไม่ส่งจนกว่าจะกดส่ง",
  sendIntroProvince: "ส่งแทน อปท. ได้ เช่น ไฟล์ที่ได้รับทางอีเมล ระบบจะบันทึกว่าจังหวัดเป็นผู้ส่ง",
  chooseFile: "เลือกไฟล์ (.xlsx หรือ .csv)",
  noFile: "ยังไม่ได้เลือกไฟล์",
  dropHere: "หรือลากไฟล์มาวางที่นี่",
  checking: "กำลังตรวจ {name}…",
  checkedGood: "ตรวจแล้ว ส่งได้",
  checkedBad: "ยังส่งไม่ได้ มี {count} จุดที่ต้องแก้ในไฟล์ แล้วเลือกไฟล์อีกครั้ง",
  counts: "{rows} แถว · ถูกต้อง {ok} · ปรับให้แล้ว {fixed} · ควรดู {warn} · ต้องแก้ {bad}",
  unresolved: "ที่ต้องแก้",
  moreFindings: "และอีก {count} จุด",
  tidied: "ดูที่ปรับให้แล้ว {count} ช่อง",
  emptyCell: "(ว่าง)",
  send: "ส่งแบบรายงาน",
  sending: "กำลังส่ง…",
  otherFile: "เลือกไฟล์อื่น",
  notOwnOffice: "ไฟล์นี้เป็นของ {office}",
  receiptTitle: "ได้รับแล้ว",
  receiptNumber: "เลขที่รับ",
  receiptVersion: "ฉบับที่",
  receiptTime: "เวลาที่ได้รับ",
  receiptLate: "ได้รับหลังกำหนด",
  receiptOnTime: "ทันกำหนด",
  receiptAgain: "เคยได้รับเนื้อหาเดียวกันนี้แล้ว จึงใช้เลขที่รับเดิม",
  sentTitle: "ที่ส่งแล้ว",
  sentEmpty: "รอบนี้ยังไม่ได้ส่ง เมื่อส่งแล้วเลขที่รับจะอยู่ตรงนี้",
  sentEmptyProvince: "รอบนี้ยังไม่มี อปท. ใดส่ง",
  colReceipt: "เลขที่รับ",
  colOffice: "อปท.",
  colVersion: "ฉบับที่",
  colTime: "ได้รับเมื่อ",
  colStatus: "สถานะ",
  colRows: "แถว",
  late: "หลังกำหนด",
  nil: "รายงานว่าไม่มี",
  statuses: { received: "ได้รับแล้ว", returned: "ส่งคืนแก้ไข", accepted: "ตรวจรับแล้ว", withdrawn: "ถอนคืน" },
  versions: "ดูทุกฉบับ",
  versionsHide: "ซ่อน",
  versionsOf: "ทุกฉบับของ {office}",
  returnedNote: "เหตุผลที่ส่งคืน: {note}",
  overviewTitle: "ความครบถ้วน",
  overviewProgress: "ส่งแล้ว {sent} จาก {total} แห่ง",
  overviewAll: "ส่งครบทุกแห่งแล้ว",
  overviewEmpty: "ยังไม่มีรายชื่อ อปท. ของจังหวัดนี้ นำเข้าด้วยคำสั่ง ruam offices import",
  missingTitle: "ยังไม่ส่ง",
  missingCount: "{count} แห่ง",
  district: "อำเภอ{name}",
  provinceName: "จังหวัด{name}",
  masterTitle: "แบบรายงานรวมของจังหวัด",
  masterIntro: "เรียงตามลำดับ อปท. พร้อมพิมพ์ มีแผ่นสรุป ที่มาของแต่ละแถว และรายชื่อที่ยังไม่ส่ง",
  masterGet: "ดาวน์โหลดแบบรายงานรวม (.xlsx)",
  masterGetting: "กำลังรวบรวม…",
  intakeTitle: "ไฟล์ที่ส่งมาทางอีเมล",
  intakeIntro: "วางไฟล์ที่ อปท. ส่งมาทางอีเมลได้ทีละหลายไฟล์ ตรวจ ส่งแทน และตอบกลับพร้อมจุดที่ต้องแก้",
  intakeLink: "เปิดหน้าไฟล์จากอีเมล",
  auditorNote: "ผู้ตรวจสอบเปิดดูได้อย่างเดียว",
  departmentNote: "หน้าของกรมจะแสดงภาพรวมทุกจังหวัด ขณะนี้ใช้ผ่าน API ได้ก่อน",
  loading: "กำลังโหลด…",
  retry: "ลองอีกครั้ง",
  offline: "ติดต่อเครื่องรวบรวมไม่ได้ ข้อมูลที่เลือกไว้ยังอยู่ ลองอีกครั้งได้ ไม่ส่งซ้ำสองฉบับ",
  failed: "ทำรายการไม่สำเร็จ: {title}",
  addinTitle: "ใน Excel และ Google Sheets",
  appLink: "ตรวจและแก้ทีละจุดในเบราว์เซอร์",
  installLink: "ใส่แท็บ รวมแบบ ลงใน Excel",
  addinText: "เปิดสมุดงานที่กรอกแล้วในเบราว์เซอร์ หรือใส่แท็บ รวมแบบ ลงใน Excel ให้พามาที่นี่",
};

export const en: PageWords = {
  title: "Ruam",
  tagline: "Every office's report gathered into one workbook of the province",
  otherLanguage: "ภาษาไทย",
  skip: "Skip to content",
  needScript: "This page needs JavaScript to sign in and to send a report.",
  home: "Start page",
  places: "Other pages",
  placeNames: {
    start: "Start",
    work: "My work",
    files: "Photos and clips",
    completeness: "Who has sent, who has not",
    queue: "Review queue",
    keying: "Key into other systems",
    up: "Send up and export",
    department: "Every province",
    forms: "Forms",
    intake: "Files by e-mail",
    offices: "Registry",
    people: "Access codes",
  },
  signIn: "Sign in",
  signInIntro: "Use the access code you were given by the provincial office.",
  code: "Access code",
  codeHint: "Capitals or not, with or without dashes.",
  enter: "Sign in",
  signingIn: "Signing in…",
  signOut: "Sign out",
  codeWrong: "No such code. Look at the letters again; if it still fails, ask the province for a new one.",
  sessionOver: "The session has ended. Sign in again with the same code.",
  roles: {
    office: "Local authority",
    district: "District",
    province: "Province",
    department: "Department",
    auditor: "Auditor",
  },
  form: "Form",
  period: "Period",
  dueOn: "Due {date}",
  blankTitle: "Get the blank form",
  blankIntro: "The official layout with lists of districts and offices. Fill it in Excel or any spreadsheet.",
  blankGet: "Download the form (.xlsx)",
  blankGetting: "Preparing the form…",
  sendTitle: "Check and send",
  sendIntro: "Choose the filled file. It is checked first; nothing is sent until you press send.",
  sendIntroProvince: "You may send for an office, for example a file that came by e-mail. The record says so.",
  chooseFile: "Choose a file (.xlsx or .csv)",
  noFile: "No file chosen",
  dropHere: "or drop it here",
  checking: "Checking {name}…",
  checkedGood: "Checked: ready to send",
  checkedBad: "Not ready: {count} things to mend in the file, then choose it again",
  counts: "{rows} rows · right {ok} · tidied {fixed} · worth a look {warn} · to mend {bad}",
  unresolved: "To mend",
  moreFindings: "and {count} more",
  tidied: "What was tidied: {count} cells",
  emptyCell: "(empty)",
  send: "Send the report",
  sending: "Sending…",
  otherFile: "Choose another file",
  notOwnOffice: "This file is of {office}",
  receiptTitle: "Received",
  receiptNumber: "Receipt",
  receiptVersion: "Version",
  receiptTime: "Received at",
  receiptLate: "after the due date",
  receiptOnTime: "in time",
  receiptAgain: "The same content was received before: its receipt stands",
  sentTitle: "What was sent",
  sentEmpty: "Nothing sent for this period yet. The receipt will stand here.",
  sentEmptyProvince: "No office has sent for this period yet.",
  colReceipt: "Receipt",
  colOffice: "Office",
  colVersion: "Version",
  colTime: "Received",
  colStatus: "Status",
  colRows: "Rows",
  late: "late",
  nil: "nothing to report",
  statuses: { received: "received", returned: "returned", accepted: "accepted", withdrawn: "withdrawn" },
  versions: "All versions",
  versionsHide: "Hide",
  versionsOf: "All versions of {office}",
  returnedNote: "Returned because: {note}",
  overviewTitle: "Completeness",
  overviewProgress: "{sent} of {total} offices have sent",
  overviewAll: "Every office has sent",
  overviewEmpty: "No list of offices for this province yet: import one with ruam offices import",
  missingTitle: "Not sent yet",
  missingCount: "{count} offices",
  district: "District of {name}",
  provinceName: "Province of {name}",
  masterTitle: "Master workbook of the province",
  masterIntro: "In official order, ready to print, with a summary, the source of every row and who has not sent.",
  masterGet: "Download the master (.xlsx)",
  masterGetting: "Gathering…",
  intakeTitle: "Files that came by e-mail",
  intakeIntro: "Drop what offices e-mailed, many at once: check, send for them, and answer with the points to mend.",
  intakeLink: "Open the page of e-mailed files",
  auditorNote: "An auditor can look, and nothing else.",
  departmentNote: "The department's page will show every province; for now use the API.",
  loading: "Loading…",
  retry: "Try again",
  offline: "The collector cannot be reached. What you chose is still here; trying again never sends twice.",
  failed: "That did not work: {title}",
  addinTitle: "In Excel and Google Sheets",
  appLink: "Check and mend cell by cell in the browser",
  installLink: "Put the tab Ruam into Excel",
  addinText: "Open a filled workbook in the browser, or put a tab into Excel that leads here.",
};

export type Language = "th" | "en";

export const PAGE_WORDS: Record<Language, PageWords> = { th, en };
