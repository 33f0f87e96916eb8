import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Runs wrangler with the arguments given, without the connections it makes by itself: telemetry, its own update check, and
 * the look-up of a sample `Request.cf`. Local request tracing is off too; it writes tens of megabytes.
 */
const QUIET = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  X_LOCAL_OBSERVABILITY: "false",
  X_LOCAL_EXPLORER: "false",
};

const home = dirname(createRequire(import.meta.url).resolve("wrangler/package.json"));
const child = spawn(process.execPath, [join(home, "bin/wrangler.js"), ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, ...QUIET },
});
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 130);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
