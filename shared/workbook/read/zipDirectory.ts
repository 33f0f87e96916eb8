import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";

/** One file inside a zip, as its directory declares it; nothing is unpacked yet. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where the packed bytes begin in the file. */
  start: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
const FLAG_UTF8 = 0x0800;
const ALL_ONES_16 = 0xffff;
const ALL_ONES_32 = 0xffffffff;

/** For archives that are no workbook: many files of many people, of which one bad one must not hold up the others. */
export interface DirectoryOptions {
  /** The name of an entry from its bytes; `utf8` when the entry says that it is. */
  nameOf?(bytes: Uint8Array, utf8: boolean): string;
  /** Entries that are looked at; of the others only the place is known, and they cannot be unpacked. */
  wanted?(name: string): boolean;
  /** Told of an entry that is refused; without it the whole archive is. */
  refused?(name: string, error: UnreadableFile, unpackedBytes: number): void;
}

/**
 * Reads and judges the directory of a zip (PKWARE APPNOTE 6.3.10) before a single byte is inflated.
 * Entry names are lower-cased, as part names in Office files are compared without case.
 * Throws UnreadableFile: truncated, zip64, encrypted, duplicate-entry, overlap, too-many-entries, zip-bomb, size-lie, damaged.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: Limits,
  options: DirectoryOptions = {},
): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count === ALL_ONES_16 || size === ALL_ONES_32 || offset === ALL_ONES_32) throw new UnreadableFile("zip64");
  if (end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR_SIGNATURE) throw new UnreadableFile("zip64");
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw damaged("split archive");
  if (count > limits.zipEntries) throw new UnreadableFile("too-many-entries", { count, limit: limits.zipEntries });
  if (offset + size > end) throw damaged("directory outside the file");

  const entries = new Map<string, ZipEntry>();
  const spans: [start: number, end: number][] = [];
  let totalBytes = 0;
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > offset + size || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged("directory");
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > offset + size) throw damaged("directory");
    const local = view.getUint32(at + 42, true);
    const flags = view.getUint16(at + 8, true);
    const entry: ZipEntry = {
      name: nameIn(bytes, at + ENTRY_BYTES, nameBytes, flags, options),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      start: 0,
    };
    at = next;
    if (options.wanted?.(entry.name) === false) continue;
    try {
      judge(entry, flags, local, limits);
      if (totalBytes + entry.unpackedBytes > limits.totalBytes) {
        throw new UnreadableFile("zip-bomb", { bytes: totalBytes + entry.unpackedBytes, limit: limits.totalBytes });
      }
      totalBytes += entry.unpackedBytes;
      entry.start = startOfData(bytes, view, entry, local, nameBytes, offset, flags, options);
      spans.push([local, entry.start + entry.packedBytes]);
      const key = entry.name.replaceAll("\\", "/").toLowerCase();
      if (entries.has(key)) throw new UnreadableFile("duplicate-entry", { name: entry.name.slice(0, 200) });
      entries.set(key, entry);
    } catch (error) {
      if (options.refused === undefined || !(error instanceof UnreadableFile)) throw error;
      options.refused(entry.name, error, entry.unpackedBytes);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < spans.length; i++) {
    if (spans[i]![0] < spans[i - 1]![1]) throw new UnreadableFile("overlap");
  }
  return entries;
}

/** The last end record whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new UnreadableFile("truncated");
}

function judge(entry: ZipEntry, flags: number, local: number, limits: Limits): void {
  if ((flags & 0x41) !== 0) throw new UnreadableFile("encrypted");
  if (entry.packedBytes === ALL_ONES_32 || entry.unpackedBytes === ALL_ONES_32 || local === ALL_ONES_32) {
    throw new UnreadableFile("zip64");
  }
  if (entry.method !== 0 && entry.method !== 8) throw damaged("packing method", entry.name);
  if (entry.method === 0 && entry.packedBytes !== entry.unpackedBytes) {
    throw new UnreadableFile("size-lie", { part: entry.name.slice(0, 200) });
  }
  const { entryBytes, ratio, ratioFromBytes } = limits;
  const bomb =
    entry.unpackedBytes > entryBytes ||
    (entry.unpackedBytes > ratioFromBytes && entry.unpackedBytes > ratio * entry.packedBytes);
  if (bomb) throw new UnreadableFile("zip-bomb", { part: entry.name.slice(0, 200), bytes: entry.unpackedBytes });
}

/** Checks that the local header tells the same story as the directory; answers where the data begins. */
function startOfData(
  bytes: Uint8Array,
  view: DataView,
  entry: ZipEntry,
  local: number,
  nameBytes: number,
  directory: number,
  flags: number,
  options: DirectoryOptions,
): number {
  if (local + LOCAL_BYTES > directory) throw new UnreadableFile("overlap");
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE) throw damaged("local header", entry.name);
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + entry.packedBytes > directory) throw new UnreadableFile("overlap");
  const sameName =
    view.getUint16(local + 26, true) === nameBytes &&
    nameIn(bytes, local + LOCAL_BYTES, nameBytes, flags, options) === entry.name;
  if (!sameName || view.getUint16(local + 8, true) !== entry.method) throw damaged("local header", entry.name);
  const sizesFollowData = (view.getUint16(local + 6, true) & 8) !== 0;
  for (const [at, declared] of [
    [18, entry.packedBytes],
    [22, entry.unpackedBytes],
  ] as const) {
    const size = view.getUint32(local + at, true);
    if (size === declared || size === ALL_ONES_32 || (sizesFollowData && size === 0)) continue;
    throw new UnreadableFile("size-lie", { part: entry.name.slice(0, 200) });
  }
  return start;
}

function nameIn(bytes: Uint8Array, at: number, length: number, flags: number, { nameOf }: DirectoryOptions): string {
  const name = bytes.subarray(at, at + length);
  return nameOf === undefined ? new TextDecoder().decode(name) : nameOf(name, (flags & FLAG_UTF8) !== 0);
}

function damaged(what: string, part = "zip"): UnreadableFile {
  return new UnreadableFile("damaged", { part: part.slice(0, 200), what });
}
