import type { DesignCode, ReasonCode } from "../designer/codes.ts";
import type { Scalar } from "../sheet/grid.ts";

type Language = "th" | "en";
type Both = readonly [th: string, en: string];

/** Why something is proposed of a form: what was seen, and what it was taken for. */
const REASON: Readonly<Record<ReasonCode, Both>> = {
  TITLE_LINES: [
    "ชื่อแบบ {count} บรรทัดเหนือตาราง จำแบบนี้จากคำว่า “{words}”",
    "{count} title lines above the table; the form is known by “{words}”",
  ],
  TITLE_PERIOD: [
    "ส่วนที่เปลี่ยนทุกเดือนหรือทุกจังหวัดเว้นว่างไว้: “{before}” เป็น “{after}”",
    "What changes by month or province is left open: “{before}” became “{after}”",
  ],
  TITLE_NONE: ["ไม่พบชื่อแบบเหนือตาราง กรุณาตั้งชื่อ", "No title above the table; please give one"],
  HEADING_ROWS: ["หัวตารางอยู่แถว {rows} มี {columns} คอลัมน์", "The heading is in rows {rows}, {columns} columns"],
  NUMBER_ROW: ["แถว {row} เป็นเลขกำกับคอลัมน์ ไม่ใช่ข้อมูล", "Row {row} numbers the columns and is no data"],
  SHEET_CHOSEN: [
    "ใช้แผ่นงาน “{sheet}” เพราะเหมือนแบบรายงานที่สุด แผ่นอื่นที่มีตาราง: {others}",
    "Sheet “{sheet}” looks most like the form; others with a table: {others}",
  ],
  EXAMPLE_READ: ["ดูตัวอย่างที่กรอกแล้ว {count} ไฟล์ รวม {rows} แถว", "{count} filled examples were read, {rows} rows"],
  EXAMPLE_UNREAD: [
    "ตัวอย่างที่ {place} (แผ่น “{sheet}”) ไม่มีหัวตารางของแบบนี้ จึงไม่ได้ใช้",
    "Example {place} (sheet “{sheet}”) has no heading of this form and was not used",
  ],
  EXAMPLE_EXTRA: [
    "ตัวอย่างมีคอลัมน์ “{label}” ที่แบบไม่มี จึงไม่นำมา",
    "The examples have a column “{label}” that the form does not; it is left out",
  ],
  ID_MADE: [
    "ชื่อสั้น {id} ตั้งให้จากชื่อแบบ เปลี่ยนได้ก่อนเริ่มใช้",
    "The short name {id} was made from the title; it can be changed before use",
  ],
  NIL_PRINTED: ["แบบพิมพ์ไว้ว่า ถ้าไม่มีให้เขียน “{text}”", "The form says to write “{text}” when there is nothing to report"],
  NIL_COMMON: [
    "แบบไม่ได้บอกว่าถ้าไม่มีให้เขียนอย่างไร จึงใช้คำที่ใช้กันทั่วไป “{text}”",
    "The form does not say what to write for nothing; the usual “{text}” is taken",
  ],
  NOTES_PRINTED: ["หมายเหตุใต้ตาราง {count} บรรทัด", "{count} lines of notes under the table"],
  SIGNATURE_PRINTED: ["ส่วนลงชื่อท้ายแบบ: {sign} ({name}) {position}", "The signature block: {sign} ({name}) {position}"],
  SIGNATURE_NONE: ["ไม่พบส่วนลงชื่อท้ายแบบ", "No signature block was found"],
  TOTAL_ROW: [
    "แถว “{text}” เป็นยอดรวม ไม่นับเป็นข้อมูล ระบบรวมยอดให้เอง",
    "The row “{text}” is a total and no data; totals are added up anyway",
  ],
  ROWS_PRINTED: ["แบบมีแถวว่างให้กรอก {rows} แถว", "The form prints {rows} empty rows"],
  ROWS_COMMON: ["ไม่เห็นแถวว่างในแบบ จึงให้ {rows} แถว", "No empty rows were seen; {rows} are given"],
  KEY_OFFICE_NAME: [
    "สองแถวของ อปท. เดียวกันถือว่าซ้ำเมื่อช่องเหล่านี้ตรงกัน: {labels} (เตือนเท่านั้น)",
    "Two rows of one office are alike when these agree: {labels} (told only)",
  ],
  KEY_CENTRE: [
    "ศพด. เดียวกัน (ช่อง “{label}”) มีได้แถวเดียว (เตือนเท่านั้น)",
    "A centre (column “{label}”) stands in one row (told only)",
  ],
  KEY_OFFICE: [
    "ไม่รู้ว่า อปท. หนึ่งมีได้กี่แถว (ช่อง “{label}”) จึงยังไม่เตือนแถวซ้ำ",
    "It is not known how many rows an office has (column “{label}”); repeats are not told yet",
  ],
  KEY_NONE: [
    "ไม่รู้ว่าอะไรทำให้สองแถวซ้ำกัน จึงยังไม่เตือนแถวซ้ำ",
    "It is not known what makes two rows alike; repeats are not told yet",
  ],
  ROSTER_OFFICES: [
    "มีช่อง “{label}” จึงคิดว่า อปท. ทุกแห่งต้องส่ง",
    "There is a column “{label}”, so every local authority is taken to owe it",
  ],
  ROSTER_DISTRICTS: [
    "มีช่อง “{label}” แต่ไม่มีช่อง อปท. จึงคิดว่าอำเภอเป็นผู้ส่ง",
    "There is a column “{label}” and none of offices, so districts are taken to owe it",
  ],
  ROSTER_UNKNOWN: [
    "ไม่มีช่องอำเภอหรือ อปท. จึงไม่รู้ว่าใครต้องส่ง ใส่ไว้ก่อนว่า อปท. ทุกแห่ง",
    "There is no column of districts or offices; every local authority is taken to owe it",
  ],
  DUE_IN_NOTES: ["ข้อความในแบบบอกกำหนดส่ง: {due}", "The form itself says when it is due: {due}"],
  DUE_NOT_SAID: [
    "ในแบบไม่บอกกำหนดส่ง จึงใส่ว่าทุกเดือน ไม่กำหนดวัน",
    "The form does not say when it is due; monthly without a day is taken",
  ],
  CHAIN_COMMON: [
    "แบบไม่บอกว่าส่งต่อไปที่ใด จึงใส่ทางที่ใช้กันทั่วไป: {chain}",
    "The form does not say where it goes; the usual way is taken: {chain}",
  ],
  SOURCE_PRINTED: ["พบเลขที่หนังสือในแบบ: {reference}", "The number of a letter stands on the form: {reference}"],
  SOURCE_UNKNOWN: [
    "ไม่พบเลขที่หนังสือสั่งการ ใส่ไว้ว่า “{text}” กรุณาเติม",
    "No letter is named; “{text}” stands for it, please fill it in",
  ],
  TICK_PAIR: [
    "“{one}” กับ “{other}” อยู่คู่กัน ต้องทำเครื่องหมายเพียงช่องเดียว",
    "“{one}” and “{other}” are a pair: exactly one is ticked",
  ],
  KIND_HEADING: [
    "ตามหัวคอลัมน์ “{label}” และตัวอย่าง {count} ช่องไม่ขัดกัน",
    "By the heading “{label}”; {count} example cells do not disagree",
  ],
  KIND_HEADING_ONLY: [
    "ตามหัวคอลัมน์ “{label}” อย่างเดียว ยังไม่มีตัวอย่างพอให้เทียบ",
    "By the heading “{label}” alone; too few examples to compare",
  ],
  KIND_CONTENT: [
    "หัวคอลัมน์ “{label}” บอกไม่ชัด จึงดูจากตัวอย่าง {count} ช่อง",
    "The heading “{label}” does not say; {count} example cells do",
  ],
  KIND_CONTENT_DIFFERS: [
    "ใช้ตามหัวคอลัมน์ “{label}” แต่ตัวอย่าง {count} ช่องดูเป็น{kind} กรุณาตรวจ",
    "Taken by the heading “{label}”, but {count} example cells look like: {kind}; please check",
  ],
  KIND_SECOND_PLACE: [
    "แบบมีช่องชนิดนี้แล้ว ช่อง “{label}” จึงรับเป็นข้อความ",
    "The form already has such a column; “{label}” is taken as words",
  ],
  KIND_NOTHING_KNOWN: [
    "ไม่รู้จักหัวคอลัมน์ “{label}” และไม่มีตัวอย่างพอ จึงรับเป็นข้อความไว้ก่อน",
    "The heading “{label}” is not known and there are too few examples; taken as words",
  ],
  GROUP_MERGED: ["อยู่ใต้หัวรวม “{group}”", "Under the heading “{group}”"],
  LABEL_REPEATED: [
    "หัวคอลัมน์ “{label}” ซ้ำในแบบ ช่องหลังเรียกว่า “{as}”",
    "The heading “{label}” is there twice; this one is called “{as}”",
  ],
  LIST_VALIDATION: ["แบบมีรายการให้เลือกอยู่แล้ว: {values}", "The form offers a list: {values}"],
  LIST_IN_HEADING: ["หัวคอลัมน์พิมพ์ตัวเลือกไว้: {values}", "The heading prints the choices: {values}"],
  LIST_REPEATED: [
    "ตัวอย่างมีเพียงไม่กี่คำซ้ำกัน: {values} กรุณาตรวจว่าครบ",
    "The examples repeat a few values: {values}; please check that none is missing",
  ],
  LIST_UNKNOWN: [
    "ช่อง “{label}” น่าจะมีรายการให้เลือก แต่ไม่เห็นรายการ จึงรับเป็นข้อความ",
    "“{label}” likely has a list of choices, but none was seen; taken as words",
  ],
  UNIT_HEADING: ["หัวคอลัมน์บอกหน่วย: {unit}", "The heading names the unit: {unit}"],
  UNIT_CONTENT: ["ตัวอย่างเขียนหน่วย: {unit}", "The examples write the unit: {unit}"],
  LEAST_HEADING: ["หัวคอลัมน์บอกว่าไม่น้อยกว่า {value}", "The heading says at least {value}"],
  MOST_HEADING: ["หัวคอลัมน์บอกว่าไม่เกิน {value}", "The heading says at most {value}"],
  UNUSUAL_EXAMPLES: [
    "ตัวอย่างสูงสุด {seen} จึงเตือนเมื่อเกิน {value}",
    "The largest example is {seen}, so above {value} is told",
  ],
  UNUSUAL_COMMON: [
    "เกิน {value} มักพิมพ์เกิน จึงเตือนให้ดู แต่ส่งได้",
    "Above {value} is often a slip; it is told, and may be sent",
  ],
  REQUIRED_STAR: ["หัวคอลัมน์มีดอกจัน จึงต้องกรอก", "The heading has a star, so it must be filled"],
  REQUIRED_EXAMPLES: ["ตัวอย่างกรอกครบทั้ง {rows} แถว", "It is filled in all {rows} example rows"],
  REQUIRED_PLACE: [
    "ต้องรู้ว่าแถวเป็นของพื้นที่ใด จึงต้องกรอกเสมอ",
    "A row has to say which place it is of, so this is always wanted",
  ],
  PERSONAL_HEADING: ["ช่อง “{label}” เป็นข้อมูลส่วนบุคคล", "“{label}” holds personal data"],
  PERSONAL_ID: [
    "ช่อง “{label}” ขอเลขประจำตัวประชาชน ควรเก็บเฉพาะเมื่อจำเป็นจริง ถ้าไม่จำเป็นให้ตัดช่องนี้ออก",
    "“{label}” asks for national IDs; keep the column only where they are truly needed",
  ],
  PERIOD_DATES: ["วันที่นอกเดือนที่รายงานจะเตือน แต่ส่งได้", "A day outside the month is told, and may be sent"],
  FUTURE_HEADING: [
    "ช่อง “{label}” เป็นเรื่องที่จะทำ จึงรับวันข้างหน้า",
    "“{label}” is about what is planned, so days to come are taken",
  ],
  ALIAS_SEEN: ["ตัวอย่างใช้หัวคอลัมน์ “{alias}”", "The examples head this column “{alias}”"],
};

