import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../worker/app.ts";
import { openData } from "../../worker/host/data.ts";
import { diskBlobs } from "../../worker/host/diskBlobs.ts";
import type { Blobs } from "../../worker/province/attachments/blobs.ts";
import { memoryLimits } from "../../worker/routes/limits.ts";
import { type Caller, type Stage, setStage } from "../http/stage.ts";

const FREE = { burst: 1e9, perSecond: 1e9 };

export interface Here {
  stage: Stage;
  dir: string;
  clock: { now: number };
  blobs: Blobs;
  faults: unknown[];
  data: ReturnType<typeof openData>;
  /** Lets time pass; everybody signs in anew. */
  later(ms: number): Promise<void>;
  close(): void;
}

/** The collector in this process over a folder of its own: the real app, databases and files; only the clock can be set. */
export async function openHere(withBlobs: (blobs: Blobs) => Blobs = (blobs) => blobs): Promise<Here> {
  const dir = mkdtempSync(join(tmpdir(), "ruam-files-"));
  const clock = { now: Date.UTC(2026, 0, 15, 3) };
  const now = () => clock.now;
  const data = openData(dir, now);
  for (const province of ["98", "99"]) data.partition(province, true);
  const blobs = withBlobs(diskBlobs(join(dir, "files")));
  const faults: unknown[] = [];
  const app = createApp({
    ...{ collector: data.collector, blobs, now, corsOrigins: [] },
    limits: memoryLimits({ signIn: FREE, address: FREE, person: FREE }, now),
    onFault: (error) => faults.push(error),
    addressOf: () => "192.0.2.1",
    isHttps: () => false,
  });
  const stage = await setStage({ fetch: async (path, init) => app.request(path, init), collector: data.collector });
  const later = async (ms: number) => {
    clock.now += ms;
    for (const caller of Object.keys(stage.codes) as Caller[]) {
      const session = await stage.as(null, "POST", "/api/v1/session", { body: { code: stage.codes[caller] } });
      stage.tokens[caller] = ((await session.json()) as { token: string }).token;
    }
  };
  const close = () => {
    data.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { stage, dir, clock, blobs, faults, data, later, close };
}
