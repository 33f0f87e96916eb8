/**
 * Draws the ribbon's pictures: each addin/excel/icons/NAME.svg as NAME-SIZE.png in every size of the manifest. Needs a Chromium
 * (CHROMIUM=path, else /usr/bin/chromium): node scripts/icons.ts
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ICON_SIZES } from "../addin/excel/manifest/build.ts";
import { ICONS } from "./manifest/pictures.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  for (const file of readdirSync(ICONS).filter((name) => name.endsWith(".svg"))) {
    const drawing = readFileSync(join(ICONS, file)).toString("base64");
    for (const size of ICON_SIZES) {
      await page.setViewportSize({ width: size, height: size });
      const source = `data:image/svg+xml;base64,${drawing}`;
      await page.setContent(
        `<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block">`,
      );
      const path = join(ICONS, `${file.replace(/\.svg$/, "")}-${size}.png`);
      await page.screenshot({ path, omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
    }
  }
} finally {
  await browser.close();
}
