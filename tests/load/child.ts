import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface Child {
  port: number;
  pid: number;
  /** Ends it at once, as a power button would its process, and waits until it is gone. */
  kill(signal?: "SIGKILL" | "SIGTERM"): Promise<void>;
}

const SERVER = new URL("./server.ts", import.meta.url).pathname;

/** Starts the collector in a process of its own and waits until it listens. */
export async function startChild(dataDir: string, stderr: "inherit" | "ignore" = "inherit"): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [SERVER, dataDir], { stdio: ["ignore", "pipe", stderr] });
  const gone = once(child, "exit");
  const port = await Promise.race([
    once(child.stdout!, "data").then(([line]) => Number(String(line).trim())),
    gone.then(() => Promise.reject(new Error("the server did not start"))),
  ]);
  return {
    ...{ port, pid: child.pid! },
    async kill(signal = "SIGKILL") {
      child.kill(signal);
      await gone;
    },
  };
}
