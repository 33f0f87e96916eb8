/// <reference types="office-js" />
import { ExcelHost } from "../../../addin/excel/excelHost.ts";
import { whereAmI } from "../../../addin/excel/ready.ts";
import { later } from "../../../addin/pane/assemble.ts";

/*
 * Runs inside a real Excel, once, by hand: does what the sidebar does on a sheet of its own and keeps every request and answer
 * that crosses. The file it offers goes to tests/hosts/recorder/traces/, where a test replays it against the simulated Excel.
 */

interface Exchange {
  step: string;
  request: unknown;
  response: unknown;
}

const SHEET = "ruam-recorder";
const ROWS = [
  ["แบบทดลองของเครื่องบันทึก", "", ""],
  ["ลำดับ", "อปท.", "ดำเนินการ"],
  [1, "อบต.ตัวอย่าง", "/"],
  [2, "ทต.สมมติ", ""],
];

const exchanges: Exchange[] = [];
let step = "";

/** Microsoft's library prints what it sends and gets, when told to. */
function listen(): void {
  (OfficeExtension as unknown as { CoreUtility: { _logEnabled: boolean } }).CoreUtility._logEnabled = true;
  const print = console.log.bind(console);
  let next: "request" | "response" | null = null;
  console.log = (...what: unknown[]) => {
    print(...what);
    const [text] = what;
    if (text === "Request:") next = "request";
    else if (text === "Response:") next = "response";
    else if (next !== null && typeof text === "string") {
      const value: unknown = JSON.parse(text);
      if (next === "request") exchanges.push({ step, request: value, response: null });
      else if (exchanges.length > 0) exchanges.at(-1)!.response = value;
      next = null;
    }
  };
}

async function scratch(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(SHEET);
    sheet.getRange("A1:C4").values = ROWS;
    sheet.getRange("A1:C1").merge();
    sheet.getRange("A4:C4").format.fill.color = "#FFFF00";
    sheet.activate();
    await context.sync();
  });
}

async function record(tell: (text: string) => void, pressed: () => Promise<void>): Promise<void> {
  const host = new ExcelHost({ later, seen: () => true });
  const at = async (name: string, work: () => Promise<unknown>) => {
    step = name;
    tell(name);
    await work();
  };
  await at("scratch", scratch);
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
  for (const ask of ["พิมพ์ 7 ในเซลล์ A5", "วางหลายแถวที่ A6", "แทรกแถวเหนือแถว 3", "กด Ctrl+Z"]) {
    tell(`${ask} แล้วกดปุ่ม`);
    await pressed();
    await at(ask, () => host.read(sheet));
  }
  await at("gone", () => host.read("no-such").catch(() => {}));
}

function offer(): void {
  const facts = { host: Office.context.diagnostics, at: new Date().toISOString(), exchanges };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(facts, null, 1)]));
  link.download = `excel-${Office.context.diagnostics.platform}.json`;
  link.textContent = link.download;
  document.body.append(link);
}

const line = document.getElementById("line")!;
const button = document.getElementById("go") as HTMLButtonElement;
const pressed = () => new Promise<void>((resolve) => button.addEventListener("click", () => resolve(), { once: true }));
const where = await whereAmI("https://appsforoffice.microsoft.com/lib/1/hosted/office.debug.js", later);
line.textContent = where === "excel" ? "พร้อมบันทึก กดปุ่ม" : `ไม่ใช่ Excel: ${where}`;
if (where === "excel") {
  await pressed();
  listen();
  try {
    await record((text) => {
      line.textContent = text;
    }, pressed);
    line.textContent = `เสร็จแล้ว ${exchanges.length} ครั้ง ลบแผ่น ${SHEET} ได้`;
  } catch (error) {
    line.textContent = `หยุดที่ ${step}: ${String(error)}`;
  }
  offer();
}
