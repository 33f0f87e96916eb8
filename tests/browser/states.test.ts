import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeriod } from "../../shared/calendar/openPeriod.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { CHROMIUM } from "../pages/browser.ts";
import { line, sheetOf } from "../pane/support.ts";
import { toXlsx } from "../story/workbook.ts";
import { look } from "./look.ts";
import { dropFile, openPage, openStage, SMALL, type Stage, standsAt, typeKeys, WIDE } from "./support.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const OFFICE = "6990203";
const BUDGET_BYTES = 150 * 1024;

let stage: Stage;

const period = openPeriod(childcareClips.calendarRule, Date.now());
const clean = (rows: Cell[][] = [line({}), line({}, 2)]) => {
  const grid = sheetOf(rows, { sheet: period });
  const sign: Cell[][] = [
    [null, null, null, null, "ลงชื่อ นางสาวสมมติ ตัวอย่าง"],
    [null, null, null, null, "ตำแหน่ง ปลัดตัวอย่าง"],
  ];
  return { ...grid, rows: [["แบบรายงานการจัดทำคลิปวิดีโอ"], ...grid.rows.slice(1), ...sign] } as Grid;
};

/** As many rows as asked, one in ten with something to settle. */
function long(count: number): Grid {
  return sheetOf(Array.from({ length: count }, (_, i) => line(i % 10 === 3 ? { office: "สมมติเหนือ" } : {}, i + 1)));
}

const cell = (page: Page, at: string) => page.locator(`[data-cell="${at}"]`);

/** The parts of the script that come with the page, and those that come behind it. */
async function partsOf({ built }: Stage): Promise<{ first: string[]; behind: string[] }> {
  const source = await readFile(`${built}/app.js`, "utf8");
  const named = (pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1]!);
  const first = named(/from"\.\/(app-chunk-[A-Z0-9]+\.js)"/g);
  return { first: ["app.js", ...first], behind: named(/import\("\.\/(app-chunk-[A-Z0-9]+\.js)"\)/g) };
}

/** Whether the browser's database holds work left unfinished. Runs in the page. */
function keptDraft(): Promise<boolean> {
  return new Promise((resolve) => {
    const open = indexedDB.open("ruam");
    open.onsuccess = () => {
      const asked = open.result.transaction("things").objectStore("things").get("draft");
      asked.onsuccess = () => {
        open.result.close();
        resolve(asked.result !== undefined);
      };
    };
  });
}

