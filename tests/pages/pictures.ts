import { launch } from "./browser.ts";
import { sampleStage } from "./stage.ts";

/** Takes the pictures of the start page that the README shows: node tests/pages/pictures.ts */
const stage = await sampleStage();
const browser = await launch();
try {
  const wide = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  await wide.goto(stage.links.province);
  await wide.locator("#overview-body ul").first().waitFor();
  await wide.locator("#sent-body table").waitFor();
  await wide.screenshot({ path: "docs/pictures/start-wide.png", fullPage: true });

  const narrow = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await narrow.goto(stage.links.office);
  await narrow.locator("#sent-body .notice").waitFor();
  await narrow.setInputFiles("#file", stage.tryFile);
  await narrow.locator("#send-result ul").first().waitFor();
  await narrow.screenshot({ path: "docs/pictures/start-320.png", fullPage: true });
} finally {
  await browser.close();
  await stage.close();
}
