import { UnreadableFile } from "../unreadable.ts";

/**
 * The text of a file of unknown encoding: UTF-8 or UTF-16 by its mark, else UTF-16 by its zeros, else UTF-8 when it is valid,
 * else Windows-874 / TIS-620 when that gives plausible Thai. Nothing is replaced: what fits none is refused.
 * Throws UnreadableFile: not-a-workbook (binary), text-encoding.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  // Ctrl-Z ends a DOS text file.
  const body = text.replace(/\u001a+$/, "");
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(body))
    throw new UnreadableFile("not-a-workbook", { kind: "binary" });
  return body;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return strict("utf-8", bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict("utf-16be", bytes);
  const zeros = zeroPositions(bytes);
  if (zeros !== "none") return unmarkedUtf16(zeros, bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    if (!isPlausibleThai(bytes)) throw new UnreadableFile("text-encoding");
    return new TextDecoder("windows-874").decode(bytes);
  }
}

function strict(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile("text-encoding");
  }
}

/** Text holds no zeros but those of UTF-16, which all stand on one side. */
function unmarkedUtf16(zeros: "odd" | "even" | "both", bytes: Uint8Array): string {
  try {
    if (zeros !== "both")
      return new TextDecoder(zeros === "odd" ? "utf-16le" : "utf-16be", { fatal: true }).decode(bytes);
  } catch {
    // Falls through: an odd length or half a pair is no text either.
  }
  throw new UnreadableFile("not-a-workbook", { kind: "binary" });
}

function zeroPositions(bytes: Uint8Array): "none" | "odd" | "even" | "both" {
  let odd = false;
  let even = false;
  for (let at = bytes.indexOf(0); at >= 0 && !(odd && even); at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 1) odd = true;
    else even = true;
  }
  if (odd && even) return "both";
  return odd ? "odd" : even ? "even" : "none";
}

/** Every byte exists in Windows-874, and vowels and tone marks stand on a Thai letter, as they never would by chance. */
export function isPlausibleThai(bytes: Uint8Array): boolean {
  let marks = 0;
  let seated = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const exists =
      byte === 0x80 ||
      byte === 0x85 ||
      (byte >= 0x91 && byte <= 0x97) ||
      (byte >= 0xa0 && byte <= 0xda) ||
      byte >= 0xdf;
    if (!exists || byte > 0xfb) return false;
    const isMark = byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee);
    if (!isMark) continue;
    marks++;
    const before = bytes[i - 1] ?? 0;
    if (before > 0xa0 && before < 0xef) seated++;
  }
  return seated >= marks * 0.9;
}
