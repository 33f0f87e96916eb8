import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { describe, expect, it } from "vitest";
import { editWorkbook } from "../../../shared/workbook/edit.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { makeXlsx, xlsxParts } from "../makeXlsx.ts";
import { changedParts, partOf } from "./parts.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const source = { sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }, {}] };
const edit = (file: Uint8Array) => editWorkbook(file, [{ sheet: "Sheet1", cell: "A1", value: 2 }]);

/** As streaming writers write it: sizes and CRC behind each part's data. */
function streamed(stored: readonly string[] = []): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, content] of Object.entries(xlsxParts(source))) {
    const file = stored.includes(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 9 });
    zip.add(file);
    file.push(typeof content === "string" ? new TextEncoder().encode(content) : content, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

function withComment(file: Uint8Array, comment: string): Uint8Array {
  const text = Buffer.from(comment);
  const bytes = new Uint8Array(Buffer.concat([file, text]));
  new DataView(bytes.buffer).setUint16(file.length - 2, text.length, true);
  return bytes;
}

/** Bytes before the first part: every offset moves. */
function withPrefix(file: Uint8Array, prefix: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.concat([file.subarray(0, 4), Buffer.from(prefix), file]));
  const by = prefix.length + 4;
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  const directory = view.getUint32(end + 16, true) + by;
  view.setUint32(end + 16, directory, true);
  for (let at = directory; at < end; ) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + by, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

describe("the archive around the edited sheet", () => {
  const rows: [what: string, file: Uint8Array][] = [
    ["deflated", makeXlsx(source)],
    ["stored", makeXlsx({ ...source, level: 0 })],
    ["with data descriptors", streamed()],
    ["with descriptors, the sheet stored", streamed([SHEET, "xl/workbook.xml"])],
    ["with a comment that looks like an end", withComment(makeXlsx(source), "PK\u0005\u0006 ไทย")],
    ["with bytes before it", withPrefix(makeXlsx(source), "x".repeat(37))],
    ["cut from a larger buffer", new Uint8Array([...new Uint8Array(7), ...makeXlsx(source), 9]).subarray(7, -1)],
    ["in a Node Buffer that shares its memory", Buffer.concat([makeXlsx(source), Buffer.from("x")]).subarray(0, -1)],
  ].map(([what, file]) => [what, file] as [string, Uint8Array]);

  it.each(rows)("%s: only that part changes, sizes and CRC hold", async (_, before) => {
    const copy = Uint8Array.from(before);
    const after = await edit(before);
    expect(Buffer.from(before).equals(copy)).toBe(true);
    expect(changedParts(before, after)).toEqual([SHEET]);
    expect(partOf(after, SHEET)).toBe(partOf(before, SHEET).replace("<v>1</v>", "<v>2</v>"));
    expect((await readWorkbook(after)).sheets[0]!.rows).toEqual([[2]]);
  });

  it.each(rows)("%s: no edits, the same bytes", async (_, before) => {
    const after = await editWorkbook(before, []);
    expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
    expect(after.buffer).not.toBe(before.buffer);
  });

  it("an edit and its way back give the sheet's XML byte by byte", async () => {
    const before = makeXlsx(source);
    const back = await editWorkbook(await edit(before), [{ sheet: "Sheet1", cell: "A1", value: 1 }]);
    expect(partOf(back, SHEET)).toBe(partOf(before, SHEET));
  });
});
