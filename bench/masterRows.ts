import { childcareClips } from "../shared/forms/childcareClips.ts";
import { type Office, officeLabel } from "../shared/offices/index.ts";
import { th } from "../shared/words/master.ts";
import { buildMaster, type MasterModel, masterRows } from "../worker/master/model.ts";
import { bangkokSerial } from "../worker/master/time.ts";
import type { StoredRow } from "../worker/master/types.ts";
import { type Random, seeded } from "./random.ts";
import { PROVINCE } from "./roster.ts";

/** Rows of a stored report, made anew each time they are read: nothing of the master stands in memory beforehand. */
function* storedRows(office: Office, each: number): Generator<StoredRow> {
  const random: Random = seeded(Number(office.code));
  for (let n = 1; n <= each; n++) {
    const done = !random.chance(0.12);
    yield {
      row: 4 + n,
      status: done ? "done" : "notDone",
      values: {
        seq: n,
        province: PROVINCE.name,
        district: office.district,
        office: officeLabel(office),
        centre: `ศพด.บ้านตัวอย่าง ${office.code.slice(-4)} แห่งที่ ${n}`,
        done,
        notDone: !done,
        remark: done ? "" : "อยู่ระหว่างปรับปรุงอาคาร",
      },
      typed: random.chance(0.3) ? { district: `อ.${office.district}` } : {},
    };
  }
}

/** A master of exactly `rows` rows: the sample province's size, or as many offices as the country has. */
export function masterOf(rows: number): MasterModel {
  const howMany = rows > 10_000 ? 7_850 : 84;
  const each = Math.floor(rows / howMany);
  const more = rows - each * howMany;
  const offices = Array.from({ length: howMany }, (_, i): Office => {
    const district = Math.floor(i / 90);
    const code = `6${PROVINCE.code}${String(district + 1).padStart(2, "0")}${String((i % 90) + 1).padStart(2, "0")}`;
    return {
      code,
      type: "อบต.",
      name: `สมมติ${i + 1}`,
      district: `สมมติ${district + 1}`,
      provinceCode: PROVINCE.code,
      province: PROVINCE.name,
    };
  });
  const submissions = offices.map((office, i) => ({
    office: office.code,
    receipt: `R-${office.code}`,
    version: 1,
    receivedAt: "2023-10-05T07:03:22.500Z",
    sender: "นางสาวสมมติ ตัวอย่าง",
    late: i % 20 === 0,
    status: "received" as const,
    nil: false,
    rows: { [Symbol.iterator]: () => storedRows(office, each + (i < more ? 1 : 0)) },
  }));
  return buildMaster({ form: childcareClips, province: PROVINCE, period: "2023-10", offices, submissions });
}

export type PlainCells = (string | number)[];

const TICK = "/";

/** The same rows as plain cells, for the peers: the official sheet's eight columns, then the thirteen of ที่มา. */
export async function* plainRows(model: MasterModel): AsyncGenerator<{ official: PlainCells; source: PlainCells }> {
  for await (const batch of masterRows(model)) {
    for (const { seq, office, stored } of batch) {
      const of = model.offices[office]!;
      const { receipt, version, sender, receivedAt, late } = of.submission!;
      const { values, typed } = stored;
      const text = (value: unknown) => (typeof value === "string" ? value : "");
      yield {
        official: [
          seq,
          text(values.province),
          text(values.district),
          text(values.office),
          text(values.centre),
          values.done === true ? TICK : "",
          values.notDone === true ? TICK : "",
          text(values.remark),
        ],
        source: [
          seq,
          of.district,
          of.label,
          of.code,
          stored.status === "done" ? th.rowDone : th.rowNotDone,
          receipt,
          version,
          stored.row,
          sender,
          bangkokSerial(receivedAt),
          late ? th.late : "",
          th.stateReceived,
          typed.district === undefined ? "" : `อำเภอ: ${typed.district}`,
        ],
      };
    }
  }
}
