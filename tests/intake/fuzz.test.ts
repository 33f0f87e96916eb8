import fc from "fast-check";
import { strToU8 } from "fflate";
import { expect, it } from "vitest";
import { repairName } from "../../shared/workbook/archiveNames.ts";
import { NEED_CODES } from "../../worker/intake/needs.ts";
import { unpack } from "../../worker/intake/unpack.ts";
import { makeMail, thai874, zipOf } from "./heap.ts";

const SETTINGS = { seed: 20231009, numRuns: 150 };
const ZIP = zipOf({ "ก/ข.csv": strToU8("ที่,ชื่อ\n1,ก\n"), "ค.pdf": "x", "ง.csv": strToU8("a".repeat(300)) });
const MAIL = makeMail([
  { name: "รวม.zip", bytes: ZIP },
  { name: "ก.csv", bytes: strToU8("a,b\n") },
]);

it.each([
  ["a zip", "z.zip", ZIP],
  ["a mail", "m.eml", MAIL],
])("%s damaged anywhere gives files or reasons, and never breaks the others", async (_, name, whole) => {
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(whole.length), async (bytes, cut) => {
      const broken = new Uint8Array(whole);
      for (const [at, byte] of bytes) broken[at] = byte;
      const found = [];
      const files = [
        { name, bytes: cut % 5 === 0 ? broken.subarray(0, cut) : broken },
        { name: "ดี.csv", bytes: strToU8("x,y\n") },
      ];
      for await (const one of unpack(files)) found.push(one);
      for (const one of found) if ("need" in one) expect(NEED_CODES).toContain(one.need.code);
      expect(found.at(-1)).toMatchObject({ name: "ดี.csv", within: [], bytes: strToU8("x,y\n") });
    }),
    SETTINGS,
  );
});

it("a Thai name comes back from any code page it was misread in, and a repaired name is not repaired again", () => {
  const letters = fc.constantFrom(..."กขคงนมรสหาิีุูเแโ่้ ์.66abc_-");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
      // A vowel or tone mark never begins a name, nor follows a space: no Windows wrote such a one.
      const name = `งาน${parts.join("").replace(/(?<![ก-ฮ])[ิีุู่้์]/g, "")}.xlsx`;
      expect(repairName([...thai874(name)].map((byte) => String.fromCharCode(byte)).join(""))).toBe(name);
      expect(repairName(repairName(name))).toBe(name);
    }),
    SETTINGS,
  );
});
