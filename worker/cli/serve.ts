import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { GOOGLE_CLI_WORDS } from "../../shared/words/google.ts";
import { type Running, startNode } from "../host/node.ts";
import { type PageFiles, pages } from "../pages/index.ts";
import { type Console, type ExitCode, Failure, UsageError } from "./command.ts";
import { googleSettings } from "./google.ts";
import { readOfficeList } from "./officeList.ts";
import { readArguments } from "./options.ts";
import { openSample } from "./sample/open.ts";
import { DATA_DIR, importOffices } from "./store.ts";

const DEFAULT_PORT = 8787;
const PAGES = fileURLToPath(new URL("../../dist/pages/", import.meta.url));

/** The files that `npm run build` wrote. */
export const builtPages: PageFiles = {
  async read(name) {
    try {
      return await readFile(`${PAGES}${name}`);
    } catch {
      return null;
    }
  },
};

/** `ruam serve`: the collector on this machine, until it is told to stop. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const names = ["port", "host", "data", "offices"] as const;
  const { options } = readArguments(args, names, { words: [], flags: ["sample"] });
  const dataDir = options.data ?? DATA_DIR;
  const list = options.offices === undefined ? null : await readOfficeList(options.offices, console);
  if (!existsSync(`${PAGES}start.js`)) console.tell(CLI_WORDS.notBuilt);
  const running = await start({ port: portOption(options.port), host: options.host, dataDir });
  try {
    if (list !== null) {
      const provinces = importOffices(running.data, list.offices, basename(options.offices!), list);
      console.tell(fill(CLI_WORDS.officesRead, { offices: list.offices.length, provinces, rows: list.rows }));
    }
    console.answer(fill(CLI_WORDS.serving, { url: running.url, data: dataDir }));
    if (running.google !== null) console.tell(fill(GOOGLE_CLI_WORDS.account, { email: running.google }));
    if (options.sample) await openSample(running, dataDir, console);
    if (running.data.provinces().length === 0) console.answer(CLI_WORDS.servingEmpty);
    await stopSignal();
    console.tell(CLI_WORDS.stopping);
  } finally {
    await running.close();
  }
  return 0;
}

async function start(options: { port: number; host: string | undefined; dataDir: string }): Promise<Running> {
  const { port, dataDir, host } = options;
  const google = await googleSettings(process.env);
  try {
    return await startNode({
      port,
      dataDir,
      ...(host === undefined ? {} : { host }),
      corsOrigins: wordsOf(process.env.CORS_ORIGINS),
      googleSignIn: { audiences: wordsOf(process.env.GOOGLE_AUDIENCE) },
      google,
      mount: (app) => app.route("/", pages(builtPages, { officeJs: process.env.RUAM_OFFICE_JS })),
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") throw new Failure(fill(CLI_WORDS.portTaken, { port }));
    if (code === "EACCES" || code === "EADDRNOTAVAIL")
      throw new Failure(fill(CLI_WORDS.portRefused, { port, detail: code }));
    throw error;
  }
}

/** The settings of the same name on Cloudflare: words between spaces. */
function wordsOf(setting: string | undefined): string[] {
  return (setting ?? "").split(/\s+/).filter((word) => word !== "");
}

function portOption(value: string | undefined): number {
  if (value === undefined) return DEFAULT_PORT;
  const port = Number(value);
  if (!/^[0-9]{1,5}$/.test(value) || port > 65_535) throw new UsageError(fill(CLI_WORDS.badPort, { value }));
  return port;
}

/** Settles when somebody asks the program to end; a second asking ends it at once, as usual. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
