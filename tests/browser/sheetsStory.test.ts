import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pointsOf } from "../../addin/pane/core/points.ts";
import type { Report } from "../../shared/answer.ts";
import { openPeriod } from "../../shared/calendar/openPeriod.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import { packProvince } from "../../shared/offices/pack.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { SHEETS_WORDS } from "../../shared/words/sheets.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { run } from "../cli/ruam.ts";
import { contentOf } from "../hosts/google/book.ts";
import { Script } from "../hosts/sheets/script.ts";
import { columnsOf } from "../master/google/support.ts";
import { CHROMIUM } from "../pages/browser.ts";
import { REGISTRY } from "../pane/support.ts";
import { toXlsx } from "../story/workbook.ts";
import { settleByKeyboard } from "./hand.ts";
import { HEAD_ROWS, messyGrid, REPORTER } from "./messy.ts";
import { openSheetsStage, openSidebar, type SheetsStage } from "./sheetsStage.ts";
import { standsAt } from "./support.ts";

const WHY = CHROMIUM === null ? " (needs chromium: apt-get install chromium fonts-thai-tlwg)" : "";
const SHEET = "101";
const BOOK = "sample-spreadsheet-0123456789-abcdefghijklmn";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-sheets-story-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the command line says of a grid, and the grid as it reads it. */
async function commandLine(grid: Grid, ...more: string[]): Promise<{ report: Report; grid: Grid }> {
  const bytes = toXlsx([grid]);
  const file = join(folder, "sheet.xlsx");
  await writeFile(file, bytes);
  const { out } = await run("check", file, "--province", "99", "--data", join(folder, "none"), "--json", ...more);
  return { report: JSON.parse(out.join("\n")) as Report, grid: (await readWorkbook(bytes)).sheets[0]! };
}

/** The messy sheet, with the code our blanks print: without it Google keeps nothing that says which province it is. */
function messy(): Grid {
  const { grid } = messyGrid();
  return { ...grid, rows: [...grid.rows, ["รหัสแบบ childcare-clips/1-99"]] };
}

/** Verdict by cell. */
function verdicts(report: Pick<Report, "rows">): Record<string, string> {
  const cells = report.rows.flatMap((row) => (row.verdict === "skip" ? [] : Object.values(row.cells)));
  return Object.fromEntries(cells.flatMap(({ cell, verdict }) => (cell === null ? [] : [[cell, verdict]])));
}

describe("one engine", () => {
  it("the built script says of every cell what the command line says of the same grid", async () => {
    // A custom function is handed values alone: no fonts, no merges, no hidden rows, no errors but as text.
    const plain = (cell: Cell): Cell => (typeof cell === "object" && cell !== null ? cell.v : cell);
    const { report, grid } = await commandLine({ sheet: "ก", rows: messy().rows.map((row) => row.map(plain)) });
    const script = await Script.open([grid]);
    script.run("ruamKeepOffices", ["99.1", JSON.stringify(packProvince(REGISTRY, "99"))]);
    const answer = JSON.parse(script.door.customFunction(SHEET, `A1:I${grid.rows.length}`)) as string[][];
    const said = Object.fromEntries(answer.slice(1).map(([cell, verdict]) => [cell!, verdict!]));
    const names = SHEETS_WORDS.th.verdicts;
    const expected = Object.entries(verdicts(report)).filter(([, verdict]) => verdict in names);
    expect(expected.length).toBeGreaterThan(20);
    expect(said).toEqual(Object.fromEntries(expected.map(([cell, verdict]) => [cell, names[verdict]!])));
  });
});

