import { strToU8, type Zippable, type ZippableFile, zipSync } from "fflate";

/** A cell as raw XML, e.g. `<c r="A1"><v>1</v></c>`. */
export interface SheetSource {
  name?: string;
  state?: "hidden" | "veryHidden";
  /** What stands inside `<sheetData>`. */
  data?: string;
  /** What stands after it: mergeCells, dataValidations, … */
  after?: string;
  /** What stands before it: dimension, sheetFormatPr, cols, … */
  before?: string;
  /** The whole part, instead of all the above. */
  xml?: string;
}

export interface XlsxSource {
  sheets?: SheetSource[];
  /** `<si>` elements. */
  strings?: string[];
  /** What stands inside `<styleSheet>`. */
  styles?: string;
  /** `<definedName>` elements. */
  names?: string;
  date1904?: boolean;
  /** Parts to add, replace, or leave out (null). */
  parts?: Record<string, string | Uint8Array | null>;
  /** 0 stores the parts unpacked. */
  level?: 0 | 6 | 9;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook from raw XML pieces, so that anything can be built, legal or not. */
export function makeXlsx(source: XlsxSource = {}): Uint8Array {
  return makeZip(xlsxParts(source), source.level);
}

export function makeZip(parts: Record<string, string | Uint8Array>, level: 0 | 6 | 9 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    files[name] = [bytes, { level, mtime: "2026-01-01" }] satisfies ZippableFile;
  }
  return zipSync(files);
}

export function xlsxParts(source: XlsxSource = {}): Record<string, string | Uint8Array> {
  const sheets = source.sheets ?? [{}];
  const parts: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${source.date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
      )
      .join("")}</sheets>${source.names ? `<definedNames>${source.names}</definedNames>` : ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as [string, string, string]),
      ["rIdS", "styles", "styles.xml"],
      ["rIdT", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}">${source.styles ?? DEFAULT_STYLES}</styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}">${(source.strings ?? []).join("")}</sst>`,
  };
  for (const [i, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      sheet.xml ??
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet.before ?? ""}<sheetData>${sheet.data ?? ""}</sheetData>${sheet.after ?? ""}</worksheet>`;
  }
  Object.assign(parts, source.parts);
  return Object.fromEntries(
    Object.entries(parts).filter((part): part is [string, string | Uint8Array] => part[1] !== null),
  );
}

function relationships(list: [id: string, kind: string, target: string][]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;
}

/** Cell formats by index: 0 plain, 1 date (14), 2 d/m/bbbb, 3 Wingdings 2, 4 h:mm, 5 Wingdings, 6 two decimals, 7 scientific. */
export const DEFAULT_STYLES = `<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-107041E]d/m/bbbb;@"/><numFmt numFmtId="165" formatCode="0.00E+00"/></numFmts><fonts count="3"><font><sz val="16"/><name val="TH SarabunPSK"/></font><font><sz val="16"/><name val="Wingdings 2"/></font><font><name val="Wingdings"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14" fontId="1"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="20" fontId="0"/><xf numFmtId="0" fontId="2"/><xf numFmtId="2" fontId="0"/><xf numFmtId="165" fontId="0"/></cellXfs><dxfs count="1"><dxf><font><name val="Webdings"/></font><numFmt numFmtId="2" formatCode="yyyy"/></dxf></dxfs>`;

/** A filled row of inline strings and numbers, for tests that only need data. */
export function row(number: number, values: (string | number | null)[]): string {
  const cells = values.map((value) => {
    if (value === null) return "<c/>";
    return typeof value === "number"
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join("")}</row>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (char) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" })[char]!);
}