const NEXT_TH = "กรุณาแก้แล้วลองอีกครั้ง";

/** What is wrong with a designed form, why, and what to do. */
const PROBLEM: Readonly<Record<DesignCode, Both>> = {
  NO_TABLE: [
    "ไม่พบตารางของแบบรายงาน (ต้องมีหัวคอลัมน์อย่างน้อยสามช่องในแถวเดียวกัน) กรุณาใช้ไฟล์แบบที่เป็นตาราง",
    "No table was found (three headings side by side); please use a form that is a table",
  ],
  TOO_MANY_COLUMNS: [
    "ตารางมี {count} คอลัมน์ รับได้ไม่เกิน {most} กรุณาแยกเป็นหลายแบบ",
    "The table has {count} columns, at most {most} are taken; please split the form",
  ],
  SENTENCE_EMPTY: ["ยังไม่ได้บอกว่าช่องนี้รับอะไร คำที่ใช้ได้: {known}", "What the column holds is not said. Understood: {known}"],
  SENTENCE_UNKNOWN: ["ไม่เข้าใจคำว่า “{text}” คำที่ใช้ได้: {known}", "“{text}” is not understood. Understood: {known}"],
  SENTENCE_NO_KIND: [
    "ยังไม่ได้บอกว่าช่องนี้เป็นอะไร เช่น จำนวนเต็ม ข้อความ วันที่ คำที่ใช้ได้: {known}",
    "The kind of content is not said. Understood: {known}",
  ],
  SENTENCE_TWO_KINDS: [
    "ช่องหนึ่งเป็นได้อย่างเดียว แต่พบ “{text}” เพิ่มมา กรุณาเลือกอย่างเดียว",
    "A column holds one kind, but “{text}” was added; please choose one",
  ],
  SENTENCE_TWICE: [
    "“{text}” บอกซ้ำกับที่บอกไว้แล้ว กรุณาเหลือไว้ครั้งเดียว",
    "“{text}” says again what was said; please say it once",
  ],
  SENTENCE_NOT_FOR_KIND: [
    "“{text}” ใช้กับช่อง “{kind}” ไม่ได้ กรุณาตัดออกหรือเปลี่ยนชนิดของช่อง",
    "“{text}” says nothing of a column of the kind “{kind}”; leave it out or change the kind",
  ],
  SENTENCE_LIST_EMPTY: [
    "รายการหลัง “{text}” ไม่ครบ กรุณาคั่นแต่ละคำด้วยจุลภาค และปิดเครื่องหมายคำพูดให้ครบ",
    "The list behind “{text}” is not complete: commas between values, quotes closed",
  ],
  SENTENCE_BOUNDS: [
    "ไม่น้อยกว่า {least} แต่ไม่เกิน {most} เป็นไปไม่ได้ กรุณาแก้ตัวเลข",
    "At least {least} and at most {most} can not both hold; please correct the numbers",
  ],
  SENTENCE_FIELD: [
    "ไม่มีช่องชื่อ “{text}” เพียงช่องเดียวในแบบ กรุณาใช้ชื่อช่องตามหัวคอลัมน์",
    "No one column is called “{text}”; please use its heading",
  ],
  DUE_SENTENCE: [
    "ไม่เข้าใจกำหนดส่ง “{text}” ตัวอย่างที่ใช้ได้: {known}",
    "The due date “{text}” is not understood. Examples: {known}",
  ],
  ID_FORM: [
    "ชื่อสั้น “{value}” ใช้ไม่ได้ ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีด เริ่มด้วยตัวอักษร เช่น flood-survey",
    "The short name “{value}” will not do: small Latin letters, digits and hyphens, such as flood-survey",
  ],
  ID_FIELD: [
    "รหัสช่อง “{value}” ใช้ไม่ได้ ใช้อักษรอังกฤษและตัวเลข เริ่มด้วยตัวเล็ก เช่น people2",
    "The field name “{value}” will not do: Latin letters and digits, such as people2",
  ],
  ID_TWICE: ["รหัสช่อง “{value}” ซ้ำกัน กรุณาเปลี่ยนช่องหนึ่ง", "The field name “{value}” is there twice; please change one"],
  ID_OF_KIND: [
    "ช่องชนิด “{kind}” ต้องใช้รหัส {need} (ตอนนี้ใช้ {value})",
    "A field of the kind “{kind}” is named {need} (now {value})",
  ],
  KIND_TWICE: [
    "แบบหนึ่งมีช่อง “{kind}” ได้ช่องเดียว ช่อง “{label}” กรุณาเปลี่ยนเป็นข้อความ",
    "A form has one column of the kind “{kind}”; please make “{label}” words",
  ],
  NAME_EMPTY: ["ยังไม่ได้ใส่{what} กรุณาใส่", "{what} is empty; please fill it in"],
  NAME_LONG: [
    "{what} “{value}” ยาวเกิน {most} ตัวอักษร กรุณาย่อ",
    "{what} “{value}” is longer than {most} characters; please shorten it",
  ],
  LABEL_TWICE: ["หัวคอลัมน์ “{label}” ซ้ำกัน กรุณาเปลี่ยนหนึ่งช่อง", "The heading “{label}” is there twice; please change one"],
  FIELDS_FEW: [
    "แบบมี {count} ช่อง ต้องมีอย่างน้อย {least} ช่องจึงจะหาหัวตารางพบ",
    "The form has {count} columns; at least {least} are needed to find its heading",
  ],
  FIELDS_MANY: [
    "แบบมี {count} ช่อง รับได้ไม่เกิน {most} กรุณาแยกแบบ",
    "The form has {count} columns, at most {most} are taken; please split it",
  ],
  TITLE_EMPTY: ["แบบยังไม่มีชื่อ กรุณาใส่ชื่อแบบ", "The form has no title; please give one"],
  TITLE_NOT_OFFICIAL: [
    "แบบที่ไม่ใช่ของทางราชการ ต้องพิมพ์คำว่า “{words}” ในชื่อแบบ",
    "A form that is not official says “{words}” in its title",
  ],
  NUMBER_RANGE: [
    "{what} เป็น {value} ไม่ได้ ต้องอยู่ระหว่าง {least} ถึง {most}",
    "{what} can not be {value}; from {least} to {most}",
  ],
  LIST_MISSING: [
    "ช่อง “{label}” ไม่มีรายการให้เลือก ใช้แบบ “เลือกจาก: ก, ข”",
    "The column “{label}” has no choices; write “เลือกจาก: ก, ข”",
  ],
  LIST_TWICE: [
    "รายการของช่อง “{label}” มี “{value}” ซ้ำ กรุณาเหลือไว้ครั้งเดียว",
    "“{value}” is twice in the list of “{label}”; please keep one",
  ],
  FIELD_UNKNOWN: [
    "ไม่มีช่องรหัส “{value}” ในแบบ กรุณาใช้รหัสในแผ่น “ช่อง”",
    "There is no field “{value}”; please use a name of the fields sheet",
  ],
  VALUE_UNKNOWN: [
    "ไม่มีค่า “{value}” ในรายการของช่อง “{label}” กรุณาใช้ค่าที่มีในรายการ",
    "“{value}” is not in the list of “{label}”; please use one that is",
  ],
  DUE_UNKNOWN_RULE: [
    "ไม่มีกำหนดส่งชื่อ “{value}” กรุณาใส่ในแผ่น “กำหนดส่ง” หรือใช้ชื่อที่มี (ruam due)",
    "There is no due rule “{value}”; add it to the due sheet or use one there is",
  ],
  CHAIN_SHORT: [
    "ทางส่งรายงานต้องมีอย่างน้อย {least} ขั้น คือผู้ส่งและผู้รับ",
    "The way of a report has at least {least} stations: who sends and who receives",
  ],
  SHEET_MISSING: [
    "ไม่พบแผ่นงาน “{name}” ในไฟล์ กรุณาใช้ไฟล์ที่ ruam form show หรือ form new เขียนให้",
    "There is no sheet “{name}”; please start from a file that ruam form show or form new wrote",
  ],
  COLUMN_MISSING: [
    "ไม่พบคอลัมน์ “{name}” ในแถวแรก กรุณาใส่หัวคอลัมน์กลับ",
    "There is no column “{name}” in the first row; please put the heading back",
  ],
  ROW_UNKNOWN: ["ไม่รู้จักหัวข้อ “{value}” หัวข้อที่ใช้ได้: {known}", "“{value}” is not known here. Known: {known}"],
  CELL_MISSING: ["ยังไม่ได้กรอก “{name}” กรุณากรอก", "“{name}” is empty; please fill it in"],
  CELL_CHOICE: ["“{value}” ใช้ในช่อง “{name}” ไม่ได้ ใช้ได้: {known}", "“{value}” will not do for “{name}”. Known: {known}"],
  CELL_NUMBER: [
    "“{value}” ในช่อง “{name}” ไม่ใช่ตัวเลข กรุณาพิมพ์เป็นตัวเลข",
    "“{value}” in “{name}” is no number; please type one",
  ],
  CELL_LIST: [
    "อ่านรายการ “{value}” ในช่อง “{name}” ไม่ได้ กรุณาคั่นด้วยจุลภาค คำที่มีจุลภาคใส่ใน “ ”",
    "The list “{value}” in “{name}” can not be read: commas between, “ ” around what holds one",
  ],
  FILE_NOT_JSON: [
    "อ่านไฟล์นี้เป็นแบบรายงานไม่ได้ ({detail}) ใช้ .xlsx หรือ .json ที่ ruam form เขียนให้",
    "The file is no form ({detail}); use an .xlsx or .json that ruam form wrote",
  ],
};

