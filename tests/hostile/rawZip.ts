import { deflateSync, strToU8 } from "fflate";
import { crc32 } from "../../shared/workbook/read/crc32.ts";

/** One file of a zip, with every field of its headers open to lies. */
export interface RawEntry {
  name: string;
  content: string | Uint8Array;
  /** 8 unless said. Content is deflated for 8, taken as it is for anything else. */
  method?: number;
  flags?: number;
  /** Declared in the directory and, unless `local` says otherwise, in the local header. */
  crc?: number;
  packedBytes?: number;
  unpackedBytes?: number;
  local?: { name?: string; packedBytes?: number; unpackedBytes?: number; method?: number };
  /** Points the directory at the local header of another entry and writes none. */
  sameDataAs?: number;
  /** Packed bytes made elsewhere. */
  packed?: Uint8Array;
}

export interface RawEnd {
  entries?: number;
  directoryBytes?: number;
  directoryOffset?: number;
  comment?: Uint8Array;
}

/** Writes a zip exactly as told, consistent or not. */
export function rawZip(entries: RawEntry[], end: RawEnd = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = typeof entry.content === "string" ? strToU8(entry.content) : entry.content;
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateSync(content) : content);
    const declared = {
      method,
      crc: entry.crc ?? crc32(content),
      packedBytes: entry.packedBytes ?? packed.length,
      unpackedBytes: entry.unpackedBytes ?? content.length,
    };
    const offset = entry.sameDataAs === undefined ? at : offsets[entry.sameDataAs]!;
    offsets.push(offset);
    directory.push(header(0x02014b50, entry.name, { ...declared, flags: entry.flags ?? 0x0800, offset }));
    if (entry.sameDataAs !== undefined) continue;
    const local = { ...declared, ...entry.local, flags: entry.flags ?? 0x0800 };
    const localHeader = header(0x04034b50, entry.local?.name ?? entry.name, local);
    pieces.push(localHeader, packed);
    at += localHeader.length + packed.length;
  }
  const directoryBytes = directory.reduce((sum, piece) => sum + piece.length, 0);
  const comment = end.comment ?? new Uint8Array();
  const tail = new DataView(new ArrayBuffer(22));
  tail.setUint32(0, 0x06054b50, true);
  tail.setUint16(8, end.entries ?? directory.length, true);
  tail.setUint16(10, end.entries ?? directory.length, true);
  tail.setUint32(12, end.directoryBytes ?? directoryBytes, true);
  tail.setUint32(16, end.directoryOffset ?? at, true);
  tail.setUint16(20, comment.length, true);
  return concat([...pieces, ...directory, new Uint8Array(tail.buffer), comment]);
}

interface HeaderFields {
  method: number;
  flags: number;
  crc: number;
  packedBytes: number;
  unpackedBytes: number;
  offset?: number;
}

function header(signature: number, name: string, fields: HeaderFields): Uint8Array {
  const nameBytes = strToU8(name);
  const central = fields.offset !== undefined;
  const fixed = central ? 46 : 30;
  const bytes = new Uint8Array(fixed + nameBytes.length);
  const view = new DataView(bytes.buffer);
  const shared = central ? 6 : 4;
  view.setUint32(0, signature, true);
  view.setUint16(shared, 20, true);
  view.setUint16(shared + 2, fields.flags, true);
  view.setUint16(shared + 4, fields.method, true);
  view.setUint32(shared + 10, fields.crc, true);
  view.setUint32(shared + 14, fields.packedBytes, true);
  view.setUint32(shared + 18, fields.unpackedBytes, true);
  view.setUint16(shared + 22, nameBytes.length, true);
  if (fields.offset !== undefined) view.setUint32(42, fields.offset, true);
  bytes.set(nameBytes, fixed);
  return bytes;
}

export function concat(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
