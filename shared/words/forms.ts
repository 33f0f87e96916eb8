import type { Language } from "./pages.ts";

/** The words of the page of forms. `{name}` is filled in. */
export interface FormsWords {
  title: string;
  closed: string;
  loading: string;
  retry: string;
  // the list
  listTitle: string;
  newForm: string;
  colForm: string;
  colState: string;
  colVersion: string;
  colFrom: string;
  colBy: string;
  states: Record<"draft" | "published" | "retired", string>;
  hasDraft: string;
  always: string;
  official: string;
  byProgram: string;
  byProvince: string;
  owed: string;
  notOwed: string;
  comingVersion: string;
  comingEnd: string;
  // one form
  back: string;
  change: string;
  goOnDraft: string;
  versionsTitle: string;
  versionLine: string;
  versionDraft: string;
  publishAgain: string;
  fieldsTitle: string;
  colColumn: string;
  datesTitle: string;
  datesNone: string;
  colPeriod: string;
  colNamed: string;
  colDue: string;
  dayOff: string;
  notesTitle: string;
  end: string;
  // from a file
  newTitle: string;
  newIntro: string;
  officialFile: string;
  fileNeeded: string;
  exampleFiles: string;
  stays: string;
  propose: string;
  reading: string;
  noProposal: string;
  unreadable: string;
  onSheetTitle: string;
  onSheetIntro: string;
  colRow: string;
  aboutWhole: string;
  reasons: string;
  // editing
  editTitle: string;
  editIntro: string;
  nameTitle: string;
  titleLines: string;
  titleHint: string;
  shortName: string;
  shortNameHint: string;
  reference: string;
  officialCheck: string;
  notOfficialNote: string;
  sentenceOf: string;
  sentenceHint: string;
  dueLabel: string;
  dueHint: string;
  dueOfProgram: string;
  notes: string;
  drop: string;
  dropped: string;
  problems: string;
  // trying
  tryTitle: string;
  tryIntro: string;
  tryFiles: string;
  tryNone: string;
  tryLine: string;
  tryMissing: string;
  tryExtra: string;
  tryWaits: string;
  tryClean: string;
  // saving and publishing
  saveDraft: string;
  saved: string;
  unsaved: string;
  discard: string;
  discardAsk: string;
  discarded: string;
  dryTitle: string;
  dryIntro: string;
  dryRun: string;
  dryNever: string;
  dryClean: string;
  dryFound: string;
  colOffice: string;
  colPlaces: string;
  colWhy: string;
  dryMore: string;
  publish: string;
  publishTitle: string;
  publishText: string;
  publishOwed: string;
  publishNow: string;
  publishNext: string;
  published: string;
  endTitle: string;
  endText: string;
  endNow: string;
  endNext: string;
  ended: string;
  cancel: string;
  yes: string;
  // holidays
  holidaysTitle: string;
  holidaysIntro: string;
  holidaysNone: string;
  holidayAdded: string;
  holidayWorked: string;
  holidayReset: string;
  holidayDate: string;
  holidayName: string;
  holidayAdd: string;
  holidayRemove: string;
  holidayDone: string;
}

