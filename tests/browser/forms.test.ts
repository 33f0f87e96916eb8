import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePlainXlsx } from "../../shared/workbook/plainXlsx.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { FLOOD, FLOOD_FILLED } from "../designer/official.ts";
import { waterForm } from "../forms/sixth.ts";
import { OFFICE, type Stage, setStage } from "../http/stage.ts";
import { axe, CHROMIUM, launch, leave, overflow } from "../pages/browser.ts";
import { builtPages } from "../pages/built.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const NOW = Date.parse("2026-11-10T03:00:00Z");
const PLENTY = { burst: 1e6, perSecond: 1e5 };
const WIDE = { width: 1120, height: 800 };
const SMALL = { width: 320, height: 640 };
const DRAW = process.env.RUAM_PICTURES === "1";

const folder = mkdtempSync(join(tmpdir(), "ruam-forms-"));
const official = join(folder, "แบบสำรวจ.xlsx");
const filled = join(folder, "มิ.ย.67.xlsx");
let running: Running;
let stage: Stage;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

/** Looks at what is there in both sizes: axe finds nothing, nothing sticks out; and a picture where pictures are wanted. */
async function look(state: string, axeAt: "320" | "wide" = "wide"): Promise<void> {
  for (const name of ["320", "wide"] as const) {
    await page.setViewportSize(name === "320" ? SMALL : WIDE);
    if (name === axeAt) expect(await axe(page), `${state} ${name}`).toEqual([]);
    expect(await overflow(page), `${state} ${name} sticks out`).toBeLessThanOrEqual(0);
    if (!DRAW || state === "error") continue;
    await mkdir("docs/pictures", { recursive: true });
    // Of what is long, what the window shows.
    await page.screenshot({
      path: `docs/pictures/forms-${state}-${name}.png`,
      caret: "hide",
      fullPage: name === "wide" && !["proposal", "dry-run"].includes(state),
    });
  }
}

/** A form with one accepted report of this month, published before the page is opened. */
async function seed(): Promise<void> {
  const store = running.data.partition("99");
  const actor = { person: "p", role: "province", place: "99" } as const;
  store.saveFormDraft(actor, waterForm(), null);
  store.publishForm(actor, { form: "village-water", version: 1, revision: 1, start: "now" });
  const heading = waterForm().fields.map(({ label }) => label);
  const row = [1, OFFICE.district, OFFICE.type + OFFICE.name, "ประปาบ้านตัวอย่าง", 120, null, null];
  const title = "แบบรายงานระบบประปาหมู่บ้าน ประจำเดือนพฤศจิกายน 2569";
  const grid = { sheet: "พ.ย.69", rows: [[title], heading, row] };
  const body = { form: "village-water", version: 1, period: "2026-11", office: OFFICE.code, grid };
  const headers = { "idempotency-key": "seed" };
  const answer = await stage.as("officeOwn", "POST", "/api/v1/submissions", { body, headers });
  store.accept(actor, ((await answer.json()) as { submission: string }).submission);
}

const actions = () =>
  running.data
    .partition("99")
    .auditLines(0, 1000)
    .filter(({ action }) => action.startsWith("form.") || action === "holiday.change")
    .map(({ action, subject }) => `${action} ${subject}`);
const told = () => page.locator("#told").textContent();
const sentence = (label: string) => page.getByLabel(`คอลัมน์ “${label}” รับอะไร`);

