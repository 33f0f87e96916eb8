import type { R2Bucket } from "@cloudflare/workers-types";
import type { Blobs } from "../province/attachments/blobs.ts";

/** A private R2 bucket. A put is whole or not at all, and durable when it resolves. */
export function r2Blobs(bucket: R2Bucket): Blobs {
  return {
    async put(key, bytes) {
      await bucket.put(key, bytes);
    },
    async get(key, from, to) {
      if (to <= from) return new Uint8Array();
      const found = await bucket.get(key, { range: { offset: from, length: to - from } });
      if (found === null) throw new Error(`no such blob: ${key}`);
      return new Uint8Array(await found.arrayBuffer());
    },
    async drop(key) {
      if (!key.endsWith("/")) {
        await bucket.delete(key);
        return;
      }
      for (;;) {
        const { objects } = await bucket.list({ prefix: key, limit: 1000 });
        if (objects.length === 0) return;
        await bucket.delete(objects.map((one) => one.key));
      }
    },
  };
}
