import type { ReceiptWire, SubmissionRequest } from "../../../shared/wire/report.ts";

/** kept: waits; sending: on its way, perhaps there already; code: waits for an access code; refused: a person must change something. */
export type KeptState = "kept" | "sending" | "received" | "code" | "refused" | "old";

export interface Trouble {
  /** `offline`, `stranger`, `busy`, `server`, or the collector's own code. */
  code: string;
  /** The collector's sentence, Thai and English. */
  title: string | null;
  titleEn: string | null;
  findings: { cell: string | null; message: string | null }[];
}

/** What a person recognises the report by, without its rows. */
export interface About {
  document: string;
  form: string;
  title: string;
  period: string;
  office: string;
  officeName: string;
  rows: number;
  nil: boolean;
  /** Photos and clips it asks for; left away by a pane from before there were any. */
  files?: number;
}

/** One report on its way. The key is made once and sent with every try, so that the collector takes it once. */
export interface Kept {
  key: string;
  createdAt: number;
  about: About;
  state: KeptState;
  /** Null once it was received: the rows need not stay here. */
  request: SubmissionRequest | null;
  attempts: number;
  /** Not tried again by itself before this. */
  nextAt: number;
  trouble: Trouble | null;
  receipt: ReceiptWire | null;
}

/** Where reports wait. All or nothing for each call; rejects when nothing could be kept. */
export interface KeptStore {
  /** False for a store that forgets when the page is closed. */
  readonly durable: boolean;
  all(): Promise<Kept[]>;
  put(item: Kept): Promise<void>;
  remove(key: string): Promise<void>;
  /** One holder at a time, across tabs: true when `owner` now holds it until `until`. */
  lease(owner: string, now: number, until: number): Promise<boolean>;
}

/** A store that lives as long as the page. */
export class MemoryStore implements KeptStore {
  readonly durable = false;
  readonly #items = new Map<string, string>();
  #lease: { owner: string; until: number } | null = null;

  async all(): Promise<Kept[]> {
    return [...this.#items.values()].map((text) => JSON.parse(text) as Kept).sort(byAge);
  }

  async put(item: Kept): Promise<void> {
    this.#items.set(item.key, JSON.stringify(item));
  }

  async remove(key: string): Promise<void> {
    this.#items.delete(key);
  }

  async lease(owner: string, now: number, until: number): Promise<boolean> {
    if (this.#lease !== null && this.#lease.owner !== owner && this.#lease.until > now) return false;
    this.#lease = { owner, until };
    return true;
  }
}

export function byAge(a: Kept, b: Kept): number {
  return a.createdAt - b.createdAt;
}
