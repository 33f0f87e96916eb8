import { makeZip } from "./makeXlsx.ts";

const SPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';

export interface OdsSource {
  /** What stands inside `office:automatic-styles`. */
  styles?: string;
  /** What stands inside `office:spreadsheet`. */
  body?: string;
  faces?: string;
  /** Parts to add or replace; null leaves one out. */
  parts?: Record<string, string | Uint8Array | null>;
}

/** An OpenDocument spreadsheet from raw XML pieces. */
export function makeOds(source: OdsSource = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array | null> = {
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml":
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES}><office:font-face-decls>${source.faces ?? ""}</office:font-face-decls><office:automatic-styles>${source.styles ?? ""}</office:automatic-styles><office:body><office:spreadsheet>${source.body ?? ""}</office:spreadsheet></office:body></office:document-content>`,
    ...source.parts,
  };
  return makeZip(
    Object.fromEntries(Object.entries(parts).filter((part): part is [string, string | Uint8Array] => part[1] !== null)),
  );
}

/** A table with the rows given. */
export function table(name: string, rows: string, attributes = ""): string {
  return `<table:table table:name="${name}" ${attributes}>${rows}</table:table>`;
}

/** A row of text cells. */
export function textRow(...texts: string[]): string {
  const cells = texts.map(
    (text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`,
  );
  return `<table:table-row>${cells.join("")}</table:table-row>`;
}
