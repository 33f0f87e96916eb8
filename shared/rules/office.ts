import type { Suggestion } from "../answer.ts";
import { type Office, officeLabel } from "../offices/office.ts";
import type { ProvinceIndex } from "../offices/provinceIndex.ts";
import type { Registry } from "../offices/registry.ts";
import { hasThaiDigit } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";
import { retypeAsThai } from "../text/keyboard.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { bareDistrict } from "./district.ts";
import { readFormer } from "./formerOffice.ts";
import { isStateOffice, type OfficeText, splitOffice, splitOffices } from "./officeText.ts";
import { acceptOffice, type Reading, refuse, suggest } from "./reading.ts";

export interface OfficeContext {
  provinceCode: string | null;
  /** Canonical name of the row's district; null while that cell waits for a person. */
  district: string | null;
  registry: Registry;
  /** The sheet's period: a name that was given up later was right in it. */
  period?: string | null;
}

const MUNICIPAL = new Set(["ทน.", "ทม.", "ทต.", "เมืองพัทยา"]);
/** A district, and perhaps a province, written behind the office's name. */
const TRAILING_PLACE = /[\s(]+((?:อำเภอ|อ\s*\.(?!\s*บ\s*\.))[^()]*?)\)?$|[\s(]+((?:จังหวัด|จ\s*\.)[^()]*?)\)?$/;

/**
 * The office cell against the registry of the sheet's province and the row's district. Only a text that names exactly one
 * office of that district is accepted; whatever could mean another office is proposed or refused (checking notes, 2.3).
 */
export function readOffice(raw: string, context: OfficeContext): Reading {
  const { text, codes } = normalizeText(raw);
  const { provinceCode, district, registry } = context;
  if (provinceCode === null) return refuse([...codes, "LAO_UNKNOWN"], [], { typed: text });
  const index = registry.index(provinceCode);
  const params = { typed: text, district, province: index.province };

  const lines = /[\r\n]/.test(raw) ? raw.split(/[\r\n]+/).map((line) => normalizeText(line).text) : [];
  const parts = lines.filter((line) => splitOffice(line).type !== null).length > 1 ? lines : splitOffices(text);
  if (parts.length > 1 && index.withLabel(matchKey(text)).length === 0)
    return refuse([...codes, "LAO_MULTI"], proposeEach(parts, index, district), params);

  if (index.withLabel(matchKey(text)).length === 0) {
    const period = context.period ?? null;
    const former = readFormer({
      ...{ text, split: splitOffice(text), codes, provinceCode, district, period, registry, params },
    });
    if (former !== null) return former;
  }
  const place = TRAILING_PLACE.exec(text);
  if (place !== null && index.withLabel(matchKey(text)).length === 0)
    return readWithPlace(text.slice(0, place.index).trim(), place[1] ?? null, place[2] ?? null, codes, context, index);

  return readName(text, codes, district, index, params);
}

function proposeEach(parts: string[], index: ProvinceIndex, district: string | null): Suggestion[] {
  return parts.map((part) => readName(part, [], district, index, {}).value ?? part);
}

function readWithPlace(
  head: string,
  writtenDistrict: string | null,
  writtenProvince: string | null,
  codes: Code[],
  context: OfficeContext,
  index: ProvinceIndex,
): Reading {
  const bare = writtenDistrict === null ? null : bareDistrict(writtenDistrict);
  const province =
    bare?.province ?? (writtenProvince === null ? null : writtenProvince.replace(/^(?:จังหวัด|จ\s*\.)\s*/, ""));
  const params = { typed: head, district: context.district, province: index.province, other: bare?.name ?? province };
  if (province !== null && matchKey(province) !== matchKey(index.province))
    return refuse([...codes, "LAO_UNKNOWN"], [], params);
  if (bare !== null) {
    const named = matchKey(bare.name) === "เมือง" ? index.capital : index.district(matchKey(bare.name));
    if (named === undefined || (context.district !== null && named.name !== context.district))
      return refuse(
        [...codes, "LAO_NOT_IN_AMPHOE"],
        named === undefined ? [] : [{ cell: "district", value: named.name }],
        params,
      );
  }
  return readName(head, [...codes, "GEO_PREFIX"], context.district, index, { ...params, other: null });
}

