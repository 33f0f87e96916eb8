import { Inflate } from "fflate";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { crc32 } from "./crc32.ts";
import { readZipDirectory, type ZipEntry } from "./zipDirectory.ts";

/** Packed bytes fed to the inflater at a time: at the worst ratio deflate allows (1032 : 1) 16 MB come out of one step. */
const STEP_BYTES = 16 * 1024;

/**
 * A zip whose directory has been judged. Parts come out in pieces, never more than the directory declared and never
 * more in all than the limits allow, however often a part is asked for; sizes and CRC are verified at the end.
 */
export class Parcel {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Counts what really came out of the inflater. */
  inflatedBytes = 0;
  readonly #bytes: Uint8Array;
  readonly #limits: Limits;

  constructor(bytes: Uint8Array, limits: Limits) {
    this.entries = readZipDirectory(bytes, limits);
    this.#bytes = bytes;
    this.#limits = limits;
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Hands the unpacked bytes of a part to `take`, piece by piece. Throws UnreadableFile: damaged, size-lie, zip-bomb, crc. */
  unpack(name: string, take: (piece: Uint8Array) => void): void {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw new UnreadableFile("damaged", { part: name.slice(0, 200), what: "missing" });
    const part = entry.name.slice(0, 200);
    let unpacked = 0;
    let crc = 0;
    const receive = (piece: Uint8Array) => {
      unpacked += piece.length;
      this.inflatedBytes += piece.length;
      if (unpacked > entry.unpackedBytes) throw new UnreadableFile("size-lie", { part });
      if (this.inflatedBytes > this.#limits.totalBytes) throw new UnreadableFile("zip-bomb", { part, bytes: unpacked });
      crc = crc32(piece, crc);
      take(piece);
    };
    this.#pieces(entry, receive);
    if (unpacked !== entry.unpackedBytes) throw new UnreadableFile("size-lie", { part });
    if (crc !== entry.crc) throw new UnreadableFile("crc", { part });
  }

  #pieces(entry: ZipEntry, receive: (piece: Uint8Array) => void): void {
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packedBytes);
    const inflater = entry.method === 8 ? new Inflate(receive) : null;
    for (let at = 0; at === 0 || at < packed.length; at += STEP_BYTES) {
      const step = packed.subarray(at, at + STEP_BYTES);
      if (inflater === null) receive(step);
      else inflate(inflater, step, at + STEP_BYTES >= packed.length, entry.name);
    }
  }
}

function inflate(inflater: Inflate, step: Uint8Array, last: boolean, name: string): void {
  try {
    inflater.push(step, last);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("damaged", { part: name.slice(0, 200), what: "packed data" });
  }
}
