import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { INTAKE_WORDS } from "../../shared/words/intake.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { csvOf, FORM, HERE, sheet } from "../http/stage.ts";
import { makeMail, withCells, zipOf } from "../intake/heap.ts";
import { axe, CHROMIUM, launch, leave, overflow } from "./browser.ts";
import { type SampleStage, sampleStage } from "./stage.ts";

const words = INTAKE_WORDS.th;
const PICTURES = process.env.RUAM_PICTURES === "1";
/** A month nobody of the sample has sent. */
const PERIOD = "2024-06";
const office = (code: string) => HERE.find((one) => one.code === code)!;
const report = (code: string, centres = ["ศพด.บ้านตัวอย่าง"]) => sheet(PERIOD, centres, office(code));
const bytes = (grid: Parameters<typeof csvOf>[0]) => Buffer.from(csvOf(grid));
const csv = (name: string, buffer: Buffer) => ({ name, mimeType: "text/csv", buffer });

/** An inbox as it comes: good ones in a zip, one with points in a mail, one without a month, one twice, one that is no report. */
const INBOX = [
  {
    name: "อำเภอสมมติ.zip",
    mimeType: "application/zip",
    buffer: Buffer.from(
      zipOf({
        "สมมติ/ทต.สมมติเหนือ.csv": bytes(report("5990201")),
        "สมมติ/อบต.หนองสมมติ.csv": bytes(report("6990204", ["ศพด.หนึ่ง", "ศพด.สอง"])),
        "หนังสือนำส่ง.pdf": "%PDF-1.4",
      }),
    ),
  },
  {
    name: "ส่งรายงาน.eml",
    mimeType: "message/rfc822",
    buffer: Buffer.from(
      makeMail(
        [{ name: "อบต.ทดลองใต้.csv", bytes: bytes(withCells(report("6990302", ["ศพด.ก", "ศพด.ข"]), { F7: null })) }],
        {
          subject: "ส่งรายงานคลิป อบต.ทดลองใต้",
          from: "กองการศึกษา (ตัวอย่าง)",
        },
      ),
    ),
  },
  csv("แม่ทดลอง มิ.ย.67.csv", bytes(withCells(report("6990303"), { A3: null }))),
  csv("สำเนา ทต.สมมติเหนือ.csv", bytes(report("5990201"))),
  csv("ราคากลาง.csv", Buffer.from("รายการ,ราคา\nกระดาษ,120\n")),
];

