import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { choicesFor, isTypeable } from "../../addin/pane/core/choices.ts";
import { currentPoint, left } from "../../addin/pane/core/step.ts";
import { Rosters } from "../../addin/pane/rosters.ts";
import { Runtime } from "../../addin/pane/runtime.ts";
import { Collector, type Session } from "../../addin/pane/send/collector.ts";
import { MemoryStore } from "../../addin/pane/send/kept.ts";
import { Outbox } from "../../addin/pane/send/outbox.ts";
import { newKey } from "../../addin/pane/send/session.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import { SAMPLE_OFFICES, SAMPLE_PROVINCE } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { run } from "../cli/ruam.ts";
import { Clock } from "../pane/support.ts";
import { Caller } from "../story/http.ts";
import { closeStage, type ExcelStage, excelStage } from "./adapter/stage.ts";

const PERIOD = "2026-10";
const OFFICE = SAMPLE_OFFICES.find(({ code }) => code === "6990202")!;
const SHEET = "ต.ค.69";
const FORM = childcareClips.id;

/** What the officer types, each row in her own way, and what she means. */
const ROWS: { typed: (string | number | null)[]; centre: string; done: boolean; remark: string }[] = [
  {
    typed: [1, "ตัวอย่าง", "สมมติ", "อบต.สมมติเหนือ", "ศพด.บ้านหนึ่ง", "/", "", ""],
    centre: "ศพด.บ้านหนึ่ง",
    done: true,
    remark: "",
  },
  {
    typed: ["๒", "จ.ตัวอย่าง", "อ.สมมติ", "องค์การบริหารส่วนตำบลสมมติเหนือ", "ศูนย์พัฒนาเด็กเล็กบ้านสอง", "✓", "", ""],
    centre: "ศพด.บ้านสอง",
    done: true,
    remark: "",
  },
  { typed: [3, "ตัวอย่าง", "สมมติ", "สมมติเหนือ", "ศพด.บ้านสาม", "/", "", ""], centre: "ศพด.บ้านสาม", done: true, remark: "" },
  {
    typed: [4, "ตัวอย่าง", "สมมติ", "สมมติเหนือ", "ศพด.บ้านสี่", "", "/", "กล้องชำรุด"],
    centre: "ศพด.บ้านสี่",
    done: false,
    remark: "กล้องชำรุด",
  },
  {
    typed: [5, "ตัวอย่าง", "สมมตื", "อบต.สมมติเหนือ", "ศพด.บ้านห้า", "/", "/", ""],
    centre: "ศพด.บ้านห้า",
    done: true,
    remark: "",
  },
  { typed: [6, "ตัวอย่าง", "สมมติ", "อบต.สมมติเหนือ", "", "/", "", ""], centre: "ศพด.001", done: true, remark: "" },
];

let folder: string;
let running: Running;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-excel-story-"));
  running = await startNode({ port: 0, dataDir: join(folder, "data") });
  importOffices(running.data, SAMPLE_OFFICES, "sample");
});
afterEach(async () => {
  await closeStage();
  await running.close(1_000);
  await rm(folder, { recursive: true, force: true });
});

/** The sidebar over the adapter, with its own queue and the collector on this machine. */
function sidebar({ host }: ExcelStage) {
  const collector = new Collector(running.url);
  const kept = new Map<string, unknown>();
  const store = {
    get: async <T>(name: string) => (kept.get(name) ?? null) as T,
    set: async (name: string, value: unknown) => void kept.set(name, value),
  };
  const clock = new Clock();
  let session: Session | null = null;
  const outbox = new Outbox({
    ...{ store: new MemoryStore(), post: (item) => collector.post(item), token: () => session?.token ?? null },
    ...{ tokenRefused: () => {}, now: () => clock.now, random: () => 0.5, newKey, wake: clock.later },
    alone: async (work) => {
      await work();
      return true;
    },
    changed: (items) => runtime.dispatch({ on: "outbox", items, durable: true }),
  });
  const faults: unknown[] = [];
  const runtime: Runtime = new Runtime({
    ...{ collector, outbox, later: clock.later, language: "th", marksFollow: false },
    rosters: new Rosters(collector, store, null),
    keepSession: (next) => {
      session = next;
    },
    breathe: async () => {},
    draw: () => {},
    onFault: (error) => faults.push(error),
    client: { name: "test", version: "0" },
  });
  runtime.open(host);
  return { runtime, clock, faults };
}

