import { launch } from "../pages/browser.ts";
import { excelStage } from "./stage.ts";

/** Takes the pictures of the install page: node tests/excel/pictures.ts */
const stage = await excelStage();
const browser = await launch();
try {
  for (const [name, path, width] of [
    ["install-wide", "/install", 1100],
    ["install-320", "/install", 320],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    await page.goto(stage.running.url + path);
    await page.screenshot({ path: `docs/pictures/${name}.png`, fullPage: true });
  }
} finally {
  await browser.close();
  await stage.close();
}
