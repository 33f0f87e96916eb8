/** What `ruam audit verify` says, Thai then English in one line. */
export const AUDIT_WORDS = {
  nothing: "ไม่มีข้อมูลในโฟลเดอร์ {data} ระบุด้วย --data / no data folder there",
  whole: "{partition}: บันทึกครบถ้วน {lines} บรรทัด ค่าแฮชท้ายสุด {head} / the audit is whole",
  broken: "{partition}: บันทึกผิดที่บรรทัด {seq} — {why}",
  headLost: "ไม่พบค่าแฮช {head} ในบันทึกใด / that hash stands in no audit",
  why: {
    changed: "เนื้อหาถูกแก้ / its content was changed",
    unlinked: "ไม่ต่อจากบรรทัดก่อนหน้า / it does not follow the line before",
    missing: "บรรทัดนี้หายไป / the line is missing",
    stray: "บรรทัดนี้ไม่ใช่ของบันทึกเดิม / the line was put in",
    replaced: "ถูกเขียนใหม่ทั้งสาย / the chain was written anew",
  },
} as const;

/** What `ruam attachments purge` says. */
export const PURGE_WORDS = {
  nothing: "ไม่มีข้อมูลในโฟลเดอร์ {data} ระบุด้วย --data / no data folder there",
  would: "{province}: จะลบ {files} ไฟล์ที่ครบเวลา และ {abandoned} ไฟล์ที่ส่งไม่ครบ / would delete {files}, give up {abandoned}",
  done: "{province}: ลบแล้ว {files} ไฟล์ที่ครบเวลา และ {abandoned} ไฟล์ที่ส่งไม่ครบ / deleted {files}, gave up {abandoned}",
} as const;
