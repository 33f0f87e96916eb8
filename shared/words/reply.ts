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
/** Needs of the collector's side, which are none of the sender's business. */
const OURS = new Set([
  "duplicate",
  "same-report",
  "replaces",
  "office-outside",
  "points",
  "too-many-files",
  "too-deep",
]);

/** A polite Thai text to paste into an e-mail or LINE: received, or what is to be mended, place by place. Plain text, no formatting. */
export function replyText(facts: ReplyFacts): string {
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
  const asked = facts.needs.filter(({ code }) => !OURS.has(code)).map((need) => `• ${needSentence(need, "th")}`);
  if (asked.length === 0 && facts.pointCount === 0)
    return [...head, `ได้รับไฟล์${about === "" ? "" : ` ${about}`} แล้ว ไม่พบจุดที่ต้องแก้ ขอบคุณครับ/ค่ะ`, file].join("\n");
  const points = facts.points.slice(0, POINTS_SAID).map(pointLine);
  const rest = facts.pointCount - points.length;
  return [
    ...head,
    `ได้รับไฟล์${about === "" ? "" : ` ${about}`} แล้ว ขอความกรุณาแก้ไขก่อนส่งเข้ารายงานของจังหวัด`,
    file,
    "",
    ...asked,
    ...(points.length === 0 ? [] : [`จุดที่ต้องแก้ ${facts.pointCount} จุด`, ...points]),
    ...(rest > 0 ? [`… และอีก ${rest} จุด ดูได้ในไฟล์ที่ทำเครื่องหมายไว้`] : []),
    "",
    "แก้แล้วส่งไฟล์เดิมกลับมาได้เลย ขอบคุณครับ/ค่ะ",
  ].join("\n");
}

function pointLine({ cell, row, column, message }: ReplyFacts["points"][number]): string {
  const where = cell !== null ? `เซลล์ ${cell}` : row !== null ? `แถวที่ ${row}` : "ทั้งแผ่นงาน";
  return `• ${where}${column === "" ? "" : ` (${column})`}: ${message}`;
}
