import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { INTAKE_LIMITS, type IntakeLimits } from "../../worker/intake/limits.ts";
import { type IncomingFile, type Unpacked, unpack } from "../../worker/intake/unpack.ts";
import { rawZip } from "../hostile/rawZip.ts";
import { makeXlsx } from "../workbook/makeXlsx.ts";
import { makeMail, thai874, zipOf } from "./heap.ts";

const BOOK = makeXlsx();
const CSV = strToU8("ที่,อปท.\n1,อบต.สมมติ\n");
const SMALL: IntakeLimits = {
  ...INTAKE_LIMITS,
  ...{ files: 6, depth: 2, mailBytes: 60_000, archiveBytes: 60_000, totalBytes: 120_000, archiveEntries: 20 },
  workbook: { ...INTAKE_LIMITS.workbook, fileBytes: 20_000 },
};

async function all(files: IncomingFile[], limits = INTAKE_LIMITS): Promise<Unpacked[]> {
  const found: Unpacked[] = [];
  for await (const one of unpack(files, limits)) found.push(one);
  return found;
}

/** Each file in a line: where it lay, its name, and why it stays behind. */
async function lines(files: IncomingFile[], limits?: IntakeLimits): Promise<string[]> {
  return (await all(files, limits)).map((one) => {
    const state = "need" in one ? `! ${one.need.code}` : `${one.bytes.length}`;
    return `${[...one.within, one.name].join(" > ")} ${state}`;
  });
}

describe("a heap of files comes apart, and nothing is dropped in silence", () => {
  it("workbooks as they are, a zip with Thai folders, a zip in a mail, a mail in a zip, in their order", async () => {
    const zip = rawZip([
      { name: "เมือง/", content: "" },
      { name: "เมือง/อบต.ก.xlsx", content: BOOK },
      { name: "__MACOSX/._อบต.ก.xlsx", content: "x" },
      { name: "Thumbs.db", content: "x" },
      { name: "~$อบต.ก.xlsx", content: "x" },
      { name: "หนังสือนำส่ง.pdf", content: "%PDF-" },
      { name: "ข.csv", content: CSV },
    ]);
    const mail = makeMail(
      [
        { name: "รวม.zip", bytes: zip },
        { name: "scan.jpg", bytes: CSV },
      ],
      { subject: "ส่งงาน" },
    );
    const found = await lines([
      { name: "ก.xlsx", bytes: BOOK },
      { name: "หมาย.eml", bytes: mail },
      { name: "ตู้.zip", bytes: zipOf({ "m/หมาย.eml": makeMail([{ name: "ค.xlsx", bytes: BOOK }]) }) },
    ]);
    const size = BOOK.length;
    expect(found).toEqual([
      `ก.xlsx ${size}`,
      "หมาย.eml > รวม.zip > หนังสือนำส่ง.pdf ! other-file",
      `หมาย.eml > รวม.zip > เมือง > อบต.ก.xlsx ${size}`,
      `หมาย.eml > รวม.zip > ข.csv ${CSV.length}`,
      "หมาย.eml > scan.jpg ! other-file",
      `ตู้.zip > m > หมาย.eml > ค.xlsx ${size}`,
    ]);
  });

  it("the mail's heading goes with every file of it, and with no other", async () => {
    const mail = makeMail([{ name: "a.zip", bytes: zipOf({ "b/c.xlsx": BOOK }) }], {
      subject: "รายงาน อบต.สมมติ",
      from: "สมมติ",
    });
    const found = await all([
      { name: "m.eml", bytes: mail },
      { name: "x.csv", bytes: CSV },
    ]);
    expect(found.map((one) => one.mail)).toEqual([
      { from: "office@example.go.th", fromName: "สมมติ", subject: "รายงาน อบต.สมมติ", date: "2023-10-09T02:00:00.000Z" },
      null,
    ]);
  });

  it.each([
    [
      "RFC 2231, in parts",
      [
        "Content-Disposition: attachment;",
        ` filename*0*=UTF-8''${encodeURIComponent("รายงาน")};`,
        ` filename*1*=${encodeURIComponent("น้ำ.xlsx")}`,
      ],
      "รายงานน้ำ.xlsx",
    ],
    [
      "RFC 2231 in TIS-620",
      [
        "Content-Disposition: attachment;",
        ` filename*=TIS-620''${[...thai874("รายงาน")].map((b) => `%${b.toString(16)}`).join("")}.xlsx`,
      ],
      "รายงาน.xlsx",
    ],
    ["a path", ['Content-Disposition: attachment; filename="C:\\\\งาน\\\\ก.xlsx"'], "ก.xlsx"],
    ["no name at all", ["Content-Disposition: attachment"], "attachment-1"],
  ])("the name of an attachment: %s", async (_, headers, name) => {
    const type = "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const found = await all([
      { name: "m.eml", bytes: makeMail([{ name: "", bytes: BOOK, headers: [type, ...headers] }]) },
    ]);
    expect(found.map((one) => ["bytes" in one, one.name])).toEqual([[true, name]]);
  });

  it.each<[string, string, Uint8Array, string]>([
    ["a mail with nothing attached", "m.eml", makeMail([]), "m.eml ! mail-empty"],
    ["a message of Outlook", "m.msg", strToU8("x"), "m.msg ! outlook-message"],
    [
      "a zip in a zip in a zip in a zip",
      "z.zip",
      zipOf({ "a.zip": zipOf({ "b.zip": zipOf({ "c.zip": zipOf({ "d.zip": zipOf({ "e.csv": CSV }) }) }) }) }),
      "z.zip > a.zip > b.zip > c.zip > d.zip ! too-deep",
    ],
    [
      "a zip whose end is missing is a file that will not be read",
      "z.zip",
      zipOf({ "a.csv": CSV }).subarray(0, 60),
      "z.zip 60",
    ],
    ["an .eml that is something else", "m.eml", strToU8("ที่,ชื่อ\n"), "m.eml 23"],
  ])("%s", async (_, name, bytes, line) => expect(await lines([{ name, bytes }])).toEqual([line]));

  it("one bad file of an archive never holds up the others", async () => {
    const zip = rawZip([
      { name: "1.csv", content: CSV, flags: 0x0801 },
      { name: "2.csv", content: CSV },
      { name: "3.csv", content: CSV, crc: 7 },
      { name: "4.csv", content: CSV, unpackedBytes: 4 },
      { name: "2.CSV", content: "a,b" },
      { name: "5.csv", content: new Uint8Array(40_000) },
      { name: "6.csv", content: CSV, packed: new Uint8Array([9, 9, 9]) },
      { name: "../../7.csv", content: CSV },
    ]);
    const found = await lines([{ name: "z.zip", bytes: zip }], { ...SMALL, files: 20 });
    expect(found.sort()).toEqual([
      "z.zip > 1.csv ! encrypted",
      "z.zip > 2.CSV ! unreadable",
      `z.zip > 2.csv ${CSV.length}`,
      "z.zip > 3.csv ! unreadable",
      "z.zip > 4.csv ! unreadable",
      "z.zip > 5.csv ! too-large",
      "z.zip > 6.csv ! unreadable",
      `z.zip > 7.csv ${CSV.length}`,
    ]);
  });
});

