import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findForm } from "../../shared/forms/index.ts";
import { seatOf } from "../../shared/offices/office.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import type { SpokenReport } from "../../shared/words/report.ts";
import { editWorkbook } from "../../shared/workbook/edit.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { run } from "./ruam.ts";

const OFFICE = "6990203";

interface Story {
  form: string;
  period: string;
  /** What an officer types into the blank: cell -> value. */
  typed: Record<string, Scalar>;
  /** Cells of the answer that must be so, as `row.field` or the field of a form without a table. */
  answers: Record<string, [verdict: string, value: unknown]>;
  /** One thing typed that waits for a person, and where. */
  doubt: [cell: string, value: Scalar, told: string];
  /** The columns of the master that are compared, and its one row. */
  master: [column: number, value: unknown][];
  /** Totals printed below. */
  totals: [column: number, value: number][];
  due: [rule: string, period: string, answer: string];
}

const STORIES: Story[] = [
  {
    form: "volunteer-activities",
    period: "2024-06",
    typed: {
      ...{
        B6: "๑ มิ.ย. ๖๗",
        C6: "ภัยพิบัติ",
        D6: "แจกถุงยังชีพ",
        F6: "องค์การบริหารส่วนตำบลสมมติใต้",
        H6: "ศาลาประชาคม",
        I6: "หมู่ ๕",
        J6: "ต.สมมติ",
      },
      ...{ K6: "อ.สมมติ", M6: "๓๒ คน", N6: "1,000 คน", P6: 4, Q6: "0:30", S6: "นางสาวสมมติ ตัวอย่าง", T6: "081 234 5678" },
      ...{ V6: "หลังเกิดภัย", W6: "น้ำท่วม", X6: "บ้านตัวอย่าง", Y6: "๑๒ ครัวเรือน" },
    },
    answers: {
      "6.date": ["fixed", "2024-06-01"],
      "6.category": ["fixed", "จิตอาสาภัยพิบัติ"],
      "6.office": ["fixed", "อบต.สมมติใต้"],
      "6.moo": ["fixed", 5],
      "6.volunteers": ["fixed", 32],
      "6.participants": ["fixed", 1000],
      "6.clipSeconds": ["fixed", 30],
      "6.phone": ["fixed", "081-234-5678"],
      "6.phase": ["fixed", "หลังเกิดเหตุ"],
      "6.households": ["fixed", 12],
    },
    doubt: ["M6", "ประมาณ 30", "ประมาณ 30"],
    master: [
      [0, 1],
      [1, 45_444],
      [2, "จิตอาสาภัยพิบัติ"],
      [12, 32],
      [13, 1000],
      [19, "081-234-5678"],
      [21, "หลังเกิดเหตุ"],
    ],
    totals: [
      [12, 32],
      [13, 1000],
      [24, 12],
    ],
    due: ["krabi-info", "2024-06", "null"],
  },
  {
    form: "temple-community",
    period: "2024-06",
    typed: {
      ...{ B6: "สมมติ", C6: "อบต. สมมติใต้", D6: "วัดตัวอย่าง", F6: "การสาธารณะสงเคราะห์", G6: "มอบสิ่งของ", H6: "9 มิย 67" },
      ...{ J6: "๒๕ คน", K6: "-", L6: "3,500.-" },
    },
    answers: {
      "6.kind": ["fixed", "การสาธารณสงเคราะห์"],
      "6.date": ["fixed", "2024-06-09"],
      "6.beneficiaries": ["fixed", 25],
      "6.households": ["fixed", 0],
      "6.budget": ["fixed", 3500],
    },
    doubt: ["H6", "5-7 มิ.ย. 67", "มากกว่าหนึ่งวัน"],
    master: [
      [1, "สมมติ"],
      [3, "วัดตัวอย่าง"],
      [7, 45_452],
      [9, 25],
      [11, 3500],
    ],
    totals: [
      [9, 25],
      [10, 0],
      [11, 3500],
    ],
    due: ["chaiyaphum-temple-province", "2024-06", "2024-07-01"],
  },
  {
    form: "e-report-training",
    period: "2024-06",
    typed: {
      B5: "วันเสาร์ที่ ๑ มิถุนายน ๒๕๖๗",
      C5: "หลักสูตรจิตอาสาภัยพิบัติ",
      D5: "อบต.สมมติใต้",
      E5: "อำเภอสมมติ",
      F5: "50 คน",
      H5: 28,
    },
    answers: {
      "5.date": ["fixed", "2024-06-01"],
      "5.district": ["fixed", "สมมติ"],
      "5.trainees": ["fixed", 50],
      "5.clipSeconds": ["ok", 28],
    },
    doubt: ["H5", "1.30 นาที", "ไม่ชัดว่าคลิปยาวกี่วินาที"],
    master: [
      [1, 45_444],
      [2, "หลักสูตรจิตอาสาภัยพิบัติ"],
      [5, 50],
      [7, 28],
    ],
    totals: [[5, 50]],
    due: ["tak-lao", "2024-06", "null"],
  },
  {
    form: "community-leaders",
    period: "2024-07",
    typed: {
      ...{ C4: "อ.สมมติ", G6: "๒ แห่ง", G9: 8, G10: 9, G11: "๒๐", G12: 4, G13: "ไม่มี" },
      ...{
        C16: "ทาสีรั้วศูนย์ฯ",
        G16: 1,
        C17: "ปลูกต้นไม้",
        G17: 1,
        C20: "ทาสีรั้วศูนย์ฯ",
        G20: 4,
        C22: "ปลูกต้นไม้",
        G22: "4 ภาพ",
        B26: "ศูนย์ฯ สะอาดสวยงาม",
      },
    },
    answers: {
      district: ["fixed", "สมมติ"],
      s1: ["fixed", 2],
      "s2.5": ["fixed", 0],
      "s2.total": ["ok", 41],
      s3: [
        "ok",
        [
          { name: "ทาสีรั้วศูนย์ฯ", count: 1 },
          { name: "ปลูกต้นไม้", count: 1 },
        ],
      ],
      "s4.2.photos": ["fixed", 4],
    },
    doubt: ["C22", "ปลูกต้นไผ่", "ไม่ตรงกับกิจกรรมในข้อ ๓"],
    master: [
      [1, "สมมติ"],
      [2, 2],
      [8, 41],
      [9, "ทาสีรั้วศูนย์ฯ (1); ปลูกต้นไม้ (1)"],
      [11, "ศูนย์ฯ สะอาดสวยงาม"],
    ],
    totals: [
      [2, 2],
      [8, 41],
    ],
    due: ["sakaeo-province", "2024-07", "2024-08-09"],
  },
];

