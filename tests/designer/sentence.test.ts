import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Meaning, parseDue, parseSentence, printDue, printSentence } from "../../shared/designer/index.ts";
import { FORMS } from "../../shared/forms/index.ts";
import { due, meaning, name } from "./arbitrary.ts";

const FIELDS = [
  { id: "category", label: "ประเภทภัย" },
  { id: "other", label: "อื่น ๆ" },
];

const PRINTED: [sentence: string, meaning: Meaning][] = [
  ["จำนวนเต็ม ไม่น้อยกว่า 20", { kind: "count", least: 20 }],
  ["ข้อความ ต้องกรอก", { kind: "text", required: "error" }],
  ["วันที่ ในเดือนที่รายงาน", { kind: "date", inPeriod: "error" }],
  [
    "เลือกจาก: ก, ข, ค",
    {
      kind: "category",
      list: [
        { value: "ก", aliases: [] },
        { value: "ข", aliases: [] },
        { value: "ค", aliases: [] },
      ],
    },
  ],
  ["ต้องเป็น อปท. ในอำเภอนั้น", { kind: "office" }],
  [
    "จำนวนเงิน ไม่เกิน 1,500,000.5 เตือนเมื่อเกิน 10,000 ควรกรอก เป็นข้อมูลส่วนบุคคล หน่วย: บาท, “ก, ข”",
    {
      kind: "money",
      most: 1_500_000.5,
      unusual: 10_000,
      required: "warn",
      personal: true,
      units: ["บาท", "ก, ข"],
    },
  ],
  [
    "เลือกจาก: น้ำท่วม = อุทกภัย, ไฟไหม้; ต้องกรอกเมื่อ “ประเภทภัย” เป็น: ก, ข",
    {
      kind: "category",
      list: [
        { value: "น้ำท่วม", aliases: ["อุทกภัย"] },
        { value: "ไฟไหม้", aliases: [] },
      ],
      requiredWhen: { field: "category", values: ["ก", "ข"], verdict: "error" },
    },
  ],
];

/** Other ways people say it. */
const UNDERSTOOD: [sentence: string, printed: string][] = [
  ["จำนวนเต็มไม่น้อยกว่า ๒๐ คน", "จำนวนเต็ม ไม่น้อยกว่า 20 หน่วย: คน"],
  ["อย่างน้อย 20, ไม่เกิน ๑,๐๐๐ และจำนวน", "จำนวนเต็ม ไม่น้อยกว่า 20 ไม่เกิน 1,000"],
  ["จำนวนเต็ม ระหว่าง 1 ถึง 5", "จำนวนเต็ม ไม่น้อยกว่า 1 ไม่เกิน 5"],
  ["ตั้งแต่ 20 ขึ้นไป จำนวนเต็ม", "จำนวนเต็ม ไม่น้อยกว่า 20"],
  ["วันที่ในเดือนที่รายงาน", "วันที่ ในเดือนที่รายงาน"],
  ["ต้องกรอก; เลือกจาก : ก,ข", "เลือกจาก: ก, ข; ต้องกรอก"],
  ["ต้องเป็นอปท.ในอำเภอนั้น", "ต้องเป็น อปท. ในอำเภอนั้น"],
  ["ข้อความ เว้นว่างได้", "ข้อความ"],
  ["ข้อความ ต้องกรอกเมื่อ ประเภท ภัย เป็น น้ำท่วม", "ข้อความ ต้องกรอกเมื่อ “ประเภทภัย” เป็น: น้ำท่วม"],
  ['เลือกจาก: "ก, ข", ค', "เลือกจาก: “ก, ข”, ค"],
  ["ข้อความ\u200B \u00A0ห้ามว่าง", "ข้อความ ต้องกรอก"],
];

const REFUSED: [sentence: string, code: string, text: string | undefined][] = [
  ["", "SENTENCE_EMPTY", undefined],
  ["  ; ", "SENTENCE_EMPTY", undefined],
  ["จำนวนเต็ม มากพอควร ต้องกรอก", "SENTENCE_UNKNOWN", "มากพอควร"],
  ["พระจันทร์", "SENTENCE_UNKNOWN", "พระจันทร์"],
  ["ต้องกรอก", "SENTENCE_NO_KIND", undefined],
  ["ข้อความ วันที่", "SENTENCE_TWO_KINDS", "วันที่"],
  ["จำนวนเต็ม ไม่เกิน 5 ไม่เกิน 6", "SENTENCE_TWICE", "ไม่เกิน 6"],
  ["ข้อความ ไม่เกิน 5", "SENTENCE_NOT_FOR_KIND", "ไม่เกิน"],
  ["จำนวนเต็ม ในเดือนที่รายงาน", "SENTENCE_NOT_FOR_KIND", "ในเดือนที่รายงาน"],
  ["เลือกจาก:", "SENTENCE_LIST_EMPTY", "เลือกจาก:"],
  ["เลือกจาก: ก,, ข", "SENTENCE_LIST_EMPTY", "เลือกจาก:"],
  ["เลือกจาก: “ก, ข", "SENTENCE_LIST_EMPTY", "เลือกจาก:"],
  ["จำนวนเต็ม ไม่น้อยกว่า 5 ไม่เกิน 2", "SENTENCE_BOUNDS", undefined],
  ["ข้อความ ต้องกรอกเมื่อ “ไม่มีช่องนี้” เป็น: ก", "SENTENCE_FIELD", "ไม่มีช่องนี้"],
];

