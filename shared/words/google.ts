/** Words of the province's Google spreadsheet that the master as a workbook does not have. One shape for every language. */
export interface GoogleWords {
  /** First line of each tab: `{title}` is the form's, `{scope}` month and province. */
  banner: string;
  /** What must not be forgotten when typing into the sheet; stands in the banner. */
  rewritten: string;
  /** Tab of a form and period: `{form}` and `{period}`. */
  tab: string;
  /** Short names of forms for tabs, by form id; a form without one goes by its id. */
  forms: Readonly<Record<string, string>>;
  formHeading: string;
  periodHeading: string;
  /** Marks the line of the whole province in the summary. */
  whole: string;
  done: string;
  notDone: string;
  nilRows: string;
}

export const googleTh: GoogleWords = {
  banner: "{title} {scope} {rewritten}",
  rewritten: "ระบบเขียนแท็บนี้ใหม่ทั้งหมดทุกครั้งที่มีรายงานเข้า โปรดจดบันทึกไว้ในแท็บอื่น",
  tab: "{form} {period}",
  forms: {
    "childcare-clips": "คลิป ศพด.",
    "community-leaders": "ผู้นำชุมชน",
    "volunteer-activities": "จิตอาสา",
    "temple-community": "วัดกับชุมชน",
    "e-report-training": "อบรมจิตอาสา",
  },
  formHeading: "แบบรายงาน",
  periodHeading: "รอบรายงาน",
  whole: "ทั้งจังหวัด",
  done: "แถวที่ดำเนินการ",
  notDone: "แถวที่ไม่ดำเนินการ",
  nilRows: "แถวที่รายงานว่าไม่มี",
};

export const googleEn: GoogleWords = {
  banner: "{title} {scope} {rewritten}",
  rewritten: "This tab is written anew whenever a report comes in. Please keep notes in another tab",
  tab: "{form} {period}",
  forms: {
    "childcare-clips": "clips",
    "community-leaders": "leaders",
    "volunteer-activities": "volunteers",
    "temple-community": "temples",
    "e-report-training": "training",
  },
  formHeading: "Form",
  periodHeading: "Period",
  whole: "whole province",
  done: "Rows done",
  notDone: "Rows not done",
  nilRows: "Rows with nothing to report",
};

/** Why the worker cannot write, for the province: what is wrong and what to do. `{email}` is the worker's own address. */
export type GoogleTroubleWords = Record<
  | "no-permission"
  | "read-only"
  | "not-found"
  | "not-a-sheet"
  | "storage"
  | "full"
  | "protected"
  | "key"
  | "api-off"
  | "refused"
  | "busy"
  | "unreachable"
  | "changed",
  string
>;

