import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, Grid, Scalar } from "../../../shared/sheet/grid.ts";
import { editWorkbook } from "../../../shared/workbook/edit.ts";
import { address } from "../../../shared/workbook/read/a1.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { escapeXml, makeXlsx } from "../makeXlsx.ts";
import { changedParts, partOf } from "./parts.ts";

/** Styles of makeXlsx that are neither dates nor fonts of pictures. */
const PLAIN = [0, 6, 7];
const ROWS = 8;
const COLUMNS = 6;

interface Made {
  value: Scalar;
  style: number | null;
  how: "shared" | "inline" | "formula";
  addressed: boolean;
}

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom("ก", "ำ", "่", "a", "<", "&", '"', " ", "\n", "\t", "\r", "_", "x000D_", "☑", "\u0001", "]]>"),
  }),
  fc.stringMatching(/^[=+@-]?[0-9๐-๙.]{0,4}$/),
);
const value: fc.Arbitrary<Scalar> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const made: fc.Arbitrary<Made | null> = fc.option(
  fc.record({
    value: fc.oneof(fc.stringMatching(/^[ก-ฮa-z<&]{1,5}$/), fc.integer(), fc.boolean(), fc.constant(null)),
    style: fc.constantFrom(null, ...PLAIN),
    how: fc.constantFrom("shared", "inline", "formula"),
    addressed: fc.boolean(),
  }),
);
const row = fc.option(
  fc.record({
    cells: fc.array(made, { maxLength: COLUMNS }),
    attributes: fc.constantFrom("", ' ht="20" customHeight="1"', ' spans="1:3"', ' s="6" customFormat="1"'),
    numbered: fc.boolean(),
  }),
);
const edit = fc.tuple(fc.nat(ROWS + 2), fc.nat(COLUMNS + 1), value);

function build(rows: ({ cells: (Made | null)[]; attributes: string; numbered: boolean } | null)[], prefix: string) {
  const strings: string[] = [];
  const p = prefix;
  const cell = (given: Made | null, r: number, c: number, gap: boolean): string => {
    if (given === null) return "";
    const place = given.addressed || gap ? ` r="${address(r, c)}"` : "";
    const start = `<${p}c${place}${given.style === null ? "" : ` s="${given.style}"`}`;
    const formula = given.how === "formula" ? `<${p}f>A1&amp;"x"</${p}f>` : "";
    if (given.value === null) return formula === "" ? `${start}/>` : `${start}>${formula}</${p}c>`;
    if (typeof given.value !== "string") {
      const type = typeof given.value === "boolean" ? ' t="b"' : "";
      return `${start}${type}>${formula}<${p}v>${Number(given.value)}</${p}v></${p}c>`;
    }
    const content = escapeXml(given.value);
    if (given.how === "formula") return `${start} t="str">${formula}<${p}v>${content}</${p}v></${p}c>`;
    if (given.how === "inline") return `${start} t="inlineStr"><${p}is><${p}t>${content}</${p}t></${p}is></${p}c>`;
    return `${start} t="s"><${p}v>${strings.push(`<si><t>${content}</t></si>`) - 1}</${p}v></${p}c>`;
  };
  const data = rows.map((made, r) => {
    if (made === null) return "";
    const gap = r > 0 && rows[r - 1] === null;
    const number = made.numbered || gap ? ` r="${r + 1}"` : "";
    const cells = made.cells.map((given, c) => cell(given, r, c, c > 0 && made.cells[c - 1] === null));
    return `<${p}row${number}${made.attributes}>${cells.join("")}</${p}row>\n`;
  });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const xmlns = p === "" ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`;
  const xml = `<${p}worksheet ${xmlns}><${p}dimension ref="A1:C3"/>\n<${p}sheetData>\n${data.join("")}</${p}sheetData>\n<${p}conditionalFormatting sqref="A1:C9"><${p}cfRule type="expression" priority="1"><${p}formula>A1&lt;2</${p}formula></${p}cfRule></${p}conditionalFormatting></${p}worksheet>`;
  return { xml, strings };
}

describe("for any sheet and any edits", () => {
  it("reading the edited file gives the edited grid, and no other part changes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: ROWS }),
        fc.constantFrom("", "x:"),
        fc.array(edit, { maxLength: 12 }),
        async (rows, prefix, edits) => {
          const { xml, strings } = build(rows, prefix);
          const before = makeXlsx({ strings, sheets: [{ xml }, { data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
          const after = await editWorkbook(
            before,
            edits.map(([r, c, v]) => ({ sheet: "Sheet1", cell: address(r, c), value: v })),
          );
          const was = await readWorkbook(before);
          const is = await readWorkbook(after);
          expect(is.sheets.map(contents)).toEqual([contents(applied(edits, was.sheets[0]!)), contents(was.sheets[1]!)]);
          expect(changedParts(before, after).filter((part) => part !== "xl/worksheets/sheet1.xml")).toEqual([]);
          expect(outOfOrder(partOf(after, "xl/worksheets/sheet1.xml"))).toEqual([]);
          expect(withoutCells(partOf(after, "xl/worksheets/sheet1.xml"))).toBe(withoutCells(xml));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Rows and cells that do not stand behind the one before them: spreadsheets take such a file for damaged. */
function outOfOrder(xml: string): string[] {
  const wrong: string[] = [];
  let row = 0;
  let column = 0;
  for (const [tag, name, attributes] of xml.matchAll(/<(?:x:)?(row|c)\b([^>]*)>/g)) {
    const place = /\br="([A-Z]*)(\d+)"/.exec(attributes!);
    if (name === "row") {
      const next = place === null ? row + 1 : Number(place[2]);
      if (next <= row) wrong.push(tag);
      [row, column] = [next, 0];
    } else {
      const next = place === null ? column + 1 : place[1]!.charCodeAt(0) - 64;
      if (next <= column || (place !== null && Number(place[2]) !== row)) wrong.push(tag);
      column = next;
    }
  }
  return wrong;
}

/** The sheet's XML less what an edit may touch: cells, rows made for them, `spans`, `dimension`. */
function withoutCells(xml: string): string {
  return xml
    .replace(/<(x:)?c\b[^>]*?(\/>|>.*?<\/(x:)?c>)/gs, "")
    .replace(/<(x:)?row r="\d+"><\/(x:)?row>\n?/g, "")
    .replace(/ spans="[^"]*"/g, "")
    .replace(/<(x:)?dimension[^>]*>/, "");
}

function applied(edits: readonly [row: number, column: number, value: Scalar][], grid: Grid): Grid {
  const rows = grid.rows.map((cells) => [...cells]);
  for (const [r, c, v] of edits) {
    while (rows.length <= r) rows.push([]);
    const cells = rows[r]!;
    while (cells.length <= c) cells.push(null);
    cells[c] = v === "" ? null : v;
  }
  return { ...grid, rows };
}

/** The grid without empty cells and rows at the ends; -0 is 0. */
function contents(grid: Grid): Cell[][] {
  const rows = grid.rows.map((cells) => {
    const copy = cells.map((cell) => (cell === 0 ? 0 : cell));
    while (copy.length > 0 && copy.at(-1) === null) copy.pop();
    return copy;
  });
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  return rows;
}
