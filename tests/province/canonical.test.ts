import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, sha256 } from "../../worker/province/canonical.ts";
import { splitText, toBatches } from "../../worker/province/parts.ts";

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner, seed)] as const);
  entries.sort(
    (a, b) => ((a[0].length * 31 + seed) % 7) - ((b[0].length * 31 + seed) % 7) || (seed % 2 === 0 ? 1 : -1),
  );
  return Object.fromEntries(entries);
}

describe("the canonical form", () => {
  it("does not know the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(100), (value, seed) => {
        expect(canonical(shuffled(value, seed))).toBe(canonical(value));
      }),
    );
  });

  it("reads back as the same value, so that other content has another form", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    [{ b: 1, a: [3, null, "ก"] }, '{"a":[3,null,"ก"],"b":1}'],
    [{ a: undefined, b: -0 }, '{"b":0}'],
    ["\ud800", '"\\ud800"'],
    [JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
  ])("%j is written %s", (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it("refuses what JSON cannot hold", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n, Symbol("x")])
      expect(() => canonical(value)).toThrow(TypeError);
  });

  it("hashes UTF-8, as everybody's SHA-256 does", () => {
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256("รวม")).toBe(sha256("ร\u0e27\u0e21"));
  });
});

const LONE = /\p{Surrogate}/u;

describe("parts", () => {
  it("join to the whole, each within the limit, no pair of surrogates cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.join("")).toBe(text);
        expect(Math.max(0, ...parts.map((part) => part.length))).toBeLessThanOrEqual(limit);
        expect(LONE.test(text) || !parts.some((part) => LONE.test(part))).toBe(true);
      }),
    );
  });

  it("batches hold every row once, in order, within the limit", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ row: fc.nat(), text: fc.string({ maxLength: 10 }) })), (rows) => {
        const batches = toBatches(rows, 100);
        expect(batches.flatMap((batch) => JSON.parse(batch))).toEqual(rows);
      }),
    );
  });
});
