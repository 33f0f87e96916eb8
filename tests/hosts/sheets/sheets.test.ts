import type { Grid } from "../../../shared/sheet/grid.ts";
import { hostContract } from "../contract.ts";
import { hostOver } from "./run.ts";
import { Script } from "./script.ts";

async function stage(grids: readonly Grid[], token: string | null) {
  const script = await Script.open(grids, { token });
  const { host } = await hostOver(script);
  const user = {
    async type(sheet: string, { row, col }: { row: number; col: number }, value: string | number | boolean | null) {
      script.door.type(sheet, row, col, value);
    },
    rename: async (sheet: string, name: string) => script.door.rename(sheet, name),
    remove: async (sheet: string) => script.door.remove(sheet),
  };
  return { host, user };
}

hostContract("a simulated Google spreadsheet", (grids) => stage(grids, null));
hostContract("a simulated Google spreadsheet whose user Google names", (grids) => stage(grids, "a.b.c"));
