import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildManifest, ICON_SIZES } from "../../addin/excel/manifest/build.ts";
import { COMMANDS } from "../../addin/excel/manifest/commands.ts";
import { checkManifest, type PixelSize } from "../../scripts/manifest/check.ts";
import { pngSize } from "../../scripts/manifest/pictures.ts";
import { INSTALL_WORDS } from "../../shared/words/install.ts";
import { ownAddress } from "../../worker/pages/excel.ts";
import { pages } from "../../worker/pages/index.ts";
import { type ExcelStage, excelStage } from "./stage.ts";

let stage: ExcelStage;
beforeAll(async () => {
  stage = await excelStage();
});
afterAll(() => stage.close());
const get = (path: string) => fetch(`${stage.running.url}${path}`);

describe("the address a collector gives for itself", () => {
  const app = new Hono().get("*", (c) => c.json(ownAddress(c)));
  it.each<[string, string | undefined, string | null]>([
    ["https://ruam.example/manifest.xml", undefined, "https://ruam.example"],
    ["https://ruam.example:8443/manifest.xml?x=1", undefined, "https://ruam.example:8443"],
    ["http://ruam.example/manifest.xml", "https", "https://ruam.example"],
    ["http://ruam.example/manifest.xml", "http, https", "https://ruam.example"],
    ["http://ruam.example/manifest.xml", "https, http", null],
    ["http://ruam.example/manifest.xml", undefined, null],
    ["http://192.168.1.5:8787/manifest.xml", undefined, null],
    ["http://localhost.evil.example/manifest.xml", undefined, null],
    ["http://localhost:8787/manifest.xml", undefined, "http://localhost:8787"],
    ["http://localhost:8787/manifest.xml", "https", "https://localhost:8787"],
    ["http://127.0.0.1:8787/manifest.xml", undefined, "http://127.0.0.1:8787"],
    ['https://a"b.example/manifest.xml', undefined, null],
    ["https://a&b.example/manifest.xml", undefined, null],
  ])("asked for %s (proxy says %s): %s", async (url, proto, address) => {
    const headers: Record<string, string> = proto === undefined ? {} : { "x-forwarded-proto": proto };
    expect(await (await app.request(url, { headers })).json()).toBe(address);
  });
});

describe("what Excel asks the collector for", () => {
  it("the manifest is what the builder builds for this address, and is not kept by anybody", async () => {
    const response = await get("/manifest.xml");
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      ...[200, "application/xml; charset=utf-8", "no-store"],
    ]);
    expect(await response.text()).toBe(buildManifest(stage.running.url));
  });

  it("behind a proxy it carries the https address", async () => {
    const headers = { "x-forwarded-proto": "https" };
    const response = await fetch(`${stage.running.url}/manifest.xml`, { headers });
    expect(await response.text()).toBe(buildManifest(stage.running.url.replace("http:", "https:")));
  });

  it("everything the manifest names is there: pages, and pictures of the right size", async () => {
    const manifest = await (await get("/manifest.xml")).text();
    const paths = new Set([...manifest.matchAll(/http:\/\/localhost:\d+(\/[^"<]*)"/g)].map(([, path]) => path!));
    const sizes = new Map<string, PixelSize | null>();
    for (const path of paths) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      sizes.set(path, pngSize(new Uint8Array(await response.arrayBuffer())));
    }
    expect(checkManifest(manifest, (path) => sizes.get(path) ?? null)).toEqual([]);
  });

  it("every picture is served, kept for a day, and may be shown by Excel's own pages", async () => {
    for (const { name } of COMMANDS) {
      for (const size of ICON_SIZES) {
        const response = await get(`/icons/${name}-${size}.png`);
        const { headers } = response;
        expect([
          headers.get("content-type"),
          headers.get("cache-control"),
          headers.get("cross-origin-resource-policy"),
        ]).toEqual(["image/png", "public, max-age=86400", "cross-origin"]);
        expect(pngSize(new Uint8Array(await response.arrayBuffer()))).toEqual({ width: size, height: size });
      }
    }
  });

  it.each(["open-17.png", "open.svg", "start.js", "..%2Fmanifest.xml", "__proto__"])("no picture: %s", async (name) => {
    expect((await get(`/icons/${name}`)).status).toBe(404);
  });

  it("the sidebar may be framed, runs our script and Microsoft's and nothing else", async () => {
    const response = await get("/excel");
    const page = await response.text();
    const policy = response.headers.get("content-security-policy")!;
    expect(policy).toContain("frame-ancestors https:");
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
    expect(response.headers.get("x-frame-options")).toBeNull();
    expect([...page.matchAll(/<script[^>]* src="([^"]+)"><\/script>/g)].map(([, source]) => source)).toEqual([
      "/assets/excel.js",
    ]);
    expect(page).toContain('data-office-js="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"');
    expect(page).not.toMatch(/<form|<input|<script[^>]*>[^<]| (on\w+|style)=/);
  });

  it.each([
    ["https://office.example/lib/office.js", "'self' https://office.example;"],
    ["/office/office.js", "'self' ;"],
  ])("office.js may come from another address: %s", async (officeJs, sources) => {
    const app = pages({ read: async () => null }, { officeJs });
    const response = await app.request("http://localhost/excel");
    expect(response.headers.get("content-security-policy")).toContain(`script-src ${sources}`);
    expect(await response.text()).toContain(`data-office-js="${officeJs}"`);
  });

  it("nothing of Microsoft's library is in our script", async () => {
    const script = await (await get("/assets/excel.js")).text();
    expect(script).not.toMatch(/OfficeExtension|OSF\b|Microsoft Corporation/);
    const zipped = gzipSync(script).length;
    expect(zipped).toBeLessThan(150 * 1024);
  });
});

describe("the page that says how", () => {
  it.each(["th", "en"] as const)("says every way in %s, and runs no script", async (lang) => {
    const response = await get(`/install?lang=${lang}`);
    const page = await response.text();
    const words = INSTALL_WORDS[lang];
    const shown = (text: string) =>
      page.includes(text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;"));
    const texts = [words.intro, words.getManifest, words.removeText, words.sheetsText, words.drawn];
    const ways = Object.values(words.ways).flatMap((way) => [way.title, way.whom, ...way.steps, way.note, way.drawing]);
    expect([...texts, ...ways].filter((text) => !shown(text))).toEqual([]);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'self'");
    expect(page).not.toMatch(/<script| (on\w+|style)=/);
  });

  it("is reached from the start page", async () => {
    expect(await (await get("/")).text()).toContain('href="/install?lang=th"');
  });
});