describe.skipIf(CHROMIUM === null)(`the page of forms${WHY}`, () => {
  beforeAll(async () => {
    const files = await builtPages("forms");
    writeFileSync(official, await writePlainXlsx([FLOOD]));
    writeFileSync(filled, await writePlainXlsx([FLOOD_FILLED]));
    running = await startNode({
      ...{ port: 0, dataDir: join(folder, "data"), now: () => NOW },
      rates: { person: PLENTY, address: PLENTY, signIn: PLENTY },
      mount: (app) => app.route("/", pages(files)),
    });
    for (const province of ["98", "99"]) running.data.partition(province, true);
    const fetchHere = (path: string, init?: RequestInit) => fetch(running.url + path, init);
    stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
    await seed();
    browser = await launch();
    context = await browser.newContext({ viewport: WIDE, locale: "th-TH" });
    await context.clock.setFixedTime(NOW);
    page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${running.url}/forms#code=${stage.codes.provinceOwn}`);
  });
  afterAll(async () => {
    await leave(browser);
    await running?.close(1_000);
    rmSync(folder, { recursive: true, force: true });
  });

  it("lists every form with its state, and says which are the program's defaults", async () => {
    await page.locator("#list table").waitFor();
    const lines = await page.locator("#list tbody tr").allTextContents();
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => line.includes("แบบตั้งต้นของโปรแกรม ไม่ใช่แบบของทางราชการ"))).toHaveLength(3);
    expect(lines.at(-1)).toContain("แบบรายงานระบบประปาหมู่บ้าน");
    await look("list");
    await page.locator("#holiday-date").fill("2026-12-08");
    await page.locator("#holiday-name").fill("วันหยุดตัวอย่าง");
    await page.getByRole("button", { name: "เพิ่มวันหยุด" }).click();
    await page.getByText("8 ธ.ค. 2569 หยุด: วันหยุดตัวอย่าง").waitFor();
  });

  it("from an official file to a draft: the proposal stands on the sheet, is changed in words and tried", async () => {
    await page.getByRole("link", { name: "ทำแบบใหม่จากไฟล์ทางการ" }).click();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.getByLabel("ไฟล์แบบทางการ").setInputFiles(official);
    await page.getByLabel("ตัวอย่างที่กรอกแล้ว (ไม่เกิน 3 ไฟล์)").setInputFiles(filled);
    sent.length = 0;
    await page.getByRole("button", { name: "อ่านและเสนอแบบ" }).click();
    await page.locator("#on-sheet .paper").waitFor();
    expect(sent).toEqual([]);
    expect(await page.locator("#on-sheet thead .kind").allTextContents()).toEqual(
      [
        ["ลำดับที่", "อำเภอ", "อปท.", "ข้อความ", "วันที่", "จำนวนเต็ม", "จำนวนเต็ม", "ตัวเลขมีทศนิยมได้", "เลือกจากรายการ"],
        ["ข้อความ", "เบอร์โทรศัพท์", "หมายเหตุ"],
      ].flat(),
    );
    await expect(page.locator("#timing tbody tr").count()).resolves.toBe(12);
    // The 5th of December is a Saturday and a holiday, the 7th is off instead, the 8th by the province itself.
    expect(await page.locator("#timing tbody tr").first().textContent()).toContain("9 ธ.ค. 2569");
    expect(await page.locator("#try").textContent()).toContain("มิ.ย.67.xlsx: 3 แถว");
    await look("proposal", "320");

    const people = sentence("บ้านเรือนเสียหาย (หลัง): ทั้งหลัง");
    await people.fill("ตัวเลขสวย ๆ");
    await people.press("Tab");
    await page.locator("#columns [aria-invalid=true]").waitFor();
    await people.fill("จำนวนเต็ม ไม่เกิน 2 ต้องกรอก");
    await people.press("Tab");
    await page.locator("#columns [aria-invalid=true]").waitFor({ state: "detached" });
    expect(await page.locator("#try").textContent()).toContain("F8: ");
    await page.getByLabel("ชื่อสั้นในระบบ").fill("flood-damage");
    await page.getByLabel("เลขที่หนังสือ").fill("หนังสือตัวอย่าง ที่ ๑");
    await page.getByLabel("กำหนดส่ง", { exact: true }).fill("ทุกวันที่ 3 ของเดือนถัดไป");
    await page.getByLabel("กำหนดส่ง", { exact: true }).press("Tab");
    expect(await page.locator("#timing tbody tr").first().textContent()).toContain("3 ธ.ค. 2569");
    await page.getByRole("button", { name: "บันทึกร่าง" }).click();
    await page.getByText("บันทึกร่างรุ่นที่ 1 แล้ว ยังไม่มี อปท. ใดเห็น").waitFor();
    expect(actions().at(-1)).toBe("form.draft flood-damage");
  });

  it("is published once, however often the button is pressed, and can be ended", async () => {
    await page.getByRole("button", { name: "ประกาศใช้" }).click();
    await page.getByRole("button", { name: "เริ่มเลย (รอบ พฤศจิกายน 2569)" }).dblclick();
    await page.getByText("ประกาศใช้รุ่นที่ 1 ตั้งแต่รอบ พฤศจิกายน 2569 แล้ว").waitFor();
    expect(actions().filter((line) => line === "form.publish flood-damage")).toHaveLength(1);
    await page.locator("#facts .tag.accepted").waitFor();
    await look("form");
    await page.getByRole("button", { name: "เลิกใช้แบบนี้" }).click();
    await page.getByRole("button", { name: "เลิกรอบหน้า (ธันวาคม 2569)" }).click();
    await page.getByText("เลิกใช้ตั้งแต่รอบ ธันวาคม 2569 แล้ว").waitFor();
    expect(await page.locator("#facts").textContent()).toContain("เลิกใช้ตั้งแต่รอบ ธันวาคม 2569");
  });

  it("a dry run names the offices a change would newly refuse; off line what was typed stays", async () => {
    await page.goto(`${running.url}/forms?form=village-water`);
    await page.getByRole("button", { name: "แก้แบบนี้" }).click();
    await sentence("ครัวเรือนที่ใช้น้ำ").fill("จำนวนเต็ม ไม่น้อยกว่า 500 ต้องกรอก");
    await sentence("ครัวเรือนที่ใช้น้ำ").press("Tab");
    await context.setOffline(true);
    await page.getByRole("button", { name: "บันทึกร่าง" }).click();
    await page.locator("#trouble").waitFor();
    await look("error", "320");
    expect(await sentence("ครัวเรือนที่ใช้น้ำ").inputValue()).toContain("500");
    await context.setOffline(false);
    await page.getByRole("button", { name: "บันทึกร่าง" }).click();
    await page.getByText("บันทึกร่างรุ่นที่ 2 แล้ว").waitFor();
    await page.getByRole("button", { name: "ลองกับรายงานรอบก่อน" }).click();
    await page.getByText("รอบ พฤศจิกายน 2569: ลอง 1 ฉบับ จะถูกปฏิเสธเพิ่ม 1 แห่ง").waitFor();
    expect(await page.locator("#saving tbody tr").textContent()).toContain("E3 120");
    await page.locator("#saving").scrollIntoViewIfNeeded();
    await look("dry-run");
    expect(await told()).toContain("ยังไม่มี อปท. ใดเห็น");
    expect(complaints.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });

  it("tells whoever is not the province that there is nothing to change here", async () => {
    const other = await browser.newContext({ viewport: SMALL, locale: "th-TH" });
    const closed = await other.newPage();
    await closed.goto(`${running.url}/forms#code=${stage.codes.districtOwn}`);
    await closed.getByText("หน้านี้สำหรับจังหวัด").waitFor();
    expect(await axe(closed)).toEqual([]);
    await other.close();
  });
});
