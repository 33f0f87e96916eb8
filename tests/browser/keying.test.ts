import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { OPERATOR, type Role } from "../../worker/province/actor.ts";
import { activity, FORM } from "../keying/sample.ts";
import { CHROMIUM, launch, leave } from "../pages/browser.ts";
import { builtPages } from "../pages/built.ts";
import { report } from "../province/sample.ts";
import { lookAt, openAt } from "./opened.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const NOW = Date.parse("2026-11-20T03:00:00Z");
const PLENTY = { burst: 1e6, perSecond: 1e5 };
const OFFICE = SAMPLE_OFFICES[0]!;
const NAMES = ["เก็บขยะริมคลองตัวอย่าง", "=ปลูกต้นไม้วันสมมติ", "ซ้อมดับเพลิง"];

let folder: string;
let running: Running;
let browser: Browser;
let sent: { submission: string; version: number };

const look = (page: Page, state: string) => lookAt(page, `keying-${state}`, { axeAt: "320", whole: true });

function open(role: Role, place: string, before?: (context: BrowserContext) => Promise<unknown>) {
  const { code } = running.data.partition("99").addPerson(OPERATOR, role, place, "ตัวอย่าง");
  return openAt(browser, `${running.url}/keying#code=${code}`, NOW, async (context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await before?.(context);
  });
}

function sends(rows: ReturnType<typeof activity>[], key: string) {
  const actor = { person: `99-P${OFFICE.code}`, role: "office", place: OFFICE.code } as const;
  const given = { form: FORM, office: OFFICE.code, period: "2026-11", rows, key, grid: JSON.stringify({ key }) };
  return running.data.partition("99").submit(actor, report(given)).receipt;
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe.skipIf(CHROMIUM === null)(`the page of rows to be keyed${WHY}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ruam-keying-"));
    const files = await builtPages("keying");
    running = await startNode({
      ...{ port: 0, dataDir: join(folder, "data"), now: () => NOW },
      rates: { person: PLENTY, address: PLENTY, signIn: PLENTY },
      mount: (app) => app.route("/", pages(files)),
    });
    importOffices(running.data, SAMPLE_OFFICES, "sample");
    sent = sends(
      NAMES.map((name, i) => activity(6 + i, name, { date: "2026-11-09", detail: "ร่วมกัน\nทั้งชุมชน" })),
      "first",
    );
    browser = await launch();
  });
  afterAll(async () => {
    await leave(browser);
    await running?.close(1_000);
    await rm(folder, { recursive: true, force: true });
  });

  it("a centre copies a cell and a row, marks it, takes it back; the file holds what is left and no formula", async () => {
    const { context, page, complaints } = await open("district", "9901");
    await page.locator(".keying > li").nth(2).waitFor();
    expect(await page.locator("#counts").textContent()).toBe("ยังไม่คีย์ 3 แถว คีย์แล้ว 0 จาก 3 แถว");
    await look(page, "list");
    const first = page.locator(".keying > li").first();
    await first.getByRole("button", { name: /^คัดลอก ชื่อกิจกรรม/ }).click();
    expect(await copied(page)).toBe(NAMES[0]);
    await page.locator("#note:not([hidden])").waitFor();
    const second = page.locator(".keying > li").nth(1);
    await second.getByRole("button", { name: /คัดลอกทั้งแถว/ }).click();
    const cells = (await copied(page)).split("\t");
    expect([cells.length, cells[1], cells[2], cells[17]]).toEqual([21, `'${NAMES[1]}`, "09/11/2569", "ร่วมกัน ทั้งชุมชน"]);

    await first.getByRole("button", { name: /^คีย์แล้ว/ }).dblclick();
    await first.getByText("คีย์แล้วเมื่อ").waitFor();
    expect(await page.locator("#counts").textContent()).toBe("ยังไม่คีย์ 2 แถว คีย์แล้ว 1 จาก 3 แถว");
    expect(await second.locator("details").getAttribute("open")).not.toBeNull();
    await look(page, "keyed");
    await first.getByRole("button", { name: /^ยกเลิก/ }).click();
    await first.getByText("แสดงให้คีย์ได้อีก").waitFor();
    await first.getByRole("button", { name: /^คีย์แล้ว/ }).click();
    await first.getByText("คีย์แล้วเมื่อ").waitFor();

    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
    const bytes = new Uint8Array(await readFile(await file.path()));
    const rows = (await readWorkbook(bytes)).sheets[0]!.rows;
    expect(rows.length).toBe(4);
    expect(rows[2]!.slice(0, 4)).toEqual([null, expect.stringContaining(OFFICE.name), "จิตอาสาพัฒนา", NAMES[1]]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("loading, the line lost and back, somebody first, changed after keying, gone, nothing left, read only", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { context, page, complaints } = await open("district", "9901", (one) =>
      one.route("**/api/v1/keying?*", async (route) => {
        await held;
        await route.continue();
      }),
    );
    await page.locator(".loading").waitFor();
    release();
    await page.locator(".keying > li").first().waitFor();
    await context.unroute("**/api/v1/keying?*");

    await context.setOffline(true);
    const first = page.locator(".keying > li").first();
    await first.getByRole("button", { name: /^คีย์แล้ว/ }).click();
    await first.locator("p.notice.bad").waitFor();
    await page.locator("#refresh").click();
    await page.locator("#offline:not([hidden])").waitFor();
    expect(await page.locator(".keying > li").count()).toBe(2);
    await look(page, "offline");
    await context.setOffline(false);
    await page.locator("#offline").waitFor({ state: "hidden" });

    const other = { person: "99-POTHER", role: "district", place: "9901" } as const;
    running.data.partition("99").tickKeyed(other, { system: "e-report", ...sent, row: 7 });
    await first.getByRole("button", { name: /^คีย์แล้ว/ }).click();
    await first.getByText("มีผู้คีย์แถวนี้แล้ว").waitFor();

    sends([activity(6, NAMES[0]!, { date: "2026-11-10" }), activity(7, NAMES[2]!, { date: "2026-11-09" })], "second");
    await page.locator("#refresh").click();
    await page.locator("#changed-count:not([hidden])").waitFor();
    await page.getByText("เดิม: 09/11/2569").waitFor();
    await look(page, "changed");
    await page.locator("[data-show=gone]").click();
    await page.locator("#gone-intro:not([hidden])").waitFor();
    expect(await page.locator(".keying h3").allTextContents()).toEqual([NAMES[1]]);
    await look(page, "gone");
    await page.getByRole("button", { name: /^เอาเครื่องหมายออก/ }).click();
    await page.getByText("ไม่มีแถวที่คีย์ไว้แล้วหายไปจากรายงาน").waitFor();
    expect(complaints.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
    await context.close();

    const watching = await open("province", "99");
    await watching.page.locator("#read-only:not([hidden])").waitFor();
    expect(await watching.page.getByRole("button", { name: /^คีย์แล้ว:/ }).count()).toBe(0);
    await watching.context.close();
    const empty = await open("office", SAMPLE_OFFICES[3]!.code);
    await empty.page.getByText("ไม่มีแถวที่ต้องคีย์").waitFor();
    await look(empty.page, "empty");
    await empty.context.close();
  });
});