let folder: string;
let running: Running;
let officeCode: string;
let districtCode: string;
/** Who owes a form sends it: an office, or its district. */
const senderOf = (form: string) =>
  findForm(form)!.roster === "districts"
    ? { code: districtCode, reporter: seatOf(OFFICE.slice(1, 5)) }
    : { code: officeCode, reporter: OFFICE };
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-forms-"));
  running = await startNode({ port: 0, dataDir: at("data") });
  importOffices(running.data, SAMPLE_OFFICES, "test");
  const issue = async (role: string, place: string): Promise<string> => {
    const added = await run("people", "add", "--role", role, "--place", place, "--data", at("data"), "--json");
    return JSON.parse(added.out[0]!).code;
  };
  officeCode = await issue("office", OFFICE);
  districtCode = await issue("district", OFFICE.slice(1, 5));
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** Types into the blank and keeps the file under a name. */
async function fill(form: string, name: string, typed: Record<string, Scalar>): Promise<string> {
  const bytes = await readFile(at(`${form}.xlsx`));
  const sheet = (await readWorkbook(bytes)).sheets[0]!.sheet;
  const edits = Object.entries(typed).map(([cell, value]) => ({ sheet, cell, value }));
  await writeFile(at(name), await editWorkbook(bytes, edits));
  return at(name);
}

async function checked(file: string): Promise<SpokenReport> {
  const { out } = await run("check", file, "--json", "--data", at("data"));
  return JSON.parse(out[0]!);
}

function answersOf(report: SpokenReport, wanted: Story["answers"]): Story["answers"] {
  return Object.fromEntries(
    Object.keys(wanted).map((key) => {
      const [row, field] = /^[0-9]/.test(key) ? key.split(/\.(.*)/) : [null, key];
      const answer =
        row === null ? report.fields[key] : report.rows.find((one) => one.row === Number(row))?.cells[field!];
      return [key, [answer?.verdict ?? "none", answer?.value]];
    }),
  );
}

