import { file, type HostileFile, MB, many, SMALL, sheet } from "./tools.ts";

/** Cells where no report has any. */
export const CELLS: HostileFile[] = [
  file(
    "A1 and XFD1048576",
    "too-many-rows",
    () => sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    SMALL,
  ),
  file("a value in column XFD", "too-many-columns", () => sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'), SMALL),
  file("a cell called ZZZZZZ1", "damaged", () => sheet('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), SMALL),
  file("a cell called __proto__", "damaged", () => sheet('<row r="1"><c r="__proto__"><v>1</v></c></row>'), SMALL),
  file("row 999999999", "damaged", () => sheet('<row r="999999999"><c><v>1</v></c></row>'), SMALL),
  file("row 0", "damaged", () => sheet('<row r="0"><c><v>1</v></c></row>'), SMALL),
  file("row -1e9", "damaged", () => sheet('<row r="-1e9"><c><v>1</v></c></row>'), SMALL),
  file("row x", "damaged", () => sheet('<row r="x"><c><v>1</v></c></row>'), SMALL),
  file(
    "a merge over nonsense",
    "damaged",
    () => sheet("", { after: '<mergeCells><mergeCell ref="A1:__proto__"/></mergeCells>' }),
    SMALL,
  ),
  file("a text that is not in the table", "damaged", () => sheet('<row><c t="s"><v>99</v></c></row>'), SMALL),
  file("a text number __proto__", "damaged", () => sheet('<row><c t="s"><v>__proto__</v></c></row>'), SMALL),
  file("a cell type nobody knows", "damaged", () => sheet('<row><c t="constructor"><v>1</v></c></row>'), SMALL),
  file("a number that is infinite", "damaged", () => sheet("<row><c><v>1e999</v></c></row>"), SMALL),
  file(
    "few cells that would fill 50 million places",
    "too-many-cells",
    () => sheet(many(200_000, (i) => `<row r="${i + 1}"><c r="IV${i + 1}"><v>1</v></c></row>`)),
    16 * MB,
  ),
  file(
    "merges that cover the sheet again and again",
    "too-many-merges",
    () =>
      sheet(
        many(5_000, (i) => `<row r="${i + 1}"><c r="T${i + 1}"><v>1</v></c></row>`),
        {
          after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100)}</mergeCells>`,
        },
      ),
    MB,
  ),
  file(
    "210,000 merges",
    "too-many-merges",
    () =>
      sheet("", {
        after: `<mergeCells>${many(210_000, (i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`)}</mergeCells>`,
      }),
    16 * MB,
  ),
];
