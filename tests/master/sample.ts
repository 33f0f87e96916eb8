import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { Office, OfficeType } from "../../shared/offices/office.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import type { CurrentSubmission, MasterInput, StoredRow } from "../../worker/master/types.ts";

export const PROVINCE = { code: "98", name: "ตัวอย่าง" };

/** A roster of our own: `districts` districts with `each` offices. The names are plainly samples, the codes of no real province. */
export function sampleRoster(districts: number, each: number): Office[] {
  const offices: Office[] = [];
  for (let d = 1; d <= districts; d++)
    for (let n = 1; n <= each; n++) {
      const type: OfficeType = n === 1 ? "ทต." : "อบต.";
      const at = `${PROVINCE.code}${String(d).padStart(2, "0")}`;
      offices.push({
        code: `${type === "ทต." ? 5 : 6}${at}${String(n).padStart(2, "0")}`,
        type,
        name: `สมมติ${d}-${n}`,
        district: `สมมติ${d}`,
        provinceCode: PROVINCE.code,
        province: PROVINCE.name,
      });
    }
  return offices;
}

export function sampleRow(office: Office, n: number, change: Partial<StoredRow> = {}): StoredRow {
  const done = n % 3 !== 0;
  return {
    row: 4 + n,
    status: done ? "done" : "notDone",
    values: {
      seq: n,
      province: PROVINCE.name,
      district: office.district,
      office: officeLabel(office),
      centre: `ศพด.ตัวอย่าง ${n}`,
      done,
      notDone: !done,
      remark: done ? "" : "อยู่ระหว่างปรับปรุงอาคาร",
    },
    typed: n % 2 === 0 ? { district: `อ.${office.district}` } : {},
    ...change,
  };
}

export function sampleSubmission(
  office: Office,
  rows: number,
  change: Partial<CurrentSubmission> = {},
): CurrentSubmission {
  return {
    office: office.code,
    receipt: `R-${office.code}`,
    version: 1,
    receivedAt: "2023-10-05T07:03:22.500Z",
    sender: "นางสาวสมมติ ตัวอย่าง",
    late: false,
    status: "received",
    nil: false,
    rows: Array.from({ length: rows }, (_, i) => sampleRow(office, i + 1)),
    ...change,
  };
}

export function sampleInput(change: Partial<MasterInput> = {}): MasterInput {
  return {
    form: childcareClips,
    province: PROVINCE,
    period: "2023-10",
    offices: sampleRoster(3, 3),
    submissions: [],
    ...change,
  };
}

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
