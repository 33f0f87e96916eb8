import type { FormDefinition } from "../../shared/forms/index.ts";

/** A form that the program was not prepared for, as a province might draft it. */
export function waterForm(over: Partial<FormDefinition> = {}): FormDefinition {
  const field: Pick<FormDefinition["fields"][number], "aliases" | "whenMissing" | "width"> = {
    ...{ aliases: [], whenMissing: "warn", width: 16 },
  };
  return {
    id: "village-water",
    version: 1,
    official: true,
    title: ["แบบรายงานระบบประปาหมู่บ้าน"],
    misprints: [],
    titleWords: ["ระบบประปาหมู่บ้าน"],
    fields: [
      { ...field, id: "seq", kind: "seq", label: "ที่", width: 6 },
      { ...field, id: "district", kind: "district", label: "อำเภอ", required: "error" },
      { ...field, id: "office", kind: "office", label: "อปท.", required: "error", whenMissing: "error", width: 24 },
      { ...field, id: "name", kind: "name", label: "ชื่อระบบประปา", required: "error", whenMissing: "error", width: 28 },
      { ...field, id: "households", kind: "count", label: "ครัวเรือนที่ใช้น้ำ", required: "error" },
      { ...field, id: "checked", kind: "date", label: "วันที่ตรวจคุณภาพน้ำ" },
      { ...field, id: "remark", kind: "remark", label: "หมายเหตุ", whenMissing: "none" },
    ],
    rowRules: [{ rule: "duplicateRow", verdict: "warn", fields: ["office", "name"] }],
    nilText: null,
    notes: [],
    signature: null,
    blankRows: 10,
    calendarRule: "own-due",
    furtherRules: [],
    dueRules: [
      {
        ...{ id: "own-due", from: "อปท.", to: "จังหวัด", startsAt: null, roll: "none" },
        ...{ kind: "dayOfMonth", day: 5, monthOffset: 1 },
      },
    ],
    attachments: { photos: null, clipSeconds: null, clipFormat: null },
    roster: "offices",
    chain: ["อปท.", "จังหวัด"],
    source: { reference: "หนังสือตัวอย่าง ที่ ๑", issuer: "จังหวัดตัวอย่าง" },
    ...over,
  };
}

/** The same with one change of a field. */
export function withField(
  form: FormDefinition,
  id: string,
  over: Partial<FormDefinition["fields"][number]>,
): FormDefinition {
  return { ...form, fields: form.fields.map((field) => (field.id === id ? { ...field, ...over } : field)) };
}
