import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { Code } from "../../shared/rules/codes.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";

/** The office that reports; another of the same name is a municipality. Both are of the sample province. */
export const REPORTER = "6990202";
export const PERIOD = "2026-10";

/** What the row was meant to say; null for a row that should not be there. */
export interface Meant {
  centre: string;
  status: "done" | "notDone";
  remark: string;
}

export interface MessyRow {
  cells: Cell[];
  meant: Meant | null;
}

const HOME = { province: "ตัวอย่าง", district: "สมมติ", office: "อบต.สมมติเหนือ" };

interface Typed {
  seq?: Cell;
  province?: Cell;
  district?: Cell;
  office?: Cell;
  centre?: Cell;
  done?: Cell;
  notDone?: Cell;
  remark?: Cell;
  link?: Cell;
}

let made = 0;

function row(typed: Typed, meant: Partial<Meant> = {}): MessyRow {
  made += 1;
  const centre = meant.centre ?? `ศพด.บ้านตัวอย่างที่ ${made}`;
  const all: Required<Typed> = {
    seq: made,
    ...HOME,
    centre,
    done: "/",
    notDone: null,
    remark: null,
    link: null,
    ...typed,
  };
  const cells = [
    all.seq,
    all.province,
    all.district,
    all.office,
    all.centre,
    all.done,
    all.notDone,
    all.remark,
    all.link,
  ];
  return { cells, meant: { centre, status: "done", remark: "", ...meant } };
}

const notDone = (typed: Typed, meant: Partial<Meant> = {}) =>
  row({ done: null, notDone: "/", ...typed }, { status: "notDone", remark: String(typed.remark ?? ""), ...meant });

/** A row moved one column to the right, its remark pushed out of the form. */
function shifted(): MessyRow {
  const { cells, meant } = row({ remark: "ส่งทางไลน์แล้ว" }, { remark: "ส่งทางไลน์แล้ว" });
  return { cells: [null, ...cells.slice(0, 8)], meant };
}

/** Every kind of fault of the checking notes that this form can have, one row each, as people type them. */
function messyRows(): MessyRow[] {
  made = 0;
  const repeated = row({});
  return [
    row({}),
    // tidied without a question
    row({
      seq: "๒.",
      province: "จังหวัด.....ตัวอย่าง.....",
      district: "อ. สมมติ",
      office: "องค์การบริหารส่วนตำบลสมมติเหนือ",
      done: "✓",
    }),
    row({ district: "อำเภอสมมติ\u00A0", office: "อบต\u200B.สมมติเหนือ ", done: "ดำเนินการแล้ว" }),
    row(
      { centre: "ศูนย์พัฒนาเด็กเล็กบ้านน\u0E4D\u0E49\u0E32ใส", done: { v: "P", font: "Wingdings 2" } },
      { centre: "ศพด.บ้านน้ำใส" },
    ),
    row({ centre: "ศพด. เเม่ตัวอย่าง\n" }, { centre: "ศพด.แม่ตัวอย่าง" }),
    row({ centre: "ศพด.บ้้านดอน", district: "สมมติ" }, { centre: "ศพด.บ้านดอน" }),
    // offices: the type left out where two bear the name; the same words again and again
    row({ office: "สมมติเหนือ" }),
    row({ office: "สมมติเหนือ" }),
    row({ office: "สมมติเหนือ" }),
    row({ office: "อบต.สมมติเหนีอ" }),
    row({ office: "ทม.สมมติเหนือ" }),
    row({ office: "อบต.ทดลองใต้" }),
    row({ office: "ที่ว่าการอำเภอสมมติ" }),
    row({ office: "อบต.สมมติเหนือ, อบต.สมมติใต้" }),
    row({ office: null, centre: "ศพด.อบต.สมมติเหนือ" }, { centre: "ศพด.อบต.สมมติเหนือ" }),
    row({ office: { v: "#REF!", t: "e" } }),
    row({ office: "vr9l,,9bgs,nv" }),
    // districts and provinces
    row({ district: "สมมต" }),
    row({ district: "จอมทอง" }),
    row({ district: "ไม่มีอำเภอนี้เลย" }),
    row({ province: "แพร่" }),
    row({ district: "สมมตื" }),
    // centres
    row({ centre: null }, { centre: "ศพด.บ้านใหม่ตัวอย่าง" }),
    row({ centre: "ศูนย์พัฒนาเด็กเล็ก" }, { centre: "ศพด.บ้านกลางตัวอย่าง" }),
    row({ centre: "ศพด.บ้านเหนือ, ศพด.บ้านใต้" }, { centre: "ศพด.บ้านเหนือ" }),
    row({ centre: "โรงเรียนอนุบาลตัวอย่าง" }, { centre: "โรงเรียนอนุบาลตัวอย่าง" }),
    // ticks
    row({ done: "/", notDone: "/" }),
    row({ done: null, notDone: null }),
    notDone({ done: "ไม่ดำเนินการ", notDone: null, remark: "กล้องชำรุด" }, { remark: "กล้องชำรุด" }),
    row({ done: "P" }),
    notDone({ done: "x", notDone: null, remark: "อาคารปิดซ่อม" }, { remark: "อาคารปิดซ่อม" }),
    notDone({ notDone: "ไม่มีกล้อง" }, { remark: "ไม่มีกล้อง" }),
    notDone({ notDone: "✗", remark: "รอผู้ปกครองยินยอม" }, { remark: "รอผู้ปกครองยินยอม" }),
    // remarks
    notDone({ remark: null }),
    notDone({ remark: "ด.ช.สมมติ ตัวอย่าง ป่วย" }, { remark: "ด.ช.สมมติ ตัวอย่าง ป่วย" }),
    notDone({ remark: "-ยังไม่มีกล้อง" }, { remark: "-ยังไม่มีกล้อง" }),
    // rows out of shape
    (() => {
      const { cells, meant } = row({});
      return { cells: [cells[0], cells[1], cells[2], cells[4], cells[3], ...cells.slice(5)] as Cell[], meant };
    })(),
    shifted(),
    repeated,
    { cells: [...repeated.cells], meant: null },
    row({ seq: { v: 45_000, t: "d", fmt: "d/m/yyyy" } }),
    // one place written once: a ditto mark, then a merge (see below)
    row({ district: "สมมติ", office: "อบต.สมมติเหนือ" }),
    row({ district: "〃", office: '"' }),
  ];
}

