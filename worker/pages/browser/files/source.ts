import { PIECE_BYTES } from "../../../../shared/files/limits.ts";
import { type Blanked, blankOut } from "../../../media/boxes.ts";
import { sha256 } from "./sha256.ts";

/** The bytes to be sent, a stretch at a time. */
export interface Source {
  size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file of this device; what a clip says of place and owner is written over before it leaves. */
export function sourceOf(file: Blob, blanked: readonly Blanked[] = []): Source {
  return {
    size: file.size,
    async read(from, to) {
      const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
      for (const one of blanked) blankOut(bytes, from, one);
      return bytes;
    },
  };
}

/** SHA-256 of all of it, without holding it; the page stays awake between the pieces. */
export async function hashOf(source: Source, signal: AbortSignal): Promise<string> {
  const hash = sha256();
  for (let from = 0; from < source.size; from += PIECE_BYTES) {
    hash.update(await source.read(from, Math.min(source.size, from + PIECE_BYTES)));
    signal.throwIfAborted();
  }
  return hash.hex();
}

export function hashOfBytes(bytes: Uint8Array): string {
  const hash = sha256();
  hash.update(bytes);
  return hash.hex();
}
