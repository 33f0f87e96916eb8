import { makeXlsx, row } from "../../workbook/makeXlsx.ts";
import { attributes, DOCTYPE, file, type HostileFile, latin, MB, many, noise, SHEET, SMALL, sheet } from "./tools.ts";

const XXE = '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** XML that means harm, in a sound container. */
export const XML: HostileFile[] = [
  file(
    "a billion laughs",
    "dtd",
    () => makeXlsx({ parts: { "xl/sharedStrings.xml": `${DOCTYPE}<sst><si><t>&c;</t></si></sst>` } }),
    SMALL,
  ),
  file(
    "a file of the server asked for",
    "dtd",
    () => makeXlsx({ parts: { "xl/sharedStrings.xml": `${XXE}<sst><si><t>&x;</t></si></sst>` } }),
    SMALL,
  ),
  file(
    "a DTD in the workbook part",
    "dtd",
    () => makeXlsx({ parts: { "xl/workbook.xml": `${DOCTYPE}<workbook/>` } }),
    SMALL,
  ),
  file("an entity never declared", "damaged", () => sheet('<row><c t="str"><v>&l9;</v></c></row>'), SMALL),
  file("tags nested 100,000 deep", "damaged", () => sheet("<row>".repeat(100_000)), MB),
  file("a tag with 200,000 attributes", "text-too-long", () => sheet(`<row ${attributes(200_000)}/>`), 32 * MB),
  file("a comment of 6 MB", "text-too-long", () => sheet(`<!--${noise(6 * MB)}-->`), 20 * MB),
  file("a text of 6 MB", "text-too-long", () => sheet(`<row><c t="str"><v>${noise(6 * MB)}</v></c></row>`), 20 * MB),
  file(
    "a shared text of 6 MB",
    "text-too-long",
    () => makeXlsx({ strings: [`<si><t>${noise(6 * MB)}</t></si>`] }),
    20 * MB,
  ),
  file("a text one letter longer than Excel's", "text-too-long", () => sheet(row(1, ["ก".repeat(32_768)])), 128 * 1024),
  file("XML that ends early", "damaged", () => makeXlsx({ parts: { [SHEET]: "<worksheet><sheetData><row>" } }), SMALL),
  file("XML with tags crossed", "damaged", () => sheet("<row><c></row></c>"), SMALL),
  file(
    "letters that are no UTF-8",
    "damaged",
    () => makeXlsx({ parts: { [SHEET]: latin("<worksheet>\xe1</worksheet>") } }),
    SMALL,
  ),
  file("no workbook part", "damaged", () => makeXlsx({ parts: { "xl/workbook.xml": null } }), SMALL),
  file("no sheet part", "damaged", () => makeXlsx({ parts: { [SHEET]: null } }), SMALL),
  file(
    "a workbook part that leads out of the file",
    "damaged",
    () =>
      makeXlsx({
        parts: {
          "_rels/.rels": '<R><Relationship Id="a" Type="t/officeDocument" Target="../../../../etc/passwd"/></R>',
        },
      }),
    SMALL,
  ),
  file(
    "no sheets",
    "no-sheet",
    () => makeXlsx({ parts: { "xl/workbook.xml": "<workbook><sheets/></workbook>" } }),
    SMALL,
  ),
  file(
    "one part as 300 sheets",
    "too-many-sheets",
    () =>
      makeXlsx({
        parts: {
          "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${'<sheet name="ก" r:id="rId1"/>'.repeat(300)}</sheets></workbook>`,
        },
      }),
    SMALL,
  ),
  file(
    "110,000 defined names",
    "too-many-names",
    () => makeXlsx({ names: many(110_000, (i) => `<definedName name="n${i}">${i * 7919}</definedName>`) }),
    16 * MB,
  ),
];
