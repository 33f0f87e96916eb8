import { Hono } from "hono";
import { html } from "hono/html";
import { PANE_WORDS } from "../../shared/words/pane.ts";
import type { PageFiles } from "./index.ts";

type Language = "th" | "en";

const TYPES: Readonly<Record<string, string>> = {
  "app.js": "text/javascript; charset=utf-8",
  "app.css": "text/css; charset=utf-8",
};

/** Parts of the script that are loaded when needed; named by their content. */
const CHUNK = /^app-chunk-[A-Z0-9]{8}\.js$/;

/** Nothing runs or loads but our own files. Pictures of our own making (a QR code) are inline in the document. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The page of dropped workbooks at `/app`, with its script, style and service worker under `/app/`. */
export function appPages(files: PageFiles): Hono {
  const app = new Hono();
  app.get("/app", (context) => {
    context.header("Content-Security-Policy", POLICY);
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-cache");
    context.header("X-Ruam", "app");
    return context.html(appPage(context.req.query("lang") === "en" ? "en" : "th"));
  });
  const serve = async (name: string, type: string, more: Record<string, string> = {}) => {
    const bytes = await files.read(name);
    if (bytes === null) return new Response("not found: run `npm run build` first", { status: 404 });
    const headers = {
      "Content-Type": type,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
      "X-Ruam": "app",
    };
    return new Response(new Uint8Array(bytes), { headers: { ...headers, ...more } });
  };
  // The worker lives beside the page it keeps, so it must be allowed the page's own address.
  app.get("/app/sw.js", () => serve("app-sw.js", TYPES["app.js"]!, { "Service-Worker-Allowed": "/app" }));
  app.get("/app/:name", async (context) => {
    const name = context.req.param("name");
    const type = CHUNK.test(name) ? TYPES["app.js"] : Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    return type === undefined ? context.text("not found", 404) : serve(name, type);
  });
  return app;
}

function appPage(lang: Language) {
  const words = PANE_WORDS[lang];
  const other: Language = lang === "th" ? "en" : "th";
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.app} · ${words.tagline}</title>
<link rel="stylesheet" href="/app/app.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="module" src="/app/app.js"></script>
</head>
<body>
<a class="skip" href="#app">${words.skip}</a>
<header class="top">
  <span class="brand" lang="th">${words.app}</span>
  <span class="tagline">${words.tagline}</span>
  <a href="/">${words.home}</a>
  <a href="?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
</header>
<main id="app" tabindex="-1"><noscript><p>${words.needScript}</p></noscript></main>
</body>
</html>`;
}
