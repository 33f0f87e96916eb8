import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readableOf } from "../../worker/master/stream.ts";
import { type ZipPart, zip } from "../../worker/master/zip.ts";
import { bytesOf } from "./sample.ts";

const archive = (parts: ZipPart[]) => bytesOf(readableOf(zip(parts)));

/** Text that does not repeat, so that a piece overwritten too early cannot go unnoticed. */
function* lines(count: number): Generator<string> {
  for (let i = 0; i < count; i++) yield `${i} ${(i * 2654435761) >>> 0} ก${String.fromCodePoint(0x1f600 + (i % 60))}\n`;
}

describe("a streamed archive", () => {
  it("gives back every part, of any length, in pieces cut inside letters", async () => {
    const parts = { "empty.xml": [], "short.xml": ["ก", "", "ข"], "ไทย.xml": [...lines(120_000)] };
    const bytes = await archive(Object.entries(parts).map(([name, text]) => ({ name, text })));
    const back = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]);
    expect(back).toEqual(Object.entries(parts).map(([name, text]) => [name, text.join("")]));
  });

  it("is the same bytes for the same parts", async () => {
    const make = () => archive([{ name: "a", text: lines(5_000) }]);
    expect(await make()).toEqual(await make());
  });

  it("errors when a part cannot be made, and what came out has no directory", async () => {
    async function* broken() {
      yield "x".repeat(600_000);
      throw new Error("the store went away");
    }
    const out: number[] = [];
    const read = async () => {
      for await (const bytes of zip([
        { name: "a", text: ["fine"] },
        { name: "b", text: broken() },
      ]))
        out.push(...bytes);
    };
    await expect(read()).rejects.toThrow("the store went away");
    expect(() => unzipSync(Uint8Array.from(out))).toThrow();
  });

  it.each([
    ["waits for its reader", (n: number) => Array.from({ length: 2_000 }, (_, i) => Math.sin(n * 2_000 + i)).join()],
    ["runs ahead", (n: number) => `${n} `.repeat(40_000)],
  ])("lets the maker of the text clean up when the reader leaves a compressor that %s", async (_name, text) => {
    let left = false;
    let made = 0;
    async function* endless() {
      try {
        for (;;) {
          made++;
          yield text(made);
        }
      } finally {
        left = true;
      }
    }
    const reader = readableOf(zip([{ name: "a", text: endless() }])).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => left).toBe(true);
    expect(made).toBeLessThan(200);
  });

  it("deflates with what the host brings", async () => {
    const stored = () => new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>();
    let size = 0;
    for await (const bytes of zip([{ name: "a", text: ["x".repeat(1_000_000)] }], stored)) size += bytes.length;
    expect(size).toBeGreaterThan(1_000_000);
  });
});
