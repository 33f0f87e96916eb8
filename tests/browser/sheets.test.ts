import { mkdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeriod } from "../../shared/calendar/openPeriod.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { SHEETS_WORDS } from "../../shared/words/sheets.ts";
import { axe, CHROMIUM, overflow } from "../pages/browser.ts";
import { line, sheetOf } from "../pane/support.ts";
import { openSheetsStage, openSidebar, type SheetsStage, type Sidebar } from "./sheetsStage.ts";
import { standsAt } from "./support.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const DRAW = process.env.RUAM_PICTURES === "1";
const SHEET = "101";
const OFFICE = "6990203";
const words = SHEETS_WORDS.th;
const period = openPeriod(childcareClips.calendarRule, Date.now());

let stage: SheetsStage;

const form = (rows: Cell[][]): Grid => {
  const grid = sheetOf(rows, { sheet: period });
  const sign: Cell[][] = [
    [null, null, null, null, "ลงชื่อ นางสาวสมมติ ตัวอย่าง"],
    [null, null, null, null, "ตำแหน่ง ปลัดตัวอย่าง"],
    ["รหัสแบบ childcare-clips/1-99"],
  ];
  return { ...grid, rows: [["แบบรายงานการจัดทำคลิปวิดีโอ"], ...grid.rows.slice(1), ...sign] };
};
const clean = () => form([line({}), line({}, 2)]);
const messy = () =>
  form([
    line({}),
    line({ office: "สมมติใต" }, 2),
    line({ centre: "ศพด.เเม่ตัวอย่าง" }, 3),
    line({ done: "/", notDone: "/" }, 4),
  ]);

/** axe finds nothing, nothing sticks out of 300 px; and a picture where pictures are wanted. */
async function look({ page }: Sidebar, state: string): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await axe(page), state).toEqual([]);
  expect(await overflow(page), `${state} sticks out`).toBeLessThanOrEqual(0);
  if (!DRAW) return;
  await mkdir("docs/pictures", { recursive: true });
  await page.screenshot({ path: `docs/pictures/sheets-${state}.png`, caret: "hide" });
}

const button = ({ page }: Sidebar, name: string) => page.getByRole("button", { name, exact: true });

