import { makeOds } from "../../workbook/makeOds.ts";
import { makeXlsx, makeZip } from "../../workbook/makeXlsx.ts";
import { rawZip } from "../rawZip.ts";
import { file, type HostileFile, latin, MB, SMALL } from "./tools.ts";

/** Other kinds of file, and files under a wrong name. */
export const KINDS: HostileFile[] = [
  file("nothing at all", "empty", () => new Uint8Array()),
  file("only blank lines", "empty", () => latin("\r\n \t\r\n")),
  file("11 MB", "too-large", () => new Uint8Array(11 * MB)),
  file("a web page named .xls", "html-renamed", () =>
    latin(
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1</td></tr></table></body></html>',
    ),
  ),
  file("a web page in capitals after blank lines", "html-renamed", () => latin("\r\n\r\n  <TABLE BORDER=1><TR><TD>1")),
  file("a web archive named .xls", "html-renamed", () =>
    latin("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"),
  ),
  file("Excel 2003 XML", "xml-2003", () =>
    latin(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
  ),
  file("XML of another kind", "not-a-workbook", () => latin('<?xml version="1.0"?><rss/>')),
  file("a PDF", "not-a-workbook", () => latin("%PDF-1.7\n")),
  file("a picture", "not-a-workbook", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])),
  file("a letter in RTF", "not-a-workbook", () => latin("{\\rtf1 hello}")),
  file("noise", "not-a-workbook", () => Uint8Array.from({ length: 999 }, (_, i) => (i * 73) & 255)),
  file("a zip of other files", "zip-archive", () => makeZip({ "รายงาน.xlsx": "x" })),
  file("an empty zip", "not-a-workbook", () => rawZip([])),
  file("a Word document", "not-a-workbook", () =>
    makeZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
  ),
  file("a binary workbook", "xlsb", () => makeZip({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" })),
  file("a workbook with macros", "macros", () => makeXlsx({ parts: { "xl/vbaProject.bin": "x" } })),
  file("a workbook with Excel 4 macros", "macros", () => makeXlsx({ parts: { "xl/macrosheets/sheet1.xml": "<x/>" } })),
  file(
    "a drawing named .ods",
    "not-a-workbook",
    () => makeOds({ parts: { mimetype: "application/vnd.oasis.opendocument.graphics" } }),
    SMALL,
  ),
  file("text in an encoding nobody can tell", "text-encoding", () => latin("caf\xe9,na\xefve,\xff\xfe")),
  file("UTF-8 cut inside a letter", "text-encoding", () => new TextEncoder().encode("ที่,จังหวัด\n1,แพร่").subarray(0, -1)),
  file("a CSV quote that never closes", "csv-quote", () => new TextEncoder().encode('ก,ข\n"1,2\n3,4\n')),
  file("a CSV of 300,000 rows", "too-many-rows", () => latin("1,2\n".repeat(300_000))),
  file("a CSV line of 300 fields", "too-many-columns", () => latin(`${"1,".repeat(300)}\n`)),
];
