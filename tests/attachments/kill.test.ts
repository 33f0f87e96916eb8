import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PIECE_BYTES, piecesOf } from "../../shared/files/limits.ts";
import { openData } from "../../worker/host/data.ts";
import { diskBlobs } from "../../worker/host/diskBlobs.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { PIECE_KEY } from "../../worker/province/attachments/blobs.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { lookInto } from "../../worker/routes/attachments/look.ts";
import { clip } from "../media/samples.ts";
import { office, PACK, report } from "../province/sample.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-kill-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const PIECES = 40;
const SENT = clip({ dataBytes: (PIECES - 1) * PIECE_BYTES });

/** Sends the pieces of an announced file one after another, as the collector takes them in, and says each that is noted. */
const CHILD = `
import { openData } from "./worker/host/data.ts";
import { diskBlobs } from "./worker/host/diskBlobs.ts";
import { PIECE_KEY } from "./worker/province/attachments/blobs.ts";
import { sha256 } from "./worker/province/canonical.ts";
import { clip } from "./tests/media/samples.ts";
const [dir, file] = process.argv.slice(1);
const sent = clip({ dataBytes: ${(PIECES - 1) * PIECE_BYTES} });
const store = openData(dir).partition("54");
const blobs = diskBlobs(dir + "/files");
for (let part = 0; part * ${PIECE_BYTES} < sent.length; part++) {
  const bytes = sent.slice(part * ${PIECE_BYTES}, (part + 1) * ${PIECE_BYTES});
  const blob = PIECE_KEY(file, part, sha256(bytes));
  await blobs.put(blob, bytes);
  store.keepPiece(file, { part, blob, bytes: bytes.length });
  process.stdout.write(part + "\\n");
}
`;

describe("the process is killed while a clip comes in", () => {
  it("every piece that was noted is there and whole; the rest is sent; the clip is what was sent", async () => {
    const data = openData(dir);
    const store = data.partition("54", true);
    store.importRoster(OPERATOR, PACK, "sample");
    const { receipt } = store.submit(office(), report());
    const { target } = store.files(office(), receipt.submission).needs[0]!;
    const announced = {
      target,
      kind: "clip",
      name: "a.mp4",
      bytes: SENT.length,
      hash: sha256(SENT),
      look: null,
    } as const;
    const { file } = store.announceFile(office(), receipt.submission, announced);
    data.close();

    const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", CHILD, dir, file.id], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let told = -1;
    child.stdout.on("data", (text: Buffer) => {
      told = Math.max(told, ...text.toString().trim().split("\n").map(Number));
      if (told >= 4) child.kill("SIGKILL");
    });
    await once(child, "exit");

    const again = openData(dir);
    const blobs = diskBlobs(join(dir, "files"));
    const here = again.partition("54");
    const { pieces } = here.fileUnderWay(office(), file.id);
    // What was said to be there is there; at most the piece in hand was noted and not said.
    expect(pieces.map(({ part }) => part).slice(0, told + 1)).toEqual(Array.from({ length: told + 1 }, (_, i) => i));
    expect([told >= 4, pieces.length < PIECES]).toEqual([true, true]);
    for (const { part, blob, bytes } of pieces)
      expect(sha256(await blobs.get(blob, 0, bytes))).toBe(
        sha256(SENT.slice(part * PIECE_BYTES, part * PIECE_BYTES + bytes)),
      );
    for (let part = pieces.length; part < piecesOf(SENT.length); part++) {
      const bytes = SENT.slice(part * PIECE_BYTES, (part + 1) * PIECE_BYTES);
      const blob = PIECE_KEY(file.id, part, sha256(bytes));
      await blobs.put(blob, bytes);
      expect(here.keepPiece(file.id, { part, blob, bytes: bytes.length })).toBe(true);
    }
    const settled = here.settleFile(
      office(),
      file.id,
      await lookInto(blobs, file.id, here.fileUnderWay(office(), file.id)),
    );
    expect([settled.state, settled.seconds]).toEqual(["checked", 12]);
    expect(here.verifyAudit().broken).toBeNull();
    again.close();
  });
});
