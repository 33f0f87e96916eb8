import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Blobs } from "../province/attachments/blobs.ts";

/** Names as the store gives them: province, file, piece. Nothing else may become a path. */
const KEY = /^[1-9][0-9]\/[1-9][0-9]-F[0-9A-Z]+\/([0-9]+-[0-9a-f]+)?$/;

/** A folder of blobs, readable by its owner only. A blob is written aside, forced to the disk, then given its name. */
export function diskBlobs(dir: string): Blobs {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new TypeError(`no name of a blob: ${key}`);
    return join(dir, key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const aside = join(folder, `${randomUUID()}.part`);
      try {
        const file = await open(aside, "wx", 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(aside, path);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
    async get(key, from, to) {
      const file = await open(pathOf(key), "r");
      try {
        const { size } = await file.stat();
        const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
        if (bytesRead !== bytes.length) throw new Error(`a blob is shorter than its size: ${key}`);
        return bytes;
      } finally {
        await file.close();
      }
    },
    async drop(key) {
      await rm(pathOf(key), { recursive: true, force: true });
    },
  };
}

/** The new name itself must survive a power cut. Where a folder cannot be opened (Windows), the system sees to that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (process.platform !== "win32") throw error;
  } finally {
    await handle.close();
  }
}
