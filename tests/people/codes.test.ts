import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashCode, newCode, parseCode, sameText } from "../../worker/people/codes.ts";
import { readToken, signToken, TOKEN_LIFE_MS } from "../../worker/people/tokens.ts";
import { partitionOf } from "../../worker/province/actor.ts";
import { ALPHABET, receiptNumber } from "../../worker/province/random.ts";

describe("access codes", () => {
  it("hold 80 random bits in readable groups, and never repeat", () => {
    const codes = Array.from({ length: 2000 }, () => newCode("54"));
    for (const code of codes) expect(code).toMatch(/^54(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
    expect(new Set(codes).size).toBe(codes.length);
    const used = new Set(codes.flatMap((code) => [...code.slice(3)]));
    expect([...ALPHABET].filter((letter) => !used.has(letter))).toEqual([]);
  });

  it("are read as people type them", () => {
    const misread: Record<string, string[]> = { 0: ["0", "O", "o", "๐", "０"], 1: ["1", "I", "i", "L", "l", "๑"] };
    fc.assert(
      fc.property(
        fc.constantFrom("54", "TH", "10"),
        fc.array(fc.constantFrom(...ALPHABET), { minLength: 16, maxLength: 16 }),
        fc.array(fc.constantFrom("-", " ", "", " - ", "–", "\u200b", "."), { minLength: 17, maxLength: 17 }),
        fc.array(fc.nat(5), { minLength: 16, maxLength: 16 }),
        (partition, letters, gaps, ways) => {
          const code = `${partition}-${letters.join("").match(/.{4}/g)!.join("-")}`;
          const typed = letters.map((letter, i) => {
            const spellings = misread[letter] ?? [letter, letter.toLowerCase()];
            return spellings[ways[i]! % spellings.length]! + gaps[i];
          });
          expect(parseCode(` ${partition.toLowerCase()}${gaps[16]}${typed.join("")}`)).toEqual({ partition, code });
        },
      ),
    );
  });

  it.each([
    "",
    "54",
    "54-AAAA-BBBB-CCCC-DDD",
    "54-AAAA-BBBB-CCCC-DDDDD",
    "ABCD-AAAA-BBBB-CCCC-DDDD",
    "54-AAAA-BBBB-CCCC-DDDU",
    "รหัส",
    "x".repeat(101),
  ])("%j is none", (typed) => {
    expect(parseCode(typed)).toBeNull();
  });

  it("are kept as a hash that does not hold them", () => {
    const code = newCode("54");
    expect(hashCode(code)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashCode(code)).not.toBe(hashCode(newCode("54")));
    expect([sameText("abc", "abc"), sameText("abc", "abd"), sameText("abc", "ab"), sameText("", "ก")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("tokens", () => {
  const claims = { person: "54-PAAAA", role: "office", place: "5540101", expiresAt: 1_000_000 } as const;
  const token = signToken(claims, "secret");

  it("say what was signed, until their time is over", () => {
    expect(readToken(token, "secret", 999_999)).toEqual(claims);
    expect(readToken(token, "secret", 1_000_000)).toBeNull();
    expect(TOKEN_LIFE_MS).toBe(8 * 60 * 60 * 1000);
  });

  it("are refused under another secret, and with any letter changed", () => {
    expect(readToken(token, "secret2", 0)).toBeNull();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."ABCabc019-_."), (at, letter) => {
        fc.pre(token[at] !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(readToken(changed, "secret", 0)).toBeNull();
      }),
    );
  });

  it("anything else is no token, and no error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readToken(text, "secret", 0)).toBeNull();
      }),
    );
  });
});

describe("places", () => {
  it.each([
    ["office", "5540101", "54"],
    ["office", "540101", null],
    ["district", "5401", "54"],
    ["province", "54", "54"],
    ["province", "04", null],
    ["department", "TH", "TH"],
    ["department", "54", null],
    ["auditor", "TH", "TH"],
    ["auditor", "54", "54"],
    ["auditor", "5540101", null],
  ] as const)("%s %s is kept in %s", (role, place, partition) => {
    expect(partitionOf(role, place)).toBe(partition);
  });
});

describe("receipt numbers", () => {
  it("name the province and the month in พ.ศ.", () => {
    expect(receiptNumber("54", "2023-10")).toMatch(/^54-6610-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(receiptNumber("99", "2057-01")).toMatch(/^99-0001-/);
  });
});
