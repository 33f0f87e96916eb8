import type { ProblemFinding } from "../../shared/wire/report.ts";
import { type GoogleTroubleWords, googleTroublesEn, googleTroublesTh } from "../../shared/words/google.ts";
import type { RefusalCode } from "../province/refusal.ts";
import { fillProblem } from "./problemText.ts";

/*
 * Every way in which the collector says no: the stable code, the HTTP status, the sentence in Thai and in English.
 * `{name}` is filled from the problem's params.
 */

type HttpCode =
  | "malformed-json"
  | "malformed-form"
  | "media-type"
  | "too-large"
  | "body-cut"
  | "invalid-request"
  | "unauthenticated"
  | "code-wrong"
  | "google-off"
  | "google-token"
  | "google-unbound"
  | "google-unreachable"
  | "rate-limited"
  | "no-such-address"
  | "method"
  | "form-invalid"
  | "period-missing"
  | "province-missing"
  | "office-missing"
  | "idempotency-key"
  | "not-submittable"
  | "office-mismatch"
  | "file-missing"
  | "sheet-missing"
  | "unreadable-file"
  | "google-address"
  | "google-absent"
  | "google-busy"
  | "files-off"
  | "file-piece"
  | "file-incomplete"
  | "file-range"
  | "link-over"
  | "list-unreadable"
  | "token-scope"
  | "internal";

/** Why a spreadsheet that was just shared cannot be written, each with its own code. */
type GoogleCode = `google-${Exclude<keyof GoogleTroubleWords, "busy" | "unreachable" | "changed">}`;

export type ProblemCode = RefusalCode | HttpCode | GoogleCode;

interface Entry {
  status: number;
  th: string;
  en: string;
}

function googleTrouble(trouble: keyof GoogleTroubleWords): Entry {
  return { status: 422, th: googleTroublesTh[trouble], en: googleTroublesEn[trouble] };
}

