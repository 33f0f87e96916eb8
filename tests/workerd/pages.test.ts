import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";

/** The same start page as on Node, its files out of the deployment's static store. */
describe("the start page inside workerd", () => {
  const get = (path: string) => exports.default.fetch(new Request(`https://ruam.example${path}`));

  it("is there, with its policy", async () => {
    const response = await get("/");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await response.text()).toContain('<html lang="th">');
  });

  it.each([
    ["start.js", "text/javascript; charset=utf-8"],
    ["start.css", "text/css; charset=utf-8"],
    ["icon.svg", "image/svg+xml"],
  ])("gives %s", async (name, type) => {
    const response = await get(`/assets/${name}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });
});
