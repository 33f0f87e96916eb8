import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importedOffices } from "../../worker/cli/store.ts";
import { run } from "./ruam.ts";

const OFFICIAL = [
  "จังหวัด,อำเภอ,ตำบล,รหัส อปท.,ประเภท อปท.,อปท.,ที่ตั้งสำนักงานเลขที่,เว็ปไซต์ของอปท",
  'ตัวอย่าง,ทดลอง,ก,2990101,อบจ.,ตัวอย่าง,1,"www,ตัวอย่าง"',
  'ตัวอย่าง,เมืองตัวอย่าง,ข,2990101,อบจ.,ตัวอย่าง,1,"""-"""',
  "ตัวอย่าง,เมืองตัวอย่าง,ข,4990102,เทศบาลเมือง,ตัวอย่าง,2,",
  "ตัวอย่าง,ทดลอง,ก,6990201,องค์การบริหารส่วนตำบล,ทดลองใต้,3,",
  "อีกแห่ง,สมมติ,ค,5980101,เทศบาลตำบล,สมมติ,4,",
  "อีกแห่ง,สมมติ,ค,,เทศบาลตำบล,ไม่มีรหัส,5,",
].join("\r\n");

/** Windows-874: Thai letters one byte each, the rest as ASCII. */
function windows874(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => (char >= "ก" ? char.charCodeAt(0) - 0x0e01 + 0xa1 : char.charCodeAt(0)));
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-offices-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("ruam offices import", () => {
  it.each([
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\uFEFF${OFFICIAL}`)],
    ["Windows-874", windows874(OFFICIAL)],
  ])("reads the department's list in %s into one database for each province", async (name, bytes) => {
    const file = join(folder, `${name}.csv`);
    const data = join(folder, name);
    await writeFile(file, bytes);
    const { exit, out, err } = await run("offices", "import", file, "--data", data, "--json");
    expect([exit, JSON.parse(out[0]!)]).toEqual([0, { offices: 4, provinces: 2, rows: 6, problems: 1 }]);
    expect(err).toEqual([expect.stringContaining("แถว 7: CODE_BAD")]);
    expect(importedOffices(data).map((one) => [one.code, one.type, one.name, one.district, one.province])).toEqual([
      ["5980101", "ทต.", "สมมติ", "สมมติ", "อีกแห่ง"],
      ["2990101", "อบจ.", "ตัวอย่าง", "เมืองตัวอย่าง", "ตัวอย่าง"],
      ["4990102", "ทม.", "ตัวอย่าง", "เมืองตัวอย่าง", "ตัวอย่าง"],
      ["6990201", "อบต.", "ทดลองใต้", "ทดลอง", "ตัวอย่าง"],
    ]);
  });

  it("a list with a row that cannot be read takes nobody off: refused until --keep says that those stay", async () => {
    const data = join(folder, "unread");
    const file = join(folder, "unread.csv");
    const rows = OFFICIAL.split("\r\n").slice(0, 5);
    await writeFile(file, rows.join("\n"));
    expect((await run("offices", "import", file, "--data", data)).exit).toBe(0);
    await writeFile(file, [...rows.slice(0, 4), rows[4]!.replace("6990201", "6.99E+06")].join("\n"));
    const codes = () => importedOffices(data).map(({ code }) => code);
    const all = codes();
    const refused = await run("offices", "import", file, "--data", data);
    expect([refused.exit, refused.err.at(-1)]).toEqual([2, expect.stringContaining("--keep")]);
    expect(codes()).toEqual(all);
    expect((await run("offices", "import", file, "--data", data, "--keep")).exit).toBe(0);
    expect(codes()).toEqual(all);
    expect(all).toContain("6990201");
  });

  it("a second import of a longer list adds to the first, a file of nothing changes nothing", async () => {
    const data = join(folder, "again");
    const file = join(folder, "first.csv");
    await writeFile(file, OFFICIAL.split("\r\n").slice(0, 4).join("\n"));
    expect((await run("offices", "import", file, "--data", data)).exit).toBe(0);
    await writeFile(file, OFFICIAL);
    expect((await run("offices", "import", file, "--data", data)).exit).toBe(0);
    await writeFile(join(folder, "empty.csv"), "");
    expect((await run("offices", "import", join(folder, "empty.csv"), "--data", data)).exit).toBe(2);
    expect(importedOffices(data).length).toBe(4);
  });
});
