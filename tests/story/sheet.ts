import type { FieldDefinition, FormDefinition } from "../../shared/forms/index.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import type { Chance } from "./random.ts";

/** A sheet being filled: rows grow downward, merges and hidden rows are noted on the way. */
export class Sheet {
  readonly rows: Cell[][] = [];
  readonly merges: string[] = [];
  readonly hiddenRows: number[] = [];
  /** Columns from the left: a field's id, or null for a column that is not of the form. */
  readonly columns: (string | null)[];

  constructor(columns: (string | null)[]) {
    this.columns = columns;
  }

  /** Appends a row and answers its number as printed. */
  add(cells: Cell[]): number {
    this.rows.push(cells);
    return this.rows.length;
  }

  /** Appends a row from values by field. */
  addFields(values: Record<string, Cell>): number {
    return this.add(this.columns.map((field) => (field === null ? null : (values[field] ?? null))));
  }

  /** Column letters of a field. */
  letter(field: string): string {
    return String.fromCharCode(65 + this.columns.indexOf(field));
  }

  merge(field: string, from: number, to: number): void {
    if (to > from) this.merges.push(`${this.letter(field)}${from}:${this.letter(field)}${to}`);
  }

  grid(sheet: string): Grid {
    const grid: Grid = { sheet, rows: this.rows };
    if (this.merges.length > 0) grid.merges = this.merges;
    if (this.hiddenRows.length > 0) grid.hiddenRows = this.hiddenRows;
    return grid;
  }
}

/** Which columns this hand drew: all of the form's, perhaps with one of its own between them. */
export function drawColumns(form: FormDefinition, chance: Chance): (string | null)[] {
  const columns: (string | null)[] = form.fields.map((field) => field.id);
  if (chance.hits(12)) columns.splice(chance.pick([4, 5, 7]), 0, null);
  if (chance.hits(6)) columns.splice(columns.indexOf("province"), 1);
  return columns;
}

const OWN_HEADINGS = ["ตำบล", "ลิงก์คลิป", "จำนวนเด็ก"];

/** Title and heading rows, straight or as people leave them. */
export function writeHead(
  sheet: Sheet,
  form: FormDefinition,
  province: string,
  month: string | null,
  chance: Chance,
): void {
  const width = sheet.columns.length;
  const printed = form.title.map((line) => line.replace("{province}", province));
  if (chance.hits(30)) printed[0] = printed[0]!.replace("คลิปวิดีโอ", "คลังวิดีโอ");
  if (chance.hits(20)) printed[1] = `จังหวัด.....${province}.....`;
  if (month !== null) printed.push(`ประจำเดือน ${month}`);
  for (const line of printed) {
    const row = sheet.add([line, ...Array<Cell>(width - 1).fill(null)]);
    if (chance.hits(80)) sheet.merges.push(`A${row}:${String.fromCharCode(64 + width)}${row}`);
  }
  if (chance.hits(50)) sheet.add(Array<Cell>(width).fill(null));
  const heading = (field: FieldDefinition) => (chance.hits(12) ? chance.pick(field.aliases) : field.label);
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const own = chance.pick(OWN_HEADINGS);
  const below: Cell[] = [];
  const above: Cell[] = sheet.columns.map((id) => {
    const field = id === null ? undefined : fields.get(id)!;
    below.push(field?.group === undefined ? null : field.label);
    if (field === undefined) return own;
    if (field.group === undefined) return heading(field);
    return id === "done" ? field.group : null;
  });
  const top = sheet.add(above);
  sheet.add(below);
  sheet.merges.push(`${sheet.letter("done")}${top}:${sheet.letter("notDone")}${top}`);
  for (const field of form.fields) {
    if (field.group === undefined && sheet.columns.includes(field.id)) sheet.merge(field.id, top, top + 1);
  }
}

/** What stands under the table: totals, notes, the signature block, filled or not. */
export function writeFoot(sheet: Sheet, form: FormDefinition, rows: number, chance: Chance): void {
  const width = sheet.columns.length;
  const line = (text: string, at = 0) => {
    const cells = Array<Cell>(width).fill(null);
    cells[at] = text;
    sheet.add(cells);
  };
  if (chance.hits(40)) {
    for (let i = 0; i < chance.whole(1, 4); i++) sheet.addFields({ seq: rows + i + 1 });
  }
  if (chance.hits(40)) {
    const total = chance.pick(["รวม", "รวมทั้งสิ้น", `รวม ${rows} แห่ง`]);
    const row = sheet.addFields({ [chance.pick(["seq", "centre", "district"])]: total });
    if (chance.hits(50)) sheet.rows[row - 1]![sheet.columns.indexOf("done")] = rows;
  }
  if (chance.hits(60)) sheet.add(Array<Cell>(width).fill(null));
  for (const note of form.notes) line(note);
  const signed = chance.hits(70);
  line(signed ? "ลงชื่อ.....นางสาวสมมติ ตัวอย่าง.....(ผู้รับรอง)" : "ลงชื่อ.................................(ผู้รับรอง)", 4);
  line(signed ? "(นางสาวสมมติ ตัวอย่าง)" : "(.................................)", 4);
  line(signed ? "ตำแหน่ง ปลัดตัวอย่าง" : "ตำแหน่ง.................................", 4);
}
