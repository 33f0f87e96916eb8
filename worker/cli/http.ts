import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { Failure, UsageError } from "./command.ts";

/** What a refusal of the collector carries (RFC 9457), as far as the command line uses it. */
export interface Problem {
  code: string;
  title: string;
  detail?: string;
  findings?: { cell: string | null; row?: number; code: string; message?: string }[];
}

/** A refusal: an answer of the collector, not a failure of the way to it. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.code);
    this.name = "Refused";
    this.status = status;
    this.problem = problem;
  }
}

/** Talks to a collector. Throws Refused for its refusals, Failure when it cannot be reached or is none. */
export class CollectorClient {
  readonly base: string;
  #token: string | null = null;

  /** Throws UsageError for an address that is none. */
  constructor(address: string) {
    if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
      throw new UsageError(fill(CLI_WORDS.badUrl, { value: address }));
    }
    this.base = new URL(address).origin;
  }

  async signIn(code: string): Promise<{ role: string; place: string }> {
    const headers = { "content-type": "application/json" };
    const session = (await this.#ask("POST", "/session", headers, JSON.stringify({ code }))) as Record<string, string>;
    this.#token = session.token!;
    return { role: session.role!, place: session.place! };
  }

  get(path: string, query: Record<string, string> = {}): Promise<unknown> {
    return this.#ask("GET", `${path}?${new URLSearchParams(query)}`, {});
  }

  postFile(
    path: string,
    bytes: Uint8Array,
    fileName: string,
    fields: Record<string, string>,
    key?: string,
  ): Promise<unknown> {
    const body = new FormData();
    body.set("file", new Blob([new Uint8Array(bytes)]), fileName);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#ask("POST", path, key === undefined ? {} : { "idempotency-key": key }, body);
  }

  async #ask(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | FormData,
  ): Promise<unknown> {
    if (this.#token !== null) headers.authorization = `Bearer ${this.#token}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.base}/api/v1${path}`, { method, headers, body: body ?? null });
      text = await response.text();
    } catch (error) {
      const cause = (error as { cause?: { code?: string } }).cause;
      throw new Failure(fill(CLI_WORDS.networkDown, { url: this.base, detail: cause?.code ?? String(error) }));
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new Failure(fill(CLI_WORDS.serverStrange, { url: this.base, status: response.status }));
    }
    if (response.ok) return value;
    throw new Refused(response.status, value as Problem);
  }
}
