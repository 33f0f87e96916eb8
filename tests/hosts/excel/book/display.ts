import { notModelled } from "../errors.ts";
import type { CellData } from "./sheet.ts";

/** What a cell shows, for the formats that need no more than a few lines; a width too small ("###") is never shown. Throws HostError. */
export function displayText(cell: CellData): string {
  const { value } = cell;
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const format = cell.numberFormat ?? "General";
  if (format === "General" || format === "@") return String(value);
  const decimals = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format);
  if (decimals !== null) {
    const shown = (decimals[3] === undefined ? value : value * 100).toFixed(decimals[2]?.length ?? 0);
    const grouped = decimals[1] === undefined ? shown : shown.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
    return `${grouped}${decimals[3] ?? ""}`;
  }
  if (/^d{1,2}[/-]m{1,2}[/-]y{2,4}$/.test(format)) return dayText(value, format);
  throw notModelled(`Range.text in the format ${format}`);
}

function dayText(serial: number, format: string): string {
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  return format.replace(/d+|m+|y+/g, (part) => {
    if (part.startsWith("d")) return String(date.getUTCDate()).padStart(part.length, "0");
    if (part.startsWith("m")) return String(date.getUTCMonth() + 1).padStart(part.length, "0");
    return String(date.getUTCFullYear()).slice(-part.length);
  });
}
