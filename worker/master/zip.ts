import { crc32 } from "../../shared/workbook/read/crc32.ts";

/** A part of the archive: its text in pieces, made while it is written. */
export interface ZipPart {
  name: string;
  text: Iterable<string> | AsyncIterable<string>;
}

/** Makes a raw deflate stream; a host may bring a faster one than the platform's. */
export type Deflater = () => ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>;

const platformDeflater: Deflater = () =>
  new CompressionStream("deflate-raw") as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>;

/** Sizes travel in 32 bits here: no zip64, which spreadsheet programs and our own reader refuse or mistrust. */
const LIMIT_BYTES = 0xffffffff;
/** Text is deflated in pieces of this size; well above a compressor's own queue, so that it takes them one by one. */
const PIECE_BYTES = 1 << 18;
/** 1 January 1980, the first day zip knows: the same rows give the same bytes. */
const DOS_DATE = 0x21;
const FLAG_DESCRIPTOR_UTF8 = 0x0808;
const DEFLATE = 8;

interface Written {
  name: Uint8Array;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const encoder = new TextEncoder();

function fields(length: number, values: [at: number, bytes: 2 | 4, value: number][]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  for (const [at, bytes, value] of values) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return out;
}

function localHeader(name: Uint8Array): Uint8Array {
  const out = fields(30 + name.length, [
    [0, 4, 0x04034b50],
    [4, 2, 20],
    [6, 2, FLAG_DESCRIPTOR_UTF8],
    [8, 2, DEFLATE],
    [12, 2, DOS_DATE],
    [26, 2, name.length],
  ]);
  out.set(name, 30);
  return out;
}

function descriptor(part: Written): Uint8Array {
  return fields(16, [
    [0, 4, 0x08074b50],
    [4, 4, part.crc],
    [8, 4, part.packed],
    [12, 4, part.size],
  ]);
}

function centralHeader(part: Written): Uint8Array {
  const out = fields(46 + part.name.length, [
    [0, 4, 0x02014b50],
    [4, 2, 20],
    [6, 2, 20],
    [8, 2, FLAG_DESCRIPTOR_UTF8],
    [10, 2, DEFLATE],
    [14, 2, DOS_DATE],
    [16, 4, part.crc],
    [20, 4, part.packed],
    [24, 4, part.size],
    [28, 2, part.name.length],
    [42, 4, part.offset],
  ]);
  out.set(part.name, 46);
  return out;
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  return fields(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, size],
    [16, 4, offset],
  ]);
}

/**
 * Gathers text into pieces of exactly PIECE_BYTES (the last may be shorter). `flush` gets a buffer that is filled again two
 * pieces later, so it must be done with one when it accepts the piece after the next.
 */
async function gather(text: ZipPart["text"], flush: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
  const buffers = [new Uint8Array(PIECE_BYTES), new Uint8Array(PIECE_BYTES)] as const;
  let turn = 0;
  let at = 0;
  for await (const piece of text) {
    for (let rest = piece; rest !== ""; ) {
      const buffer = buffers[turn & 1]!;
      const { read, written } = encoder.encodeInto(rest, at === 0 ? buffer : buffer.subarray(at));
      at += written;
      if (read === rest.length) break;
      await flush(buffer.subarray(0, at));
      rest = rest.slice(read);
      turn++;
      at = 0;
    }
  }
  if (at > 0) await flush(buffers[turn & 1]!.subarray(0, at));
}

/**
 * Deflates while the text is made; holds a few pieces, whatever the length. One piece is deflated while the next is made, and
 * the compressor's own back pressure keeps the maker from running ahead of whoever reads the archive.
 */
async function* deflate(text: ZipPart["text"], part: Written, deflater: Deflater): AsyncGenerator<Uint8Array> {
  const stream = deflater();
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let before: Promise<void> = Promise.resolve();
  let left = false;
  const feed = async () => {
    await gather(text, async (bytes) => {
      part.crc = crc32(bytes, part.crc);
      part.size += bytes.length;
      if (part.size > LIMIT_BYTES) throw new RangeError(`A sheet of more than ${LIMIT_BYTES} bytes cannot be written`);
      await before;
      // Said here as well: Node's compressor goes on taking text after its reader has left.
      if (left) throw new Error("The reader left");
      before = writer.write(bytes);
      // Awaited with the next piece; until then a failure is not yet anybody's.
      before.catch(() => {});
    });
    await before;
    await writer.close();
  };
  const fed = feed().catch(async (error: unknown) => {
    await writer.abort(error).catch(() => {});
    throw error;
  });
  // Told to the reader through the aborted stream, or below; never as an unhandled rejection.
  fed.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      part.packed += value.length;
      yield value;
    }
  } catch (error) {
    // The maker's own error says more than the stream it broke.
    await fed;
    throw error;
  } finally {
    left = true;
    await reader.cancel().catch(() => {});
  }
  await fed;
}

/**
 * Writes a zip archive as it is made: sizes and checksums follow each part (data descriptors), so nothing is held back.
 * An error of a part ends the archive without its directory: a reader can tell it was cut.
 */
export async function* zip(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
  deflater: Deflater = platformDeflater,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, text } of parts) {
    const part: Written = { name: encoder.encode(name), crc: 0, packed: 0, size: 0, offset };
    const header = localHeader(part.name);
    yield header;
    yield* deflate(text, part, deflater);
    yield descriptor(part);
    offset += header.length + part.packed + 16;
    if (offset > LIMIT_BYTES) throw new RangeError(`An archive of more than ${LIMIT_BYTES} bytes cannot be written`);
    written.push(part);
  }
  let size = 0;
  for (const part of written) {
    const header = centralHeader(part);
    size += header.length;
    yield header;
  }
  yield endRecord(written.length, size, offset);
}
