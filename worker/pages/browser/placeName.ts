import { districtCodeOf, officeLabel, provinceOfPlace } from "../../../shared/offices/office.ts";
import { type ProvincePack, unpackProvince } from "../../../shared/offices/pack.ts";
import { PROVINCES } from "../../../shared/offices/provinces.ts";
import { get, type Session } from "./api.ts";
import { fill, words } from "./words.ts";

/** A person's place as people say it: "อบต.ช่อแฮ", "อำเภอเมืองแพร่ จังหวัดแพร่", "จังหวัดแพร่"; null where the list of offices does not tell. */
export async function placeName({ role, place }: Pick<Session, "role" | "place">): Promise<string | null> {
  if (place === "TH") return words.roles[role];
  const province = provinceOfPlace(place);
  // A list of every office is no small answer, and the name of a province is known without it.
  const known = PROVINCES.find(([code]) => code === place)?.[1];
  if (known !== undefined) return fill(words.provinceName, { name: known });
  const { pack } = await get<{ pack: ProvincePack }>(`/provinces/${province}/offices`);
  const whole = fill(words.provinceName, { name: pack.name });
  if (place === pack.code) return whole;
  const offices = unpackProvince(pack).inProvince(province);
  if (role === "district") {
    const name = offices.find(({ code }) => districtCodeOf(code) === place)?.district;
    return name === undefined ? null : `${fill(words.district, { name })} ${whole}`;
  }
  const office = offices.find(({ code }) => code === place);
  return office === undefined ? null : officeLabel(office);
}
