import { mkdir } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { axe, overflow } from "../pages/browser.ts";

export type Width = "320" | "wide";
const SIZES: Record<Width, { width: number; height: number }> = {
  "320": { width: 320, height: 640 },
  wide: { width: 1120, height: 800 },
};

/** Set to write docs/pictures/ anew: RUAM_PICTURES=1 npx vitest run tests/browser */
const DRAW = process.env.RUAM_PICTURES === "1";

export interface Opened {
  context: BrowserContext;
  page: Page;
  /** What the page complained of on its console. */
  complaints: string[];
}

/** What a page complains of, from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** An address opened as somebody in Thailand would on a day, in a wide window and with nothing kept from before. */
export async function openAt(
  browser: Browser,
  address: string,
  now: number,
  before?: (context: BrowserContext) => Promise<unknown>,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: SIZES.wide, locale: "th-TH", acceptDownloads: true });
  await context.clock.setFixedTime(now);
  await before?.(context);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(address);
  return { context, page, complaints };
}

export interface Looked {
  /** Where axe looks: at both sizes unless one is named. */
  axeAt?: Width;
  sizes?: readonly Width[];
  /** Whether a picture shows the page from its top to its end, or what the window shows. */
  whole?: boolean;
}

/** Looks at what is there in both sizes: nothing sticks out, axe finds nothing; and a picture `name` where pictures are wanted. */
export async function lookAt(page: Page, name: string, how: Looked = {}): Promise<void> {
  const { axeAt, sizes = ["320", "wide"], whole = false } = how;
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    if (!whole) await page.evaluate(() => document.scrollingElement?.scrollTo(0, 0));
    // Two frames: the new size is laid out, and what follows a size is drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if (axeAt === undefined || axeAt === size) expect(await axe(page), `${name} ${size}`).toEqual([]);
    expect(await overflow(page), `${name} ${size} sticks out`).toBeLessThanOrEqual(0);
    if (!DRAW) continue;
    await mkdir("docs/pictures", { recursive: true });
    // Rows out of sight are not drawn: a window as high as the page has none.
    const { width } = SIZES[size];
    if (whole) await page.setViewportSize({ width, height: await page.evaluate(() => document.body.scrollHeight) });
    await page.screenshot({ path: `docs/pictures/${name}-${size}.png`, caret: "hide", fullPage: whole });
  }
  await page.setViewportSize(SIZES.wide);
}