describe.skipIf(CHROMIUM === null)(`the page, state by state${WHY}`, () => {
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  it("empty, refused, no form, a province to be said, too old: each says what to do", async () => {
    const { context, page, complaints } = await openPage(stage, WIDE);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await look(page, "empty");
    await dropFile(page, "รายงาน.pdf", new TextEncoder().encode("%PDF-1.7 …"));
    await page.getByRole("heading", { name: "เปิดไฟล์นี้ไม่ได้" }).waitFor();
    await look(page, "refused");
    await dropFile(page, "ว่าง.xlsx", toXlsx([{ sheet: "Sheet1", rows: [["สวัสดี"]] }]));
    await standsAt(page, "ready");
    await look(page, "no-form");
    expect(complaints).toEqual([]);
    await context.close();

    const other = await openPage(stage, WIDE, "");
    await dropFile(other.page, "ก.xlsx", toXlsx([clean()]));
    await other.page.getByRole("heading", { name: "แบบนี้เป็นของจังหวัดใด" }).waitFor();
    await look(other.page, "province");
    await other.context.close();

    // The reader of workbooks is slow to come: the name of the file is there at once.
    const slow = await openPage(stage, WIDE, "?province=99", async (context) => {
      for (const part of (await partsOf(stage)).behind)
        await context.route(`**/${part}`, async (route) => {
          await held;
          await route.continue();
        });
    });
    await dropFile(slow.page, "รายงานคลิปเดือนตุลาคม.xlsx", toXlsx([clean()]));
    await slow.page.getByRole("heading", { name: "กำลังอ่าน" }).waitFor();
    await look(slow.page, "reading");
    release();
    await standsAt(slow.page, "ready");
    await slow.context.close();

    const old = await openPage(stage, WIDE);
    await old.context.route("**/api/v1/forms", (route) =>
      route.fulfill({ json: { forms: [{ id: childcareClips.id, version: 2, official: true, title: ["ก"] }] } }),
    );
    await dropFile(old.page, "ก.xlsx", toXlsx([clean()]));
    await old.page.getByRole("heading", { name: "หน้านี้เป็นรุ่นเก่า" }).waitFor();
    await look(old.page, "too-old");
    await old.context.close();
  });

  it("sending, received, returned with a comment at its cell, refused by the collector", async () => {
    const { context, page } = await openPage(stage, WIDE);
    await dropFile(page, "รายงาน.xlsx", toXlsx([clean()]));
    await standsAt(page, "ready");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route("**/api/v1/submissions", async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole("button", { name: "ส่งรายงาน" }).click();
    await page.getByRole("button", { name: "ยืนยันส่ง" }).click();
    await page.locator("#code").fill("ผิด-รหัส");
    await page.keyboard.press("Enter");
    await page.getByText("รหัสนี้ใช้ไม่ได้").waitFor();
    await page.locator("#code").fill(stage.codeFor("office", OFFICE));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "กำลังส่ง" }).waitFor();
    await look(page, "sending");
    release();
    await page.getByRole("heading", { name: "ได้รับแล้ว" }).waitFor();

    // The province returns it with a comment; the officer opens the file again.
    const session = await fetch(`${stage.url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code: stage.codeFor("province", "99") }),
    });
    const headers = {
      authorization: `Bearer ${((await session.json()) as { token: string }).token}`,
      "content-type": "application/json",
    };
    const list = await fetch(`${stage.url}/api/v1/submissions?office=${OFFICE}`, { headers });
    const { submissions } = (await list.json()) as { submissions: { submission: string }[] };
    const body = JSON.stringify({
      note: "ขอให้ตรวจชื่อศูนย์อีกครั้ง",
      comments: [{ row: 5, field: "centre", text: "ชื่อศูนย์นี้ไม่ตรงกับทะเบียนของจังหวัด" }],
    });
    const done = await fetch(`${stage.url}/api/v1/submissions/${submissions[0]!.submission}/return`, {
      method: "POST",
      headers,
      body,
    });
    expect(done.ok, await done.text()).toBe(true);
    await dropFile(page, "รายงาน.xlsx", toXlsx([clean()]));
    await page.getByText("ขอให้ตรวจชื่อศูนย์อีกครั้ง").waitFor();
    await page.keyboard.press("Alt+ArrowDown");
    await look(page, "returned");

    await context.unroute("**/api/v1/submissions");
    await context.route("**/api/v1/submissions", (route) =>
      route.fulfill({
        status: 422,
        contentType: "application/problem+json",
        json: {
          ...{ type: "urn:ruam:problem:not-submittable", code: "not-submittable", status: 422 },
          ...{ title: "ยังส่งไม่ได้ มีรายการที่ต้องแก้ไขหรือเลือกก่อน", titleEn: "Not ready" },
          findings: [
            {
              code: "LAO_UNKNOWN",
              verdict: "error",
              cell: "D5",
              message: "ไม่พบ อปท. ชื่อ “อบต.สมมติใต้” ในบัญชีล่าสุดของจังหวัด",
            },
          ],
        },
      }),
    );
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "ยืนยันส่ง" }).click();
    await page.getByRole("heading", { name: "ระบบยังไม่รับ" }).waitFor();
    await look(page, "not-taken");
    await context.close();
  });

  it("all like this: shows the cells, changes them on yes, and undo brings them back, focus kept in the list", async () => {
    const { context, page } = await openPage(stage, WIDE);
    await dropFile(page, "ก.xlsx", toXlsx([sheetOf([1, 2, 3].map((n) => line({ office: "สมมติเหนือ" }, n)))]));
    await standsAt(page, "ready");
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    await page.locator(".point.open .all").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.getByText("จะแก้ 3 เซลล์ เป็น “อบต.สมมติเหนือ”").waitFor();
    // A mark takes nothing away from what it marks.
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>(".cell.suggest .text")].filter(
          (one) => one.scrollHeight > one.clientHeight,
        ).length,
    );
    expect(cut).toBe(0);
    await look(page, "all-alike");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "พร้อมส่ง" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("heading", { name: "เหลือ 3 จุดที่ต้องแก้" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("point-head");
    await context.close();
  });

  it("the sheet is edited in place as a spreadsheet is: typing, Enter, F2, Esc, Delete, undo, redo, paste", async () => {
    const { context, page, complaints } = await openPage(stage, WIDE);
    await dropFile(page, "ก.xlsx", toXlsx([sheetOf([line({}), line({}, 2), line({}, 3)])]));
    await standsAt(page, "ready");
    await cell(page, "3:4").click();
    // The first letter typed opens the field and lands in it.
    await typeKeys(page, "ศพด.บ้านใหม่");
    await look(page, "editing", ["wide"]);
    await page.keyboard.press("Enter");
    expect(await cell(page, "3:4").locator(".text").innerText()).toBe("ศพด.บ้านใหม่");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe("4:4");
    await page.keyboard.press("F2");
    await typeKeys(page, " แก้");
    await page.keyboard.press("Escape");
    expect(await cell(page, "4:4").locator(".text").innerText()).toBe("ศพด.บ้านที่ 2");
    await page.keyboard.press("Delete");
    await page.getByRole("heading", { name: "เหลืออีก 1 จุด" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("heading", { name: "พร้อมส่ง" }).waitFor();
    await page.keyboard.press("Control+y");
    await page.getByRole("heading", { name: "เหลืออีก 1 จุด" }).waitFor();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "ศพด.วัดหนึ่ง\t/\r\nศพด.วัดสอง\t/\r\n");
      document.activeElement!.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByRole("heading", { name: "พร้อมส่ง" }).waitFor();
    expect(await cell(page, "5:4").locator(".text").innerText()).toBe("ศพด.วัดสอง");
    // An input method composes: Enter belongs to it until it is done.
    await cell(page, "5:4").click();
    const cdp = await context.newCDPSession(page);
    await page.keyboard.press("F2");
    await cdp.send("Input.imeSetComposition", { text: "ใหม่", selectionStart: 4, selectionEnd: 4 });
    await cdp.send("Input.insertText", { text: "ใหม่" });
    await page.keyboard.press("Enter");
    expect(await cell(page, "5:4").locator(".text").innerText()).toBe("ศพด.วัดสองใหม่");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("work left unfinished is offered again after the page was closed", async () => {
    const { context, page } = await openPage(stage, SMALL);
    await dropFile(page, "ค้าง.xlsx", toXlsx([sheetOf([line({ office: "สมมติเหนือ" })])]));
    await standsAt(page, "ready");
    await page.keyboard.press("F8");
    await page.keyboard.press("2");
    await page.getByRole("heading", { name: "พร้อมส่ง" }).waitFor();
    await expect.poll(() => page.evaluate(keptDraft)).toBe(true);
    await page.reload();
    await look(page, "unfinished");
    await page.getByRole("button", { name: "ทำต่อ" }).click();
    await page.getByRole("heading", { name: "พร้อมส่ง" }).waitFor();
    await page.getByRole("button", { name: "ตาราง" }).click();
    await look(page, "grid");
    await context.close();
  });

  it("lists the points of 3,000 rows at once, draws 5,000 rows as few, and keeps within its weight", async () => {
    const { context, page } = await openPage(stage, WIDE);
    await dropFile(page, "ใหญ่.xlsx", toXlsx([long(3_000)]));
    await standsAt(page, "ready");
    const firstList = await page.evaluate(() => {
      const [read] = performance.getEntriesByName("ruam-read");
      const [listed] = performance.getEntriesByName("ruam-first-list");
      return Math.round(listed!.startTime - read!.startTime);
    });
    await page.evaluate(() => performance.clearMarks());
    await dropFile(page, "ใหญ่มาก.xlsx", toXlsx([long(5_000)]));
    await page.getByText("จาก 5000 แถว").waitFor();
    const drawn = await page.locator('[role="row"]').count();
    expect(drawn).toBeLessThan(60);
    await cell(page, "0:0").click();
    await page.keyboard.press("Control+End");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-cell")?.startsWith("5002:"));
    const frames = await page.evaluate(async () => {
      const sheet = document.querySelector(".sheet")!;
      const times: number[] = [];
      for (let i = 0, last = performance.now(); i < 40; i++) {
        sheet.scrollTop = (i * 4_321) % sheet.scrollHeight;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        times.push(performance.now() - last);
        last = performance.now();
      }
      return times.sort((a, b) => a - b);
    });
    const weigh = async (names: string[]) => {
      const parts = await Promise.all(names.map((name) => readFile(`${stage.built}/${name}`)));
      return parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
    };
    const parts = await partsOf(stage);
    const pane = await weigh(parts.first);
    const reader = await weigh(parts.behind);
    console.info(
      `first list of 3,000 rows ${firstList} ms after the file was read; ` +
        `scrolling 5,000 rows: median frame ${frames[20]!.toFixed(1)} ms, slowest ${frames[39]!.toFixed(1)} ms; ` +
        `pane ${(pane / 1024).toFixed(1)} KB gzipped, workbook reader ${(reader / 1024).toFixed(1)} KB`,
    );
    expect(pane).toBeLessThanOrEqual(BUDGET_BYTES);
    await context.close();
  });

  it("speaks English to who asks for it, with nothing Thai left but what is the document's own", async () => {
    const { context, page } = await openPage(stage, WIDE, "?province=99&lang=en");
    expect(await page.locator("body").innerText()).not.toMatch(/[ก-๛]{4,}/);
    await dropFile(page, "a.xlsx", toXlsx([clean([line({ done: null })])]));
    await standsAt(page, "ready");
    await page.getByRole("heading", { name: "1 point to settle" }).waitFor();
    const pane = await page.locator(".pane").innerText();
    expect(pane.replaceAll("ดำเนินการ", "")).not.toMatch(/[ก-๛]{4,}/);
    await look(page, "english");
    await context.close();
  });

  it("obeys its own strict policy: no inline script or style anywhere", () => {
    const source = readFileSync("worker/pages/app.ts", "utf8");
    expect(source).toContain("script-src 'self'");
    expect(/unsafe-inline|unsafe-eval/.test(source)).toBe(false);
  });
});