const th: FormsWords = {
  title: "แบบรายงาน",
  closed: "หน้านี้สำหรับจังหวัด แบบที่ประกาศใช้แล้วดูได้ที่หน้าแรก",
  loading: "กำลังเปิด…",
  retry: "ลองใหม่",
  listTitle: "แบบทั้งหมด",
  newForm: "ทำแบบใหม่จากไฟล์ทางการ",
  colForm: "ชื่อแบบ",
  colState: "สถานะ",
  colVersion: "รุ่นที่ใช้",
  colFrom: "ใช้ตั้งแต่รอบ",
  colBy: "ที่มา",
  states: { draft: "ร่าง", published: "ใช้อยู่", retired: "เลิกใช้แล้ว" },
  hasDraft: "มีร่างรุ่นที่ {version}",
  always: "ตั้งแต่ต้น",
  official: "แบบในหนังสือราชการ",
  byProgram: "แบบตั้งต้นของโปรแกรม ไม่ใช่แบบของทางราชการ จังหวัดแก้ได้",
  byProvince: "แบบของจังหวัด ไม่ใช่แบบของทางราชการ",
  owed: "อปท. ทุกแห่งต้องส่ง",
  notOwed: "ยังไม่ขอจาก อปท. ทุกแห่ง",
  comingVersion: "รุ่นที่ {version} เริ่มรอบ {period}",
  comingEnd: "เลิกใช้ตั้งแต่รอบ {period}",
  back: "กลับไปดูแบบทั้งหมด",
  change: "แก้แบบนี้",
  goOnDraft: "แก้ร่างต่อ",
  versionsTitle: "รุ่นต่าง ๆ",
  versionLine: "รุ่นที่ {version} ประกาศเมื่อ {time}",
  versionDraft: "รุ่นที่ {version} ยังเป็นร่าง",
  publishAgain: "กลับไปใช้รุ่นที่ {version}",
  fieldsTitle: "แต่ละคอลัมน์รับอะไร",
  colColumn: "คอลัมน์",
  datesTitle: "กำหนดส่ง 12 รอบถัดไป",
  datesNone: "แบบนี้ไม่กำหนดวันส่ง",
  colPeriod: "รอบ",
  colNamed: "วันที่กำหนด",
  colDue: "วันสุดท้ายที่ไม่ถือว่าช้า",
  dayOff: "วันหยุด: {name}",
  notesTitle: "หมายเหตุท้ายแบบ",
  end: "เลิกใช้แบบนี้",
  newTitle: "ทำแบบใหม่จากไฟล์ทางการ",
  newIntro:
    "เลือกไฟล์แบบที่ยังไม่ได้กรอก (.xlsx) และถ้ามี ตัวอย่างที่กรอกแล้วไม่เกิน 3 ไฟล์ ระบบจะเสนอแบบให้ดูและแก้ก่อน ยังไม่มีใครเห็นจนกว่าจะประกาศใช้",
  officialFile: "เลือกไฟล์แบบทางการ",
  fileNeeded: "กรุณาเลือกไฟล์แบบทางการก่อน",
  exampleFiles: "เลือกตัวอย่างที่กรอกแล้ว (ไม่เกิน 3 ไฟล์)",
  stays: "ไฟล์ทั้งหมดอ่านในเครื่องนี้ ไม่ถูกส่งออกไป",
  propose: "อ่านและเสนอแบบ",
  reading: "กำลังอ่านไฟล์…",
  noProposal: "เสนอแบบจากไฟล์นี้ไม่ได้ {why}",
  unreadable: "อ่านไฟล์ {name} ไม่ได้ {why}",
  onSheetTitle: "แบบที่เสนอ บนแผ่นงาน “{sheet}”",
  onSheetIntro: "เหนือแต่ละคอลัมน์คือสิ่งที่ระบบเข้าใจและเหตุผล ช่องที่เขียนว่า “โปรดตรวจ” ขอให้ดูก่อน แก้ได้ด้านล่าง",
  colRow: "แถว",
  aboutWhole: "เรื่องอื่นที่อ่านได้จากแบบ",
  reasons: "เหตุผล {count} ข้อ",
  editTitle: "แก้ด้วยคำธรรมดา",
  editIntro: "พิมพ์แก้ประโยคได้เลย เช่น “จำนวนเต็ม ไม่น้อยกว่า 20 ต้องกรอก” ถ้าระบบไม่เข้าใจจะบอกและยังไม่เปลี่ยนอะไร",
  nameTitle: "ชื่อและที่มา",
  titleLines: "ชื่อแบบ (หนึ่งบรรทัดต่อหนึ่งแถวบนกระดาษ)",
  titleHint: "{province} คือที่สำหรับชื่อจังหวัด",
  shortName: "ชื่อสั้นในระบบ",
  shortNameHint: "ตัวอักษรอังกฤษเล็ก ตัวเลข และขีด เปลี่ยนไม่ได้หลังบันทึก",
  reference: "เลขที่หนังสือ",
  officialCheck: "พิมพ์อยู่ในหนังสือราชการ",
  notOfficialNote: "แบบที่ไม่อยู่ในหนังสือ ต้องมีคำว่า “ไม่ใช่แบบของทางราชการ” ในชื่อ",
  sentenceOf: "คอลัมน์ “{label}” รับอะไร",
  sentenceHint: "คำที่ใช้ได้",
  dueLabel: "กำหนดส่ง",
  dueHint: "เช่น “ทุกวันที่ 5 ของเดือนถัดไป”",
  dueOfProgram: "ใช้กำหนดส่งตามหนังสือ ({source}) พิมพ์ประโยคใหม่ถ้าต้องการเปลี่ยน",
  notes: "หมายเหตุท้ายแบบ (บรรทัดละข้อ)",
  drop: "ไม่เอาคอลัมน์นี้",
  dropped: "เอาคอลัมน์ “{label}” ออกแล้ว",
  problems: "ยังใช้ไม่ได้ {count} ข้อ",
  tryTitle: "ลองตรวจกับตัวอย่าง",
  tryIntro: "ตรวจในเครื่องนี้ด้วยแบบที่แก้อยู่ ไม่มีอะไรถูกส่งหรือเก็บ",
  tryFiles: "เลือกไฟล์ที่กรอกแล้ว",
  tryNone: "ไม่พบแบบนี้ในไฟล์ {name}",
  tryLine: "{name}: {rows} แถว อ่านได้ {read} ช่อง ต้องถามคน {asked} ช่อง",
  tryMissing: "ไม่มีคอลัมน์ {labels}",
  tryExtra: "มีคอลัมน์ที่แบบไม่มี {labels}",
  tryWaits: "จุดที่ต้องแก้หรือเลือก",
  tryClean: "ไม่มีจุดที่ต้องแก้",
  saveDraft: "บันทึกร่าง",
  saved: "บันทึกร่างรุ่นที่ {version} แล้ว ยังไม่มี อปท. ใดเห็น",
  unsaved: "มีการแก้ที่ยังไม่ได้บันทึก",
  discard: "ทิ้งร่าง",
  discardAsk: "ทิ้งร่างรุ่นที่ {version} หรือไม่ เอากลับไม่ได้",
  discarded: "ทิ้งร่างแล้ว",
  dryTitle: "ถ้าประกาศใช้ อะไรจะถูกปฏิเสธเพิ่ม",
  dryIntro: "ลองร่างที่บันทึกแล้วกับรายงานที่รับรองแล้วของรอบล่าสุด ไม่มีอะไรเปลี่ยน มีบันทึกไว้ว่าท่านเปิดดู",
  dryRun: "ลองกับรายงานรอบก่อน",
  dryNever: "ยังไม่มีรายงานที่รับรองแล้วให้ลอง",
  dryClean: "รอบ {period}: ลอง {sheets} ฉบับ ไม่มีฉบับใดถูกปฏิเสธเพิ่ม",
  dryFound: "รอบ {period}: ลอง {sheets} ฉบับ จะถูกปฏิเสธเพิ่ม {offices} แห่ง",
  colOffice: "อปท.",
  colPlaces: "จำนวนจุด",
  colWhy: "เพราะ",
  dryMore: "และอีก {count} จุด",
  publish: "ประกาศใช้",
  publishTitle: "ประกาศใช้รุ่นที่ {version}",
  publishText: "รายงานที่ส่งมาแล้ว และรอบก่อนหน้า ยังใช้รุ่นเดิม เลือกว่าจะเริ่มเมื่อใด",
  publishOwed: "อปท. ทุกแห่งจะเห็นแบบนี้เป็นงานที่ต้องส่ง",
  publishNow: "เริ่มเลย (รอบ {period})",
  publishNext: "เริ่มรอบหน้า ({period})",
  published: "ประกาศใช้รุ่นที่ {version} ตั้งแต่รอบ {period} แล้ว",
  endTitle: "เลิกใช้แบบนี้",
  endText: "รายงานเดิมยังเปิดดูได้ แต่จะไม่มีกำหนดส่งและไม่รับรายงานของรอบที่เลิกใช้ ประกาศใช้ใหม่ภายหลังได้",
  endNow: "เลิกเลย (รอบ {period})",
  endNext: "เลิกรอบหน้า ({period})",
  ended: "เลิกใช้ตั้งแต่รอบ {period} แล้ว",
  cancel: "ยังไม่ทำ",
  yes: "ใช่ ทิ้งร่าง",
  holidaysTitle: "วันหยุดของจังหวัด",
  holidaysIntro: "เพิ่มวันหยุดเฉพาะจังหวัด หรือบอกว่าวันหยุดราชการวันใดทำงาน กำหนดส่งจะเลื่อนตาม รายงานที่รับแล้วไม่เปลี่ยน",
  holidaysNone: "ยังไม่ได้เปลี่ยนวันใด",
  holidayAdded: "{date} หยุด: {name}",
  holidayWorked: "{date} ทำงาน ({name})",
  holidayReset: "เอากลับเป็นตามปฏิทิน",
  holidayDate: "วันที่",
  holidayName: "ชื่อวันหยุด",
  holidayAdd: "เพิ่มวันหยุด",
  holidayRemove: "วันนี้ทำงาน",
  holidayDone: "บันทึกวันที่ {date} แล้ว",
};

