import type { SubmissionRequest } from "../../../shared/wire/report.ts";
import { type Answer, backOff, judgeAnswer, later, type Outcome } from "./answer.ts";
import type { About, Kept, KeptStore, Trouble } from "./kept.ts";

export interface OutboxNeeds {
  store: KeptStore;
  /** Posts one report; rejects when nothing answered. */
  post(item: { key: string; request: SubmissionRequest; token: string }): Promise<Answer>;
  /** The token of who is signed in, or null. */
  token(): string | null;
  /** Called when the collector no longer takes the token. */
  tokenRefused(token: string): void;
  /** Runs the work unless another tab is at it; answers whether it ran. */
  alone(work: () => Promise<void>): Promise<boolean>;
  now(): number;
  random(): number;
  newKey(): string;
  /** Wakes the outbox after so many milliseconds; answers how to call it off. */
  wake(ms: number, then: () => void): () => void;
  /** Called after every change, with what is kept now. */
  changed(items: Kept[]): void;
}

/** Receipts stay to be looked at again; so many. */
const RECEIPTS = 20;
/** Another tab is sending: look again after this long. */
const OTHER_TAB_MS = 3_000;
const WAITING = new Set(["kept", "sending"]);

/**
 * Keeps reports until the collector has acknowledged them. What is `sending` when nobody sends was cut off: whether it
 * arrived is not known, so it is sent again with the same key, and the collector answers with the same receipt.
 */
export class Outbox {
  readonly #needs: OutboxNeeds;
  #callOff: () => void = () => {};
  #running: Promise<void> | null = null;

  constructor(needs: OutboxNeeds) {
    this.#needs = needs;
  }

  /** Keeps a report and answers its key once it is kept. The same report pressed twice is one; an unsent older one is replaced. */
  async keep(request: SubmissionRequest, about: About): Promise<string> {
    const { store, now, newKey } = this.#needs;
    const text = JSON.stringify(request);
    for (const item of await store.all()) {
      if (item.request === null) continue;
      if (WAITING.has(item.state) || item.state === "code") {
        if (JSON.stringify(item.request) === text) {
          await store.put({ ...item, nextAt: now() });
          return item.key;
        }
      }
      // One on its way may have arrived: it stays, and this one becomes its next version.
      const same = item.about.form === about.form && item.about.period === about.period;
      if (same && item.about.office === about.office && item.state !== "sending") await store.remove(item.key);
    }
    const fresh = { state: "kept", attempts: 0, trouble: null, receipt: null } as const;
    const item: Kept = { key: newKey(), createdAt: now(), about, request, nextAt: now(), ...fresh };
    await store.put(item);
    await this.#tell();
    return item.key;
  }

  async forget(key: string): Promise<void> {
    await this.#needs.store.remove(key);
    await this.#tell();
  }

  /** Tries everything now that waits for the network, the collector or a code: the line is back, or a person asked. */
  async tryNow(): Promise<void> {
    const { store, now } = this.#needs;
    for (const item of await store.all())
      if (WAITING.has(item.state) || item.state === "code") {
        const state = item.state === "code" ? "kept" : item.state;
        await store.put({ ...item, state, nextAt: now() });
      }
    await this.flush();
  }

  /** Sends what is due, oldest first, one at a time; then sleeps until the next is. */
  flush(): Promise<void> {
    this.#running ??= this.#flush().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #flush(): Promise<void> {
    const { alone, store, now, wake } = this.#needs;
    this.#callOff();
    await this.#tell();
    const ran = await alone(async () => {
      for (;;) {
        const due = (await store.all()).find((item) => WAITING.has(item.state) && item.nextAt <= now());
        if (due === undefined) break;
        await this.#send(due);
      }
    });
    await this.#tell();
    const waiting = (await store.all()).filter((item) => WAITING.has(item.state));
    if (waiting.length === 0) return;
    const next = Math.min(...waiting.map((item) => item.nextAt)) - now();
    this.#callOff = wake(ran ? Math.max(0, next) : OTHER_TAB_MS, () => void this.flush());
  }

  async #send(item: Kept): Promise<void> {
    const { store, post, token, now, random, tokenRefused } = this.#needs;
    const bearer = token();
    if (bearer === null || item.request === null) {
      await store.put({ ...item, state: "code" });
      return;
    }
    const sending: Kept = { ...item, state: "sending", attempts: item.attempts + 1 };
    await store.put(sending);
    await this.#tell();
    const outcome = await post({ key: item.key, request: item.request, token: bearer }).then(
      (answer) => judgeAnswer(answer, now()),
      () => later("offline"),
    );
    if (outcome.is === "code") tokenRefused(bearer);
    await store.put(settled(sending, outcome, now(), random()));
    if (outcome.is === "received") await this.#thin();
  }

  /** Lets the oldest receipts go. */
  async #thin(): Promise<void> {
    const { store } = this.#needs;
    const received = (await store.all()).filter((item) => item.state === "received");
    for (const item of received.slice(0, Math.max(0, received.length - RECEIPTS))) await store.remove(item.key);
  }

  async #tell(): Promise<void> {
    this.#needs.changed(await this.#needs.store.all());
  }
}

/** What becomes of a report after an answer. */
export function settled(item: Kept, outcome: Outcome, now: number, random: number): Kept {
  switch (outcome.is) {
    case "received":
      return { ...item, state: "received", request: null, trouble: null, receipt: outcome.receipt };
    case "later": {
      const trouble: Trouble = { code: outcome.reason, title: null, titleEn: null, findings: [] };
      const wait = Math.max(backOff(item.attempts, random), outcome.afterMs ?? 0);
      return { ...item, state: "kept", trouble, nextAt: now + wait };
    }
    case "code":
      return { ...item, state: "code", trouble: null };
    case "forbidden":
      return { ...item, state: "code", trouble: troubleOf(outcome.problem) };
    case "old":
      return { ...item, state: "old", trouble: troubleOf(outcome.problem) };
    default:
      return { ...item, state: "refused", trouble: troubleOf(outcome.problem) };
  }
}

function troubleOf(problem: Extract<Outcome, { is: "refused" }>["problem"]): Trouble {
  return {
    code: problem.code,
    title: problem.title,
    titleEn: problem.titleEn,
    findings: (problem.findings ?? []).map(({ cell, message }) => ({ cell, message: message ?? null })),
  };
}
