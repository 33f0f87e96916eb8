import { FORM_HELP } from "./formCli.ts";

/** Help and messages of the command line: Thai first, English below it. */

export interface CommandHelp {
  usage: string;
  th: string;
  en: string;
  /** Option, Thai, English. */
  options: readonly (readonly [option: string, th: string, en: string])[];
}

const DATA = ["--data DIR", "โฟลเดอร์ข้อมูล (ปกติ ./data)", "data folder (default ./data)"] as const;
const JSON_ANSWER = ["--json", "ตอบเป็น JSON ค่าเดียว", "answer as one JSON value"] as const;
const PERIOD = ["--period YYYY-MM", "รอบรายงาน เช่น 2023-10 คือ ต.ค. 2566", "reporting period, Gregorian"] as const;
const FORM_FILE = ["--form-file FORM", "แบบที่ ruam form เขียนไว้ (.xlsx .json)", "a form that ruam form wrote"] as const;
const OFFICES = ["--offices CSV", "ใช้บัญชีรายชื่อ อปท. จากไฟล์นี้", "take the offices from this list"] as const;

export const COMMAND_HELP: Readonly<Record<string, CommandHelp>> = {
  check: {
    usage:
      "check FILE [--form ID | --form-file FORM] [--province CODE] [--period YYYY-MM] [--sheet NAME] [--columns JSON] [--offices CSV] [--json]",
    th: "ตรวจแบบรายงาน (.xlsx .csv) เหมือนที่แถบข้างใน Excel ตรวจ\nรหัสจบ 0 ส่งได้ · 1 ยังส่งไม่ได้ · 2 อ่านไฟล์ไม่ได้หรือใช้คำสั่งผิด",
    en: "Checks a workbook as the add-in would. Exit 0 submittable, 1 not, 2 unreadable or wrong usage.",
    options: [
      ["--form ID", "แบบรายงาน ถ้าไม่ระบุจะหาเอง", "form; found by itself when not given"],
      FORM_FILE,
      ["--province CODE", "รหัสจังหวัดสองหลัก", "two-digit province code"],
      PERIOD,
      ["--sheet NAME", "ชื่อแผ่นงานที่ให้ตรวจ", "sheet to check"],
      ["--columns JSON", "ไฟล์ที่บอกว่าคอลัมน์ใดคือช่องใด", "a file that says which field a column is"],
      OFFICES,
      DATA,
      JSON_ANSWER,
    ],
  },
  blank: {
    usage: "blank FORM | --form-file FORM --province CODE [--district NAME] [--office CODE] [--period P] --out FILE",
    th: "เขียนแบบรายงานเปล่าตามแบบราชการ พร้อมรายการให้เลือก",
    en: "Writes the official blank form, ready to fill.",
    options: [
      FORM_FILE,
      ["--province CODE", "รหัสจังหวัดสองหลัก", "two-digit province code"],
      ["--district NAME", "เฉพาะอำเภอนี้", "this district only"],
      ["--office CODE", "รหัส อปท. เจ็ดหลัก กรอกชื่อให้ไว้ก่อน", "seven-digit office code, filled in beforehand"],
      PERIOD,
      ["--out FILE", "ไฟล์ .xlsx ที่จะเขียน", "the .xlsx file to write"],
      OFFICES,
      DATA,
    ],
  },
  master: {
    usage: "master --province CODE --form ID --period P --out FILE [--data DIR]",
    th: "เขียนแบบรายงานรวมของจังหวัดจากข้อมูลที่ส่งเข้ามาแล้ว",
    en: "Writes the master workbook of a province from the store.",
    options: [
      ["--province CODE", "รหัสจังหวัดสองหลัก", "two-digit province code"],
      ["--form ID", "แบบรายงาน", "form"],
      PERIOD,
      ["--out FILE", "ไฟล์ .xlsx ที่จะเขียน", "the .xlsx file to write"],
      DATA,
    ],
  },
  ...FORM_HELP,
  "offices import": {
    usage: "offices import FILE [--data DIR] [--keep] [--json]",
    th: "นำเข้าบัญชีรายชื่อ อปท. จากไฟล์ของกรมส่งเสริมการปกครองท้องถิ่น\nหรือไฟล์ที่มีคอลัมน์ code,type,name,district,province_code,province",
    en: "Imports the official list of local authorities: the department's CSV, or the plain columns above.",
    options: [
      DATA,
      [
        "--keep",
        "ถ้ามีแถวที่อ่านไม่ได้ ให้คงแห่งที่ไม่พบไว้ในทะเบียน",
        "with rows that cannot be read, offices not found stay in the registry",
      ],
      JSON_ANSWER,
    ],
  },
  "people add": {
    usage: "people add --role ROLE --place CODE [--name TEXT] [--google] [--data DIR] [--json]",
    th: "ออกรหัสเข้าใช้ให้หนึ่งคน แสดงครั้งเดียวเท่านั้น",
    en: "Issues an access code, shown once.",
    options: [
      ["--role ROLE", "office · district · province · department · auditor", "role"],
      [
        "--place CODE",
        "รหัส อปท. 7 หลัก · อำเภอ 4 หลัก · จังหวัด 2 หลัก · TH",
        "office 7, district 4, province 2 digits, or TH",
      ],
      ["--name TEXT", "ชื่อผู้ใช้ เพื่อให้รู้ว่าใครส่ง", "who it is for"],
      ["--google", "รหัสสำหรับผูกบัญชี Google ครั้งเดียว แทนรหัสเข้าใช้", "a code that binds a Google account, once"],
      DATA,
      JSON_ANSWER,
    ],
  },
  "attachments purge": {
    usage: "attachments purge [--dry-run] [--province CODE] [--data DIR] [--json]",
    th: "ลบภาพและคลิปที่ครบเวลาซึ่งจังหวัดกำหนด และไฟล์ที่ส่งค้างเกิน 14 วัน ใบรับและรหัสยืนยันยังอยู่",
    en: "Deletes photos and clips over the time their province set, and what was left half sent for 14 days. Receipts and seals stay.",
    options: [
      ["--dry-run", "บอกว่าจะลบอะไร โดยไม่ลบ", "says what would go, and deletes nothing"],
      ["--province CODE", "เฉพาะจังหวัดนี้", "this province only"],
      DATA,
      JSON_ANSWER,
    ],
  },
  "audit verify": {
    usage: "audit verify [--data DIR] [--head HASH] [--json]",
    th: "ตรวจว่าบันทึกการใช้งานไม่ถูกแก้ ลบ สลับ หรือแทรก\nรหัสจบ 0 ครบถ้วน · 1 พบบรรทัดที่ผิด · 2 ไม่มีข้อมูลให้อ่าน",
    en: "Follows the audit and names the first line that does not fit. Exit 0 whole, 1 broken, 2 nothing to read.",
    options: [
      DATA,
      ["--head HASH", "ค่าแฮชที่จดไว้ก่อนหน้า ต้องยังอยู่ในบันทึก", "a hash noted earlier, that must still be there"],
      JSON_ANSWER,
    ],
  },
  submit: {
    usage: "submit FILE --to URL --code ACCESS_CODE [--period P]",
    th: "ตรวจแล้วส่งแบบรายงาน สั่งซ้ำได้ ไม่ส่งซ้ำสองฉบับ",
    en: "Checks and sends a workbook. Run again after a failure: it is never received twice.",
    options: [
      ["--to URL", "ที่อยู่ของผู้รวบรวม เช่น http://localhost:8787", "address of the collector"],
      ["--code ACCESS_CODE", "รหัสเข้าใช้", "access code"],
      PERIOD,
      JSON_ANSWER,
    ],
  },
  mail: {
    usage: "mail FILE.eml… [--data DIR [--province CODE] | --to URL --code ACCESS_CODE] [--json]",
    th: "นำไฟล์อีเมล (.eml) .zip หรือแบบรายงาน เข้ากล่องของจังหวัดเพื่อรอคนดู สั่งซ้ำได้ ไม่ซ้ำสองไฟล์\nรหัสจบ 0 ทุกไฟล์พร้อม · 1 มีไฟล์ที่ต้องมีคนดู · 2 ทำไม่ได้",
    en: "Puts e-mails, zips or workbooks into the province's inbox, waiting for a person. Nothing is sent by itself.",
    options: [
      DATA,
      ["--province CODE", "รหัสจังหวัดสองหลัก ถ้าในโฟลเดอร์มีหลายจังหวัด", "when the folder holds several provinces"],
      ["--to URL", "ที่อยู่ของผู้รวบรวม เช่น http://localhost:8787", "address of the collector"],
      ["--code ACCESS_CODE", "รหัสเข้าใช้ของจังหวัดหรืออำเภอ", "access code of a province or district"],
      JSON_ANSWER,
    ],
  },
  due: {
    usage: "due RULE PERIOD [--roll none|next|previous] [--next N] [--province CODE] [--data DIR] [--json]",
    th: "วันครบกำหนดส่งตามหนังสือสั่งการ\nPERIOD เป็นเดือน YYYY-MM (ปี ค.ศ.) หรือวันจันทร์ YYYY-MM-DD ของสัปดาห์",
    en: "The due date of a rule. PERIOD is a month YYYY-MM, or the Monday YYYY-MM-DD of a week.",
    options: [
      [
        "--roll HOW",
        "ถ้าตรงวันหยุด: none ไม่เลื่อน · next วันทำการถัดไป · previous ก่อนหน้า (ปกติตามหนังสือ)",
        "what a day off does (default: what the letter says)",
      ],
      ["--next N", "แสดง N กำหนดตั้งแต่รอบนี้ไป", "the next N dates, from this period on"],
      ["--province CODE", "ใช้วันหยุดที่จังหวัดนี้ปรับไว้", "with the days off this province changed"],
      DATA,
      JSON_ANSWER,
    ],
  },
  holidays: {
    usage:
      "holidays YEAR [--province CODE] [--add DATE --name TEXT | --remove DATE | --reset DATE] [--data DIR] [--json]",
    th: "วันหยุดราชการของปี (ค.ศ.) และการปรับวันหยุดของจังหวัดครั้งละหนึ่งวัน",
    en: "The government holidays of a year; changes one day for a province.",
    options: [
      ["--province CODE", "รหัสจังหวัดสองหลัก", "two-digit province code"],
      ["--add DATE", "จังหวัดหยุดวันนี้", "this province does not work that day"],
      ["--name TEXT", "ชื่อวันหยุด", "its name"],
      ["--remove DATE", "จังหวัดทำงานวันนี้", "this province works that day"],
      ["--reset DATE", "กลับไปตามตาราง", "as in the table again"],
      DATA,
      JSON_ANSWER,
    ],
  },
  serve: {
    usage: "serve [--port N] [--host ADDRESS] [--data DIR] [--offices CSV] [--sample]",
    th: "เปิดเครื่องรวบรวมบนเครื่องนี้ ข้อมูลเก็บเป็นไฟล์ในโฟลเดอร์ข้อมูล",
    en: "Runs the collector on this machine; data lives in files.",
    options: [
      ["--port N", "พอร์ต (ปกติ 8787)", "port (default 8787)"],
      ["--host ADDRESS", "ที่อยู่ที่รับการเชื่อมต่อ (ปกติเฉพาะเครื่องนี้)", "address to listen on (default this machine only)"],
      DATA,
      ["--offices CSV", "นำเข้าบัญชีรายชื่อนี้ก่อนเปิด", "import this list first"],
      ["--sample", "ถ้ายังไม่มีข้อมูล ให้สร้างจังหวัดตัวอย่าง", "make a sample province when there is no data yet"],
    ],
  },
};

