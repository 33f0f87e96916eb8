import { describe, expect, it } from "vitest";
import { alike, writesForAll } from "../../addin/pane/core/alike.ts";
import { choicesFor, isTypeable, typedWrite } from "../../addin/pane/core/choices.ts";
import type { Point } from "../../addin/pane/core/points.ts";
import { isBlocking, pointsOf } from "../../addin/pane/core/points.ts";
import { sayText } from "../../addin/pane/views/sayText.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { PANE_WORDS } from "../../shared/words/pane.ts";
import { FIRST, line, pointsIn, reportOf, sheetOf } from "./support.ts";

const short = (points: Point[]) =>
  points.filter((point) => point.kind !== "finding").map(({ key, verdict, code }) => `${key} ${verdict} ${code}`);

/** The choices of a point as "words -> A1=value, …". */
function offered(grid: Grid, key: string): string[] {
  const point = pointsIn(grid).find((one) => one.key === key)!;
  return choicesFor(point, reportOf(grid), grid).map(({ say, writes }) => {
    const cells = writes.map((write) => `${"ABCDEFGHI"[write.col]}${write.row + 1}=${JSON.stringify(write.value)}`);
    return `${sayText(say, PANE_WORDS.th)} -> ${cells.join(" ")}`;
  });
}

describe("points", () => {
  it("stand in the order of the sheet, one for what is one matter", () => {
    const grid = sheetOf([
      line({ done: null }),
      line({ office: "สมมติเหนือ", district: "สมมต" }, 2),
      line({ done: "/", notDone: "/" }, 3),
      line({ notDone: "/", done: null }, 4),
      line({ centre: "ศพด.บ้านที่ 3", done: "/" }, 5),
    ]);
    expect(short(pointsIn(grid))).toEqual([
      `${FIRST}:pair error TICK_NONE`,
      `${FIRST + 1}:district suggest GEO_FUZZY`,
      `${FIRST + 1}:office error LAO_NOT_IN_AMPHOE`,
      `${FIRST + 2}:pair error TICK_CONFLICT`,
      `${FIRST + 3}:remark warn REMARK_REQUIRED`,
      `${FIRST + 4}:duplicate error ROW_DUPLICATE`,
    ]);
  });

  it.each<[string, Cell]>([
    ["ditto marks", '"'],
    ["a merge", null],
  ])("rows that take a cell by %s are settled with it, and are no points of their own", (_, below) => {
    const merges = below === null ? [`D${FIRST}:D${FIRST + 2}`] : [];
    const grid = sheetOf([line({ office: "สมมติเหนือ" }), line({ office: below }, 2), line({ office: below }, 3)], {
      merges,
    });
    const points = pointsIn(grid).filter((point) => point.fields[0] === "office");
    expect(points.map(({ key, followers }) => [key, followers])).toEqual([[`${FIRST}:office`, 2]]);
  });

  it("what came back stands first and keeps nothing from being sent", () => {
    const report = reportOf(sheetOf([line({ done: null })]));
    const points = pointsOf(report, [{ row: FIRST, field: "centre", text: "ชื่อศูนย์ไม่ตรงกับทะเบียน" }]);
    expect(points.slice(0, 1).map(({ kind, cell, text }) => [kind, cell, text])).toEqual([
      ["returned", `E${FIRST}`, "ชื่อศูนย์ไม่ตรงกับทะเบียน"],
    ]);
    expect(isBlocking(points[0]!)).toBe(false);
  });
});

