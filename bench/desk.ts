import type { BrowserContext, Page } from "playwright-core";
import { signIn } from "../tests/load/sendings.ts";
import { launch } from "../tests/pages/browser.ts";
import { type DeskStage, openDesk, PROVINCE, WHICH } from "./deskStage.ts";
import { begin, count, record, round, spreadOf, table } from "./measure.ts";

// Desk and registry of a province as large as the country: what the collector answers and how soon, and how a slow telephone draws it.

const options = begin("desk");
const OFFICES = options.quick ? 600 : 7_850;
const ROUNDS = options.quick ? 3 : 15;
/** A telephone of little means: a narrow window and a processor four times slower. */
const PHONE = { width: 320, height: 640 };
const SLOWER = 4;

const ASK = new URLSearchParams(WHICH).toString();
const HERE = `/provinces/${PROVINCE}`;
const FIND = encodeURIComponent(`ที่ ${OFFICES - 73}`);
const QUESTIONS: Record<string, string> = {
  progress: `${HERE}/progress?${ASK}`,
  "matrix: first page": `${HERE}/matrix?${ASK}&months=4&offset=0&limit=50`,
  "matrix: last page": `${HERE}/matrix?${ASK}&months=4&offset=${OFFICES - 50}&limit=50`,
  "matrix: a name looked for": `${HERE}/matrix?${ASK}&months=4&find=${FIND}`,
  "matrix: twelve months": `${HERE}/matrix?${ASK}&months=12&offset=0&limit=50`,
  "queue: first page": `${HERE}/queue?${ASK}&offset=0&limit=50`,
  "offices: first page": `${HERE}/registry?offset=0&limit=50`,
  "offices: last page": `${HERE}/registry?offset=${OFFICES - 50}&limit=50`,
  "offices: a name looked for": `${HERE}/registry?offset=0&limit=50&find=${FIND}`,
  "the whole list of offices": `${HERE}/offices`,
  "people: first page": `${HERE}/people?offset=0&limit=50`,
  "people: last page": `${HERE}/people?offset=${OFFICES - 50}&limit=50`,
  "people: a name looked for": `${HERE}/people?offset=0&limit=50&find=${FIND}`,
};

interface Asked {
  name: string;
  p50: number;
  max: number;
  bytes: number;
}

async function askAll({ running, code }: DeskStage): Promise<Asked[]> {
  const token = await signIn(running.port, code);
  const headers = { authorization: `Bearer ${token}` };
  const all: Asked[] = [];
  for (const [name, path] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    let bytes = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const at = performance.now();
      const answer = await fetch(`http://127.0.0.1:${running.port}/api/v1${path}`, { headers });
      bytes = (await answer.arrayBuffer()).byteLength;
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      times.push(performance.now() - at);
    }
    const { p50, max } = spreadOf(times);
    all.push({ name, p50: round(p50), max: round(max), bytes });
  }
  return all;
}

interface Drawn {
  name: string;
  /** From the last byte of the answer to the frame that shows it. */
  paintedMs: number;
  longestTaskMs: number;
  largestBytes: number;
}

/** Runs in the page before its own scripts: what the browser says of its tasks, and when what was asked for stood on the screen. */
function watch(): void {
  const seen = { longest: 0, painted: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: "longtask", buffered: true });
  performance.setResourceTimingBufferSize(2_000);
  const looksFor = "#matrix-body table, #queue-body ol, #list-body tbody tr, #list-body li";
  let last: Element | null = null;
  new MutationObserver(() => {
    const now = document.querySelector(looksFor);
    if (now === null || now === last) return;
    last = now;
    requestAnimationFrame(() => setTimeout(() => Object.assign(seen, { painted: performance.now() })));
  }).observe(document, { childList: true, subtree: true });
}

