import { reset } from "cloudflare:test";
import { beforeAll } from "vitest";

// Before each file: nothing is in a Durable Object or a bucket.
beforeAll(() => reset());