/** `ruam --help`. */
export function generalHelp(): string {
  const lines = Object.values(COMMAND_HELP).map(
    (help) => `  ruam ${help.usage}\n      ${help.th.split("\n")[0]}\n      ${help.en}`,
  );
  return [
    "รวม (Ruam) — ตรวจแบบรายงานและรวบรวมเป็นแบบรายงานรวมของจังหวัด",
    "Checks official report forms and gathers them into one master workbook per province.",
    "",
    "คำสั่ง / Commands (npm run -s ruam -- …)",
    ...lines,
    "",
    "ruam COMMAND --help  ดูวิธีใช้ของแต่ละคำสั่ง / help of one command",
    "คำตอบออกทาง stdout อย่างเดียว ข้อความอื่นออกทาง stderr / the answer goes to stdout, the rest to stderr",
  ].join("\n");
}

/** `ruam COMMAND --help`. */
export function commandHelp(name: string): string {
  const help = COMMAND_HELP[name]!;
  const width = Math.max(...help.options.map(([option]) => option.length));
  return [
    `ruam ${help.usage}`,
    "",
    help.th,
    help.en,
    "",
    ...help.options.map(([option, th, en]) => `  ${option.padEnd(width)}  ${th} / ${en}`),
  ].join("\n");
}

/** Messages, Thai then English in one line. `{x}` is filled in by `fill`. */
export const CLI_WORDS = {
  unknownCommand: "ไม่รู้จักคำสั่ง {name} / unknown command {name}",
  unknownOption: "ตัวเลือกไม่ถูกต้อง: {detail} / wrong option",
  missingArgument: "ต้องระบุ {name} / {name} is required",
  tooManyArguments: "มีคำเกินมา: {name} / unexpected {name}",
  badProvince: "รหัสจังหวัดต้องเป็นเลขสองหลัก เช่น 54 / a province code has two digits: {value}",
  badOffice: "รหัส อปท. ต้องเป็นเลขเจ็ดหลัก / an office code has seven digits: {value}",
  badColumns:
    '{value} ต้องเป็น JSON เช่น {"ช่องเสริม": "remark", "ผู้อนุมัติ": null}\nThe file must be a JSON object of headings and fields.',
  badPeriod: "รอบรายงานต้องเป็นแบบ 2023-10 (ปี ค.ศ.-เดือน) / a period is written YYYY-MM: {value}",
  badForm: "ไม่มีแบบรายงานชื่อ {value} มีแต่ {known} / no such form",
  badRole: "บทบาทต้องเป็น office district province department หรือ auditor / no such role: {value}",
  badPlace: "บทบาท {role} ใช้รหัสพื้นที่แบบนี้ไม่ได้: {value} / not a place of that role",
  badPort: "พอร์ตต้องเป็นเลข 0–65535 / not a port: {value}",
  badRoll: "--roll ใช้ none next หรือ previous / not a way to roll: {value}",
  badYear: "ปีต้องเป็น ค.ศ. สี่หลัก เช่น 2026 / a year has four digits: {value}",
  badDate: "ไม่มีวันที่ {value} ใช้แบบ 2026-12-07 / no such date",
  holidayOneChange: "ปรับได้ครั้งละหนึ่งวัน: --add (กับ --name) --remove หรือ --reset / one change at a time",
  badNext: "--next ใช้เลข 1–{max} / not a count: {value}",
  dueNoRule: "ไม่มีกำหนดส่งชื่อ {rule} มีแต่ {known} / no such rule",
  dueBuddhist: "{period} เป็นปี พ.ศ. ใช้ปี ค.ศ. เช่น ต.ค. 2566 คือ 2023-10 / write the year of the Gregorian calendar",
  dueNotMonth: "กำหนดส่ง {rule} เป็นรายเดือน ใช้รอบแบบ 2023-10 ไม่ใช่ {period} / this rule goes by months, YYYY-MM",
  dueNotWeek: "กำหนดส่ง {rule} เป็นรายสัปดาห์ ใช้วันจันทร์ของสัปดาห์ เช่น 2022-05-09 ไม่ใช่ {period} / give the Monday of the week",
  dueNone: "ไม่มีวันกำหนด / no date",
  dueNoDate: "หนังสือไม่ได้กำหนดวันส่งของ {rule} / no date given in the letter",
  dueBeforeStart: "{rule} เริ่มรอบ {start} รอบ {period} ยังไม่ต้องส่ง / nothing is due before {start}",
  dueOtherPeriod: "{rule} เป็นรายงานครั้งเดียว ไม่มีรอบ {period} / asked for once, for another period",
  dueHoliday:
    "{nominal} เป็นวันหยุด ({name}) · ควรเตือน {remind} · ถือว่าช้าหลัง {late} / a day off; remind on {remind}, late after {late}",
  dueNoData: "ไม่มีข้อมูลวันหยุดราชการปี {years} นับเฉพาะเสาร์อาทิตย์ / no holiday data for that year, only weekends are counted",
  saturday: "วันเสาร์",
  sunday: "วันอาทิตย์",
  fileMissing: "ไม่พบไฟล์ {file} หรือเปิดไม่ได้ / cannot open {file}: {detail}",
  fileUnwritable: "เขียนไฟล์ {file} ไม่ได้ / cannot write {file}: {detail}",
  wrote: "เขียนแล้ว {file} ({bytes} ไบต์) / written",
  officesEmpty: "ไม่มี อปท. ที่อ่านได้ในไฟล์ {file} / no office could be read",
  officesProblem: "แถว {row}: {code} {detail}",
  officesMoreProblems: "… และอีก {count} แถวที่อ่านไม่ได้ / and {count} more rows that could not be read",
  officesUnread:
    "มี {rows} แถวที่อ่านไม่ได้ และ {count} แห่งในทะเบียนไม่พบในแถวที่อ่านได้ จึงยังไม่ได้นำเข้าจังหวัดนี้ แก้ไฟล์แล้วลองใหม่ หรือใช้ ruam offices import --keep เพื่อคงไว้ / " +
    "some rows could not be read and {count} offices are not among the others: nothing was imported for that province; mend the file, or keep them with --keep",
  officesRead:
    "นำเข้า {offices} แห่ง ใน {provinces} จังหวัด จาก {rows} แถว / imported {offices} offices in {provinces} provinces",
  officesSample: "ใช้บัญชีรายชื่อตัวอย่าง เพราะยังไม่ได้นำเข้ารายชื่อ (ruam offices import) / no list imported, the sample is used",
  districtMissing: "จังหวัดนี้ไม่มีอำเภอ {value} / no such district",
  provinceMissing: "ไม่มีจังหวัดรหัส {value} ในบัญชีรายชื่อ / no such province in the list",
  officeMissing: "ไม่มี อปท. รหัส {value} ในบัญชีรายชื่อ / no such office in the list",
  networkDown:
    "ติดต่อ {url} ไม่ได้ ไฟล์ยังอยู่ครบ สั่งคำสั่งเดิมอีกครั้งได้ ไม่ส่งซ้ำ / cannot reach {url}; run the same command again, nothing doubles ({detail})",
  serverRefused: "ผู้รวบรวมไม่รับ: {title} / refused ({status} {code})",
  serverStrange:
    "{url} ตอบมาไม่เป็นคำตอบของเครื่องรวบรวม ({status}) ตรวจที่อยู่อีกครั้ง / that address does not answer like a collector",
  badUrl: "ที่อยู่ไม่ถูกต้อง: {value} / not an address",
  received: "ได้รับแล้ว เลขที่รับ {receipt} ฉบับที่ {version} เวลา {time}{late} / received",
  receivedLate: " (หลังกำหนด)",
  receivedAgain: "เคยได้รับฉบับนี้แล้ว ใช้เลขที่รับเดิม / received before, the same receipt",
  sheetMissing: "ไม่มีแผ่นงานชื่อ {value} ในไฟล์ / no such sheet",
  storeNoProvince:
    "ยังไม่มีข้อมูลจังหวัด {value} นำเข้ารายชื่อก่อน: ruam offices import FILE / no such province in the data folder",
  storeNoPlace: "ไม่มีพื้นที่รหัส {value} ในบัญชีรายชื่อที่นำเข้า / no such place in the imported list",
  storeEmpty: "ยังไม่มีรายชื่อ อปท. ในจังหวัดนี้ / no offices imported for this province",
  storeRefused: "คลังข้อมูลไม่รับ: {code} / refused by the store",
  serving: "เครื่องรวบรวมเปิดแล้วที่ {url} ข้อมูลอยู่ใน {data} · กด Ctrl+C เพื่อปิด / the collector is running",
  servingEmpty:
    "ยังไม่มีข้อมูลจังหวัดใด เริ่มด้วย: ruam offices import FILE แล้ว ruam people add --role province --place CODE / no province yet",
  stopping: "กำลังปิด… / stopping",
  notBuilt: "ยังไม่ได้สร้างไฟล์ของหน้าเว็บ สั่ง npm run build / the pages are not built yet",
  portTaken: "พอร์ต {port} มีโปรแกรมอื่นใช้อยู่ ลอง --port อื่น / port {port} is taken, try another",
  portRefused: "เปิดพอร์ต {port} ไม่ได้ ({detail}) / cannot open port {port}",
  sampleMade:
    "สร้างจังหวัดตัวอย่างแล้ว มี อปท. ส่งรายงานรอบ {period} ไว้ 8 จาก 12 แห่ง / a sample province, 8 of 12 offices have sent",
  sampleLinks: [
    "",
    "  จังหวัดตัวอย่าง / the province     {province}",
    "  อบต.สมมติใต้ / one of its offices   {office}",
    "",
    "ลองส่งในนามอบต.สมมติใต้ด้วยไฟล์ {file} (มีจุดให้แก้ก่อนส่ง) / a file to try; it has something to mend",
  ].join("\n"),
  sampleReissued: "รหัสเดิมยังใช้ได้ ลิงก์ด้านบนเป็นรหัสใหม่ของจังหวัดตัวอย่าง / former codes still work, these are new ones",
  codesElsewhere: "รหัสเข้าใช้ออกใหม่ได้ด้วย: ruam people add --role province --place CODE / issue codes with people add",
  addinWhere:
    "วิธีติดตั้งใน Excel และ Google Sheets อยู่ใน docs/deploy.md / how to put it into Excel and Sheets: docs/deploy.md",
  enrolmentOnce:
    "รหัสผูกบัญชี Google ใช้ได้ครั้งเดียวภายใน 30 วัน (แสดงครั้งเดียว) / binds one Google account, once, within 30 days; shown once",
  codeOnce: "รหัสเข้าใช้ (แสดงครั้งเดียว จดเก็บไว้) / access code, shown once",
  submittable: "ส่งได้ / ready to send",
  notSubmittable: "ยังส่งไม่ได้ แก้รายการด้านบนก่อน / not ready to send",
  counted: "{rows} แถว: ถูกต้อง {ok} · ปรับให้แล้ว {fixed} · ควรดู {warn} · รอเลือก {suggest} · ต้องแก้ {error} · ข้าม {skip}",
} as const;
