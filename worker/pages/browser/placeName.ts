import { districtCodeOf, officeLabel } from "../../../shared/offices/office.ts";
import { type ProvincePack, unpackProvince } from "../../../shared/offices/pack.ts";
import { get, type Session } from "./api.ts";
import { fill, words } from "./words.ts";

/** A person's place as people say it: "อบต.ช่อแฮ", "อำเภอเมืองแพร่ จังหวัดแพร่", "จังหวัดแพร่"; null where the list of offices does not tell. */
export async function placeName({ role, place }: Pick<Session, "role" | "place">): Promise<string | null> {
  if (place === "TH") return words.roles[role];
  const province = role === "office" ? place.slice(1, 3) : place.slice(0, 2);
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
