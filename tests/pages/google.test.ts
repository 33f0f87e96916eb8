import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { googleTroublesTh } from "../../shared/words/google.ts";
import { GOOGLE_PAGE_WORDS } from "../../shared/words/googlePage.ts";
import { GATHER_MS } from "../../worker/host/outbox.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { contentOf, setCell } from "../hosts/google/book.ts";
import { type Loopback, startLoopback } from "../hosts/google/loopback.ts";
import { axe, CHROMIUM, launch, leave, overflow } from "./browser.ts";
import { type SampleStage, sampleStage } from "./stage.ts";

const words = GOOGLE_PAGE_WORDS.th;
const ID = "sample-spreadsheet-0123456789-abcdefghijklmn";
const ADDRESS = `https://docs.google.com/spreadsheets/d/${ID}/edit?gid=0#gid=0`;

/** The clock of the collector: the machine's, and what the test turned it on. */
const shift = { ms: 0 };
const now = () => Date.now() + shift.ms;

describe.skipIf(CHROMIUM === null)(
  "the card of the Google spreadsheet, in a browser (needs chromium; the API is simulated)",
  () => {
    let loopback: Loopback;
    let stage: SampleStage;
    let browser: Browser;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      loopback = await startLoopback(now);
      stage = await sampleStage({ google: { ...loopback.settings, lookEveryMs: 0 }, now });
      browser = await launch();
    });
    afterAll(async () => {
      await leave(browser);
      await stage.close();
      await loopback.close();
    });
    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
      page.setDefaultTimeout(30_000);
      page.on("pageerror", (error) => faults.push(error.message));
    });
    afterEach(async () => {
      await page.close();
      expect(faults.splice(0)).toEqual([]);
    });

    const card = () => page.locator("#google-body");
    const enter = async (link: string) => {
      await page.goto(link);
      await page.locator("#sent-body table, #sent-body .notice").waitFor();
    };
    /** The outbox a quarter of a minute later. */
    const written = async () => {
      await stage.running.outbox!.look();
      shift.ms += GATHER_MS + 1_000;
      await stage.running.outbox!.look();
    };

    it("an office does not see it", async () => {
      await enter(stage.links.office);
      expect(await page.locator("#google").isVisible()).toBe(false);
    });

    it("says whom to share with, names what is wrong with each address, and keeps what was typed", async () => {
      await enter(stage.links.province);
      await card().getByText(loopback.account.email).waitFor();
      const input = page.getByLabel(words.address);
      const connect = card().getByRole("button", { name: words.connect });
      await input.fill("https://example.com/ไม่ใช่");
      await connect.click();
      await card().getByText("นี่ไม่ใช่ที่อยู่ของ Google Sheets").waitFor();
      await input.fill(ADDRESS);
      await connect.click();
      await card().getByText("ไม่พบแฟ้มนี้").waitFor();
      loopback.google.newBook(ID, "แบบรายงานรวมจังหวัดตัวอย่าง");
      await connect.click();
      await card().getByText(`เพิ่ม ${loopback.account.email} เป็นผู้แก้ไข`).waitFor();
      loopback.google.books.get(ID)!.shared.set(loopback.account.email, "reader");
      await connect.click();
      await card().getByText("อ่านแฟ้มนี้ได้แต่เขียนไม่ได้").waitFor();
      expect(await input.inputValue()).toBe(ADDRESS);
      expect(await axe(page)).toEqual([]);
    });

    it("connects, is written, and says when", async () => {
      loopback.google.books.get(ID)!.shared.set(loopback.account.email, "writer");
      await enter(stage.links.province);
      await page.getByLabel(words.address).fill(ADDRESS);
      await page.keyboard.press("Enter");
      await card().getByRole("link", { name: "แบบรายงานรวมจังหวัดตัวอย่าง" }).waitFor();
      await card().getByText(words.neverWritten).waitFor();
      await written();
      await page.reload();
      await card().getByText(words.current).waitFor();
      expect(await card().textContent()).toContain(words.writtenAt.split("{")[0]);
      const titles = loopback.google.books.get(ID)!.sheets.map(({ title }) => title);
      expect([titles.length, ...titles.slice(-2)]).toEqual([titles.length, "สรุป", "ยังไม่ส่ง"]);
      expect(await axe(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });

    it("names a tab with changed headings and offers a new one; a lasting trouble stays until somebody tries again", async () => {
      const book = () => loopback.google.books.get(ID)!;
      setCell(book().sheets.find(({ title }) => title === "สรุป")!, 1, 2, "อำเภอของเรา");
      const connectAgain = () =>
        stage.running.data.partition("99").connectGoogle(OPERATOR, ID, "แบบรายงานรวมจังหวัดตัวอย่าง");
      connectAgain();
      await written();
      await enter(stage.links.province);
      await card().getByText("มีผู้แก้หัวตารางของแท็บ สรุป").waitFor();
      expect(await axe(page)).toEqual([]);
      await card().getByRole("button", { name: words.newTab }).click();
      await card().getByText("รอเขียน 1 แท็บ").waitFor();
      await written();
      expect(book().sheets.map(({ title }) => title)).toContain("สรุป (2)");

      book().shared.delete(loopback.account.email);
      connectAgain();
      await written();
      await page.reload();
      await card().getByText(googleTroublesTh["no-permission"].split("{")[0]!).waitFor();
      expect(await axe(page)).toEqual([]);
      book().shared.set(loopback.account.email, "writer");
      await card().getByRole("button", { name: words.again }).click();
      await card().getByText("รอเขียน").waitFor();
      await written();
      expect(contentOf(book().sheets.find(({ title }) => title === "สรุป (2)")!).length).toBeGreaterThan(2);
    });

    it("is let go with one press; the spreadsheet stays", async () => {
      const before = loopback.google.books.get(ID)!.sheets.length;
      await enter(stage.links.province);
      await card().getByRole("button", { name: words.disconnect }).click();
      await page.getByLabel(words.address).waitFor();
      expect(loopback.google.books.get(ID)!.sheets.length).toBe(before);
    });

    it("where no account is set up, it says so and what the operator does", async () => {
      const bare = await sampleStage();
      try {
        await enter(bare.links.province);
        await card().getByText(words.absent).waitFor();
        expect(await card().textContent()).toContain("docs/deploy.md");
        expect(await axe(page)).toEqual([]);
      } finally {
        await bare.close();
      }
    });
  },
);
