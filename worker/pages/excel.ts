import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { INSTALL_WORDS } from "../../shared/words/install.ts";
import type { PageFiles } from "./index.ts";

type Language = "th" | "en";

/** The address that `manifest.xml` at the top of the project was built for; each collector puts its own in its place. */
const BUILT_FOR = "http://localhost:8787";
/** Where Microsoft wants its library to be loaded from. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const OFFICE_ORIGIN = new URL(OFFICE_JS).origin;

const ICON = /^(open|check|next|send)-(16|20|24|32|40|48|64|80|128)\.png$/;
const HOST = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?$/i;
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/i;

/**
 * Excel on the web shows the sidebar inside pages of its own, on more hosts than can be listed, some of them the organisation's.
 * This page may be framed by any of them: it signs nobody in, shows no data and has one link.
 */
const POLICY =
  `default-src 'none'; script-src 'self' ${OFFICE_ORIGIN}; style-src 'self'; img-src 'self'; ` +
  `connect-src 'self' ${OFFICE_ORIGIN}; form-action 'none'; base-uri 'none'; frame-ancestors https: http://localhost:*`;

/**
 * The address a manifest of this collector must carry: its own as the caller sees it, or null where Excel would not take it.
 * A proxy's X-Forwarded-Proto is believed from anybody: whoever makes it up only changes the file they get themselves.
 */
export function ownAddress(c: Context): string | null {
  const url = new URL(c.req.url);
  const forwarded = c.req.header("x-forwarded-proto")?.split(",").at(-1)?.trim();
  const https = url.protocol === "https:" || forwarded === "https";
  if (!HOST.test(url.host) || !(https || LOCAL.test(url.host))) return null;
  return `${https ? "https" : "http"}://${url.host}`;
}

/** What Excel itself asks for: the manifest with this collector's address, the ribbon's pictures, the sidebar's page. */
export function excelPages(files: PageFiles): Hono {
  const app = new Hono();
  app.get("/manifest.xml", async (c) => {
    const address = ownAddress(c);
    c.header("Cache-Control", "no-store");
    if (address === null) return c.text(`${INSTALL_WORDS.th.refused}\n\n${INSTALL_WORDS.en.refused}\n`, 400);
    const bytes = await files.read("manifest.xml");
    if (bytes === null) return c.text("not found: run `npm run build` first", 404);
    const manifest = new TextDecoder().decode(bytes).replaceAll(BUILT_FOR, address);
    return c.body(manifest, 200, { "Content-Type": "application/xml; charset=utf-8" });
  });
  app.get("/icons/:name", async (c) => {
    const name = c.req.param("name");
    const bytes = ICON.test(name) ? await files.read(name) : null;
    if (bytes === null) return c.text("not found", 404);
    // Excel on the web loads them from its own origin, and desktop Excel shows none that may not be kept.
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "image/png",
      "Cache-Control": "public, max-age=86400",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
  });
  app.get("/excel", (c) => {
    c.header("Content-Security-Policy", POLICY);
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-cache");
    return c.html(panePage(c.req.query("lang") === "en" ? "en" : "th"));
  });
  return app;
}

/** What the sidebar shows until it can read the sheet: that it cannot, and the way that works. */
function panePage(lang: Language) {
  const { pane, ...words } = INSTALL_WORDS[lang];
  const other: Language = lang === "th" ? "en" : "th";
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.draw.tab} · ${pane.title}</title>
<link rel="stylesheet" href="/assets/start.css">
<link rel="stylesheet" href="/assets/install.css">
<script defer src="${OFFICE_JS}"></script>
<script defer src="/assets/excel.js"></script>
</head>
<body>
<main class="pane">
  <p class="name"><img src="/icons/open-64.png" width="32" height="32" alt="">${words.draw.tab}</p>
  <h1>${pane.title}</h1>
  <p class="notice">${pane.why}</p>
  <ol>${pane.steps.map((step) => html`<li>${step}</li>`)}</ol>
  <p>${pane.onWeb}</p>
  <p><a class="button primary" href="/app" target="_blank" rel="noopener">${pane.link}</a></p>
  <p><a href="/install?lang=${lang}" target="_blank" rel="noopener">${pane.install}</a></p>
  <p><a href="?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a></p>
</main>
</body>
</html>`;
}
