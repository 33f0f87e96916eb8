import { deflateSync } from "fflate";
import { crc32 } from "../read/crc32.ts";

/** One entry of the directory with its two headers. */
interface Member {
  key: string;
  /** The local header. */
  local: number;
  /** Where the next entry's local header, or the directory, begins. */
  localEnd: number;
  /** The directory's record. */
  record: number;
  recordEnd: number;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const RECORD_BYTES = 46;
const LOCAL_BYTES = 30;
const DEFLATED = 8;
/** Compression level (bits 1, 2) and "sizes follow the data" (bit 3). */
const FLAGS_OF_DATA = 0x000e;
const VERSION_DEFLATE = 20;
const LOCAL_SIGNATURE = 0x04034b50;
const RECORD_SIGNATURE = 0x02014b50;
const FLAG_UTF8 = 0x0800;
/** 1 January 1980. */
const FIRST_DAY = 0x0021;

/**
 * The archive with some parts' content replaced (by lower-case name) or left out (null). Everything else is copied through as
 * it stands, packed: order, headers, data descriptors, gaps, comment. A replaced part keeps its name, time and packing method.
 * Parts of `added`, by their names, come last. The archive must have been judged by `readZipDirectory`.
 */
export function rezip(
  archive: Uint8Array,
  changes: ReadonlyMap<string, Uint8Array | null>,
  added: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  // A Node Buffer's slice is no copy: what is patched below must not be the caller's own file.
  const bytes = new Uint8Array(archive.buffer, archive.byteOffset, archive.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const directory = view.getUint32(end + 16, true);
  const members = readMembers(bytes, view, end, directory);
  const byPlace = [...members].sort((a, b) => a.local - b.local);
  for (const [i, member] of byPlace.entries()) member.localEnd = byPlace[i + 1]?.local ?? directory;

  const out: Uint8Array[] = [bytes.subarray(0, byPlace[0]?.local ?? directory)];
  let offset = out[0]!.length;
  const records = new Map<Member, Uint8Array>();
  for (const member of byPlace) {
    const content = changes.get(member.key);
    if (content === null) continue;
    const record = bytes.slice(member.record, member.recordEnd);
    new DataView(record.buffer).setUint32(42, offset, true);
    const pieces =
      content === undefined
        ? [bytes.subarray(member.local, member.localEnd)]
        : replaced(bytes, member, record, content);
    for (const piece of pieces) offset += piece.length;
    out.push(...pieces);
    records.set(member, record);
  }
  const newRecords: Uint8Array[] = [];
  for (const [name, content] of added) {
    const { local, record, packed } = newMember(name, content, offset);
    out.push(local, packed);
    newRecords.push(record);
    offset += local.length + packed.length;
  }

  const start = offset;
  for (const member of members) {
    const record = records.get(member);
    if (record === undefined) continue;
    out.push(record);
    offset += record.length;
  }
  for (const record of newRecords) {
    out.push(record);
    offset += record.length;
  }
  const tail = bytes.slice(members.at(-1)?.recordEnd ?? directory);
  const last = new DataView(tail.buffer, tail.length - (bytes.length - end));
  last.setUint16(8, records.size + newRecords.length, true);
  last.setUint16(10, records.size + newRecords.length, true);
  last.setUint32(12, offset - start, true);
  last.setUint32(16, start, true);
  out.push(tail);
  return concat(out);
}

/** A part that was not there, deflated, its time the first a zip can tell. */
function newMember(name: string, content: Uint8Array, offset: number) {
  const nameBytes = new TextEncoder().encode(name);
  const packed = deflateSync(content, { level: 6 });
  const local = new Uint8Array(LOCAL_BYTES + nameBytes.length);
  const record = new Uint8Array(RECORD_BYTES + nameBytes.length);
  // The fields from "version needed" on stand alike in both headers, two bytes further in the directory's.
  for (const [bytes, signature, at] of [
    [local, LOCAL_SIGNATURE, 4],
    [record, RECORD_SIGNATURE, 6],
  ] as const) {
    const view = new DataView(bytes.buffer);
    view.setUint32(0, signature, true);
    view.setUint16(at, VERSION_DEFLATE, true);
    view.setUint16(at + 2, FLAG_UTF8, true);
    view.setUint16(at + 4, DEFLATED, true);
    view.setUint16(at + 8, FIRST_DAY, true);
    view.setUint32(at + 10, crc32(content), true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, nameBytes.length, true);
    bytes.set(nameBytes, at === 4 ? LOCAL_BYTES : RECORD_BYTES);
  }
  const view = new DataView(record.buffer);
  view.setUint16(4, VERSION_DEFLATE, true);
  view.setUint32(42, offset, true);
  return { local, record, packed };
}

/** The local header and data of new content; brings the directory's record up to date. */
function replaced(bytes: Uint8Array, member: Member, record: Uint8Array, content: Uint8Array): Uint8Array[] {
  const view = new DataView(record.buffer);
  const packed = view.getUint16(10, true) === DEFLATED ? deflateSync(content, { level: 6 }) : content;
  const flags = view.getUint16(8, true) & ~FLAGS_OF_DATA;
  view.setUint16(6, VERSION_DEFLATE, true);
  view.setUint16(8, flags, true);
  view.setUint32(16, crc32(content), true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, content.length, true);

  // Extra fields of the old local header may repeat the old sizes: left out.
  const nameBytes = view.getUint16(28, true);
  const header = bytes.slice(member.local, member.local + LOCAL_BYTES + nameBytes);
  const local = new DataView(header.buffer);
  local.setUint16(4, VERSION_DEFLATE, true);
  local.setUint16(6, flags, true);
  for (const [to, from] of [
    [14, 16],
    [18, 20],
    [22, 24],
  ] as const) {
    local.setUint32(to, view.getUint32(from, true), true);
  }
  local.setUint16(28, 0, true);
  return [header, packed];
}

function readMembers(bytes: Uint8Array, view: DataView, end: number, directory: number): Member[] {
  const decoder = new TextDecoder();
  const members: Member[] = [];
  let at = directory;
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    const nameBytes = view.getUint16(at + 28, true);
    const recordEnd = at + RECORD_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = decoder.decode(bytes.subarray(at + RECORD_BYTES, at + RECORD_BYTES + nameBytes));
    const key = name.replaceAll("\\", "/").toLowerCase();
    members.push({ key, local: view.getUint32(at + 42, true), localEnd: 0, record: at, recordEnd });
    at = recordEnd;
  }
  return members;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - END_BYTES; at >= 0; at--) {
    const here = view.getUint32(at, true) === END_SIGNATURE;
    if (here && at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new RangeError("not a zip");
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
