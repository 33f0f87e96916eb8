import { createHash } from "node:crypto";

/**
 * JSON with the keys of every object in code-unit order and nothing undefined: equal content gives equal text, however the
 * sender's program ordered it. Arrays keep their order. Throws on what JSON cannot hold (a function, NaN, a cycle).
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("not a JSON number");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item === undefined ? null : item)).join(",")}]`;
  if (typeof value === "object") {
    const record = value as Record<string, unknown>;
    const members: string[] = [];
    for (const key of Object.keys(record).sort()) {
      if (record[key] !== undefined) members.push(`${JSON.stringify(key)}:${canonical(record[key])}`);
    }
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

/** SHA-256 of bytes, or of the UTF-8 of a text, lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
