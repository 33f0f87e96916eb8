import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../cli/ruam.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-holidays-"));
  const list = join(folder, "list.csv");
  await writeFile(
    list,
    "code,type,name,district,province_code,province\n6990201,อบต.,สมมติใต้,สมมติ,99,ตัวอย่าง\n6980201,อบต.,สมมติเหนือ,สมมติ,98,อีกแห่ง\n",
  );
  expect((await run("offices", "import", list, "--data", join(folder, "data"))).exit).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const holidays = (...args: string[]) => run("holidays", ...args, "--data", join(folder, "data"));
const dueIn = async (province: string) =>
  (
    await run(
      "due",
      "phrae-cdc-clip",
      "2024-01",
      "--roll",
      "next",
      "--province",
      province,
      "--data",
      join(folder, "data"),
    )
  ).out;

describe("ruam holidays", () => {
  it("lists a year, and says when there is no data for it", async () => {
    const { exit, out, err } = await run("holidays", "2026");
    expect([exit, err, out.length]).toEqual([0, [], 22]);
    expect(out.at(-3)).toBe("2026-12-07  ชดเชยวันชาติและวันพ่อแห่งชาติ");
    const unknown = await run("holidays", "2028", "--json");
    expect([unknown.exit, JSON.parse(unknown.out[0]!)]).toEqual([0, { year: 2028, data: false, days: [] }]);
    expect(unknown.err.join()).toMatch(/2028 \(2571\)/);
  });

  it("changes a day for one province only, and takes it back", async () => {
    const added = await holidays("2024", "--province", "99", "--add", "2024-01-05", "--name", "วันหยุดสมมติ");
    expect([added.exit, added.out.filter((line) => line.startsWith("2024-01"))]).toEqual([
      0,
      ["2024-01-01  วันขึ้นปีใหม่", "2024-01-05  วันหยุดสมมติ"],
    ]);
    expect([await dueIn("99"), await dueIn("98")]).toEqual([["2024-01-08"], ["2024-01-05"]]);
    expect((await holidays("2024", "--province", "99", "--reset", "2024-01-05")).out.join()).not.toContain("สมมติ");
    expect(await dueIn("99")).toEqual(["2024-01-05"]);
  });

  it.each([
    [["2569"], /พ\.ศ\./],
    [["26"], /26/],
    [["2026", "--add", "2026-12-08", "--name", "x"], /--province/],
    [["2026", "--province", "99", "--add", "2026-12-08"], /--name/],
    [["2026", "--province", "99", "--add", "2026-02-30", "--name", "x"], /2026-02-30/],
    [["2026", "--province", "99", "--remove", "2026-12-07", "--reset", "2026-12-08"], /--reset/],
    [["2026", "--province", "99", "--name", "x"], /--add/],
    [["2026", "--province", "97", "--remove", "2026-12-07"], /97/],
    [["2026", "--province", "97"], /97/],
  ])("%j exits 2, says why, and changes nothing", async (args, reason) => {
    const { exit, out, err } = await holidays(...args);
    expect([exit, out]).toEqual([2, []]);
    expect(err.join("\n")).toMatch(reason);
    expect((await holidays("2026", "--province", "99")).out).toEqual((await run("holidays", "2026")).out);
  });

  it("makes no folder for a question", async () => {
    const nowhere = join(folder, "nowhere");
    expect((await run("due", "phrae-cdc-clip", "2024-01", "--province", "99", "--data", nowhere)).exit).toBe(2);
    expect((await run("holidays", "2026", "--province", "99", "--data", nowhere)).exit).toBe(2);
    expect(existsSync(nowhere)).toBe(false);
  });
});