describe("choices", () => {
  const row = FIRST;
  it.each<[string, Cell[], string, string[]]>([
    [
      "a name two offices bear",
      line({ office: "สมมติเหนือ" }),
      `${row}:office`,
      ['ทต.สมมติเหนือ -> D4="ทต.สมมติเหนือ"', 'อบต.สมมติเหนือ -> D4="อบต.สมมติเหนือ"'],
    ],
    [
      "an office of another district: the district is offered",
      line({ office: "อบต.ทดลองใต้" }),
      `${row}:office`,
      ['อำเภอ: ทดลอง -> C4="ทดลอง"'],
    ],
    [
      "both ticked: one is taken away, the other stays as typed",
      line({ done: "✓", notDone: "/" }),
      `${row}:pair`,
      ["ดำเนินการ -> G4=null", "ไม่ดำเนินการ -> F4=null"],
    ],
    ["none ticked: one is made", line({ done: "-" }), `${row}:pair`, ['ดำเนินการ -> F4="/"', 'ไม่ดำเนินการ -> G4="/"']],
    [
      "words for no in the column for yes: moved as a tick",
      line({ done: "ไม่ดำเนินการ" }),
      `${row}:done`,
      ['ย้ายไปช่อง ไม่ดำเนินการ -> G4="/" F4=null'],
    ],
    [
      "a cross in the column for yes",
      line({ done: "x" }),
      `${row}:done`,
      ['ย้ายไปช่อง ไม่ดำเนินการ -> G4="/" F4=null', 'ทำเครื่องหมาย / -> F4="/"'],
    ],
    [
      "a reason in the column for no goes behind the remark that is there",
      line({ done: null, notDone: "ไม่มีกล้อง", remark: "โทรแจ้งแล้ว" }),
      `${row}:notDone`,
      ['ทำเครื่องหมาย / -> G4="/"', 'หมายเหตุ: ไม่มีกล้อง -> H4="โทรแจ้งแล้ว ไม่มีกล้อง" G4="/"'],
    ],
    [
      "swapped neighbours change places as they were typed",
      line({ office: "ศูนย์พัฒนาเด็กเล็กบ้านดง", centre: "อบต. สมมติใต้" }),
      `${row}:swap`,
      ['สลับสองช่องนี้ -> D4="อบต. สมมติใต้" E4="ศูนย์พัฒนาเด็กเล็กบ้านดง"'],
    ],
  ])("%s", (_, cells, key, expected) => {
    expect(offered(sheetOf([cells]), key)).toEqual(expected);
  });

  it.each<[string, Cell[], string]>([
    [
      "right, the remark pushed out of the form",
      [null, ...line({ remark: "ครบแล้ว" })],
      'A4=1 B4="ตัวอย่าง" C4="สมมติ" D4="อบต.สมมติใต้" E4="ศพด.บ้านที่ 1" F4="/" G4=null H4="ครบแล้ว" I4=null',
    ],
    ["left, the province lost", [1, ...line({}).slice(2)], 'B4=null C4="สมมติ" D4="อบต.สมมติใต้" E4="ศพด.บ้านที่ 1" F4="/"'],
    [
      "right, with a tick that is one by its font alone",
      [null, ...line({ done: { v: "P", font: "Wingdings 2" } })],
      'A4=1 B4="ตัวอย่าง" C4="สมมติ" D4="อบต.สมมติใต้" E4="ศพด.บ้านที่ 1" F4="/" G4=null',
    ],
  ])("a row moved to the %s goes back in one step, and then is in order", (_, cells, expected) => {
    const grid = sheetOf([cells, line({}, 2)]);
    const [choice] = offered(grid, `${row}:shift`);
    expect(choice).toBe(`เลื่อนทั้งแถวกลับเข้าช่อง -> ${expected}`);
    const point = pointsIn(grid).find((one) => one.key === `${row}:shift`)!;
    const mended = apply(grid, choicesFor(point, reportOf(grid), grid)[0]!.writes);
    expect(short(pointsIn(mended))).toEqual([]);
  });

  it("clearing a repeated row leaves alone what it shares with others by a merge", () => {
    const rows = [line({}), line({ centre: "ศพด.บ้านที่ 1", district: null, office: null }, 2)];
    const grid = sheetOf(rows, { merges: [`C${row}:C${row + 1}`, `D${row}:D${row + 1}`] });
    expect(offered(grid, `${row + 1}:duplicate`)).toEqual(["ล้างข้อมูลแถวนี้ -> A5=null B5=null E5=null F5=null"]);
  });

  it("a value for a merged cell goes to the cell that holds it", () => {
    const grid = sheetOf([line({ office: "สมมติเหนือ" }), line({ office: null }, 2)], {
      merges: [`D${row}:D${row + 1}`],
    });
    const report = reportOf(grid);
    const [point] = pointsIn(grid).filter((one) => one.fields[0] === "office");
    const below = { ...point!, row: row + 1, key: "x", cell: `D${row + 1}` };
    expect(typedWrite(below, report, grid, " อบต.สมมติเหนือ ")).toEqual({
      row: row - 1,
      col: 3,
      was: "สมมติเหนือ",
      value: "อบต.สมมติเหนือ",
    });
  });

  it("another row's merged cell is not this row's to change: the choice is not offered", () => {
    const grid = sheetOf([line({ office: "อบต.สมมติใต้" }), line({ office: "อบต.ทดลองใต้", district: null }, 2)], {
      merges: [`C${row}:C${row + 1}`],
    });
    expect(offered(grid, `${row + 1}:office`)).toEqual([]);
  });

  it("nothing is typed into ticks, and a number typed is a number", () => {
    const grid = sheetOf([line({ done: "P" }), line({ seq: { v: 45_000, t: "d" } }, 2)]);
    const report = reportOf(grid);
    const [tick, seq] = pointsIn(grid).filter((point) => point.kind === "cell");
    expect([isTypeable(tick!, report), isTypeable(seq!, report)]).toEqual([false, true]);
    expect(typedWrite(seq!, report, grid, "2")?.value).toBe(2);
    expect(typedWrite(seq!, report, grid, "02")?.value).toBe("02");
  });
});

describe("all like this", () => {
  it("reaches the same words in the same place, and nothing else", () => {
    const grid = sheetOf([
      line({ office: "สมมติเหนือ" }, 1),
      line({ office: "สมมติเหนือ" }, 2),
      line({ office: "สมมติเหนือ " }, 3),
      line({ office: "สมมติเหนือ", district: "ทดลอง" }, 4),
      line({ office: "สมมติเหนือ", district: "สมมต" }, 5),
      line({ office: "ทม.สมมติเหนือ" }, 6),
    ]);
    const points = pointsIn(grid);
    const first = points.find((point) => point.key === `${FIRST}:office`)!;
    const same = alike(first, points);
    expect(same.map((point) => point.key)).toEqual([`${FIRST}:office`, `${FIRST + 1}:office`]);
    const report = reportOf(grid);
    const say = choicesFor(first, report, grid)[1]!.say;
    expect(writesForAll(same, say, report, grid).map(({ row, value }) => [row + 1, value])).toEqual([
      [FIRST, "อบต.สมมติเหนือ"],
      [FIRST + 1, "อบต.สมมติเหนือ"],
    ]);
  });

  it("never reaches shapes of a row, pairs of ticks, or cells without a choice", () => {
    const grid = sheetOf([
      line({ done: null }),
      line({ done: null }, 2),
      line({ centre: null }, 3),
      line({ centre: null }, 4),
    ]);
    const points = pointsIn(grid).filter(isBlocking);
    expect(points.map((point) => alike(point, points).length)).toEqual(points.map(() => 1));
  });
});

function apply(grid: Grid, writes: { row: number; col: number; value: unknown }[]): Grid {
  const rows = grid.rows.map((cells) => [...cells]);
  for (const { row, col, value } of writes) rows[row]![col] = value as Cell;
  return { ...grid, rows };
}
