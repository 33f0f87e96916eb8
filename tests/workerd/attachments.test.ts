import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { cloudflareApp, collectorOf, type Env } from "../../worker/host/cloudflare.ts";
import { r2Blobs } from "../../worker/host/r2Blobs.ts";
import { FILE_PROMISES } from "../attachments/contract.ts";
import { handsOf } from "../attachments/hands.ts";
import { type Stage, setStage } from "../http/stage.ts";
import { clip } from "../media/samples.ts";

const FREE = { burst: 1e9, perSecond: 1e9 };
const bucket = (env as Env).FILES!;
const app = cloudflareApp(env as Env, { signIn: FREE, address: FREE, person: FREE });
let stage: Stage;

beforeAll(async () => {
  const fetchHere = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(`https://ruam.test${path}`, init), env as Env);
  stage = await setStage({ fetch: fetchHere, collector: collectorOf(env as Env) });
});

describe("photos and clips in workerd, over Durable Objects and the simulated R2 of the test pool", () => {
  it.each(FILE_PROMISES.map((one, i) => [one.name, one, i] as const))("%s", async (_, { hold }, i) => {
    await hold(stage, `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);
  });

  it("a blob is there as a whole and in parts, and goes with all below its name", async () => {
    const blobs = r2Blobs(bucket);
    const key = "99/99-F000000000000/0-aa";
    await blobs.put(key, Uint8Array.of(1, 2, 3, 4));
    expect([...(await blobs.get(key, 1, 3))]).toEqual([2, 3]);
    await blobs.drop("99/99-F000000000000/");
    await expect(blobs.get(key, 0, 1)).rejects.toThrow(/no such blob/);
  });

  it("taken out, a file's bytes are gone from the bucket", async () => {
    const { submission } = await stage.sent("2030-01");
    const hands = handsOf(stage, "officeOwn", submission);
    const { id } = await hands.send(clip({ salt: 77 }));
    const held = async () => (await bucket.list({ prefix: `99/${id}/` })).objects.length;
    expect(await held()).toBe(1);
    await hands.remove(id);
    expect(await held()).toBe(0);
  });

  it("without a bucket reports come in, and files are told to have no place", async () => {
    const bare = cloudflareApp({ ...(env as Env), FILES: undefined }, { signIn: FREE, address: FREE, person: FREE });
    const fetchHere = async (path: string, init?: RequestInit) =>
      bare.fetch(new Request(`https://ruam.test${path}`, init), env as Env);
    const there: Stage = {
      ...stage,
      as: async (caller, method, path, options = {}) =>
        fetchHere(path, {
          method,
          headers: { authorization: `Bearer ${stage.tokens[caller!]}`, "content-type": "application/json" },
          ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        }),
    };
    const { submission } = await stage.sent("2030-02");
    const answer = await handsOf(there, "officeOwn", submission).announce(clip());
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, "files-off"]);
  });
});
