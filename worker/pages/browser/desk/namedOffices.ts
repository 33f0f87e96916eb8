import { officeLabel } from "../../../../shared/offices/office.ts";
import { unpackProvince } from "../../../../shared/offices/pack.ts";
import { get } from "../api.ts";
import type { Roster } from "../types.ts";
import type { Named } from "./officeTyped.ts";

/** Every office of a province's list of today, in official order. */
export async function namedOffices(province: string): Promise<Named[]> {
  const { pack } = await get<Roster>(`/provinces/${province}/offices`);
  const offices = unpackProvince(pack).inProvince(province);
  return offices.map((one) => ({ office: one.code, name: officeLabel(one), district: one.district }));
}
