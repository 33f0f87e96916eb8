import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { applyEdit, fromSheets, propose, toSheets } from "../../shared/designer/index.ts";
import { FLOOD, FLOOD_FILLED } from "./official.ts";

/** The designer as a page takes it: one script, no host behind it. */
let code = "";
let imported: string[] = [];
beforeAll(async () => {
  const built = await build({
    ...{ entryPoints: ["shared/designer/index.ts"], bundle: true, write: false, metafile: true },
    ...{ format: "iife", globalName: "designer", platform: "neutral", target: "es2022" },
  });
  code = built.outputFiles[0]!.text;
  imported = Object.keys(built.metafile.inputs);
});

describe("the designer in a page", () => {
  it("brings neither a schema library nor a reader of files with it", () => {
    expect(imported.filter((path) => !path.startsWith("shared/"))).toEqual([]);
    expect(imported.filter((path) => /^shared\/(workbook|wire|words|checker)\/|schema/.test(path))).toEqual([]);
    expect(code.length).toBeLessThan(300_000);
  });

  it("answers in a bare engine what it answers here", () => {
    const bare = createContext(Object.create(null));
    runInContext(code, bare);
    const edit = { do: "sentence", field: "count", text: "จำนวนเต็ม ไม่น้อยกว่า ๒๐ ต้องกรอก" } as const;
    const there = runInContext(
      `(function (input) {
         var given = JSON.parse(input);
         var proposal = designer.propose(given.official, [given.example]);
         var edited = designer.applyEdit(proposal.form, given.edit);
         return JSON.stringify({ proposal: proposal, edited: edited, read: designer.fromSheets(designer.toSheets(edited.form)) });
       })(${JSON.stringify(JSON.stringify({ official: FLOOD, example: FLOOD_FILLED, edit }))})`,
      bare,
    ) as string;
    const proposal = propose(FLOOD, [FLOOD_FILLED]);
    if (!proposal.found) throw new Error("no proposal");
    const edited = applyEdit(proposal.form, edit);
    expect(JSON.parse(there)).toEqual(
      JSON.parse(JSON.stringify({ proposal, edited, read: fromSheets(toSheets(edited.form)) })),
    );
  });
});
