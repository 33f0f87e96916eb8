import { districtCodeOf, officeLabel } from "../../../shared/offices/office.ts";
import { type ProvincePack, unpackProvince } from "../../../shared/offices/pack.ts";
import { get, type Session } from "./api.ts";

/** What a person's place is called: "แพร่", "เมืองแพร่", "อบต.ช่อแฮ", "" for the country; null where the list does not tell. */
export async function placeName({ role, place }: Session): Promise<string | null> {
  if (place === "TH") return "";
  const province = role === "office" ? place.slice(1, 3) : place.slice(0, 2);
  const { pack } = await get<{ pack: ProvincePack }>(`/provinces/${province}/offices`);
  if (place === pack.code) return pack.name;
  const offices = unpackProvince(pack).inProvince(province);
  if (role === "district") return offices.find(({ code }) => districtCodeOf(code) === place)?.district ?? null;
  const office = offices.find(({ code }) => code === place);
  return office === undefined ? null : officeLabel(office);
}
