import { MAX_CLIP_BYTES, MAX_PHOTO_BYTES } from "../../../../shared/files/limits.ts";
import type { FileKind } from "../../../../shared/files/needs.ts";
import { hasPersonalData } from "../../../../shared/rules/personalData.ts";
import type { Blanked } from "../../../media/boxes.ts";
import { checkClip } from "../../../media/clip.ts";
import { cleanPhoto } from "../../../media/photo.ts";
import { shrunk } from "./shrink.ts";

/** A file made ready on the device. */
export interface Prepared {
  content: Blob;
  name: string;
  renamed: boolean;
  /** How a photo looks; null for clips and where it could not be drawn. */
  look: string | null;
  blanked: Blanked[];
}

/**
 * Looks at a chosen file before anything is sent, as the collector will: a clip too long for the form is told now and not after
 * half an hour on a slow line. Answers a reason when it will not be taken.
 */
export async function prepare(file: File, kind: FileKind, mostSeconds: number): Promise<Prepared | string> {
  const named = plainName(file.name, kind);
  if (kind === "photo") return preparePhoto(file, named);
  if (file.size > MAX_CLIP_BYTES) return "too-large";
  const read = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  const clip = await checkClip(read, file.size, mostSeconds);
  return typeof clip === "string" ? clip : { ...named, content: file, look: null, blanked: clip.blanked };
}

async function preparePhoto(file: File, named: { name: string; renamed: boolean }): Promise<Prepared | string> {
  const small = await shrunk(file);
  if (small !== null) {
    const name = named.name.replace(/\.\w{1,5}$/, "");
    return { ...named, name: `${name}.jpg`, content: small.content, look: small.look, blanked: [] };
  }
  // What this device cannot draw may still be a photo; then only what is written beside the picture is left away.
  if (file.size > MAX_PHOTO_BYTES) return "too-large";
  const clean = cleanPhoto(new Uint8Array(await file.arrayBuffer()));
  if (typeof clean === "string") return clean;
  const content = new Blob([clean.bytes as Uint8Array<ArrayBuffer>], { type: clean.type });
  return { ...named, content, look: null, blanked: [] };
}

const PLAIN = { photo: "photo.jpg", clip: "clip.mp4" } as const;

function plainName(name: string, kind: FileKind): { name: string; renamed: boolean } {
  const renamed = hasPersonalData(name.normalize("NFC").replace(/_/g, " "));
  return { name: renamed ? PLAIN[kind] : name, renamed };
}
