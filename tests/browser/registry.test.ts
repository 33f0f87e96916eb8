import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import type { Role } from "../../worker/province/actor.ts";
import { axe, CHROMIUM, overflow } from "../pages/browser.ts";
import { type DeskStage, NOW, openDeskStage } from "./deskStage.ts";
import { lookAt, openAt } from "./opened.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const WIDE = { width: 1120, height: 800 };
const SMALL = { width: 320, height: 640 };
const DRAW = process.env.RUAM_PICTURES === "1";
const CODE = /99-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g;

let stage: DeskStage;

const open = (role: Role, place: string, path: string) =>
  openAt(stage.browser, `${stage.url}${path}#code=${stage.codeFor(role, place)}`, NOW);

const look = (page: Page, state: string) =>
  lookAt(page, `registry-${state}`, { axeAt: "320", whole: state !== "long" });

describe.skipIf(CHROMIUM === null)(`the registry's pages${WHY}`, () => {
  beforeAll(async () => {
    stage = await openDeskStage();
  });
  afterAll(() => stage?.close());

  it("finds one of many offices, and turns the pages of all of them", async () => {
    const { page, context, complaints } = await open("province", "98", "/offices");
    await page.getByText("แห่งที่ 1–50 จาก 330").waitFor();
    await page.getByRole("button", { name: "ถัดไป" }).click();
    await page.getByText("แห่งที่ 51–100 จาก 330").waitFor();
    await look(page, "long");
    await page.getByLabel("ค้นชื่อหรือรหัส อปท.").fill("ตัวอย่างที่ 330");
    await page.getByRole("button", { name: "ค้น", exact: true }).click();
    await expect.poll(() => page.locator("#list-body tbody tr").count(), { timeout: 30_000 }).toBe(1);
    await page.getByLabel("ค้นชื่อหรือรหัส อปท.").fill("ไม่มีอยู่จริง");
    await page.getByRole("button", { name: "ค้น", exact: true }).click();
    await page.getByText("ไม่พบ อปท. ตามที่เลือก").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows what a change will do, does it when told, once, and takes it back", async () => {
    const { page, context, complaints } = await open("province", "99", "/offices");
    await page.getByRole("button", { name: "ดูประวัติของ ทต.ทดลอง", exact: true }).click();
    await page.getByText("ประวัติของ ทต.ทดลอง (รหัส 5990301)").waitFor();
    await page.getByText("ศพด.บ้านตัวอย่าง พบ 1 ครั้ง").waitFor();
    await page.getByText("เปลี่ยนชื่อ", { exact: true }).click();
    const form = page.locator("details[open] form");
    await form.getByRole("button", { name: "ดูผลก่อน" }).click();
    await form.getByText("กรุณากรอกให้ครบก่อน").waitFor();
    await form.getByLabel("ชื่อใหม่ (ไม่ต้องใส่ประเภท)").fill("ชื่อใหม่สมมติ");
    await form.getByLabel("ตั้งแต่รอบ").selectOption("2026-11");
    await form.getByRole("button", { name: "ดูผลก่อน" }).click();
    await page.getByText("ตั้งแต่รอบ พฤศจิกายน 2569 ทต.ทดลอง จะใช้ชื่อ “ชื่อใหม่สมมติ”").waitFor();
    expect(stage.running.data.partition("99").roster(null)?.pack.former).toBeUndefined();
    await look(page, "office");
    await form.getByRole("button", { name: "ยืนยัน" }).dblclick();
    await page.locator("#list-body").getByText("ทต.ชื่อใหม่สมมติ").waitFor();
    await page.getByText("ตั้งแต่รอบ พฤศจิกายน 2569: ทต.ชื่อใหม่สมมติ").waitFor();
    expect(await page.locator("#latest-body li").count()).toBe(2);
    await page.getByLabel("เหตุผลที่ย้อน").fill("ทดลองเท่านั้น");
    await page.getByRole("button", { name: "ย้อนรายการล่าสุด" }).click();
    await page.getByRole("button", { name: "ยืนยัน" }).click();
    await page.getByText("ย้อนกลับแล้ว").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("tells what a list would change before anything is changed", async () => {
    const { page, context, complaints } = await open("province", "99", "/offices");
    const lines = SAMPLE_OFFICES.filter((one) => one.code !== "6990304").map((one) =>
      [one.code, one.type, one.code === "6990302" ? "ใต้ใหม่" : one.name, one.district, one.province].join(","),
    );
    lines.push("5990305,ทต.,ห้วยทดลอง,ทดลอง,ตัวอย่าง", "6980101,อบต.,ที่อื่น,สมมติ 1,ตัวอย่างใหญ่");
    const preview = async (name: string, rows: string[]) => {
      const buffer = Buffer.from(["code,type,name,district,province", ...rows].join("\n"));
      await page.getByLabel("เลือกไฟล์รายชื่อ").setInputFiles({ name, mimeType: "text/csv", buffer });
      await page.locator("#file-chosen", { hasText: name }).waitFor();
      await page.locator("#import-form").getByRole("button", { name: "ดูผลก่อน" }).click();
      await page.getByText("ในไฟล์มี 12 แห่งของจังหวัดนี้ (ของจังหวัดอื่น 1 แห่ง ไม่แตะต้อง)").waitFor();
    };
    // a row that cannot be read takes nobody off, and says why
    await preview("แถวเสีย.csv", [...lines, "6.99E+06,อบต.,ก,ข,ค"]);
    await page.getByText("อ่านไม่ได้ 1 แถว: แถวที่ 15 (6.99E+06)").waitFor();
    await page.getByLabel("คงไว้ 1 แห่งที่อ่านไม่ได้").waitFor();
    expect(await page.getByText("ออกจากทะเบียน 1 แห่ง").count()).toBe(0);
    await page.setViewportSize(SMALL);
    expect([await overflow(page), await axe(page)]).toEqual([0, []]);
    await page.setViewportSize(WIDE);
    await page.locator("#plan").getByRole("button", { name: "ยืนยัน" }).click();
    await page.locator("#plan .notice.bad", { hasText: "จึงยังไม่ได้ทำอะไร" }).waitFor();

    await preview("รายชื่อ.csv", lines);
    for (const told of ["เพิ่มใหม่ 1 แห่ง", "ออกจากทะเบียน 1 แห่ง", "เปลี่ยนชื่อ 1 แห่ง"]) await page.getByText(told).waitFor();
    await page.getByLabel("อบต.ห้วยทดลอง (6990304) เป็น ทต.ห้วยทดลอง (5990305)").check();
    await look(page, "plan");
    expect(stage.running.data.partition("99").roster(null)?.pack.former).toBeUndefined();
    await page.locator("#plan").getByRole("button", { name: "ยืนยัน" }).click();
    await page.getByText("บันทึกแล้ว").waitFor();
    expect(
      stage.running.data
        .partition("99")
        .roster(null)
        ?.pack.former?.map((one) => [one[0], one[3]]),
    ).toEqual([
      ["อบต.ทดลองใต้", "6990302"],
      ["อบต.ห้วยทดลอง", "5990305"],
    ]);
    // the browser tells of the one refusal that was asked for
    expect(complaints).toEqual([expect.stringContaining("status of 422")]);
    await context.close();
  });

  it("a district reads its own and changes nothing; without a line what is there stays", async () => {
    const { page, context } = await open("district", "9902", "/offices");
    await expect.poll(() => page.locator("#list-body tbody tr").count(), { timeout: 30_000 }).toBe(4);
    expect(await page.locator("#import-form").isVisible()).toBe(false);
    await page.getByRole("button", { name: "ดูประวัติ" }).first().click();
    await page.getByRole("heading", { name: /^ประวัติของ/ }).waitFor();
    expect(await page.locator(".acts").count()).toBe(0);
    await context.setOffline(true);
    await page.getByRole("button", { name: "ค้น", exact: true }).click();
    await page.getByText("ติดต่อเครื่องรวบรวมไม่ได้").waitFor();
    expect(await page.locator("#list-body tbody tr").count()).toBe(4);
    await context.close();
  });

  it("makes the letters of a district: one page each, the code once in words, nowhere else, and gone when done", async () => {
    const { page, context, complaints } = await open("province", "99", "/people");
    await page.getByText("ท้องถิ่นอำเภอสมมติ").waitFor();
    await look(page, "people");
    await page.locator("#letters-form select").selectOption({ label: "สมมติ" });
    await page.getByRole("button", { name: "ออกรหัสและหนังสือ" }).click();
    await page.getByRole("button", { name: "ยืนยัน" }).dblclick();
    await page.getByText("รหัสแสดงครั้งนี้ครั้งเดียว").waitFor();
    const letters = page.locator(".letter");
    expect(await letters.count()).toBe(4);
    await look(page, "letters");
    const codes = (await page.locator("#letters").innerText()).match(CODE) ?? [];
    expect(new Set(codes).size).toBe(4);
    expect(codes).toHaveLength(4);
    const opens = (code: string) => stage.running.data.partition("99").personByCode(code)?.place ?? null;
    expect(codes.map(opens)).toEqual(["5990201", "6990202", "6990203", "6990204"]);
    // nowhere but on the page: not in an address, not in what the browser keeps
    const kept = await page.evaluate(
      () => location.href + JSON.stringify(sessionStorage) + JSON.stringify(localStorage),
    );
    expect(kept.match(CODE)).toBeNull();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
    if (DRAW) {
      // The first sheet as it is printed; the code in it was made for this test alone.
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 643, height: 980 });
      await page.screenshot({ path: "docs/pictures/registry-letter.png" });
      await page.emulateMedia({ media: null });
    }
    await page.getByRole("button", { name: "พิมพ์แล้ว ลบออกจากหน้าจอ" }).click();
    expect(await letters.count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("renews and revokes after a question; the old code opens nothing from then on", async () => {
    const store = stage.running.data.partition("99");
    const old = stage.codeFor("office", "6990103");
    const { page, context, complaints } = await open("province", "99", "/people");
    await page.getByLabel("ค้นชื่อหรือรหัส อปท.").fill("แบบฝึกหัด");
    await page.getByRole("button", { name: "ค้น", exact: true }).click();
    await expect.poll(() => page.locator(".people-list > li").count(), { timeout: 30_000 }).toBe(1);
    await page.getByRole("button", { name: "ออกใหม่แทน: อบต.แบบฝึกหัด" }).click();
    await page.getByText("รหัสเดิมของ อบต.แบบฝึกหัด จะใช้ไม่ได้ทันที").waitFor();
    expect(store.personByCode(old)).not.toBeNull();
    await page.getByRole("button", { name: "ยืนยัน" }).click();
    await page.locator(".letter").waitFor();
    expect(await page.locator(".letter").innerText()).toContain("เรียน นายกองค์การบริหารส่วนตำบลแบบฝึกหัด");
    const code = (await page.locator(".letter").innerText()).match(CODE)![0]!;
    expect([store.personByCode(old), store.personByCode(code)?.place]).toEqual([null, "6990103"]);
    await page.getByRole("button", { name: "ยกเลิกรหัส: อบต.แบบฝึกหัด" }).click();
    await page.getByRole("button", { name: "ยืนยัน" }).click();
    await page.getByText("ยกเลิกรหัสแล้ว").waitFor();
    expect(store.personByCode(code)).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
