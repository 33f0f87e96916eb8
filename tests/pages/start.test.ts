import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { th as words } from "../../shared/words/pages.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import type { Running } from "../../worker/host/node.ts";
import { axe, CHROMIUM, launch, leave, overflow } from "./browser.ts";
import { type SampleStage, sampleStage } from "./stage.ts";

const TITLE = "แบบรายงานการจัดทำคลิปวิดีโอ ศูนย์พัฒนาเด็กเล็ก\nจังหวัดตัวอย่าง";
const HEAD = "ลำดับที่,จังหวัด,อำเภอ,อปท.,ศพด.,จัดทำคลิปวิดีโอ,,หมายเหตุ\n,,,,,ดำเนินการ,ไม่ดำเนินการ,";
const row = (office: string, tick: string) => `1,ตัวอย่าง,อ.สมมติ,${office},ศูนย์พัฒนาเด็กเล็กบ้านทุ่งแบบฝึก,${tick},`;
const file = (office: string, tick = "/,") => ({
  name: "รายงาน.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`\uFEFF${TITLE}\n${HEAD}\n${row(office, tick)}\n`),
});

let stage: SampleStage;
let running: Running;
let links: SampleStage["links"];

beforeAll(async () => {
  stage = await sampleStage();
  ({ running, links } = stage);
});
afterAll(() => stage.close());

describe("the start page as it is sent", () => {
  it("is Thai, runs nothing inline and loads nothing from elsewhere", async () => {
    const response = await fetch(`${running.url}/`);
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    expect(page).toMatch(/^<!doctype html>\n<html lang="th">/);
    expect(page.match(/<script[^>]*>[^<]/g)).toBeNull();
    expect(page.match(/ (on\w+|style)=/g)).toBeNull();
    expect(
      [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, to]) => to).filter((to) => /^\w+:|^\/\//.test(to!)),
    ).toEqual([]);
  });

  it("speaks English when asked", async () => {
    expect(await (await fetch(`${running.url}/?lang=en`)).text()).toMatch(/<html lang="en">[\s\S]*Access code/);
  });

  it.each(["../package.json", "start.ts", "__proto__", "constructor"])(
    "gives no file but its own: %s",
    async (name) => {
      const response = await fetch(`${running.url}/assets/${encodeURIComponent(name)}`);
      expect(response.status).toBe(404);
    },
  );
});

describe.skipIf(CHROMIUM === null)("in a browser (needs chromium)", () => {
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => leave(browser));
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(message.text());
    });
  });
  afterEach(async () => {
    await page.close();
    expect(faults.splice(0)).toEqual([]);
  });

  const enter = async (link: string) => {
    await page.goto(link);
    await page.locator("#sent-body table, #sent-body .notice").waitFor();
  };

  it("a code nobody has gets a sentence, and the field stays for another try", async () => {
    await page.goto(running.url);
    await page.keyboard.type("99-0000-0000-0000-0000");
    await page.keyboard.press("Enter");
    await page.getByText(words.codeWrong).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("code");
    expect(await axe(page)).toEqual([]);
  });

  it("a sign-in link opens the work and leaves no code in the address", async () => {
    await enter(links.office);
    expect(await page.locator("h1#place").textContent()).toBe("อบต.สมมติใต้");
    expect(page.url()).toBe(`${running.url}/`);
    await page.reload();
    await page.locator("#sent-body .notice").waitFor();
    await page.getByRole("button", { name: words.signOut }).click();
    await page.reload();
    expect(await page.locator("#sign-in").isVisible()).toBe(true);
  });

  it("a link opened in a tab that already has the page signs in as the other", async () => {
    await enter(links.office);
    await page.goto(links.province);
    await page.locator("h1#place", { hasText: "จังหวัดตัวอย่าง" }).waitFor();
    expect(page.url()).toBe(`${running.url}/`);
  });

  it("an office is told what to mend, cell by cell, and cannot send before", async () => {
    await enter(links.office);
    await page.setInputFiles("#file", file("อบต.สมมติใต", "/,/"));
    await page.locator("#send-result .notice.bad").waitFor();
    const points = await page.locator("#send-result ul[aria-label] > li").allTextContents();
    expect(points.map((point) => point.split(" ")[0])).toEqual(["D5", "F5,"]);
    expect(await page.getByRole("button", { name: words.send, exact: true }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  it("a file that cannot be read gets the reason", async () => {
    await enter(links.office);
    await page.setInputFiles("#file", {
      name: "x.xlsx",
      mimeType: "application/zip",
      buffer: Buffer.from("PK\u0003\u0004 broken"),
    });
    await page.locator("#send-result [role=alert]").waitFor();
    expect(await page.locator("#send-result li, #send-result p").allTextContents()).not.toEqual([]);
  });

  it("a lost connection keeps the file; trying again gives one receipt, and the list shows it", async () => {
    await enter(links.office);
    await page.setInputFiles("#file", file("อบต.สมมติใต้"));
    const keys: (string | undefined)[] = [];
    await page.route("**/submissions/file", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      // The first answer is lost on its way back: the collector has the report, the page does not know.
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole("button", { name: words.send, exact: true }).click();
    await page.getByText(words.offline).waitFor();
    await page.getByRole("button", { name: words.retry }).click();
    const receipt = await page.locator(".receipt dd").first().textContent();
    await page.locator("#sent-body td", { hasText: receipt! }).waitFor();
    expect(keys[0]).toMatch(/\S{8,}/);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(await page.locator("#sent-body tbody tr:not([hidden])").count()).toBe(1);
    expect(await axe(page)).toEqual([]);
  });

  it("the province sees who has not sent and opens the master", async () => {
    await enter(links.province);
    expect(await page.locator("h1#place").textContent()).toBe("จังหวัดตัวอย่าง");
    expect(await page.locator("#overview-body strong").textContent()).toMatch(/^ส่งแล้ว [89] จาก 12 แห่ง$/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words.masterGet }).click(),
    ]);
    const { sheets } = await readWorkbook(await readFile(await download.path()));
    expect(sheets.map((sheet) => sheet.sheet).slice(1)).toEqual(["สรุป", "ที่มา", "ยังไม่ส่ง"]);
    await page.getByRole("button", { name: words.versions }).first().click();
    await page.getByText("ทุกฉบับของ").waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it("the blank comes as a workbook of the office's own", async () => {
    await enter(links.office);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words.blankGet }).click(),
    ]);
    const { names } = await readWorkbook(await readFile(await download.path()));
    expect(names.find((name) => name.name === "RUAM_ID")?.value).toContain("6990203");
  });

  it("a collector that is down is said in words, with a way to try again", async () => {
    await enter(links.province);
    await page.route("**/api/v1/submissions?*", (route) => route.abort());
    await page.selectOption("#period", { index: 3 });
    await page.locator("#sent-body [role=alert]").waitFor();
    await page.unroute("**/api/v1/submissions?*");
    await page.locator("#sent-body").getByRole("button", { name: words.retry }).click();
    await page.getByText(words.sentEmptyProvince).waitFor();
  });

  it.each([320, 768, 1400])("at %i px nothing hangs over the edge and axe finds nothing", async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(running.url);
    expect([await overflow(page), await axe(page)]).toEqual([0, []]);
    await enter(links.province);
    await page.locator("#overview-body ul").first().waitFor();
    expect([await overflow(page), await axe(page)]).toEqual([0, []]);
    const smallest = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll("body *")].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    );
    expect(smallest).toBeGreaterThanOrEqual(18);
  });
});
