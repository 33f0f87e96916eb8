import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "../excel/index.ts";
import { ASKED, type Exchange, ROWS, record, SHEET } from "./session.ts";

const FOLDER = "tests/hosts/recorder/traces";
const TRACES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];

let excel: ExcelSim | null = null;
afterEach(async () => {
  await excel?.close();
  excel = null;
});

/** Plays the person in front of the simulated Excel. */
const HANDS: Record<(typeof ASKED)[number], (sim: ExcelSim) => void> = {
  "พิมพ์ 7 ในเซลล์ A5": ({ user }) => user.type(SHEET, "A5", 7),
  "วางหลายแถวที่ A6": ({ user }) =>
    user.paste(SHEET, "A6", [
      [8, "อบต.ตัวอย่าง", "/"],
      [9, "ทต.สมมติ", ""],
    ]),
  "แทรกแถวเหนือแถว 3": ({ user }) => user.insertRows(SHEET, 3, 1),
  "กด Ctrl+Z": ({ user }) => void user.undo(),
};

async function simulated(): Promise<{ exchanges: Exchange[]; stopped: string | null }> {
  const grid = {
    sheet: SHEET,
    rows: ROWS.map((row) => row.map((value) => (value === "" ? null : value))),
    merges: ["A1:C1"],
  };
  excel = await startExcel({ grids: [grid], api: "1.14" });
  excel.user.fillColor(SHEET, "A4:C4", "#FFFF00");
  const sim = excel;
  return record(
    () => {},
    async (asked) => {
      HANDS[asked as (typeof ASKED)[number]](sim);
      await sim.settle();
    },
  );
}

/** What kind of thing a value is, all the way down: names and types, no values. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])];
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, shape(inner)]),
  );
}

interface Answer {
  Results?: { ActionId: number; Value: unknown }[];
  Error?: { Code: string };
}

/** The answers of a step, each action's in order, without what hangs on the machine. */
const answers = (exchanges: readonly Exchange[], step: string) =>
  exchanges
    .filter((one) => one.step === step)
    .map(({ response }) => {
      const { Results = [], ...rest } = (response ?? {}) as Answer;
      return { results: Results.map(({ Value }) => shape(Value)), error: rest.Error?.Code ?? null };
    });

describe("what crosses between Microsoft's library and an Excel", () => {
  it("the recorder goes through all its steps over the simulated Excel", async () => {
    const { exchanges, stopped } = await simulated();
    expect(stopped).toBe(null);
    const steps = [...new Set(exchanges.map(({ step }) => step))];
    expect(steps).toEqual(expect.arrayContaining(["readAll", "write", "undo", "mark", "clearMarks", "gone", ...ASKED]));
    expect(exchanges.filter(({ response }) => response === null)).toEqual([]);
  });

  it.skipIf(TRACES.length === 0)(
    "the simulated Excel answers in the shapes of the real one (needs a recording: npm run recorder, with a real Excel)",
    async () => {
      const ours = (await simulated()).exchanges;
      for (const name of TRACES) {
        const { exchanges } = JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as { exchanges: Exchange[] };
        for (const step of new Set(exchanges.map((one) => one.step)))
          expect({ name, step, answers: answers(ours, step) }).toEqual({
            name,
            step,
            answers: answers(exchanges, step),
          });
      }
    },
  );
});
