import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { type FieldDefinition, FORMS, type FormDefinition } from "../../shared/forms/index.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { namesExactly } from "../../shared/sheet/headings.ts";
import { HEADING, sampleRegistry, sheetOf } from "../check/support.ts";

const registry = sampleRegistry();
const TABLES = FORMS.filter((form) => form.sections === undefined);
const TEXTS = ["ร่วมกันพัฒนาลานกีฬา", "แจกพันธุ์ไม้ให้ชุมชน", "ซ่อมทางเท้าหน้าตลาด"];

/** What an officer writes under a heading of this kind, row by row. */
function content(field: FieldDefinition, i: number): Cell {
  switch (field.kind) {
    case "seq":
      return i + 1;
    case "province":
      return "ตัวอย่าง";
    case "district":
      return "สมมติ";
    case "office":
      return "อบต.สมมติใต้";
    case "centre":
      return `ศพด.บ้าน${"กขค"[i]}`;
    case "tick":
      return field.id === "done" ? (i < 2 ? "/" : null) : i < 2 ? null : "/";
    case "date":
      return `${9 + i} มิ.ย. 2567`;
    case "count":
    case "money":
      return 20 + i;
    case "duration":
      return 25;
    case "category":
      return field.list![0]!.value;
    case "phone":
      return "081-234-5678";
    case "link":
      return "https://drive.example/1.jpg";
    case "moo":
      return String(i + 1);
    default:
      return TEXTS[i]!;
  }
}

interface Column {
  /** The field it truly is; null for one that was put in. */
  field: FieldDefinition | null;
  label: string | null;
  cells: Cell[];
}

const STRANGE = ["ช่องหนึ่ง", "ข้อมูลส่วน ก", "สดมภ์เสริม", "กรอกที่นี่", "อ้างอิงภายใน", null];
const PUT_IN: [label: string | null, cells: Cell[]][] = [
  ["อำเภอภูมิลำเนา", ["ทดลอง", "ทดลอง", "สมมติ"]],
  ["รายละเอียดค่าใช้จ่าย", TEXTS],
  ["ผู้อนุมัติ", ["ปลัดตัวอย่าง", "ปลัดตัวอย่าง", "รองปลัดสมมติ"]],
  ["วันที่เสนอแฟ้ม", ["1 ก.ค. 2567", "2 ก.ค. 2567", "3 ก.ค. 2567"]],
  ["คะแนน", [7, 8, 9]],
  ["ตรวจทาน", ["/", "/", "/"]],
  [null, ["โทรกลับ", "รอเอกสาร", "โทรกลับ"]],
  ["อปท. ข้างเคียงที่ช่วย", ["อบต.สมมติใต้", "อบต.คลองยาง", "อบต.สมมติใต้"]],
];

/** A letter left out near the end of a long name, as a typist does. */
const misspelt = (label: string) => (label.length >= 9 ? label.slice(0, -3) + label.slice(-2) : label);

function drifted(form: FormDefinition): fc.Arbitrary<Column[]> {
  const plain = fc.constant("plain" as const);
  const renaming = form.fields.map((field) =>
    fc.oneof({ weight: 3, arbitrary: plain }, fc.constantFrom(...field.aliases, misspelt(field.label), ...STRANGE)),
  );
  const own = fc.tuple(...renaming).map((labels) =>
    form.fields.map((field, i): Column => {
      const label = labels[i] === "plain" ? field.label : labels[i]!;
      return { field, label, cells: [0, 1, 2].map((row) => content(field, row)) };
    }),
  );
  const others = fc.subarray(
    PUT_IN.filter(([label]) => label === null || !form.fields.some((field) => namesExactly(label, field))),
    { maxLength: 2 },
  );
  return fc
    .tuple(own, others, fc.boolean(), fc.infiniteStream(fc.nat({ max: 1_000 })))
    .map(([columns, put, shuffle, places]) => {
      const all = shuffle ? shuffled(columns, places) : columns.slice();
      for (const [label, cells] of put) {
        const at = places.next().value! % (all.length + 1);
        all.splice(at, 0, { field: null, label, cells });
      }
      return all;
    });
}

