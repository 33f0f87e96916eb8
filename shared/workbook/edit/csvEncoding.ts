import { decodeText } from "../read/decodeText.ts";
import { encodeUtf16 } from "./partText.ts";

export const CSV_ENCODINGS = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-874"] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

/** A text file taken apart, so that head + body + tail in that encoding is the file again. */
export interface EncodedText {
  encoding: CsvEncoding;
  /** A byte order mark, or nothing. */
  head: string;
  body: string;
  /** The Ctrl-Z that ends DOS text files, or nothing. */
  tail: string;
}

const MARK = "\ufeff";

/** Takes apart what `decodeText` reads, in the encoding that it found. Throws as that does. */
export function takeApart(bytes: Uint8Array): EncodedText {
  const body = decodeText(bytes);
  for (const label of ["utf-8", "utf-16le", "utf-16be", "windows-874"] as const) {
    let whole: string;
    try {
      whole = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      continue;
    }
    const head = whole.startsWith(MARK) ? MARK : "";
    const tail = whole.slice(head.length + body.length);
    if (whole !== head + body + tail || /[^\u001a]/.test(tail)) continue;
    return { encoding: label === "utf-8" && head !== "" ? "utf-8-bom" : label, head, body, tail };
  }
  throw new RangeError("a text that was decoded has an encoding");
}

/**
 * The bytes of a text with a new body. Where the encoding lacks a character, or nothing would tell a spreadsheet that a file
 * without Thai until now is UTF-8, it becomes UTF-8 with a byte order mark: `encoding` says what it is.
 */
export function putTogether(was: EncodedText, body: string): { bytes: Uint8Array; encoding: CsvEncoding } {
  const text = was.head + body + was.tail;
  if (was.encoding === "utf-16le" || was.encoding === "utf-16be") {
    return { bytes: encodeUtf16(text, was.encoding), encoding: was.encoding };
  }
  if (was.encoding === "windows-874") {
    const bytes = encodeThai(text);
    if (bytes !== undefined) return { bytes, encoding: "windows-874" };
  }
  const unmarked = was.encoding === "utf-8" && (!isPlain(was.body) || isPlain(body));
  const encoding = unmarked ? "utf-8" : "utf-8-bom";
  return { bytes: new TextEncoder().encode(unmarked || was.head !== "" ? text : MARK + text), encoding };
}

function isPlain(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

/** Windows-874, or undefined when a character is not in it. */
function encodeThai(text: string): Uint8Array | undefined {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const codes = new Map([...new TextDecoder("windows-874").decode(all)].map((char, byte) => [char, byte]));
  codes.delete("\ufffd");
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = codes.get(text[i]!);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}
