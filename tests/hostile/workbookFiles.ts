import { CELLS } from "./files/cells.ts";
import { CONTAINER } from "./files/container.ts";
import { KINDS } from "./files/kinds.ts";
import { ODS } from "./files/ods.ts";
import type { HostileFile } from "./files/tools.ts";
import { XLS } from "./files/xls.ts";
import { XML } from "./files/xml.ts";

/** Every file that must be refused, with the name of the refusal. */
export const HOSTILE_FILES: HostileFile[] = [
  ...CONTAINER,
  ...XML,
  ...CELLS,
  ...KINDS,
  ...ODS.map((one) => ({ ...one, name: `.ods: ${one.name}` })),
  ...XLS.map((one) => ({ ...one, name: `.xls: ${one.name}` })),
];
