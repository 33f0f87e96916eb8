import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PictureAt, PixelSize } from "./check.ts";

/** Where the add-in's pictures are drawn to. */
export const ICONS = join(import.meta.dirname, "..", "..", "addin", "excel", "icons");

const SIGNATURE = "89504e470d0a1a0a";

/** A PNG's size from its header, or null when the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): PixelSize | null {
  const buffer = Buffer.from(bytes);
  if (buffer.length < 24 || buffer.subarray(0, 8).toString("hex") !== SIGNATURE) return null;
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
}

/** The project's own pictures, as the collector serves them under /icons/. */
export const ownPictures: PictureAt = (path) => {
  const file = join(ICONS, basename(path));
  return path === `/icons/${basename(path)}` && existsSync(file) ? pngSize(readFileSync(file)) : null;
};
