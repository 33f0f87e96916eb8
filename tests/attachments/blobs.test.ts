import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { diskBlobs } from "../../worker/host/diskBlobs.ts";
import { type Piece, readPieces, streamPieces } from "../../worker/province/attachments/blobs.ts";
import { rangeOf } from "../../worker/routes/attachments/range.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-blobs-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const blobs = diskBlobs(dir);
const FOLDER = "99/99-FABCDEFGHJKM";
const key = (part: number) => `${FOLDER}/${part}-ab12`;
const all = () => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe("a folder of blobs", () => {
  it("a blob is there as a whole, for its owner only, and again is fine; nothing else lies about", async () => {
    await blobs.put(key(0), Uint8Array.of(1, 2, 3));
    await blobs.put(key(0), Uint8Array.of(1, 2, 3));
    expect(all().map(({ name }) => name)).toEqual(["0-ab12"]);
    expect([...(await blobs.get(key(0), 0, 3)), ...(await blobs.get(key(0), 1, 2))]).toEqual([1, 2, 3, 2]);
    expect(statSync(join(dir, key(0))).mode & 0o077).toBe(0);
  });

  it("what was being written when the power went is not a blob, and goes with its file", async () => {
    writeFileSync(join(dir, FOLDER, "left-over.part"), "half");
    await expect(blobs.get(key(1), 0, 1)).rejects.toThrow();
    await blobs.drop(`${FOLDER}/`);
    expect(all()).toEqual([]);
    await blobs.drop(`${FOLDER}/`);
    await blobs.drop(key(0));
  });

  it.each(["../x", "99/../../x", "99/99-FA/0-ab/../../x", "/etc/passwd", "99/99-FA/0-ab\0", "54.db", ""])(
    "no other name becomes a path: %j",
    async (name) => {
      await expect(blobs.put(name, Uint8Array.of(1))).rejects.toThrow(/no name of a blob/);
      await expect(blobs.get(name, 0, 1)).rejects.toThrow(/no name of a blob/);
      await expect(blobs.drop(name)).rejects.toThrow(/no name of a blob/);
    },
  );
});

describe("any stretch of a file comes out of its pieces", () => {
  it("read, and streamed, as out of the whole", async () => {
    const whole = new Uint8Array(47).map((_, i) => i);
    const pieces: Piece[] = [];
    for (let part = 0; part * 10 < whole.length; part++) {
      const content = whole.slice(part * 10, part * 10 + 10);
      await blobs.put(key(part), content);
      pieces.push({ part, blob: key(part), bytes: content.length });
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(47), fc.nat(47), async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(await readPieces(blobs, pieces, from, to)).toEqual(whole.slice(from, to));
        const streamed = await new Response(streamPieces(blobs, pieces, from, to)).arrayBuffer();
        expect(new Uint8Array(streamed)).toEqual(whole.slice(from, to));
      }),
      { numRuns: 100, seed: 31 },
    );
  });
});

const ETAG = '"a"';

describe("a Range header asks for", () => {
  it.each([
    [null, null],
    ["bytes=0-", { from: 0, to: 100 }],
    ["bytes=0-0", { from: 0, to: 1 }],
    ["bytes=90-500", { from: 90, to: 100 }],
    ["bytes=-5", { from: 95, to: 100 }],
    ["bytes=-500", { from: 0, to: 100 }],
    ["bytes=100-", "outside"],
    ["bytes=-0", "outside"],
    ["bytes=5-4", null],
    ["bytes=0-1,5-6", null],
    ["bytes=-", null],
    ["bytes=a-b", null],
    ["pages=1-2", null],
    ["Bytes= 0-1 ", { from: 0, to: 2 }],
  ] as const)("%j: %j", (header, wanted) =>
    expect(rangeOf(new Headers(header === null ? {} : { range: header }), ETAG, 100)).toEqual(wanted),
  );

  it.each([
    [ETAG, { from: 1, to: 3 }],
    // of another file, of one that is only much the same, or of a day: the whole
    ['"b"', null],
    [`W/${ETAG}`, null],
    ["Thu, 15 Jan 2026 03:00:00 GMT", null],
  ] as const)("a part of the file whose If-Range is %j: %j", (condition, wanted) =>
    expect(rangeOf(new Headers({ range: "bytes=1-2", "if-range": condition }), ETAG, 100)).toEqual(wanted),
  );
});
