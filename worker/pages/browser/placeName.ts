import { districtCodeOf, officeLabel, provinceOfPlace } from "../../../shared/offices/office.ts";
import { type ProvincePack, unpackProvince } from "../../../shared/offices/pack.ts";
import { PROVINCES } from "../../../shared/offices/provinces.ts";
import type { Registry } from "../../../shared/offices/registry.ts";
import { get, type Session } from "./api.ts";
import { fill, words } from "./words.ts";

interface Names {
  whole: string;
  offices: ReturnType<Registry["inProvince"]>;
}

const asked = new Map<string, Promise<Names>>();
const known = new Map<string, Names>();

/** Fetches the names of a province's places, once; what fails is asked again the next time. */
export async function loadNames(province: string): Promise<void> {
  const fetching = asked.get(province) ?? fetchNames(province);
  asked.set(province, fetching);
  try {
    known.set(province, await fetching);
  } catch (error) {
    asked.delete(province);
    throw error;
  }
}

async function fetchNames(province: string): Promise<Names> {
  const { pack } = await get<{ pack: ProvincePack }>(`/provinces/${province}/offices`);
  return {
    whole: fill(words.provinceName, { name: pack.name }),
    offices: unpackProvince(pack).inProvince(province),
  };
}

type Placed = Pick<Session, "place"> & { role: string };

/** A person's place as people say it: "อบต.ช่อแฮ", "อำเภอเมืองแพร่ จังหวัดแพร่", "จังหวัดแพร่"; null where the list of offices does not tell. */
export async function placeName(session: Placed): Promise<string | null> {
  const { place } = session;
  if (place === "TH") return knownName(session);
  // A list of every office is no small answer, and the name of a province is known without it.
  const province = PROVINCES.find(([code]) => code === place)?.[1];
  if (province !== undefined) return fill(words.provinceName, { name: province });
  await loadNames(provinceOfPlace(place));
  return knownName(session);
}

function knownName({ role, place }: Placed): string | null {
  if (place === "TH") return words.roles[role as Session["role"]] ?? null;
  const names = known.get(provinceOfPlace(place));
  if (names === undefined) return null;
  if (place.length === 2) return names.whole;
  if (role === "district") {
    const name = names.offices.find(({ code }) => districtCodeOf(code) === place)?.district;
    return name === undefined ? null : `${fill(words.district, { name })} ${names.whole}`;
  }
  const office = names.offices.find(({ code }) => code === place);
  return office === undefined ? null : officeLabel(office);
}

/** Who did something, by the name of their place once it is known (`loadNames`); until then by its code. */
export function whoText(who: Placed): string {
  const role = words.roles[who.role as Session["role"]] ?? who.role;
  const name = knownName(who);
  if (name === null) return `${role} ${who.place}`;
  return who.role === "auditor" && who.place !== "TH" ? `${role} ${name}` : name;
}
