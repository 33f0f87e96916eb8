import { Inflate, inflateSync } from "fflate";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { crc32 } from "./crc32.ts";
import { type DirectoryOptions, readZipDirectory, type ZipEntry } from "./zipDirectory.ts";

/** Packed bytes fed to the inflater at a time: at the worst ratio deflate allows (1032 : 1) 16 MB come out of one step. */
const STEP_BYTES = 16 * 1024;

/**
 * So little is inflated in one go, into room for what is declared and one byte more, which tells a lie; what a lie writes past that
 * goes nowhere. A third faster on a first read than stepping.
 */
const AT_ONCE_BYTES = 128 * 1024;

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

  constructor(bytes: Uint8Array, limits: Limits, options?: DirectoryOptions) {
    this.entries = readZipDirectory(bytes, limits, options);
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
    if (entry.method === 0) {
      for (let at = 0; at < packed.length; at += STEP_BYTES) receive(packed.subarray(at, at + STEP_BYTES));
    } else if (packed.length <= AT_ONCE_BYTES) {
      const out = new Uint8Array(entry.unpackedBytes + 1);
      receive(orDamaged(entry, () => inflateSync(packed, { out })));
    } else {
      // What comes out is handed on outside of `orDamaged`: an error of the receiver is not the inflater's.
      const pieces: Uint8Array[] = [];
      const inflater = new Inflate((piece) => pieces.push(piece));
      for (let at = 0; at < packed.length; at += STEP_BYTES) {
        const step = packed.subarray(at, at + STEP_BYTES);
        orDamaged(entry, () => inflater.push(step, at + STEP_BYTES >= packed.length));
        for (const piece of pieces.splice(0)) receive(piece);
      }
    }
  }
}

function orDamaged<T>(entry: ZipEntry, inflate: () => T): T {
  try {
    return inflate();
  } catch {
    throw new UnreadableFile("damaged", { part: entry.name.slice(0, 200), what: "packed data" });
  }
}
