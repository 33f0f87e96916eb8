import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { type CsvEncoding, editCsv } from "../../../shared/workbook/edit.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";

/** Windows-874 for the Thai letters used here. */
function thai874(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x80 ? code : code - 0x0e00 + 0xa0;
  });
}
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const placed = (edits: [cell: string, value: Scalar][]) => edits.map(([cell, value]) => ({ cell, value }));

describe("fields change, the rest stays as written", () => {
  const rows: [what: string, text: string, edits: [string, Scalar][], becomes: string][] = [
    ["a text", "ก,ข\r\nค,ง\r\n", [["B2", "ใหม่"]], "ก,ข\r\nค,ใหม่\r\n"],
    [
      "quotes stay quotes",
      'a,"b ""c"""\n"d", e \n',
      [
        ["B1", "x"],
        ["A2", null],
      ],
      'a,"x"\n"", e \n',
    ],
    ["quotes where needed", "a,b;c,d\n", [["A1", 'say "x", y']], '"say ""x"", y",b;c,d\n'],
    [
      "line breaks and edge spaces",
      "a,b\n",
      [
        ["A1", "x\ny"],
        ["B1", " z"],
      ],
      '"x\ny"," z"\n',
    ],
    ["semicolons", "a;1,5;c\r\nd;2,5;f", [["C2", "x"]], "a;1,5;c\r\nd;2,5;x"],
    [
      "tabs",
      "a\tb\nc\td",
      [
        ["A1", true],
        ["B2", 1.5],
      ],
      "TRUE\tb\nc\t1.5",
    ],
    ["the sep line stays", "sep=|\r\na|b\r\n", [["A1", "x|y"]], 'sep=|\r\n"x|y"|b\r\n'],
    ["a text like a sep line", "a,b\n", [["A1", "sep=x"]], '"sep=x",b\n'],
    ["quotes around a break before the row", '"a\nb",c\nd,e\n', [["A2", "x"]], '"a\nb",c\nx,e\n'],
    [
      "fields that are missing",
      "a,b,c\nd\n",
      [
        ["D2", "x"],
        ["C2", 1],
      ],
      "a,b,c\nd,,1,x\n",
    ],
    ["behind a delimiter that ends the file", "a,b\nc,", [["B2", "x"]], "a,b\nc,x"],
    ["and further", "a,b\nc,", [["C2", "x"]], "a,b\nc,,x"],
    [
      "rows that are missing",
      "a,b\r\n",
      [
        ["B3", "x"],
        ["A5", 1],
      ],
      "a,b\r\n\r\n,x\r\n\r\n1\r\n",
    ],
    [
      "rows behind an open end",
      "a,b\rc,d",
      [
        ["A3", "x"],
        ["C3", "y"],
      ],
      "a,b\rc,d\rx,,y",
    ],
    [
      "clearing what is not there",
      "a,b\n",
      [
        ["C1", null],
        ["A9", null],
      ],
      "a,b\n",
    ],
    ["an empty line", "a,b\n\nc,d\n", [["B2", "x"]], "a,b\n,x\nc,d\n"],
    [
      "formulas get an apostrophe, signs and numbers do not",
      "a,b,c,d\n",
      [
        ["A1", "=1+1"],
        ["B1", "-"],
        ["C1", "-5"],
        ["D1", "@x"],
      ],
      "'=1+1,-,-5,'@x\n",
    ],
    ["Ctrl-Z stays at the end", "a,b\r\n\u001a", [["A2", "x"]], "a,b\r\nx\r\n\u001a"],
  ];
  it.each(rows)("%s", async (_, text, edits, becomes) => {
    const { bytes } = await editCsv(utf8(text), placed(edits));
    expect(
      Buffer.from(bytes)
        .toString("utf8")
        .replace(/^\ufeff/, ""),
    ).toBe(becomes);
  });
});

