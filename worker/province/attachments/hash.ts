import { createHash } from "node:crypto";
import type { Blobs, Piece } from "./blobs.ts";

/** SHA-256 of a file out of its pieces, one after the other; lower-case hexadecimal. */
export async function hashPieces(blobs: Blobs, pieces: readonly Piece[]): Promise<string> {
  const hash = createHash("sha256");
  for (const { blob, bytes } of pieces) hash.update(await blobs.get(blob, 0, bytes));
  return hash.digest("hex");
}
