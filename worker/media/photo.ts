import { cleanJpeg } from "./jpeg.ts";
import { mediaKind } from "./kind.ts";
import { cleanPng } from "./png.ts";

/** A photo as it is kept: the picture and its colours, and nothing else that was in the file. */
export interface CleanPhoto {
  bytes: Uint8Array;
  type: "image/jpeg" | "image/png";
  width: number;
  height: number;
  /** Whether the file said where it was taken. */
  hadPlace: boolean;
}

/** Why a file is not taken as a photo. */
export type PhotoFault = "not-a-photo" | "heic" | "broken" | "too-many-dots";

/** More than any telephone takes; a small file can claim to be much larger. */
const MOST_DOTS = 100_000_000;

/** The picture without what was written beside it: place, device, owner, comments, whatever followed its end. */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | PhotoFault {
  const kind = mediaKind(bytes);
  if (kind === "heic") return "heic";
  if (kind !== "jpeg" && kind !== "png") return "not-a-photo";
  const clean = kind === "jpeg" ? cleanJpeg(bytes) : cleanPng(bytes);
  if (clean === null) return "broken";
  if (clean.width * clean.height > MOST_DOTS) return "too-many-dots";
  return { ...clean, type: kind === "jpeg" ? "image/jpeg" : "image/png" };
}
