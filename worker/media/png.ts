import { readExif } from "./exif.ts";
import { type Cleaned, join } from "./jpeg.ts";

/** Chunks a still picture is drawn from (PNG 3rd edition, §11). Words, times, Exif and animation are left away. */
const DRAWN = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYS"];
const SIGNATURE_BYTES = 8;

/** A PNG with only what it is drawn from; what follows its end is left away. Null for a file that breaks off or is none. */
export function cleanPng(file: Uint8Array): Cleaned | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept = [file.subarray(0, SIGNATURE_BYTES)];
  let size = { width: 0, height: 0 };
  let hadPlace = false;
  let drawn = false;
  for (let at = SIGNATURE_BYTES; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > file.length) return null;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const body = file.subarray(at + 8, at + 8 + length);
    if (at === SIGNATURE_BYTES) {
      if (type !== "IHDR" || length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      if (size.width === 0 || size.height === 0) return null;
    }
    if (type === "eXIf") hadPlace ||= readExif(body).hasPlace;
    if (type === "iTXt" || type === "tEXt") hadPlace ||= new TextDecoder("latin1").decode(body).includes("GPS");
    if (type === "IDAT") drawn = true;
    if (DRAWN.includes(type)) kept.push(file.subarray(at, end));
    if (type === "IEND") return drawn ? { bytes: join(kept), ...size, hadPlace } : null;
    at = end;
  }
  return null;
}
