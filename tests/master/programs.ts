import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The first of the commands that answers, or null. */
function firstThatRuns(commands: [string, string[]][]): string | null {
  for (const [command, args] of commands)
    try {
      execFileSync(command, args, { stdio: "ignore" });
      return command;
    } catch {
      // not on this machine
    }
  return null;
}

/** LibreOffice, or null: tests that need it say so when they are skipped. */
export const soffice = firstThatRuns([
  ["soffice", ["--version"]],
  ["libreoffice", ["--version"]],
]);

/** A python that has openpyxl, or null. */
export const python = firstThatRuns([
  ["python3", ["-c", "import openpyxl"]],
  ["/usr/bin/python3", ["-c", "import openpyxl"]],
]);

/** Every formula calculated on loading, whatever values the file brings. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Converts with LibreOffice, every formula calculated anew: xlsx in; out as `to` says ("xlsx", "pdf", "fods"). */
export function convert(bytes: Uint8Array, to: string): Uint8Array {
  return convertAll([bytes], to)[0]!;
}

/** The same for several workbooks at one start of the program, which takes most of the time. */
export function convertAll(books: readonly Uint8Array[], to: string): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "ruam-convert-"));
  try {
    const names = books.map((_, i) => `in${i}`);
    for (const [i, name] of names.entries()) writeFileSync(join(folder, `${name}.xlsx`), books[i]!);
    const profile = join(folder, "profile");
    // A profile of its own, so that a running LibreOffice or another test is never in the way; and one that recalculates.
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), RECALCULATE);
    execFileSync(
      soffice!,
      [
        `-env:UserInstallation=file://${profile}`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        join(folder, "out"),
        ...names.map((name) => join(folder, `${name}.xlsx`)),
      ],
      { stdio: "ignore", timeout: 120_000 },
    );
    return names.map((name) => readFileSync(join(folder, "out", `${name}.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs python over the workbook (its path in argv[1]) and gives what it prints, as JSON. */
export function askPython(bytes: Uint8Array, script: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), "ruam-python-"));
  try {
    const file = join(folder, "in.xlsx");
    writeFileSync(file, bytes);
    return JSON.parse(execFileSync(python!, ["-W", "error", "-c", script, file], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
