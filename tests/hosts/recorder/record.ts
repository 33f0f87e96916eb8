/// <reference types="office-js" />
import { whereAmI } from "../../../addin/excel/ready.ts";
import { later } from "../../../addin/pane/assemble.ts";
import { ROWS, record, SHEET } from "./session.ts";

/*
 * Runs inside a real Excel, once, by hand: does what the sidebar does on a sheet of its own and keeps every request and answer
 * that crosses. The file it offers goes to tests/hosts/recorder/traces/, where a test holds the simulated Excel against it.
 */

const line = document.getElementById("line")!;
const button = document.getElementById("go") as HTMLButtonElement;
const pressed = () => new Promise<void>((resolve) => button.addEventListener("click", () => resolve(), { once: true }));
const tell = (text: string) => {
  line.textContent = text;
};

const where = await whereAmI("https://appsforoffice.microsoft.com/lib/1/hosted/office.debug.js", later);
tell(where === "excel" ? "พร้อมบันทึก กดปุ่ม" : `ไม่ใช่ Excel: ${where}`);
if (where === "excel") {
  await pressed();
  await scratch();
  const { exchanges, stopped } = await record(tell, (asked) => {
    tell(`${asked} แล้วกดปุ่ม`);
    return pressed();
  });
  tell(stopped === null ? `เสร็จแล้ว ${exchanges.length} ครั้ง ลบแผ่น ${SHEET} ได้` : `หยุดที่ ${stopped}`);
  offer({ host: Office.context.diagnostics, at: new Date().toISOString(), exchanges });
}

/** A sheet of the recorder's own: nothing of the workbook's is touched. */
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

function offer(trace: object): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(trace, null, 1)]));
  link.download = `excel-${Office.context.diagnostics.platform}.json`;
  link.textContent = link.download;
  document.body.append(link);
}
