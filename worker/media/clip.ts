import { CustomSource, Input, Logging, LogLevel, MP4 } from "mediabunny";
import { type Blanked, type ReadRange, readBoxes } from "./boxes.ts";
import { HEAD_BYTES, mediaKind } from "./kind.ts";

/** A clip that can be kept. */
export interface Clip {
  /** The longest of what its header says and what its pictures and sound really last. */
  seconds: number;
  /** What is to be written over before it is kept. */
  blanked: Blanked[];
}

export type ClipFault = "not-a-clip" | "quicktime" | "broken" | "no-picture" | "place-track" | "too-long";

// What is wrong with a file somebody sent is told to them; a log it could fill is nobody's.
Logging.level = LogLevel.Silent;

const CACHE_BYTES = 2 * 1024 * 1024;
/** Half an hour of 60 pictures and 47 pieces of sound a second: far above what any form takes. */
const MOST_SAMPLES = 200_000;
/** Cameras end sound and picture a fraction apart; up to this a second is not counted. */
const SPARE_SECONDS = 1;

/** Looks into an MP4 by ranges: what it is, that it is whole, how long it lasts. `most`: seconds the form takes. */
export async function checkClip(read: ReadRange, size: number, most: number): Promise<Clip | ClipFault> {
  const kind = mediaKind(await read(0, Math.min(size, HEAD_BYTES)));
  if (kind === "quicktime") return "quicktime";
  if (kind !== "mp4") return "not-a-clip";
  const boxes = await readBoxes(read, size);
  if (boxes === null || boxes.samples > MOST_SAMPLES) return "broken";
  // A track of readings beside picture and sound is how action cameras store where they were, second by second.
  if (boxes.handlers.some((handler) => handler === "meta" || handler === "camm")) return "place-track";
  const seconds = await secondsOf(read, size);
  if (typeof seconds === "string") return seconds;
  if (seconds >= most + SPARE_SECONDS) return "too-long";
  return { seconds: Math.round(seconds * 100) / 100, blanked: boxes.beside };
}

async function secondsOf(read: ReadRange, size: number): Promise<number | "broken" | "no-picture"> {
  const source = new CustomSource({ getSize: () => size, read, maxCacheSize: CACHE_BYTES });
  const input = new Input({ source, formats: [MP4] });
  try {
    const tracks = await input.getTracks();
    const video = await input.getPrimaryVideoTrack();
    if (video === null || (await video.getCodec()) === null) return "no-picture";
    const told = (await input.getDurationFromMetadata()) ?? 0;
    const real = await input.computeDuration(tracks, { metadataOnly: true });
    const seconds = Math.max(told, real);
    return Number.isFinite(seconds) && seconds > 0 ? seconds : "broken";
  } catch {
    // The parser throws plain errors for what does not hold together; whatever it is, the clip cannot be played.
    return "broken";
  } finally {
    input.dispose();
  }
}
