/// <reference types="office-js" />
import { ExcelHost } from "../../../addin/excel/excelHost.ts";
import { later } from "../../../addin/pane/assemble.ts";

/** A request and its answer, as they crossed. */
export interface Exchange {
  step: string;
  request: unknown;
  response: unknown;
}

export const SHEET = "ruam-recorder";
export const ROWS = [
  ["แบบทดลองของเครื่องบันทึก", "", ""],
  ["ลำดับ", "อปท.", "ดำเนินการ"],
  [1, "อบต.ตัวอย่าง", "/"],
  [2, "ทต.สมมติ", ""],
];

/** Microsoft's library prints what it sends and gets, when told to: in two ways, by how it reaches Excel. Answers how to stop. */
function listen(exchanges: Exchange[], step: () => string): () => void {
  (OfficeExtension as unknown as { CoreUtility: { _logEnabled: boolean } }).CoreUtility._logEnabled = true;
  const print = console.log;
  let next: "request" | "response" | null = null;
  const request = (body: unknown) => exchanges.push({ step: step(), request: parsed(body), response: null });
  const response = (answer: { body?: unknown }) => {
    const open = exchanges.find((one) => one.response === null);
    if (open !== undefined) open.response = parsed(answer.body);
  };
  console.log = (text: unknown) => {
    if (typeof text !== "string") return;
    if (text === "Request:" || text === "Response:") next = text === "Request:" ? "request" : "response";
    else if (next === "request") request(text);
    else if (next === "response") response(JSON.parse(text));
    else if (text.startsWith(BRIDGE_ANSWER)) response(JSON.parse(text.slice(BRIDGE_ANSWER.length)).message);
    else if (text.startsWith('{"id":')) request(JSON.parse(text).message.body);
    if (text !== "Request:" && text !== "Response:") next = null;
  };
  return () => {
    console.log = print;
  };
}

/** How the library begins the line of an answer that came over the native bridge (Mac, iPad). */
const BRIDGE_ANSWER = "Received response: ";

const parsed = (body: unknown): unknown => (typeof body === "string" ? JSON.parse(body) : body);

/** What the person at the Excel is asked to do, one after another. */
export const ASKED = ["พิมพ์ 7 ในเซลล์ A5", "วางหลายแถวที่ A6", "แทรกแถวเหนือแถว 3", "กด Ctrl+Z"] as const;

/**
 * Does what the sidebar does, step by step, on the sheet SHEET, which holds ROWS. `done` resolves when the person has done what was asked.
 * Answers all that crossed, also when a step fails: then `stopped` says where.
 */
export async function record(
  tell: (step: string) => void,
  done: (asked: string) => Promise<void>,
): Promise<{ exchanges: Exchange[]; stopped: string | null }> {
  const exchanges: Exchange[] = [];
  let step = "";
  const at = async (name: string, work: () => Promise<unknown>) => {
    step = name;
    tell(name);
    await work();
  };
  const stop = listen(exchanges, () => step);
  try {
    await steps(new ExcelHost({ later, seen: () => true }), at, done);
    return { exchanges, stopped: null };
  } catch (error) {
    return { exchanges, stopped: `${step}: ${String(error)}` };
  } finally {
    stop();
  }
}

async function steps(
  host: ExcelHost,
  at: (name: string, work: () => Promise<unknown>) => Promise<void>,
  done: (asked: string) => Promise<void>,
): Promise<void> {
  await at("begin", () => host.begin());
  await at("document", () => host.document());
  let sheet = "";
  await at("listSheets", async () => {
    sheet = (await host.listSheets()).find((one) => one.name === SHEET)!.id;
  });
  await at("readAll", () => host.readAll([sheet]));
  await at("write", () => host.write(sheet, [{ row: 2, col: 1, was: "อบต.ตัวอย่าง", value: "001" }]));
  await at("undo", () => host.undo());
  const marks = [
    { row: 2, col: 1, verdict: "suggest", note: "ทดลองทำเครื่องหมาย" },
    { row: 3, col: 2, verdict: "error", note: "ทดลองทำเครื่องหมาย" },
  ] as const;
  await at("mark", async () => host.mark(sheet, (await host.read(sheet, "whole")).revision, marks));
  await at("clearMarks", () => host.clearMarks(sheet));
  await at("setting", () => host.setSetting("recorder", "1"));
  await at("getSetting", () => host.getSetting("recorder"));
  await at("forgetSetting", () => host.setSetting("recorder", null));
  for (const ask of ASKED) {
    await done(ask);
    await at(ask, () => host.read(sheet));
  }
  await at("gone", () => host.read("no-such").catch(() => {}));
}
