import { fill } from "./fill.ts";
import { needSentence, type SpokenNeed } from "./intake.ts";
import type { SpokenPoint } from "./points.ts";

/** What is said back to whoever e-mailed a file. */
export interface ReplyFacts {
  fileName: string;
  /** As people read them; "" while not known. */
  form: string;
  office: string;
  period: string;
  needs: readonly SpokenNeed[];
  /** In Thai. */
  points: readonly Pick<SpokenPoint, "cell" | "row" | "column" | "message">[];
  /** How many points there are in all. */
  pointCount: number;
  receipt?: { receipt: string; time: string; late: boolean } | undefined;
}

/** A message on LINE or in an e-mail is read on a telephone. */
const POINTS_SAID = 30;
/** What each need asks of the sender; null: the province's person settles it, and the sender hears nothing of it. */
const TO_SENDER: Readonly<Record<SpokenNeed["code"], string | null>> = {
  "too-many-files": null,
  "too-deep": null,
  "too-large": "ไฟล์ใหญ่ {megabytes} MB เกินที่รับได้ {limit} MB มักเป็นเพราะมีรูปภาพ ขอไฟล์ที่มีแต่แบบรายงาน",
  "mail-empty": null,
  "mail-damaged": null,
  "outlook-message": null,
  "other-file": "ไฟล์นี้ไม่ใช่ตารางคำนวณ ถ้าเป็นแบบรายงานที่สแกนมา ขอไฟล์ Excel ของแบบรายงาน",
  encrypted: "ไฟล์ตั้งรหัสผ่านไว้ จึงเปิดไม่ได้ ขอไฟล์ที่ไม่มีรหัสผ่าน",
  unreadable: "อ่านไฟล์นี้ไม่ได้ ขอไฟล์ Excel ของแบบรายงานอีกครั้ง",
  "no-form": "ไม่พบแบบรายงานในไฟล์นี้ อาจเป็นไฟล์อื่น หรือหัวตารางถูกลบ ขอไฟล์แบบรายงานที่มีหัวตาราง",
  "several-sheets": null,
  "foreign-province": "ไฟล์นี้เป็นรายงานของจังหวัด{province} กรุณาตรวจว่าส่งมาถูกจังหวัด",
  "no-office": null,
  "several-offices": "มีแถวของ อปท. {count} แห่งในไฟล์เดียว ({names}) หนึ่งไฟล์ส่งได้แห่งเดียว ขอความกรุณาแยกไฟล์",
  "office-differs": null,
  "office-outside": null,
  "no-period": null,
  "period-differs": null,
  "not-asked": null,
  columns: null,
  // Said place by place.
  points: null,
  duplicate: null,
  "same-report": null,
  replaces: null,
};

function toSender(need: SpokenNeed): string | null {
  const said = TO_SENDER[need.code];
  if (said === null) return null;
  return need.code === "unreadable" && need.params.reason !== undefined
    ? needSentence(need, "th")
    : fill(said, need.params);
}

/**
 * A polite Thai text to paste into an e-mail or LINE: received, or what is to be mended, place by place. Plain text, no formatting.
 * Null while only the province has something to settle: there is nothing to say to the sender yet.
 */
export function replyText(facts: ReplyFacts): string | null {
  const about = [facts.office, facts.period === "" ? "" : `ประจำเดือน${facts.period}`]
    .filter((part) => part !== "")
    .join(" ");
  const head = [`เรียน ${facts.office === "" ? "ผู้ส่งรายงาน" : facts.office}`, ""];
  const file = `ไฟล์ “${facts.fileName}”${facts.form === "" ? "" : `\nแบบ: ${facts.form}`}`;
  const { receipt } = facts;
  if (receipt !== undefined)
    return [
      ...head,
      `ได้รับรายงาน${about === "" ? "" : ` ${about}`} เรียบร้อยแล้ว ขอบคุณครับ/ค่ะ`,
      file,
      `เลขที่รับ ${receipt.receipt} เมื่อ ${receipt.time}${receipt.late ? " (หลังกำหนดส่ง)" : ""}`,
    ].join("\n");
  const asked = facts.needs
    .map(toSender)
    .filter((said) => said !== null)
    .map((said) => `• ${said}`);
  // Until the province has named the columns most of what the checker says is about them.
  const pointCount = facts.needs.some(({ code }) => code === "columns") ? 0 : facts.pointCount;
  if (asked.length === 0 && pointCount === 0 && facts.needs.length > 0) return null;
  if (asked.length === 0 && pointCount === 0)
    return [...head, `ได้รับไฟล์${about === "" ? "" : ` ${about}`} แล้ว ไม่พบจุดที่ต้องแก้ ขอบคุณครับ/ค่ะ`, file].join("\n");
  const points = pointCount === 0 ? [] : facts.points.slice(0, POINTS_SAID).map(pointLine);
  const rest = pointCount - points.length;
  return [
    ...head,
    `ได้รับไฟล์${about === "" ? "" : ` ${about}`} แล้ว ขอความกรุณาแก้ไขก่อนส่งเข้ารายงานของจังหวัด`,
    file,
    "",
    ...asked,
    ...(points.length === 0 ? [] : [`จุดที่ต้องแก้ ${pointCount} จุด`, ...points]),
    ...(rest > 0 ? [`… และอีก ${rest} จุด ดูได้ในไฟล์ที่ทำเครื่องหมายไว้`] : []),
    "",
    "แก้แล้วส่งไฟล์เดิมกลับมาได้เลย ขอบคุณครับ/ค่ะ",
  ].join("\n");
}

function pointLine({ cell, row, column, message }: ReplyFacts["points"][number]): string {
  const where = cell !== null ? `เซลล์ ${cell}` : row !== null ? `แถวที่ ${row}` : "ทั้งแผ่นงาน";
  return `• ${where}${column === "" ? "" : ` (${column})`}: ${message}`;
}