function shuffled<T>(items: readonly T[], places: { next(): IteratorResult<number> }): T[] {
  const left = items.slice();
  for (let i = left.length - 1; i > 0; i--) {
    const j = places.next().value! % (i + 1);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left;
}

function gridOf(form: FormDefinition, columns: readonly Column[]): Grid {
  const rows: Cell[][] = [[form.title[0]!], columns.map(({ label }) => label)];
  for (const i of [0, 1, 2]) rows.push(columns.map(({ cells }) => cells[i] ?? null));
  return { sheet: "รายงาน", rows };
}

const letter = (col: number) => (col < 26 ? String.fromCharCode(65 + col) : `A${String.fromCharCode(65 + col - 26)}`);

describe("columns that drifted", () => {
  it.each(TABLES.map((form) => [form.id, form] as const))(
    "%s: whatever is moved, renamed or put in, a column is mapped right, asked about, or told as none of the form's",
    (_, form) => {
      fc.assert(
        fc.property(drifted(form), (columns) => {
          const report = checkGrid(gridOf(form, columns), {
            registry,
            form: form.id,
            province: "99",
            period: "2024-06",
          });
          if (report.findings.some(({ code }) => code === "FORM_NOT_FOUND")) return;
          const fieldAt = new Map(Object.entries(report.columns).map(([field, column]) => [column, field]));
          expect(fieldAt.size).toBe(Object.keys(report.columns).length);
          columns.forEach(({ field, label }, col) => {
            const at = letter(col);
            const mapped = fieldAt.get(at);
            const asked = report.questions?.find(({ column }) => column === at);
            const told = report.findings.find(
              ({ code, params }) => ["COL_INSERTED", "COL_RENAMED"].includes(code) && params.column === at,
            );
            const about = JSON.stringify([label, field?.id ?? null, mapped ?? null, asked?.candidates, told?.code]);
            if (mapped !== undefined) expect(mapped, about).toBe(field?.id);
            else expect(asked ?? told, about).toBeDefined();
            // What the form can not do without is never set aside: it is mapped, or asked about.
            if (field !== null && field.whenMissing === "error" && mapped === undefined)
              expect(asked?.candidates, about).toContain(field.id);
          });
          if (report.questions !== undefined) expect(report.submittable).toBe(false);
        }),
        { seed: 2567, numRuns: 250 },
      );
    },
  );

  it.each(TABLES.map((form) => [form.id, form] as const))(
    "%s: once every question is answered, everything stands where it belongs, and nothing is asked again",
    (_, form) => {
      fc.assert(
        fc.property(drifted(form), (columns) => {
          const grid = gridOf(form, columns);
          const options = { registry, form: form.id, province: "99", period: "2024-06" };
          const first = checkGrid(grid, options);
          if (first.questions === undefined) return;
          const said = Object.fromEntries(
            first.questions.map(({ column, key }) => {
              const col = columns.findIndex((_, i) => letter(i) === column);
              return [key, columns[col]!.field?.id ?? null];
            }),
          );
          const second = checkGrid(grid, { ...options, columns: said });
          for (const { column, key } of first.questions) {
            expect(second.questions?.some((one) => one.key === key) ?? false).toBe(false);
            const field = said[key];
            if (field !== null) expect(second.columns[field!]).toBe(column);
          }
        }),
        { seed: 66, numRuns: 100 },
      );
    },
  );
});

const TOP = HEADING[2]!;
const LOWER = HEADING[3]!;
const row = (i: number): Cell[] => [i, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", `ศพด.บ้าน${"กขคง"[i]}`, "/", null, null];
const ask = (rows: Cell[][], columns?: Record<string, string | null>) =>
  checkGrid(
    { ...sheetOf([]), rows },
    { registry, form: "childcare-clips", province: "99", period: "2023-10", columns },
  );
const replaced = (cells: Cell[], at: number, cell: Cell) => cells.map((one, i) => (i === at ? cell : one));

describe("what is asked, and what is answered", () => {
  const twice = [
    [...TOP, "ศพด."],
    [...LOWER, null],
    [...row(1), "ศพด.วัดตัวอย่าง"],
    [...row(2), "ศพด.วัดสมมติ"],
  ];

  it("two columns of one name, both filled: which is it, and neither is taken", () => {
    const report = ask(twice);
    expect(report.questions).toEqual([
      { column: "E", cell: "E1", label: "ศพด.", key: "ศพด", candidates: ["centre"] },
      { column: "I", cell: "I1", label: "ศพด.", key: "ศพด#2", candidates: ["centre"] },
    ]);
    expect([report.columns.centre, report.submittable]).toEqual([undefined, false]);
    expect(
      report.findings.filter(({ code }) => /^COL_/.test(code)).map(({ code, verdict, cell }) => [code, verdict, cell]),
    ).toEqual([
      ["COL_QUESTION", "suggest", "E1"],
      ["COL_QUESTION", "suggest", "I1"],
    ]);
  });

  it("the second one empty: nothing to ask", () => {
    const report = ask([[...TOP, "ศพด."], [...LOWER, null], row(1)]);
    expect([report.questions, report.columns.centre]).toEqual([undefined, "E"]);
  });

  const answers: [said: Record<string, string | null>, centre: string | undefined, asked: string[]][] = [
    [{ "ศพด#2": "centre" }, "I", []],
    [{ ศพด: "centre" }, "E", []],
    [{ "ศพด#2": null }, "E", []],
    [{ ศพด: "centre", "ศพด#2": "centre" }, undefined, ["ศพด", "ศพด#2"]],
    [{ ศพด: "moon", constructor: "centre" }, undefined, ["ศพด", "ศพด#2"]],
  ];
  it.each(answers)("said %j: the centre is %s", (said, centre, asked) => {
    const report = ask(twice, said);
    expect([report.columns.centre, (report.questions ?? []).map(({ key }) => key)]).toEqual([centre, asked]);
  });

  it("an answer holds where the column stands elsewhere next month", () => {
    const said = { สดมภ์เสริม: "remark" };
    const moved = [
      ["สดมภ์เสริม", ...TOP.slice(0, 7)],
      [null, ...LOWER.slice(0, 7)],
      ["รอเอกสาร", ...row(1).slice(0, 7)],
    ];
    expect(ask(moved, said).columns.remark).toBe("A");
    expect(ask([replaced(TOP, 7, "สดมภ์เสริม"), LOWER, replaced(row(1), 7, "รอเอกสาร")], said).columns.remark).toBe("H");
  });

  it("an unknown column is asked about while a field is missing that it could be, and set aside with a word when it is none", () => {
    const rows = [replaced(TOP, 7, "ผู้อนุมัติแฟ้มนี้หรือไม่"), LOWER, replaced(row(1), 7, "ปลัดตัวอย่าง")].map((cells) =>
      cells.slice(),
    );
    rows[0]![7] = "ช่องเพิ่ม";
    const report = ask(rows);
    expect(report.questions?.map(({ column, candidates }) => [column, candidates])).toEqual([["H", ["remark"]]]);
    const after = ask(rows, { ช่องเพิ่ม: null });
    expect([after.questions, after.columns.remark]).toEqual([undefined, undefined]);
    expect(
      after.findings.filter(({ code }) => /^COL_/.test(code)).map(({ code, verdict }) => `${code} ${verdict}`),
    ).toEqual(["COL_INSERTED warn", "COL_DELETED warn"]);
  });
});
