export type OfficeType = "อบจ." | "ทน." | "ทม." | "ทต." | "อบต." | "เมืองพัทยา";

/** One local authority, as the department's list has it. */
export interface Office {
  /** Seven digits: type 1 + province 2 + district 2 + running 2. */
  code: string;
  type: OfficeType;
  /** Bare name, without the type. */
  name: string;
  /** Bare name, without อำเภอ. */
  district: string;
  /** Two digits. */
  provinceCode: string;
  /** Bare name, without จังหวัด. */
  province: string;
}

/** A district where it reports itself, beside the types of offices. */
export const SEAT_TYPE = "อำเภอ";
export type ReporterType = OfficeType | typeof SEAT_TYPE;

/** The seven digits under which a district of four reports: no type of office begins with 9. */
export function seatOf(districtCode: string): string {
  return `9${districtCode}00`;
}

export function isSeat(code: string): boolean {
  return /^9[0-9]{4}00$/.test(code);
}

/** The name as printed in reports: type and name without a space. */
export function officeLabel(office: { type: ReporterType; name: string }): string {
  return office.type === "เมืองพัทยา" ? "เมืองพัทยา" : office.type + office.name;
}

/** Four digits: province and district, as they stand inside the office code. */
export function districtCodeOf(officeCode: string): string {
  return officeCode.slice(1, 5);
}