/** Names of the parts of a definition, for slots that hold one. */
const WHAT: Readonly<Record<string, Both>> = {
  version: ["ฉบับที่", "the version"],
  blankRows: ["จำนวนแถวว่าง", "the number of empty rows"],
  width: ["ความกว้างคอลัมน์", "the column's width"],
  title: ["ชื่อแบบ", "the title"],
  titleWords: ["คำที่ใช้จำแบบ", "the words the form is known by"],
  misprints: ["คำพิมพ์ผิด", "a misprint"],
  notes: ["หมายเหตุใต้ตาราง", "a note"],
  nilText: ["คำที่เขียนเมื่อไม่มีข้อมูล", "the words for nothing to report"],
  chain: ["ขั้นของทางส่งรายงาน", "a station of the way"],
  source: ["หนังสือที่มา", "the letter"],
  signature: ["ส่วนลงชื่อ", "the signature block"],
  dueRules: ["ผู้ส่งหรือผู้รับของกำหนดส่ง", "who owes it to whom"],
  attachments: ["ที่มาของข้อกำหนดไฟล์แนบ", "the source of an attachment's limit"],
  label: ["หัวคอลัมน์", "the heading"],
  aliases: ["ชื่ออื่นของหัวคอลัมน์", "another heading"],
  units: ["หน่วย", "the unit"],
  list: ["คำในรายการ", "a value of the list"],
  requiredWhen: ["ค่าของเงื่อนไข", "the condition's value"],
  fields: ["ช่องของกติกา", "the rule's fields"],
  limit: ["ตัวเลขของกติกา", "the rule's number"],
  sections: ["ส่วนของแบบ", "a part of the form"],
  lines: ["จำนวนบรรทัดซ้ำ", "the number of lines"],
  photos: ["จำนวนภาพ", "the number of photos"],
  monthOffset: ["จำนวนเดือนของกำหนดส่ง", "the months until it is due"],
  month: ["เดือน", "the month"],
  least: ["ค่าต่ำสุด", "the least"],
  most: ["ค่าสูงสุด", "the most"],
  unusual: ["ค่าที่ให้เตือน", "the number to tell above"],
};

