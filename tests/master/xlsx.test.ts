import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkWorkbook } from "../../shared/check.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { type Cell, type Grid, type Scalar, scalarOf } from "../../shared/sheet/grid.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { buildMaster } from "../../worker/master/model.ts";
import type { CurrentSubmission, MasterInput } from "../../worker/master/types.ts";
import { streamMaster } from "../../worker/master/xlsx.ts";
import { bytesOf, sampleInput, sampleRoster, sampleRow, sampleSubmission } from "./sample.ts";

const OFFICIAL_FIRST_ROW = 5;

const master = (input: Partial<MasterInput>) => bytesOf(streamMaster(buildMaster(sampleInput(input))));
const plain = (grid: Grid) => grid.rows.map((row) => row.map((cell: Cell) => scalarOf(cell)));
const padded = <T>(row: T[], length: number) => [
  ...row,
  ...new Array<null>(Math.max(0, length - row.length)).fill(null),
];

async function sheetsOf(bytes: Uint8Array) {
  const { sheets } = await readWorkbook(bytes);
  return Object.fromEntries(sheets.map((grid) => [grid.sheet, plain(grid)]));
}

describe("the master workbook", () => {
  it("of a province where nobody sent opens: every office is missing, every total is 0", async () => {
    const sheets = await sheetsOf(await master({ offices: sampleRoster(2, 2) }));
    expect(Object.keys(sheets)).toEqual(["ต.ค.66", "สรุป", "ที่มา", "ยังไม่ส่ง"]);
    expect(sheets["ต.ค.66"]![OFFICIAL_FIRST_ROW - 1]!.slice(0, 7)).toEqual(["รวมทั้งสิ้น", null, null, null, null, 0, 0]);
    expect(sheets.สรุป!.slice(2, 8)).toEqual([
      ["ยังไม่มีหน่วยงานใดส่งแบบรายงาน"],
      [],
      [
        "ลำดับที่",
        "อำเภอ",
        "จำนวน อปท.",
        "ส่งแล้ว",
        "ยังไม่ส่ง",
        "ส่งล่าช้า",
        "ส่งคืนแก้ไข",
        "รายงานว่าไม่มี",
        "ดำเนินการ",
        "ไม่ดำเนินการ",
        "จำนวนแถว",
        "ร้อยละที่ส่ง",
      ],
      [1, "สมมติ1", 2, 0, 2, 0, 0, 0, 0, 0, 0, 0],
      [2, "สมมติ2", 2, 0, 2, 0, 0, 0, 0, 0, 0, 0],
      ["รวมทั้งสิ้น", null, 4, 0, 4, 0, 0, 0, 0, 0, 0, 0],
    ]);
    expect(sheets.ยังไม่ส่ง!.slice(3)).toEqual([
      ["ลำดับที่", "อำเภอ", "อปท.", "รหัส อปท.", "สถานะ"],
      [1, "สมมติ1", "ทต.สมมติ1-1", "5980101", "ยังไม่ส่ง"],
      [2, "สมมติ1", "อบต.สมมติ1-2", "6980102", "ยังไม่ส่ง"],
      [3, "สมมติ2", "ทต.สมมติ2-1", "5980201", "ยังไม่ส่ง"],
      [4, "สมมติ2", "อบต.สมมติ2-2", "6980202", "ยังไม่ส่ง"],
    ]);
  });

  it("of no offices at all opens too", async () => {
    const sheets = await sheetsOf(await master({ offices: [] }));
    expect(sheets.ยังไม่ส่ง!.at(-1)).toEqual(["ส่งครบทุกแห่งแล้ว"]);
  });

  it("has the official layout, and says of each row where it came from and what was typed", async () => {
    const offices = sampleRoster(2, 2);
    const [first, , third] = offices;
    const sheets = await sheetsOf(
      await master({
        offices,
        submissions: [
          sampleSubmission(third!, 1, {
            status: "returned",
            late: true,
            version: 3,
            receivedAt: "2023-10-31T17:30:00Z",
          }),
          sampleSubmission(first!, 0, {
            rows: [sampleRow(first!, 3, { row: 12, typed: { district: "อ.สมมติ", province: null, remark: "=1+1" } })],
          }),
        ],
      }),
    );
    const title = "แบบรายงานการจัดทำคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสาของเด็กในศูนย์พัฒนาเด็กเล็กสังกัดองค์กรปกครองส่วนท้องถิ่น";
    const dots = ".".repeat(48);
    expect(sheets["ต.ค.66"]!.map((row) => padded(row, 8))).toEqual(
      [
        [title],
        ["จังหวัดตัวอย่าง"],
        ["ลำดับที่", "จังหวัด", "อำเภอ", "อปท.", "ศพด.", "จัดทำคลิปวิดีโอ", null, "หมายเหตุ"],
        [null, null, null, null, null, "ดำเนินการ", "ไม่ดำเนินการ"],
        [1, "ตัวอย่าง", "สมมติ1", "ทต.สมมติ1-1", "ศพด.ตัวอย่าง 3", null, "/", "อยู่ระหว่างปรับปรุงอาคาร"],
        [2, "ตัวอย่าง", "สมมติ2", "ทต.สมมติ2-1", "ศพด.ตัวอย่าง 1", "/"],
        ["รวมทั้งสิ้น", null, null, null, null, 1, 1],
        [],
        ["หมายเหตุ: 1. จัดส่งแบบรายงานในรูปแบบไฟล์ Excel ทางจดหมายอิเล็กทรอนิกส์ (E - mail Address) : dla0816.4@gmail.com"],
        ["2. จัดส่งคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสา ในรูปแบบไฟล์ MP4"],
        [],
        [null, null, null, null, null, `ลงชื่อ${dots}(ผู้รับรอง)`],
        [null, null, null, null, null, `(${dots})`],
        [null, null, null, null, null, `ตำแหน่ง${dots}`],
      ].map((row) => padded<unknown>(row, 8)),
    );
    const bangkok = (serial: number) => expect.closeTo(serial, 5);
    expect(sheets.ที่มา!.slice(3)).toEqual([
      [
        "ลำดับที่",
        "อำเภอ",
        "อปท.",
        "รหัส อปท.",
        "ผล",
        "เลขที่รับ",
        "ฉบับที่",
        "แถวในไฟล์ที่ส่ง",
        "ผู้ส่ง",
        "ส่งเมื่อ",
        "ส่งล่าช้า",
        "สถานะ",
        "ข้อความที่พิมพ์มา (เฉพาะที่ต่างจากแบบรายงานรวม)",
      ],
      [
        1,
        "สมมติ1",
        "ทต.สมมติ1-1",
        "5980101",
        "ไม่ดำเนินการ",
        "R-5980101",
        1,
        12,
        "นางสาวสมมติ ตัวอย่าง",
        // 5 October 2023, 14:03:22 in Bangkok
        bangkok(45204 + (14 * 3600 + 3 * 60 + 22) / 86400),
        null,
        "ได้รับแล้ว",
        "จังหวัด: (เว้นว่างไว้)\nอำเภอ: อ.สมมติ\nหมายเหตุ: =1+1",
      ],
      [
        2,
        "สมมติ2",
        "ทต.สมมติ2-1",
        "5980201",
        "ดำเนินการ",
        "R-5980201",
        3,
        5,
        "นางสาวสมมติ ตัวอย่าง",
        // already 1 November there
        bangkok(45231 + 0.5 / 24),
        "ส่งล่าช้า",
        "ส่งคืนแก้ไข",
      ],
    ]);
    expect(sheets.ยังไม่ส่ง!.slice(4)).toEqual([
      [1, "สมมติ1", "อบต.สมมติ1-2", "6980102", "ยังไม่ส่ง"],
      [2, "สมมติ2", "อบต.สมมติ2-2", "6980202", "ยังไม่ส่ง"],
      [3, "สมมติ2", "ทต.สมมติ2-1", "5980201", "ส่งคืนแก้ไข"],
    ]);
    expect(sheets.สรุป![2]).toEqual(["ข้อมูลถึงรายงานฉบับล่าสุดที่ได้รับเมื่อ 1 พ.ย. 2566 เวลา 00.30 น."]);
  });

  it.each<[string, Record<string, Scalar>, string | undefined]>([
    ["a tick typed as it is printed", { done: "/", notDone: null }, undefined],
    ["another tick, and a dash for none", { done: "✓", notDone: "-" }, "ดำเนินการ: ✓\nไม่ดำเนินการ: -"],
    ["an empty remark", { remark: null }, undefined],
    ["a dash for a remark", { remark: "-" }, "หมายเหตุ: -"],
    ["a running number, which the master gives anew", { seq: "๑" }, undefined],
    ["a number where a name belongs", { centre: 0 }, "ศพด.: 0"],
  ])("tells what was typed only where it differs from what is printed: %s", async (_name, typed, told) => {
    const [office] = sampleRoster(1, 1);
    const submissions = [sampleSubmission(office!, 0, { rows: [sampleRow(office!, 1, { typed })] })];
    const sheets = await sheetsOf(await master({ offices: [office!], submissions }));
    expect(sheets.ที่มา![4]![12]).toBe(told);
  });

  it("is found clean by the checker, which reads form, month and province from it", async () => {
    const offices = sampleRoster(3, 3);
    const bytes = await master({ offices, submissions: offices.map((office, i) => sampleSubmission(office, i)) });
    const report = checkWorkbook(await readWorkbook(bytes), { registry: buildRegistry(offices) });
    expect([report.form, report.period, report.province, report.counts.rows, report.counts.ok]).toEqual([
      "childcare-clips",
      "2023-10",
      "98",
      36,
      36,
    ]);
  });

  it("is the same bytes for the same submissions, in whatever order they are handed over", async () => {
    const offices = sampleRoster(2, 2);
    const submissions = offices.map((office) => sampleSubmission(office, 3));
    expect(await master({ offices, submissions: submissions.toReversed() })).toEqual(
      await master({ offices, submissions }),
    );
  });

  it("runs nothing that somebody typed: every formula in it is ours", async () => {
    const offices = sampleRoster(1, 1);
    const attacks = [
      "=cmd|'/c calc'!A1",
      "+1",
      "-1",
      "@SUM(1)",
      "\t=1",
      "\r=1",
      '=HYPERLINK("http://x")',
      "=1\u0000",
      "</t></is><f>1</f>",
    ];
    const rows = attacks.map((attack, i) => {
      const row = sampleRow(offices[0]!, i + 1);
      return {
        ...row,
        values: { ...row.values, centre: attack, remark: attack, office: attack },
        typed: { centre: attack },
      };
    });
    const submissions = [sampleSubmission(offices[0]!, 0, { rows, sender: "=1+1", receipt: "+R" })];
    const bytes = await master({ offices, submissions });
    const formulas = Object.entries(unzipSync(bytes)).flatMap(([name, data]) =>
      name.startsWith("xl/worksheets/sheet") ? [...strFromU8(data).matchAll(/<f>(.*?)<\/f>/g)].map((m) => m[1]!) : [],
    );
    expect(formulas.filter((formula) => !/^(COUNTIF|SUMIFS|SUM|ROWS|IF)\(/.test(formula))).toEqual([]);
    const official = (await sheetsOf(bytes))["ต.ค.66"]!;
    expect(
      official.slice(OFFICIAL_FIRST_ROW - 1, OFFICIAL_FIRST_ROW - 1 + attacks.length).map((row) => row[4]),
    ).toEqual(attacks);
  });

  it("keeps every character a text may hold", async () => {
    const offices = sampleRoster(1, 1);
    const texts = ["_x000D_", "_x005F_", "\u0001\u001f", "a\r\nb", " ก ", "<&>\"'", "น้ำ\u200bกำ", "😀"];
    const rows = texts.map((remark, i) => {
      const row = sampleRow(offices[0]!, i + 1);
      return { ...row, values: { ...row.values, remark } };
    });
    const bytes = await master({ offices, submissions: [sampleSubmission(offices[0]!, 0, { rows })] });
    const official = (await sheetsOf(bytes))["ต.ค.66"]!;
    expect(official.slice(OFFICIAL_FIRST_ROW - 1, OFFICIAL_FIRST_ROW - 1 + texts.length).map((row) => row[7])).toEqual(
      texts,
    );
  });

  it("errors when the rows cannot be read to the end", async () => {
    const offices = sampleRoster(1, 1);
    function* broken() {
      yield sampleRow(offices[0]!, 1);
      throw new Error("the store went away");
    }
    await expect(
      master({ offices, submissions: [sampleSubmission(offices[0]!, 0, { rows: broken() })] }),
    ).rejects.toThrow("the store went away");
  });

  it("holds every row once, in order, with totals that add up, whatever was sent", async () => {
    const offices = sampleRoster(3, 3);
    const sent = fc.array(
      fc.record({
        office: fc.integer({ min: 0, max: offices.length - 1 }),
        rows: fc.array(
          fc.record({ status: fc.constantFrom("done", "notDone", "nil"), remark: fc.string({ unit: "binary" }) }),
          {
            maxLength: 6,
          },
        ),
        late: fc.boolean(),
        status: fc.constantFrom("received", "returned", "accepted"),
        nil: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(sent, async (drawn) => {
        const byOffice = new Map(drawn.map((one) => [one.office, one]));
        const submissions = [...byOffice].map(([index, one]): CurrentSubmission => {
          const office = offices[index]!;
          const rows = one.rows.map(({ status, remark }, i) => {
            const row = sampleRow(office, i + 1, { status });
            const ticks = { done: status === "done", notDone: status === "notDone" };
            return { ...row, values: { ...row.values, ...ticks, centre: `${office.code}/${i}`, remark } };
          });
          return sampleSubmission(office, 0, { rows, late: one.late, status: one.status, nil: one.nil });
        });
        const sheets = await sheetsOf(await master({ offices, submissions }));
        const expected = [...byOffice]
          .sort(([a], [b]) => a - b)
          .flatMap(([index, one]) => one.rows.map(({ status }, i) => ({ office: offices[index]!, status, i })));
        const official = sheets["ต.ค.66"]!;
        const body = official.slice(OFFICIAL_FIRST_ROW - 1, OFFICIAL_FIRST_ROW - 1 + expected.length);
        expect(body.map((row) => padded(row, 7).slice(0, 7))).toEqual(
          expected.map(({ office, status, i }, n) => [
            n + 1,
            "ตัวอย่าง",
            office.district,
            officeLabel(office),
            `${office.code}/${i}`,
            status === "done" ? "/" : null,
            status === "notDone" ? "/" : null,
          ]),
        );
        const ticked = (status: string) => expected.filter((row) => row.status === status).length;
        expect(official[OFFICIAL_FIRST_ROW - 1 + expected.length]!.slice(0, 7)).toEqual([
          "รวมทั้งสิ้น",
          null,
          null,
          null,
          null,
          ticked("done"),
          ticked("notDone"),
        ]);
        const all = [...byOffice.values()];
        expect(sheets.สรุป![5 + 3]!.slice(2, 11)).toEqual([
          offices.length,
          all.length,
          offices.length - all.length,
          all.filter((one) => one.late).length,
          all.filter((one) => one.status === "returned").length,
          all.filter((one) => one.nil).length,
          ticked("done"),
          ticked("notDone"),
          expected.length,
        ]);
        expect(sheets.ที่มา!.slice(4).map((row) => row.slice(0, 4))).toEqual(
          expected.map(({ office }, n) => [n + 1, office.district, officeLabel(office), office.code]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
