import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { packProvince, type Registry, unpackProvince } from "../../shared/offices/index.ts";
import { hasNationalList, nationalRegistry, sampleRegistry, sheetOf } from "../check/support.ts";

const roundTrip = (registry: Registry, code: string) =>
  unpackProvince(JSON.parse(JSON.stringify(packProvince(registry, code))));

describe("a province's offices on the wire", () => {
  it("arrive as they were", () => {
    const registry = sampleRegistry();
    expect(roundTrip(registry, "99").inProvince("99")).toEqual(registry.inProvince("99"));
    expect(roundTrip(registry, "99").districts("99")).toEqual(registry.districts("99"));
  });

  it.skipIf(!hasNationalList)(
    "arrive as they were for all 76 provinces, under 20 KB gzipped each (needs ../shared/data)",
    () => {
      const registry = nationalRegistry();
      for (const [code] of registry.provinces()) {
        if (registry.inProvince(code).length === 0) continue;
        expect(roundTrip(registry, code).inProvince(code)).toEqual(registry.inProvince(code));
        expect(gzipSync(JSON.stringify(packProvince(registry, code))).length).toBeLessThan(20_000);
      }
    },
  );

  it.skipIf(!hasNationalList)("give the same verdicts as the whole list (needs ../shared/data)", () => {
    const registry = nationalRegistry();
    const sheet = sheetOf([
      [1, "แพร่", "แม่สอด", "อบต.แม่ปะ", "ศพด.บ้านก", "/"],
      [2, "แพร่", "เมือง", "ช่อแฮ", "ศพด.บ้านข", "/"],
      [3, "แพร่", "ไม่มีที่นี่", "อบต.ป่าแดง", "ศพด.บ้านค", "/"],
      [4, "ตาก", "สูงเม่น", "อบต.สบสาย", "ศพด.บ้านง", "/"],
    ]);
    const full = checkGrid(sheet, { registry, province: "54" });
    expect(checkGrid(sheet, { registry: roundTrip(registry, "54"), province: "54" })).toEqual(full);
  });
});
