import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { cloudflareApp, collectorOf, type Env, Province } from "../../worker/host/cloudflare.ts";
import { r2Blobs } from "../../worker/host/r2Blobs.ts";
import { PIECE_KEY } from "../../worker/province/attachments/blobs.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { FILE_PROMISES } from "../attachments/contract.ts";
import { handsOf } from "../attachments/hands.ts";
import { type Stage, setStage } from "../http/stage.ts";
import { clip } from "../media/samples.ts";
import { OPERATOR, office, PACK, province, report } from "../province/sample.ts";

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

interface Namespace {
  getByName(name: string): unknown;
}

describe("the province's alarm on Cloudflare", () => {
  it("is set for the day a file's time is over, and deletes it from the bucket", async () => {
    const stub = (env as unknown as { PROVINCE: Namespace }).PROVINCE.getByName("files alarm");
    await runInDurableObject(stub, async (_, state) => {
      vi.useFakeTimers({ toFake: ["Date"] });
      const object = new Province(state, { ...(env as Env), GOOGLE_SERVICE_ACCOUNT: "" });
      const ask = <T>(method: string, ...args: unknown[]): T => {
        const answer = object.call(method, args);
        if ("refusal" in answer) throw new Error(answer.refusal);
        return answer.value as T;
      };
      ask("importRoster", OPERATOR, PACK, "sample");
      const { receipt } = ask<{ receipt: { submission: string } }>("submit", office(), report());
      expect(await state.storage.getAlarm()).toBeNull();
      const { needs } = ask<{ needs: { target: string }[] }>("files", office(), receipt.submission);
      const bytes = clip();
      const hash = sha256(bytes);
      const announced = {
        target: needs[0]!.target,
        kind: "clip",
        name: "a.mp4",
        bytes: bytes.length,
        hash,
        look: null,
      };
      const { file } = ask<{ file: { id: string } }>("announceFile", office(), receipt.submission, announced);
      // Given up after two weeks, should it never come.
      expect((await state.storage.getAlarm())! - Date.now()).toBeGreaterThan(13 * 86_400_000);
      const piece = { part: 0, blob: PIECE_KEY(file.id, 0, hash), bytes: bytes.length };
      await r2Blobs(bucket).put(piece.blob, bytes);
      ask("keepPiece", file.id, piece);
      const outcome = { is: "checked", type: "video/mp4", storedHash: hash, seconds: 12, notes: [], pieces: [piece] };
      ask("settleFile", office(), file.id, outcome);
      ask("setRetention", province(), 1);
      const at = (await state.storage.getAlarm())!;
      expect(at - Date.now()).toBeGreaterThan(27 * 86_400_000);
      vi.setSystemTime(at);
      await object.alarm();
      const { files } = ask<{ files: { state: string }[] }>("files", office(), receipt.submission);
      expect(files.map(({ state: now }) => now)).toEqual(["expired"]);
      expect((await bucket.list({ prefix: `54/${file.id}/` })).objects).toEqual([]);
      await state.storage.deleteAlarm();
      vi.useRealTimers();
    });
  });
});
