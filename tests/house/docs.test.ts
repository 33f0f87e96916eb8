import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleDocs } from "../../scripts/ruleDocs.ts";
import { filesUnder } from "./source.ts";

const guides = ["README.md", "CONTRIBUTING.md", ...filesUnder("docs", /\.md$/)];
const textOf = (path: string) => readFileSync(path, "utf8");

describe("the documents", () => {
  it.each(guides.filter((path) => !path.startsWith("docs/rules/")))("%s points only at what is there", (path) => {
    const links = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!.split("#")[0]!);
    const missing = links.filter(
      (link) => link !== "" && !/^https?:/.test(link) && !existsSync(posix.join(dirname(path), link)),
    );
    expect(missing).toEqual([]);
  });

  it("there is a page for each code, as the words stand now (else: npm run docs)", () => {
    const pages = ruleDocs();
    expect(readdirSync("docs/rules").sort()).toEqual([...pages.keys()].sort());
    expect([...pages].filter(([name, text]) => textOf(`docs/rules/${name}`) !== text).map(([name]) => name)).toEqual(
      [],
    );
  });

  it("the life of a row has ten steps, each with its files", () => {
    const life = textOf("docs/overview.md").split("## The life of one row")[1]!.split("\n## ")[0]!;
    const steps = life.split(/\n(?=\d+\. )/).slice(1);
    expect(steps.length).toBe(10);
    expect(steps.filter((step) => !/\]\(\.\.\/(shared|worker)\//.test(step))).toEqual([]);
  });

  it("every dependency has its reason", () => {
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(textOf("package.json"));
    const told = textOf("docs/dependencies.md");
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(names.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  });

  it("the README's commands are the program's", async () => {
    const { COMMAND_HELP } = await import("../../shared/words/cli.ts");
    const readme = textOf("README.md").replaceAll("\\|", "|");
    expect(
      Object.values(COMMAND_HELP)
        .filter((help) => !readme.includes(`\`${help.usage}\``))
        .map((help) => help.usage),
    ).toEqual([]);
  });
});
