import type { CellAnswer, RowAnswer } from "../../shared/answer.ts";
import type { Office } from "../../shared/offices/office.ts";
import { packProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { type Actor, OPERATOR } from "../../worker/province/actor.ts";
import { canonical, sha256 } from "../../worker/province/canonical.ts";
import type { Submitted } from "../../worker/province/submit.ts";

/** A small invented roster: three districts, seven offices, under a real province's name and code. */
export const OFFICES: Office[] = [
  ["5540101", "ทต.", "ตัวอย่างหนึ่ง", "เมืองแพร่"],
  ["5540102", "ทต.", "ตัวอย่างสอง", "เมืองแพร่"],
  ["6540103", "อบต.", "ตัวอย่างสาม", "เมืองแพร่"],
  ["4540201", "ทม.", "ตัวอย่างสี่", "สูงเม่น"],
  ["6540202", "อบต.", "ตัวอย่างห้า", "สูงเม่น"],
  ["6540301", "อบต.", "ตัวอย่างหก", "เด่นชัย"],
  ["6540302", "อบต.", "ตัวอย่างเจ็ด", "เด่นชัย"],
].map(([code, type, name, district]) => ({
  code: code!,
  type: type as Office["type"],
  name: name!,
  district: district!,
  provinceCode: "54",
  province: "แพร่",
}));

export const REGISTRY = buildRegistry(OFFICES);
export const PACK = packProvince(REGISTRY, "54");

export const office = (place = "5540101", person = `54-P${place}`): Actor => ({ person, role: "office", place });
export const district = (place = "5401"): Actor => ({ person: `54-P${place}`, role: "district", place });
export const province = (place = "54"): Actor => ({ person: `${place}-P`, role: "province", place });
export const department: Actor = { person: "TH-P", role: "department", place: "TH" };
export const auditor = (place = "TH"): Actor => ({ person: `${place}-A`, role: "auditor", place });
export { OPERATOR };

const answer = (value: string | number | null, raw: string | number | null = value): CellAnswer => ({
  cell: null,
  raw,
  verdict: raw === value ? "ok" : "fixed",
  value,
  codes: [],
  suggestions: [],
});

export function row(number: number, centre: string, rest: Partial<RowAnswer> = {}): RowAnswer {
  return {
    row: number,
    verdict: "ok",
    codes: [],
    status: "done",
    cells: {
      seq: answer(number - 5),
      district: answer("เมืองแพร่", "อ.เมือง"),
      centre: answer(centre),
      done: answer("✓", "/"),
    },
    ...rest,
  };
}

/** A checked report as the app would hand it over. */
export function report(given: Partial<Submitted> = {}): Submitted {
  const rows = given.rows ?? [row(6, "ศพด.ตัวอย่างหนึ่ง"), row(7, "ศพด.ตัวอย่างสอง", { status: "notDone" })];
  const sent: Submitted = {
    form: "childcare-clips",
    formVersion: 1,
    period: "2023-11",
    office: "5540101",
    key: "key-1",
    contentHash: "",
    grid: JSON.stringify({ sheet: "พ.ย.66", rows: rows.map((one) => [one.row, one.cells.centre?.raw ?? null]) }),
    sheet: "พ.ย.66",
    certifier: { name: "นางสาวสมมติ ตัวอย่าง", position: "ผู้อำนวยการกองการศึกษา" },
    client: "test/1",
    nil: false,
    counts: { rows: rows.length, ok: rows.length, fixed: 0, warn: 0, suggest: 0, error: 0, skip: 0 },
    columns: { seq: "A" },
    findings: [],
    fields: {},
    rows,
    ...given,
  };
  if (given.contentHash === undefined)
    sent.contentHash = sha256(
      canonical([sent.form, sent.formVersion, sent.period, sent.office, sent.grid, sent.certifier]),
    );
  return sent;
}
