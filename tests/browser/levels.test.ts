import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../worker/province/actor.ts";
import { CHROMIUM, inked } from "../pages/browser.ts";
import { type LevelsStage, NOW, openLevelsStage, WHICH } from "./levelsStage.ts";
import { lookAt, openAt } from "./opened.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const _WIDE = { width: 1120, height: 800 };
const _SMALL = { width: 320, height: 640 };
const DRAW = process.env.RUAM_PICTURES === "1";
const AT = `form=${WHICH.form}&period=${WHICH.period}`;

let stage: LevelsStage;

/** Opens a page as somebody, by their sign-in link, on the day of the stage. */
const open = (role: Role, place: string, path: string) =>
  openAt(stage.browser, `${stage.url}${path}#code=${stage.codeFor(role, place)}`, NOW);

const look = (page: Page, state: string) => lookAt(page, `levels-${state}`, { axeAt: "320", whole: true });

describe.skipIf(CHROMIUM === null)(`from office to department, page by page${WHY}`, () => {
  beforeAll(async () => {
    stage = await openLevelsStage();
  });
  afterAll(() => stage?.close());

  it("a district hands on what is clean; badges tell by shape and word; its place has a name", async () => {
    const { context, page, complaints } = await open("district", "9901", `/desk/queue?${AT}`);
    await page.locator("#queue-body li").first().waitFor();
    await page.locator("#who-text", { hasText: "อำเภอสมมติหนึ่ง จังหวัดตัวอย่าง" }).waitFor();
    expect(await page.locator("#queue-body li").count()).toBe(8);
    for (const tag of await page.locator("#queue-body .tags .tag").all())
      expect([await tag.locator("svg").count(), (await tag.textContent())!.trim() !== ""]).toEqual([1, true]);
    await page.locator("#bulk-body button").dblclick();
    await page.getByText("ส่งต่อแล้ว 6 ฉบับ").waitFor();
    expect(await page.locator("#queue-body li").count()).toBe(2);
    await context.close();
    expect(complaints).toEqual([]);
  });

  it("the province sees what is with its districts and takes one up, with the reason", async () => {
    const { context, page, complaints } = await open("province", "99", `/desk/queue?${AT}`);
    await page.locator("#at-district-body li").first().waitFor();
    await page.locator("#who-text", { hasText: /^จังหวัดตัวอย่าง$/ }).waitFor();
    await look(page, "queue");
    const held = page.locator("#at-district-body .tags button[aria-pressed]");
    const reports = page.locator("#at-district-body ol.queue > li");
    const all = await reports.count();
    const label = (await held.nth(1).textContent())!;
    await held.nth(1).click();
    await page.locator('#at-district-body button[aria-pressed="true"]', { hasText: label }).waitFor();
    expect([label, await reports.count()]).toEqual([
      expect.stringMatching(`^สมมติ.+ ${await reports.count()} ฉบับ ค้างตั้งแต่ `),
      expect.any(Number),
    ]);
    expect(await reports.count()).toBeLessThan(all);
    await page.goto(`${stage.url}/desk/sheet?id=${stage.sent.get(25)}`);
    await page.locator("#hands").waitFor();
    expect([await page.locator("#decide").isVisible(), await page.locator("#facts").textContent()]).toEqual([
      false,
      expect.stringContaining("อยู่ที่อำเภอ"),
    ]);
    await page.locator("#hands-go").click();
    await page.getByText("โปรดเขียนเหตุผล").waitFor();
    await page.locator("#take-reason").fill("อำเภอยังไม่ส่งต่อ");
    await page.locator("#hands-go").dblclick();
    await page.getByText("รับมาอยู่ที่จังหวัดแล้ว").waitFor();
    await page.locator("#accept-go").click();
    await page.getByText("รับรายงานแล้ว").waitFor();
    await context.close();
    expect(complaints).toEqual([]);
  });

  it("the form without a table shows its blanks, one under the other", async () => {
    const { context, page, complaints } = await open("province", "99", `/desk/sheet?id=${stage.document}`);
    await page.locator("table.document").waitFor();
    const lines = await page.locator("table.document tbody tr").allTextContents();
    expect(lines).toHaveLength(12);
    expect(lines).toContain("กิจกรรม (แห่ง)ทาสีรั้วศูนย์ฯ (1); ปลูกต้นไม้ (1)");
    await look(page, "document");
    await context.close();
    expect(complaints).toEqual([]);
  });

  it("the province sends up once, says who reports directly, and makes a token that is shown once", async () => {
    const { context, page, complaints } = await open("province", "99", `/desk/up?${AT}`);
    await page.getByText("พร้อมส่งขึ้น 1 ฉบับ").waitFor();
    await page.locator("#up-go").dblclick();
    await page.getByText("ส่งขึ้นกรมแล้ว ครั้งที่ 1").waitFor();
    expect(await page.locator("#up-list li").count()).toBe(1);
    expect(await page.locator("#up-go").isDisabled()).toBe(true);
    await page.locator("#direct-offices").fill("65401");
    await page.locator("#direct-go").click();
    await page.locator("#direct-note", { hasText: "ไม่พบ “65401” ในรายชื่อ" }).waitFor();
    await page.locator("#direct-offices").fill("6990105 6990106");
    await page.locator("#direct-go").click();
    await page.locator("#direct-note", { hasText: "บันทึกแล้ว" }).waitFor();
    // kept by code, shown by name
    expect(await page.locator("#direct-offices").inputValue()).toMatch(/^.+ อำเภอ.+, .+ อำเภอ.+$/);
    await page.locator("#token-go").click();
    await page.getByText("โปรดระบุชื่อ").waitFor();
    await page.locator("#token-name").fill("ระบบสารสนเทศตัวอย่าง");
    await page.locator("#scope-master").check();
    await page.locator("#token-go").click();
    await page.locator("#token-text", { hasText: "ruam-99-" }).waitFor();
    await look(page, "up");
    await page.reload();
    await page.locator("#tokens-body tbody tr").waitFor();
    expect(await page.locator("#token-secret").isVisible()).toBe(false);
    await page.getByRole("button", { name: "ยกเลิกโทเคน ระบบสารสนเทศตัวอย่าง" }).click();
    await page.locator("#tokens-body .withdrawn").waitFor();
    await page.locator("#up-undo-go").click();
    await page.locator("#up-told", { hasText: "โปรดเขียนเหตุผล" }).waitFor();
    await context.close();
    expect(complaints).toEqual([]);
  });

  it("the department sees every province, and who does not answer by name", async () => {
    const { context, page, complaints } = await open("department", "TH", `/department?${AT}`);
    await page.locator("#table-body table").waitFor();
    await page.getByText("กรม", { exact: true }).waitFor();
    expect(await page.locator("#total-body [role=alert]").textContent()).toContain("ไม่ทราบยอดของ น่าน");
    await inked(page, "#plot-body canvas", "--key");
    const drawn = await page.locator("#plot-body").getByRole("img").getAttribute("aria-label");
    expect(drawn!.split("; ").filter((one) => one.includes("ส่งแล้ว"))).toHaveLength(3);
    const phrae = await page
      .locator("#table-body tbody tr", { hasText: "แพร่" })
      .first()
      .locator("td")
      .allTextContents();
    expect(phrae.slice(0, 4)).toEqual(["แพร่", "● ส่งขึ้นแล้ว", "40", "40"]);
    const nan = await page.locator("#table-body tbody tr", { hasText: "น่าน" }).locator("td").allTextContents();
    expect([nan[1], new Set(nan.slice(2))]).toEqual(["✕ ติดต่อไม่ได้", new Set(["ไม่ทราบ"])]);
    await look(page, "department");
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#file-csv").click()]);
    expect(file.suggestedFilename()).toBe("volunteer-activities-2026-11.csv");
    await context.close();
    expect(complaints).toEqual([]);
  });

  it("the master goes on paper: sheets lying down, headings again on each, nothing of the frame", async () => {
    const { context, page, complaints } = await open("province", "99", `/desk/print?${AT}`);
    await page.locator("table.printed").first().waitFor();
    await look(page, "print");
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const text = pdf.toString("latin1");
    const size = /\/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)/.exec(text)!;
    expect(Number(size[1])).toBeGreaterThan(Number(size[2]));
    expect(text.match(/\/Type\s*\/Page[^s]/g)!.length).toBeGreaterThan(3);
    await page.emulateMedia({ media: "print" });
    expect([
      await page.locator(".top").isVisible(),
      await page.locator("#print-go").isVisible(),
      await page.locator("#paper").isVisible(),
    ]).toEqual([false, false, true]);
    expect(
      await page
        .locator("table.printed")
        .first()
        .locator("thead")
        .evaluate((head) => getComputedStyle(head).display),
    ).toBe("table-header-group");
    // A4 lying down, less its margins, at 96 dots an inch.
    await page.setViewportSize({ width: 1032, height: 680 });
    if (DRAW) await page.screenshot({ path: "docs/pictures/levels-paper.png" });
    await context.close();
    expect(complaints).toEqual([]);
  });
});
