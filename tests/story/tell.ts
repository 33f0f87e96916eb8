import type { Report } from "../../shared/answer.ts";
import type { ReceiptWire } from "../../shared/wire/report.ts";
import { type Answer, Caller } from "./http.ts";
import type { Chapter } from "./make.ts";
import { lostRows, settle, settleOffices, wrongFixes } from "./person.ts";
import { Chance } from "./random.ts";
import { toXlsx } from "./workbook.ts";

const ROUNDS = 5;

export interface Told {
  chapter: Chapter;
  /** The last receipt: the one that counts. */
  receipt: ReceiptWire;
  /** All receipts, oldest first. */
  receipts: ReceiptWire[];
}

/** What happened on the way. Each list must be empty but for the counts. */
export interface Figures {
  offices: number;
  rows: number;
  cellsTyped: number;
  faults: number;
  /** Cells a person had to settle. */
  settled: number;
  /** Cells that named another office of the province; the collector found them when the sheet was sent. */
  otherOffices: number;
  sent: number;
  repeated: number;
  newVersions: number;
  wrongFixes: string[];
  lost: string[];
  unsettled: string[];
  wrongReceipts: string[];
}

export interface Teller {
  base: string;
  form: string;
  /** YYYY-MM. */
  period: string;
  /** Office code -> access code. */
  codes: ReadonlyMap<string, string>;
  seed: number;
}

/** Every office checks its sheet, settles what is asked, sends; some send twice, some send again with a change. */
export async function tellStory(chapters: Chapter[], teller: Teller): Promise<{ told: Told[]; figures: Figures }> {
  const chance = new Chance(teller.seed + 1);
  const figures: Figures = {
    ...{
      offices: chapters.length,
      rows: 0,
      cellsTyped: 0,
      faults: 0,
      settled: 0,
      otherOffices: 0,
      sent: 0,
      repeated: 0,
      newVersions: 0,
    },
    ...{ wrongFixes: [], lost: [], unsettled: [], wrongReceipts: [] },
  };
  const told: Told[] = [];
  for (const chapter of chapters) {
    const office = new OfficeOfStory(chapter, teller, figures);
    await office.signIn();
    await office.check();
    let receipt = await office.send();
    const receipts = [receipt];
    if (chance.hits(25)) await office.sendAgain(receipt);
    if (chance.hits(25)) {
      chapter.truth = change(chapter, chance);
      await office.check();
      receipt = await office.send();
      receipts.push(receipt);
      figures.newVersions += 1;
      if (receipt.version !== 2)
        figures.wrongReceipts.push(`${chapter.office.code}: version ${receipt.version}, not 2`);
    }
    figures.rows += chapter.truth.length;
    figures.faults += chapter.faults.length;
    figures.cellsTyped += chapter.truth.length * chapter.columns.size;
    told.push({ chapter, receipt, receipts });
  }
  return { told, figures };
}

/** Second thoughts: one centre's answer is turned round. The sheet is changed with it. */
function change(chapter: Chapter, chance: Chance) {
  const rows = [...chapter.meant].filter(([, row]) => row.status !== "nil");
  if (rows.length === 0) {
    const [at, only] = [...chapter.meant][0]!;
    const changed = { ...only, remark: "ยืนยันอีกครั้ง" };
    chapter.meant.set(at, changed);
    write(chapter, at, "remark", changed.remark);
    return [changed];
  }
  const [at, row] = chance.pick(rows);
  const done = row.status !== "done";
  const changed = { ...row, status: done ? "done" : "notDone", remark: done ? "" : "แก้ไขภายหลัง" } as const;
  chapter.meant.set(at, changed);
  write(chapter, at, "done", done ? "/" : null);
  write(chapter, at, "notDone", done ? null : "/");
  write(chapter, at, "remark", changed.remark);
  return chapter.truth.map((one) => (one === row ? changed : one));
}

function write(chapter: Chapter, row: number, field: string, value: string | null): void {
  const cells = chapter.grid.rows[row - 1]!;
  const column = chapter.columns.get(field)!;
  while (cells.length <= column) cells.push(null);
  cells[column] = value;
}

class OfficeOfStory {
  readonly chapter: Chapter;
  readonly teller: Teller;
  readonly figures: Figures;
  #caller: Caller | null = null;
  #tries = 0;

  constructor(chapter: Chapter, teller: Teller, figures: Figures) {
    this.chapter = chapter;
    this.teller = teller;
    this.figures = figures;
  }

  async signIn(): Promise<void> {
    this.#caller = await Caller.signIn(this.teller.base, this.teller.codes.get(this.chapter.office.code)!);
  }

  /** Checks, settles, checks again, until the sheet may be sent. */
  async check(): Promise<void> {
    const { chapter, figures } = this;
    for (let round = 0; round < ROUNDS; round++) {
      const answer = await this.#caller!.postFile("/check", this.#file(), this.#fields());
      const report = answer.body as Report;
      if (answer.status !== 200)
        throw new Error(`${chapter.office.code}: check ${answer.status} ${JSON.stringify(answer.body)}`);
      figures.wrongFixes.push(...wrongFixes(chapter, report));
      figures.lost.push(...lostRows(chapter, report).map((row) => `${chapter.office.code} row ${row}`));
      if (report.submittable) return;
      const touched = settle(chapter, report);
      figures.settled += touched;
      if (touched === 0) break;
    }
    const answer = await this.#caller!.postFile("/check", this.#file(), this.#fields());
    figures.unsettled.push(`${chapter.office.code}: ${waiting(answer.body as Report)}`);
  }

  async send(): Promise<ReceiptWire> {
    this.#tries += 1;
    let answer = await this.#post();
    const problem = answer.body as { code?: string; findings?: { row?: number }[] };
    if (answer.status === 422 && problem.code === "office-mismatch") {
      this.figures.otherOffices += problem.findings!.length;
      settleOffices(this.chapter, problem.findings!);
      answer = await this.#post();
    }
    if (answer.status !== 201) {
      throw new Error(`${this.chapter.office.code}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 2000)}`);
    }
    this.figures.sent += 1;
    return answer.body as ReceiptWire;
  }

  /** The same press once more: the same receipt, nothing new. */
  async sendAgain(first: ReceiptWire): Promise<void> {
    const answer = await this.#post();
    this.figures.repeated += 1;
    if (answer.status !== 200 || JSON.stringify(answer.body) !== JSON.stringify(first)) {
      this.figures.wrongReceipts.push(`${this.chapter.office.code}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  #post(): Promise<Answer> {
    const { form, period, seed } = this.teller;
    const key = `story-${seed}-${this.chapter.office.code}-${this.#tries}`;
    return this.#caller!.postFile("/submissions/file", this.#file(), { form, period }, key);
  }

  #file() {
    return { name: `${this.chapter.office.code}.xlsx`, bytes: toXlsx([this.chapter.grid, ...this.chapter.others]) };
  }

  #fields(): Record<string, string> {
    const { form, period } = this.teller;
    return { form, period, province: this.chapter.office.provinceCode };
  }
}

function waiting(report: Report): string {
  const cells = report.rows.flatMap((row) => [
    ...row.codes.map((code) => `row ${row.row} ${code}`),
    ...Object.values(row.cells).flatMap((cell) =>
      cell.verdict === "suggest" || cell.verdict === "error"
        ? [`${cell.cell} ${cell.codes} ${JSON.stringify(cell.raw)}`]
        : [],
    ),
  ]);
  const findings = report.findings.filter((one) => one.verdict === "error").map((one) => `${one.cell} ${one.code}`);
  return [...findings, ...cells].join("; ");
}
