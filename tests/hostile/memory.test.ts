import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeXlsx, row } from "../workbook/makeXlsx.ts";
import { HOSTILE_FILES } from "./workbookFiles.ts";

const folder = mkdtempSync(join(tmpdir(), "ruam-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads the files in a process of their own. */
function readApart(files: [name: string, bytes: Uint8Array][]): { outcomes: string[]; grownMegabytes: number } {
  const paths = files.map(([, bytes], i) => {
    const path = join(folder, `${i}.bin`);
    writeFileSync(path, bytes);
    return path;
  });
  const child = join(import.meta.dirname, "readInChild.ts");
  return JSON.parse(execFileSync(process.execPath, [child, ...paths], { encoding: "utf8", timeout: 50_000 }));
}

const COSTLY = HOSTILE_FILES.filter(({ name }) =>
  /bomb|unpacks|6 MB|8 MB|attributes|billion|repeated|XFD|2\^|4 GB|4 billion/.test(name),
);

describe("memory stays flat", () => {
  it(`under ${COSTLY.length} files built to fill it, read one after another in one process`, () => {
    const { outcomes, grownMegabytes } = readApart(COSTLY.map(({ name, bytes }) => [name, bytes()]));
    expect(outcomes).toEqual(COSTLY.map(({ code }) => code));
    expect(grownMegabytes).toBeLessThan(250);
  });

  it("under an honest sheet formatted down to the last row", () => {
    const styled = Array.from({ length: 150_000 }, (_, i) => {
      const number = 1_048_576 - 6 * (149_999 - i);
      return `<row r="${number}" s="1" customFormat="1"><c r="A${number}" s="1"/></row>`;
    });
    const data = Array.from({ length: 100 }, (_, i) => row(i + 1, [i + 1, "แพร่"]));
    const bytes = makeXlsx({ sheets: [{ data: data.join("") + styled.join("") }] });
    const { outcomes, grownMegabytes } = readApart([["formatted", bytes]]);
    expect(outcomes).toEqual(["read 100 rows"]);
    expect(grownMegabytes).toBeLessThan(120);
  });
});
