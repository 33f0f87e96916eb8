import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PIECE_BYTES } from "../../shared/files/limits.ts";
import type { ReportFiles } from "../../shared/wire/files.ts";
import { FILE_WORDS, type FileWords } from "../../shared/words/files.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { activities } from "../attachments/activities.ts";
import { HERE, sheet, submission } from "../http/stage.ts";
import { film } from "../media/film.ts";
import { bytesOf, clip, tiff } from "../media/samples.ts";
import { report, row } from "../province/sample.ts";
import { axe, CHROMIUM, launch, leave, overflow } from "./browser.ts";
import { type SampleStage, sampleStage } from "./stage.ts";

const words: FileWords = FILE_WORDS.th;
const PICTURES = process.env.RUAM_PICTURES === "1";
const CENTRES = ["ศพด.บ้านตัวอย่าง", "ศพด.วัดสมมติ"];
const mp4 = (name: string, bytes: Uint8Array) => ({ name, mimeType: "video/mp4", buffer: Buffer.from(bytes) });
/** More seconds and more bytes than a browser fetches ahead: what is behind the middle is asked for when it is played. */
const LONG = { seconds: 120, gap: 4 * 1024 * 1024 };
const fill = (text: string, count: number) => text.replace("{count}", String(count));

describe.skipIf(CHROMIUM === null)("the page of photos and clips, in a browser (needs chromium)", () => {
  let stage: SampleStage;
  let browser: Browser;
  let page: Page;
  let code: string;
  let token: string;
  let month = 0;
  /** How far the collector's clock is ahead, milliseconds. */
  let ahead = 0;
  const faults: string[] = [];

  beforeAll(async () => {
    [stage, browser] = await Promise.all([sampleStage({ now: () => Date.now() + ahead }), launch()]);
    code = stage.links.office.split("#code=")[1]!;
    token = ((await api("POST", "/session", { code })) as { token: string }).token;
    if (PICTURES) mkdirSync("docs/pictures", { recursive: true });
  });
  afterAll(async () => {
    await leave(browser);
    await stage.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 320, height: 800 } });
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

  async function api(method: string, path: string, body?: unknown): Promise<unknown> {
    const headers: Record<string, string> = {
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    };
    if (token) headers.authorization = `Bearer ${token}`;
    const answer = await fetch(`${stage.running.url}/api/v1${path}`, {
      ...{ method, headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  /** Sends a report of the sample office and opens the page of its files. */
  async function opened(centres = CENTRES): Promise<string> {
    const { place } = (await api("POST", "/session", { code })) as { place: string };
    const office = HERE.find((one) => one.code === place)!;
    const period = `2024-${String(++month).padStart(2, "0")}`;
    const body = submission(period, sheet(period, centres, office), place);
    const { submission: id } = (await api("POST", "/submissions", body)) as { submission: string };
    await page.goto(`${stage.running.url}/files?id=${id}#code=${code}`);
    await page.locator(".need").first().waitFor();
    return id;
  }
  /** Sends a file for the n-th need of a report, beside the page. */
  async function sendFile(id: string, need: number, name: string, bytes: Uint8Array): Promise<void> {
    const { target, kind } = (await files(id)).needs[need]!;
    const told = { target, kind, name, bytes: bytes.length, hash: sha256(bytes) };
    const { id: file } = (await api("POST", `/submissions/${id}/files`, told)) as { id: string };
    for (let part = 0; part * PIECE_BYTES < bytes.length; part++) {
      const piece = bytes.slice(part * PIECE_BYTES, (part + 1) * PIECE_BYTES);
      const headers = { authorization: `Bearer ${token}`, "piece-hash": sha256(piece) };
      const url = `${stage.running.url}/api/v1/files/${file}/pieces/${part}`;
      const answer = await fetch(url, { method: "PUT", headers, body: piece });
      if (!answer.ok) throw new Error(await answer.text());
    }
    const { state } = (await api("POST", `/files/${file}/finish`)) as { state: string };
    expect(state).toBe("checked");
  }
  const files = (id: string) => api("GET", `/submissions/${id}/files`) as Promise<ReportFiles>;
  const standing = (text: string) => page.locator("#standing", { hasText: text }).waitFor();
  const input = (index: number) => `#need-${index}-file`;
  const shown = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: `docs/pictures/files-${name}.png`, fullPage: true });
    expect([name, await axe(page), await overflow(page)]).toEqual([name, [], 0]);
  };

  it("says what is awaited, takes a clip of each centre, and says when all are in", async () => {
    const id = await opened();
    await standing(fill(words.waiting, 2));
    await shown("waiting-320");
    await page.setInputFiles(input(0), mp4("กิจกรรม.mp4", clip({ dataBytes: PIECE_BYTES })));
    await standing(fill(words.waiting, 1));
    await page.setInputFiles(input(1), mp4("ด.ช.สมมติ_ตัวอย่าง.mp4", clip({ salt: 1, place: "+18.1446+100.1410/" })));
    await standing(words.complete);
    await page.locator("label.check input").first().click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("label.check input")?.checked === true);
    await shown("complete-320");
    await page.setViewportSize({ width: 1100, height: 800 });
    await shown("complete-wide");
    const { files: sent, seal, needs } = await files(id);
    expect(sent.map(({ name, state, notes }) => [name, state, notes])).toEqual([
      ["กิจกรรม.mp4", "checked", []],
      // The child's name stayed on the device; so did the place.
      ["clip.mp4", "checked", []],
    ]);
    expect([seal?.files, needs.map(({ consent }) => consent)]).toEqual([2, [true, false]]);
  });

  it("tells a clip that is too long or no clip at once, without sending it", async () => {
    const id = await opened();
    await page.setInputFiles(input(0), mp4("ยาว.mp4", clip({ seconds: 200 })));
    await page.locator("#trouble", { hasText: words.reasons["too-long"] }).waitFor();
    await page.setInputFiles(input(0), mp4("ไม่ใช่คลิป.mp4", new TextEncoder().encode("PK\u0003\u0004 เอกสาร")));
    await page.locator("#trouble", { hasText: words.reasons["not-a-clip"] }).waitFor();
    await shown("refused-320");
    expect((await files(id)).files).toEqual([]);
  });

  it("goes on by itself after the line breaks, and after the page was closed, from where it was", async () => {
    const id = await opened();
    const sent = clip({ dataBytes: 3 * PIECE_BYTES, salt: 2 });
    let pieces = 0;
    await page.route("**/pieces/*", (route) => (++pieces > 2 ? route.abort() : route.continue()));
    await page.setInputFiles(input(0), mp4("ยาวหน่อย.mp4", sent));
    await page.locator('[data-step="waiting"]').waitFor();
    await shown("offline-320");
    await page.getByRole("button", { name: words.pause }).click();
    await page.locator('[data-step="paused"]').waitFor();
    expect((await files(id)).files.map(({ state, pieces: here }) => [state, here])).toEqual([["receiving", [0, 1]]]);
    await page.unroute("**/pieces/*");
    const asked: string[] = [];
    page.on("request", (request) => {
      const part = /pieces\/(\d+)/.exec(request.url());
      if (part !== null) asked.push(part[1]!);
    });
    // The chosen file stays in the browser: nobody chooses it again.
    await page.reload();
    await standing(fill(words.waiting, 1));
    expect(asked).toEqual(["2", "3"]);
    expect((await files(id)).files.map(({ state }) => state)).toEqual(["checked"]);
  });

  it("pressed twice, or chosen twice, a file comes once", async () => {
    const id = await opened();
    const one = mp4("กิจกรรม.mp4", clip({ salt: 7 }));
    await Promise.all([page.setInputFiles(input(0), one), page.setInputFiles(input(0), one)]);
    await standing(fill(words.waiting, 1));
    await page.locator(".need").first().locator("[data-step]").waitFor({ state: "detached" });
    expect((await files(id)).files).toHaveLength(1);
    await page.getByRole("button", { name: `${words.remove} กิจกรรม.mp4` }).dblclick();
    await standing(fill(words.waiting, 2));
    expect((await files(id)).files).toEqual([]);
  });

  it("a photo leaves the device drawn anew: at most 1600 dots wide, without what was written beside it", async () => {
    const { place } = (await api("POST", "/session", { code })) as { place: string };
    const office = HERE.find((one) => one.code === place)!;
    const { submission: id } = (await api("POST", "/submissions", activities("2024-06", office))) as {
      submission: string;
    };
    await page.goto(`${stage.running.url}/files?id=${id}#code=${code}`);
    await standing(fill(words.waiting, 10));
    const made = await page.evaluate(async () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2400, 1200];
      const context = canvas.getContext("2d")!;
      context.fillRect(100, 100, 900, 300);
      const blob = await new Promise<Blob>((resolve) => canvas.toBlob((one) => resolve(one!), "image/jpeg"));
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    // As a telephone writes it: which way is up, and where it was.
    const exif = bytesOf("Exif\0\0", tiff(1, true));
    const sent = bytesOf([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2], exif, made.slice(2));
    await page.setInputFiles("#need-1-file", {
      name: "IMG_0001.JPG",
      mimeType: "image/jpeg",
      buffer: Buffer.from(sent),
    });
    await standing(fill(words.waiting, 9));
    const [file] = (await files(id)).files;
    // The place was gone before it left: the collector found none to take away.
    expect([file?.name, file?.state, file?.notes]).toEqual(["IMG_0001.jpg", "checked", []]);
    await page.getByRole("button", { name: `${words.open} IMG_0001.jpg` }).click();
    const size = await page.locator("img.photo").evaluate(async (img: HTMLImageElement) => {
      await img.decode();
      return [img.naturalWidth, img.naturalHeight];
    });
    expect(size).toEqual([1600, 800]);
    await shown("photo-320");
  });

  it("photos are fetched by one press for all, each is one look; small in their place, large in a dialogue that gives the keyboard back", async () => {
    const { place } = (await api("POST", "/session", { code })) as { place: string };
    const office = HERE.find((one) => one.code === place)!;
    const { submission: id } = (await api("POST", "/submissions", activities("2024-09", office))) as {
      submission: string;
    };
    await page.goto(`${stage.running.url}/files`);
    const photos = await page.evaluate(async () => {
      const drawn: number[][] = [];
      for (const colour of ["#864", "#468", "#684"]) {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [640, 480];
        const context = canvas.getContext("2d")!;
        context.fillStyle = colour;
        context.fillRect(0, 0, 640, 480);
        context.fillStyle = "#eee";
        context.fillRect(40 + drawn.length * 200, 60, 120, 300);
        const blob = await new Promise<Blob>((resolve) => canvas.toBlob((one) => resolve(one!), "image/jpeg"));
        drawn.push([...new Uint8Array(await blob.arrayBuffer())]);
      }
      return drawn;
    });
    const { needs } = await files(id);
    const need = needs.findIndex(({ kind }) => kind === "photo");
    for (const [i, bytes] of photos.entries()) await sendFile(id, need, `ภาพที่ ${i + 1}.jpg`, Uint8Array.from(bytes));
    await asReviewer(id);
    const all = page.getByRole("button", { name: fill(words.showAll, 3) });
    await all.waitFor();
    expect([await page.locator("img.photo").count(), await looks(id)]).toEqual([0, 0]);
    await all.dblclick();
    await page.locator("img.photo").nth(2).waitFor();
    await all.waitFor({ state: "detached" });
    await page.evaluate(() => Promise.all([...document.images].map((img) => img.decode())));
    expect(await looks(id)).toBe(3);
    const thumb = page.getByRole("button", { name: words.enlarge.replace("{name}", "ภาพที่ 2.jpg") });
    expect((await thumb.boundingBox())!.width).toBeLessThan(160);
    await shown("thumbs-320");
    // Five minutes later the link is over: the large photo comes through a new one, as the same look.
    ahead += 6 * 60_000;
    await thumb.press("Enter");
    const large = page.locator("dialog.large img");
    await page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>("dialog.large img")?.naturalWidth ?? 0) > 0,
    );
    expect(await large.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
    await shown("photo-large-320");
    await page.keyboard.press("Escape");
    await page.locator("dialog.large").waitFor({ state: "detached" });
    expect(await thumb.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await looks(id)).toBe(3);
  });

  it("the desk shows what is here and what is awaited, and that no guardian's consent was marked", async () => {
    const id = await opened();
    const sent = film({ salt: 20 });
    await page.setInputFiles(input(0), mp4("กิจกรรม.mp4", sent));
    await standing(fill(words.waiting, 1));
    const desk = await browser.newPage({ viewport: { width: 320, height: 800 } });
    desk.setDefaultTimeout(30_000);
    desk.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(message.text());
    });
    await desk.goto(`${stage.running.url}/desk/sheet?id=${id}${new URL(stage.links.province).hash}`);
    await desk.locator("#files-body", { hasText: fill(words.waiting, 1) }).waitFor();
    const [first, second] = await desk.locator("#files-body .need").allInnerTexts();
    expect(first).toContain("กิจกรรม.mp4");
    expect(first).toContain(words.states.checked);
    expect(first).toContain(words.deskNoConsent);
    expect(second).toContain(fill(words.deskMissing, 1));
    // The clip comes as a file to be saved, through a link of the viewer's own.
    const [download] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("button", { name: `${words.save} กิจกรรม.mp4` }).click(),
    ]);
    expect(await download.path().then((path) => readFile(path))).toEqual(Buffer.from(sent));
    await desk.getByRole("button", { name: `${words.watch} กิจกรรม.mp4` }).click();
    await desk.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.1);
    if (PICTURES) await desk.screenshot({ path: "docs/pictures/files-desk-320.png", fullPage: true });
    expect([await axe(desk), await overflow(desk)]).toEqual([[], 0]);
    await desk.close();
  });

  /** Lines of the audit that say somebody looked at a file of this report. */
  const looks = async (id: string) => {
    const store = await stage.running.data.collector.at("99");
    const { receipt } = await files(id);
    const lines = await store.auditLines(0, 100_000);
    return lines.filter(({ action, subject }) => action === "file.view" && subject === receipt).length;
  };
  const asReviewer = (id: string) =>
    page.goto(`${stage.running.url}/files?id=${id}${new URL(stage.links.province).hash}`);
  const video = () => page.locator("video");

  it("a clip is played where it stands when somebody presses, seeks, and goes on with a new link when its own is over; one look", async () => {
    const id = await opened(["ศพด.บ้านตัวอย่าง"]);
    await sendFile(id, 0, "กิจกรรม.mp4", film(LONG));
    await asReviewer(id);
    const served: [number, string][] = [];
    page.on("response", (answer) => {
      if (answer.url().includes("/content?")) served.push([answer.status(), answer.headers()["content-range"] ?? ""]);
    });
    const watch = page.getByRole("button", { name: `${words.watch} กิจกรรม.mp4` });
    await watch.waitFor();
    // Nothing is fetched or shown before somebody asks for it.
    expect([served, await video().count(), await looks(id)]).toEqual([[], 0, 0]);
    await watch.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.1);
    const told = await video().evaluate((one: HTMLVideoElement) => {
      one.pause();
      return [one.controls, one.autoplay, one.preload, one.hasAttribute("playsinline"), one.videoWidth, one.duration];
    });
    expect(told).toEqual([true, false, "metadata", true, 64, 120]);
    await shown("clip-320");
    // The link is over while the clip stands still; what is behind the gap was not fetched yet.
    ahead += 6 * 60_000;
    await video().evaluate((one: HTMLVideoElement) => {
      one.currentTime = 100;
    });
    await page.waitForFunction(() => {
      const one = document.querySelector("video")!;
      return one.error === null && one.readyState >= 2 && !one.seeking && one.currentTime >= 100;
    });
    expect(served.map(([status]) => status)).toContain(403);
    expect(served.filter(([status]) => status === 206).length).toBeGreaterThan(1);
    expect(await looks(id)).toBe(1);
    // Escape closes it, and the keyboard is where it was.
    await video().focus();
    await page.keyboard.press("Escape");
    await video().waitFor({ state: "detached" });
    expect(await watch.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.1);
    expect(await looks(id)).toBe(2);
  });

  it("a clip of H.265, which this browser cannot show, gets a plain sentence, and can be saved; away, it says so and goes on later", async () => {
    const id = await opened();
    const efficient = clip({ salt: 30, hevc: true });
    await sendFile(id, 0, "แปลก.mp4", efficient);
    await sendFile(id, 1, "ปกติ.mp4", film({ ...LONG, salt: 1 }));
    await asReviewer(id);
    await page.getByRole("button", { name: `${words.watch} แปลก.mp4` }).click();
    await page.getByText(words.cannotPlay).waitFor();
    await shown("clip-unknown-320");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `${words.save} แปลก.mp4` }).click(),
    ]);
    expect(await download.path().then((path) => readFile(path))).toEqual(Buffer.from(efficient));
    expect(await looks(id)).toBe(1);
    await page.getByRole("button", { name: `${words.closeClip} แปลก.mp4` }).click();
    await page.getByRole("button", { name: `${words.watch} ปกติ.mp4` }).click();
    await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.1);
    await video().evaluate((one: HTMLVideoElement) => one.pause());
    ahead += 6 * 60_000;
    await page.route("**/api/v1/**", (route) => route.abort());
    await video().evaluate((one: HTMLVideoElement) => {
      one.currentTime = 100;
    });
    await page.getByText(words.clipStopped).waitFor();
    await page.unroute("**/api/v1/**");
    // A new link that brings nothing either does not lose the place.
    await page.route("**/content?**", (route) => route.abort());
    const goOn = page.getByRole("button", { name: words.watchOn });
    await goOn.click();
    await page.waitForFunction(() => document.querySelector("video")!.error !== null);
    await page.getByText(words.clipStopped).waitFor();
    await page.unroute("**/content?**");
    await goOn.click();
    await page.waitForFunction(() => {
      const one = document.querySelector("video")!;
      return one.error === null && one.readyState >= 2 && !one.seeking && one.currentTime >= 100;
    });
    expect(await looks(id)).toBe(2);
  });

  it("without a report the page lists what is still awaited: chosen by form and month, empty, away and back, a page at a time", async () => {
    const store = stage.running.data.partition("99");
    let key = 0;
    for (const { code: office } of HERE)
      for (const period of ["2023-10", "2023-11", "2023-12"])
        store.submit(
          { person: `99-P${office}`, role: "office", place: office },
          report({ office, period, key: `awaited ${key++}`, rows: [row(6, "ศพด.บ้านตัวอย่าง"), row(7, "ศพด.วัดสมมติ")] }),
        );
    await page.goto(`${stage.running.url}/files${new URL(stage.links.province).hash}`);
    const lines = page.locator(".awaited li");
    await lines.first().waitFor();
    expect(await lines.count()).toBe(25);
    expect(await lines.first().innerText()).toMatch(/ตุลาคม 2566[\s\S]*รอไฟล์ 2 รายการ จาก 2[\s\S]*เลยกำหนดส่งรายงานแล้ว/);
    await shown("awaited-320");
    await page.setViewportSize({ width: 1100, height: 800 });
    await shown("awaited-wide");
    await page.getByRole("button", { name: "ถัดไป" }).click();
    await page.getByText(/ฉบับที่ 26–\d+ จาก/).waitFor();
    expect(await page.locator("#awaited-title").evaluate((one) => one === document.activeElement)).toBe(true);
    await page.locator("#awaited-form").selectOption("volunteer-activities");
    await page.waitForFunction(() => (document.querySelectorAll(".awaited li").length ?? 0) < 5);
    await page.route("**/files/awaited**", (route) => route.abort());
    await page.locator("#awaited-form").selectOption("childcare-clips");
    await page.locator("#trouble", { hasText: words.offline }).waitFor();
    await page.unroute("**/files/awaited**");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.locator("#trouble").waitFor({ state: "hidden" });
    await page.locator("#awaited-form").selectOption("e-report-training");
    await page.getByText(words.awaitedNoneHere).waitFor();
    await shown("awaited-none-wide");
    // An office sees its own alone.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto("about:blank");
    await page.goto(`${stage.running.url}/files#code=${code}`);
    await lines.first().waitFor();
    const { place } = (await api("POST", "/session", { code })) as { place: string };
    const own = store.awaitedFiles({ person: "x", role: "office", place }, { offset: 0, limit: 200 });
    expect(await page.locator("#awaited-body > p").innerText()).toContain(`รายงาน ${own.reports} ฉบับ`);
    await shown("awaited-office-wide");
  });

  it("the province sees on the page how long files are kept, and what would go before it is set", async () => {
    await page.goto(`${stage.running.url}/files${new URL(stage.links.province).hash}`);
    await page.locator("#keep-body", { hasText: words.keepNone }).waitFor();
    await page.fill("#months", "0");
    await page.click("#keep-save");
    await page.locator("#keep-note", { hasText: words.keepBad }).waitFor();
    await page.fill("#months", "24");
    await page.click("#keep-preview");
    await page.locator("#keep-body", { hasText: words.keepNone }).waitFor();
    await page.dblclick("#keep-save");
    await page.locator("#keep-note", { hasText: words.keepSaved }).waitFor();
    await shown("keep-320");
  });
});
