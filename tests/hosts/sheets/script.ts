import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { buildSheets, type SheetsFiles } from "../../../scripts/sheets/build.ts";
import type { Grid, Scalar } from "../../../shared/sheet/grid.ts";
import type { FakeDoor } from "./door.ts";

let built: Promise<{ files: SheetsFiles; fake: string }> | undefined;

/** The add-on as it is pushed, and the stand-in for Google's services as one script; built once for all tests of a file. */
export function builtSheets(url = "http://localhost:8787") {
  built ??= (async () => {
    const fake = await build({
      ...{ entryPoints: ["tests/hosts/sheets/fake/main.ts"], bundle: true, write: false, target: "es2022" },
      ...{ format: "iife", globalName: "fake", platform: "neutral", charset: "utf8" },
    });
    return { files: await buildSheets({ url, addon: false }), fake: fake.outputFiles![0]!.text };
  })();
  return built;
}

/**
 * The built code.js in a bare context of its own, over a simulated document. The fake is loaded into the same context, since
 * a Date of another realm is no Date there.
 */
export class Script {
  readonly #context = createContext(Object.create(null));
  readonly #door: FakeDoor;

  static async open(
    grids: readonly (Grid & { filteredRows?: number[]; chart?: boolean })[],
    { zone = "Asia/Bangkok", token = null as string | null, code = "" } = {},
  ): Promise<Script> {
    const { files, fake } = await builtSheets();
    return new Script(fake, code || files["code.js"], JSON.stringify({ grids, zone, token }));
  }

  private constructor(fake: string, code: string, document: string) {
    runInContext(fake, this.#context);
    this.#door = runInContext("fake", this.#context) as FakeDoor;
    this.#door.open(document);
    runInContext(code, this.#context);
  }

  get door(): FakeDoor {
    return this.#door;
  }

  /** One call over the border of google.script.run. Throws what the failure handler would be given. */
  run(name: string, args: readonly unknown[]): unknown {
    return JSON.parse(this.#door.run(name, JSON.stringify(this.#door.legal([...args], "the arguments"))));
  }

  /** Calls a function of the script from inside, as a trigger or the menu does. */
  call(name: string, ...args: unknown[]): unknown {
    return runInContext(`(json) => ${name}(...JSON.parse(json))`, this.#context)(JSON.stringify(args));
  }

  /** What was called since the last asking. */
  log(): string[] {
    return JSON.parse(this.#door.log()) as string[];
  }

  dump(sheet: string): unknown {
    return JSON.parse(this.#door.dump(sheet));
  }

  cell(
    sheet: string,
    row: number,
    col: number,
  ): { value: Scalar; formula: string; format: string; font: string; note: string } {
    return JSON.parse(this.#door.cell(sheet, row, col));
  }

  state(): {
    toasts: string[];
    menus: { kind: string; name: string; items: [string, string][] }[];
    sidebars: string[];
    active: unknown;
    properties: Record<string, string>;
  } {
    return JSON.parse(this.#door.state());
  }
}
