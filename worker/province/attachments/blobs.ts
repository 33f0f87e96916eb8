import { partitionOfId } from "../actor.ts";
/**
 * Where the bytes of photos and clips are. A host provides it: a folder, or an object store. Blobs are at most one piece long, so
 * that nobody holds a whole clip in memory, and are never public.
 */
export interface Blobs {
  /** Keeps a blob. It is durable and whole before this resolves; until then it is not there at all. The same again is fine. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Bytes `from` (inclusive) to `to` (exclusive). Throws when there is no such blob. */
  get(key: string, from: number, to: number): Promise<Uint8Array>;
  /** Takes a blob away, or with a key ending in "/" all below it. None there is fine. */
  drop(key: string): Promise<void>;
}

/** A piece as the store knows it. */
export interface Piece {
  part: number;
  blob: string;
  bytes: number;
}

export const PIECE_KEY = (file: string, part: number, hash: string) =>
  `${partitionOfId(file)}/${file}/${part}-${hash.slice(0, 32)}`;
export const FILE_KEY = (file: string) => `${partitionOfId(file)}/${file}/`;

/** Reads any stretch of a file out of its pieces. The pieces are in order and all of one size but the last. */
export async function readPieces(
  blobs: Blobs,
  pieces: readonly Piece[],
  from: number,
  to: number,
): Promise<Uint8Array> {
  const whole = new Uint8Array(to - from);
  let start = 0;
  for (const { blob, bytes } of pieces) {
    const [first, last] = [Math.max(from, start), Math.min(to, start + bytes)];
    if (first < last) whole.set(await blobs.get(blob, first - start, last - start), first - from);
    start += bytes;
    if (start >= to) break;
  }
  return whole;
}

/** The same as a stream, a piece at a time, as fast as it is taken. */
export function streamPieces(
  blobs: Blobs,
  pieces: readonly Piece[],
  from: number,
  to: number,
): ReadableStream<Uint8Array> {
  let index = 0;
  let start = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (; index < pieces.length; ) {
        const { blob, bytes } = pieces[index++]!;
        const [first, last] = [Math.max(from, start) - start, Math.min(to, start + bytes) - start];
        start += bytes;
        if (first >= last) continue;
        controller.enqueue(await blobs.get(blob, first, last));
        return;
      }
      controller.close();
    },
  });
}