/** Names of the kinds of columns in a few words. */
export const KIND_NAMES: Readonly<Record<string, Both>> = {
  seq: ["ลำดับที่", "running number"],
  province: ["จังหวัด", "province"],
  district: ["อำเภอ", "district"],
  subdistrict: ["ตำบล", "subdistrict"],
  moo: ["หมู่ที่", "village number"],
  office: ["อปท.", "local authority"],
  centre: ["ศพด.", "centre"],
  name: ["ชื่อเรื่องของแถว", "what the row is about"],
  tick: ["เครื่องหมายถูก", "tick"],
  date: ["วันที่", "date"],
  count: ["จำนวนเต็ม", "whole number"],
  money: ["จำนวนเงิน", "money"],
  measure: ["ตัวเลขมีทศนิยมได้", "number with a fraction"],
  duration: ["ความยาวเป็นวินาที", "length in seconds"],
  category: ["เลือกจากรายการ", "choice of a list"],
  phone: ["เบอร์โทรศัพท์", "phone"],
  link: ["ลิงก์", "link"],
  text: ["ข้อความ", "words"],
  remark: ["หมายเหตุ", "remark"],
  list: ["รายการหลายบรรทัด", "repeated lines"],
};

/** How sure a proposal is, to stand beside its colour. */
export const SURENESS_WORDS = {
  th: { sure: "ชัดเจน", likely: "น่าจะใช่", unsure: "โปรดตรวจ" },
  en: { sure: "clear", likely: "likely", unsure: "please check" },
} as const;