function readName(
  text: string,
  codes: Code[],
  district: string | null,
  index: ProvinceIndex,
  params: Reading["params"],
): Reading {
  if (text === "") return refuse([...codes, "LAO_UNKNOWN"], [], params);
  const label = index.withLabel(matchKey(text)).filter((office) => inDistrict(office, district));
  const split = splitOffice(text);
  if (label.length === 1) return acceptOne(label[0]!, text, split, codes, params);
  if (isStateOffice(text)) return refuse([...codes, "LAO_UNKNOWN"], [], { ...params, stateOffice: true });
  const nameKey = matchKey(split.name);
  if (split.type === "อบจ." && (nameKey === "" || nameKey === matchKey(index.province))) {
    const own = index.offices.filter((office) => office.type === "อบจ." && inDistrict(office, district));
    if (own.length === 1) return acceptOne(own[0]!, text, split, codes, params);
  }
  const named = index.withName(nameKey);
  const here = named.filter((office) => inDistrict(office, district));
  const ofType = here.filter((office) => fitsType(office, split));
  if (ofType.length === 1) {
    const office = ofType[0]!;
    if (split.type !== null && split.type !== "เทศบาล") return acceptOne(office, text, split, codes, params);
    // Without the whole type the name must be alone in a district that is known; ต.X may be a type with letters lost.
    const missing: Code[] = [...codes, split.type === null ? "LAO_TYPE_MISSING" : "LAO_PREFIX"];
    if (hasThaiDigit(text)) missing.push("TXT_THAI_DIGIT");
    if (district === null || split.doubt !== null) return suggest(missing, [officeLabel(office)], params);
    return acceptOne(office, officeLabel(office), splitOffice(officeLabel(office)), missing, params);
  }
  if (ofType.length > 1 && district !== null)
    return suggest([...codes, "LAO_TYPE_AMBIGUOUS"], ofType.map(officeLabel), params);
  const elsewhere = named.filter((office) => !here.includes(office) && fitsType(office, split));
  const away = district === null ? ofType : elsewhere;
  if (away.length > 0) return refuseWrongDistrict(away, nameKey, split, codes, district, index, params);
  if (here.length > 0) return suggest([...codes, "LAO_TYPE_MISMATCH"], here.map(officeLabel), params);
  return readUnknown(text, split, nameKey, codes, district, index, params);
}

function inDistrict(office: Office, district: string | null): boolean {
  return district === null || office.district === district;
}

function fitsType(office: Office, split: OfficeText): boolean {
  if (split.type === null) return true;
  return split.type === "เทศบาล" ? MUNICIPAL.has(office.type) : office.type === split.type;
}

function acceptOne(office: Office, text: string, split: OfficeText, codes: Code[], params: Reading["params"]): Reading {
  const label = officeLabel(office);
  const found = [...codes];
  if (text !== label) {
    if (!split.canonicalPrefix && split.type !== null) found.push("LAO_PREFIX");
    if (split.spaced || /[\s-]/.test(split.name) !== /[\s-]/.test(office.name)) found.push("TXT_SPACE");
    if (hasThaiDigit(text)) found.push("TXT_THAI_DIGIT");
    if (found.length === 0) found.push("LAO_PREFIX");
  }
  return acceptOffice(label, office.code, found, params);
}

/** The office exists, but under another district: either the district or the office is wrong, and only a person knows which. */
function refuseWrongDistrict(
  away: readonly Office[],
  nameKey: string,
  split: OfficeText,
  codes: Code[],
  district: string | null,
  index: ProvinceIndex,
  params: Reading["params"],
): Reading {
  const type = split.type === "เทศบาล" ? null : split.type;
  const near = district === null ? [] : index.nearOffices(nameKey, district, type);
  return refuse(
    [...codes, "LAO_NOT_IN_AMPHOE"],
    [
      ...[...new Set(away.map((office) => office.district))].slice(0, 3).map((value) => ({ cell: "district", value })),
      ...near.slice(0, 3).map((office) => ({ cell: "office", value: officeLabel(office) })),
    ],
    { ...params, other: away[0]!.district, office: officeLabel(away[0]!) },
  );
}

function readUnknown(
  text: string,
  split: OfficeText,
  nameKey: string,
  codes: Code[],
  district: string | null,
  index: ProvinceIndex,
  params: Reading["params"],
): Reading {
  const retyped = retypeAsThai(text);
  if (retyped !== null) {
    const known = readName(retyped, [], district, index, params);
    if (known.value !== null) return suggest([...codes, "TXT_KEYBOARD_LAYOUT"], [known.value], params);
  }
  // "เทศบาลเมืองเดช" may be the municipality called เมืองเดช.
  if (split.type === "ทม.") {
    const longer = index.withName(`เมือง${nameKey}`).filter((o) => inDistrict(o, district) && MUNICIPAL.has(o.type));
    if (longer.length > 0) return suggest([...codes, "LAO_TYPE_AMBIGUOUS"], longer.map(officeLabel), params);
  }
  const garbled = index.withGarbledName(split.name).filter((office) => inDistrict(office, district));
  const ofType = garbled.filter((office) => fitsType(office, split));
  if (garbled.length > 0)
    return suggest([...codes, "TXT_PDF_GARBLE"], (ofType.length > 0 ? ofType : garbled).map(officeLabel), params);
  const type = split.type === "เทศบาล" ? null : split.type;
  const near = index.nearOffices(nameKey, district, type);
  const parts = index.partOffices(nameKey, district, type);
  // A longer name of the very type that was typed is likelier than a near name of another type.
  const likely = parts.filter((office) => office.type === type && !near.includes(office));
  if (near.length > 0)
    return suggest(
      [...codes, "LAO_FUZZY"],
      [...(near[0]!.type === type ? near : [...likely, ...near])].map(officeLabel),
      params,
    );
  const bracket = /^(.+?)\s*\([^()]*\)$/.exec(text);
  const head = bracket === null ? null : readName(bracket[1]!, [], district, index, params).value;
  if (head !== null) return suggest([...codes, "LAO_FUZZY"], [head], params);
  return refuse([...codes, "LAO_UNKNOWN"], parts.map(officeLabel), params);
}
