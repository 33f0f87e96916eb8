import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { escapeXml, makeXlsx } from "../workbook/makeXlsx.ts";

const FONTS = ["TH SarabunPSK", "Wingdings 2", "Wingdings", "Webdings"];

const STYLES = `<fonts count="${FONTS.length}">${FONTS.map((name) => `<font><sz val="16"/><name val="${name}"/></font>`).join("")}</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FONTS.length}">${FONTS.map((_, i) => `<xf numFmtId="0" fontId="${i}" applyFont="1"/>`).join("")}</cellXfs>`;

/** The bytes of a workbook with these sheets, as a spreadsheet program would save them. */
export function toXlsx(grids: readonly Grid[]): Uint8Array {
  return makeXlsx({
    styles: STYLES,
    sheets: grids.map((grid) => {
      const hidden = new Set(grid.hiddenRows);
      const rows = grid.rows.map((cells, i) => {
        const inside = cells
          .map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${i + 1}`))
          .join("");
        return `<row r="${i + 1}"${hidden.has(i + 1) ? ' hidden="1"' : ""}>${inside}</row>`;
      });
      const merges = grid.merges ?? [];
      const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
      const source = { name: escapeXml(grid.sheet), data: rows.join("") };
      return merges.length === 0
        ? source
        : { ...source, after: `<mergeCells count="${merges.length}">${merged}</mergeCells>` };
    }),
  });
}

function cellXml(cell: Cell, address: string): string {
  const rich = typeof cell === "object" && cell !== null ? cell : { v: cell };
  const font = rich.font === undefined ? 0 : FONTS.indexOf(rich.font);
  const open = `<c r="${address}" s="${font}"`;
  const value = rich.v;
  if (rich.t === "e") return `${open} t="e"><v>${escapeXml(String(value))}</v></c>`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${open} t="b"><v>${Number(value)}</v></c>`;
  if (value === null) return `${open}/>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