export const HEAD_ROWS = 5;

/** The sheet as it lies on the disk of somebody who was never told how. */
export function messyGrid(): { grid: Grid; rows: MessyRow[] } {
  const rows = messyRows();
  const width = 9;
  const line = (text: Cell, at = 0): Cell[] => Array.from({ length: width }, (_, col) => (col === at ? text : null));
  const labels = childcareClips.fields.map((field) => field.label);
  const head: Cell[][] = [
    line(childcareClips.title[0]!.replace("คลิปวิดีโอ", "คลังวิดีโอ")),
    line("จังหวัดตัวอย่าง"),
    line(null),
    [...labels.slice(0, 5), "จัดทำคลิปวิดีโอ", null, "หมายเหตุ", "ลิงก์คลิป"],
    [null, null, null, null, null, "ดำเนินการ", "ไม่ดำเนินการ", null, null],
  ];
  const merged = [row({}), row({ district: null, office: null }), row({ district: null, office: null })];
  const example: Cell[] = ["ตัวอย่าง", "ตัวอย่าง", "สมมติ", "อบต.ตัวอย่าง", "ศพด.บ้านตัวอย่าง", "/", null, null, null];
  const data = [...rows, ...merged];
  const foot: Cell[][] = [
    [data.length + 1, null, null, null, null, null, null, null, null],
    ["รวม", null, null, null, `${data.length} แห่ง`, 30, 7, null, null],
    line(null),
    line(childcareClips.notes[0]!),
    line("ลงชื่อ.....................................(ผู้รับรอง)", 4),
    line("(นางสาวสมมติ ตัวอย่าง)", 4),
    line("ตำแหน่ง ปลัดองค์การบริหารส่วนตำบลตัวอย่าง", 4),
  ];
  const firstMerged = HEAD_ROWS + 1 + rows.length + 1;
  const merges = ["A1:I1", "A2:I2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "F4:G4", "H4:H5", "I4:I5"];
  merges.push(`C${firstMerged}:C${firstMerged + 2}`, `D${firstMerged}:D${firstMerged + 2}`);
  const grid: Grid = {
    sheet: "Sheet1",
    rows: [...head, example, ...data.map((one) => one.cells), ...foot],
    merges,
    hiddenRows: [HEAD_ROWS + 1 + 3],
  };
  return { grid, rows: [{ cells: example, meant: null }, ...data] };
}

/** Every code the sheet is to bring out; that it does is asserted, so that none gets lost unseen. */
export const EXPECTED: Code[] = [
  ...(["CELL_ERROR", "COL_SWAPPED", "COL_SHIFTED", "NUM_DATE_MISPARSE", "SEQ"] as const),
  ...(["GEO_PROVINCE_MISMATCH", "GEO_UNKNOWN", "GEO_FUZZY", "GEO_PREFIX", "GEO_FILL"] as const),
  ...([
    "LAO_MULTI",
    "LAO_NOT_IN_AMPHOE",
    "LAO_UNKNOWN",
    "LAO_FUZZY",
    "LAO_TYPE_MISMATCH",
    "LAO_TYPE_AMBIGUOUS",
  ] as const),
  ...([
    "LAO_PREFIX",
    "LAO_FROM_CDC",
    "CDC_MULTI",
    "CDC_MISSING",
    "CDC_GENERIC",
    "CDC_NOT_CENTRE",
    "CDC_PREFIX",
  ] as const),
  ...(["TICK_CONFLICT", "TICK_NONE", "TICK_WRONG_COLUMN", "TICK_AMBIGUOUS", "TICK"] as const),
  ...(["REMARK_REQUIRED", "PII", "CELL_FORMULA_TEXT", "TXT_DITTO", "TXT_ZERO_WIDTH", "TXT_NBSP"] as const),
  ...(["TXT_LINEBREAK", "TXT_SARA_AM", "TXT_DOUBLE_SARA_E", "TXT_DUP_MARK", "TXT_SPACE"] as const),
  ...(["ROW_TOTAL", "ROW_EXAMPLE", "ROW_FOOTER", "ROW_BLANK", "ROW_DUPLICATE"] as const),
  ...(["COL_INSERTED", "ROW_HIDDEN", "TITLE_MISPRINT", "PERIOD_MISSING"] as const),
];
