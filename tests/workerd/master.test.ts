import { describe, expect, it } from "vitest";
import { scalarOf } from "../../shared/sheet/grid.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { buildMaster } from "../../worker/master/model.ts";
import { streamMaster } from "../../worker/master/xlsx.ts";
import { bytesOf, sampleInput, sampleRoster, sampleRow, sampleSubmission } from "../master/sample.ts";

const offices = sampleRoster(5, 10);

describe("the master, streamed inside workerd", () => {
  it("is whole: every checksum right, every row of 20,000 once, in order", async () => {
    const submissions = offices.map((office) =>
      sampleSubmission(office, 0, { rows: Array.from({ length: 400 }, (_, i) => sampleRow(office, i + 1)) }),
    );
    const { sheets } = await readWorkbook(
      await bytesOf(streamMaster(buildMaster(sampleInput({ offices, submissions })))),
    );
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["ต.ค.66", "สรุป", "ที่มา", "ยังไม่ส่ง"]);
    const numbers = sheets[0]!.rows.slice(4, 20_004).map((row) => scalarOf(row[0]));
    expect(numbers).toEqual(Array.from({ length: 20_000 }, (_, i) => i + 1));
  });

  it("stops reading rows when whoever downloads it leaves", async () => {
    let read = 0;
    let left = false;
    const rows = {
      *[Symbol.iterator]() {
        try {
          for (; ; read++) yield sampleRow(offices[0]!, read, { values: { remark: String(Math.sin(read)) } });
        } finally {
          left = true;
        }
      },
    };
    const submissions = [sampleSubmission(offices[0]!, 0, { rows })];
    const reader = streamMaster(buildMaster(sampleInput({ offices, submissions }))).getReader();
    for (let size = 0; size < 100_000; ) size += (await reader.read()).value!.length;
    await reader.cancel();
    await expect.poll(() => left).toBe(true);
    expect(read).toBeLessThan(100_000);
  });
});
