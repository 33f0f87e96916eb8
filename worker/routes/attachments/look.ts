import { PIECE_BYTES, piecesOf } from "../../../shared/files/limits.ts";
import { type Blanked, blankOut } from "../../media/boxes.ts";
import { checkClip } from "../../media/clip.ts";
import { cleanPhoto } from "../../media/photo.ts";
import { type Blobs, PIECE_KEY, type Piece, readPieces } from "../../province/attachments/blobs.ts";
import { hashPieces } from "../../province/attachments/hash.ts";
import type { Outcome, UnderWay } from "../../province/attachments/receive.ts";
import { sha256 } from "../../province/canonical.ts";

/** A piece or two of a clip's table of contents are looked at again and again. */
const CACHED_PIECES = 4;

/**
 * Looks into a file that is here as a whole: is it what was announced, is it a photo or a clip, does it fit the form. What says
 * where and by whom it was taken is left away; the pieces that change are kept under names of their own, so that until the store
 * is told, what was sent stands untouched.
 */
export async function lookInto(blobs: Blobs, id: string, file: UnderWay): Promise<Outcome> {
  const cached = cachedPieces(blobs);
  if ((await hashPieces(blobs, file.pieces)) !== file.hash) return { is: "refused", reason: "hash" };
  return file.kind === "photo" ? lookAtPhoto(blobs, id, file) : lookAtClip(blobs, cached, id, file);
}

async function lookAtPhoto(blobs: Blobs, id: string, { pieces, bytes }: UnderWay): Promise<Outcome> {
  const clean = cleanPhoto(await readPieces(blobs, pieces, 0, bytes));
  if (typeof clean === "string") return { is: "refused", reason: clean };
  const kept: Piece[] = [];
  for (let part = 0; part < piecesOf(clean.bytes.length); part++) {
    const content = clean.bytes.subarray(part * PIECE_BYTES, (part + 1) * PIECE_BYTES);
    kept.push(await keep(blobs, id, part, content));
  }
  const notes = clean.hadPlace ? ["place-removed"] : [];
  return { is: "checked", type: clean.type, storedHash: sha256(clean.bytes), seconds: null, notes, pieces: kept };
}

async function lookAtClip(blobs: Blobs, cached: Blobs, id: string, file: UnderWay): Promise<Outcome> {
  const read = (from: number, to: number) => readPieces(cached, file.pieces, from, to);
  const clip = await checkClip(read, file.bytes, file.mostSeconds);
  if (typeof clip === "string") return { is: "refused", reason: clip };
  const pieces = await blankPieces(blobs, id, file.pieces, clip.blanked);
  const notes = [
    ...(clip.blanked.length > 0 ? ["place-removed"] : []),
    ...(file.stricterSeconds !== null && clip.seconds >= file.stricterSeconds + 1 ? ["other-letter"] : []),
  ];
  const storedHash = clip.blanked.length > 0 ? await hashPieces(blobs, pieces) : file.hash;
  return { is: "checked", type: "video/mp4", storedHash, seconds: clip.seconds, notes, pieces };
}

async function blankPieces(
  blobs: Blobs,
  id: string,
  pieces: readonly Piece[],
  blanked: readonly Blanked[],
): Promise<Piece[]> {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const at = piece.part * PIECE_BYTES;
    const touched = blanked.filter(({ from, to }) => from < at + piece.bytes && to > at);
    if (touched.length === 0) {
      kept.push(piece);
      continue;
    }
    const content = await blobs.get(piece.blob, 0, piece.bytes);
    for (const one of touched) blankOut(content, at, one);
    kept.push(await keep(blobs, id, piece.part, content));
  }
  return kept;
}

async function keep(blobs: Blobs, id: string, part: number, content: Uint8Array): Promise<Piece> {
  const blob = PIECE_KEY(id, part, sha256(content));
  await blobs.put(blob, content);
  return { part, blob, bytes: content.length };
}

/** The same blobs, the last few whole pieces remembered. Only for reading. */
function cachedPieces(blobs: Blobs): Blobs {
  const held = new Map<string, Promise<Uint8Array>>();
  return {
    ...blobs,
    async get(key, from, to) {
      let whole = held.get(key);
      if (whole === undefined) {
        if (held.size >= CACHED_PIECES) held.delete(held.keys().next().value!);
        held.set(key, (whole = blobs.get(key, 0, PIECE_BYTES)));
      }
      return (await whole).subarray(from, to);
    },
  };
}
