import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { asWrangler } from "./tests/workerd/asWrangler.ts";

// Two projects: everything that runs in Node, and what must also hold inside workerd (Cloudflare's own runtime).
export default defineConfig({
  test: {
    // Vitest leaves one core to itself; on a machine of two that would be half of it, and the browser tests mostly wait.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/workerd/**"],
          environment: "node",
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
        test: { name: "workerd", include: ["tests/workerd/**/*.test.ts"], testTimeout: 60_000 },
      },
    ],
  },
});
