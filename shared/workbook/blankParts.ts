import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const WORKBOOK = "xl/workbook.xml";
const PROPERTIES = "docProps/core.xml";
/** The first day zip knows: the same blank gives the same bytes. */
const MTIME = "1980-01-01T00:00:00";

/**
 * What the library cannot say, said in the workbook part: names beginning with RUAM_ are hidden, and nothing is recalculated on
 * opening (a blank has no formula, and a program that recalculates asks to save on closing). No clock is left in it.
 */
export function finishBlank(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[WORKBOOK]!)
    .replace(/<definedName (?=name="RUAM_)/g, '<definedName hidden="1" ')
    .replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>');
  parts[WORKBOOK] = strToU8(xml);
  // The library writes the clock's time here.
  parts[PROPERTIES] = strToU8(
    strFromU8(parts[PROPERTIES]!).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${MTIME}Z`),
  );
  return zipSync(parts, { level: 6, mtime: MTIME });
}
