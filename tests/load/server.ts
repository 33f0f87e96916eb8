import { startNode } from "../../worker/host/node.ts";

/** A collector in a process of its own, to be killed: `server.ts DATA_DIR`. Prints its port, then serves until the end. */
const FREE = { burst: 1e9, perSecond: 1e9 };
const rates = { signIn: FREE, address: FREE, person: FREE };
const running = await startNode({ port: 0, dataDir: process.argv[2]!, rates });
process.stdout.write(`${running.port}\n`);
process.on("SIGTERM", () => void running.close());
