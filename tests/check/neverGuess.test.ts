import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Office, officeLabel, type Registry } from "../../shared/offices/index.ts";
import { readDistrict } from "../../shared/rules/district.ts";
import { readOffice } from "../../shared/rules/office.ts";
import { readProvince } from "../../shared/rules/province.ts";
import { hasNationalList, nationalRegistry, sampleRegistry } from "./support.ts";

/** Letters an edit puts in: Thai letters and marks, digits, and what a Latin keyboard gives. */
const LETTERS = [..."กขคฆงจฉชซญฎฏฐฑณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฃฅะาำเแโใไๅัิีึืฺุู็่้๊๋์ํ๐๑๒๓๔๕๖๗๘๙ .-/xoO1l"];

type Edit = { at: number; kind: "insert" | "delete" | "replace" | "swap"; letter: string };

function apply(text: string, { at, kind, letter }: Edit): string {
  const chars = [...text];
  const i = at % Math.max(1, chars.length);
  if (kind === "insert") chars.splice(i, 0, letter);
  else if (kind === "delete") chars.splice(i, 1);
  else if (kind === "replace") chars.splice(i, 1, letter);
  else [chars[i], chars[i + 1]] = [chars[i + 1] ?? "", chars[i] ?? ""];
  return chars.join("");
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(40),
  kind: fc.constantFrom("insert" as const, "delete" as const, "replace" as const, "swap" as const),
  letter: fc.constantFrom(...LETTERS),
});

/** Small seeded generator: the whole registry is walked, so shrinking is not wanted and repeatability is. */
function* edits(seed: number): Generator<Edit> {
  let x = seed;
  const next = (n: number) => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x % n;
  };
  const kinds = ["insert", "delete", "replace", "swap"] as const;
  while (true) yield { at: next(997), kind: kinds[next(4)]!, letter: LETTERS[next(LETTERS.length)]! };
}

interface Slip {
  typed: string;
  district: string | null;
  meant: string;
  got: string | undefined;
}

/** The promise: what is changed automatically is never another office. What is typed letter for letter is that office. */
function slipOf(typed: string, district: string | null, meant: Office, registry: Registry): Slip | null {
  const reading = readOffice(typed, { provinceCode: meant.provinceCode, district, registry });
  if (reading.verdict !== "fixed" || reading.officeCode === meant.code) return null;
  return { typed, district, meant: officeLabel(meant), got: String(reading.value) };
}

function walk(registry: Registry, editsPerOffice: number): { checked: number; slips: Slip[] } {
  const slips: Slip[] = [];
  let checked = 0;
  const source = edits(20231009);
  for (const office of registry.offices) {
    const districts = registry.districts(office.provinceCode);
    const other = districts[(districts.findIndex((d) => d.name === office.district) + 1) % districts.length]!.name;
    const spellings = [officeLabel(office)];
    for (let i = 0; i < editsPerOffice; i++) spellings.push(apply(officeLabel(office), source.next().value!));
    for (const typed of spellings) {
      for (const district of [office.district, null]) {
        checked++;
        const slip = slipOf(typed, district, office, registry);
        if (slip !== null) slips.push(slip);
      }
    }
    // In the wrong district, and without its type: nothing may be put in unless that very name stands alone there.
    for (const typed of [officeLabel(office), office.name]) {
      checked++;
      const slip = slipOf(typed, other, office, registry);
      const standsThere = registry
        .inProvince(office.provinceCode)
        .some((o) => o.district === other && o.name === office.name);
      if (slip !== null && !standsThere) slips.push(slip);
    }
    checked++;
    const dropped = slipOf(office.name, office.district, office, registry);
    if (dropped !== null) slips.push(dropped);
  }
  return { checked, slips };
}

describe("an automatic fix never means another office", () => {
  it("holds for every office of the sample province with fifty edits each", () => {
    expect(walk(sampleRegistry(), 50).slips).toEqual([]);
  });

  it.skipIf(!hasNationalList)("holds for all 7,849 offices with four edits each (needs ../shared/data)", () => {
    const { checked, slips } = walk(nationalRegistry(), 4);
    expect(slips).toEqual([]);
    expect(checked).toBeGreaterThan(90_000);
  });

  it.skipIf(!hasNationalList)("reads every office as written, in its own district (needs ../shared/data)", () => {
    const registry = nationalRegistry();
    const { offices } = registry;
    const wrong = offices.filter((office) => {
      const reading = readOffice(officeLabel(office), {
        provinceCode: office.provinceCode,
        district: office.district,
        registry,
      });
      return reading.verdict !== "ok" || reading.officeCode !== office.code;
    });
    expect(wrong).toEqual([]);
  });

  it.skipIf(!hasNationalList)(
    "refuses or asks for every office under a district it is not in (needs ../shared/data)",
    () => {
      const registry = nationalRegistry();
      const { offices } = registry;
      const taken = offices.filter((office) => {
        const districts = registry.districts(office.provinceCode).map((district) => district.name);
        const strangers = districts.filter(
          (name) =>
            !registry
              .inProvince(office.provinceCode)
              .some((o) => o.district === name && officeLabel(o) === officeLabel(office)),
        );
        return strangers.some((district) => {
          const reading = readOffice(officeLabel(office), { provinceCode: office.provinceCode, district, registry });
          return reading.value !== null;
        });
      });
      expect(taken).toEqual([]);
    },
  );
});

describe("an automatic fix never means another district or province", () => {
  const registry = hasNationalList ? nationalRegistry() : sampleRegistry();

  it("holds for one edit in any district name", () => {
    const all = registry
      .provinces()
      .flatMap(([code]) => registry.districts(code).map((d) => ({ ...d, provinceCode: code })));
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        anyEdit,
        fc.constantFrom("", "อ.", "อำเภอ", "อำเภอ "),
        (district, edit, prefix) => {
          const reading = readDistrict(prefix + apply(district.name, edit), district.provinceCode, registry);
          return reading.verdict !== "fixed" || reading.value === district.name || reading.codes.includes("GEO_MUEANG");
        },
      ),
      { numRuns: 4000 },
    );
  });

  it("holds for one edit in any province name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...registry.provinces()), anyEdit, ([code, name], edit) => {
        const reading = readProvince(apply(name, edit), code, registry);
        return reading.verdict !== "fixed" || reading.value === name;
      }),
      { numRuns: 4000 },
    );
  });
});
