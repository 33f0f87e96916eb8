import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences } from "../../addin/pane/core/checking.ts";
import { openPeriod } from "../../shared/calendar/openPeriod.ts";
import { openGrid } from "../../shared/check.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { type Grid, scalarOf } from "../../shared/sheet/grid.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { CHROMIUM } from "../pages/browser.ts";
import { toXlsx } from "../story/workbook.ts";
import { settleByKeyboard } from "./hand.ts";
import { look } from "./look.ts";
import { EXPECTED, HEAD_ROWS, messyGrid, REPORTER } from "./messy.ts";
import { dropFile, openPage, openStage, type Stage, standsAt, WIDE } from "./support.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const FORM = childcareClips.id;

let stage: Stage;

describe.skipIf(CHROMIUM === null)(`a messy workbook, from the drop to the master${WHY}`, () => {
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const call = async (path: string, code: string) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ code });
    const session = await fetch(`${stage.url}/api/v1/session`, { method: "POST", headers, body });
    const { token } = (await session.json()) as { token: string };
    return fetch(`${stage.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  };

  it("brings out every kind of fault the form can have", () => {
    const report = openGrid(messyGrid().grid, { registry: buildRegistry(SAMPLE_OFFICES), province: "99" }).report();
    const found = new Set(report.findings.map((finding) => finding.code));
    for (const row of report.rows) {
      for (const code of row.codes) found.add(code);
      for (const answer of Object.values(row.cells)) for (const code of answer.codes) found.add(code);
    }
    expect(EXPECTED.filter((code) => !found.has(code))).toEqual([]);
  });

  it("is settled from the keyboard alone, sent through a cut line, received once, and saved with nothing else changed", async () => {
    const { grid, rows } = messyGrid();
    const bytes = toXlsx([grid]);
    const { context, page, complaints } = await openPage(stage, WIDE);
    const period = openPeriod(childcareClips.calendarRule, Date.now());
    const code = stage.codeFor("office", REPORTER);

    await dropFile(page, "แบบรายงานคลิป ศพด.xlsx", bytes);
    await standsAt(page, "ready");
    await look(page, "points");

    const settled = await settleByKeyboard(page, rows, HEAD_ROWS + 1);
    expect(settled.together, "cells settled with others alike").toBeGreaterThanOrEqual(2);
    await look(page, "nothing-left");

    // ส่ง: the month is asked, since the sheet names none; then the access code.
    await page.keyboard.press("Control+Enter");
    await standsAt(page, "ready", "confirm");
    await look(page, "confirm");
    await page.locator("#period").focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("#period").inputValue()).toBe(period);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await standsAt(page, "ready", "code");
    await look(page, "code");

    // The collector takes it, and the line breaks before its answer comes back.
    let tries = 0;
    await context.route("**/api/v1/submissions", async (route) => {
      tries += 1;
      if (tries === 1) {
        await route.fetch();
        await route.abort("connectionreset");
      } else if (tries === 2) {
        // Then a hotel's sign-in page answers for it.
        await route.fulfill({
          status: 200,
          contentType: "text/html",
          body: "<html><title>Wi-Fi</title>Sign in</html>",
        });
      } else await route.continue();
    });
    await page.keyboard.insertText(code);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "เก็บไว้แล้ว" }).waitFor();
    await look(page, "kept");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("เครือข่าย Wi-Fi อาจให้เข้าสู่ระบบก่อน").waitFor();

    // No line at all, the page closed and opened again: it comes from this machine, and so does what waits.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await page.reload();
    await page.getByText("รอส่ง 1 รายงาน").waitFor();
    await look(page, "offline");
    await context.setOffline(false);
    await page.getByRole("heading", { name: "ได้รับแล้ว" }).waitFor();
    await look(page, "received");
    const receipt = await page.locator(".number strong").innerText();
    // On paper there is the receipt and nothing else.
    await page.emulateMedia({ media: "print" });
    const onPaper = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest(".receipt") === null)
        .map((one) => one.textContent?.trim() ?? "")
        .filter((text) => text !== ""),
    );
    expect(onPaper).toEqual([]);
    expect(await page.locator(".receipt").isVisible()).toBe(true);
    if (process.env.RUAM_PICTURES === "1") await page.screenshot({ path: "docs/pictures/pane-receipt-on-paper.png" });
    await page.emulateMedia({ media: null });

    // Received once, whatever was tried.
    const province = stage.codeFor("province", "99");
    const list = (await (await call(`/submissions?form=${FORM}&period=${period}`, province)).json()) as {
      submissions: { submission: string; version: number; receipt: string; office: string; rows: number }[];
    };
    expect(list.submissions.map(({ office, version, receipt }) => ({ office, version, receipt }))).toEqual([
      { office: REPORTER, version: 1, receipt },
    ]);
    expect(tries).toBeGreaterThanOrEqual(3);

    // The master holds every row as it was meant, with the receipt.
    const meant = rows.filter((row) => row.meant !== null).map((row) => row.meant!.centre);
    const csv = await (await call(`/provinces/99/master.csv?form=${FORM}&period=${period}`, province)).text();
    const lines = csv.split("\r\n").filter((line) => line.includes(receipt));
    expect(lines.length).toBe(meant.length);
    expect(meant.filter((centre) => !lines.some((line) => line.includes(centre)))).toEqual([]);

    // The file: what was settled, and nothing else.
    const detail = (await (
      await call(`/submissions/${list.submissions[0]!.submission}?include=grid`, province)
    ).json()) as { grid: Grid };
    await page.reload();
    await dropFile(page, "แบบรายงานคลิป ศพด.xlsx", bytes);
    await standsAt(page, "ready");
    await settleByKeyboard(page, rows, HEAD_ROWS + 1);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "บันทึกไฟล์" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("แบบรายงานคลิป ศพด-แก้แล้ว.xlsx");
    const saved = new Uint8Array(await readFile(await download.path()));
    const changed = (after: Grid) =>
      differences(before.sheets[0] as Grid, {
        ...after,
        merges: before.sheets[0]!.merges,
        hiddenRows: before.sheets[0]!.hiddenRows,
      })
        ?.map(({ row, col, cell }) => [row, col, scalarOf(cell)])
        .filter(
          ([row, col, value]) =>
            (scalarOf(before.sheets[0]!.rows[row as number]?.[col as number]) ?? "") !== (value ?? ""),
        );
    const before = await readWorkbook(bytes);
    const after = await readWorkbook(saved);
    const inFile = changed(after.sheets[0]!);
    expect(inFile).toEqual(changed(detail.grid));
    expect(inFile!.length).toBeGreaterThan(25);
    expect(after.sheets[0]!.merges).toEqual(before.sheets[0]!.merges);
    const [was, is] = [unzipSync(bytes), unzipSync(saved)];
    expect(Object.keys(is)).toEqual(Object.keys(was));
    expect(Object.keys(was).filter((part) => Buffer.compare(was[part]!, is[part]!) !== 0)).toEqual([
      "xl/worksheets/sheet1.xml",
    ]);
    // Lines were cut on purpose; beyond that the page complains of nothing.
    expect(complaints.filter((line) => !/Failed to load resource|net::ERR|ERR_INTERNET/.test(line))).toEqual([]);
    await context.close();
  }, 180_000);
});
