import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankOut, readBoxes } from "../../worker/media/boxes.ts";
import { checkClip } from "../../worker/media/clip.ts";
import { film } from "./film.ts";
import { box, bytesOf, clip } from "./samples.ts";

const from = (bytes: Uint8Array) => async (start: number, end: number) => bytes.slice(start, end);
const look = (bytes: Uint8Array, most = 180) => checkClip(from(bytes), bytes.length, most);

describe("a clip, looked into by ranges", () => {
  it.each<[string, Uint8Array, number, unknown]>([
    ["thirty seconds where thirty are taken", clip({ seconds: 30 }), 30, { seconds: 30, blanked: [] }],
    ["a film in two halves with a gap between", film({ seconds: 8, gap: 5000 }), 30, { seconds: 8, blanked: [] }],
    ["thirty seconds of H.265", clip({ seconds: 30, hevc: true }), 30, { seconds: 30, blanked: [] }],
    ["a second more", clip({ seconds: 31 }), 30, "too-long"],
    [
      "no table of contents",
      bytesOf(box("ftyp", "isom", [0, 0, 2, 0]), box("mdat", new Array(40).fill(1))),
      30,
      "broken",
    ],
    ["two of them", bytesOf(clip(), clip().slice(24)), 30, "broken"],
    ["a box longer than the file", bytesOf(clip(), [0, 1, 0, 0], "free"), 30, "broken"],
    [
      "a table of contents of four gigabytes",
      bytesOf(box("ftyp", "isom", [0, 0, 2, 0]), [255, 255, 255, 255], "moov"),
      30,
      "broken",
    ],
    ["no seconds at all", clip({ seconds: 0 }), 30, "broken"],
    ["a page called clip.mp4", bytesOf("<html><script>alert(1)</script>"), 30, "not-a-clip"],
  ])("%s", async (_, bytes, most, wanted) => expect(await look(bytes, most)).toEqual(wanted));

  it("of a large clip only the head and the table are read", async () => {
    const bytes = clip({ dataBytes: 3_000_000 });
    let read = 0;
    const counted = async (start: number, end: number) => {
      read += end - start;
      return bytes.slice(start, end);
    };
    expect(await checkClip(counted, bytes.length, 180)).toMatchObject({ seconds: 12 });
    expect(read).toBeLessThan(100_000);
  });

  it("bytes changed anywhere never break it: a clip or a reason", async () => {
    const faults = ["not-a-clip", "quicktime", "broken", "no-picture", "place-track", "too-long"];
    const seed = clip({ place: "+18.1446+100.1410/" });
    const change = fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = seed.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const found = await look(bytes);
        if (typeof found === "string") expect(faults).toContain(found);
        else expect(found.seconds).toBeLessThan(181);
      }),
      { numRuns: 400, seed: 12 },
    );
  });

  it("blanking out by pieces of any size is blanking out the whole, and leaves a clip", async () => {
    const bytes = clip({ place: "+18.1446+100.1410/" });
    const { beside } = (await readBoxes(from(bytes), bytes.length))!;
    const whole = bytes.slice();
    for (const one of beside) blankOut(whole, 0, one);
    expect(await look(whole)).toEqual({ seconds: 12, blanked: [] });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length }), (size) => {
        const pieces: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          const piece = bytes.slice(at, at + size);
          for (const one of beside) blankOut(piece, at, one);
          pieces.push(piece);
        }
        expect(bytesOf(...pieces)).toEqual(whole);
      }),
      { numRuns: 100, seed: 13 },
    );
  });
});
