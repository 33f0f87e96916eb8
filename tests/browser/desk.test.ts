import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import type { Role } from "../../worker/province/actor.ts";
import { axe, CHROMIUM, inked } from "../pages/browser.ts";
import { report, row } from "../province/sample.ts";
import { type DeskStage, NOW, openDeskStage, PERIOD } from "./deskStage.ts";
import { lookAt, openAt, type Width } from "./opened.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const _WIDE = { width: 1120, height: 800 };
const SMALL = { width: 320, height: 640 };
/** Whole pages; of what is long or in trouble, what the window shows. */
const WHOLE = new Set(["completeness", "queue", "sheet", "work", "picked"]);

let stage: DeskStage;
const codeOf = (i: number) => SAMPLE_OFFICES[i]!.code;

/** Opens a page of the desk as somebody, by their sign-in link, on the day of the stage. */
const open = (role: Role, place: string, path: string, before?: (context: BrowserContext) => Promise<unknown>) =>
  openAt(stage.browser, `${stage.url}${path}#code=${stage.codeFor(role, place)}`, NOW, before);

const look = (page: Page, state: string, sizes?: readonly Width[]) =>
  lookAt(page, `desk-${state}`, { whole: WHOLE.has(state), ...(sizes === undefined ? {} : { sizes }) });

/** An office sends once more, with other centres. */
function sendAgain(i: number, key: string, centres: string[]): void {
  const actor = { person: "99-PSAMPLE", role: "office", place: codeOf(i) } as const;
  const rows = centres.map((name, n) => row(6 + n, name));
  stage.running.data.partition("99").submit(actor, report({ office: actor.place, period: PERIOD, key, rows }));
}

const at = (path: string) => `${path}?period=${PERIOD}`;