async function measured(page: Page, name: string, path: string, act: () => Promise<unknown>): Promise<Drawn> {
  const since = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { longest: number; painted: number } };
    Object.assign(seen, { longest: 0, painted: 0 });
    return performance.now();
  });
  await act();
  return told(page, name, path, since);
}

async function told(page: Page, name: string, path: string, since: number): Promise<Drawn> {
  await page.waitForFunction(() => (globalThis as unknown as { seen: { painted: number } }).seen.painted > 0);
  // A task is told of after it ended: two frames later nothing is left to be told.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
  const found = await page.evaluate(
    ([path, since]) => {
      const { seen } = globalThis as unknown as { seen: { longest: number; painted: number } };
      const all = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(
        ({ name, startTime }) => name.includes("/api/") && startTime >= since,
      );
      const answered = all.filter(({ name }) => name.includes(path)).at(-1)?.responseEnd ?? Number.NaN;
      return { ...seen, answered, largest: Math.max(0, ...all.map(({ decodedBodySize }) => decodedBodySize)) };
    },
    [path, since] as const,
  );
  return {
    ...{ name, paintedMs: round(found.painted - found.answered), longestTaskMs: round(found.longest) },
    largestBytes: found.largest,
  };
}

async function scroll(page: Page): Promise<number> {
  await page.evaluate(() => Object.assign((globalThis as unknown as { seen: object }).seen, { longest: 0 }));
  for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 600);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))));
  return page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest);
}

const PAGES = [
  { name: "matrix", path: `/desk?form=${WHICH.form}&period=${WHICH.period}`, asks: "/matrix", body: "#matrix-body" },
  { name: "queue", path: `/desk/queue?form=${WHICH.form}&period=${WHICH.period}`, asks: "/queue", body: "#queue-body" },
  { name: "offices", path: "/offices", asks: "/registry", body: "#list-body" },
  { name: "people", path: "/people", asks: "/people", body: "#list-body" },
];

async function draw(context: BrowserContext, { running, code }: DeskStage): Promise<Drawn[]> {
  const all: Drawn[] = [];
  for (const { name, path, asks, body } of PAGES) {
    const page = await context.newPage();
    const throttle = await context.newCDPSession(page);
    await throttle.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(`${running.url}${path}#code=${code}`);
    all.push(await told(page, `${name}: opened`, asks, 0));
    const next = page.locator(`${body} .pager button`).last();
    all.push(await measured(page, `${name}: next page`, asks, () => next.click()));
    const scrolled = await scroll(page);
    all.push({
      name: `${name}: scrolled to the end`,
      paintedMs: Number.NaN,
      longestTaskMs: round(scrolled),
      largestBytes: 0,
    });
    if (name !== "queue") {
      await page.locator("#find").fill(`ที่ ${OFFICES - 73}`);
      all.push(await measured(page, `${name}: a name looked for`, asks, () => page.locator("#find").press("Enter")));
    }
    await page.close();
  }
  return all;
}

const stage = await openDesk(OFFICES);
const browser = await launch();
try {
  const asked = await askAll(stage);
  table(
    ["", "p50 ms", "worst ms", "bytes"],
    asked.map(({ name, p50, max, bytes }) => [name, p50, max, count(bytes)]),
  );
  const context = await browser.newContext({ viewport: PHONE, locale: "th-TH" });
  await context.addInitScript(watch);
  const drawn = await draw(context, stage);
  const shown = (ms: number) => (Number.isNaN(ms) ? "" : ms);
  table(
    ["320 px, processor four times slower", "answer to painted ms", "longest task ms", "largest answer, bytes"],
    drawn.map((one) => [one.name, shown(one.paintedMs), one.longestTaskMs, count(one.largestBytes)]),
  );
  record("desk", options, {
    ...{ offices: OFFICES, periods: 12, asked },
    drawn: drawn.map((one) => ({ ...one, paintedMs: Number.isNaN(one.paintedMs) ? null : one.paintedMs })),
  });
} finally {
  await browser.close();
  await stage.close();
}