const en: FormsWords = {
  title: "Forms",
  closed: "This page is for the province. Published forms stand on the start page",
  loading: "Opening…",
  retry: "Try again",
  listTitle: "All forms",
  newForm: "Make a form from an official file",
  colForm: "Form",
  colState: "State",
  colVersion: "Version in use",
  colFrom: "Since period",
  colBy: "Where it comes from",
  states: { draft: "draft", published: "in use", retired: "ended" },
  hasDraft: "draft of version {version}",
  always: "the beginning",
  official: "Form printed in a letter",
  byProgram: "The program's default, not official; the province can change it",
  byProvince: "The province's own, not official",
  owed: "Every office owes it",
  notOwed: "Not asked of every office yet",
  comingVersion: "version {version} begins with {period}",
  comingEnd: "ends with {period}",
  back: "Back to all forms",
  change: "Change this form",
  goOnDraft: "Go on with the draft",
  versionsTitle: "Versions",
  versionLine: "Version {version}, published {time}",
  versionDraft: "Version {version}, still a draft",
  publishAgain: "Go back to version {version}",
  fieldsTitle: "What each column takes",
  colColumn: "Column",
  datesTitle: "The next twelve due dates",
  datesNone: "This form gives no day",
  colPeriod: "Period",
  colNamed: "Day named",
  colDue: "Last day on time",
  dayOff: "day off: {name}",
  notesTitle: "Notes under the form",
  end: "End this form",
  newTitle: "Make a form from an official file",
  newIntro:
    "Choose the empty official form (.xlsx) and, if there are any, up to three filled examples. A form is proposed for you to look at and change. Nobody sees it before it is published",
  officialFile: "Choose the official form",
  fileNeeded: "Please choose the official form first",
  exampleFiles: "Choose filled examples (up to 3)",
  stays: "All files are read on this machine and are not sent anywhere",
  propose: "Read and propose",
  reading: "Reading…",
  noProposal: "No form can be proposed from this file. {why}",
  unreadable: "The file {name} cannot be read. {why}",
  onSheetTitle: "The proposal, on the sheet “{sheet}”",
  onSheetIntro:
    "Above each column stands what was understood, and why. Please look at what says “please check”; it can be changed below",
  colRow: "Row",
  aboutWhole: "What else was read from the form",
  reasons: "{count} reasons",
  editTitle: "Change it in plain words",
  editIntro:
    "The sentences are in Thai, such as “จำนวนเต็ม ไม่น้อยกว่า 20 ต้องกรอก”. What is not understood is told, and nothing changes",
  nameTitle: "Name and source",
  titleLines: "Title (one line each, as on paper)",
  titleHint: "{province} stands for the province's name",
  shortName: "Short name",
  shortNameHint: "Small letters, digits and dashes; it cannot be changed once saved",
  reference: "Number of the letter",
  officialCheck: "Printed in an official letter",
  notOfficialNote: "A form that is in no letter must say “ไม่ใช่แบบของทางราชการ” in its title",
  sentenceOf: "What the column “{label}” takes",
  sentenceHint: "Words that are understood",
  dueLabel: "Due",
  dueHint: "Such as “ทุกวันที่ 5 ของเดือนถัดไป”",
  dueOfProgram: "Due as the letter says ({source}); type a new sentence to change it",
  notes: "Notes under the form (one a line)",
  drop: "Leave this column out",
  dropped: "The column “{label}” was left out",
  problems: "{count} points keep it from being used",
  tryTitle: "Try it on examples",
  tryIntro: "Checked on this machine with the form as it stands here; nothing is sent or kept",
  tryFiles: "Choose filled files",
  tryNone: "The file {name} does not hold this form",
  tryLine: "{name}: {rows} rows, {read} cells read, {asked} to be asked about",
  tryMissing: "without the columns {labels}",
  tryExtra: "with columns the form does not have: {labels}",
  tryWaits: "What would have to be mended or chosen",
  tryClean: "Nothing to mend",
  saveDraft: "Save the draft",
  saved: "Draft of version {version} saved; no office sees it yet",
  unsaved: "There are changes that are not saved",
  discard: "Throw the draft away",
  discardAsk: "Throw away the draft of version {version}? It cannot be brought back",
  discarded: "The draft was thrown away",
  dryTitle: "What would newly be refused",
  dryIntro:
    "Tries the saved draft on the accepted reports of the last period. Nothing changes; it is noted that you looked",
  dryRun: "Try it on the last period",
  dryNever: "There are no accepted reports to try it on",
  dryClean: "{period}: {sheets} reports tried, none newly refused",
  dryFound: "{period}: {sheets} reports tried, newly refused in {offices} offices",
  colOffice: "Office",
  colPlaces: "Places",
  colWhy: "Because",
  dryMore: "and {count} more",
  publish: "Publish",
  publishTitle: "Publish version {version}",
  publishText: "Reports that came in, and earlier periods, keep the version they had. Choose when it begins",
  publishOwed: "Every office will see this form as something it owes",
  publishNow: "Now ({period})",
  publishNext: "From the next period ({period})",
  published: "Version {version} is published from {period} on",
  endTitle: "End this form",
  endText:
    "Its reports stay readable, but nothing is due or taken any more for the periods after. It can be published again",
  endNow: "Now ({period})",
  endNext: "From the next period ({period})",
  ended: "Ended from {period} on",
  cancel: "Not yet",
  yes: "Yes, throw it away",
  holidaysTitle: "The province's own days off",
  holidaysIntro:
    "Add a day off of the province, or say that a holiday is worked. Due dates follow; what was received keeps its mark",
  holidaysNone: "No day was changed",
  holidayAdded: "{date} off: {name}",
  holidayWorked: "{date} worked ({name})",
  holidayReset: "As in the calendar again",
  holidayDate: "Day",
  holidayName: "Name",
  holidayAdd: "Add a day off",
  holidayRemove: "This day is worked",
  holidayDone: "{date} noted",
};

export const FORMS_WORDS: Record<Language, FormsWords> = { th, en };
