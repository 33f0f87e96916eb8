import { Hono } from "hono";
import { appPages } from "./app.ts";
import { deskPages } from "./desk/frame.ts";
import { excelPages } from "./excel.ts";
import { filePages } from "./files.ts";
import { formPages } from "./forms.ts";
import { servePage } from "./frame.ts";
import { installPages } from "./install.ts";
import { intakePages } from "./intake.ts";
import { keyingPages } from "./keying.ts";
import { registryPages } from "./registry/frame.ts";
import { startPage } from "./view.ts";

/** Where the built files of the pages are: a folder, or the store of static files of a deployment. */
export interface PageFiles {
  /** The bytes of a file such as "start.js", or null when it has not been built. */
  read(name: string): Promise<Uint8Array | null>;
}

export interface PageSettings {
  /** Where the sidebar in Excel loads Microsoft's office.js from, when not from Microsoft's own address. */
  officeJs?: string | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** Scripts, styles and the picture of the pages; the add-in's icons and the page /app have places of their own. */
const ASSET = /^(?!app\.)[a-z]+\.(js|css|svg)$/;

/** The start page at `/`, its script and style under `/assets/`. The page of dropped workbooks at `/app`, the add-in's at `/install`, e-mailed files at `/intake`, photos and clips at `/files`. */
export function pages(files: PageFiles, settings: PageSettings = {}): Hono {
  const app = new Hono();
  servePage(app, "/", startPage);
  app.get("/assets/:name", async (context) => {
    const name = context.req.param("name");
    const type = TYPES[ASSET.exec(name)?.[1] ?? ""] ?? null;
    const bytes = type === null ? null : await files.read(name);
    if (type === null || bytes === null) return context.text("not found: run `npm run build` first", 404);
    return context.body(new Uint8Array(bytes), 200, {
      "Content-Type": type,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
    });
  });
  app.route("/", appPages(files));
  app.route("/", deskPages());
  app.route("/", installPages());
  app.route("/", intakePages());
  app.route("/", keyingPages());
  app.route("/", filePages());
  app.route("/", formPages());
  app.route("/", registryPages());
  app.route("/", excelPages(files, settings.officeJs || undefined));
  return app;
}
