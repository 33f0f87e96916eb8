import type { UnreadableCode } from "../../../shared/workbook/unreadable.ts";
import { makeXlsx, row, type XlsxSource, xlsxParts } from "../../workbook/makeXlsx.ts";
import { type RawEnd, type RawEntry, rawZip } from "../rawZip.ts";

export const MB = 1024 * 1024;

export interface HostileFile {
  name: string;
  bytes: () => Uint8Array;
  code: UnreadableCode;
  /** Most bytes that may have come out of the inflater before the refusal. */
  inflatedAtMost: number;
}

export function file(
  name: string,
  code: UnreadableCode,
  bytes: () => Uint8Array,
  inflatedAtMost = NOTHING,
): HostileFile {
  return { name, code, bytes, inflatedAtMost };
}

/** The parts of a small good workbook as raw zip entries, one of them changed or added. */
export function withEntry(change: RawEntry, end?: RawEnd): Uint8Array {
  const entries = Object.entries(xlsxParts({ sheets: [{ data: row(1, ["ก"]) }] })).map(([name, content]) => ({
    name,
    content,
  }));
  const at = entries.findIndex(({ name }) => name === change.name);
  return rawZip(at < 0 ? [...entries, change] : entries.toSpliced(at, 1, change), end);
}

export function sheet(data: string, source: XlsxSource & { after?: string } = {}): Uint8Array {
  return makeXlsx({ ...source, sheets: [{ data, after: source.after }] });
}

export const SHEET = "xl/worksheets/sheet1.xml";
const NOTHING = 0;
export const SMALL = 64 * 1024;

export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

export function patched(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

export const DOCTYPE =
  '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ฮา"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';

export function attributes(count: number): string {
  return many(count, (i) => `a${i}="${i}" `);
}

export function many(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join("");
}

/** Text that packs about 2 : 1, so that the ratio is no reason to refuse. */
export function noise(length: number): string {
  let seed = 7;
  const block = Array.from({ length: 60_000 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + ((seed >> 16) % 26));
  }).join("");
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
}
