import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExif } from "../../worker/media/exif.ts";
import { mediaKind } from "../../worker/media/kind.ts";
import { cleanPhoto } from "../../worker/media/photo.ts";
import { bytesOf, clip, photo, png, tiff } from "./samples.ts";

const textIn = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const cleaned = (bytes: Uint8Array) => {
  const clean = cleanPhoto(bytes);
  if (typeof clean === "string") throw new Error(clean);
  return clean;
};

describe("what a file is", () => {
  it.each([
    ["jpeg", photo()],
    ["png", png()],
    ["mp4", clip()],
    ["quicktime", clip({ brand: "qt  " })],
    ["heic", bytesOf([0, 0, 0, 24], "ftypheic", [0, 0, 0, 0])],
    ["archive", bytesOf("PK\u0003\u0004")],
    ["webp", bytesOf("RIFF", [1, 2, 3, 4], "WEBPVP8 ")],
    ["gif", bytesOf("GIF89a")],
    ["pdf", bytesOf("%PDF-1.7")],
    ["other", bytesOf("<html>")],
    ["other", new Uint8Array()],
  ] as const)("%s, by its first bytes", (kind, bytes) => expect(mediaKind(bytes)).toBe(kind));
});

describe("a photo is kept without what was written beside it", () => {
  it("a plain one is kept byte for byte", () => {
    expect(cleaned(photo())).toEqual({ bytes: photo(), type: "image/jpeg", width: 64, height: 48, hadPlace: false });
    expect(cleaned(png())).toEqual({ bytes: png(), type: "image/png", width: 3, height: 2, hadPlace: false });
  });

  it.each<[string, Uint8Array, string]>([
    ["Exif", photo({ place: true }), "18.1446"],
    ["XMP", photo({ xmp: "<x exif:GPSLatitude='18,8.6N'/>" }), "GPS"],
    ["a text of a PNG", png([["tEXt", "exif:GPSLatitude\u000018.1446"]]), "GPS"],
    ["Exif of a PNG", png([["eXIf", tiff(1, true)]]), "18.1446"],
  ])("the place in %s is told and gone", (_, sent, mark) => {
    expect(textIn(sent)).toContain(mark);
    const { bytes, hadPlace } = cleaned(sent);
    expect([hadPlace, textIn(bytes).includes(mark)]).toEqual([true, false]);
  });

  it("comments, an archive behind the end, and a page behind the end are gone; which way is up stays", () => {
    const sent = photo({ orientation: 6, comment: "<script>", after: "PK\u0003\u0004<html><script>" });
    const { bytes, hadPlace } = cleaned(sent);
    expect([hadPlace, /script|PK|html/.test(textIn(bytes))]).toEqual([false, false]);
    const exif = bytes.subarray(textIn(bytes).indexOf("Exif") + 6);
    expect(readExif(exif)).toEqual({ orientation: 6, hasPlace: false });
    expect(cleaned(bytes).bytes).toEqual(bytes);
    expect(textIn(cleaned(png([], "<html>")).bytes)).not.toContain("html");
  });

  it.each<[string, string, Uint8Array]>([
    ["cut off in a segment", "broken", photo().subarray(0, 100)],
    ["cut off in its scan", "broken", photo().subarray(0, photo().length - 3)],
    ["a PNG cut off", "broken", png().subarray(0, 45)],
    ["no picture in it", "broken", bytesOf([0xff, 0xd8, 0xff, 0xd9])],
    ["more dots than any camera", "too-many-dots", photo({ width: 65_000, height: 65_000 })],
    ["HEIC", "heic", bytesOf([0, 0, 0, 24], "ftypheic")],
    ["a clip", "not-a-photo", clip()],
    ["an archive called photo.jpg", "not-a-photo", bytesOf("PK\u0003\u0004")],
  ])("%s is refused: %s", (_, fault, bytes) => expect(cleanPhoto(bytes)).toBe(fault));

  it("bytes changed anywhere never break it, and cleaning twice is cleaning once", () => {
    const seeds = [photo({ place: true, orientation: 3, comment: "x" }), png([["tEXt", "a\u0000b"]])];
    const change = fc.record({
      seed: fc.constantFrom(...seeds),
      at: fc.nat(400),
      value: fc.nat(255),
      cut: fc.nat(400),
    });
    fc.assert(
      fc.property(change, ({ seed, at, value, cut }) => {
        const bytes = seed.slice(0, Math.max(4, seed.length - (cut % 40)));
        bytes[at % bytes.length] = value;
        const clean = cleanPhoto(bytes);
        if (typeof clean === "string") return;
        expect(cleaned(clean.bytes)).toMatchObject({ bytes: clean.bytes, hadPlace: false });
      }),
      { numRuns: 2000, seed: 11 },
    );
  });
});
