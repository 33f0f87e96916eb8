import {
  cell,
  cellFormat,
  compoundFile,
  font,
  makeXls,
  record,
  sst,
  u16,
  u32,
  wide,
  workbookStream,
} from "../../workbook/makeXls.ts";
import { file, type HostileFile, patched } from "./tools.ts";

function xls(globals: number[], records: number[] = [], type = 0): Uint8Array {
  return compoundFile({ Workbook: workbookStream(globals, [{ name: "ก", records, type }]) });
}

/** Excel 97-2003. */
export const XLS: HostileFile[] = [
  file("a password", "encrypted", () => xls(record(0x2f, u16(1)))),
  file("an encrypted .xlsx", "encrypted", () =>
    compoundFile({ EncryptionInfo: new Uint8Array(9), EncryptedPackage: new Uint8Array(9) }),
  ),
  file("macros", "macros", () => compoundFile({ Workbook: new Uint8Array(9), _VBA_PROJECT_CUR: new Uint8Array(9) })),
  file("an Excel 4 macro sheet", "macros", () => xls([], [], 1)),
  file("Excel 95", "old-xls", () => compoundFile({ Book: new Uint8Array(9) })),
  file("Excel 95 records under the new name", "old-xls", () =>
    compoundFile({ Workbook: Uint8Array.from(record(0x809, u16(0x500), u16(5))) }),
  ),
  file("Excel 4, no container", "old-xls", () => Uint8Array.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0])),
  file("a Word document", "not-a-workbook", () => compoundFile({ WordDocument: new Uint8Array(9) })),
  file("cut in half", "truncated", () => makeXls().subarray(0, 2000)),
  file("only the header", "truncated", () => makeXls().subarray(0, 512)),
  file("a chain that bites its tail", "damaged", () => patched(makeXls(), 512 + 4 * 2, ...u32(2))),
  file("a directory chain that bites its tail", "damaged", () => patched(makeXls(), 512 + 4 * 1, ...u32(1))),
  file("a sector size of 2^60", "damaged", () => patched(makeXls(), 30, 60, 0)),
  file("a FAT larger than the file", "truncated", () => patched(makeXls(), 44, ...u32(0x7fffffff))),
  file("a stream of 4 GB", "truncated", () => patched(makeXls(), 1024 + 128 + 120, ...u32(0xfffffff0))),
  file("sheets that share their records", "overlap", () =>
    compoundFile({
      Workbook: workbookStream(
        [],
        [
          { name: "a", records: [] },
          { name: "b", records: [] },
        ],
        0,
      ).map((byte, i, all) => sameSheet(byte, i, all)),
    }),
  ),
  file("a sheet that begins elsewhere", "damaged", () =>
    compoundFile({ Workbook: workbookStream([], [{ name: "a", records: [] }], 3) }),
  ),
  file("4 billion texts", "too-many-cells", () => xls(record(0xfc, u32(0), u32(0xffffffff)))),
  file("a text longer than the file", "damaged", () => xls(record(0xfc, u32(1), u32(1), u16(0xffff), [1]))),
  file("a text that is not in the table", "damaged", () => xls(sst(["ก"]), cell.text(0, 0, 7))),
  file("a number that is none", "damaged", () => xls([], cell.number(0, 0, Number.NaN))),
  file("a value in the last column", "too-many-columns", () => xls([], cell.number(0, 300, 1))),
  file("a date format of 30,000 letters", "damaged", () =>
    xls([...font("ก"), ...cellFormat(0, 164), ...record(0x41e, u16(164), u16(60_000), wide("d"))]),
  ),
];

/** Gives the second BOUNDSHEET the position of the first. */
function sameSheet(byte: number, i: number, all: Uint8Array): number {
  const first = 20;
  const second = first + 4 + 4 + 2 + 1 + 1 + 2;
  return i >= second + 4 && i < second + 8 ? all[i - second + first]! : byte;
}
