import { it } from "vitest";
import { mustAgree } from "../../bench/master.ts";

it("our master and exceljs's two read back the same, cell for cell", () => {
  mustAgree(["ruam", "exceljs-stream", "exceljs-memory"], 200);
});
