import { FileHost } from "../../addin/file/fileHost.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import { hostContract } from "./contract.ts";
import { Mischief } from "./mischief.ts";

function open(grids: readonly Grid[], save?: () => Promise<void>) {
  const host = new FileHost(
    { sheets: [...grids], names: [], fileName: "ตัวอย่าง.xlsx" },
    { id: "f1", ...(save ? { save } : {}) },
  );
  const user = {
    async type(sheet: string, place: { row: number; col: number }, value: unknown) {
      host.type(sheet, [{ ...place, value: value as string }]);
    },
    rename: null,
    remove: null,
  };
  return { host, user };
}

hostContract("a dropped file", async (grids) => open(grids));

hostContract("a dropped file that can be saved", async (grids) => open(grids, async () => {}));

// A host that only might misbehave must keep every promise while it does not.
hostContract("the mischievous host at rest", async (grids) => {
  const { host, user } = open(grids);
  return { host: new Mischief(host), user };
});
