import { expect } from "vitest";
import type { OpenedExcel } from "../hosts/excel/chromium.ts";
import { axe, overflow } from "../pages/browser.ts";

/** Looks at the sidebar: axe finds nothing, nothing sticks out; and a picture where pictures are wanted. */
export async function lookAt({ page, pane }: OpenedExcel, name: string): Promise<void> {
  expect(await axe(pane as never), name).toEqual([]);
  expect(await overflow(pane as never), `${name} sticks out`).toBeLessThanOrEqual(0);
  if (process.env.RUAM_PICTURES === "1")
    await page.screenshot({ path: `docs/pictures/excel-${name}.png`, caret: "initial" });
}
