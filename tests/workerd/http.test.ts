import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { cloudflareApp, collectorOf, type Env } from "../../worker/host/cloudflare.ts";
import { HTTP_PROMISES } from "../http/contract.ts";
import { type Stage, setStage } from "../http/stage.ts";

const FREE = { burst: 1e9, perSecond: 1e9 };
const app = cloudflareApp(env as Env, { signIn: FREE, address: FREE, person: FREE });
let stage: Stage;

beforeAll(async () => {
  const fetchHere = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(`https://ruam.test${path}`, init), env as Env);
  stage = await setStage({ fetch: fetchHere, collector: collectorOf(env as Env) });
});

describe("HTTP in workerd, over Durable Objects", () => {
  it.each(HTTP_PROMISES.map((one) => [one.name, one] as const))("%s", (_, { hold }) => hold(stage));

  it("the operator's door is not there without a secret, and opens only for it", async () => {
    const ask = (
      secret: string | undefined,
      bearer: string,
      path = "98/addPerson",
      args: unknown = ["province", "98", ""],
    ) => {
      const headers = { authorization: `Bearer ${bearer}` };
      const request = new Request(`https://ruam.test/operator/${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(args),
      });
      return cloudflareApp({ ...(env as Env), OPERATOR_TOKEN: secret }).fetch(request);
    };
    const secret = "s".repeat(40);
    expect((await ask(undefined, "")).status).toBe(404);
    expect((await ask("short", "short")).status).toBe(404);
    expect((await ask(secret, "t".repeat(40))).status).toBe(401);
    expect((await ask(secret, secret, "98/submit")).status).toBe(404);
    expect(await (await ask(secret, secret, "98/addPerson", ["office", "5540101", ""])).json()).toMatchObject({
      code: "place-unknown",
    });
    const made = (await (await ask(secret, secret)).json()) as { value: { code: string } };
    const session = await stage.as(null, "POST", "/api/v1/session", { body: { code: made.value.code } });
    expect(await session.json()).toMatchObject({ role: "province", place: "98" });
  });

  it("takes Google accounts only where scripts are named, and believes no token it cannot check", async () => {
    const ask = async (audience: string) => {
      const google = cloudflareApp({ ...(env as Env), GOOGLE_AUDIENCE: audience });
      const body = JSON.stringify({ googleToken: "no.token.atall" });
      const headers = { "content-type": "application/json" };
      const answer = await google.request("https://ruam.test/api/v1/session", { method: "POST", headers, body });
      return ((await answer.json()) as { code: string }).code;
    };
    expect([await ask(""), await ask("one.apps.googleusercontent.com")]).toEqual(["google-off", "google-token"]);
  });

  it("answers as deployed, and asks browsers to keep to https", async () => {
    const answer = await exports.default.fetch("https://ruam.test/healthz");
    expect([answer.status, await answer.text()]).toEqual([200, "ok"]);
    expect(answer.headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
    const refused = await exports.default.fetch("https://ruam.test/api/v1/submissions");
    expect(refused.status).toBe(401);
  });
});