export const PROBLEMS: Record<ProblemCode, Entry> = {
  // the request
  "malformed-json": { status: 400, th: "ข้อมูลที่ส่งมาไม่ใช่ JSON ที่อ่านได้", en: "The body is not readable JSON" },
  "malformed-form": {
    status: 400,
    th: "ข้อมูลที่ส่งมาไม่ใช่แบบฟอร์ม multipart ที่อ่านได้",
    en: "The body is not readable multipart form data",
  },
  "media-type": {
    status: 415,
    th: "ชนิดข้อมูล (Content-Type) ใช้กับคำขอนี้ไม่ได้",
    en: "This Content-Type is not accepted here",
  },
  "too-large": {
    status: 413,
    th: "ข้อมูลใหญ่เกินกำหนด ส่งได้ไม่เกิน {limitMb} MB",
    en: "The body is larger than {limitMb} MB",
  },
  "body-cut": { status: 400, th: "ข้อมูลที่ส่งมาขาดกลางทาง โปรดส่งใหม่", en: "The body was cut off; send it again" },
  "invalid-request": { status: 422, th: "ข้อมูลในคำขอไม่ถูกต้อง", en: "The request does not fit its description" },
  "no-such-address": { status: 404, th: "ไม่มีหน้านี้", en: "There is nothing at this address" },
  method: { status: 405, th: "ที่อยู่นี้ไม่รับคำสั่งแบบนี้", en: "This address does not take this method" },
  "idempotency-key": {
    status: 400,
    th: "ต้องมีหัว Idempotency-Key (ตัวอักษรอังกฤษหรือตัวเลขไม่เกิน 200 ตัว)",
    en: "An Idempotency-Key header of 1 to 200 visible ASCII characters is needed",
  },
  "rate-limited": {
    status: 429,
    th: "ส่งคำขอถี่เกินไป โปรดรอ {seconds} วินาทีแล้วลองใหม่",
    en: "Too many requests; try again in {seconds} seconds",
  },
  internal: {
    status: 500,
    th: "ระบบขัดข้อง ข้อมูลที่ได้รับใบรับแล้วไม่สูญหาย โปรดลองใหม่อีกครั้ง",
    en: "Something broke on our side; whatever has a receipt is safe. Please try again",
  },

  // who is asking
  unauthenticated: { status: 401, th: "โปรดเข้าสู่ระบบใหม่", en: "Please sign in again" },
  "code-wrong": {
    status: 401,
    th: "รหัสเข้าใช้ไม่ถูกต้อง หรือถูกยกเลิกแล้ว",
    en: "This access code is wrong or has been revoked",
  },
  "google-off": {
    status: 401,
    th: "ระบบนี้ยังไม่รับบัญชี Google โปรดใช้รหัสเข้าใช้",
    en: "This collector takes no Google accounts; use an access code",
  },
  "google-token": {
    status: 401,
    th: "ยืนยันบัญชี Google ไม่ได้ โปรดปิดแถบแล้วเปิดใหม่ หรือใช้รหัสเข้าใช้",
    en: "The Google account could not be confirmed; open the sidebar anew, or use an access code",
  },
  "google-unbound": {
    status: 401,
    th: "บัญชี Google นี้ยังไม่ได้ผูกกับหน่วยงาน โปรดใส่รหัสที่จังหวัดให้หนึ่งครั้ง",
    en: "This Google account is not bound to an office yet; give the code of the province once",
  },
  "google-unreachable": {
    status: 503,
    th: "ตรวจบัญชี Google ไม่ได้ในขณะนี้ โปรดใช้รหัสเข้าใช้ หรือลองใหม่อีกครั้ง",
    en: "Google accounts cannot be checked at the moment; use an access code, or try again",
  },
  forbidden: { status: 403, th: "ท่านไม่มีสิทธิ์ทำรายการนี้", en: "Your role does not allow this" },

  "token-scope": {
    status: 403,
    th: "โทเคนนี้ใช้กับคำขอนี้ไม่ได้ ใช้ได้เฉพาะการอ่านที่จังหวัดหรือกรมกำหนดไว้",
    en: "This token does not open this call; it reads only what it was made for",
  },
  "token-unknown": { status: 404, th: "ไม่พบโทเคนนี้", en: "There is no such token" },
  "tokens-full": {
    status: 409,
    th: "มีโทเคนที่ใช้ได้ครบจำนวนแล้ว โปรดยกเลิกอันที่ไม่ใช้ก่อน",
    en: "There are as many tokens in use as may be; revoke one that is not needed",
  },

  // what was asked for
  "not-found": { status: 404, th: "ไม่พบรายการนี้ หรืออยู่นอกพื้นที่ของท่าน", en: "Not found, or outside your place" },
  "province-unknown": {
    status: 404,
    th: "ระบบนี้ไม่มีข้อมูลจังหวัดรหัส {province}",
    en: "This collector holds no province {province}",
  },
  "form-unknown": { status: 404, th: "ไม่รู้จักแบบรายงาน {form}", en: "There is no form called {form}" },
  "province-missing": { status: 422, th: "โปรดระบุจังหวัด", en: "Name a province" },
  "place-unknown": { status: 422, th: "ไม่มีหน่วยงานหรือพื้นที่รหัส {place}", en: "There is no place {place} for this role" },
  "code-unknown": { status: 404, th: "ไม่พบรหัสเข้าใช้นี้", en: "There is no such access code" },
  "list-unreadable": {
    status: 422,
    th: "ไม่พบรายชื่อ อปท. ของจังหวัดนี้ในไฟล์ แถวแรกต้องเป็นหัวตารางที่มี รหัส อปท. ประเภท ชื่อ อำเภอ และจังหวัด กรุณาตรวจไฟล์แล้วลองใหม่",
    en: "No list of this province's offices was found. The first row must name code, type, name, district and province",
  },
  "list-unread": {
    status: 422,
    th: "ในไฟล์มี {rows} แถวที่อ่านไม่ได้ และมี {count} แห่งในทะเบียนที่ไม่พบในแถวที่อ่านได้ จึงยังไม่ได้ทำอะไร กรุณาแก้ไฟล์แล้วเลือกใหม่ หรือเลือก “คงไว้ {count} แห่งที่อ่านไม่ได้”",
    en: "{rows} rows could not be read and {count} offices of the registry are not among those that were, so nothing was done. Mend the file, or choose to keep those {count}",
  },
  "roster-changed": {
    status: 409,
    th: "ทะเบียน อปท. มีผู้แก้ไขหลังจากที่เปิดดู จึงยังไม่ได้ทำอะไร กรุณาเปิดดูใหม่แล้วทำอีกครั้ง",
    en: "The registry was changed after you looked at it, so nothing was done. Open it again and repeat",
  },
  "office-later": {
    status: 422,
    th: "{name} มีการเปลี่ยนแปลงที่ตั้งไว้ตั้งแต่รอบ {period} อยู่แล้ว กรุณายกเลิกรายการนั้นก่อน หรือเลือกรอบที่หลังกว่า",
    en: "{name} already has a change set for {period}. Undo that first, or choose a later period",
  },
  "office-not-listed": {
    status: 422,
    th: "{name} ไม่อยู่ในทะเบียนของรอบที่เลือก กรุณาตรวจรอบรายงาน",
    en: "{name} is not in the registry of the period chosen",
  },
  "office-same": {
    status: 422,
    th: "เลือก อปท. เดียวกันทั้งสองแห่ง กรุณาเลือกแห่งที่รับรวมให้ต่างกัน",
    en: "Both are the same office; choose another to merge into",
  },
  "office-code-taken": {
    status: 409,
    th: "รหัส {office} มีในทะเบียนอยู่แล้ว คือ {name} ถ้าเป็นการรวมสองแห่งให้ใช้คำสั่งรวม",
    en: "Code {office} is already in the registry: {name}. To join two offices, use merge",
  },
  "office-used": {
    status: 409,
    th: "ย้อนกลับไม่ได้ เพราะ {name} มีรายงานหรือรหัสเข้าใช้แล้ว",
    en: "This cannot be undone: {name} already has reports or access codes",
  },
  "roster-foreign": { status: 422, th: "บัญชีรายชื่อนี้เป็นของจังหวัดอื่น", en: "This list belongs to another province" },

  // the report
  "form-version": {
    status: 422,
    th: "แบบรายงาน {form} รุ่น {version} ใช้ไม่ได้ โปรดใช้รุ่น {current}",
    en: "Form {form} version {version} is not taken; use version {current}",
  },
  "form-retired": {
    status: 422,
    th: "จังหวัดไม่ขอแบบรายงาน {form} ในรอบนี้ (ยังไม่เริ่มใช้ หรือเลิกใช้แล้ว) โปรดสอบถามจังหวัด",
    en: "The province does not ask for form {form} in this period: it has not begun, or has ended. Please ask the province",
  },
  "form-invalid": {
    status: 422,
    th: "ร่างแบบรายงานนี้ยังใช้ไม่ได้ โปรดแก้ตามรายการที่แจ้ง",
    en: "This draft of a form cannot be used yet; mend what is listed",
  },
  "draft-changed": {
    status: 409,
    th: "มีผู้อื่นแก้ร่างนี้ไปแล้ว โปรดเปิดดูใหม่ก่อน",
    en: "Somebody else has changed this draft meanwhile; look at it first",
  },
  "period-past": {
    status: 422,
    th: "เริ่มได้ตั้งแต่รอบ {first} เป็นต้นไป รอบก่อนหน้านั้นใช้แบบเดิม",
    en: "It can begin with {first} at the earliest; earlier periods keep the form they had",
  },
  "period-missing": { status: 422, th: "โปรดระบุเดือนที่รายงาน", en: "Name the month reported" },
  "office-missing": { status: 422, th: "โปรดระบุ อปท. ที่รายงาน", en: "Name the office that reports" },
  "office-unknown": {
    status: 422,
    th: "ไม่มี อปท. รหัส {office} ในบัญชีรายชื่อที่ท่านส่งรายงานได้",
    en: "No office {office} that you may report for",
  },
  "office-mismatch": { status: 422, th: "บางแถวเป็นของ อปท. อื่น", en: "Some rows belong to another office" },
  "not-submittable": {
    status: 422,
    th: "ยังส่งไม่ได้ มีรายการที่ต้องแก้ไขหรือเลือกก่อน",
    en: "Not ready to send: some cells need a person's decision",
  },
  "row-too-large": { status: 413, th: "แถวที่ {row} ยาวเกินกว่าที่ระบบรับได้", en: "Row {row} is larger than can be kept" },
  "file-missing": { status: 422, th: "โปรดแนบไฟล์ (ช่อง file)", en: "Attach a workbook in the field `file`" },
  "sheet-missing": {
    status: 422,
    th: "ไม่พบแผ่นงาน {sheet} ในไฟล์นี้",
    en: "The file has no sheet {sheet}",
  },
  "unreadable-file": { status: 422, th: "อ่านไฟล์นี้ไม่ได้", en: "This file cannot be read" },
  "idempotency-mismatch": {
    status: 422,
    th: "Idempotency-Key นี้เคยใช้กับเนื้อหาอื่นแล้ว",
    en: "This Idempotency-Key was used with other content",
  },

  // the master in Google Sheets
  "google-address": {
    status: 422,
    th: "นี่ไม่ใช่ที่อยู่ของ Google Sheets โปรดคัดลอกจากแถบที่อยู่ของเบราว์เซอร์ขณะเปิดแฟ้ม ขึ้นต้นด้วย https://docs.google.com/spreadsheets/d/",
    en: "This is no address of a Google spreadsheet. Copy it from the browser's address bar with the file open; it begins with https://docs.google.com/spreadsheets/d/",
  },
  "google-absent": {
    status: 503,
    th: "ระบบนี้ยังไม่ได้ตั้งบัญชี Google ไว้ โปรดแจ้งผู้ดูแลระบบ",
    en: "This collector has no Google account set up; tell whoever runs it",
  },
  "google-no-permission": googleTrouble("no-permission"),
  "google-read-only": googleTrouble("read-only"),
  "google-not-found": googleTrouble("not-found"),
  "google-not-a-sheet": googleTrouble("not-a-sheet"),
  "google-storage": googleTrouble("storage"),
  "google-full": googleTrouble("full"),
  "google-protected": googleTrouble("protected"),
  "google-key": googleTrouble("key"),
  "google-api-off": googleTrouble("api-off"),
  "google-refused": googleTrouble("refused"),
  "google-busy": {
    status: 503,
    th: "ขณะนี้ Google ยังไม่ตอบ โปรดลองใหม่ในอีกหนึ่งนาที ยังไม่มีอะไรเปลี่ยนแปลง",
    en: "Google does not answer at the moment; try again in a minute. Nothing has changed",
  },

  // files that came by mail
  "intake-full": {
    status: 409,
    th: "กล่องไฟล์ที่มาถึงเต็มแล้ว โปรดเปิดดูและจัดการไฟล์ที่รออยู่ก่อน",
    en: "The inbox is full; look through what waits there first",
  },

  // photos and clips
  "files-off": {
    status: 503,
    th: "ระบบนี้ยังไม่ได้ตั้งที่เก็บภาพและคลิป รายงานที่ส่งแล้วไม่กระทบ โปรดแจ้งผู้ดูแลระบบ",
    en: "This collector has no place for photos and clips; reports are not affected. Tell whoever runs it",
  },
  "file-place": {
    status: 422,
    th: "รายงานฉบับนี้ไม่ได้ขอไฟล์แบบนี้สำหรับศูนย์หรือกิจกรรมนี้",
    en: "The report asks for no such file for this centre or activity",
  },
  "file-enough": {
    status: 409,
    th: "มีไฟล์ครบ {count} รายการแล้ว ถ้าจะเปลี่ยน โปรดนำไฟล์เดิมออกก่อน",
    en: "There are {count} already; take one out to replace it",
  },
  "file-too-large": {
    status: 413,
    th: "ไฟล์ใหญ่เกินกำหนด ส่งได้ไม่เกิน {limitMb} MB",
    en: "The file is larger than {limitMb} MB",
  },
  "file-twice": {
    status: 409,
    th: "ไฟล์นี้ส่งไว้แล้วที่ “{label}” โปรดเลือกไฟล์อื่น",
    en: "This very file was sent for “{label}” already; choose another",
  },
  "files-full": {
    status: 409,
    th: "ไฟล์ของรายงานฉบับนี้เต็มแล้ว โปรดนำไฟล์ที่ไม่ใช้ออกก่อน",
    en: "This report holds as many files as it can; take out what is not needed",
  },
  "file-piece": {
    status: 422,
    th: "ข้อมูลบางช่วงของไฟล์เสียระหว่างทาง โปรดส่งช่วงนี้ใหม่",
    en: "A piece of the file was damaged on its way; send it again",
  },
  "file-incomplete": {
    status: 409,
    th: "ไฟล์ยังมาไม่ครบ ขาดอีก {missing} ช่วง โปรดส่งต่อ",
    en: "{missing} pieces of the file are not here yet",
  },
  "file-range": { status: 416, th: "ไม่มีช่วงนี้ในไฟล์", en: "The file has no such part" },
  "link-over": {
    status: 403,
    th: "ลิงก์นี้หมดเวลาหรือใช้ไม่ได้ โปรดเปิดไฟล์จากหน้ารายงานอีกครั้ง",
    en: "This link is over or does not hold; open the file from the report again",
  },

  // levels
  "with-district": {
    status: 409,
    th: "รายงานนี้ยังอยู่ที่อำเภอ ถ้าอำเภอส่งต่อช้า จังหวัดกดรับมาตรวจเองได้ พร้อมเหตุผล",
    en: "This report is still with its district; the province can take it up itself, with a reason",
  },
  "passed-on": {
    status: 409,
    th: "รายงานนี้อยู่ที่จังหวัดแล้ว ถ้าต้องแก้ โปรดแจ้งจังหวัด",
    en: "This report is with the province already; tell the province what has to be put right",
  },
  "not-through-district": {
    status: 409,
    th: "รายงานนี้ส่งตรงถึงจังหวัด ไม่ต้องผ่านอำเภอ",
    en: "This report goes straight to the province; no district stands between",
  },
  "accepted-stands": {
    status: 409,
    th: "ฉบับก่อนตรวจรับไว้แล้ว จึงถอนฉบับใหม่ไม่ได้ โปรดส่งฉบับที่ถูกต้องมาแทน หรือขอให้จังหวัดส่งคืน",
    en: "An earlier version was accepted, so this one cannot be withdrawn; send the right one, or ask the province to return it",
  },
  "changed-meanwhile": {
    status: 409,
    th: "รายการที่จะส่งขึ้นเปลี่ยนไประหว่างนี้ โปรดเปิดดูอีกครั้งก่อนส่ง",
    en: "What would be sent up has changed meanwhile; look at it again first",
  },
  "nothing-to-send-up": {
    status: 409,
    th: "ยังไม่มีรายงานที่ตรวจรับแล้วในรอบนี้ จึงยังไม่มีอะไรส่งขึ้น",
    en: "No report of this period has been accepted yet, so there is nothing to send up",
  },

  // review
  "comment-target": {
    status: 422,
    th: "ข้อสังเกตอ้างถึงแถวหรือช่องที่ไม่มีในรายงาน",
    en: "A comment points at a row or field the report does not have",
  },
  "version-changed": {
    status: 409,
    th: "มีรายงานฉบับใหม่ (ฉบับที่ {version}) เข้ามาแล้ว โปรดเปิดดูก่อน",
    en: "Version {version} has come in meanwhile; look at it first",
  },
  "decided-meanwhile": {
    status: 409,
    th: "มีผู้อื่นตรวจรายงานนี้แล้วเมื่อ {at} หลังจากที่ท่านเปิดดู จึงยังไม่ได้ทำอะไร โปรดดูก่อนตัดสินใจ",
    en: "Somebody decided about this report on {at}, after you opened it, so nothing was done. Look at it first",
  },
  "period-closed": {
    status: 409,
    th: "รอบรายงานนี้ปิดแล้ว ถ้าต้องแก้ ให้จังหวัดเปิดรอบก่อน",
    en: "This period is closed; the province can open it again",
  },
  "nothing-to-undo": { status: 409, th: "ไม่มีรายการให้ยกเลิก", en: "There is nothing to undo here" },
  "not-yours": {
    status: 403,
    th: "ยกเลิกได้เฉพาะผู้ที่ทำรายการนี้",
    en: "Only whoever did this can undo it",
  },
  "extension-past": {
    status: 422,
    th: "เวลาที่ขยายให้ผ่านไปแล้ว โปรดเลือกวันและเวลาข้างหน้า",
    en: "That time has passed; choose one that is to come",
  },
  "extension-early": {
    status: 422,
    th: "กำหนดส่งของทุกแห่งคือ {due} เวลาที่ขยายต้องหลังจากนั้น",
    en: "Every office may send until the end of {due}; more time must go beyond that",
  },
  state: {
    status: 409,
    th: "ทำรายการนี้กับรายงานในสถานะปัจจุบันไม่ได้",
    en: "The report's present status ({status}) does not allow this",
  },
};

/** Thrown anywhere below a route; becomes a problem document. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string | number | null>;
  readonly extra: { findings?: ProblemFinding[]; counts?: unknown; detail?: string };

  constructor(code: ProblemCode, params: HttpProblem["params"] = {}, extra: HttpProblem["extra"] = {}) {
    super(code);
    this.name = "HttpProblem";
    this.code = code;
    this.params = params;
    this.extra = extra;
  }
}

/** The RFC 9457 document of a problem. */
export function problemDocument({ code, params, extra }: Pick<HttpProblem, "code" | "params" | "extra">) {
  const { status, th, en } = PROBLEMS[code];
  return {
    type: `urn:ruam:problem:${code}`,
    code,
    status,
    title: fillProblem(th, params, "th"),
    titleEn: fillProblem(en, params, "en"),
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...extra,
  };
}
