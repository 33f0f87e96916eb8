import { describe, expect, it } from "vitest";
import { pages } from "../../worker/pages/index.ts";

const BARE =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const app = pages({ read: async () => null });
const policyOf = async (path: string) => (await app.request(path)).headers.get("content-security-policy");

describe("the policy of a page", () => {
  it.each(["/files", "/desk/sheet"])(
    "%s plays clips of our own address, and nothing else is let in more",
    async (path) => expect(await policyOf(path)).toBe(`${BARE}; media-src 'self'`),
  );

  it.each([
    "/",
    "/my",
    "/desk",
    "/desk/queue",
    "/desk/up",
    "/desk/print",
    "/department",
    "/intake",
    "/keying",
    "/offices",
  ])("%s plays nothing", async (path) => expect(await policyOf(path)).toBe(BARE));
});
