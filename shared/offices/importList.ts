import { toArabicDigits } from "../text/digits.ts";
import { districtCodeOf, type Office, type OfficeType, provinceCodeOf } from "./office.ts";

/** What can be wrong with a list of local authorities. */
export type ListProblemCode =
  | "LIST_EMPTY"
  | "COLUMN_MISSING"
  | "CODE_BAD"
  | "CODE_CONFLICT"
  | "TYPE_UNKNOWN"
  | "NAME_MISSING"
  | "PROVINCE_CONFLICT";

export interface ListProblem {
  code: ListProblemCode;
  /** Row of the list, the heading being 1; 0 for the list as a whole. */
  row: number;
  params: Record<string, string>;
}

export interface OfficeList {
  /** One per code, in the order of first appearance. */
  offices: Office[];
  problems: ListProblem[];
  /** Data rows read, repeats of an office included. */
  rows: number;
}

type Column = "code" | "type" | "name" | "district" | "provinceCode" | "province";

/** Headings of the plain list and of the department's own (data set dlads_05_01), compared without spaces and dots. */
const HEADINGS = new Map<string, Column>(
  Object.entries({
    code: "code",
    รหัสอปท: "code",
    รหัสองค์กรปกครองส่วนท้องถิ่น: "code",
    type: "type",
    ประเภทอปท: "type",
    ประเภทองค์กรปกครองส่วนท้องถิ่น: "type",
    name: "name",
    อปท: "name",
    ชื่ออปท: "name",
    องค์กรปกครองส่วนท้องถิ่น: "name",
    district: "district",
    อำเภอ: "district",
    province_code: "provinceCode",
    รหัสจังหวัด: "provinceCode",
    province: "province",
    จังหวัด: "province",
  } as const),
);

const REQUIRED: readonly Column[] = ["code", "type", "name", "district", "province"];

const TYPES = new Map<string, OfficeType>(
  Object.entries({
    อบจ: "อบจ.",
    องค์การบริหารส่วนจังหวัด: "อบจ.",
    ทน: "ทน.",
    เทศบาลนคร: "ทน.",
    ทม: "ทม.",
    เทศบาลเมือง: "ทม.",
    ทต: "ทต.",
    เทศบาลตำบล: "ทต.",
    อบต: "อบต.",
    องค์การบริหารส่วนตำบล: "อบต.",
    เมืองพัทยา: "เมืองพัทยา",
    ท้องถิ่นรูปแบบพิเศษ: "เมืองพัทยา",
    องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ: "เมืองพัทยา",
  } as const),
);

/** How each type may stand in front of a name in the name column. */
const NAME_PREFIX: Record<OfficeType, RegExp> = {
  "อบจ.": /^(?:อบจ\.\s*|องค์การบริหารส่วนจังหวัด\s*)/,
  "ทน.": /^(?:ทน\.\s*|เทศบาลนคร\s*)/,
  "ทม.": /^(?:ทม\.\s*|เทศบาลเมือง\s*)/,
  "ทต.": /^(?:ทต\.\s*|เทศบาลตำบล\s*)/,
  "อบต.": /^(?:อบต\.\s*|องค์การบริหารส่วนตำบล\s*)/,
  เมืองพัทยา: /^$/,
};

function tidy(text: string | undefined): string {
  if (text === undefined) return "";
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\u00A0\u202F\s]+/g, " ")
    .trim();
}

function headingKey(text: string): string {
  return tidy(text).replace(/[ .]/g, "").toLowerCase();
}

/**
 * Reads a list of local authorities: the plain list (`code,type,name,district,province_code,province`) or the department's
 * official one, where an office stands once for each tambon it covers. First row is the heading; columns in any order, others ignored.
 * Rows that cannot be read are left out and named in `problems`; nothing is guessed.
 */
export function importOfficeList(rows: readonly (readonly string[])[]): OfficeList {
  const heading = rows[0];
  if (heading === undefined || rows.length < 2) {
    return { offices: [], problems: [{ code: "LIST_EMPTY", row: 0, params: {} }], rows: 0 };
  }
  const columns = new Map<Column, number>();
  heading.forEach((text, i) => {
    const column = HEADINGS.get(headingKey(text));
    if (column !== undefined && !columns.has(column)) columns.set(column, i);
  });
  const missing = REQUIRED.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    const problems = missing.map((column) => ({ code: "COLUMN_MISSING" as const, row: 1, params: { column } }));
    return { offices: [], problems, rows: 0 };
  }
  return new ListReader(columns).read(rows);
}

