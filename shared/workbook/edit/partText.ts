import type { Parcel } from "../read/parcel.ts";
import { UnreadableFile } from "../unreadable.ts";

/** A part of the workbook as text, byte order mark and all, and the way back: what is not changed comes back byte by byte. */
export interface PartText {
  part: string;
  text: string;
  encode(text: string): Uint8Array;
}

/** Throws UnreadableFile: damaged, and what `Parcel.unpack` throws. */
export function readPartText(parcel: Parcel, part: string): PartText {
  const pieces: string[] = [];
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = "utf-8";
  parcel.unpack(part, (piece) => {
    if (piece.length === 0) return;
    if (decoder === undefined) {
      encoding = encodingOf(piece);
      decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    }
    pieces.push(strictly(part, decoder, piece));
  });
  if (decoder !== undefined) pieces.push(strictly(part, decoder));
  const encode = (text: string) =>
    encoding === "utf-8" ? new TextEncoder().encode(text) : encodeUtf16(text, encoding);
  return { part, text: pieces.join(""), encode };
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function strictly(part: string, decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new UnreadableFile("damaged", { part, what: "XML" });
  }
}

/** Without adding a mark: one that was there is part of the text. */
export function encodeUtf16(text: string, encoding: "utf-16le" | "utf-16be"): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === "utf-16le");
  return bytes;
}
