/** A clip of three minutes from a telephone is about 180 MB. */
export const MAX_CLIP_BYTES = 200 * 1024 * 1024;
/** A photo as a telephone takes it; the page makes it smaller before it is sent. */
export const MAX_PHOTO_BYTES = 12 * 1024 * 1024;
/** Files travel in pieces of this size, the last one shorter: four seconds on a line of one megabit. */
export const PIECE_BYTES = 512 * 1024;
/** Of one report, all versions together. */
export const MAX_FILES = 400;
export const MAX_TOTAL_BYTES = 4 * 1024 * 1024 * 1024;

/** Sizes of the pieces of a file, in order. */
export function piecesOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / PIECE_BYTES));
}

/** Bytes of one piece, counted from 0. */
export function pieceSize(bytes: number, part: number): number {
  return Math.min(PIECE_BYTES, bytes - part * PIECE_BYTES);
}