describe.skipIf(CHROMIUM === null)(`the desk, page by page${WHY}`, () => {
  beforeAll(async () => {
    stage = await openDeskStage();
  });
  afterAll(() => stage?.close());

  it("without the file of the plots, a sentence says so and the table has the numbers", async () => {
    const { context, page } = await open("province", "99", at("/desk"), async (context) => {
      await context.route("**/assets/plots.js", (route) => route.abort());
    });
    await page.locator("#curve-body .notice", { hasText: "ขณะนี้แสดงกราฟไม่ได้" }).waitFor();
    expect(await page.locator("#curve-body tbody tr").count()).toBe(6);
    await context.close();
  });

  it("completeness: who has not sent comes first; remind, give more time, close and open again", async () => {
    const { context, page, complaints } = await open("province", "99", at("/desk"));
    await page.locator("#matrix-body table").waitFor();
    const first = await page.locator("#matrix-body tbody tr .head").allTextContents();
    expect(first.length).toBe(12);
    expect(await page.locator("#progress-body .tally li").allTextContents()).toEqual([
      " ยังไม่ส่ง 3",
      " ส่งคืน 1",
      " ส่งช้า 1",
      " ไม่มีรายการ 1",
      " ทันกำหนด 6",
    ]);
    expect(await page.locator("#curve-body tbody tr").count()).toBe(6);
    await inked(page, "#curve-body canvas", "--key");
    await inked(page, "#curve-body canvas", "--bad");
    expect(await page.locator("#curve-body").getByRole("img").getAttribute("aria-label")).toBe(
      await page.locator("#curve-body figcaption").textContent(),
    );
    await look(page, "completeness");

    await page.locator("#remind-go").click();
    const text = await page.locator("#remind-text").inputValue();
    expect(text).toContain("กำหนดเมื่อวันพฤหัสบดีที่ 5 พฤศจิกายน พ.ศ. 2569");
    expect(text).toContain(`/my?form=childcare-clips&period=${PERIOD}`);
    expect(text).toContain("เรียน ผู้รับผิดชอบรายงานของ อปท. ในจังหวัดตัวอย่าง");
    expect(text.match(/^\d+\. /gm)).toHaveLength(4);

    await page.locator("#matrix-body tbody tr").nth(1).getByRole("button").click();
    expect(await page.locator("#extend-office").inputValue()).toMatch(/ อำเภอ/);
    // The list of all is fetched for who turns to the form, not with the page.
    expect(await page.locator("#extend-offices option").count()).toBe(0);
    await page.locator("#extend-office").focus();
    await page.locator("#extend-offices option").nth(3).waitFor({ state: "attached" });
    expect(await page.locator("#extend-offices option").count()).toBe(4);
    const chosen = await page.locator("#extend-office").inputValue();
    await page.locator("#extend-office").fill("อบต.ไม่มีจริง");
    await page.locator("#extend-office").press("Enter");
    await page.locator("#extend-fault", { hasText: "ไม่พบ “อบต.ไม่มีจริง”" }).waitFor();
    await page.locator("#extend-office").fill(chosen);
    await page.locator("#extend-date").fill("2026-11-05");
    await page.locator("#extend-form button[type=submit]").click();
    await page.locator("#extend-fault", { hasText: "กำหนดส่งของทุกแห่งคือ 5 พ.ย. 2569" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.locator("#extend-date").fill("2026-11-25");
    await page.locator("#extend-form button[type=submit]").click();
    await page.locator("#extend-note.bad").waitFor();
    await page.locator("#extend-reason").fill("ไฟฟ้าดับทั้งตำบล");
    await page.locator("#extend-form button[type=submit]").click();
    await page.locator("#extend-note:not(.bad)").waitFor();
    expect(await page.locator("#extend-note").textContent()).toContain("25 พ.ย. 2569 16:30 น.");

    await page.locator("#close-reason").fill("ส่งกรมแล้ว");
    await page.locator("#close-go").click();
    await page.getByRole("button", { name: "เปิดรอบ" }).waitFor();
    await page.locator("#close-reason").fill("แก้หนึ่งแห่ง");
    await page.locator("#close-go").click();
    await page.getByRole("button", { name: "ปิดรอบ", exact: true }).waitFor();
    await look(page, "reminded", ["320"]);

    await page.locator("#stand").selectOption("late");
    await page.locator("#matrix-body tbody tr").nth(1).waitFor({ state: "detached" });
    await page.locator("#find").fill("ไม่มีชื่อนี้");
    await page.getByRole("button", { name: "ค้น", exact: true }).click();
    await page.getByText("ไม่มี อปท. ตามที่เลือก").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("completeness: loading, the line lost and back, refused, nothing yet, a long list, English", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await open("province", "98", at("/desk"), (context) =>
      context
        .route("**/progress?**", async (route) => {
          await held;
          await route.continue();
        })
        .then(() => undefined),
    );
    await slow.page.locator("#progress-body .loading").waitFor();
    await look(slow.page, "loading", ["320"]);
    release();
    await slow.page.getByText("แห่งที่ 1–50 จาก 330").waitFor();
    await slow.page.getByText("ยังไม่มีรายงานเข้ามาในรอบนี้").waitFor();
    await look(slow.page, "long", ["320"]);
    await slow.page.getByRole("button", { name: "ถัดไป" }).click();
    await slow.page.getByText("แห่งที่ 51–100 จาก 330").waitFor();
    await slow.context.setOffline(true);
    await slow.page.locator("#period").selectOption("2026-10");
    await slow.page.locator("#offline:not([hidden])").waitFor();
    await look(slow.page, "offline", ["320"]);
    await slow.context.setOffline(false);
    await slow.page.locator("#offline").waitFor({ state: "hidden" });
    await slow.context.route("**/progress?**", (route) => route.fulfill({ status: 500, json: { title: "ระบบขัดข้อง" } }));
    await slow.page.locator("#period").selectOption(PERIOD);
    await slow.page.getByText("ทำรายการไม่สำเร็จ: ระบบขัดข้อง").waitFor();
    await look(slow.page, "error", ["320"]);
    await slow.context.close();

    const english = await open("district", "9901", `${at("/desk")}&lang=en`);
    await english.page.locator("#matrix-body table").waitFor();
    expect(await english.page.locator("#decide").isVisible()).toBe(false);
    await look(english.page, "english", ["320"]);
    await english.context.close();

    const office = await open("office", codeOf(7), `${at("/desk")}&lang=en`);
    await office.page.locator("#closed a", { hasText: "My work" }).waitFor();
    expect(await office.page.locator("#work").innerText()).toBe(
      "Who has sent, who has not\n\nThis page is for districts, provinces and the department. An office’s own work is under “My work”.\n\nMy work",
    );
    await look(office.page, "not-for-offices", ["320"]);
    await office.page.goto(`${stage.url}/desk/sheet?id=${stage.sent.get(8)}&lang=en`);
    await office.page.getByText("That did not work: Not found, or outside your place").waitFor();
    await office.context.close();

    const country = await open("department", "TH", at("/desk"));
    await country.page.locator("#province").fill("99");
    await country.page.locator("#country button").click();
    await country.page.locator("#matrix-body table").waitFor();
    expect(await country.page.locator("#remind").isVisible()).toBe(false);
    await country.context.close();
  });

  it("the queue: riskiest first, the clean ones accepted at one press; a report returned on a cell, undone, accepted", async () => {
    const { context, page, complaints } = await open("province", "99", at("/desk/queue"));
    await page.locator("#queue-body li").first().waitFor();
    const risks = await page.locator("#queue-body li .tags").allTextContents();
    expect(risks[0]).toContain("ส่งช้า");
    expect(risks.slice(-3)).toEqual(["ไม่มีข้อสังเกต", "ไม่มีข้อสังเกต", "ไม่มีข้อสังเกต"]);
    await look(page, "queue");
    // Files that may still follow are told and hold nothing up.
    expect(await page.locator('#queue-body a[href^="/files?id="]').allTextContents()).toContain(
      "ได้รับรายงานแล้ว รอไฟล์ 5 รายการ",
    );
    await page.getByText("ในจำนวนนี้ 3 ฉบับยังรอภาพหรือคลิป").waitFor();
    await page.getByRole("button", { name: "รับ 3 ฉบับ" }).click();
    await page.getByText("รับแล้ว 3 ฉบับ").waitFor();
    expect(await page.locator("#queue-body li").count()).toBe(5);

    await page.locator("#queue-body li", { hasText: "ส่งใหม่หลังส่งคืน" }).getByRole("link", { name: /^เปิดดู/ }).click();
    await page.locator("#rows-body table").waitFor();
    expect(await page.locator("#diff-body p").first().textContent()).toBe("เพิ่ม 1 · หายไป 0 · แก้ 1 · ย้ายที่ 1");
    expect(await page.locator("#answers-body .tag").allTextContents()).toEqual([
      "แก้แล้ว: แก้เป็นชื่อเต็มแล้ว",
      "ยังไม่ได้ทำเครื่องหมายว่าแก้แล้ว",
    ]);
    await page.locator("#files-body", { hasText: "ได้รับรายงานแล้ว รอไฟล์" }).waitFor();
    expect(await page.locator('#files-body a[href^="/files?id="]').count()).toBe(1);
    await look(page, "sheet");
    await page.locator("#return-go").click();
    await page.getByText("โปรดเขียนข้อความถึงผู้ส่ง").waitFor();
    await page.locator('[data-pick="8 centre"]').press("Enter");
    await page.getByRole("textbox", { name: "ข้อสังเกตสำหรับ ศพด. แถว 8" }).fill("ชื่อยังไม่ตรงกับทะเบียน");
    await look(page, "picked", ["320"]);
    await page.locator("#return-go").click();
    await page.getByText("ส่งคืนแล้ว", { exact: true }).waitFor();
    await page.locator("#undo-reason").fill("ดูผิดแถว");
    await page.locator("#undo-go").click();
    await page.getByText("ยกเลิกแล้ว", { exact: true }).waitFor();
    await page.locator("#accept-go").click();
    await page.getByText("รับรายงานแล้ว", { exact: true }).waitFor();
    expect(await page.locator("#history-body li").allTextContents()).toHaveLength(6);
    expect(complaints).toEqual([]);
    await context.close();

    const quiet = await open("province", "98", at("/desk/queue"));
    await quiet.page.getByText("ไม่มีรายงานรอตรวจในรอบนี้").waitFor();
    await look(quiet.page, "queue-empty", ["320"]);
    await quiet.context.close();
  });

  it("a second reviewer's page that is out of date overturns nothing; what was typed stays", async () => {
    const path = `/desk/sheet?id=${stage.sent.get(3)}`;
    const [one, two] = [await open("province", "99", path), await open("province", "99", path)];
    for (const { page } of [one, two]) await page.locator("#rows-body table").waitFor();
    const { page } = one;
    await page.locator('[data-pick="6 centre"]').click();
    const box = page.getByRole("textbox", { name: "ข้อสังเกตสำหรับ ศพด. แถว 6" });
    await box.fill("ชื่อไม่ครบ");
    // A stray press leads to the text and takes nothing away; taking it out is a button of its own, and can be put back.
    await page.locator('[data-pick="6 centre"]').dblclick();
    expect(await box.inputValue()).toBe("ชื่อไม่ครบ");
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole("button", { name: "เอาออก: ข้อสังเกตสำหรับ ศพด. แถว 6" }).click();
    expect(await page.locator('[data-pick="6 centre"]').getAttribute("aria-pressed")).toBe("false");
    await page.getByRole("button", { name: "นำกลับมา" }).click();
    expect(await box.inputValue()).toBe("ชื่อไม่ครบ");
    await page.locator('[data-pick="7 "]').click();
    await page.getByText("ถ้าไม่เขียนอะไร จะส่งไปว่า “โปรดตรวจแถวนี้”").waitFor();
    await two.page.locator("#accept-go").click();
    await two.page.getByText("รับรายงานแล้ว", { exact: true }).waitFor();
    await page.locator("#return-go").click();
    await page.locator("#decide-note", { hasText: "มีผู้อื่นตรวจรายงานนี้แล้วเมื่อ" }).waitFor();
    expect(await page.locator("#facts .tag.accepted").count()).toBe(1);
    expect(await box.inputValue()).toBe("ชื่อไม่ครบ");
    await page.locator("#return-go").click();
    await page.getByText("ส่งคืนแล้ว", { exact: true }).waitFor();
    expect(await page.locator("#answers-body li").allTextContents()).toEqual([
      "ศพด. แถว 6 ชื่อไม่ครบ ยังไม่ได้ทำเครื่องหมายว่าแก้แล้ว",
      "ทั้งแถว 7 โปรดตรวจแถวนี้ ยังไม่ได้ทำเครื่องหมายว่าแก้แล้ว",
    ]);
    // What was done to a version can be undone after the next one came, and the next one stays.
    sendAgain(3, "again-3", ["ศพด.บ้านตัวอย่าง"]);
    await page.reload();
    await page.getByRole("button", { name: "ยกเลิกรายการของฉบับที่ 1 (ส่งคืน)" }).waitFor();
    await page.locator("#undo-reason").fill("ดูผิดแผ่น");
    await page.locator("#undo-go").click();
    await page.getByText("ยกเลิกแล้ว", { exact: true }).waitFor();
    expect(await page.locator("#facts .tag.received").count()).toBe(1);
    for (const { context } of [one, two]) await context.close();
  });

  it("a newer version comes in while a reviewer writes: it opens with what was written, each at its row; nothing is lost", async () => {
    const id = stage.sent.get(8)!;
    const { context, page } = await open("province", "99", `/desk/sheet?id=${id}`);
    await page.locator("#rows-body table").waitFor();
    await page.locator("#note").fill("รบกวนแก้สองจุด");
    for (const [key, text] of [
      ["7 centre", "เขียนชื่อให้เต็ม"],
      ["9 centre", "แถวนี้ซ้ำหรือไม่"],
    ] as const) {
      await page.locator(`[data-pick="${key}"]`).click();
      await page.locator(`#${`pick ${key}`.replaceAll(" ", "-")}`).fill(text);
    }
    sendAgain(8, "again-8", ["ศพด.ตั้งใหม่", "ศพด.บ้านตัวอย่าง", "ศพด.วัดสมมติ", "ศพด.ทุ่งทดลอง", "ศพด.หนองสมมติ"]);
    await page.locator("#return-go").click();
    await page.locator("#decide-note").getByRole("button", { name: "เปิดฉบับใหม่" }).click();
    await page.locator("#told", { hasText: "มี 1 ข้อที่ไม่พบแถวในฉบับใหม่" }).waitFor();
    const written = async () => [
      await page
        .locator("#comments textarea")
        .evaluateAll((all) => all.map((one) => [one.id, (one as HTMLTextAreaElement).value])),
      await page.locator("#note").inputValue(),
    ];
    const carried = [[["pick-8-centre", "เขียนชื่อให้เต็ม"]], "รบกวนแก้สองจุด\nศพด. แถว 9 (ฉบับก่อน): แถวนี้ซ้ำหรือไม่"];
    expect(await written()).toEqual(carried);
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    await page.locator("#comments textarea").waitFor();
    expect([asked, await written()]).toEqual([["beforeunload"], carried]);
    // Too long a text is kept whole, and it is said how much is too much; its lines stay lines.
    const box = page.locator("#pick-8-centre");
    await box.fill(`บรรทัดแรก\nบรรทัดสอง${"ก".repeat(2000)}`);
    await page.locator("#return-go").click();
    await page.locator("#decide-note", { hasText: "ศพด. แถว 8: ยาวเกินไป 19 ตัวอักษร รับได้ไม่เกิน 2,000 ตัวอักษร" }).waitFor();
    expect((await box.inputValue()).length).toBe(2019);
    await look(page, "overlong", ["320"]);
    await box.fill("บรรทัดแรก\nบรรทัดสอง");
    await page.locator("#return-go").click();
    await page.getByText("ส่งคืนแล้ว", { exact: true }).waitFor();
    expect(await page.locator("#answers-body .said", { hasText: "บรรทัดแรก" }).innerText()).toBe("บรรทัดแรก\nบรรทัดสอง");
    await page.reload();
    await page.locator("#rows-body table").waitFor();
    expect([asked.length, await written()]).toEqual([1, [[], ""]]);
    await context.close();
  });

  it("my work: what is owed, what came back with each comment, an answer that stays, receipts, the calendar, who looked", async () => {
    const { context, page, complaints } = await open("office", codeOf(7), "/my");
    await page.locator("#owed-body .comment").first().waitFor();
    expect(await page.locator("#owed-body .comment").count()).toBe(2);
    await page.getByLabel("คำตอบ (ไม่บังคับ) ศพด. แถว 7").fill("แก้ชื่อแล้ว");
    await page.getByRole("button", { name: "บันทึกคำตอบ: ศพด. แถว 7" }).click();
    await page.getByText("แก้แล้ว 1 จาก 2 ข้อ").waitFor();
    expect(await page.locator("#owed-body .came-back > .hint").first().textContent()).toBe(
      "ส่งคืนโดย จังหวัดตัวอย่าง เมื่อ 5 พ.ย. 2569 10:30 น.",
    );
    await look(page, "work");
    const other = page.getByLabel("คำตอบ (ไม่บังคับ) ทั้งแถว 9");
    await other.fill("ยังไม่ได้บันทึก");
    const drawn = await other.elementHandle();
    await context.setOffline(true);
    await context.setOffline(false);
    await page.waitForFunction((element) => !element!.isConnected, drawn);
    expect([await other.inputValue(), await other.evaluate((one) => one === document.activeElement)]).toEqual([
      "ยังไม่ได้บันทึก",
      true,
    ]);
    await page.reload();
    await page.getByText("แก้แล้ว 1 จาก 2 ข้อ").waitFor();
    expect(await other.inputValue()).toBe("ยังไม่ได้บันทึก");
    const waiting = page.waitForEvent("download");
    await page.locator("#calendar-get").click();
    expect((await waiting).suggestedFilename()).toBe(`due-${codeOf(7)}.ics`);
    expect(await page.locator("#receipts-body tbody tr").count()).toBe(2);
    expect(await page.locator("#trail-body li").first().textContent()).toContain("ทำเครื่องหมายว่าแก้แล้ว · ท่าน");
    await page.locator("#sign-out").click();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ruam.draft")))).toEqual(
      [],
    );
    await page.goto(`${stage.url}/my#code=${stage.codeFor("office", codeOf(7))}`);
    await page.getByText("แก้แล้ว 1 จาก 2 ข้อ").waitFor();
    expect(await other.inputValue()).toBe("");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("without a session there is the sign-in, and a wrong code says so", async () => {
    const context = await stage.browser.newContext({ viewport: SMALL });
    const page = await context.newPage();
    await page.goto(`${stage.url}/desk`);
    await page.locator("#code").fill("99-0000-0000-0000-0000");
    await page.locator("#sign-in-form button").click();
    await page.locator("#sign-in-error:not([hidden])").waitFor();
    await look(page, "sign-in", ["320"]);
    await context.close();
  });
});
