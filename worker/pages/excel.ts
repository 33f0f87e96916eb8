import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { INSTALL_WORDS } from "../../shared/words/install.ts";
import { PANE_WORDS } from "../../shared/words/pane.ts";
import type { PageFiles } from "./index.ts";

type Language = "th" | "en";

/** The address that `manifest.xml` at the top of the project was built for; each collector puts its own in its place. */
const BUILT_FOR = "http://localhost:8787";
/** Where Microsoft wants its library to be loaded from. */
export const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const ICON = /^(open|check|next|send)-(16|20|24|32|40|48|64|80|128)\.png$/;
const HOST = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?$/i;
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/i;

/**
 * Excel on the web shows the sidebar inside pages of its own, on more hosts than can be listed, some of them the organisation's.
 * So it may be framed by any https page. In a frame that is not Excel's the page stays empty of anything worth a stolen click:
 * it signs in, shows and sends only once Microsoft's library has found Excel around it, and that library trusts Excel's hosts alone.
 */
function policy(officeOrigin: string): string {
  return (
    `default-src 'none'; script-src 'self' ${officeOrigin}; style-src 'self'; img-src 'self'; ` +
    `connect-src 'self' ${officeOrigin}; form-action 'none'; base-uri 'none'; frame-ancestors https: http://localhost:*`
  );
}

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
export function excelPages(files: PageFiles, officeJs: string = OFFICE_JS): Hono {
  const app = new Hono();
  const officeOrigin = /^https?:/.test(officeJs) ? new URL(officeJs).origin : "";
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
    c.header("Content-Security-Policy", policy(officeOrigin));
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-cache");
    return c.html(panePage(c.req.query("lang") === "en" ? "en" : "th", officeJs));
  });
  return app;
}

/** The sidebar's frame: everything in it is drawn by the script, which brings Microsoft's library itself. */
function panePage(lang: Language, officeJs: string) {
  const words = PANE_WORDS[lang];
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.app} · ${words.tagline}</title>
<link rel="stylesheet" href="/assets/excel.css">
<script type="module" src="/assets/excel.js"></script>
</head>
<body>
<main id="app" data-office-js="${officeJs}"><noscript><p>${words.needScript}</p></noscript></main>
</body>
</html>`;
}