describe.skipIf(CHROMIUM === null)(`the built sidebar in Chromium, over a simulated spreadsheet${WHY}`, () => {
  beforeAll(async () => {
    stage = await openSheetsStage();
  });
  afterAll(() => stage?.close());

  it("lists what is left, jumps there, takes a choice, marks on request, and takes the marks off without a trace", async () => {
    const sidebar = await openSidebar(stage, [messy()]);
    const { page, script, complaints } = sidebar;
    await standsAt(page, "ready");
    await look(sidebar, "points");
    expect(script.state().active).toMatchObject({ row: 5, col: 4 });

    const before = script.dump(SHEET);
    await button(sidebar, "ตรวจและทำเครื่องหมายในแผ่น").click();
    await button(sidebar, "ล้างเครื่องหมาย").waitFor();
    await look(sidebar, "marked");
    expect((script.dump(SHEET) as { rules: unknown[] }).rules.length).toBeGreaterThan(0);
    expect(script.cell(SHEET, 4, 3).note).toContain("[รวมแบบ]");
    await button(sidebar, "ล้างเครื่องหมาย").click();
    await button(sidebar, "ล้างเครื่องหมาย").waitFor({ state: "detached" });
    expect(script.dump(SHEET)).toEqual(before);

    await page.locator(".point.open .choice").first().click();
    await page.waitForFunction(() => document.querySelector("[data-left]")?.getAttribute("data-left") === "1");
    expect(script.cell(SHEET, 4, 3).value).toBe("อบต.สมมติใต้");
    await button(sidebar, "เลิกทำ").click();
    await page.waitForFunction(() => document.querySelector("[data-left]")?.getAttribute("data-left") === "2");
    expect(script.cell(SHEET, 4, 3).value).toBe("สมมติใต");
    expect(complaints).toEqual([]);
    await sidebar.context.close();
  });

  it("sees what was typed beside it once it has the focus again", async () => {
    const sidebar = await openSidebar(stage, [messy()]);
    await standsAt(sidebar.page, "ready");
    sidebar.script.door.type(SHEET, 4, 3, "อบต.สมมติใต้");
    await sidebar.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await sidebar.page.waitForFunction(() => document.querySelector("[data-left]")?.getAttribute("data-left") === "1");
    await sidebar.context.close();
  });

  it("sends with an access code and notes the receipt in the sheet; a return comes back to its cell", async () => {
    const sidebar = await openSidebar(stage, [clean()]);
    const { page, script, complaints } = sidebar;
    await standsAt(page, "ready");
    await button(sidebar, "ส่งรายงาน").click();
    await look(sidebar, "confirm");
    await button(sidebar, "ยืนยันส่ง").click();
    await look(sidebar, "code");
    await page.locator("#code").fill(stage.codeFor("office", OFFICE));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "ได้รับแล้ว" }).waitFor();
    await look(sidebar, "received");
    const receipt = await page.locator(".number strong").innerText();
    await expect.poll(() => String(script.cell(SHEET, 7, 0).value)).toContain(receipt);
    expect(Object.values(script.state().properties).join()).toContain(receipt);
    expect(complaints).toEqual([]);

    await returnIt(receipt);
    // The officer opens the spreadsheet another day, and gives the code again.
    const again = await openSidebar(stage, [clean()]);
    await standsAt(again.page, "ready");
    await button(again, "ใส่รหัสเข้าใช้").click();
    await again.page.locator("#code").fill(stage.codeFor("office", OFFICE));
    await again.page.keyboard.press("Enter");
    await again.page.getByText("ชื่อศูนย์ไม่ครบ").waitFor();
    await look(again, "returned");
    await sidebar.context.close();
    await again.context.close();
  });

  it("a Google account is bound by a one-time code, and the next time nobody is asked for anything", async () => {
    const token = await stage.tokenOf("110000000000000000042");
    const first = await openSidebar(stage, [clean()], { token });
    await standsAt(first.page, "ready");
    await button(first, "ส่งรายงาน").click();
    await button(first, "ยืนยันส่ง").click();
    await first.page.getByText("ผูกบัญชี Google").waitFor();
    await look(first, "bind");
    await first.page.locator("#code").fill(stage.enrolmentFor(OFFICE));
    await first.page.keyboard.press("Enter");
    await first.page.getByRole("heading", { name: "ได้รับแล้ว" }).waitFor();
    await first.context.close();

    const second = await openSidebar(stage, [clean()], { token });
    await standsAt(second.page, "ready");
    await second.page.locator(".work").waitFor();
    await button(second, "ส่งรายงาน").click();
    await button(second, "ยืนยันส่ง").click();
    await second.page.getByRole("heading", { name: "ได้รับแล้ว" }).waitFor();
    expect(second.complaints.filter((text) => !text.includes("401"))).toEqual([]);
    await second.context.close();
  });

  it("says what to do when several accounts are signed in, and goes on when Google says yes", async () => {
    const refused = "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
    const sidebar = await openSidebar(stage, [clean()], { refused });
    await sidebar.page.getByRole("heading", { name: words.trouble.accounts.title }).waitFor();
    await sidebar.page.getByText("หน้าต่างไม่ระบุตัวตน").waitFor();
    await look(sidebar, "accounts");
    sidebar.refuse(null);
    await button(sidebar, words.retry).click();
    await standsAt(sidebar.page, "ready");
    // It may happen in the midst of the work, too: the list stays in sight under it.
    sidebar.refuse("Exceeded maximum execution time");
    await button(sidebar, "ตรวจและทำเครื่องหมายในแผ่น").click();
    await sidebar.page.getByRole("heading", { name: words.trouble.slow.title }).waitFor();
    await look(sidebar, "slow");
    await sidebar.context.close();
  });

  it.each([
    ["Script function not found: ruamHello", "missing"],
    ["Service invoked too many times for one day: spreadsheet", "quota"],
    ["NetworkError: Connection failure due to HTTP 0", "offline"],
    ["ข้อผิดพลาดที่ไม่มีใครเคยเห็น", "unknown"],
  ] as const)("%s: says what it means and what to do", async (refused, kind) => {
    const sidebar = await openSidebar(stage, [clean()], { refused });
    await sidebar.page.getByRole("heading", { name: words.trouble[kind].title }).waitFor();
    for (const way of words.trouble[kind].how) await sidebar.page.getByText(way, { exact: true }).waitFor();
    expect(await axe(sidebar.page)).toEqual([]);
    await sidebar.context.close();
  });

  it("a copy of an old template is told to be one", async () => {
    const said = (name: string, answer: unknown) =>
      name === "ruamHello" ? { ok: { ...(answer as { ok: object }).ok, version: 0 } } : answer;
    const sidebar = await openSidebar(stage, [clean()], { said });
    await sidebar.page.getByRole("heading", { name: words.trouble.old.title }).waitFor();
    await sidebar.context.close();
  });

  it("a protected sheet, a spreadsheet without the form, one whose province nobody says", async () => {
    const held = await openSidebar(stage, [messy()]);
    await standsAt(held.page, "ready");
    held.script.door.change(SHEET, JSON.stringify({ isProtected: true }));
    await button(held, "ตรวจและทำเครื่องหมายในแผ่น").click();
    await held.page.getByText("แผ่นงานนี้ป้องกันไว้ จึงทำเครื่องหมายในแผ่นไม่ได้").waitFor();
    await look(held, "protected");
    await held.context.close();

    const nobodys = await openSidebar(stage, [{ sheet: "บันทึก", rows: [["ซื้อของ", 5]] }]);
    await nobodys.page.getByRole("heading", { name: "แบบนี้เป็นของจังหวัดใด" }).waitFor();
    await look(nobodys, "province");
    await nobodys.context.close();

    const rows = [["ซื้อของ", 5], ["รหัสแบบ childcare-clips/1-99"]];
    const none = await openSidebar(stage, [{ sheet: "บันทึก", rows }]);
    await none.page.getByRole("heading", { name: "ไม่พบแบบรายงานในแผ่นนี้" }).waitFor();
    await look(none, "no-form");
    await none.context.close();
  });

  it("without a line the check goes on, and what was kept says not to close the sidebar", async () => {
    const sidebar = await openSidebar(stage, [clean()]);
    await standsAt(sidebar.page, "ready");
    await button(sidebar, "ใส่รหัสเข้าใช้").click();
    await sidebar.page.locator("#code").fill(stage.codeFor("office", OFFICE));
    await sidebar.page.keyboard.press("Enter");
    await sidebar.page.locator(".work").waitFor();
    await sidebar.context.route(`${stage.url}/**`, (route) => route.abort("internetdisconnected"));
    await sidebar.page.evaluate(() => window.dispatchEvent(new Event("offline")));
    await button(sidebar, "ส่งรายงาน").click();
    await button(sidebar, "ยืนยันส่ง").click();
    await sidebar.page.getByText("อย่าปิดหน้านี้").waitFor();
    await look(sidebar, "kept");
    await sidebar.context.close();
  });
});

/** The province returns the report with a comment on a cell. */
async function returnIt(receipt: string): Promise<void> {
  const ask = async (path: string, body: unknown, token?: string) => {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const init = body === null ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
    return (await (await fetch(`${stage.url}/api/v1${path}`, init)).json()) as Record<string, unknown>;
  };
  const { token } = await ask("/session", { code: stage.codeFor("province", "99") });
  const { submissions } = await ask(`/submissions?form=${childcareClips.id}&period=${period}`, null, token as string);
  const one = (submissions as { receipt: string; submission: string }[]).find((each) => each.receipt === receipt)!;
  const comments = [{ row: 4, field: "centre", text: "ชื่อศูนย์ไม่ครบ" }];
  await ask(`/submissions/${one.submission}/return`, { note: "โปรดแก้ชื่อศูนย์", comments }, token as string);
}
