import { existsSync, statfsSync } from "node:fs";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { asWrangler } from "./tests/workerd/asWrangler.ts";

const MEMORY = "/dev/shm";
const ROOM_BYTES = 4 * 1024 ** 3;

/** Where the tests keep their files: in memory where a machine offers that and has the room, so that no test waits for a disk. */
function scratch(): Record<string, string> {
  if (!existsSync(MEMORY)) return {};
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM_BYTES ? { TMPDIR: MEMORY } : {};
}

// Two projects: everything that runs in Node, and what must also hold inside workerd (Cloudflare's own runtime).
// Files share a process one after another: starting one for each, and reading the same modules again, took a third of the time.
// So no file may leave anything behind in a module; what a file of workerd left in its stores is cleared before the next.
export default defineConfig({
  test: {
    // One more than the cores of a small machine: the tests in a browser mostly wait.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/workerd/**"],
          environment: "node",
          isolate: false,
          env: scratch(),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [
          asWrangler("@googleapis/sheets"),
          asWrangler("mediabunny"),
          cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } }),
        ],
        test: {
          name: "workerd",
          include: ["tests/workerd/**/*.test.ts"],
          setupFiles: ["tests/workerd/fresh.ts"],
          isolate: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
