import { byAge, type Kept, type KeptStore, MemoryStore } from "./kept.ts";

const NAME = "ruam";
const VERSION = 1;
const ITEMS = "outbox";
/** Small things by name: rosters, settings of a document, a draft. */
const THINGS = "things";

/** What the browser keeps for us between visits. */
export interface Cupboard {
  readonly outbox: KeptStore;
  get<T>(name: string): Promise<T | null>;
  set(name: string, value: unknown): Promise<void>;
}

/** Opens the browser's own database; a cupboard that forgets where it is not allowed (private windows, full disks). */
export async function openCupboard(): Promise<Cupboard> {
  try {
    return new Stored(await open());
  } catch {
    return new Forgetful();
  }
}

class Forgetful implements Cupboard {
  readonly outbox = new MemoryStore();
  readonly #things = new Map<string, unknown>();

  async get<T>(name: string): Promise<T | null> {
    return (this.#things.get(name) as T | undefined) ?? null;
  }

  async set(name: string, value: unknown): Promise<void> {
    this.#things.set(name, value);
  }
}

class Stored implements Cupboard {
  readonly #base: IDBDatabase;
  readonly outbox: KeptStore;

  constructor(base: IDBDatabase) {
    this.#base = base;
    this.outbox = {
      durable: true,
      all: async () => (await this.#do<Kept[]>(ITEMS, "readonly", (store) => store.getAll())).sort(byAge),
      put: async (item) => void (await this.#do(ITEMS, "readwrite", (store) => store.put(item))),
      remove: async (key) => void (await this.#do(ITEMS, "readwrite", (store) => store.delete(key))),
      lease: (owner, now, until) => this.#lease(owner, now, until),
    };
  }

  async get<T>(name: string): Promise<T | null> {
    return (await this.#do<T | undefined>(THINGS, "readonly", (store) => store.get(name))) ?? null;
  }

  async set(name: string, value: unknown): Promise<void> {
    await this.#do(THINGS, "readwrite", (store) => (value == null ? store.delete(name) : store.put(value, name)));
  }

  /** Resolves when the transaction is complete, not when the request is: only then is it kept. */
  #do<T>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.#base.transaction(name, mode, { durability: "strict" });
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("not kept"));
    });
  }

  #lease(owner: string, now: number, until: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const transaction = this.#base.transaction(THINGS, "readwrite");
      const store = transaction.objectStore(THINGS);
      let held = false;
      const request = store.get("lease");
      request.onsuccess = () => {
        const lease = request.result as { owner: string; until: number } | undefined;
        held = lease === undefined || lease.owner === owner || lease.until <= now;
        if (held) store.put({ owner, until }, "lease");
      };
      transaction.oncomplete = () => resolve(held);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("no lease"));
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ITEMS, { keyPath: "key" });
      request.result.createObjectStore(THINGS);
    };
    request.onsuccess = () => {
      const base = request.result;
      // A newer page wants to change the database: step aside.
      base.onversionchange = () => base.close();
      resolve(base);
    };
    request.onerror = () => reject(request.error ?? new Error("no database"));
    request.onblocked = () => reject(new Error("database blocked"));
  });
}
