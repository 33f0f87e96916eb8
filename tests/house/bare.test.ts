import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { engineBundle } from "../../scripts/bundles.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Workbook } from "../../shared/sheet/grid.ts";
import { withMessages } from "../../shared/words/report.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { makeStory } from "../story/make.ts";

/** Apps Script and an old web view offer no more than the language itself: no timers, URL, TextEncoder, crypto, console. */
let code = "";
beforeAll(async () => {
  const built = await build({ ...engineBundle, write: false });
  code = built.outputFiles![0]!.text;
});

describe("the engine in a bare ES2020 context", () => {
  it("is a script of ES2020", () => {
    expect(() => parse(code, { ecmaVersion: 2020, sourceType: "script" })).not.toThrow();
  });

  it("gives the same answer as in Node, sentence for sentence", () => {
    const sheets = makeStory(SAMPLE_OFFICES, { province: "99", period: "2023-10", seed: 7 }).map(
      (chapter) => chapter.grid,
    );
    expect(sheets.length).toBeGreaterThan(5);
    const bare = createContext(Object.create(null));
    runInContext(code, bare);
    for (const grid of sheets) {
      const workbook: Workbook = { sheets: [grid], names: [] };
      const here = withMessages(checkWorkbook(workbook, { registry: buildRegistry(SAMPLE_OFFICES) }), "th");
      const input = JSON.stringify({ workbook, offices: SAMPLE_OFFICES });
      const there = runInContext(
        `(function (input) {
           var given = JSON.parse(input);
           var report = ruam.checkWorkbook(given.workbook, { registry: ruam.buildRegistry(given.offices) });
           return JSON.stringify(ruam.withMessages(report, "th"));
         })(${JSON.stringify(input)})`,
        bare,
      ) as string;
      expect(JSON.parse(there)).toEqual(JSON.parse(JSON.stringify(here)));
    }
  });

  it("needs no global but the language's own", () => {
    const globals = ["setTimeout", "URL", "TextEncoder", "crypto", "fetch", "structuredClone", "process"];
    const bare = createContext(Object.create(null));
    expect(globals.filter((name) => runInContext(`typeof ${name}`, bare) !== "undefined")).toEqual([]);
    globals.push("console");
    expect(globals.filter((name) => new RegExp(`[^\\w.$"'\`]${name}[^\\w$"'\`:]`).test(code))).toEqual([]);
  });
});
