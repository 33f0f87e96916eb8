/** The pieces of an Excel 97-2003 file for tests: BIFF8 records in a stream, the stream in a compound file. */

export function record(id: number, ...data: (number[] | Uint8Array)[]): number[] {
  const bytes = data.flatMap((piece) => [...piece]);
  return [...u16(id), ...u16(bytes.length), ...bytes];
}

export function u16(value: number): number[] {
  return [value & 255, (value >>> 8) & 255];
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

export function f64(value: number): number[] {
  return [...new Uint8Array(new Float64Array([value]).buffer)];
}

/** Flag byte and characters, two bytes each. */
export function wide(text: string): number[] {
  return [1, ...[...Array(text.length).keys()].flatMap((i) => u16(text.charCodeAt(i)))];
}

export function sst(strings: string[]): number[] {
  const body = strings.flatMap((text) => [...u16(text.length), ...wide(text)]);
  return record(0xfc, u32(strings.length), u32(strings.length), body);
}

export interface XlsSheet {
  name: string;
  /** 0 visible, 1 hidden, 2 very hidden. */
  state?: number;
  /** 0 worksheet, 1 Excel 4 macros, 2 chart. */
  type?: number;
  records: number[];
}

/** Globals first, then the sheets; BOUNDSHEET positions are put right. `shift` moves them wrong. */
export function workbookStream(globals: number[], sheets: XlsSheet[], shift = 0): Uint8Array {
  const begin = record(0x809, u16(0x0600), u16(5), u32(0), u32(0), u32(0));
  const end = record(0x0a);
  const bound = sheets.map((sheet) => boundSheet(sheet, 0).length).reduce((a, b) => a + b, 0);
  let position = begin.length + globals.length + bound + end.length;
  const bodies = sheets.map((sheet) => [
    ...record(0x809, u16(0x0600), u16(0x10), u32(0), u32(0), u32(0)),
    ...sheet.records,
    ...end,
  ]);
  const bounds = sheets.flatMap((sheet, i) => {
    const bytes = boundSheet(sheet, position + shift);
    position += bodies[i]!.length;
    return bytes;
  });
  return Uint8Array.from([...begin, ...globals, ...bounds, ...end, ...bodies.flat()]);
}

function boundSheet(sheet: XlsSheet, position: number): number[] {
  return record(0x85, u32(position), [sheet.state ?? 0, sheet.type ?? 0, sheet.name.length], wide(sheet.name));
}

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;

/** A compound file (512-byte sectors, no mini stream) holding the streams given, each padded to whole sectors. */
export function compoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  const names = Object.keys(streams);
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const sizes = names.map((name) => Math.max(4096, Math.ceil(streams[name]!.length / SECTOR) * SECTOR));
  const total = 1 + directorySectors + sizes.reduce((sum, size) => sum + size / SECTOR, 0);
  if (total > SECTOR / 4) return bigCompoundFile(streams);
  const fat: number[] = [FAT_SECTOR];
  chain(fat, directorySectors);
  const starts = sizes.map((size) => chain(fat, size / SECTOR));
  while (fat.length < SECTOR / 4) fat.push(FREE);
  const entries = [
    entry("Root Entry", 5, END_OF_CHAIN, 0),
    ...names.map((name, i) => entry(name, 2, starts[i]!, sizes[i]!)),
  ];
  while (entries.length % 4 !== 0) entries.push(entry("", 0, 0, 0));
  const body = names.flatMap((name, i) => [...streams[name]!, ...new Uint8Array(sizes[i]! - streams[name]!.length)]);
  return Uint8Array.from([...header(1), ...fat.flatMap(u32), ...entries.flat(), ...body]);
}

/** A compound file whose one stream is shorter than 4,096 bytes and so lies in the mini stream, in pieces of 64, backwards. */
export function miniCompoundFile(name: string, stream: Uint8Array): Uint8Array {
  const pieces = Math.ceil(stream.length / 64);
  const container = new Uint8Array(pieces * 64);
  for (let i = 0; i < pieces; i++) container.set(stream.subarray(i * 64, i * 64 + 64), (pieces - 1 - i) * 64);
  const containerSectors = Math.ceil(container.length / SECTOR);
  const fat: number[] = [FAT_SECTOR];
  const directory = chain(fat, 1);
  const miniFat = chain(fat, 1);
  const start = chain(fat, containerSectors);
  while (fat.length < SECTOR / 4) fat.push(FREE);
  const links = Array.from({ length: SECTOR / 4 }, (_, i) => (i >= pieces ? FREE : i === 0 ? END_OF_CHAIN : i - 1));
  const head = new Uint8Array(header(directory));
  new DataView(head.buffer).setUint32(60, miniFat, true);
  return Uint8Array.from([
    ...head,
    ...fat.flatMap(u32),
    ...entry("Root Entry", 5, start, container.length),
    ...entry(name, 2, pieces - 1, stream.length),
    ...entry("", 0, 0, 0),
    ...entry("", 0, 0, 0),
    ...links.flatMap(u32),
    ...container,
    ...new Uint8Array(containerSectors * SECTOR - container.length),
  ]);
}