export const googleTroublesTh: GoogleTroubleWords = {
  "no-permission":
    "ระบบยังเปิดแฟ้มนี้ไม่ได้ โปรดกดปุ่ม แชร์ ในแฟ้ม เพิ่ม {email} เป็นผู้แก้ไข แล้วลองอีกครั้ง ถ้าหน่วยงานไม่ให้แชร์ออกภายนอก โปรดขอให้ผู้ดูแลอนุญาตที่อยู่นี้",
  "read-only": "ระบบอ่านแฟ้มนี้ได้แต่เขียนไม่ได้ โปรดกดปุ่ม แชร์ ในแฟ้ม แล้วเปลี่ยนสิทธิ์ของ {email} จากผู้อ่านเป็นผู้แก้ไข",
  "not-found": "ไม่พบแฟ้มนี้ อาจถูกลบหรือที่อยู่ไม่ครบ โปรดเปิดแฟ้มแล้วคัดลอกที่อยู่อีกครั้ง และแชร์ให้ {email} เป็นผู้แก้ไข",
  "not-a-sheet":
    "แฟ้มนี้เป็นแฟ้ม Excel ที่เปิดใน Google จึงเขียนไม่ได้ โปรดเลือก ไฟล์ > บันทึกเป็น Google ชีต แล้วใช้ที่อยู่ของแฟ้มใหม่ อย่าลืมแชร์ให้ {email}",
  storage: "พื้นที่เก็บข้อมูล Google ของเจ้าของแฟ้มเต็ม จึงเขียนไม่ได้ โปรดเพิ่มพื้นที่หรือลบแฟ้มอื่น แล้วกดลองอีกครั้ง",
  full: "แฟ้มนี้มีเซลล์ครบสิบล้านเซลล์แล้ว จึงเขียนเพิ่มไม่ได้ โปรดลบแท็บที่ไม่ใช้ หรือใช้แฟ้มใหม่",
  protected: "มีการป้องกันช่วงเซลล์ในแท็บของระบบ จึงเขียนไม่ได้ โปรดเพิ่ม {email} ให้แก้ไขช่วงที่ป้องกันได้ หรือลบการป้องกันนั้น แล้วกดลองอีกครั้ง",
  key: "Google ไม่รับกุญแจของบัญชีที่ระบบใช้ แฟ้มของจังหวัดไม่มีปัญหา โปรดแจ้งผู้ดูแลระบบให้เปลี่ยนกุญแจ",
  "api-off": "โครงการ Google ที่ระบบใช้ยังไม่ได้เปิด Google Sheets API แฟ้มของจังหวัดไม่มีปัญหา โปรดแจ้งผู้ดูแลระบบ",
  refused: "Google ไม่รับข้อมูลที่ระบบเขียน รายงานที่ได้รับไว้ไม่สูญหาย และดาวน์โหลดแบบรายงานรวมได้ตามปกติ โปรดแจ้งผู้ดูแลระบบ",
  busy: "ขณะนี้มีการเขียนจำนวนมาก ระบบจะเขียนต่อให้เองในไม่กี่นาที",
  unreachable: "ขณะนี้ติดต่อ Google ไม่ได้ ระบบจะลองใหม่เอง รายงานที่ได้รับไว้ไม่สูญหาย",
  changed: "มีผู้แก้แท็บขณะที่ระบบกำลังเขียน ระบบจะเขียนใหม่ให้เองในไม่กี่นาที",
};

export const googleTroublesEn: GoogleTroubleWords = {
  "no-permission":
    "This file cannot be opened yet. Press Share in the file, add {email} as an editor, and try again. If your organisation forbids sharing outside, ask its administrator to allow this address",
  "read-only":
    "This file can be read but not written. Press Share in the file and make {email} an editor instead of a viewer",
  "not-found":
    "There is no such file: it may have been deleted, or the address is not complete. Copy it again with the file open, and share it with {email} as an editor",
  "not-a-sheet":
    "This is an Excel file opened in Google, which cannot be written. Choose File > Save as Google Sheets and use the address of the new file; remember to share it with {email}",
  storage: "The Google storage of the file's owner is full. Free some space, then try again",
  full: "This file has reached ten million cells. Delete tabs that are not needed, or use a new file",
  protected:
    "Cells of a tab of ours are protected. Let {email} edit the protected range, or remove the protection, then try again",
  key: "Google does not take the key of the account the collector uses. Nothing is wrong with the province's file; tell whoever runs the collector",
  "api-off":
    "The collector's Google project has no Google Sheets API switched on. Nothing is wrong with the province's file; tell whoever runs the collector",
  refused:
    "Google does not take what is written. No report is lost, and the master can be downloaded as ever; tell whoever runs the collector",
  busy: "A great deal is being written at the moment; writing goes on by itself in a few minutes",
  unreachable: "Google cannot be reached at the moment; it is tried again by itself. No report is lost",
  changed: "Somebody changed tabs during writing; it is written again by itself in a few minutes",
};

/** What the command line says of the Google account. Both languages in a line, as it says everything. */
export const GOOGLE_CLI_WORDS = {
  noKey:
    "อ่านกุญแจบัญชี Google ที่ {where} ไม่ได้ ({detail}) ดูขั้นตอนใน docs/deploy.md / the Google key at {where} cannot be read ({detail}); docs/deploy.md has the steps",
  account: "เขียนลง Google Sheets ในชื่อ {email} / writes to Google Sheets as {email}",
};
