import { describe, expect, it } from "vitest";
import { buildMaster, masterRows, masterTotals } from "../../worker/master/model.ts";
import type { CurrentSubmission, StoredRow } from "../../worker/master/types.ts";
import { sampleInput, sampleRoster, sampleRow, sampleSubmission } from "./sample.ts";

const offices = sampleRoster(2, 3);
const [a, b, c, d] = offices as [(typeof offices)[0], (typeof offices)[0], (typeof offices)[0], (typeof offices)[0]];

async function listed(submissions: CurrentSubmission[]) {
  const model = buildMaster(sampleInput({ offices, submissions }));
  const rows = [];
  for await (const batch of masterRows(model))
    for (const row of batch) rows.push([row.seq, model.offices[row.office]!.code, row.stored.row]);
  return rows;
}

describe("the model of a master", () => {
  it("refuses two current versions of one office, and names both receipts", () => {
    const twice = [sampleSubmission(a, 1), sampleSubmission(a, 1, { receipt: "R-other" })];
    expect(() => buildMaster(sampleInput({ offices, submissions: twice }))).toThrow(
      new RangeError(`Two current versions for ${a.code}: R-${a.code}, R-other`),
    );
  });

  it("puts rows in the roster's order and numbers them without a gap, whatever order they came in", async () => {
    const rows = await listed([
      sampleSubmission(d, 1),
      sampleSubmission(a, 2),
      sampleSubmission(c, 0),
      sampleSubmission(b, 1),
    ]);
    expect(rows).toEqual([
      [1, a.code, 5],
      [2, a.code, 6],
      [3, b.code, 5],
      [4, d.code, 5],
    ]);
  });

  it("says of an office without a centre that it has none: a blank line on paper would say nothing", async () => {
    const nil: StoredRow = { row: 5, status: "nil", values: { centre: "", done: false, notDone: false }, typed: {} };
    const model = buildMaster(
      sampleInput({ offices, submissions: [sampleSubmission(a, 0, { nil: true, rows: [nil] })] }),
    );
    const centres = [];
    for await (const batch of masterRows(model)) for (const { stored } of batch) centres.push(stored.values.centre);
    expect(centres).toEqual(["ไม่มี ศพด."]);
  });

  it("keeps a sender outside the roster: last, by code, in the district its code names", async () => {
    const strangers = ["6980299", "6770101"].map((office) => ({ ...sampleSubmission(a, 1), office }));
    const model = buildMaster(sampleInput({ offices, submissions: strangers }));
    expect(model.offices.slice(-2).map((o) => [o.code, o.label, o.district, o.inRoster])).toEqual([
      ["6770101", "6770101", "", false],
      ["6980299", "6980299", "สมมติ2", false],
    ]);
    expect(await listed(strangers)).toEqual([
      [1, "6770101", 5],
      [2, "6980299", 5],
    ]);
  });

  it("says how each district stands; a returned report counts as sent and as returned", () => {
    const model = buildMaster(
      sampleInput({
        offices,
        submissions: [
          sampleSubmission(a, 1, { late: true, receivedAt: "2023-10-09T00:00:00Z" }),
          sampleSubmission(b, 1, { status: "returned", receivedAt: "2023-10-09T06:59:59+07:00" }),
          sampleSubmission(d, 0, { nil: true, status: "accepted" }),
        ],
      }),
    );
    expect(model.districts).toEqual([
      { name: "สมมติ1", standing: { offices: 3, sent: 2, missing: 1, late: 1, returned: 1, nil: 0 } },
      { name: "สมมติ2", standing: { offices: 3, sent: 1, missing: 2, late: 0, returned: 0, nil: 1 } },
    ]);
    expect(model.standing).toEqual({ offices: 6, sent: 3, missing: 3, late: 1, returned: 1, nil: 1 });
    expect(model.missing.map((o) => o.code)).toEqual([c.code, offices[4]!.code, offices[5]!.code]);
    expect(model.lastReceivedAt).toBe("2023-10-09T00:00:00Z");
  });

  it("takes rows that only come one by one, across batches, and gives the same twice", async () => {
    const rows = {
      async *[Symbol.asyncIterator](): AsyncGenerator<StoredRow> {
        for (let n = 1; n <= 251; n++) yield sampleRow(a, n);
      },
    };
    const submissions = [sampleSubmission(a, 0, { rows }), sampleSubmission(b, 3)];
    const model = buildMaster(sampleInput({ offices, submissions }));
    const once = await listed(submissions);
    expect(once.map(([seq]) => seq)).toEqual(Array.from({ length: 254 }, (_, i) => i + 1));
    expect(await listed(submissions)).toEqual(once);
    expect(await masterTotals(model)).toEqual({ rows: 254, done: 170, notDone: 84, nil: 0 });
  });
});
