import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";

/** The add-in's files out of the deployment's static store; what is in them is tested under tests/excel. */
describe("the add-in inside workerd", () => {
  const get = (path: string) => exports.default.fetch(new Request(`https://ruam.example${path}`));

  it("the manifest carries the deployment's address, and every address it names is there", async () => {
    const manifest = await (await get("/manifest.xml")).text();
    expect(manifest).not.toContain("localhost");
    const paths = [...new Set([...manifest.matchAll(/"https:\/\/ruam\.example(\/[^"]*)"/g)].map(([, path]) => path!))];
    expect(paths.length).toBeGreaterThan(9);
    for (const path of paths) {
      const response = await get(path);
      expect([path, response.status, (await response.arrayBuffer()).byteLength > 100]).toEqual([path, 200, true]);
    }
  });
});
