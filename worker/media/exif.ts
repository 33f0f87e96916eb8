const ORIENTATION = 0x0112;
const GPS = 0x8825;
/** Cameras write a few dozen. */
const MOST_ENTRIES = 500;

/** Which way is up (1 to 8, 1 when not said) and whether a place is given, from the first directory of a TIFF header. */
export function readExif(tiff: Uint8Array): { orientation: number; hasPlace: boolean } {
  const found = { orientation: 1, hasPlace: false };
  if (tiff.length < 14) return found;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return found;
  const entries = Math.min(MOST_ENTRIES, view.getUint16(first, little));
  for (let i = 0; i < entries; i++) {
    const at = first + 2 + i * 12;
    if (at + 12 > tiff.length) break;
    const tag = view.getUint16(at, little);
    if (tag === GPS) found.hasPlace = true;
    const value = view.getUint16(at + 8, little);
    if (tag === ORIENTATION && value >= 1 && value <= 8) found.orientation = value;
  }
  return found;
}
