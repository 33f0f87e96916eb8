import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PIECE_BYTES, piecesOf } from "../../shared/files/limits.ts";
import type { ReportFile } from "../../shared/wire/files.ts";
import { sha256 } from "../../worker/pages/browser/files/sha256.ts";
import { sourceOf } from "../../worker/pages/browser/files/source.ts";
import { type Step, upload, type Wire } from "../../worker/pages/browser/files/upload.ts";

const node = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const trouble = (status: number, code = "", params = {}) =>
  Object.assign(new Error(code), { status, problem: { code, params } });
const bytes = new Uint8Array(2 * PIECE_BYTES + 10).map((_, i) => i % 251);

/** A collector that keeps pieces in memory and breaks as told: the n-th call throws. */
function fake(breaks: Map<number, Error> = new Map()) {
  const held = new Map<number, Uint8Array>();
  const calls: string[] = [];
  const say = (name: string) => {
    calls.push(name);
    const broken = breaks.get(calls.length);
    if (broken !== undefined) throw broken;
  };
  const file = (state: string): ReportFile =>
    ({ id: "99-F1", state, pieces: [...held.keys()].sort(), bytes: bytes.length }) as unknown as ReportFile;
  const wire: Wire = {
    async announce(hash) {
      say("announce");
      expect(hash).toBe(node(bytes));
      return file("receiving");
    },
    async piece(_, part, content, hash) {
      say(`piece ${part}`);
      expect(hash).toBe(node(content));
      held.set(part, content);
    },
    async finish() {
      say("finish");
      expect(held.size).toBe(piecesOf(bytes.length));
      return file("checked");
    },
  };
  return { wire, calls, held };
}

function watching(stop = new AbortController()) {
  const steps: Step[] = [];
  const waits: number[] = [];
  return {
    ...{ steps, waits, stop },
    watch: {
      signal: stop.signal,
      known: () => {},
      step: (step: Step) => void steps.push(step),
      wait: async (ms: number) => void waits.push(ms),
    },
  };
}

describe("SHA-256 on the device", () => {
  it("is Node's, however the bytes come", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat(130), { maxLength: 8 }), (content, cuts) => {
        const hash = sha256();
        let at = 0;
        for (const cut of cuts) hash.update(content.subarray(at, (at += cut)));
        hash.update(content.subarray(at));
        expect(hash.hex()).toBe(node(content));
      }),
      { numRuns: 500, seed: 21 },
    );
  });
});

describe("one file is sent, whatever the line does", () => {
  it("piece by piece, and only those the collector has not got", async () => {
    const { wire, calls, held } = fake();
    held.set(1, bytes.slice(PIECE_BYTES, 2 * PIECE_BYTES));
    const { watch } = watching();
    expect((await upload(sourceOf(new Blob([bytes])), wire, watch)).state).toBe("checked");
    expect(calls).toEqual(["announce", "piece 0", "piece 2", "finish"]);
  });

  it("a line that breaks is waited for, longer each time; a busy collector as long as it says", async () => {
    const broken = new Map([1, 2, 4].map((call) => [call, trouble(0)]));
    broken.set(6, trouble(429, "rate-limited", { seconds: 7 }));
    broken.set(8, trouble(500, "internal"));
    const { wire } = fake(broken);
    const { watch, waits, steps } = watching();
    await upload(sourceOf(new Blob([bytes])), wire, watch);
    expect(waits).toEqual([1000, 2000, 1000, 7000, 1000]);
    expect(steps.filter((step) => step === "waiting")).toHaveLength(3);
  });

  it.each([
    [trouble(422, "file-place"), 1],
    [trouble(409, "file-twice"), 1],
    [trouble(503, "files-off"), 1],
  ])("a plain no ends it: %s", async (no, call) => {
    const { wire } = fake(new Map([[call, no]]));
    const { watch, waits } = watching();
    await expect(upload(sourceOf(new Blob([bytes])), wire, watch)).rejects.toBe(no);
    expect(waits).toEqual([]);
  });

  it("a piece damaged on its way is sent again, three times", async () => {
    const damaged = trouble(422, "file-piece");
    const once = fake(new Map([[2, damaged]]));
    expect((await upload(sourceOf(new Blob([bytes])), once.wire, watching().watch)).state).toBe("checked");
    const always = fake(new Map([2, 3, 4].map((call) => [call, damaged])));
    await expect(upload(sourceOf(new Blob([bytes])), always.wire, watching().watch)).rejects.toBe(damaged);
  });

  it("stopped, it sends nothing more", async () => {
    const { wire, calls } = fake();
    const { watch, stop } = watching();
    const step = watch.step;
    watch.step = (now) => {
      step(now);
      if (calls.length === 2) stop.abort();
    };
    await expect(upload(sourceOf(new Blob([bytes])), wire, watch)).rejects.toThrow();
    expect(calls).toEqual(["announce", "piece 0"]);
  });

  it("what a clip says of its place is written over on the device", async () => {
    const content = new TextEncoder().encode("....udta+18.1446....");
    const source = sourceOf(new Blob([content]), [{ from: 0, to: 16 }]);
    expect(new TextDecoder().decode(await source.read(0, 20))).toBe("....free\0\0\0\0\0\0\0\0....");
  });
});
