import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXCEL_WORDS } from "../../shared/words/excel.ts";
import { axe, CHROMIUM, launch, leave, overflow } from "../pages/browser.ts";
import { picture } from "./picture.ts";
import { type ExcelStage, excelStage } from "./stage.ts";

const OFFICE = "https://appsforoffice.microsoft.com/**";

describe.skipIf(CHROMIUM === null)("the add-in's pages in a browser (needs chromium)", () => {
  let stage: ExcelStage;
  let browser: Browser;
  beforeAll(async () => {
    stage = await excelStage();
    browser = await launch();
  });
  afterAll(async () => {
    await leave(browser);
    await stage?.close();
  });

  const open = async (path: string, width: number, asked: string[] = []): Promise<{ page: Page; faults: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(message.text());
    });
    await page.route(OFFICE, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.goto(stage.running.url + path);
    return { page, faults };
  };

  it.each(
    ["/install", "/install?lang=en", "/excel", "/excel?lang=en"].flatMap((path) =>
      [320, 768, 1400].map((width) => [path, width] as const),
    ),
  )("%s at %i px: nothing over the edge, axe finds nothing", async (path, width) => {
    const { page, faults } = await open(path, width);
    expect([await overflow(page), await axe(page), faults]).toEqual([0, [], []]);
    await page.close();
  });

  it.each([320, 1400])("the words in the drawings can be read at %i px and stay inside", async (width) => {
    for (const lang of ["th", "en"]) {
      const { page } = await open(`/install?lang=${lang}`, width);
      const found = await page.evaluate(() => {
        const texts = [...document.querySelectorAll<SVGTextElement>(".drawing text")];
        return texts.map((text) => {
          const [own, sheet] = [text.getBoundingClientRect(), text.ownerSVGElement!.getBoundingClientRect()];
          const scale = text.ownerSVGElement!.getScreenCTM()!.a;
          const outside =
            own.left < sheet.left || own.right > sheet.right || own.top < sheet.top || own.bottom > sheet.bottom;
          return { text: text.textContent, size: scale * Number.parseFloat(getComputedStyle(text).fontSize), outside };
        });
      });
      expect(found.length).toBeGreaterThan(20);
      expect(found.filter(({ size, outside }) => outside || size < 12)).toEqual([]);
      await page.close();
    }
  });

  it("the sidebar says when Microsoft's library cannot be loaded, and leads to the page that works", async () => {
    const asked: string[] = [];
    const { page, faults } = await open("/excel", 320, asked);
    await page.getByRole("heading", { name: EXCEL_WORDS.th.apart.unreachable.title }).waitFor();
    expect([asked, faults]).toEqual([["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"], []]);
    const link = page.locator("a.primary");
    expect([await link.getAttribute("href"), await link.getAttribute("target")]).toEqual(["/app?lang=th", "_blank"]);
    expect([await overflow(page), await axe(page)]).toEqual([0, []]);
    await picture(page, "excel-unreachable");
    await page.close();
  });

  it("outside Excel the sidebar explains itself, with Microsoft's own library", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.route(OFFICE, async (route) => {
      const name = new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "");
      await route.fulfill({ path: `node_modules/@microsoft/office-js/dist/${name}` });
    });
    await page.goto(`${stage.running.url}/excel`);
    await page.getByRole("heading", { name: EXCEL_WORDS.th.apart.elsewhere.title }).waitFor();
    expect([await overflow(page), await axe(page), faults]).toEqual([0, [], []]);
    await picture(page, "excel-elsewhere");
    await page.close();
  });

  it("the sidebar shows inside another site's page, the install page does not", async () => {
    const page = await browser.newPage();
    await page.route("https://excel.example/**", (route) => {
      const shown = new URL(route.request().url()).searchParams.get("shown")!;
      return route.fulfill({ contentType: "text/html", body: `<iframe src="https://ruam.example${shown}"></iframe>` });
    });
    await page.route("https://ruam.example/**", async (route) => {
      const response = await route.fetch({ url: stage.running.url + new URL(route.request().url()).pathname });
      return route.fulfill({ response });
    });
    await page.route(OFFICE, (route) => route.abort());
    const shownIn = async (shown: string) => {
      await page.goto(`https://excel.example/?shown=${shown}`);
      const frame = page.frames().find((one) => one.parentFrame() !== null)!;
      return frame.locator("main").count();
    };
    expect([await shownIn("/excel"), await shownIn("/install")]).toEqual([1, 0]);
    await page.close();
  });

  it("the manifest is downloaded under its name", async () => {
    const { page } = await open("/install", 1400);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").click()]);
    expect(download.suggestedFilename()).toBe("manifest.xml");
    await page.close();
  });
});
