import type { FormDefinition } from "./definition.ts";

const TAK = "ตก ๐๐๒๓.๓/ว ๕๗๖๕";

/**
 * Training of disaster volunteers for the E-Report, province of Tak. The letter's resolution table asks for the results of the
 * course and prints no form: this is the program's default, and says so on the sheet.
 */
export const eReportTraining: FormDefinition = {
  id: "e-report-training",
  version: 1,
  official: false,
  title: ["แบบรายงานผลการฝึกอบรมจิตอาสาภัยพิบัติ", "จังหวัด{province}", "ค่าเริ่มต้นของโปรแกรม – ไม่ใช่แบบของทางราชการ ปรับได้"],
  misprints: [
    ["วีดีทัศน์", "วีดิทัศน์"],
    ["จิตอาสาภัยพิบัดิ", "จิตอาสาภัยพิบัติ"],
  ],
  titleWords: ["การฝึกอบรม", "ผลการอบรม", "ฝึกอบรมจิตอาสา"],
  fields: [
    {
      id: "seq",
      kind: "seq",
      label: "ลำดับที่",
      aliases: ["ลำดับ", "ที่", "เลขที่", "No.", "no"],
      whenMissing: "warn",
      width: 8,
    },
    {
      id: "date",
      kind: "date",
      label: "วันที่ฝึกอบรม",
      aliases: ["วันที่", "วันที่อบรม", "วัน เดือน ปี", "วัน/เดือน/ปี", "วันที่จัดอบรม", "วันที่จัดฝึกอบรม", "วดป."],
      whenMissing: "error",
      width: 14,
      required: "error",
    },
    {
      id: "course",
      kind: "name",
      label: "หลักสูตร",
      aliases: ["ชื่อหลักสูตร", "หลักสูตรการฝึกอบรม", "หลักสูตรฝึกอบรม", "ชื่อหลักสูตร/โครงการ", "โครงการฝึกอบรม", "รุ่น/หลักสูตร"],
      whenMissing: "error",
      width: 32,
      required: "error",
    },
    {
      id: "office",
      kind: "office",
      label: "อปท.",
      aliases: ["อปท. ผู้จัด", "องค์กรปกครองส่วนท้องถิ่น", "ชื่อ อปท.", "หน่วยงาน", "หน่วยงานผู้จัด", "เทศบาล/อบต."],
      whenMissing: "error",
      width: 24,
    },
    {
      id: "district",
      kind: "district",
      label: "อำเภอ",
      aliases: ["ชื่ออำเภอ", "อ.", "อำเภอ/เขต"],
      whenMissing: "error",
      width: 16,
    },
    {
      id: "trainees",
      kind: "count",
      label: "จำนวนผู้เข้ารับการฝึกอบรม (คน)",
      aliases: [
        "จำนวนผู้เข้ารับการฝึกอบรม",
        "ผู้เข้ารับการฝึกอบรม",
        "จำนวนผู้เข้าอบรม",
        "ผู้เข้าอบรม",
        "ผู้เข้าอบรม (คน)",
        "จำนวนผู้เข้ารับการอบรม",
        "จำนวนผู้เข้ารับการอบรม (คน)",
        "จำนวน (คน)",
        "จำนวนผู้เข้าอบรม (คน)",
      ],
      whenMissing: "error",
      width: 14,
      required: "warn",
      units: ["คน"],
      unusual: 1000,
    },
    {
      id: "photos",
      kind: "count",
      label: "จำนวนภาพถ่าย",
      aliases: ["ภาพถ่าย", "จำนวนภาพ", "จำนวนรูปภาพ", "ภาพถ่าย (ภาพ)", "จำนวนภาพถ่าย (ภาพ)"],
      whenMissing: "warn",
      width: 11,
      units: ["ภาพ"],
    },
    {
      id: "clipSeconds",
      kind: "duration",
      label: "ความยาวคลิป (วินาที)",
      aliases: ["ความยาวคลิป", "คลิป (วินาที)", "ความยาวคลิปวิดีโอ (วินาที)", "ความยาวคลิปวิดีโอ", "ความยาววีดิทัศน์ (วินาที)"],
      whenMissing: "warn",
      width: 12,
    },
    {
      id: "remark",
      kind: "remark",
      label: "หมายเหตุ",
      aliases: ["ข้อสังเกต"],
      whenMissing: "warn",
      width: 24,
    },
  ],
  rowRules: [
    { rule: "dateInPeriod", verdict: "warn" },
    { rule: "duplicateRow", verdict: "warn", fields: ["course", "date"] },
  ],
  nilText: "ไม่มีการฝึกอบรม",
  notes: ["หมายเหตุ: 1. คลิปไม่เกิน 30 วินาที (ถ้ามี)", "2. เดือนใดไม่มีการฝึกอบรม ให้พิมพ์ “ไม่มีการฝึกอบรม” ในช่องหลักสูตรหนึ่งแถว"],
  signature: { sign: "ลงชื่อ", name: "ผู้รายงาน", position: "ตำแหน่ง" },
  blankRows: 15,
  calendarRule: "tak-lao",
  furtherRules: ["ereport-weekly", "ereport-monthly", "weekly-meeting"],
  attachments: {
    photos: null,
    clipSeconds: {
      value: 30,
      source: TAK,
      elsewhere: [{ value: 180, source: "พร ๐๐๒๓.๓/ว ๕๕๘๘ (คลิปของ ศพด.)" }],
    },
    clipFormat: null,
  },
  roster: "offices",
  chain: ["อปท.", "ศอ.จอส.พระราชทานอำเภอ", "ปค.", "ศข.จอส.มท."],
  source: {
    reference: TAK,
    issuer: "จังหวัดตาก",
    asCited: "มท ๐๘๐๑.๔/ว ๑๖๕๘; มท ๐๒๒๙/ว ๓๗๙๙",
    doubt:
      "มท ๐๘๐๑.๔/ว ๑๖๕๘ อ้างเป็นลงวันที่ ๖ มิ.ย. ๒๕๖๕ แต่สำเนาอ่านได้ ๓ มิ.ย. ๒๕๖๕ ซึ่งเป็นวันหยุด; ตารางมติพิมพ์ ปก. แทน ปภ. และ ปค.; หนังสือไม่ได้กำหนดช่องของแบบ",
  },
};
