import { readExif } from "./exif.ts";

/** A picture with its size in dots, and whether its file named a place. */
export interface Cleaned {
  bytes: Uint8Array;
  width: number;
  height: number;
  hadPlace: boolean;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const EXIF = "Exif\0\0";
const XMP = "http://ns.adobe.com/xap/1.0/";
const XMP_MORE = "http://ns.adobe.com/xmp/extension/";

/**
 * A JPEG with only the segments a picture is drawn from: tables, frames, scans, JFIF, the ICC profile, Adobe's colour mark, and of
 * Exif nothing but which way is up. What follows the end of the picture is left away. Null for a file that breaks off or is none.
 * Segments as in ITU-T T.81, Annex B.
 */
export function cleanJpeg(file: Uint8Array): Cleaned | null {
  if (file[0] !== 0xff || file[1] !== SOI) return null;
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let size = { width: 0, height: 0 };
  let hadPlace = false;
  let up = 1;
  let scans = 0;
  for (let at = 2; at + 1 < file.length; ) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1]!;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) {
      if (scans === 0 || size.width === 0 || size.height === 0) return null;
      kept.push(Uint8Array.of(0xff, EOI));
      if (up !== 1) kept.splice(1, 0, upright(up));
      return { bytes: join(kept), ...size, hadPlace };
    }
    if (isBare(marker)) return null;
    const length = at + 3 < file.length ? (file[at + 2]! << 8) | file[at + 3]! : 0;
    const end = at + 2 + length;
    if (length < 2 || end > file.length) return null;
    const segment = file.subarray(at, end);
    const body = file.subarray(at + 4, end);
    if (isFrame(marker)) {
      if (body.length < 6) return null;
      size = { height: (body[1]! << 8) | body[2]!, width: (body[3]! << 8) | body[4]! };
    }
    if (startsWith(body, EXIF)) {
      const exif = readExif(body.subarray(EXIF.length));
      hadPlace ||= exif.hasPlace;
      up = exif.orientation;
    } else if (marker === 0xe1 && (startsWith(body, XMP) || startsWith(body, XMP_MORE))) hadPlace ||= namesPlace(body);
    if (isDrawn(marker, body)) kept.push(segment);
    at = end;
    if (marker === SOS) {
      scans++;
      const scanEnd = endOfScan(file, at);
      if (scanEnd === null) return null;
      kept.push(file.subarray(at, scanEnd));
      at = scanEnd;
    }
  }
  return null;
}

/** Markers without a body, none of which stands between segments of a whole picture. */
const isBare = (marker: number) => marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= SOI);

/** Frames: SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function isDrawn(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe0) return startsWith(body, "JFIF\0");
  if (marker === 0xe2) return startsWith(body, "ICC_PROFILE\0");
  if (marker === 0xee) return startsWith(body, "Adobe");
  // Other application segments and comments; 0xf0 and up are JPEG extensions nobody draws from.
  return marker < 0xe0;
}

/** Where the coded data of a scan ends: at the next marker that is neither a restart nor a stuffed zero. */
function endOfScan(file: Uint8Array, from: number): number | null {
  for (let at = file.indexOf(0xff, from); at !== -1 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]!;
    if (next === 0xff) continue;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return null;
}

/** An Exif segment that holds the orientation and nothing else: big-endian TIFF, one entry (tag 0x0112, SHORT). */
function upright(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...new TextEncoder().encode(EXIF), ...tiff];
  return Uint8Array.of(0xff, 0xe1, 0, body.length + 2, ...body);
}

function namesPlace(xmp: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(xmp).includes("GPS");
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  if (bytes.length < text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