function bigCompoundFile(streams: Record<string, Uint8Array>): never {
  throw new Error(`too big for one FAT sector: ${Object.keys(streams).join(", ")}`);
}

function chain(fat: number[], sectors: number): number {
  const start = fat.length;
  for (let i = 0; i < sectors; i++) fat.push(i === sectors - 1 ? END_OF_CHAIN : fat.length + 1);
  return start;
}

function header(directoryStart: number): number[] {
  const bytes = new Uint8Array(SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, directoryStart, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END_OF_CHAIN, true);
  view.setUint32(68, END_OF_CHAIN, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i === 0 ? 0 : FREE, true);
  return [...bytes];
}

function entry(name: string, type: number, start: number, size: number): number[] {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < name.length; i++) view.setUint16(2 * i, name.charCodeAt(i), true);
  view.setUint16(64, name === "" ? 0 : 2 * name.length + 2, true);
  bytes[66] = type;
  view.setUint32(116, start, true);
  view.setUint32(120, size, true);
  return [...bytes];
}

/** A font record: 0x31. */
export function font(name: string): number[] {
  return record(0x31, new Uint8Array(14), [name.length], wide(name));
}

/** A cell format record: font number (4 does not exist, so the fifth font is 5) and number format. */
export function cellFormat(fontNumber: number, numberFormat: number): number[] {
  return record(0xe0, u16(fontNumber), u16(numberFormat), new Uint8Array(16));
}

export const cell = {
  text: (row: number, column: number, index: number, style = 0) =>
    record(0xfd, u16(row), u16(column), u16(style), u32(index)),
  number: (row: number, column: number, value: number, style = 0) =>
    record(0x203, u16(row), u16(column), u16(style), f64(value)),
  rk: (row: number, column: number, raw: number, style = 0) =>
    record(0x27e, u16(row), u16(column), u16(style), u32(raw)),
  bool: (row: number, column: number, value: number, isError = 0, style = 0) =>
    record(0x205, u16(row), u16(column), u16(style), [value, isError]),
};

/** A small workbook with one of everything, for reading and for damaging. */
export function makeXls(): Uint8Array {
  const globals = [
    ...record(0x22, u16(0)),
    ...["TH SarabunPSK", "A", "B", "C", "Wingdings 2"].flatMap(font),
    ...record(0x41e, u16(164), u16(8), wide("d/m/bbbb")),
    ...cellFormat(0, 0),
    ...cellFormat(0, 164),
    ...cellFormat(5, 0),
    ...record(
      0x18,
      u16(0),
      [0, 7],
      u16(2 + 1 + 2 * 9),
      u16(0),
      u16(0),
      u32(0),
      wide("RUAM_ID"),
      [0x17, 9],
      wide("x|1|54|||"),
    ),
    ...sst(["จังหวัด", "P", ""]),
  ];
  const records = [
    ...record(0x208, u16(1), u16(0), u16(8), u16(255), u32(0), u16(0x20)),
    ...cell.text(0, 0, 0),
    ...cell.text(0, 1, 1, 2),
    ...cell.text(0, 2, 2),
    ...cell.number(1, 0, 243770, 1),
    ...cell.rk(1, 1, (7 << 2) | 2),
    ...record(0xbd, u16(1), u16(2), u16(0), u32((100 << 2) | 3), u16(0), u32((8 << 2) | 2), u16(3)),
    ...cell.bool(2, 0, 1),
    ...cell.bool(2, 1, 0x17, 1),
    ...record(0x06, u16(2), u16(2), u16(0), f64(2.5), u16(0), u32(0), u16(0)),
    ...record(0x06, u16(2), u16(3), u16(0), [0, 0, 0, 0, 0, 0, 0xff, 0xff], u16(0), u32(0), u16(0)),
    ...record(0x4bc, new Uint8Array(10)),
    ...record(0x207, u16(2), wide("กข")),
    ...record(0xe5, u16(1), u16(0), u16(2), u16(0), u16(0)),
  ];
  return compoundFile({
    Workbook: workbookStream(globals, [
      { name: "ต.ค.66", records },
      { name: "ซ่อน", state: 2, records: [] },
    ]),
  });
}
