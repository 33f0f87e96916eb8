/** The text of a reminder, as one office writes to another: Thai only. `{x}` is filled in. */
export const REMIND_WORDS = {
  subject: "ขอความอนุเคราะห์จัดส่งรายงาน ประจำเดือน{period} ({place})",
  greeting: "เรียน ผู้รับผิดชอบรายงานของ อปท. ใน{place}",
  district: "อำเภอ{name}",
  province: "จังหวัด{name}",
  ask: "ขอความอนุเคราะห์จัดส่ง “{form}” ประจำเดือน{period}{when}",
  whenDue: " ภายใน{date} เวลา 24.00 น.",
  whenPast: " ซึ่งครบกำหนดเมื่อ{date} ระบบยังรับรายงานอยู่และจะบันทึกเวลาที่ได้รับตามจริง",
  whenNone: "",
  list: "ณ {now} ยังไม่พบรายงานของ {count} แห่ง ดังนี้",
  item: "{n}. {name}{more}",
  returned: " (ส่งคืนให้ปรับแก้แล้ว รอฉบับแก้ไข)",
  until: " (ขยายเวลาให้ถึง{date} เวลา {time} น.)",
  link: "ส่งรายงานและดูข้อสังเกตได้ที่ {link}",
  already: "หากได้จัดส่งแล้วในระหว่างนี้ ขออภัยที่รบกวน และขอขอบคุณในความร่วมมือ",
  closingEmail: "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ",
  date: "วัน{weekday}ที่ {day} {month} พ.ศ. {year}",
  dateTime: "{date} เวลา {time} น.",
  weekdays: ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"],
} as const;

/** What stands in a calendar. */
export const CALENDAR_WORDS = {
  name: "กำหนดส่งรายงาน ({place})",
  summary: "ครบกำหนดส่ง: {form} ประจำเดือน{period}",
  description: "ส่งภายในวันนี้ เวลา 24.00 น. จึงจะนับว่าทันกำหนด\nส่งที่ {link}",
  extended: "ขยายเวลาให้ถึง {time} น. ของวันนี้ เนื่องจาก {reason}\nส่งที่ {link}",
} as const;
