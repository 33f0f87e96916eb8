/** Reads `from` (inclusive) to `to` (exclusive) of a file of known size. */
export type ReadRange = (from: number, to: number) => Promise<Uint8Array>;

/** A stretch of a file to be written over with zeros, its box renamed `free` so that players pass over it. */
export interface Blanked {
  from: number;
  to: number;
}

export interface BoxTree {
  /** Major brand of `ftyp`. */
  brand: string;
  /** Boxes that may hold where, when and by whom a clip was taken. */
  beside: Blanked[];
  /** Handler of each track: "vide", "soun", "meta"… */
  handlers: string[];
  /** Frames and samples over all tracks. */
  samples: number;
}

interface Box {
  type: string;
  from: number;
  body: number;
  to: number;
}

/** What may stand at the top of a clip (ISO/IEC 14496-12, §6.3.4); anything else was put there by no camera. */
const TOP = [
  "ftyp",
  "moov",
  "mdat",
  "free",
  "skip",
  "wide",
  "uuid",
  "meta",
  "udta",
  "moof",
  "mfra",
  "sidx",
  "styp",
  "emsg",
  "pdin",
  "pnot",
];
const BESIDE = ["udta", "meta", "uuid"];
/** The table of contents of three minutes is a few hundred kilobytes. */
const MOST_MOOV_BYTES = 16 * 1024 * 1024;
const MOST_TOP_BOXES = 10_000;

/**
 * The boxes of an MP4 as far as they matter here. Null when they do not fill the file to its last byte, when one of another kind
 * lies between (an archive behind a clip), or when the table of contents is not there or too large.
 */
export async function readBoxes(read: ReadRange, size: number): Promise<BoxTree | null> {
  const tree: BoxTree = { brand: "", beside: [], handlers: [], samples: 0 };
  let moovs = 0;
  let count = 0;
  for (let at = 0; at < size; count++) {
    const head = await read(at, Math.min(size, at + 16));
    const box = boxAt(head, 0, at, size);
    if (box === null || !TOP.includes(box.type) || count > MOST_TOP_BOXES) return null;
    if (box.type === "ftyp") tree.brand = latin(head, 8, 12);
    if (BESIDE.includes(box.type)) tree.beside.push(blank(box));
    if (box.type === "moov") {
      moovs++;
      if (box.to - box.body > MOST_MOOV_BYTES || !readMoov(await read(box.body, box.to), box.body, tree)) return null;
    }
    at = box.to;
  }
  return moovs === 1 ? tree : null;
}

function readMoov(bytes: Uint8Array, base: number, tree: BoxTree): boolean {
  const walk = (from: number, to: number, path: string): boolean => {
    for (let at = from; at < to; ) {
      const box = boxAt(bytes, at - base, at, to);
      if (box === null) return false;
      const place = `${path}/${box.type}`;
      if (BESIDE.includes(box.type)) tree.beside.push(blank(box));
      else if (INSIDE.has(place) && !walk(box.body, box.to, place)) return false;
      else if (place === "/trak/mdia/hdlr") tree.handlers.push(latin(bytes, box.body - base + 8, box.body - base + 12));
      else if (
        place === "/trak/mdia/minf/stbl/stts" &&
        !countSamples(bytes.subarray(box.body - base, box.to - base), tree)
      )
        return false;
      at = box.to;
    }
    return true;
  };
  return walk(base, base + bytes.length, "");
}

const INSIDE = new Set(["/trak", "/trak/mdia", "/trak/mdia/minf", "/trak/mdia/minf/stbl"]);

/** Version and flags, the number of entries, then pairs of count and length. */
function countSamples(stts: Uint8Array, tree: BoxTree): boolean {
  if (stts.length < 8) return false;
  const view = new DataView(stts.buffer, stts.byteOffset, stts.byteLength);
  const entries = view.getUint32(4);
  if (8 + entries * 8 > stts.length) return false;
  for (let i = 0; i < entries; i++) tree.samples += view.getUint32(8 + i * 8);
  return true;
}

function boxAt(bytes: Uint8Array, offset: number, from: number, limit: number): Box | null {
  if (offset + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let length = view.getUint32(offset);
  let head = 8;
  if (length === 1) {
    if (offset + 16 > bytes.length) return null;
    length = Number(view.getBigUint64(offset + 8));
    head = 16;
  } else if (length === 0) length = limit - from;
  if (length < head || from + length > limit) return null;
  return { type: latin(bytes, offset + 4, offset + 8), from, body: from + head, to: from + length };
}

const blank = ({ from, to }: Box): Blanked => ({ from, to });

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** Writes a piece of a file over where it touches something blanked. The box keeps its length, its name becomes `free`. */
export function blankOut(piece: Uint8Array, at: number, { from, to }: Blanked): void {
  const zero = (start: number, end: number) =>
    piece.fill(0, Math.max(0, start - at), Math.max(0, Math.min(piece.length, end - at)));
  for (const [i, letter] of [..."free"].entries()) {
    const place = from + 4 + i - at;
    if (place >= 0 && place < piece.length) piece[place] = letter.charCodeAt(0);
  }
  zero(from + 8, to);
}
