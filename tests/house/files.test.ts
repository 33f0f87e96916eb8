import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CODES } from "../../shared/rules/codes.ts";
import { filesUnder } from "./source.ts";

const TEXT = /(\.(ts|tsx|js|json|md|css|html|xml|toml|yml|csv)|\/\.ci\/run|LICENSE)$/;
const FOLDERS = ["shared", "addin", "worker", "tests", "bench", "scripts", "docs", ".ci"];
const files = [
  ...FOLDERS.flatMap((folder) => filesUnder(folder, /./)).filter((path) => TEXT.test(path)),
  "README.md",
  "CONTRIBUTING.md",
  "package.json",
  "package-lock.json",
];

function having(pattern: RegExp, except: string[] = []): string[] {
  return files.filter((path) => !except.includes(path) && pattern.test(readFileSync(path, "utf8")));
}

describe("the files of the house", () => {
  it("nothing is left to be done in a comment", () => {
    expect(having(new RegExp(`\\b(${["TO", "DO"].join("")}|${["FIX", "ME"].join("")})\\b`))).toEqual([]);
  });

  it("no path of a machine and no address of a package registry", () => {
    const home = ["/work", "/home", "/root", "/Users"].map((folder) => `${folder}/[a-z]`).join("|");
    expect(having(new RegExp(`(^|[\\s"'(=])(${home})`), ["tests/house/files.test.ts"])).toEqual([]);
    expect(having(/registry\.(npmjs|yarnpkg)|"resolved"/, ["tests/house/files.test.ts"])).toEqual([]);
  });

  it("every dependency is pinned to one version", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    const pinned = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(pinned).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual(
      [],
    );
    // Raised from 10 and from 12: the reasons stand in docs/dependencies.md.
    expect(Object.keys(manifest.dependencies).length).toBeLessThan(14);
  });

  it("no source file is longer than 500 lines", () => {
    const source = files.filter((path) => /^(shared|addin|worker|scripts)\/.*\.tsx?$/.test(path));
    expect(source.filter((path) => readFileSync(path, "utf8").split("\n").length > 500)).toEqual([]);
  });
});

describe("every code has its sentence", () => {
  it.each(["th", "en"])("in %s", async (language) => {
    const words = (await import(`../../shared/words/${language}.ts`)) as Record<string, Record<string, unknown>>;
    const sentences = words[language] ?? words.default ?? words.sentences;
    expect(CODES.filter((code) => !sentences?.[code])).toEqual([]);
  });
});