describe.skipIf(CHROMIUM === null)("the page of e-mailed files, in a browser (needs chromium)", () => {
  let stage: SampleStage;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [stage, browser] = await Promise.all([sampleStage(), launch()]);
    if (PICTURES) mkdirSync("docs/pictures", { recursive: true });
  });
  afterAll(async () => {
    await leave(browser);
    await stage.close();
  });
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

  /** Signed in as on the start page: the session lies in the tab. */
  const enter = async (code = stage.links.province.split("#code=")[1]!) => {
    const body = JSON.stringify({ code });
    const headers = { "content-type": "application/json" };
    const session = await (
      await fetch(`${stage.running.url}/api/v1/session`, { method: "POST", body, headers })
    ).text();
    await page.addInitScript((kept) => sessionStorage.setItem("ruam.session", kept), session);
    await page.goto(`${stage.running.url}/intake`);
    await page.locator("#work").waitFor();
  };
  const item = (name: string) => page.locator(".item", { has: page.getByRole("heading", { name, exact: true }) });
  const states = () =>
    page
      .locator(".item")
      .evaluateAll((all) =>
        all.map(
          (one) => `${one.querySelector("h3")!.textContent}: ${one.querySelector(".state")!.lastChild!.textContent}`,
        ),
      );
  const settled = () => page.locator("#progress").waitFor({ state: "hidden" });
  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: `docs/pictures/${name}.png`, fullPage: true });
  };

  it("who is not signed in gives their code here, and the link from the start page leads here", async () => {
    await page.goto(`${stage.running.url}/intake`);
    await page.locator("#sign-in").waitFor();
    expect([await page.locator("#work").isVisible(), await axe(page)]).toEqual([false, []]);
    await page.goto(stage.links.province);
    await page.locator("#intake a").click();
    await page.getByText(words.empty).waitFor();
    expect([await overflow(page), await axe(page)]).toEqual([0, []]);
  });

  it("an inbox is listed as it is, what can be chosen is chosen, and all that is ready goes with one yes", async () => {
    await enter();
    await page.setInputFiles("#files", INBOX);
    await settled();
    expect(await states()).toEqual([
      `หนังสือนำส่ง.pdf: ${words.states.stuck}`,
      `ทต.สมมติเหนือ.csv: ${words.states.ready}`,
      `อบต.หนองสมมติ.csv: ${words.states.ready}`,
      `อบต.ทดลองใต้.csv: ${words.states.stuck}`,
      `แม่ทดลอง มิ.ย.67.csv: ${words.states.person}`,
      `สำเนา ทต.สมมติเหนือ.csv: ${words.states.person}`,
      `ราคากลาง.csv: ${words.states.stuck}`,
    ]);
    await item("อบต.ทดลองใต้.csv").locator("summary").first().click();
    await item("อบต.ทดลองใต้.csv").locator("summary").last().click();
    expect(await item("อบต.ทดลองใต้.csv").locator("textarea").inputValue()).toMatch(/^เรียน อบต\.ทดลองใต้[\s\S]*เซลล์ F7/);
    expect([await overflow(page), await axe(page)]).toEqual([0, []]);
    await picture("intake-wide");

    // The month stands only in the file's name: it is offered, a person takes it.
    const month = item("แม่ทดลอง มิ.ย.67.csv").getByLabel(words.period);
    expect(await month.locator("optgroup option").allTextContents()).toEqual(["มิถุนายน 2567"]);
    await month.selectOption(PERIOD);
    await item("แม่ทดลอง มิ.ย.67.csv").getByText(words.states.ready).waitFor();

    const all = page.locator("#send-all");
    await all.click();
    await page.getByText("ส่งรายงาน 3 ฉบับแทน อปท.").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect((await states()).filter((one) => one.endsWith(words.states.sent))).toEqual([]);
    await all.press("Enter");
    await page.locator("#ask-yes").press("Enter");
    await page.locator(".item.sent").nth(2).waitFor();
    await settled();
    expect(await item("ทต.สมมติเหนือ.csv").last().locator(".notice.good").textContent()).toMatch(/^เลขที่รับ 99-6706-/);

    const list = await stage.running.data
      .partition("99")
      .list({ person: "x", role: "province", place: "99" }, { form: FORM, period: PERIOD, limit: 10 });
    expect(list.map((one) => [one.office, one.sender.role]).sort()).toEqual([
      ["5990201", "province"],
      ["6990204", "province"],
      ["6990303", "province"],
    ]);
    await page.getByRole("button", { name: words.filters.done, exact: true }).click();
    expect(await page.locator(".item").count()).toBe(3);
  });

  it("the marked workbook comes back with its notes", async () => {
    await enter();
    await page.setInputFiles("#files", [INBOX[1]!]);
    const button = page.getByRole("button", { name: words.marked });
    await button.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(download.suggestedFilename()).toBe("อบต.ทดลองใต้-ตรวจแล้ว.xlsx");
    const file = await readFile(await download.path());
    expect((await readWorkbook(file)).sheets[0]!.rows[6]!.slice(3, 5)).toEqual(["อบต.ทดลองใต้", "ศพด.ข"]);
    expect(file.includes("xl/comments1.xml")).toBe(true);
  });

  it("a lost line pauses with the file in hand kept, stopping keeps what is done, and both go on", async () => {
    await enter();
    let asked = 0;
    await page.route("**/intake/check", async (route) => {
      asked++;
      if (asked === 2) return route.abort();
      if (asked === 4) await page.locator("#cancel").click();
      return route.continue();
    });
    const files = ["5990301", "6990302", "6990303", "6990304", "6990202"].map((code) =>
      csv(`${code}.csv`, bytes(report(code))),
    );
    await page.setInputFiles("#files", files);
    await page.getByText(words.offline).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: words.resume }).click();
    await page.locator("#pause-text", { hasText: /^หยุดแล้ว/ }).waitFor();
    await page.getByRole("button", { name: words.resume }).click();
    await page.locator(".item.received, .item.ready, .item.person").nth(4).waitFor();
    expect(await page.locator(".item.queued, .item.failed").count()).toBe(0);
  });

  it("a long list shows sixty at first, and at 320 px nothing hangs over the edge", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await enter();
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`เอกสาร ${i + 1}.pdf`, "x"]));
    await page.setInputFiles("#files", [
      { name: "มาก.zip", mimeType: "application/zip", buffer: Buffer.from(zipOf(many)) },
    ]);
    await page.getByRole("button", { name: "แสดงอีก 10 ไฟล์" }).click();
    expect(await page.locator(".item").count()).toBe(70);
    await page.goto(`${stage.running.url}/intake`);
    await page.locator("#work").waitFor();
    await page.setInputFiles("#files", [INBOX[1]!, INBOX[2]!]);
    await settled();
    await item("อบต.ทดลองใต้.csv").locator("summary").last().click();
    expect([await overflow(page), await axe(page)]).toEqual([0, []]);
    await picture("intake-320");
  });

  it("what came by mail is taken in, one is not used, and a district passes on what is ready", async () => {
    const { partition } = stage.running.data;
    const province = { person: "x", role: "province", place: "99" } as const;
    const arrival = { province: "99", within: ["m.eml"], mail: "null", need: "null", office: "6990304" };
    const content = new Uint8Array(bytes(report("6990304", ["ศพด.ห้วย"])));
    partition("99").keepArrival(province, { ...arrival, name: "ห้วย.csv", hash: "1", content });
    partition("99").keepArrival(province, {
      ...arrival,
      name: "ว่าง.eml",
      hash: "2",
      content: null,
      need: '{"code":"mail-empty","params":{}}',
    });
    const { code } = partition("99").addPerson(province, "district", "9903", "");
    await enter(code);
    await page.getByText(words.introDistrict).waitFor();
    expect(await page.locator("#auto-box").isVisible()).toBe(false);
    await page.getByRole("button", { name: words.waitingOpen }).click();
    await item("ห้วย.csv").getByText(words.states.ready).waitFor();
    await item("ว่าง.eml").getByRole("button").first().click();
    await page.getByRole("button", { name: words.dismiss }).click();
    await item("ว่าง.eml").waitFor({ state: "detached" });
    await page.setInputFiles("#files", csv("ทดลอง.csv", bytes(report("5990301", ["ศพด.ทดลอง"]))));
    await item("ทดลอง.csv").getByRole("button", { name: words.passOne }).click();
    await page.locator("#ask-yes").click();
    await item("ทดลอง.csv").getByText(words.states.passed).waitFor();
    expect(
      partition("99")
        .waitingArrivals(province, undefined, 9)
        .map(({ name, office: of }) => [name, of]),
    ).toEqual([
      ["ห้วย.csv", "6990304"],
      ["ทดลอง.csv", "5990301"],
    ]);
  });

  it("speaks English when asked", async () => {
    const text = await (await fetch(`${stage.running.url}/intake?lang=en`)).text();
    expect(text).toMatch(/<html lang="en">[\s\S]*Files that came by e-mail/);
  });
});