describe("the encoding stays, or the answer says which one it is", () => {
  const text = "ลำดับ,ชื่อ\r\n1,สมมติ\r\n";
  const utf16 = (mark: string) => new Uint8Array(Buffer.from(mark + text, "utf16le"));
  const big = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
  const rows: [
    what: string,
    before: Uint8Array,
    value: string,
    was: CsvEncoding,
    encoding: CsvEncoding,
    after: (text: string) => Uint8Array,
  ][] = [
    ["UTF-8", utf8(text), "ใหม่", "utf-8", "utf-8", utf8],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`), "ใหม่", "utf-8-bom", "utf-8-bom", (t) => utf8(`\ufeff${t}`)],
    ["Windows-874", thai874(text), "ใหม่", "windows-874", "windows-874", thai874],
    ["Windows-874 has no such letter", thai874(text), "☑", "windows-874", "utf-8-bom", (t) => utf8(`\ufeff${t}`)],
    [
      "UTF-16 with a mark",
      utf16("\ufeff"),
      "☑",
      "utf-16le",
      "utf-16le",
      (t) => new Uint8Array(Buffer.from(`\ufeff${t}`, "utf16le")),
    ],
    [
      "UTF-16 big endian",
      big(utf16("\ufeff")),
      "☑",
      "utf-16be",
      "utf-16be",
      (t) => big(new Uint8Array(Buffer.from(`\ufeff${t}`, "utf16le"))),
    ],
  ];
  it.each(rows)("%s", async (_, before, value, was, encoding, after) => {
    const result = await editCsv(before, [{ cell: "B2", value }]);
    expect(result).toEqual({ bytes: after(text.replace("สมมติ", value)), was, encoding });
  });

  it("a file without Thai gets a mark with its first Thai", async () => {
    const before = utf8("a,b\n");
    expect(await editCsv(before, [{ cell: "A1", value: "x" }])).toEqual({
      bytes: utf8("x,b\n"),
      was: "utf-8",
      encoding: "utf-8",
    });
    expect(await editCsv(before, [{ cell: "A1", value: "ก" }])).toEqual({
      bytes: utf8("\ufeffก,b\n"),
      was: "utf-8",
      encoding: "utf-8-bom",
    });
  });
});

describe("for any table and any edits", () => {
  // Texts that no reader takes for a number or a formula.
  const field = fc.oneof(
    fc.stringMatching(/^[ก-ฮa-z][ก-ฮa-z ,;"\n\t|]{0,6}[ก-ฮa-z]$/),
    fc.integer({ min: -999, max: 999_999 }),
    fc.constant(null),
  );
  const written = (value: string | number | null, delimiter: string, always: boolean) =>
    typeof value === "string" && (always || /[",;|\t\n]/.test(value) || value.includes(delimiter))
      ? `"${value.replace(/"/g, '""')}"`
      : String(value ?? "");

  it("reading the edited file gives the edited table", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        fc.record({ told: fc.boolean(), quoted: fc.boolean(), closed: fc.boolean() }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 3 }), field), { maxLength: 6 }),
        async (body, delimiter, lineEnd, { told, quoted, closed }, edits) => {
          // A file of nothing but delimiters is empty to the reader.
          const table: (string | number | null)[][] = [["ที่", "ชื่อ", "ผล"], ...body];
          const lines = table.map((row) => row.map((value) => written(value, delimiter, quoted)).join(delimiter));
          const before = utf8(
            `${told ? `sep=${delimiter}${lineEnd}` : ""}${lines.join(lineEnd)}${closed ? lineEnd : ""}`,
          );
          const { bytes } = await editCsv(
            before,
            edits.map(([row, column, value]) => ({ cell: `${"ABCD"[column]}${row + 1}`, value })),
          );
          for (const [row, column, value] of edits) {
            while (table.length <= row) table.push([]);
            while (table[row]!.length <= column) table[row]!.push(null);
            table[row]![column] = value;
          }
          expect(trimmed((await readWorkbook(bytes)).sheets[0]!.rows)).toEqual(trimmed(table));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Without the empty cells and rows at the ends. */
function trimmed(rows: readonly (readonly unknown[])[]): unknown[][] {
  const out = rows.map((row) => {
    const copy = [...row];
    while (copy.length > 0 && copy.at(-1) === null) copy.pop();
    return copy;
  });
  while (out.length > 0 && out.at(-1)!.length === 0) out.pop();
  return out;
}
