import type { FormDefinition } from "../../shared/forms/index.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import { type Grid, type Scalar, scalarOf } from "../../shared/sheet/grid.ts";
import { th as words } from "../../shared/words/master.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import type { Told } from "./tell.ts";

export interface Difference {
  where: string;
  meant: unknown;
  found: unknown;
}

/**
 * Holds a master workbook against what the offices meant: every row once, in official order, numbered without a gap, ticks
 * counted, each row with the receipt that counts, and those who did not send on the last sheet. Answers what differs.
 */
export async function compareMaster(
  bytes: Uint8Array,
  told: readonly Told[],
  registry: Registry,
  province: string,
  form: FormDefinition,
): Promise<Difference[]> {
  const { sheets } = await readWorkbook(bytes);
  const differences: Difference[] = [];
  const hold = (where: string, found: unknown, meant: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(meant)) differences.push({ where, meant, found });
  };
  const order = registry.inProvince(province);
  const byOffice = new Map(told.map((one) => [one.chapter.office.code, one]));
  const inOrder = order.flatMap((office) => byOffice.get(office.code) ?? []);
  const meant = inOrder.flatMap(({ chapter }) => chapter.truth);

  const official = sheets[0]!;
  const found = tableOf(official, form.fields.length);
  hold("rows", found.rows.length, meant.length);
  found.rows.forEach((row, i) => {
    const truth = meant[i];
    const line =
      truth === undefined
        ? []
        : [
            ...[
              i + 1,
              truth.provinceName,
              truth.district,
              truth.office,
              truth.status === "nil" ? form.nilText : truth.centre,
            ],
            ...[truth.status === "done" ? "/" : null, truth.status === "notDone" ? "/" : null, truth.remark || null],
          ];
    hold(`row ${i + 1}`, row, line);
  });
  const done = form.fields.findIndex((field) => field.id === "done");
  hold("done in all", found.total[done], meant.filter((row) => row.status === "done").length);
  hold("not done in all", found.total[done + 1], meant.filter((row) => row.status === "notDone").length);

  const source = named(sheets, words.source);
  const receipts = column(source, words.receipt).filter((value) => value !== null);
  hold(
    "receipts",
    receipts,
    inOrder.flatMap(({ chapter, receipt }) => chapter.truth.map(() => receipt.receipt)),
  );
  const versions = column(source, words.version).filter((value) => value !== null);
  hold(
    "versions",
    versions,
    inOrder.flatMap(({ chapter, receipt }) => chapter.truth.map(() => receipt.version)),
  );

  const missing = named(sheets, words.missing);
  const silent = order.filter((office) => !byOffice.has(office.code)).map(officeLabel);
  hold(
    "not sent",
    column(missing, words.office).filter((value) => value !== null && value !== ""),
    silent,
  );
  return differences;
}

function named(sheets: readonly Grid[], name: string): Grid {
  const sheet = sheets.find((one) => one.sheet === name);
  if (sheet === undefined) throw new Error(`the master has no sheet ${name}`);
  return sheet;
}

/** The rows between heading and total: those that begin with a number. */
function tableOf(sheet: Grid, width: number): { rows: Scalar[][]; total: Scalar[] } {
  const rows: Scalar[][] = [];
  let total: Scalar[] = [];
  for (const cells of sheet.rows) {
    const line = Array.from({ length: width }, (_, i) => {
      const value = scalarOf(cells[i]);
      return value === "" ? null : value;
    });
    if (typeof line[0] === "number") rows.push(line);
    else if (line[0] === words.total) total = line;
  }
  return { rows, total };
}

/** The values under a heading, down to the end of the sheet. */
function column(sheet: Grid, heading: string): Scalar[] {
  for (const [at, cells] of sheet.rows.entries()) {
    const index = cells.findIndex((cell) => scalarOf(cell) === heading);
    if (index >= 0) return sheet.rows.slice(at + 1).map((below) => scalarOf(below[index]));
  }
  throw new Error(`${sheet.sheet} has no column ${heading}`);
}
