import type { Office } from "../../shared/offices/office.ts";
import { formatIdentity } from "../../shared/sheet/identity.ts";
import { FORM, OFFICE, sheet } from "../http/stage.ts";
import { makeXlsx, row } from "../workbook/makeXlsx.ts";

/** The report of an office as an .xlsx; with the identity of a blank made for `identity`. */
export function book(
  period: string,
  { office = OFFICE, centres = ["ศพด.หนึ่ง"], identity }: { office?: Office; centres?: string[]; identity?: string } = {},
): Uint8Array<ArrayBuffer> {
  const grid = sheet(period, centres, office);
  const data = grid.rows
    .map((cells, i) =>
      row(
        i + 1,
        cells.map((cell) => (cell === null || typeof cell === "object" ? null : (cell as string | number))),
      ),
    )
    .join("");
  const id = { form: FORM, version: 1, province: "99", period, office: identity ?? null };
  const names =
    identity === undefined ? "" : `<definedName name="RUAM_ID" hidden="1">"${formatIdentity(id)}"</definedName>`;
  return new Uint8Array(
    makeXlsx({ sheets: [{ name: "รายงาน", data, after: '<mergeCells><mergeCell ref="F4:G4"/></mergeCells>' }], names }),
  );
}
