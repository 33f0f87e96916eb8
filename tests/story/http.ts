/** A collector as seen over HTTP; every answer with its status, nothing thrown for a refusal. */
export class Caller {
  readonly base: string;
  readonly token: string;

  private constructor(base: string, token: string) {
    this.base = base;
    this.token = token;
  }

  static async signIn(base: string, code: string): Promise<Caller> {
    const caller = new Caller(base, "");
    const answer = await caller.#ask("/session", { method: "POST", ...json({ code }) });
    if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Caller(base, (answer.body as { token: string }).token);
  }

  get(path: string): Promise<Answer> {
    return this.#ask(path, {});
  }

  post(path: string, body: unknown, key?: string): Promise<Answer> {
    const { headers, ...rest } = json(body);
    return this.#ask(path, { method: "POST", ...rest, headers: { ...headers, ...keyHeader(key) } });
  }

  postFile(
    path: string,
    file: { name: string; bytes: Uint8Array },
    fields: Record<string, string>,
    key?: string,
  ): Promise<Answer> {
    const body = new FormData();
    body.set("file", new Blob([new Uint8Array(file.bytes)]), file.name);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#ask(path, { method: "POST", body, headers: keyHeader(key) });
  }

  async download(path: string): Promise<Uint8Array> {
    const response = await this.#fetch(path, {});
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await this.#fetch(path, init);
    return { status: response.status, body: await response.json() };
  }

  /** A collector that says "too many" is obeyed: the wait is its own, told in the answer. */
  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>) };
    if (this.token !== "") headers.authorization = `Bearer ${this.token}`;
    for (;;) {
      const response = await fetch(`${this.base}/api/v1${path}`, { ...init, headers });
      if (response.status !== 429) return response;
      await response.body?.cancel();
      const seconds = Number(response.headers.get("retry-after") ?? 1);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}

export interface Answer {
  status: number;
  body: unknown;
}

function json(body: unknown) {
  return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

function keyHeader(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { "idempotency-key": key };
}
