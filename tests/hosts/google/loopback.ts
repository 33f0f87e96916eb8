import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Dropped, type Google, Hanging, simulateGoogle } from "./api.ts";
import { type Account, makeAccount } from "./tokens.ts";

export interface Loopback {
  google: Google;
  account: Account;
  /** As the collector is told of its Google account. */
  settings: { account: string; sheetsUrl: string; tokenUrl: string };
  /** Ends every connection that is open, answered or not. */
  hangUp(): void;
  close(): Promise<void>;
}

/** Made once for all tests of a file: a key takes longer to make than most tests to run. */
let account: Promise<Account> | undefined;

/** The simulated Google on a port of this machine, with one service account of its own. */
export async function startLoopback(now: () => number): Promise<Loopback> {
  account ??= makeAccount();
  const mine = await account;
  const declarations = readFileSync("node_modules/@googleapis/sheets/build/v4.d.ts", "utf8");
  const google = simulateGoogle({ accounts: [mine], declarations, now });
  const server: Server = createServer((request, response) => void serve(google, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    ...{ google, account: mine },
    settings: { account: mine.file, sheetsUrl: root, tokenUrl: `${root}token` },
    hangUp: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(google: Google, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = "GET", url = "/", headers } = incoming;
  const body = method === "GET" ? {} : { body: Buffer.concat(chunks) };
  const request = new Request(`http://127.0.0.1${url}`, {
    method,
    headers: headers as Record<string, string>,
    ...body,
  });
  try {
    const answer = await google.handle(request);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    if (error instanceof Hanging) return;
    if (!(error instanceof Dropped)) console.error(error);
    outgoing.destroy();
  }
}
