import { escapeXml, quoteSheet } from "./xml.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument";

/** What the workbook part must know of a sheet once it is written. Rows and columns absolute: `$A$1:$H$20`, `$3:$4`. */
export interface SheetPrint {
  name: string;
  printArea: string;
  titleRows?: string;
  filter?: string;
}

export function contentTypes(sheets: number, chart: boolean): string {
  const sheet = (n: number) =>
    `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.spreadsheetml.worksheet+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.spreadsheetml.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.spreadsheetml.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.spreadsheetml.sharedStrings+xml"/>` +
    Array.from({ length: sheets }, (_, i) => sheet(i + 1)).join("") +
    (chart
      ? `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${TYPES}.drawing+xml"/>` +
        `<Override PartName="/xl/charts/chart1.xml" ContentType="${TYPES}.drawingml.chart+xml"/>`
      : "") +
    `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
  );
}

export function relationships(entries: [id: string, type: string, target: string][]): string {
  const one = ([id, type, target]: [string, string, string]) =>
    `<Relationship Id="${id}" Type="${type.startsWith("http") ? type : `${OFFICE}/${type}`}" Target="${target}"/>`;
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.map(one).join("")}</Relationships>`;
}

export const CORE_PROPERTIES = `${PACKAGE}/relationships/metadata/core-properties`;

/** Title only: the same submissions give the same bytes, whoever asks and whenever. */
export function coreXml(title: string): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
  );
}

/** xl/workbook.xml: sheets in order, print areas and titles, and the hidden text constants in `hidden`. */
export function workbookXml(sheets: SheetPrint[], hidden: [name: string, text: string][]): string {
  const names: string[] = [];
  sheets.forEach((sheet, i) => {
    const at = quoteSheet(sheet.name);
    const push = (name: string, value: string, extra = "") =>
      names.push(`<definedName name="${name}" localSheetId="${i}"${extra}>${escapeXml(value)}</definedName>`);
    if (sheet.filter !== undefined) push("_xlnm._FilterDatabase", `${at}!${sheet.filter}`, ' hidden="1"');
    push("_xlnm.Print_Area", `${at}!${sheet.printArea}`);
    if (sheet.titleRows !== undefined) push("_xlnm.Print_Titles", `${at}!${sheet.titleRows}`);
  });
  for (const [name, text] of hidden)
    names.push(`<definedName name="${name}" hidden="1">${escapeXml(`"${text.replace(/"/g, '""')}"`)}</definedName>`);
  const list = sheets.map(
    (sheet, i) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>` +
    `<sheets>${list.join("")}</sheets><definedNames>${names.join("")}</definedNames><calcPr calcId="191029"/></workbook>`
  );
}

export interface SheetFrame {
  widths: number[];
  /** Rows kept in sight above the scrolling part. */
  frozenRows: number;
  selected?: boolean;
}

/** Everything before the rows. */
export function sheetHead({ widths, frozenRows, selected }: SheetFrame): string {
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
      : "";
  const columns = widths.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`).join("");
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="21"/><cols>${columns}</cols><sheetData>`
  );
}

export interface SheetTail {
  merges: string[];
  filter?: string;
  footer: string;
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  landscape: boolean;
  /** Relationship id of a drawing. */
  drawing?: string;
}

/** Everything after the rows, in the order the schema wants. */
export function sheetTail({ merges, filter, footer, margins, landscape, drawing }: SheetTail): string {
  const m = margins;
  return (
    `</sheetData>${filter === undefined ? "" : `<autoFilter ref="${filter}"/>`}` +
    (merges.length === 0
      ? ""
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`) +
    `<printOptions horizontalCentered="1"/>` +
    `<pageMargins left="${m.left}" right="${m.right}" top="${m.top}" bottom="${m.bottom}" header="${m.header}" footer="${m.footer}"/>` +
    `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>` +
    `${drawing === undefined ? "" : `<drawing r:id="${drawing}"/>`}</worksheet>`
  );
}
