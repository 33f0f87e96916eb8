/** What a file is by its first bytes; its name and the type a browser gives it count for nothing. */
export type MediaKind = "jpeg" | "png" | "heic" | "webp" | "gif" | "quicktime" | "mp4" | "archive" | "pdf" | "other";

/** Bytes of the beginning that `mediaKind` looks at. */
export const HEAD_BYTES = 64;

const HEIC_BRANDS = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"];

export function mediaKind(head: Uint8Array): MediaKind {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(0x50, 0x4b)) return "archive";
  const text = String.fromCharCode(...head.subarray(0, 12));
  if (text.startsWith("%PDF")) return "pdf";
  if (text.startsWith("GIF8")) return "gif";
  if (text.startsWith("RIFF") && text.slice(8) === "WEBP") return "webp";
  const type = text.slice(4, 8);
  if (type !== "ftyp") return ["moov", "mdat", "wide"].includes(type) ? "quicktime" : "other";
  const brand = text.slice(8);
  if (HEIC_BRANDS.includes(brand)) return "heic";
  return brand === "qt  " ? "quicktime" : "mp4";
}
