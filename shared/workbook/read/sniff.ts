/** What a file is by its content; its name is never asked. */
export type FileKind = "zip" | "ole" | "old-xls" | "text" | { other: string };

const SIGNATURES: [kind: FileKind, ...bytes: number[]][] = [
  ["zip", 0x50, 0x4b, 0x03, 0x04],
  ["ole", 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  // Excel 2 to 4 had no container: the file begins with the BOF record.
  ["old-xls", 0x09, 0x00, 0x04, 0x00],
  ["old-xls", 0x09, 0x02, 0x06, 0x00],
  ["old-xls", 0x09, 0x04, 0x06, 0x00],
  ["old-xls", 0x09, 0x08, 0x08, 0x00],
  [{ other: "pdf" }, 0x25, 0x50, 0x44, 0x46, 0x2d],
  [{ other: "image" }, 0x89, 0x50, 0x4e, 0x47],
  [{ other: "image" }, 0xff, 0xd8, 0xff],
  [{ other: "image" }, 0x47, 0x49, 0x46, 0x38],
  [{ other: "archive" }, 0x52, 0x61, 0x72, 0x21],
  [{ other: "archive" }, 0x37, 0x7a, 0xbc, 0xaf],
  [{ other: "archive" }, 0x1f, 0x8b],
  [{ other: "archive" }, 0x50, 0x4b, 0x05, 0x06],
  [{ other: "archive" }, 0x50, 0x4b, 0x07, 0x08],
];

export function sniff(bytes: Uint8Array): FileKind {
  for (const [kind, ...signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return kind;
  }
  return "text";
}

/** What a text file is that is not a table of separated values, or null when it may be one. */
export function sniffText(text: string): "html" | "xml-2003" | "rtf" | "xml" | null {
  const head = text.slice(0, 4096).trimStart();
  if (/^mime-version:/i.test(head) || /^content-type:\s*(multipart|text\/html)/i.test(head)) return "html";
  if (head.startsWith("{\\rtf")) return "rtf";
  if (!head.startsWith("<")) return null;
  if (
    head.includes("urn:schemas-microsoft-com:office:spreadsheet") &&
    /<\??mso-application|<(\w+:)?workbook/i.test(head)
  ) {
    return "xml-2003";
  }
  if (/<(!doctype\s+html|html|head|body|meta|style|table|tr|td|div|center|font|p|br)\b/i.test(head)) return "html";
  if (/^<(\?xml|[a-z][\w.-]*[\s>/:])/i.test(head)) return "xml";
  return null;
}
