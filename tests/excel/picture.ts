import type { Page } from "playwright-core";

/** Writes docs/pictures/NAME.png where pictures are wanted: RUAM_PICTURES=1 npx vitest run tests/excel tests/browser/excel */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.RUAM_PICTURES === "1")
    await page.screenshot({ path: `docs/pictures/${name}.png`, caret: "hide", fullPage: false });
}