/** How many rows of a list could not be read and may be of a province: its own, and those whose code says nothing. */
export function unreadRows({ problems }: Pick<OfficeList, "problems">, provinceCode: string): number {
  const of = problems.map(({ params }) => params.office?.slice(1, 3) ?? provinceCode);
  return of.filter((code) => code === provinceCode).length;
}

/** Reads rows one by one; an office's district is settled at the end, from all its rows. */
class ListReader {
  readonly columns: Map<Column, number>;
  readonly problems: ListProblem[] = [];
  readonly offices = new Map<string, Office>();
  readonly districts = new Map<string, Set<string>>();
  readonly provinces = new Map<string, string>();
  /** Codes with rows that contradict one another: told once. */
  readonly conflicts = new Set<string>();

  constructor(columns: Map<Column, number>) {
    this.columns = columns;
  }

  read(rows: readonly (readonly string[])[]): OfficeList {
    let count = 0;
    for (let i = 1; i < rows.length; i += 1) {
      const row = rows[i]!;
      if (row.every((text) => text.trim() === "")) continue;
      count += 1;
      this.take(row, i + 1);
    }
    this.settleDistricts();
    return { offices: [...this.offices.values()], problems: this.problems, rows: count };
  }

  private take(row: readonly string[], number: number): void {
    const cell = (column: Column) => tidy(row[this.columns.get(column) ?? -1]);
    const code = toArabicDigits(cell("code"));
    const type = TYPES.get(headingKey(cell("type")));
    const name = type === undefined ? "" : cell("name").replace(NAME_PREFIX[type], "");
    const province = cell("province").replace(/^(?:จังหวัด|จ\.)\s*/, "");
    const district = cell("district").replace(/^(?:อำเภอ|อ\.)\s*/, "");
    const provinceCode = provinceCodeOf(code);
    const known = this.provinces.get(provinceCode) ?? province;
    const stated = toArabicDigits(cell("provinceCode")) || provinceCode;
    if (!/^[1-9][0-9]{6}$/.test(code)) {
      this.tell(number, "CODE_BAD", { value: code });
    } else if (type === undefined) {
      this.tell(number, "TYPE_UNKNOWN", { office: code, value: cell("type") });
    } else if (name === "") {
      this.tell(number, "NAME_MISSING", { office: code });
    } else if (province === "" || province !== known || stated !== provinceCode) {
      this.tell(number, "PROVINCE_CONFLICT", {
        office: code,
        value: `${stated} ${province}`,
        expected: `${provinceCode} ${known}`,
      });
    } else {
      this.provinces.set(provinceCode, province);
      this.keep({ code, type, name, district, provinceCode, province }, number);
    }
  }

  private keep(office: Office, number: number): void {
    const { code, district } = office;
    const before = this.offices.get(code);
    if (before === undefined) {
      this.offices.set(code, office);
      this.districts.set(code, new Set([district]));
    } else if (before.type === office.type && before.name === office.name) {
      this.districts.get(code)!.add(district);
    } else if (!this.conflicts.has(code)) {
      this.conflicts.add(code);
      const params = { office: code, value: office.type + office.name, expected: before.type + before.name };
      this.tell(number, "CODE_CONFLICT", params);
    }
  }

  private tell(row: number, code: ListProblemCode, params: Record<string, string>): void {
    this.problems.push({ code, row, params });
  }

  /**
   * An office may cover tambons of several districts (an อบจ. covers them all). Its own is the one its code carries:
   * digits 2–5, whose name the offices that stand in one district only tell by majority.
   */
  private settleDistricts(): void {
    const votes = new Map<string, Map<string, number>>();
    for (const [code, names] of this.districts) {
      if (names.size > 1) continue;
      const key = districtCodeOf(code);
      const tally = votes.get(key) ?? new Map<string, number>();
      for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
      votes.set(key, tally);
    }
    for (const [code, names] of this.districts) {
      if (names.size < 2) continue;
      const tally = [...(votes.get(districtCodeOf(code)) ?? [])].sort((a, b) => b[1] - a[1]);
      const own = tally.find(([name]) => names.has(name));
      if (own !== undefined) this.offices.get(code)!.district = own[0];
    }
  }
}
