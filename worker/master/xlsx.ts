import { periodSheetName } from "../../shared/calendar/period.ts";
import { formatIdentity, IDENTITY_NAME } from "../../shared/sheet/identity.ts";
import { type MasterWords, th } from "../../shared/words/master.ts";
import { layoutForm } from "../../shared/workbook/blankLayout.ts";
import { chartXml, drawingXml } from "./chart.ts";
import { missingSheet } from "./missingSheet.ts";
import type { MasterModel } from "./model.ts";
import { officialSheet } from "./officialSheet.ts";
import { CORE_PROPERTIES, contentTypes, coreXml, relationships, type SheetPrint, workbookXml } from "./parts.ts";
import { sourceSheet } from "./sourceSheet.ts";
import { readableOf } from "./stream.ts";
import { stylesXml } from "./styles.ts";
import { planSummary, summaryChart, summarySheet } from "./summarySheet.ts";
import { emptyTally } from "./tally.ts";
import { Texts } from "./texts.ts";
import { sheetName } from "./xml.ts";
import { type Deflater, type ZipPart, zip } from "./zip.ts";

/**
 * The parts in the order they are written, which is not the order of the sheets: สรุป needs what the official sheet counted,
 * and the workbook part needs where every sheet ended.
 */
async function* parts(model: MasterModel, words: MasterWords): AsyncGenerator<ZipPart> {
  const { form, province, period } = model;
  const layout = layoutForm(form, province.name);
  const tally = emptyTally(model);
  const texts = new Texts();
  const sheet = (name: string): SheetPrint => ({ name: sheetName(name), printArea: "$A$1" });
  const official = sheet(periodSheetName(period));
  const summary = sheet(words.summary);
  const source = sheet(words.source);
  const missing = sheet(words.missing);
  const sheets = [official, summary, source, missing];
  const charted = model.districts.length > 0;

  yield { name: "[Content_Types].xml", text: [contentTypes(sheets.length, charted)] };
  yield {
    name: "_rels/.rels",
    text: [
      relationships([
        ["rId1", "officeDocument", "xl/workbook.xml"],
        ["rId2", CORE_PROPERTIES, "docProps/core.xml"],
      ]),
    ],
  };
  yield { name: "docProps/core.xml", text: [coreXml(layout.title.join(" "))] };
  yield { name: "xl/styles.xml", text: [stylesXml()] };
  yield {
    name: "xl/_rels/workbook.xml.rels",
    text: [
      relationships([
        ...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`]),
        [`rId${sheets.length + 1}`, "styles", "styles.xml"],
        [`rId${sheets.length + 2}`, "sharedStrings", "sharedStrings.xml"],
      ]),
    ],
  };
  yield { name: "xl/worksheets/sheet1.xml", text: officialSheet(model, layout, words, tally, texts, official) };
  const plan = planSummary(model, tally, words);
  yield {
    name: "xl/worksheets/sheet2.xml",
    text: summarySheet(model, tally, plan, official.name, words, summary),
  };
  const drawn = summaryChart(model, plan, words);
  if (drawn !== null) {
    yield {
      name: "xl/worksheets/_rels/sheet2.xml.rels",
      text: [relationships([["rId1", "drawing", "../drawings/drawing1.xml"]])],
    };
    yield { name: "xl/drawings/drawing1.xml", text: [drawingXml(drawn.anchor)] };
    yield {
      name: "xl/drawings/_rels/drawing1.xml.rels",
      text: [relationships([["rId1", "chart", "../charts/chart1.xml"]])],
    };
    yield { name: "xl/charts/chart1.xml", text: [chartXml(drawn.chart)] };
  }
  yield { name: "xl/worksheets/sheet3.xml", text: sourceSheet(model, words, texts, source) };
  yield { name: "xl/worksheets/sheet4.xml", text: missingSheet(model, words, missing) };
  yield { name: "xl/sharedStrings.xml", text: texts.xml() };
  const identity = formatIdentity({
    form: form.id,
    version: form.version,
    province: province.code,
    period,
    office: null,
  });
  yield { name: "xl/workbook.xml", text: [workbookXml(sheets, [[IDENTITY_NAME, identity]])] };
}

export interface StreamOptions {
  words?: MasterWords;
  /**
   * Raw deflate, where the host has better than the platform's level 6. On Node, zlib's level 3 through `Duplex.toWeb` takes a
   * third of the time off 235,000 rows for a tenth more bytes.
   */
  deflater?: Deflater;
}

/**
 * The master as an .xlsx file, written while it is read: memory stays flat whatever the number of rows, and a slow reader slows
 * the writer. Rows are read twice. The same model gives the same bytes.
 * The stream errors when rows cannot be read, or do not fit a sheet (RangeError); what came out by then is no valid file.
 */
export function streamMaster(model: MasterModel, options: StreamOptions = {}): ReadableStream<Uint8Array> {
  return readableOf(zip(parts(model, options.words ?? th), options.deflater));
}
