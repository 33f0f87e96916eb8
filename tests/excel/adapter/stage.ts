import { ExcelHost } from "../../../addin/excel/excelHost.ts";
import type { Grid } from "../../../shared/sheet/grid.ts";
import { type ExcelOptions, type ExcelSim, startExcel } from "../../hosts/excel/index.ts";
import { Clock } from "../../pane/support.ts";

export interface ExcelStage {
  excel: ExcelSim;
  host: ExcelHost;
  clock: Clock;
  /** Id of the first sheet. */
  sheet: string;
}

let open: ExcelSim | null = null;

/** Ends the Excel that is open. It complains where the adapter held on to a range. */
export async function closeStage(): Promise<void> {
  const closing = open;
  open = null;
  await closing?.close();
}

/** Microsoft's own library over the simulated Excel, and our adapter over both. An Excel opened before is closed. */
export async function excelStage(options: ExcelOptions): Promise<ExcelStage> {
  await closeStage();
  const excel = await startExcel(options);
  open = excel;
  const clock = new Clock();
  const host = new ExcelHost({ later: clock.later, seen: () => true });
  await host.begin();
  const [first] = await host.listSheets();
  await excel.settle();
  excel.wire.clear();
  return { excel, host, clock, sheet: first!.id };
}

/** The sheet as an adapter that has seen nothing before reads it. */
export async function freshGrid(sheet: string): Promise<Grid> {
  const other = new ExcelHost({ later: () => () => {}, seen: () => false });
  return (await other.read(sheet, "whole")).grid;
}

/** Round trips that are ours: the library's own tidying does not count. */
export function trips({ excel }: Pick<ExcelStage, "excel">) {
  return excel.wire.batches.filter((batch) => !batch.isCleanup);
}

export const LARGEST = 4 * 1024 * 1024;