async function asProvince(path: string): Promise<Response> {
  const added = await run("people", "add", "--role", "province", "--place", "99", "--data", at("data"));
  const session = await fetch(`${running.url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code: added.out[0] }),
  });
  const { token } = (await session.json()) as { token: string };
  return fetch(`${running.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
}

describe.each(STORIES.map((story) => [story.form, story] as const))(
  "%s, from the blank to the master",
  (form, story) => {
    const { period } = story;

    it("the blank is found by its identity, and is empty", async () => {
      const made = await run(
        "blank",
        form,
        "--province",
        "99",
        "--office",
        OFFICE,
        "--period",
        period,
        "--out",
        at(`${form}.xlsx`),
        "--data",
        at("data"),
      );
      expect(made.exit).toBe(0);
      const report = await checked(at(`${form}.xlsx`));
      expect([
        report.form,
        report.period,
        report.province,
        report.office,
        report.submittable,
        report.counts.rows,
      ]).toEqual([form, period, "99", OFFICE, false, 0]);
    });

    it("a default says on the sheet that it is none of the official forms", async () => {
      const { official } = (await (await fetch(`${running.url}/api/v1/forms/${form}`)).json()) as { official: boolean };
      const { sheets } = await readWorkbook(await readFile(at(`${form}.xlsx`)));
      const said = sheets[0]!.rows.flat().some((cell) => String(cell).includes("ไม่ใช่แบบของทางราชการ"));
      expect(said).toBe(!official);
    });

    it("what was typed in one's own way is read right", async () => {
      const report = await checked(await fill(form, `${form}-filled.xlsx`, story.typed));
      expect(answersOf(report, story.answers)).toEqual(story.answers);
      expect([report.submittable, report.form]).toEqual([true, form]);
    });

    it("what could mean something else is not sent, and the sentence says why", async () => {
      const [cell, value, told] = story.doubt;
      const file = await fill(form, `${form}-doubt.xlsx`, { ...story.typed, [cell]: value });
      const { code } = senderOf(form);
      const { exit, out } = await run("submit", file, "--to", running.url, "--code", code, "--period", period);
      expect(exit).toBe(1);
      expect(out.filter((line) => line.includes(`${cell}  `) && line.includes(told))).toHaveLength(1);
    });

    it("is received once", async () => {
      const { code } = senderOf(form);
      const send = () =>
        run("submit", at(`${form}-filled.xlsx`), "--to", running.url, "--code", code, "--period", period, "--json");
      const [first, again] = [await send(), await send()];
      expect([first.exit, JSON.parse(first.out[0]!).version]).toEqual([0, 1]);
      expect(again.out).toEqual(first.out);
    });

    it("stands in the master, with days in the calendar of the sheet and counts added up", async () => {
      const which = ["--province", "99", "--form", form, "--period", period, "--out", at(`${form}-master.xlsx`)];
      expect((await run("master", ...which, "--data", at("data"))).exit).toBe(0);
      const { sheets } = await readWorkbook(await readFile(at(`${form}-master.xlsx`)));
      const plain = sheets[0]!.rows.map((row) =>
        row.map((cell) => (cell !== null && typeof cell === "object" ? cell.v : cell)),
      );
      const heading = plain.findIndex((row) => row.filter((cell) => typeof cell === "string").length > 5);
      const body = plain.slice(heading + 1).filter((row) => row.includes("สมมติ"));
      expect(body.map((row) => story.master.map(([column]) => [column, row[column]]))).toEqual([story.master]);
      const totals = plain.find((row) => row[0] === "รวมทั้งสิ้น")!;
      expect(story.totals.map(([column]) => [column, totals[column]])).toEqual(story.totals);
    });

    it("stands in the master as CSV", async () => {
      const text = await (await asProvince(`/provinces/99/master.csv?form=${form}&period=${period}`)).text();
      const lines = text.trim().split("\r\n");
      expect([lines.length, lines[1]!.includes("สมมติ"), lines[1]!.includes(senderOf(form).reporter)]).toEqual([
        2,
        true,
        true,
      ]);
    });

    it("has its due date, or says that the letter gives none", async () => {
      const [rule, of, answer] = story.due;
      const { exit, out } = await run("due", rule, of, "--json");
      expect([exit, String(JSON.parse(out[0]!).due)]).toEqual([0, answer]);
    });
  },
);
