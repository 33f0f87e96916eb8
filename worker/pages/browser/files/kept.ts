import type { FileKind } from "../../../../shared/files/needs.ts";
import type { Blanked } from "../../../media/boxes.ts";

/** A chosen file that is not at the collector as a whole yet. It outlives the page. */
export interface KeptFile {
  key: string;
  submission: string;
  target: string;
  kind: FileKind;
  name: string;
  renamed: boolean;
  content: Blob;
  look: string | null;
  blanked: Blanked[];
}

const DATABASE = "ruam.files";
const STORE = "files";

/**
 * Files waiting in this browser. Where it keeps nothing (a private window, no room), the page works all the same: choosing the same
 * file again goes on where it stopped.
 */
export async function keepFile(file: KeptFile): Promise<void> {
  await inStore("readwrite", (store) => store.put(file)).catch(() => undefined);
}

export async function forgetFile(key: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(key)).catch(() => undefined);
}

/** Those of one report, in the order they were chosen. */
export async function keptFiles(submission: string): Promise<KeptFile[]> {
  const all = await inStore<KeptFile[]>("readonly", (store) => store.getAll()).catch(() => []);
  return all.filter((file) => file.submission === submission);
}

function inStore<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "key" });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = run(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result as T);
      };
      transaction.onabort = () => {
        database.close();
        reject(transaction.error);
      };
    };
  });
}
