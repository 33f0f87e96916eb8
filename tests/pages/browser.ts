import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";

/** The Chromium of the machine, or null: then the tests that need one say so and are skipped. */
export const CHROMIUM =
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync) ?? null;

const QUIET = ["gpu", "quic", "background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);

let shared: Promise<Browser> | null = null;

/** One Chromium for all the test files of a process, which run one after another: it goes with the process. */
export async function launch(): Promise<Browser> {
  if (shared !== null && (await shared).isConnected()) return shared;
  shared = chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox", "--no-first-run", ...QUIET] });
  return shared;
}

/** Closes what a file left open in its browser. */
export async function leave(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}

/** What axe finds wrong, as "rule: element". Nothing is left out but what needs a human eye. */
export async function axe(page: Page): Promise<string[]> {
  // The library is half a megabyte: a document is handed it once.
  const there = await page.evaluate(() => "axe" in globalThis);
  if (!there) await page.evaluate(await readFile("node_modules/axe-core/axe.min.js", "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    interface Violation {
      id: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`),
    );
  });
}

/** How far the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Waits until a canvas has something drawn on it in a colour of the page's style, such as "--key". */
export async function inked(page: Page, canvas: string, colour: string): Promise<void> {
  await page.waitForFunction(
    ([selector, name]) => {
      const element = document.querySelector<HTMLCanvasElement>(selector!);
      if (!element || element.width === 0) return false;
      const probe = document.createElement("i");
      probe.style.color = getComputedStyle(element).getPropertyValue(name!);
      document.body.append(probe);
      const wanted = getComputedStyle(probe).color.match(/\d+/g)!.slice(0, 3).map(Number);
      probe.remove();
      const copy = new OffscreenCanvas(element.width, element.height).getContext("2d", { willReadFrequently: true })!;
      copy.drawImage(element, 0, 0);
      const { data } = copy.getImageData(0, 0, element.width, element.height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255 && wanted.every((part, i) => data[at + i] === part)) found++;
      return found > 50;
    },
    [canvas, colour],
  );
}
