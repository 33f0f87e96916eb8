import { paneStands, sidebarStage } from "../tests/browser/sidebarStage.ts";
import { line, sheetOf } from "../tests/pane/support.ts";
import { toXlsx } from "../tests/story/workbook.ts";
import { begin, record, table } from "./measure.ts";

/*
 * From "Excel is ready" to the first list of 3,000 rows in the sidebar, in Chromium around a simulated Excel. The simulator runs on
 * the page's own thread, so what it took itself is counted apart: in Excel that work is Excel's, in a process of its own.
 */

const ROWS = 3_000;
const options = begin("firstList");
const runs = options.quick ? 2 : 12;

interface Run {
  wholeMs: number;
  simulatorMs: number;
  roundTrips: number;
}

const stage = await sidebarStage();
const bytes = toXlsx([
  sheetOf(Array.from({ length: ROWS }, (_, i) => line(i % 10 === 0 ? { office: "สมมติเหนือ" } : {}, i + 1))),
]);

async function once(): Promise<Run> {
  const excel = await stage.excel.open({
    ...{
      pane: "/excel?province=99",
      bytes,
      fileName: "แบบรายงาน.xlsx",
      api: "1.14",
      size: { width: 320, height: 700 },
    },
  });
  await paneStands(excel.pane, "ready");
  const wholeMs = await excel.pane.evaluate(
    () => performance.measure("list", "ruam-ready", "ruam-first-list").duration,
  );
  // What was asked after the list stood is not part of the wait; the batches up to it are those of the opening.
  const batches = await excel.sim(({ wire }) =>
    wire.batches.map(({ simulatorMs, isCleanup }) => ({ simulatorMs, isCleanup })),
  );
  await excel.context.close();
  return {
    wholeMs,
    simulatorMs: batches.reduce((sum, batch) => sum + batch.simulatorMs, 0),
    roundTrips: batches.filter((batch) => !batch.isCleanup).length,
  };
}

const all: Run[] = [];
for (let i = 0; i < runs; i++) all.push(await once());
await stage.close();

const middle = (of: (run: Run) => number) => all.map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
const round = (ms: number) => Math.round(ms);
const figures = {
  rows: ROWS,
  runs,
  wholeMs: round(middle((run) => run.wholeMs)),
  simulatorMs: round(middle((run) => run.simulatorMs)),
  paneMs: round(middle((run) => run.wholeMs - run.simulatorMs)),
  slowestPaneMs: round(Math.max(...all.map((run) => run.wholeMs - run.simulatorMs))),
  roundTrips: middle((run) => run.roundTrips),
};
table(
  ["whole ms", "simulator ms", "pane ms", "slowest pane ms", "round trips"],
  [[figures.wholeMs, figures.simulatorMs, figures.paneMs, figures.slowestPaneMs, figures.roundTrips]],
);
record("firstList", options, figures);
