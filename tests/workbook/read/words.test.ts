import { describe, expect, it } from "vitest";
import { UNREADABLE, unreadableSentence } from "../../../shared/words/unreadable.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { UNREADABLE_CODES, UnreadableFile } from "../../../shared/workbook/unreadable.ts";
import { HOSTILE_FILES } from "../../hostile/workbookFiles.ts";

describe("every refusal has its sentence", () => {
  it("in both languages, and there is none for nothing", () => {
    expect(Object.keys(UNREADABLE.th).sort()).toEqual([...UNREADABLE_CODES].sort());
    expect(Object.keys(UNREADABLE.en).sort()).toEqual([...UNREADABLE_CODES].sort());
  });

  it("and a file that shows it", () => {
    expect(new Set(HOSTILE_FILES.map(({ code }) => code))).toEqual(new Set(UNREADABLE_CODES));
  });

  it.each([
    [new UnreadableFile("too-many-rows", { sheet: "ก", cell: "A300000", limit: 200_000 }), /“ก” .*A300000.*200,000/],
    [new UnreadableFile("too-large", { bytes: 12_582_912, limit: 10_485_760 }), /12 MB .* 10 MB/],
    [new UnreadableFile("not-a-workbook", { kind: "pdf" }), /เอกสาร PDF/],
    [new UnreadableFile("not-a-workbook", { kind: "constructor" }), /ไฟล์ชนิดอื่น/],
    [new UnreadableFile("html-renamed"), /HTML.*บันทึกเป็น.*\.xlsx/],
    [new UnreadableFile("damaged", { part: "xl/a.xml", cell: "B2", what: "row x" }), /xl\/a\.xml B2/],
  ])("%s", (refusal, sentence) => {
    expect(unreadableSentence(refusal, "th")).toMatch(sentence);
  });

  it("fills every slot from what the reader tells", async () => {
    const cheap = HOSTILE_FILES.filter(({ inflatedAtMost }) => inflatedAtMost <= 65_536);
    for (const { name, bytes } of cheap) {
      const refusal = (await readWorkbook(bytes()).catch((error: unknown) => error)) as UnreadableFile;
      for (const language of ["th", "en"] as const) {
        const sentence = unreadableSentence(refusal, language);
        expect(sentence, name).not.toMatch(/[{}]|undefined|NaN|–/);
      }
    }
  });
});
