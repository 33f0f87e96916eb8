import type { Page } from "playwright-core";
import { officeLabel } from "../../shared/offices/office.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { type MessyRow, REPORTER } from "./messy.ts";

const OFFICE = officeLabel(SAMPLE_OFFICES.find((office) => office.code === REPORTER)!);

/** The point that is open, as it stands on the screen. */
interface Open {
  key: string;
  choices: string[];
  typeable: boolean;
}

async function openPoint(page: Page): Promise<Open | null> {
  return page.evaluate(() => {
    const item = document.querySelector(".point.open");
    if (item === null) return null;
    return {
      key: item.querySelector(".point-head")!.id.replace(/^point-/, ""),
      choices: [...item.querySelectorAll(".choice > span:last-child")].map((one) => one.textContent ?? ""),
      typeable: item.querySelector(".type input") !== null,
    };
  });
}

/** What a person who knows the row would have in the cell. */
function wanted(row: MessyRow, field: string, number: number): string {
  const meant = row.meant;
  switch (field) {
    case "seq":
      return String(number);
    case "province":
      return "ตัวอย่าง";
    case "district":
      return "สมมติ";
    case "office":
      return OFFICE;
    case "centre":
      return meant?.centre ?? "";
    default:
      return meant?.remark ?? "";
  }
}

/** Which of the choices says what was meant; -1 when none does. */
function pick(open: Open, row: MessyRow, field: string, number: number): number {
  const { choices, key } = open;
  const status = row.meant?.status;
  if (/:(swap|shift|duplicate)$/.test(key)) return 0;
  if (key.endsWith(":pair")) return choices.indexOf(status === "done" ? "ดำเนินการ" : "ไม่ดำเนินการ");
  if (field === "done" || field === "notDone") {
    const words = choices.findIndex((choice) => choice.startsWith("หมายเหตุ:"));
    if (words >= 0) return words;
    const own = status === field ? /^ทำเครื่องหมาย/ : /^ย้ายไปช่อง/;
    return choices.findIndex((choice) => own.test(choice));
  }
  return choices.indexOf(wanted(row, field, number));
}

export interface Settled {
  points: number;
  /** Cells changed with "all like this" beside the one that was open. */
  together: number;
  keys: string[];
}

/**
 * Settles every point with the keyboard alone, as a person who knows the rows would: goes to the next point, takes the
 * choice that is meant by its digit, or types the value. `rows` in the order of the sheet, the first at `firstRow`.
 */
export async function settleByKeyboard(page: Page, rows: MessyRow[], firstRow: number): Promise<Settled> {
  const settled: Settled = { points: 0, together: 0, keys: [] };
  await page.keyboard.press("F8");
  for (let round = 0; round < 200; round++) {
    if ((await blockingLeft(page)) === 0) return settled;
    const open = await openPoint(page);
    if (open === null) throw new Error("points are left, but none is open");
    const [number, field] = [Number(open.key.split(":")[0]), open.key.split(":")[1]!];
    const row = rows[number - firstRow];
    if (row === undefined || Number.isNaN(number)) {
      await page.keyboard.press("F8");
      continue;
    }
    await settleOne(page, open, row, field, number - firstRow, settled);
    settled.points += 1;
    settled.keys.push(open.key);
  }
  throw new Error("the points do not come to an end");
}

async function settleOne(
  page: Page,
  open: Open,
  row: MessyRow,
  field: string,
  n: number,
  settled: Settled,
): Promise<void> {
  const before = await noticeCount(page);
  const choice = pick(open, row, field, n);
  const all = page.locator(".point.open .choice-line").nth(Math.max(choice, 0)).locator(".all");
  if (choice >= 0 && (await all.count()) > 0) {
    // Down to the button of this choice by Tab, as a hand without a mouse does.
    await tabTo(page, ".all", choice);
    await page.keyboard.press("Enter");
    const cells = await page.locator(".preview .cells").innerText();
    settled.together += cells.split(",").length - 1;
    await page.keyboard.press("Enter");
  } else if (choice >= 0) {
    await page.keyboard.press(open.choices.length === 1 ? "Enter" : String(choice + 1));
  } else {
    if (!open.typeable) throw new Error(`nothing to be done at ${open.key}: ${open.choices.join(" / ")}`);
    await tabTo(page, ".type input", 0);
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(wanted(row, field, n));
    await page.keyboard.press("Enter");
  }
  await page.waitForFunction(
    (count) => Number(document.querySelector("[data-notice]")?.getAttribute("data-notice")) > count,
    before,
  );
}

async function tabTo(page: Page, selector: string, index: number): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    const there = await page.evaluate(
      ([wanted, at]) => {
        const all = [...document.querySelectorAll(`.point.open ${wanted}`)];
        return document.activeElement === (wanted === ".all" ? all[at as number] : all[0]);
      },
      [selector, index] as const,
    );
    if (there) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never comes to ${selector}`);
}

async function noticeCount(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.querySelector("[data-notice]")?.getAttribute("data-notice") ?? 0));
}

export function blockingLeft(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.querySelector("[data-left]")?.getAttribute("data-left") ?? -1));
}