/** Waits until the state is as wanted; the network's answers come when they come. */
async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 2_000 && !holds(); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
}

/** Settles what is open the way the officer means it, from the list alone. */
async function settleAll(runtime: Runtime, clock: Clock, firstRow: number): Promise<void> {
  for (let turn = 0; left(runtime.state) > 0 && turn < 40; turn++) {
    const point = currentPoint(runtime.state)!;
    const meant = ROWS[point.row! - firstRow]!;
    const choices = choicesFor(point, runtime.state.report!, runtime.state.reading!.grid);
    const wanted = choices.find(({ say }) => {
      if ("value" in say) return [OFFICE.type + OFFICE.name, OFFICE.district].includes(String(say.value));
      return say.do === "tickIn" && say.field === (meant.done ? "done" : "notDone");
    });
    if (wanted !== undefined) runtime.dispatch({ on: "take", key: point.key, say: wanted.say });
    else if (isTypeable(point, runtime.state.report!))
      runtime.dispatch({ on: "typed", key: point.key, text: meant.centre });
    else throw new Error(`no way on at ${point.key}: ${JSON.stringify(choices)}`);
    await runtime.rest();
    await clock.pass(300);
    await runtime.rest();
  }
  expect(left(runtime.state)).toBe(0);
}

describe("an officer's month, over Microsoft's library, a simulated Excel and a real collector", () => {
  it("blank, messy rows, points settled in the sidebar, sent, returned on one cell, mended, sent again: the master has it once", async () => {
    const blank = join(folder, "blank.xlsx");
    const made = await run(
      "blank",
      FORM,
      "--province",
      SAMPLE_PROVINCE,
      "--office",
      OFFICE.code,
      "--period",
      PERIOD,
      "--out",
      blank,
    );
    expect(made.exit).toBe(0);
    const stage = await excelStage({ bytes: await readFile(blank), fileName: "แบบรายงาน ต.ค..xlsx" });
    const { excel } = stage;
    const { runtime, clock, faults } = sidebar(stage);
    await until(() => runtime.state.stage === "ready");
    expect(runtime.state.report).toMatchObject({ form: FORM, period: PERIOD, office: OFFICE.code, sheet: SHEET });
    const first = Number(Object.values(runtime.state.report!.columns).length > 0 ? firstRowOf(excel) : 0);

    // Types two rows cell by cell and pastes the rest; the sidebar only reads.
    excel.wire.clear();
    ROWS.slice(0, 2).forEach(({ typed }, i) => {
      typed.forEach((value, col) => {
        if (value !== "") excel.user.type(SHEET, String.fromCharCode(65 + col) + (first + i), value);
      });
    });
    excel.user.paste(
      SHEET,
      `A${first + 2}`,
      ROWS.slice(2).map(({ typed }) => typed),
    );
    excel.user.type(SHEET, "F31", "(นางสาวสมมติ ตัวอย่าง)");
    excel.user.type(SHEET, "F32", "ตำแหน่ง ปลัด อบต.สมมติเหนือ");
    await excel.settle();
    await clock.pass(300);
    await runtime.rest();
    expect(left(runtime.state)).toBeGreaterThanOrEqual(5);
    expect(excel.wire.batches.flatMap((batch) => batch.writes)).toEqual([]);
    expect(excel.book.undoDepth).toBeGreaterThan(0);

    // ตรวจ marks the cells.
    runtime.dispatch({ on: "check" });
    await runtime.rest();
    expect(excel.book.conditionalFormats(SHEET).length).toBeGreaterThan(0);
    await settleAll(runtime, clock, first);
    expect(excel.book.conditionalFormats(SHEET)).toEqual([]);

    // ส่ง, with the access code asked on the way.
    const code = running.data.partition(SAMPLE_PROVINCE).addPerson(OPERATOR, "office", OFFICE.code, "ตัวอย่าง").code;
    const send = async () => {
      runtime.dispatch({ on: "send" });
      await until(() => runtime.state.front === "confirm");
      runtime.dispatch({ on: "confirm" });
    };
    await send();
    expect(runtime.state.draft?.report.certifier).toEqual({
      ...{ name: "นางสาวสมมติ ตัวอย่าง", position: "ปลัด อบต.สมมติเหนือ" },
    });
    runtime.dispatch({ on: "code", code });
    await until(() => runtime.state.kept.some((item) => item.receipt !== null) && runtime.state.noted.length === 1);
    await runtime.rest();
    const { receipt } = runtime.state.kept.find((item) => item.receipt !== null)!.receipt!;
    const values = () =>
      excel.book
        .values(SHEET)
        .flat()
        .filter((value) => typeof value === "string");
    expect(values().find((text) => text.startsWith("รหัสแบบ"))).toMatch(new RegExp(`  ✓ ใบรับ ${receipt} ฉบับที่ 1$`));
    expect(excel.book.settings).toMatchObject({ "ruam.receipts": expect.stringContaining(receipt) });

    // The province returns one cell.
    const province = await Caller.signIn(
      running.url,
      running.data.partition(SAMPLE_PROVINCE).addPerson(OPERATOR, "province", SAMPLE_PROVINCE, "ตัวอย่าง").code,
    );
    const list = async () =>
      (
        (await province.get(`/submissions?form=${FORM}&period=${PERIOD}`)).body as {
          submissions: { submission: string; version: number; receipt: string; office: string }[];
        }
      ).submissions;
    const [sent] = await list();
    expect(sent).toMatchObject({ office: OFFICE.code, version: 1, receipt });
    const comment = { row: first + 1, field: "centre", text: "ชื่อศูนย์ไม่ตรงกับทะเบียน" };
    const answered = await province.post(`/submissions/${sent!.submission}/return`, {
      note: "กรุณาแก้ชื่อศูนย์",
      comments: [comment],
    });
    expect(answered.status).toBe(200);

    // It is in the officer's list, and with ตรวจ at its cell.
    runtime.dispatch({ on: "back" });
    runtime.dispatch({ on: "askTodo" });
    await until(() => runtime.state.returned !== null);
    expect(
      runtime.state.points.filter(({ kind }) => kind === "returned").map(({ cell, text }) => [cell, text]),
    ).toEqual([[`E${first + 1}`, comment.text]]);
    runtime.dispatch({ on: "check" });
    await runtime.rest();
    const notes = excel.book.comments(SHEET).map(({ cell, text }) => [cell, text]);
    expect(notes).toEqual([[`E${first + 1}`, expect.stringContaining(comment.text)]]);

    // Mended in the sheet, sent again.
    excel.user.type(SHEET, `E${first + 1}`, "ศพด.บ้านสองใหม่");
    await excel.settle();
    await clock.pass(300);
    await runtime.rest();
    await send();
    await until(() => runtime.state.noted.length === 2);
    await runtime.rest();
    expect(values().find((text) => text.startsWith("รหัสแบบ"))).toMatch(/ {2}✓ ใบรับ \S+ ฉบับที่ 2$/);

    // Pressed once more without a change: the receipt it has already, no third version.
    runtime.dispatch({ on: "back" });
    await send();
    await until(() => runtime.state.kept.filter((item) => item.receipt !== null).length === 3);
    const now = await list();
    expect(now.map(({ version }) => version)).toEqual([2]);
    expect(new Set(runtime.state.noted.map((one) => one.receipt))).toEqual(new Set([receipt, now[0]!.receipt]));

    const csv = new TextDecoder().decode(
      await province.download(`/provinces/${SAMPLE_PROVINCE}/master.csv?form=${FORM}&period=${PERIOD}`),
    );
    const lines = csv.split("\r\n").filter((line) => line.includes(now[0]!.receipt));
    const meant = ROWS.map((row, i) => (i === 1 ? "ศพด.บ้านสองใหม่" : row.centre));
    expect(lines).toHaveLength(ROWS.length);
    expect(meant.filter((centre) => !lines.some((line) => line.includes(centre)))).toEqual([]);
    expect(lines.some((line) => line.includes("ศพด.บ้านสอง,"))).toBe(false);
    expect(faults).toEqual([]);
  });
});

/** The first row under the headings of the blank. */
function firstRowOf({ book }: ExcelStage["excel"]): number {
  const rows = book.values(SHEET);
  const headings = rows.findLastIndex((row) =>
    row.some((value) => typeof value === "string" && value.trim() === "ไม่ดำเนินการ"),
  );
  return headings + 2;
}
