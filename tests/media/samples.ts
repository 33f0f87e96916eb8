/*
 * Media made here, byte by byte: small enough to read, whole enough for a parser.
 */

const text = (value: string) => new TextEncoder().encode(value);

export function bytesOf(...parts: (number[] | Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) => (typeof part === "string" ? text(part) : Uint8Array.from(part)));
  const whole = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const u16 = (value: number) => [(value >>> 8) & 255, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const zeros = (count: number) => new Array<number>(count).fill(0);

export function box(type: string, ...parts: (number[] | Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const body = bytesOf(...parts);
  // Some types begin with a copyright sign: one byte, not two.
  return bytesOf(
    u32(body.length + 8),
    [...type].map((letter) => letter.charCodeAt(0)),
    body,
  );
}

const MATRIX = [...u32(0x10000), ...zeros(12), ...u32(0x10000), ...zeros(12), ...u32(0x40000000)];

export interface ClipOptions {
  seconds?: number;
  /** What the header claims, when not the truth. */
  headerSeconds?: number;
  brand?: string;
  /** Bytes of coded picture, of which the sample table speaks. */
  dataBytes?: number;
  /** Where it was taken, as telephones write it. */
  place?: string | null;
  handler?: string;
  /** Frames in the table; one a second unless said otherwise. */
  samples?: number;
  salt?: number;
  /** Says it is H.265, as telephones write it in "high efficiency". */
  hevc?: boolean;
  /** Real pictures instead, as film.ts makes them: frames of one size in two halves, each with a gap behind it. */
  film?: {
    avcC: Uint8Array;
    width: number;
    height: number;
    frame: number;
    halves: readonly Uint8Array[];
    gap: number;
  };
}

/** An MP4 with one H.264 track of one frame a second; without a film its frames are no real picture. */
export function clip(options: ClipOptions = {}): Uint8Array<ArrayBuffer> {
  const { seconds = 12, brand = "isom", dataBytes = 64, place = null, handler = "vide", salt = 0 } = options;
  const told = options.headerSeconds ?? seconds;
  const samples = options.samples ?? seconds;
  const { film } = options;
  const [width, height] = [film?.width ?? 320, film?.height ?? 240];
  const halves = film?.halves ?? [new Uint8Array(dataBytes).map((_, i) => (i * 31 + salt) & 255)];
  const frameBytes = film?.frame ?? Math.max(1, Math.floor(dataBytes / Math.max(1, seconds)));
  const avcC =
    film?.avcC ?? box("avcC", [1, 0x42, 0, 0x1e, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0, 0x1e, 1, 0, 2, 0x68, 0xce]);
  const hvcC = box(
    "hvcC",
    [1, 1, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f, 0],
  );
  const entry = box(
    options.hevc === true ? "hvc1" : "avc1",
    zeros(6),
    u16(1),
    zeros(16),
    u16(width),
    u16(height),
    u32(0x480000),
    u32(0x480000),
    zeros(4),
    u16(1),
    zeros(32),
    u16(24),
    [255, 255],
    options.hevc === true ? hvcC : avcC,
  );
  const ftyp = box("ftyp", brand, u32(512), brand, "mp41");
  const gap = new Uint8Array(film?.gap ?? 0);
  const moov = (offset: number) => {
    const offsets = [offset, offset + halves[0]!.length + gap.length].slice(0, halves.length);
    const stbl = box(
      "stbl",
      box("stsd", zeros(4), u32(1), entry),
      box("stts", zeros(4), u32(1), u32(samples), u32(1000)),
      box("stsc", zeros(4), u32(1), u32(1), u32(Math.min(Math.ceil(samples / halves.length), 0xffff)), u32(1)),
      box("stsz", zeros(4), u32(frameBytes), u32(samples)),
      box("stco", zeros(4), u32(offsets.length), offsets.flatMap(u32)),
    );
    const minf = box(
      "minf",
      box("vmhd", [0, 0, 0, 1], zeros(8)),
      box("dinf", box("dref", zeros(4), u32(1), box("url ", [0, 0, 0, 1]))),
      stbl,
    );
    const mdia = box(
      "mdia",
      box("mdhd", zeros(12), u32(1000), u32(told * 1000), u16(0x55c4), zeros(2)),
      box("hdlr", zeros(8), handler, zeros(12), [0]),
      minf,
    );
    const tkhd = box(
      "tkhd",
      [0, 0, 0, 7],
      zeros(8),
      u32(1),
      zeros(4),
      u32(told * 1000),
      zeros(16),
      MATRIX,
      u32(width << 16),
      u32(height << 16),
    );
    const mvhd = box(
      "mvhd",
      zeros(12),
      u32(1000),
      u32(told * 1000),
      u32(0x10000),
      u16(0x100),
      zeros(10),
      MATRIX,
      zeros(24),
      u32(2),
    );
    const udta = place === null ? new Uint8Array() : box("udta", box("\u00a9xyz", place));
    return box("moov", mvhd, box("trak", tkhd, mdia), udta);
  };
  const head = bytesOf(ftyp, moov(0));
  return bytesOf(ftyp, moov(head.length + 8), box("mdat", ...halves.flatMap((half) => [half, gap])));
}

/** A TIFF header as in Exif: orientation, and a place when asked. Little-endian, as most telephones write. */
export function tiff(orientation: number, withPlace: boolean): Uint8Array<ArrayBuffer> {
  const le16 = (value: number) => [value & 255, value >> 8];
  const le32 = (value: number) => [...le16(value & 0xffff), ...le16(value >>> 16)];
  const entries = [
    [...le16(0x0112), ...le16(3), ...le32(1), ...le16(orientation), 0, 0],
    ...(withPlace ? [[...le16(0x8825), ...le16(4), ...le32(1), ...le32(100)]] : []),
  ];
  return bytesOf(
    "II",
    le16(42),
    le32(8),
    le16(entries.length),
    ...entries,
    le32(0),
    withPlace ? "18.1446 100.1410" : "",
  );
}

const segment = (marker: number, ...parts: (number[] | Uint8Array | string)[]) => {
  const body = bytesOf(...parts);
  return bytesOf([0xff, marker], u16(body.length + 2), body);
};

export interface PhotoOptions {
  orientation?: number;
  place?: boolean;
  xmp?: string;
  comment?: string;
  after?: string;
  width?: number;
  height?: number;
  salt?: number;
}

/** A JPEG of the right segments in the right order; its one scan is no real picture. */
export function photo(options: PhotoOptions = {}): Uint8Array<ArrayBuffer> {
  const { orientation = 1, place = false, xmp, comment, after = "", width = 64, height = 48, salt = 0 } = options;
  const exif = place || orientation !== 1 ? segment(0xe1, "Exif\0\0", tiff(orientation, place)) : new Uint8Array();
  return bytesOf(
    [0xff, 0xd8],
    segment(0xe0, "JFIF\0", [1, 1, 0, 0, 1, 0, 1, 0, 0]),
    exif,
    xmp === undefined ? [] : segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", xmp),
    comment === undefined ? [] : segment(0xfe, comment),
    segment(
      0xdb,
      [0],
      zeros(64).map(() => 1),
    ),
    segment(0xc0, [8], u16(height), u16(width), [1, 1, 0x11, 0]),
    segment(0xc4, [0], [1, ...zeros(15)], [0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    [0x12, 0x34, 0xff, 0x00, salt & 127, (salt >> 7) & 127, 0xff, 0xd0, 0x56],
    [0xff, 0xd9],
    after,
  );
}

/** A PNG of one grey dot a row; chunk sums are left zero, which no check here reads. */
export function png(extra: [string, string | Uint8Array][] = [], after = ""): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, body: number[] | Uint8Array | string) => {
    const data = bytesOf(body);
    return bytesOf(u32(data.length), type, data, zeros(4));
  };
  return bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    chunk("IHDR", [...u32(3), ...u32(2), 8, 0, 0, 0, 0]),
    ...extra.map(([type, body]) => chunk(type, body)),
    chunk("IDAT", [1, 2, 3]),
    chunk("IEND", []),
    after,
  );
}
