import type { Language } from "./pages.ts";

/** The card of the province's Google spreadsheet on the start page. `{x}` is filled in by `fill`. */
export interface GooglePageWords {
  title: string;
  intro: string;
  absent: string;
  absentOperator: string;
  stepMake: string;
  stepShare: string;
  stepPaste: string;
  address: string;
  addressHint: string;
  connect: string;
  connecting: string;
  connectedTo: string;
  untitled: string;
  writtenAt: string;
  neverWritten: string;
  waiting: string;
  current: string;
  again: string;
  edited: string;
  editedWhy: string;
  newTab: string;
  summaryTab: string;
  disconnect: string;
}

const th: GooglePageWords = {
  title: "แบบรายงานรวมใน Google ชีต",
  intro: "ระบบเขียนแบบรายงานรวมลงแฟ้ม Google ชีตของจังหวัดให้เองภายในหนึ่งนาทีหลังมีรายงานเข้า ส่งคืน หรือตรวจรับ",
  absent: "ระบบนี้ยังไม่ได้ตั้งบัญชี Google ไว้ จึงยังเชื่อมต่อไม่ได้ ดาวน์โหลดแบบรายงานรวมเป็นไฟล์ Excel ได้ตามปกติ",
  absentOperator:
    "ผู้ดูแลระบบตั้งได้โดยสร้างบัญชีบริการ (service account) แล้วบอกระบบด้วย GOOGLE_SERVICE_ACCOUNT_FILE ขั้นตอนอยู่ใน docs/deploy.md",
  stepMake: "สร้างสเปรดชีตเปล่าใน Google ชีตด้วยบัญชีของจังหวัด",
  stepShare: "กดปุ่ม แชร์ เพิ่มที่อยู่นี้เป็น ผู้แก้ไข",
  stepPaste: "คัดลอกที่อยู่ของสเปรดชีตจากแถบที่อยู่ของเบราว์เซอร์มาวางที่นี่",
  address: "ที่อยู่ของสเปรดชีต",
  addressHint: "ขึ้นต้นด้วย https://docs.google.com/spreadsheets/d/",
  connect: "เชื่อมต่อ",
  connecting: "กำลังลองเขียน…",
  connectedTo: "เชื่อมต่อกับ",
  untitled: "สเปรดชีตไม่มีชื่อ",
  writtenAt: "เขียนล่าสุด {time}",
  neverWritten: "ยังไม่ได้เขียน",
  waiting: "มีการเปลี่ยนแปลงที่รอเขียน {count} แท็บ",
  current: "ข้อมูลในสเปรดชีตเป็นปัจจุบัน",
  again: "ลองอีกครั้ง",
  edited: "มีผู้แก้หัวตารางของแท็บ {title}",
  editedWhy: "ระบบจึงไม่เขียนทับ แท็บนั้นยังอยู่ตามที่แก้ไว้ แก้หัวตารางกลับตามเดิม หรือให้ระบบสร้างแท็บใหม่",
  newTab: "สร้างแท็บใหม่",
  summaryTab: "ภาพรวม",
  disconnect: "เลิกเชื่อมต่อ",
};

const en: GooglePageWords = {
  title: "The master in Google Sheets",
  intro:
    "The master is written into the province's own Google spreadsheet within a minute of every report, return or acceptance",
  absent:
    "This collector has no Google account set up, so nothing can be connected. The master can be downloaded as an Excel file as ever",
  absentOperator:
    "Whoever runs it makes a service account and names its key in GOOGLE_SERVICE_ACCOUNT_FILE; docs/deploy.md has the steps",
  stepMake: "Make an empty spreadsheet in Google Sheets with the province's account",
  stepShare: "Press Share and add this address as an editor",
  stepPaste: "Copy the spreadsheet's address from the browser's address bar and paste it here",
  address: "Address of the spreadsheet",
  addressHint: "Begins with https://docs.google.com/spreadsheets/d/",
  connect: "Connect",
  connecting: "Trying to write…",
  connectedTo: "Connected to",
  untitled: "untitled spreadsheet",
  writtenAt: "Last written {time}",
  neverWritten: "Nothing written yet",
  waiting: "Changes wait to be written in {count} tabs",
  current: "The spreadsheet is up to date",
  again: "Try again",
  edited: "Somebody changed the headings of the tab {title}",
  editedWhy:
    "It is therefore not written over and stays as it was changed. Put the headings right again, or have a new tab made",
  newTab: "Make a new tab",
  summaryTab: "overview",
  disconnect: "Disconnect",
};

export const GOOGLE_PAGE_WORDS: Record<Language, GooglePageWords> = { th, en };
