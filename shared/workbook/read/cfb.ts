import { UnreadableFile } from "../unreadable.ts";

/** A stream or folder of a compound file. */
interface CfbEntry {
  name: string;
  start: number;
  bytes: number;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const HEADER_FAT_SECTORS = 109;
/** The highest number that names a sector; above it are marks such as "end of chain". */
const LAST_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const ROOT = 5;
const UNUSED = 0;

/**
 * An OLE compound file ([MS-CFB]), the container of .xls and of encrypted .xlsx. Chains that loop or leave the file are refused,
 * a stream never takes more memory than the file has.
 * Throws UnreadableFile: truncated, damaged.
 */
export class CompoundFile {
  readonly names: ReadonlySet<string>;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #fat: number[];
  readonly #entries = new Map<string, CfbEntry>();
  readonly #miniCutoff: number;
  readonly #miniFatStart: number;
  #root: CfbEntry | undefined;

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER_BYTES) throw new UnreadableFile("truncated");
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged("sector size");
    this.#sectorBytes = 1 << shift;
    this.#miniCutoff = this.#view.getUint32(56, true);
    this.#miniFatStart = this.#view.getUint32(60, true);
    this.#fat = this.#readFat();
    this.#readDirectory(this.#view.getUint32(48, true));
    this.names = new Set(this.#entries.keys());
  }

  /** The bytes of a stream, or undefined when there is none of that name. */
  stream(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    if (entry.bytes >= this.#miniCutoff) return this.#read(entry.start, entry.bytes);
    return this.#readMini(entry);
  }

  #readFat(): number[] {
    const numbers = this.#sectorBytes / 4;
    const count = this.#view.getUint32(44, true);
    if (count * this.#sectorBytes > this.#bytes.length) throw new UnreadableFile("truncated");
    const sectors: number[] = [];
    for (let i = 0; i < Math.min(count, HEADER_FAT_SECTORS); i++) sectors.push(this.#view.getUint32(76 + 4 * i, true));
    let next = this.#view.getUint32(68, true);
    while (sectors.length < count) {
      const at = this.#sectorAt(next);
      for (let i = 0; i < numbers - 1 && sectors.length < count; i++) {
        sectors.push(this.#view.getUint32(at + 4 * i, true));
      }
      next = this.#view.getUint32(at + 4 * (numbers - 1), true);
    }
    const fat: number[] = [];
    for (const sector of sectors) {
      const at = this.#sectorAt(sector);
      for (let i = 0; i < numbers; i++) fat.push(this.#view.getUint32(at + 4 * i, true));
    }
    return fat;
  }

  #readDirectory(start: number): void {
    const directory = this.#read(start, Number.POSITIVE_INFINITY);
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
      const type = directory[at + 66]!;
      const nameBytes = Math.min(view.getUint16(at + 64, true), 64);
      if (type === UNUSED || nameBytes < 2) continue;
      const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + nameBytes - 2));
      const entry = { name, start: view.getUint32(at + 116, true), bytes: view.getUint32(at + 120, true) };
      if (type === ROOT) this.#root ??= entry;
      else if (!this.#entries.has(name)) this.#entries.set(name, entry);
    }
  }

  /** Follows a chain of sectors; an endless `bytes` takes the whole chain. */
  #read(start: number, bytes: number): Uint8Array {
    const chain: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector !== END_OF_CHAIN && length < bytes; sector = this.#fat[sector] ?? END_OF_CHAIN) {
      const at = this.#sectorAt(sector);
      const piece = this.#bytes.subarray(at, at + this.#sectorBytes);
      chain.push(piece);
      length += piece.length;
      if (length > this.#bytes.length) throw damaged("chain");
    }
    if (Number.isFinite(bytes) && length < bytes) throw new UnreadableFile("truncated");
    return join(chain, Math.min(bytes, length));
  }

  #readMini(entry: CfbEntry): Uint8Array {
    if (this.#root === undefined) throw damaged("root");
    const container = this.#read(this.#root.start, this.#root.bytes);
    const table = this.#read(this.#miniFatStart, Number.POSITIVE_INFINITY);
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const chain: Uint8Array[] = [];
    let length = 0;
    let sector = entry.start;
    while (length < entry.bytes) {
      const piece = container.subarray(sector * 64, sector * 64 + 64);
      if (piece.length === 0 || length > container.length || sector * 4 + 4 > table.length) throw damaged("chain");
      chain.push(piece);
      length += piece.length;
      sector = view.getUint32(sector * 4, true);
    }
    return join(chain, entry.bytes);
  }

  #sectorAt(sector: number): number {
    if (sector > LAST_SECTOR) throw damaged("sector");
    const at = (sector + 1) * this.#sectorBytes;
    // The last sector may be cut short, but not away. Numbers of a sector are read whole, hence the four.
    if (at + 4 > this.#bytes.length) throw new UnreadableFile("truncated");
    return at;
  }
}

function join(pieces: Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece.subarray(0, Math.min(piece.length, bytes - at)), at);
    at += piece.length;
    if (at >= bytes) break;
  }
  return whole;
}

function damaged(what: string): UnreadableFile {
  return new UnreadableFile("damaged", { part: "OLE", what });
}
