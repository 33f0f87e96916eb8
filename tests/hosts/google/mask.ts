import { invalid } from "./apiError.ts";
import type { Schemas } from "./schema.ts";

/** A mask as a tree: an empty map takes everything below. */
export type Mask = Map<string, Mask>;

/** "a(b,c),d.e/f": names separated by dots or slashes, groups in brackets. Throws for what is no mask or names nothing. */
export function readMask(text: string, type: string, schemas: Schemas): Mask {
  if (text.trim() === "")
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const state = { text: text.replace(/\s/g, ""), at: 0 };
  const mask = readList(state, type, schemas);
  if (state.at < state.text.length) throw invalid(`Invalid field selection ${text}`);
  return mask;
}

function readList(state: { text: string; at: number }, type: string, schemas: Schemas): Mask {
  const mask: Mask = new Map();
  do {
    if (state.text[state.at] === ",") state.at++;
    readPath(state, type, schemas, mask);
  } while (state.text[state.at] === ",");
  return mask;
}

function readPath(state: { text: string; at: number }, type: string, schemas: Schemas, into: Mask): void {
  const name = /^(\*|\w+)/.exec(state.text.slice(state.at))?.[0];
  if (name === undefined) throw invalid(`Invalid field selection ${state.text.slice(state.at)}`);
  state.at += name.length;
  if (name === "*") {
    into.set("*", new Map());
    return;
  }
  const field = isPlain(type) ? undefined : schemas.fieldsOf(type).get(name);
  if (field === undefined) throw invalid(`Invalid field: ${name} is no field of ${type}`);
  const inner: Mask = into.get(name) ?? new Map();
  into.set(name, inner);
  const next = state.text[state.at];
  if (next === "." || next === "/") {
    state.at++;
    readPath(state, field.type, schemas, inner);
  } else if (next === "(") {
    state.at++;
    for (const [key, value] of readList(state, field.type, schemas)) inner.set(key, value);
    if (state.text[state.at] !== ")") throw invalid(`Invalid field selection ${state.text}`);
    state.at++;
  }
}

const isPlain = (type: string) => ["string", "number", "boolean", "any"].includes(type);

/** What the mask leaves of a value. */
export function pick(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || mask.has("*") || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one) => pick(one, mask));
  const kept = Object.entries(value).filter(([name]) => mask.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, pick(inner, mask.get(name)!)]));
}

/** Its leaves as paths: what an update touches. */
export function paths(mask: Mask): string[] {
  return [...mask].flatMap(([name, inner]) =>
    inner.size === 0 ? [name] : paths(inner).map((below) => `${name}.${below}`),
  );
}
