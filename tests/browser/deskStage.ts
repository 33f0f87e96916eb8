import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { RowAnswer } from "../../shared/answer.ts";
import type { Office } from "../../shared/offices/office.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { type Actor, OPERATOR, type Role } from "../../worker/province/actor.ts";
import { launch, leave } from "../pages/browser.ts";
import { builtPages } from "../pages/built.ts";
import { report, row } from "../province/sample.ts";

/** Ten in the morning of 10 November 2026 in Thailand: five days after the reports of November were due. */
export const NOW = Date.parse("2026-11-10T03:00:00Z");
export const PERIOD = "2026-11";
const BEFORE = "2026-10";
const PLENTY = { burst: 1e6, perSecond: 1e5 };

export interface DeskStage {
  url: string;
  running: Running;
  browser: Browser;
  /** What was sent, by the office's place in the list. */
  sent: Map<number, string>;
  codeFor(role: Role, place: string): string;
  close(): Promise<void>;
}

/** A province of twelve offices in every state there is, one of 330 where nobody has sent, and the pages as their source stands. */
export async function openDeskStage(): Promise<DeskStage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-desk-"));
  const files = await builtPages("desk", "plots", "start", "registry");
  const clock = { now: NOW };
  const running = await startNode({
    ...{ port: 0, dataDir: join(folder, "data"), now: () => clock.now },
    rates: { person: PLENTY, address: PLENTY, signIn: PLENTY },
    mount: (app) => app.route("/", pages(files)),
  });
  importOffices(running.data, [...SAMPLE_OFFICES, ...manyOffices()], "sample");
  const sent = seed(running, clock);
  clock.now = NOW;
  const browser = await launch();
  return {
    ...{ url: running.url, running, browser, sent },
    codeFor: (role, place) =>
      running.data
        .partition(role === "office" ? place.slice(1, 3) : place.slice(0, 2))
        .addPerson(OPERATOR, role, place, "ตัวอย่าง").code,
    async close() {
      await leave(browser);
      await running.close(1_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A province of many, its names made of numbers. */
function manyOffices(): Office[] {
  const two = (value: number) => String(value).padStart(2, "0");
  return Array.from({ length: 330 }, (_, i) => {
    const district = Math.floor(i / 40) + 1;
    return {
      code: `698${two(district)}${two((i % 40) + 1)}`,
      type: "อบต.",
      name: `ตัวอย่างที่ ${i + 1}`,
      district: `สมมติ ${district}`,
      provinceCode: "98",
      province: "ตัวอย่างใหญ่",
    };
  });
}

const rows = (...centres: string[]) => centres.map((centre, i) => row(i + 6, centre));
const FIVE = ["ศพด.บ้านตัวอย่าง", "ศพด.วัดสมมติ", "ศพด.ทุ่งทดลอง", "ศพด.ริมคลองตัวอย่าง", "ศพด.หนองสมมติ"];

function warnedRow(text: string): RowAnswer {
  const plain = row(6, FIVE[0]!);
  return {
    ...plain,
    ...{ verdict: "warn", status: "notDone" },
    cells: {
      ...plain.cells,
      remark: { cell: "H6", raw: text, verdict: "warn", value: text, codes: [], suggestions: [] },
    },
  };
}

function seed({ data }: Running, clock: { now: number }): Map<number, string> {
  const store = data.partition("99");
  const codes = SAMPLE_OFFICES.map(({ code }) => code);
  const province: Actor = { person: "99-PSEED", role: "province", place: "99" };
  const sent = new Map<number, string>();
  let key = 0;
  const send = (i: number, at: string, given: Parameters<typeof report>[0]) => {
    clock.now = Date.parse(`${at}T03:30:00Z`);
    const office = codes[i]!;
    const actor: Actor = { person: `99-P${office}`, role: "office", place: office };
    const { submission } = store.submit(
      actor,
      report({ period: PERIOD, ...given, office, key: `seed-${++key}` }),
    ).receipt;
    sent.set(i, submission);
    return submission;
  };
  for (const i of codes.keys()) store.accept(province, send(i, "2026-10-02", { period: BEFORE, rows: rows(...FIVE) }));
  sent.clear();
  send(0, "2026-10-30", { rows: rows(...FIVE) });
  send(1, "2026-11-02", { rows: rows(...FIVE) });
  send(2, "2026-11-03", { rows: rows(...FIVE) });
  send(3, "2026-11-03", { rows: rows(...FIVE.slice(0, 2)) });
  send(4, "2026-11-04", { rows: [row(6, "ไม่มี ศพด.", { status: "nil" })], nil: true });
  const counts = { rows: 5, ok: 4, fixed: 0, warn: 1, suggest: 0, error: 0, skip: 0 };
  send(5, "2026-11-04", { rows: [warnedRow("รออนุมัติงบประมาณ"), ...rows(...FIVE).slice(1)], counts });
  const first = send(6, "2026-11-04", { rows: rows(...FIVE) });
  const comments = [
    { row: 7, field: "centre", text: "โปรดเขียนชื่อศูนย์ให้เต็ม" },
    { row: 9, field: null, text: "แถวนี้ซ้ำกับแถว 8 หรือไม่" },
  ];
  store.returnToSender(province, first, { note: "รบกวนปรับแก้สองจุด", comments });
  const returned = store.review(province, first).returns[0]!.id;
  const sender: Actor = { person: `99-P${codes[6]}`, role: "office", place: codes[6]! };
  store.tickComment(sender, first, { returned, number: 0 }, "แก้เป็นชื่อเต็มแล้ว");
  const [a, b, c, d, e] = FIVE as [string, string, string, string, string];
  send(6, "2026-11-05", { rows: rows("ศพด.ตั้งใหม่", a, `${b}น`, d, e, c) });
  store.returnToSender(province, send(7, "2026-11-05", { rows: rows(...FIVE) }), { note: "รบกวนตรวจสองช่อง", comments });
  send(8, "2026-11-09", { rows: rows(...FIVE) });
  clock.now = NOW;
  store.giveExtension(
    province,
    { form: "childcare-clips", period: PERIOD, office: codes[9]! },
    Date.parse("2026-11-20T09:30:00Z"),
    "น้ำท่วมสำนักงาน",
  );
  return sent;
}
