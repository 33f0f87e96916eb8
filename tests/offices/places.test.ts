import { describe, expect, it } from "vitest";
import { districtCodeOf, provinceCodeOf, provinceOfPlace, seatOf } from "../../shared/offices/office.ts";
import { partitionOfId } from "../../worker/province/actor.ts";

describe("the province of a code", () => {
  it.each([
    ["an office: its digits after the type", "6540102", "54"],
    ["a district's seat, which reports like an office", seatOf("5401"), "54"],
    ["a district", "5401", "54"],
    ["a province", "54", "54"],
    ["the whole country is no province", "TH", "TH"],
  ])("%s", (_, place, province) => {
    expect(provinceOfPlace(place)).toBe(province);
  });

  it("an office's code holds its district, and that its province", () => {
    expect([districtCodeOf("6540102"), provinceCodeOf("6540102")]).toEqual(["5401", "54"]);
    expect(provinceOfPlace(districtCodeOf("6540102"))).toBe(provinceCodeOf("6540102"));
  });

  it("an id begins with the partition it is kept in", () => {
    expect(["54-S7K3M9Q", "54-F12", "TH-P1"].map(partitionOfId)).toEqual(["54", "54", "TH"]);
  });
});