describe("a sentence about a column", () => {
  it.each(PRINTED)("%s", (sentence, said) => {
    expect(printSentence(said, FIELDS)).toBe(sentence);
    expect(parseSentence(sentence, FIELDS)).toEqual({ meaning: said });
  });

  it.each(UNDERSTOOD)("%s is taken for: %s", (sentence, printed) => {
    const read = parseSentence(sentence, FIELDS);
    expect("meaning" in read ? printSentence(read.meaning, FIELDS) : read.problem).toBe(printed);
  });

  it.each(REFUSED)("%s is not guessed at: %s", (sentence, code, text) => {
    const read = parseSentence(sentence, FIELDS);
    expect("problem" in read ? [read.problem.code, read.problem.params.text] : read).toEqual([code, text]);
  });

  it("that is not understood is told with the words that are", () => {
    const read = parseSentence("พระจันทร์");
    expect("problem" in read && read.problem.params.known).toMatch(/จำนวนเต็ม · .*เลือกจาก: ก, ข, ค · .*ไม่น้อยกว่า 20/);
  });

  it.each(FORMS.flatMap((form) => form.fields.map((field) => [form.id, field.id, form, field] as const)))(
    "says all there is of %s %s",
    (_form, _field, form, { id, label, group, aliases, whenMissing, width, ...said }) => {
      expect(parseSentence(printSentence(said, form.fields), form.fields)).toEqual({ meaning: said });
    },
  );

  it("comes back as it was said, whatever was said", () => {
    const fields = [
      { id: "a", label: "ก" },
      { id: "b", label: "ก" },
    ];
    const said = fc.tuple(
      meaning(name),
      fc.constantFrom("a", "b"),
      fc.array(name, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(said, ([one, field, values, has]) => {
        const all = has ? { ...one, requiredWhen: { field, values, verdict: "warn" as const } } : one;
        expect(parseSentence(printSentence(all, fields), fields)).toEqual({ meaning: all });
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it("is understood wherever the documents give one", () => {
    const table = readFileSync("docs/forms.md", "utf8").split("| sentence | means |")[1]!.split("\n\n")[0]!;
    const shown = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)]);
    const fields = [{ id: "status", label: "สถานะ" }];
    const strange = shown.filter(([, one]) => "problem" in parseSentence(one!, fields) && "problem" in parseDue(one!));
    expect(strange.map(([, one]) => one)).toEqual([]);
    expect(shown.length).toBeGreaterThan(12);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 5 }).map((all) => all.join(" ")),
        (text) => {
          const read = parseSentence(text, FIELDS);
          expect("meaning" in read || "problem" in read).toBe(true);
        },
      ),
      { seed: 7, numRuns: 1_000 },
    );
  });
});

const DUES: [typed: string, printed: string][] = [
  ["ทุกวันที่ ๕ ของเดือนถัดไป", "ทุกวันที่ 5 ของเดือนถัดไป"],
  ["ภายในวันที่ 5 ของทุกเดือน", "ทุกวันที่ 5 ของเดือนที่รายงาน"],
  ["ทุกวันพุธแรกของเดือนถัดไป", "ทุกวันพุธแรก ของเดือนถัดไป"],
  ["ทุกวันพฤหัสที่ 2 ของเดือนถัดไป", "ทุกวันพฤหัสบดีที่สอง ของเดือนถัดไป"],
  ["ทุกวันศุกร์ของสัปดาห์ เลื่อนมาวันทำการก่อนหน้า", "ทุกวันศุกร์ ถ้าตรงวันหยุดเลื่อนมาวันทำการก่อนหน้า"],
  ["ภายในวันที่ ๙ ส.ค. ๒๕๖๗", "ครั้งเดียว ภายในวันที่ 9 สิงหาคม 2567"],
  ["เป็นประจำทุกเดือน ไม่กำหนดวันส่ง", "ทุกเดือน ไม่กำหนดวัน"],
  ["ทุกวันที่ 5 ของเดือนถัดไป เริ่มเดือน ต.ค. 2566", "ทุกวันที่ 5 ของเดือนถัดไป เริ่มเดือน ตุลาคม 2566"],
];

describe("a sentence about when a report is due", () => {
  it.each(DUES)("%s", (typed, printed) => {
    const read = parseDue(typed);
    expect("due" in read ? printDue(read.due) : read.problem).toBe(printed);
  });

  it.each(["", "เมื่อสะดวก", "ทุกวันที่ 32 ของเดือนถัดไป", "ภายในวันที่ 31 เมษายน 2567", "ทุกวันที่ 5 ของเดือนถัดไป ถ้าว่าง"])(
    "%s is not guessed at",
    (typed) => {
      const read = parseDue(typed);
      expect("problem" in read && read.problem.code).toBe("DUE_SENTENCE");
    },
  );

  it("comes back as it was said", () => {
    fc.assert(
      fc.property(due, (one) => {
        expect(parseDue(printDue(one))).toEqual({ due: one });
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });
});
