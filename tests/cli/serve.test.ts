import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
let children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ruam-serve-"));
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  await rm(folder, { recursive: true, force: true });
});

interface Served {
  url: string;
  links: string[];
  printed: string;
  stop(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts `ruam serve` as a program of its own and waits until it has printed where it is and how to get in. */
async function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, ["worker/cli/main.ts", "serve", "--port", "0", ...args], { stdio: "pipe" });
  children.push(child);
  let printed = "";
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on("data", (bytes) => {
      printed += bytes;
      if (/docs\/deploy\.md|people add/.test(printed)) resolve();
    });
    child.stderr!.on("data", (bytes) => {
      printed += bytes;
    });
    child.once("exit", () => reject(new Error(printed)));
  });
  return {
    url: /http:\/\/localhost:\d+/.exec(printed)![0],
    links: [...printed.matchAll(/http\S+#code=\S+/g)].map(([link]) => link),
    printed,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function signIn({ url, links }: Served, which: number): Promise<{ token: string; role: string; place: string }> {
  const body = JSON.stringify({ code: links[which]!.split("#code=")[1] });
  const headers = { "content-type": "application/json" };
  return (await fetch(`${url}/api/v1/session`, { method: "POST", headers, body })).json() as never;
}

describe("ruam serve", () => {
  it("makes a sample province whose master is already filled, and stops when told to", async () => {
    const served = await serve("--sample", "--data", join(folder, "data"));
    const province = await signIn(served, 0);
    const office = await signIn(served, 1);
    expect([province.role, province.place, office.role, office.place]).toEqual(["province", "99", "office", "6990203"]);
    const headers = { authorization: `Bearer ${province.token}` };
    const list = await fetch(`${served.url}/api/v1/submissions`, { headers });
    const { submissions } = (await list.json()) as { submissions: { period: string; version: number }[] };
    expect(submissions.length).toBe(8);
    const which = `form=childcare-clips&period=${submissions[0]!.period}`;
    const master = await fetch(`${served.url}/api/v1/provinces/99/master.xlsx?${which}`, { headers });
    expect([master.status, (await master.arrayBuffer()).byteLength > 5000]).toEqual([200, true]);
    expect(await served.stop()).toEqual({ code: 0, signal: null });
  });

  it("keeps what it has over a restart, and gives new links to the sample", async () => {
    const first = await serve("--sample", "--data", join(folder, "data"));
    await first.stop();
    const second = await serve("--sample", "--data", join(folder, "data"));
    expect(second.links.length).toBe(2);
    expect(second.links).not.toEqual(first.links);
    const { token } = await signIn(second, 0);
    const list = await fetch(`${second.url}/api/v1/submissions`, { headers: { authorization: `Bearer ${token}` } });
    expect(((await list.json()) as { submissions: unknown[] }).submissions.length).toBe(8);
    // The former code is still good.
    expect((await signIn({ ...first, url: second.url }, 0)).role).toBe("province");
    await second.stop();
  });

  it("without a province says how to begin", async () => {
    const served = await serve("--data", join(folder, "data"));
    expect(served.printed).toContain("ruam offices import");
    await served.stop();
  });

  it("no secret stands in an address a server could log", async () => {
    const { links, printed, stop } = await serve("--sample", "--data", join(folder, "data"));
    expect(links.length).toBe(2);
    expect(printed).not.toMatch(/[?&]code=/);
    await stop();
  });

  it("says so when the port is taken, and exits 2", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as { port: number };
    const args = ["worker/cli/main.ts", "serve", "--port", String(port), "--data", join(folder, "data")];
    const child = spawn(process.execPath, args, { stdio: "pipe" });
    children.push(child);
    let told = "";
    child.stderr.on("data", (bytes) => {
      told += bytes;
    });
    const code = await new Promise((resolve) => child.once("exit", resolve));
    taken.close();
    expect([code, told]).toEqual([2, expect.stringContaining(`พอร์ต ${port}`)]);
  });
});