describe.skipIf(CHROMIUM === null)(`a messy Google sheet (simulated), from the sidebar to the collector${WHY}`, () => {
  let stage: SheetsStage;
  beforeAll(async () => {
    stage = await openSheetsStage();
  });
  afterAll(() => stage?.close());

  it("is judged as the command line judges it, settled, sent, and kept as it was judged", async () => {
    const { report, grid } = await commandLine(messy());
    const { context, page, script, complaints } = await openSidebar(stage, [grid]);
    await standsAt(page, "ready");
    const more = page.getByRole("button", { name: /^แสดงอีก/ });
    while ((await more.count()) > 0) await more.click();
    const listed = await page.evaluate(() =>
      [...document.querySelectorAll(".point-head")].map((head) => head.id.replace(/^point-/, "")),
    );
    expect(listed).toEqual(pointsOf(report).map((point) => point.key));
    expect(listed.length).toBeGreaterThan(30);

    await settleByKeyboard(page, messyGrid().rows, HEAD_ROWS + 1);
    await page.keyboard.press("Control+Enter");
    await standsAt(page, "ready", "confirm");
    await page.locator("#period").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("button", { name: "ยืนยันส่ง" }).click();
    await page.locator("#code").fill(stage.codeFor("office", REPORTER));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "ได้รับแล้ว" }).waitFor();
    const receipt = await page.locator(".number strong").innerText();
    expect(complaints).toEqual([]);

    const kept = await keptReport(receipt);
    const period = openPeriod(childcareClips.calendarRule, Date.now());
    const again = await commandLine(kept.grid, "--period", period);
    expect(again.report.submittable).toBe(true);
    expect(Object.keys(verdicts(again.report)).length).toBeGreaterThan(200);
    expect(verdicts({ rows: kept.answers })).toEqual(verdicts(again.report));
    // What the collector keeps is what stands in the spreadsheet.
    const inSheet = (row: number, col: number) => script.cell(SHEET, row, col).value;
    const differing = kept.grid.rows.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        const value = typeof cell === "object" && cell !== null ? cell.v : cell;
        const isCode = String(value ?? "").startsWith("รหัสแบบ");
        return isCode || inSheet(r, c) === (value ?? "") ? [] : [[r, c, inSheet(r, c), value]];
      }),
    );
    expect(differing).toEqual([]);
    await context.close();

    // The province's own spreadsheet: each row with its receipt, and the overview that counts them.
    const { google, account } = stage.sheets;
    google.newBook(BOOK, "แฟ้มรวม").shared.set(account.email, "writer");
    const connected = await asProvince("/provinces/99/google", {
      method: "PUT",
      body: JSON.stringify({ spreadsheet: BOOK }),
    });
    expect(connected).toMatchObject({ spreadsheet: BOOK, trouble: null });
    await stage.writeOut();
    const tabs = google.books.get(BOOK)!.sheets;
    const tab = tabs.find(({ title }) => title.startsWith("คลิป ศพด."))!;
    const rows = columnsOf(tab, ["ศพด.", "เลขที่รับ"]).filter(([centre]) => centre !== "");
    const meant = messyGrid().rows.flatMap((row) => (row.meant === null ? [] : [[row.meant.centre, receipt]]));
    expect(rows.toSorted()).toEqual(meant.toSorted());
    const summary = tabs.find(({ title }) => title === "สรุป")!;
    expect(JSON.stringify(contentOf(summary))).toContain(String(meant.length));
    expect(tabs.map(({ title }) => title)).toEqual(expect.arrayContaining(["สรุป", "ยังไม่ส่ง"]));
  }, 180_000);

  async function asProvince(path: string, init: RequestInit): Promise<Record<string, unknown>> {
    const json = { "content-type": "application/json" };
    const ask = async (where: string, how: RequestInit) =>
      (await (await fetch(`${stage.url}/api/v1${where}`, how)).json()) as Record<string, unknown>;
    const body = JSON.stringify({ code: stage.codeFor("province", "99") });
    const { token } = await ask("/session", { method: "POST", headers: json, body });
    return ask(path, { ...init, headers: { ...json, authorization: `Bearer ${token}` } });
  }

  async function keptReport(receipt: string): Promise<{ grid: Grid; answers: Report["rows"] }> {
    const { submissions } = await asProvince(`/submissions?form=${childcareClips.id}`, {});
    const found = (submissions as { receipt: string; submission: string }[]).find((one) => one.receipt === receipt)!;
    return (await asProvince(`/submissions/${found.submission}?include=grid`, {})) as unknown as {
      grid: Grid;
      answers: Report["rows"];
    };
  }
});
