import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type Running, startNode } from "../../worker/host/node.ts";
import { HTTP_PROMISES } from "./contract.ts";
import { type Stage, setStage } from "./stage.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-http-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
let running: Running;
let stage: Stage;

beforeAll(async () => {
  running = await startNode({ port: 0, dataDir: dir, rates: { signIn: FREE, address: FREE, person: FREE } });
  for (const province of ["98", "99"]) running.data.partition(province, true);
  const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${running.port}${path}`, init);
  stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true, force: true });
});

describe("HTTP on Node", () => {
  it.each(HTTP_PROMISES.map((one) => [one.name, one] as const))("%s", (_, { hold }) => hold(stage));
});