/** The reason of a point of a proposal, as a person reads it. */
export function reasonText(
  point: { reason: ReasonCode; params: Readonly<Record<string, Scalar>> },
  language: Language = "th",
): string {
  return fill(REASON[point.reason][language === "th" ? 0 : 1], point.params, language);
}

/** What is wrong with a designed form, why, and what to do. */
export function designProblemText(
  problem: { code: DesignCode; params: Readonly<Record<string, Scalar>> },
  language: Language = "th",
): string {
  const { code, params } = problem;
  const open: Record<string, Scalar> = params.most === null ? { most: language === "th" ? "ไม่จำกัด" : "any" } : {};
  return fill(PROBLEM[code][language === "th" ? 0 : 1], { ...params, ...open }, language);
}

/** Said above problems, once. */
export const DESIGN_NEXT: Readonly<Record<Language, string>> = { th: NEXT_TH, en: "Please correct it and try again." };

function fill(template: string, params: Readonly<Record<string, Scalar>>, language: Language): string {
  return template.replace(/\{([a-z]+)\}/g, (_, slot: string) => {
    const value = params[slot];
    const names = slot === "what" ? WHAT : slot === "kind" ? KIND_NAMES : null;
    const named = names?.[String(value)]?.[language === "th" ? 0 : 1];
    return named ?? (value === null || value === undefined || value === "" ? "–" : String(value));
  });
}
