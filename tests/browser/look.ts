import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axe, overflow } from "../pages/browser.ts";
import { SMALL, WIDE } from "./support.ts";

/** Set to write docs/pictures/pane-*.png anew: RUAM_PICTURES=1 npx vitest run tests/browser */
const DRAW = process.env.RUAM_PICTURES === "1";
/** What is worth a picture in a wide window too. */
const WIDE_DRAWN = new Set(["empty", "points", "all-alike", "editing", "nothing-left", "received", "returned"]);
const FOLDER = "docs/pictures";

const SIZES = { "320": SMALL, wide: WIDE };

/** Looks at a state in both sizes: axe finds nothing, nothing sticks out; and a picture where pictures are wanted. */
export async function look(
  page: Page,
  state: string,
  sizes: readonly (keyof typeof SIZES)[] = ["320", "wide"],
): Promise<void> {
  const before = page.viewportSize();
  for (const name of sizes) {
    const size = SIZES[name];
    await page.setViewportSize(size);
    // Two frames: the new size is laid out, and what follows a size is drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await axe(page), `${state} ${name}`).toEqual([]);
    expect(await overflow(page), `${state} ${name} sticks out`).toBeLessThanOrEqual(0);
    if (!DRAW || (name === "wide" && !WIDE_DRAWN.has(state))) continue;
    await mkdir(FOLDER, { recursive: true });
    await page.screenshot({ path: `${FOLDER}/pane-${state}-${name}.png`, caret: "hide" });
  }
  if (before !== null) await page.setViewportSize(before);
}
