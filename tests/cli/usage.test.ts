import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMAND_HELP } from "../../shared/words/cli.ts";
import { run } from "./ruam.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-cli-"));
  await writeFile(join(folder, "list.csv"), "code,type,name,district,province_code,province\nx,y,z,,,\n");
  await writeFile(join(folder, "page.xlsx"), "<html><table><tr><td>1</td></tr></table></html>");
  await writeFile(join(folder, "ok.csv"), "ลำดับที่,อำเภอ\n1,สมมติ\n");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("help", () => {
  it("goes to standard output and exits 0, naming every command in Thai and English", async () => {
    for (const args of [["--help"], ["-h"], ["help"]]) {
      const { exit, out, err } = await run(...args);
      expect([exit, err]).toEqual([0, []]);
      for (const { usage, th, en } of Object.values(COMMAND_HELP)) {
        expect(out[0]).toContain(usage);
        expect(out[0]).toContain(th.split("\n")[0]);
        expect(out[0]).toContain(en);
      }
    }
  });

  it.each(Object.keys(COMMAND_HELP))("%s --help names its options, Thai first", async (name) => {
    const { exit, out } = await run(...name.split(" "), "--help");
    const help = COMMAND_HELP[name]!;
    expect(exit).toBe(0);
    for (const [option, th, en] of help.options)
      expect(out[0]).toMatch(new RegExp(`${option}\\s+${escaped(`${th} / ${en}`)}`));
    expect(out[0]!.indexOf(help.th)).toBeLessThan(out[0]!.indexOf(help.en));
  });

  it("without a command goes to standard error and exits 2", async () => {
    const { exit, out, err } = await run();
    expect([exit, out, err.length]).toEqual([2, [], 1]);
  });
});

describe("wrong usage exits 2, says why, and answers nothing", () => {
  const out = () => join(folder, "never.xlsx");
  const cases: [string, () => string[], RegExp][] = [
    ["an unknown command", () => ["chekc", "x"], /chekc/],
    ["half a command", () => ["offices"], /offices/],
    ["a name every object has", () => ["constructor"], /constructor/],
    ["no file", () => ["check"], /FILE/],
    ["two files", () => ["check", "a.xlsx", "b.xlsx"], /b\.xlsx/],
    ["an unknown option", () => ["check", "a.xlsx", "--jsno"], /jsno/],
    ["an option without its value", () => ["check", "a.xlsx", "--period"], /period/],
    ["a Buddhist period", () => ["check", "a.xlsx", "--period", "66-10"], /66-10/],
    ["a month that is none", () => ["check", "a.xlsx", "--period", "2023-13"], /2023-13/],
    ["a province by name", () => ["check", "a.xlsx", "--province", "แพร่"], /แพร่/],
    ["an unknown form", () => ["check", "a.xlsx", "--form", "toString"], /childcare-clips/],
    ["a sheet that is not there", () => ["check", join(folder, "ok.csv"), "--sheet", "ต.ค."], /ต\.ค\./],
    ["a file that is not there", () => ["check", join(folder, "none.xlsx")], /none\.xlsx.*ENOENT/],
    ["a folder", () => ["check", folder], /EISDIR/],
    ["a web page called .xlsx", () => ["check", join(folder, "page.xlsx")], /\.xlsx/],
    [
      "a list without an office",
      () => ["check", join(folder, "ok.csv"), "--offices", join(folder, "list.csv")],
      /list\.csv/,
    ],
    ["a blank without a province", () => ["blank", "childcare-clips", "--out", out()], /--province/],
    ["a blank without a file", () => ["blank", "childcare-clips", "--province", "99"], /--out/],
    ["a blank of no form", () => ["blank", "nothing", "--province", "99", "--out", out()], /nothing/],
    ["a blank of no province", () => ["blank", "childcare-clips", "--province", "98", "--out", out()], /98/],
    [
      "a blank of no district",
      () => ["blank", "childcare-clips", "--province", "99", "--district", "ไม่มี", "--out", out()],
      /ไม่มี/,
    ],
    [
      "a blank of no office",
      () => ["blank", "childcare-clips", "--province", "99", "--office", "5999999", "--out", out()],
      /5999999/,
    ],
    [
      "a blank into no folder",
      () => ["blank", "childcare-clips", "--province", "99", "--out", join(folder, "no", "x.xlsx")],
      /ENOENT/,
    ],
    [
      "a role that is none",
      () => ["people", "add", "--role", "king", "--place", "99", "--data", join(folder, "d")],
      /king/,
    ],
    [
      "a place of another role",
      () => ["people", "add", "--role", "office", "--place", "99", "--data", join(folder, "d")],
      /office.*99/,
    ],
    [
      "a place nobody imported",
      () => ["people", "add", "--role", "province", "--place", "54", "--data", join(folder, "d")],
      /54/,
    ],
    [
      "a master of no data",
      () => [
        ..."master --province 54 --form childcare-clips --period 2023-10".split(" "),
        ...["--out", out(), "--data", join(folder, "absent")],
      ],
      /54/,
    ],
    ["no collector's address", () => ["submit", join(folder, "ok.csv"), "--code", "x"], /--to/],
    [
      "an address that is none",
      () => ["submit", join(folder, "ok.csv"), "--to", "localhost", "--code", "x"],
      /localhost/,
    ],
    ["a rule nobody knows", () => ["due", "no-such", "2023-10"], /no-such/],
    ["a way to roll nobody knows", () => ["due", "phrae-cdc-clip", "2023-10", "--roll", "up"], /up/],
    ["a port that is none", () => ["serve", "--port", "99999", "--data", join(folder, "d")], /99999/],
  ];
  it.each(cases)("%s", async (_, args, reason) => {
    const { exit, out: answer, err } = await run(...args());
    expect([exit, answer]).toEqual([2, []]);
    expect(err.join("\n")).toMatch(reason);
    expect(err.join("\n")).toMatch(/[ก-๙]/);
  });

  it("leaves nothing half written behind", async () => {
    expect((await readdir(folder)).filter((name) => /never|\.tmp$/.test(name))).toEqual([]);
    expect(existsSync(join(folder, "absent"))).toBe(false);
  });
});

describe("due", () => {
  it.each([
    [["2023-10"], { nominal: "2023-10-09", due: "2023-10-09", holiday: false }],
    // the letter says nothing of days off
    [["2023-11"], { nominal: "2023-11-05", due: "2023-11-05", holiday: true }],
    [["2023-11", "--roll", "next"], { nominal: "2023-11-05", due: "2023-11-06", holiday: true }],
    [["2023-11", "--roll", "previous"], { nominal: "2023-11-05", due: "2023-11-03", holiday: true }],
    [["2023-11", "--roll", "none"], { nominal: "2023-11-05", due: "2023-11-05", holiday: true }],
  ])("%j", async (args, expected) => {
    const { exit, out } = await run("due", "phrae-cdc-clip", ...args, "--json");
    expect([exit, JSON.parse(out[0]!)]).toEqual([0, { rule: "phrae-cdc-clip", period: args[0], ...expected }]);
  });
});

describe("as a program", () => {
  it("needs no build, writes the answer to one stream and the rest to the other", () => {
    const spawned = (args: string[]) =>
      spawnSync(process.execPath, ["worker/cli/main.ts", ...args], { encoding: "utf8" });
    const due = spawned(["due", "phrae-cdc-clip", "2024-02"]);
    expect([due.status, due.stdout, due.stderr]).toEqual([0, "2024-02-05\n", ""]);
    const wrong = spawned(["due"]);
    expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr).toContain("RULE");
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
