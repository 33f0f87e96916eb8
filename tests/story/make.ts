import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Office } from "../../shared/offices/office.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import {
  CENTRE_FAULTS,
  DONE_TICKS,
  districtFaults,
  type Fault,
  NO_REMARK,
  NO_TICK,
  NOT_DONE_TICKS,
  OFFICE_FAULTS,
  PROVINCE_FAULTS,
  runningNumber,
  TEXT_FAULTS,
} from "./faults.ts";
import { Chance } from "./random.ts";
import { drawColumns, Sheet, writeFoot, writeHead } from "./sheet.ts";
import { type TruthRow, truthOf } from "./truth.ts";

/** What one office means to say and how it typed it. */
export interface Chapter {
  office: Office;
  /** What is meant, in the order of the sheet. */
  truth: TruthRow[];
  grid: Grid;
  /** Other sheets of the same workbook. */
  others: Grid[];
  /** Row as printed -> what is meant there. Rows that repeat another are not in it. */
  meant: Map<number, TruthRow>;
  /** Column index of each field that is on the sheet. */
  columns: Map<string, number>;
  /** Names of the faults that were made. */
  faults: string[];
  /** True when the period stands nowhere on the sheet and must be said when sending. */
  silentPeriod: boolean;
}

export interface StoryOptions {
  /** Two-digit code. */
  province: string;
  /** YYYY-MM. */
  period: string;
  seed: number;
  /** Of a hundred cells, how many are typed in some way of their own. */
  messy?: number;
}

const MONTHS = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" ");

/** One messy workbook for every office of a province, the truth beside it. */
export function makeStory(offices: readonly Office[], options: StoryOptions): Chapter[] {
  const chance = new Chance(options.seed);
  return offices
    .filter((office) => office.provinceCode === options.province && office.type !== "อบจ.")
    .map((office) => new Writer(office, options, chance).write());
}

/** Types a value as people do: mostly as it should be, else in one of the given ways. */
function typed(value: string, faults: Fault[], messy: number, chance: Chance, made: string[]): Cell {
  if (!chance.hits(messy)) return value;
  const fault = chance.pick(faults);
  const cell = fault.type(value, chance);
  if (cell === undefined) return value;
  made.push(fault.name);
  return cell;
}

class Writer {
  readonly office: Office;
  readonly options: StoryOptions;
  readonly chance: Chance;
  readonly form: FormDefinition = childcareClips;
  readonly made: string[] = [];
  readonly meant = new Map<number, TruthRow>();
  readonly sheet: Sheet;

  constructor(office: Office, options: StoryOptions, chance: Chance) {
    this.office = office;
    this.options = options;
    this.chance = chance;
    this.sheet = new Sheet(drawColumns(this.form, chance));
  }

  write(): Chapter {
    const { chance, sheet } = this;
    const truth = truthOf(this.office, chance);
    const [year, month] = this.options.period.split("-").map(Number) as [number, number];
    const spoken = `${MONTHS[month - 1]} ${year + 543}`;
    const where = chance.pick(["tab", "tab", "title", "nowhere"] as const);
    writeHead(sheet, this.form, this.office.province, where === "title" ? spoken : null, chance);
    if (chance.hits(8)) this.example();
    const carried = chance.hits(15) && !sheet.columns.includes(null);
    if (carried) this.subheading();
    const first = sheet.rows.length + 1;
    truth.forEach((row, i) => {
      this.meant.set(this.row(row, i, carried), row);
    });
    this.shareCells(first, truth.length, carried);
    if (truth.length > 1 && chance.hits(10)) this.repeat(first);
    if (truth.length > 2 && chance.hits(10)) this.hide(first + 1);
    writeFoot(sheet, this.form, truth.length, chance);
    const tab = where === "tab" ? chance.pick([`${MONTHS[month - 1]}${(year + 543) % 100}`, spoken]) : "Sheet1";
    return {
      office: this.office,
      truth,
      grid: sheet.grid(tab),
      others: this.otherSheets(),
      meant: this.meant,
      columns: new Map(sheet.columns.flatMap((field, i) => (field === null ? [] : [[field, i]]))),
      faults: this.made,
      silentPeriod: where === "nowhere",
    };
  }

  private row(row: TruthRow, i: number, carried: boolean): number {
    const { chance, made } = this;
    const messy = this.options.messy ?? 22;
    const tick = (faults: Fault[]) => typed("/", faults, 60, chance, made);
    const remark =
      row.remark === "" ? chance.pick(NO_REMARK) : typed(row.remark, TEXT_FAULTS.slice(0, 4), 10, chance, made);
    return this.sheet.addFields({
      seq: runningNumber(i + 1, chance),
      province: typed(row.provinceName, PROVINCE_FAULTS, messy, chance, made),
      district: carried ? null : typed(row.district, districtFaults(row.provinceName), messy, chance, made),
      office: typed(row.office, OFFICE_FAULTS, messy, chance, made),
      centre: row.status === "nil" ? row.centre : typed(row.centre, CENTRE_FAULTS, messy, chance, made),
      done: row.status === "done" ? tick(DONE_TICKS) : row.status === "nil" ? null : chance.pick(NO_TICK),
      notDone: row.status === "notDone" ? tick(NOT_DONE_TICKS) : row.status === "nil" ? null : chance.pick(NO_TICK),
      remark,
    });
  }

  /** A place or an office written once for the rows below it: merged, or with ditto marks. */
  private shareCells(first: number, count: number, carried: boolean): void {
    if (count < 2) return;
    for (const field of ["province", "district", "office"]) {
      const column = this.sheet.columns.indexOf(field);
      if (column < 0 || (carried && field === "district") || !this.chance.hits(25)) continue;
      const ditto = this.chance.pick([null, null, '"', "〃"]);
      for (let row = first + 1; row < first + count; row++) this.sheet.rows[row - 1]![column] = ditto;
      if (ditto === null) this.sheet.merge(field, first, first + count - 1);
      this.made.push(ditto === null ? `merged ${field}` : `ditto ${field}`);
    }
  }

  private example(): void {
    const { district, office } = { district: this.office.district, office: "อบต.ตัวอย่าง" };
    const values = { seq: "ตัวอย่าง", province: this.office.province, district, office };
    this.sheet.addFields({ ...values, centre: "ศพด.บ้านตัวอย่าง", done: "/" });
    this.made.push("example row");
  }

  private subheading(): void {
    this.sheet.add([`อำเภอ${this.office.district}`, ...Array<Cell>(this.sheet.columns.length - 1).fill(null)]);
    this.made.push("sub-heading");
  }

  private repeat(row: number): void {
    this.sheet.add([...this.sheet.rows[row - 1]!]);
    this.made.push("repeated row");
  }

  private hide(row: number): void {
    this.sheet.hiddenRows.push(row);
    this.made.push("hidden row");
  }

  private otherSheets(): Grid[] {
    if (!this.chance.hits(20)) return [];
    this.made.push("another sheet");
    return [{ sheet: this.chance.pick(["Sheet2", "หมายเหตุ"]), rows: [["โทรสอบถามผู้รวบรวม"]] }];
  }
}
