import { zlibSync } from "fflate";
import { u32 } from "../../workbook/makeXls.ts";
import { row } from "../../workbook/makeXlsx.ts";
import { concat, rawZip } from "../rawZip.ts";
import { file, type HostileFile, MB, patched, SHEET, SMALL, sheet, withEntry } from "./tools.ts";

/** Zeros are the best-packing content there is: 1032 : 1. */
const zeros = (bytes: number) => zlibDeflate(new Uint8Array(bytes));
/** Legal cells in a pattern that packs about 300 : 1. */
const cells = (bytes: number) =>
  `<worksheet><sheetData><row>${"<c><v>1</v></c>".repeat(bytes / 15)}</row></sheetData></worksheet>`;

function zlibDeflate(content: Uint8Array): Uint8Array {
  return zlibSync(content, { level: 9 }).subarray(2, -4);
}

/** Bombs and lies in the container. */
export const CONTAINER: HostileFile[] = [
  file("bomb: 1 GB of zeros in a sheet", "zip-bomb", () =>
    withEntry({ name: SHEET, content: "", packed: zeros(16 * MB), unpackedBytes: 1024 * MB }),
  ),
  file("bomb: 8 MB of legal cells that pack 300 : 1", "zip-bomb", () =>
    withEntry({ name: SHEET, content: cells(8 * MB) }),
  ),
  file("bomb in a part nobody reads", "zip-bomb", () =>
    withEntry({ name: "xl/media/image1.png", content: "", packed: zeros(4 * MB), unpackedBytes: 4 * MB }),
  ),
  file("bomb of many parts, each below the limit", "zip-bomb", () =>
    rawZip(
      Array.from({ length: 40 }, (_, i) => ({
        name: `xl/media/${i}.bin`,
        content: "",
        packed: new Uint8Array(40_000),
        unpackedBytes: 7 * MB,
      })),
    ),
  ),
  file(
    "a part that unpacks to more than it says",
    "size-lie",
    () => withEntry({ name: SHEET, content: "", packed: zeros(64 * MB), unpackedBytes: 900_000 }),
    20 * MB,
  ),
  file(
    "a part that unpacks to less than it says",
    "size-lie",
    () => withEntry({ name: SHEET, content: "<worksheet/>", unpackedBytes: 500_000 }),
    SMALL,
  ),
  file("a size of 4 GB that is not there", "zip64", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", unpackedBytes: 0xffffffff }),
  ),
  file("a size just below 4 GB that is not there", "zip-bomb", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", unpackedBytes: 0xfffffffe }),
  ),
  file("local header and directory differ in size", "size-lie", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", local: { unpackedBytes: 4 } }),
  ),
  file("local header and directory differ in name", "damaged", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", local: { name: "xl/worksheets/sheet9.xml" } }),
  ),
  file("local header and directory differ in packing", "damaged", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", local: { method: 0 } }),
  ),
  file("one part under two entries", "duplicate-entry", () =>
    rawZip([
      { name: "a", content: "x" },
      { name: "a", content: "x", sameDataAs: 0 },
    ]),
  ),
  file("entries nested into one another's data", "overlap", () => overlapping()),
  file("data that runs into the directory", "overlap", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", packedBytes: 5000, unpackedBytes: 5000 }),
  ),
  file("a part twice", "duplicate-entry", () =>
    rawZip([
      { name: SHEET, content: "<worksheet/>" },
      { name: SHEET, content: "<worksheet><sheetData/></worksheet>" },
    ]),
  ),
  file("a part twice, in other letters", "duplicate-entry", () =>
    withEntry({ name: "XL\\Worksheets/SHEET1.xml", content: "<worksheet/>" }),
  ),
  file("60,000 parts", "too-many-entries", () =>
    rawZip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, content: "", method: 0 }))),
  ),
  file("65,535 parts, which means zip64", "zip64", () => withEntry({ name: "x", content: "" }, { entries: 0xffff })),
  file("a directory elsewhere", "damaged", () => withEntry({ name: "x", content: "" }, { directoryOffset: 3 })),
  file("a directory beyond the file", "damaged", () =>
    withEntry({ name: "x", content: "" }, { directoryOffset: 900_000 }),
  ),
  file("a directory of more entries than it has", "damaged", () =>
    withEntry({ name: "x", content: "" }, { entries: 500 }),
  ),
  file("a part with a password", "encrypted", () => withEntry({ name: SHEET, content: "<worksheet/>", flags: 1 })),
  file("a packing nobody knows", "damaged", () =>
    withEntry({ name: SHEET, content: "<worksheet/>", method: 99, unpackedBytes: 12, packedBytes: 12 }),
  ),
  file("a wrong CRC", "crc", () => withEntry({ name: SHEET, content: "<worksheet/>", crc: 1 }), SMALL),
  file(
    "packed data that is noise",
    "damaged",
    () =>
      withEntry({
        name: SHEET,
        content: "",
        packed: Uint8Array.from({ length: 400 }, (_, i) => 7 + i * 31),
        unpackedBytes: 400,
      }),
    SMALL,
  ),
  file("cut in half", "truncated", () => {
    const good = sheet(row(1, ["ก"]));
    return good.subarray(0, good.length / 2);
  }),
  file("the last byte missing", "truncated", () => sheet(row(1, ["ก"])).subarray(0, -1)),
  file("bytes after the end", "truncated", () => concat([sheet(row(1, ["ก"])), new Uint8Array(10)])),
];

/** Small parts of one local header after another, each declaring the next as its own data. */
function overlapping(): Uint8Array {
  const inner = rawZip([{ name: "b", content: "<worksheet/>", method: 0 }]);
  const outer = rawZip([
    { name: "a", content: inner, method: 0 },
    { name: "b", content: "<worksheet/>", method: 0, sameDataAs: 0 },
  ]);
  // The second entry begins where the first one's data does: a header inside a file.
  const at = 30 + 1;
  const second = outer.length - 22 - (46 + 1) + 42;
  return patched(outer, second, ...u32(at));
}
