import { FACE, GREY, SMALL_POINTS, TABLE_POINTS, TITLE_POINTS } from "../../shared/workbook/authorStyle.ts";
import type { CellStyle } from "./xml.ts";

const FONTS = {
  // The workbook's own face: column widths are counted in its digits.
  default: `<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>`,
  table: `<font><sz val="${TABLE_POINTS}"/><name val="${FACE}"/><family val="2"/></font>`,
  tableBold: `<font><b/><sz val="${TABLE_POINTS}"/><name val="${FACE}"/><family val="2"/></font>`,
  title: `<font><b/><sz val="${TITLE_POINTS}"/><name val="${FACE}"/><family val="2"/></font>`,
  sign: `<font><sz val="${TITLE_POINTS}"/><name val="${FACE}"/><family val="2"/></font>`,
  small: `<font><sz val="${SMALL_POINTS}"/><color rgb="FF${GREY}"/><name val="${FACE}"/><family val="2"/></font>`,
};
const FONT_NAMES = Object.keys(FONTS) as (keyof typeof FONTS)[];

const FORMATS = {
  general: { id: 0, code: "" },
  integer: { id: 3, code: "" },
  percent: { id: 164, code: "0.0%" },
  // Thai words, Buddhist years, Arabic digits: what a Thai Excel offers itself.
  time: { id: 165, code: "[$-107041E]d mmm yyyy hh:mm:ss" },
  day: { id: 166, code: "[$-107041E]d mmm yyyy" },
};

type Horizontal = "left" | "center" | "right";

interface Look {
  font: keyof typeof FONTS;
  border?: true;
  fill?: true;
  format?: keyof typeof FORMATS;
  across: Horizontal;
  wrap?: true;
  indent?: number;
}

const LOOKS = {
  title: { font: "title", across: "center", wrap: true },
  subtitle: { font: "table", across: "center" },
  heading: { font: "tableBold", border: true, fill: true, across: "center", wrap: true },
  text: { font: "table", border: true, across: "left", wrap: true, indent: 1 },
  centred: { font: "table", border: true, across: "center" },
  time: { font: "table", border: true, format: "time", across: "center" },
  day: { font: "table", border: true, format: "day", across: "center" },
  count: { font: "table", border: true, format: "integer", across: "center" },
  percent: { font: "table", border: true, format: "percent", across: "center" },
  totalLabel: { font: "tableBold", border: true, fill: true, across: "center" },
  totalCount: { font: "tableBold", border: true, fill: true, format: "integer", across: "center" },
  totalPercent: { font: "tableBold", border: true, fill: true, format: "percent", across: "center" },
  note: { font: "table", across: "left", wrap: true },
  noteMore: { font: "table", across: "left", wrap: true, indent: 5 },
  sign: { font: "sign", across: "center" },
  small: { font: "small", across: "left" },
} satisfies Record<string, Look>;

export type StyleName = keyof typeof LOOKS;
const STYLE_NAMES = Object.keys(LOOKS) as StyleName[];

/** Style numbers by name: format 0 is the workbook's default, then each look and its quotePrefix twin. */
export const STYLE = Object.fromEntries(
  STYLE_NAMES.map((name, i) => [name, { plain: 1 + 2 * i, quoted: 2 + 2 * i }]),
) as Record<StyleName, CellStyle>;

function xf(look: Look, quoted: boolean): string {
  const { font, border, fill, format = "general", across, wrap, indent } = look;
  const alignment = `<alignment horizontal="${across}" vertical="center"${wrap ? ' wrapText="1"' : ""}${
    indent === undefined ? "" : ` indent="${indent}"`
  }/>`;
  return (
    `<xf numFmtId="${FORMATS[format].id}" fontId="${FONT_NAMES.indexOf(font)}" fillId="${fill ? 2 : 0}" borderId="${border ? 1 : 0}" xfId="0"` +
    `${quoted ? ' quotePrefix="1"' : ""} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  );
}

/** xl/styles.xml of the master. */
export function stylesXml(): string {
  const custom = Object.values(FORMATS).filter(({ code }) => code !== "");
  const side = (name: string) => `<${name} style="thin"><color rgb="FF000000"/></${name}>`;
  const xfs = STYLE_NAMES.flatMap((name) => [xf(LOOKS[name], false), xf(LOOKS[name], true)]);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<numFmts count="${custom.length}">${custom.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join("")}</numFmts>` +
    `<fonts count="${FONT_NAMES.length}">${Object.values(FONTS).join("")}</fonts>` +
    `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
    `<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill></fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
    `<border>${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join("")}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}