describe("what a heap may cost is bounded before it is spent", () => {
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, (_, i) => (i * 7919 + (i >> 8) * 31) & 255);
  it.each<[string, IncomingFile[], string[]]>([
    ["a mail", [{ name: "m.eml", bytes: makeMail([{ name: "a.csv", bytes: random(50_000) }]) }], ["m.eml ! too-large"]],
    [
      "an archive",
      [{ name: "z.zip", bytes: rawZip([{ name: "a.csv", content: random(61_000), method: 0 }]) }],
      ["z.zip ! too-large"],
    ],
    ["a file", [{ name: "a.csv", bytes: random(20_001) }], ["a.csv ! too-large"]],
    [
      "the number of files",
      Array.from({ length: 9 }, (_, i) => ({ name: `${i}.csv`, bytes: CSV })),
      [...[0, 1, 2, 3, 4, 5].map((i) => `${i}.csv ${CSV.length}`), "6.csv ! too-many-files"],
    ],
    [
      "the entries of an archive",
      [{ name: "z.zip", bytes: zipOf(Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`${i}.csv`, CSV]))) }],
      ["z.zip ! unreadable"],
    ],
    [
      "all that is taken out",
      [1, 2].map((n) => ({
        name: `${n}.zip`,
        bytes: zipOf(Object.fromEntries([1, 2, 3, 4].map((i) => [`${i}.csv`, new Uint8Array(19_000)]))),
      })),
      [
        ...[1, 2, 3, 4].map((i) => `1.zip > ${i}.csv 19000`),
        "2.zip > 3.csv ! too-large",
        "2.zip > 4.csv ! too-large",
        "2.zip ! too-many-files",
      ],
    ],
  ])("%s", async (_, files, expected) => {
    expect(await lines(files, SMALL)).toEqual(expected);
  });

  it("a bomb in an archive is refused before it is unpacked, beside a good file", async () => {
    const zip = rawZip([
      { name: "bomb.xlsx", content: "", packed: new Uint8Array(4_000), unpackedBytes: 900 * 1024 * 1024 },
      { name: "ok.csv", content: CSV },
    ]);
    expect(await lines([{ name: "z.zip", bytes: zip }])).toEqual([
      "z.zip > bomb.xlsx ! too-large",
      `z.zip > ok.csv ${CSV.length}`,
    ]);
  });
});
