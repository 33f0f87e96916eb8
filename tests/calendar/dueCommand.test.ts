import { describe, expect, it } from "vitest";
import { run } from "../cli/ruam.ts";

describe("ruam due", () => {
  it.each([
    [["weekly-meeting", "2022-05-09"], "2022-05-12"],
    [["weekly-meeting", "2022-05-09", "--roll", "none"], "2022-05-13"],
    [["phrae-cdc-clip", "2023-11"], "2023-11-05"],
    [["phrae-cdc-clip", "2024-05", "--roll", "next"], "2024-05-07"],
    [["ereport-monthly", "2023-07", "--roll", "previous"], "2023-07-27"],
    [["chaiyaphum-temple-province", "2022-06"], "2022-07-01"],
  ])("%j answers %s, and nothing else, on standard output", async (args, date) => {
    const { exit, out } = await run("due", ...args);
    expect([exit, out]).toEqual([0, [date]]);
  });

  it("tells of a day off beside the answer: why, when to remind, when it is late", async () => {
    expect((await run("due", "phrae-cdc-clip", "2024-05")).err).toEqual([
      expect.stringMatching(/^2024-05-05 เป็นวันหยุด \(วันอาทิตย์\) · ควรเตือน 2024-05-03 · ถือว่าช้าหลัง 2024-05-07 \//),
    ]);
    expect((await run("due", "weekly-meeting", "2022-05-09")).err[0]).toMatch(/วันพืชมงคล.*ถือว่าช้าหลัง 2022-05-12/);
    expect((await run("due", "phrae-cdc-clip", "2024-01")).err).toEqual([]);
  });

  it.each([
    ["krabi-info", "2022-12", /no date given/],
    ["tak-lao", "2022-06-13", /no date given/],
    ["phrae-cdc-clip", "2023-09", /before 2023-10/],
    ["sakaeo-province", "2025-07", /another period/],
  ])("%s %s has no date: null in JSON, the reason beside it, exit 0", async (rule, period, reason) => {
    const json = await run("due", rule, period, "--json");
    expect([json.exit, JSON.parse(json.out[0]!)]).toEqual([
      0,
      { rule, period, nominal: null, due: null, holiday: false },
    ]);
    expect(json.err.join()).toMatch(reason);
    const plain = await run("due", rule, period);
    expect([plain.exit, plain.out]).toEqual([0, ["ไม่มีวันกำหนด / no date"]]);
  });

  it.each([
    [["weekly-meeting", "2022-05-10"], /2022-05-10.*Monday/],
    [["weekly-meeting", "2022-05"], /Monday/],
    [["phrae-cdc-clip", "2022-05-09"], /YYYY-MM/],
    [["phrae-cdc-clip", "2566-10"], /พ\.ศ\..*2023-10/],
    [["phrae", "2023-10"], /phrae-cdc-clip.*no such rule/],
    [["phrae-cdc-clip", "2023-10", "--next", "0"], /0/],
    [["phrae-cdc-clip", "2023-10", "--next", "61"], /1–60/],
    [["phrae-cdc-clip", "2023-10", "--roll", "constructor"], /constructor/],
  ])("%j is a wrong question: exit 2, no answer", async (args, reason) => {
    const { exit, out, err } = await run("due", ...args);
    expect([exit, out]).toEqual([2, []]);
    expect(err.join("\n")).toMatch(reason);
  });

  it("shows the next dates, with the reason of a day off", async () => {
    const { exit, out } = await run("due", "phrae-cdc-clip", "2026-11", "--next", "3", "--roll", "next");
    expect([exit, out]).toEqual([
      0,
      [
        "2026-11  2026-11-05  2026-11-05",
        "2026-12  2026-12-05  2026-12-08  วันชาติและวันพ่อแห่งชาติ",
        "2027-01  2027-01-05  2027-01-05",
      ],
    ]);
    const json = await run("due", "weekly-meeting", "2022-05-09", "--next", "12", "--json");
    expect(
      JSON.parse(json.out[0]!)
        .map((due: { due: string }) => due.due)
        .slice(0, 2),
    ).toEqual(["2022-05-12", "2022-05-20"]);
    expect(JSON.parse(json.out[0]!)).toHaveLength(12);
    const none = await run("due", "krabi-info", "2022-12", "--next", "12", "--json");
    expect([none.exit, none.out, none.err.length]).toEqual([0, ["[]"], 1]);
  });

  it("says so when there is no holiday data for the year", async () => {
    const { out, err } = await run("due", "phrae-cdc-clip", "2028-01", "--json");
    expect(JSON.parse(out[0]!)).toEqual({
      rule: "phrae-cdc-clip",
      period: "2028-01",
      nominal: "2028-01-05",
      due: "2028-01-05",
      holiday: null,
    });
    expect(err.join()).toMatch(/2028 \(2571\).*no holiday data/);
  });
});
